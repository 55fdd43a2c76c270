// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "engine/readers/read.hpp"
#include "tests/unit/readers/grid_text.hpp"

using namespace gouji::readers;
using gouji::tests::grid_text;

namespace {

Input read_page(const std::string& html) {
    Reading reading = read_bytes("page.html", html, {});
    REQUIRE(reading.inputs.size() == 1);
    CHECK(reading.inputs[0].kind == Kind::html);
    return std::move(reading.inputs[0]);
}

std::string text_of(const std::string& html) { return std::string{read_page(html).source.utf8()}; }

std::string refusal(const std::string& html, const Limits& limits = {}) {
    const Reading reading = read_bytes("page.html", html, limits);
    CHECK(reading.inputs.empty());
    REQUIRE(reading.problems.size() == 1);
    return reading.problems[0].message.en;
}

std::string repeated(std::string_view part, std::size_t times) {
    std::string out;
    out.reserve(part.size() * times);
    for (std::size_t i = 0; i < times; ++i) out += part;
    return out;
}

}  // namespace

TEST_CASE("blocks become lines") {
    CHECK(text_of("<p>一、总体情况</p><p>全年公开<b>12</b>条。</p>") == "一、总体情况\n全年公开12条。\n");
    CHECK(text_of("<div>甲<div>乙</div>丙</div>") == "甲\n乙\n丙\n");
    CHECK(text_of("<p>第一行<br>第二行<br/>第三行</p>") == "第一行\n第二行\n第三行\n");
    CHECK(text_of("<p>没有结束标签<p>另一段<ul><li>甲<li>乙</ul>") == "没有结束标签\n另一段\n甲\n乙\n");
    CHECK(text_of("<P>大写<BR>标签</P>") == "大写\n标签\n");
    CHECK(text_of("<pre>甲\t1\n  乙\t2</pre>") == "甲\t1\n  乙\t2\n");
}

TEST_CASE("white space is what a browser shows") {
    CHECK(text_of("<p>\n  政府信息\n    公开  工作 </p>") == "政府信息公开 工作\n");
    CHECK(text_of("<p>公开 <b> 12 </b> 条</p>") == "公开 12 条\n");
    CHECK(text_of("<p>&nbsp;&nbsp;　　缩进的段落&nbsp;</p>") == "缩进的段落\n");
    CHECK(text_of("<p>open\ngovernment</p>") == "open government\n");
}

TEST_CASE("character references") {
    CHECK(text_of("<p>&lt;甲&gt;&amp;&quot;&#20154;&#x6C11;&ldquo;x&rdquo;</p>") == "<甲>&\"人民“x”\n");
    CHECK(text_of("<p>a&nbsp;b</p>") == "a\u00A0b\n");
    CHECK(text_of("<p>&alpha;&Eacute;&nosuchname; A&B &</p>") == "αÉ&nosuchname; A&B &\n");
    CHECK(text_of("<p>&#0;&#xD800;&#99999999999;&#x96;</p>") == "\uFFFD\uFFFD\uFFFD–\n");
}

TEST_CASE("what is not shown is left out") {
    CHECK(
        text_of(
            "<html><head><title>t</title><style>p{}</style></head><body><script>var a='<p>no</p>';</script>"
            "<p>甲<!-- 注释 <p> -->乙</p><p style='DISPLAY: none'>丙</p><div hidden><p>丁</p></div><noscript>戊</noscript>"
            "<select><option>己</option></select><p><span style=\"display:none\">庚<span>辛</span></span>壬</p></body></html>") ==
        "甲乙\n壬\n");
    CHECK(text_of("<p>甲<button>没有结束<p>乙</p>") == "甲没有结束\n乙\n");
}

TEST_CASE("what is struck out is left out, and so are the readings beside characters") {
    CHECK(text_of("<p>全年<s>99</s>5件，<del>收费</del>免费，<strike>旧</strike><span style='text-decoration: line-through'>7</span>8</p>") ==
          "全年5件，免费，8\n");
    CHECK(text_of("<p><span style='mso-hide:all'>编辑</span><ruby>总<rp>(</rp><rt>zǒng</rt><rp>)</rp></ruby>体</p>") == "总体\n");
    CHECK(text_of("<div><span style='display:none'><p>甲</p><p>乙</p></span>丙</div>") == "丙\n");
}

TEST_CASE("a raised mark behind a number is no part of the number") {
    CHECK(text_of("<p>收到12<sup>[1]</sup>件，３<sup>①</sup>件，4<sup>2</sup>件，5<sup>注2</sup>件，面积6m<sup>2</sup></p>") ==
          "收到12件，３件，4 2件，5件，面积6m2\n");
    const Input input = read_page("<table><tr><td>规章</td><td>12<sup>1</sup></td></tr><tr><td>文件</td><td>3</td></tr></table>");
    CHECK(grid_text(input, 0) == "0:规章 1:12 1\n0:文件 1:3");
}

TEST_CASE("headings and prose in rows of a table stand between grids") {
    const Input input = read_page(
        "<table><tr><td colspan=3>某镇2021年报告</td></tr><tr><td colspan=3>一、总体情况</td></tr><tr><td colspan=3>我镇公开12条。</td></tr>"
        "<tr><td colspan=3>二、公开情况</td></tr><tr><td colspan=3>第一项</td></tr><tr><td>内容</td><td>本年</td><td>累计</td></tr>"
        "<tr><td>规章</td><td>1</td><td>2</td></tr><tr><td colspan=3>三、申请情况</td></tr><tr><td>项目</td><td>数量</td></tr>"
        "<tr><td>一、新收</td><td>3</td></tr><tr><td colspan=3>二、结果</td></tr><tr><td>公开</td><td>4</td></tr>"
        "<tr><td colspan=3>注：统计到年末。</td></tr></table>");
    CHECK(input.source.utf8() ==
          "某镇2021年报告\n一、总体情况\n我镇公开12条。\n二、公开情况\n第一项\t\t\n内容\t本年\t累计\n规章\t1\t2\n三、申请情况\n项目\t数量\n"
          "一、新收\t3\n二、结果\t\n公开\t4\n注：统计到年末。\n");
    REQUIRE(input.grids.size() == 2);
    CHECK(grid_text(input, 0) == "0+3:第一项\n0:内容 1:本年 2:累计\n0:规章 1:1 2:2");
    CHECK(grid_text(input, 1) == "0:项目 1:数量\n0:一、新收 1:3\n0+2:二、结果\n0:公开 1:4");
    for (const auto& grid : input.grids) CHECK(input.source.slice(grid.cells.back().span) == (&grid == input.grids.data() ? "2" : "4"));
}

TEST_CASE("numbers of lists are part of the text, unless the list shows none") {
    CHECK(text_of("<ol><li>甲</li><li><p>乙</p></li></ol>") == "1. 甲\n2. 乙\n");
    CHECK(text_of("<ol start=3><li>甲<li value=7>乙<li>丙</ol>") == "3. 甲\n7. 乙\n8. 丙\n");
    CHECK(text_of("<ol style='list-style:none'><li>一、甲</li></ol>") == "一、甲\n");
}

TEST_CASE("tables become grids and tab-separated lines") {
    const Input input = read_page(
        "<p>前</p><table><tr><th rowspan=2>项目</th><th colspan=2>数量</th></tr><tr><th>甲</th><th>乙</th></tr>"
        "<tr><td>规章<br>文件</td><td> 1 </td><td></td></tr></table><p>后</p>");
    CHECK(input.source.utf8() == "前\n项目\t数量\t\n\t甲\t乙\n规章 文件\t1\t\n后\n");
    REQUIRE(input.grids.size() == 1);
    CHECK(grid_text(input, 0) == "0^2:项目 1+2:数量\n1:甲 2:乙\n0:规章 文件 1:1 2:");
    CHECK(input.source.slice(input.grids[0].span) == "项目\t数量\t\n\t甲\t乙\n规章 文件\t1\t");
}

TEST_CASE("rows and columns that only draw borders are left out") {
    const Input input = read_page(
        "<table><tr></tr><tr><td colspan=3>甲</td><td colspan=5>乙</td></tr><tr><td colspan=3>1</td><td "
        "colspan=4>2</td><td>3</td></tr></table>");
    CHECK(grid_text(input, 0) == "0:甲 1+2:乙\n0:1 1:2 2:3");
    CHECK(grid_text(read_page("<table><tr><td>甲</td><td colspan=2>乙</td><td></td></tr><tr><td>丙</td><td>1</td><td>&nbsp;</td><td></td></tr></table>"), 0) ==
          "0:甲 1:乙\n0:丙 1:1");
}

TEST_CASE("row spans may be unfinished, overlong or zero") {
    const Input input = read_page(
        "<table><tr><td rowspan=99999999>组</td><td>1</td></tr><tr><td>2</td></tr></table>"
        "<table><tr><td rowspan=0>组</td><td>1</td></tr><tr><td>2</td></tr><tr><td>3</td></tr></table>");
    CHECK(grid_text(input, 0) == "0^2:组 1:1\n1:2");
    CHECK(grid_text(input, 1) == "0^3:组 1:1\n1:2\n1:3");
}

TEST_CASE("tables that place things on the page are no grids") {
    const Input input = read_page(
        "<table><tr><td>导航</td><td><p>一、总体情况</p><table><tr><td>规章</td><td>3</td></tr></table></td></tr></table>");
    CHECK(input.source.utf8() == "导航\n一、总体情况\n规章\t3\n");
    REQUIRE(input.grids.size() == 1);
    CHECK(grid_text(input, 0) == "0:规章 1:3");
    CHECK(read_page("<table><tr><td>一、总体情况</td></tr><tr><td>无。</td></tr></table>").grids.empty());
}

TEST_CASE("the report is found inside its page") {
    const std::string report =
        "<div class=c><p>一、总体情况</p><p>甲。</p><p>二、主动公开</p><p>乙。</p><p>三、其他</p><p>丙。</p></div>";
    const std::string page =
        "<html><head><title>青溪镇2023年政府信息公开工作年度报告-青溪县人民政府</title></head><body>"
        "<div><a href=a>首页</a></div><nav>导航</nav><ul><li><a>要闻</a><li><a>公告</a><li><a>公开</a></ul>"
        "<div>当前位置：首页</div><div><div>青溪镇2023年政府信息公开工作年度报告</div><div>来源：办公室</div>" +
        report + "</div><div>上一篇：无</div><footer>版权所有</footer></body></html>";
    CHECK(text_of(page) ==
          "青溪镇2023年政府信息公开工作年度报告\n来源：办公室\n一、总体情况\n甲。\n二、主动公开\n乙。\n三、其他\n丙。\n");
}

TEST_CASE("a page without numbered headings stays whole but for its navigation") {
    CHECK(text_of("<header>站名</header><p>甲</p><ul><li><a>1</a><li><a>2</a><li><a>3</a></ul><p>乙</p><footer>版权</footer>") ==
          "甲\n乙\n");
}

TEST_CASE("the declared encoding is used, and shown") {
    const Input input = read_page("<meta charset=gb2312><p>\xD5\xFE\xB8\xAE</p>");
    CHECK(input.source.utf8() == "政府\n");
    CHECK(input.source.encoding() == "GB18030");
    CHECK(read_page("<meta http-equiv=Content-Type content='text/html; charset=big5'><p>\xAC\x46\xA9\xB2</p>").source.utf8() ==
          "政府\n");
}

TEST_CASE("nesting beyond the limit is refused, not followed") {
    CHECK(refusal(repeated("<div>", 100'000)).find("256") != std::string::npos);
    CHECK(refusal(repeated("<table><tr><td>", 100'000)).find("256") != std::string::npos);
    CHECK(refusal(repeated("<ul><li></div>", 100'000)).find("256") != std::string::npos);
    CHECK(refusal(repeated("<div><table><tr><td></div>", 100'000)).find("256") != std::string::npos);
    CHECK(refusal(repeated("<li><ul></li>", 100'000)).find("256") != std::string::npos);
    CHECK(text_of(repeated("<p>", 1000) + "甲") == "甲\n");
    CHECK(text_of(repeated("<font a=1><b><i>", 100'000) + "甲") == "甲\n");
    CHECK(text_of(repeated("<p><font a=1>", 10'000) + "甲") == "甲\n");
    CHECK(text_of(repeated("<svg><td>", 1000) + "甲") == "甲\n");
}

TEST_CASE("hostile pages end soon, in a message or a text") {
    CHECK(text_of("<p " + repeated("a=1 ", 200'000) + ">甲") == "甲\n");
    CHECK(text_of("<p " + repeated("a\"=1 ", 100'000) + ">甲") == "甲\n");
    CHECK(text_of("<p>甲</p>" + repeated("<!-- x -->", 200'000)) == "甲\n");
    CHECK(text_of("<p>甲</p>" + repeated("<button>", 100'000)) == "甲\n");
    CHECK(text_of("<p>甲</p>" + repeated("<script>", 100'000)) == "甲\n");
    CHECK(text_of("<p>甲</p><p style='" + repeated("a", 1'000'000)) == "甲\n");
    CHECK(refusal(repeated("<p>", 600'000)).find("elements") != std::string::npos);
    CHECK(text_of("<p>甲" + repeated("&zzzzzz;", 100'000)).starts_with("甲&zzzzzz;"));
    CHECK(text_of("<p>甲" + repeated("<", 100'000)).size() == 100'004);
}

TEST_CASE("tables beyond the limit are refused") {
    Limits small;
    small.cells = 1000;
    CHECK(refusal("<table>" + repeated("<tr><td>1<td>2", 501) + "</table>", small).find("1000") != std::string::npos);
    CHECK(read_bytes("x.html", "<table>" + repeated("<tr><td>1<td>2", 500) + "</table>", small).inputs.size() == 1);
    // Few cells, many slots: what spans cover counts too.
    CHECK(refusal("<table><tr>" + repeated("<td rowspan=60000>1", 400) + "</tr>" + repeated("<tr><td>1", 10) + "</table>", small)
              .find("1000") != std::string::npos);
    CHECK(refusal("<table>" + repeated("<tr><td>1<td>2<td>3<td>4<td>5<td>6<td>7", 30'000) + "</table>").find("200000") !=
          std::string::npos);
}

TEST_CASE("a page cut off at any byte is read or refused, never worse") {
    const std::string page =
        "<html><head><title>报告</title></head><body><table><tr><td "
        "rowspan=2>项&nbsp;目</td><td>1</td></tr><tr><td>2</td></tr></table>"
        "<p style=\"display:none\">x</p><!-- y --><script>z</script><p>一、总体情况</p></body></html>";
    for (std::size_t size = 1; size <= page.size(); ++size) {
        const Reading reading = read_bytes("x.html", page.substr(0, size), {});
        CHECK(reading.inputs.size() + reading.problems.size() >= 1);
    }
}

TEST_CASE("a page that ends in the middle of a table leaves its last line open") {
    const std::string page = "<p>一、总体情况</p><table><tr><td>行政强制</td><td>1160</td></tr></table>";
    CHECK(text_of(page).ends_with("1160\n"));
    CHECK(text_of(page.substr(0, page.find("60</td>"))).ends_with("11"));
}
