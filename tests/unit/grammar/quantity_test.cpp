// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "unit/grammar/tree_text.hpp"

using namespace gouji;
using namespace gouji::tests;
using grammar::Qualifier;

namespace {

// "70余条=70条": each quantity as written (folded), its value and unit.
Lines quantities(const Parsed& parsed) {
    Lines lines;
    for (const auto& q : parsed.tree.quantities) lines.push_back(parsed.prose(q.prose) + "=" + q.value.to_string() + parsed.prose(q.unit));
    return lines;
}
Lines quantities(const char* text) { return quantities(Parsed{text}); }

}  // namespace

TEST_CASE("quantities of every kind") {
    CHECK(quantities("全年公开信息 124 条。") == Lines{"124条=124条"});
    CHECK(quantities("全年公开信息70余条。") == Lines{"70余条=70条"});
    CHECK(quantities("全年公开信息约120件、近30条。") == Lines{"约120件=120件", "近30条=30条"});
    CHECK(quantities("办理1.2万件，收费54369 元。") == Lines{"1.2万件=12000件", "54369元=54369元"});
    CHECK(quantities("采购9200万元、3.5亿元、1.2万余元。") == Lines{"9200万元=92000000万元", "3.5亿元=350000000亿元", "1.2万余元=12000元"});
    CHECK(quantities("办理三十二件，答复一百零五件，收到一件。") == Lines{"三十二件=32件", "一百零五件=105件", "一件=1件"});
    CHECK(quantities("占90.4％，提高3个百分点。") == Lines{"90.4%=90.4%", "3个百分点=3个百分点"});
    CHECK(quantities("共１２３件，3,340条。") == Lines{"123件=123件", "3,340条=3340条"});
    CHECK(quantities("公开0件。") == Lines{"0件=0件"});
    CHECK(quantities("接待2万人次，用时15个工作日。") == Lines{"2万人次=20000人次", "15个工作日=15个工作日"});
    CHECK(quantities("总数为1136。共计35，其他若干。") == Lines{"1136=1136", "35=35"});
}

TEST_CASE("units know their factor, and numbers their place") {
    const Parsed parsed{"本年收费 7,730.28 万元。"};
    REQUIRE(parsed.tree.quantities.size() == 1);
    const auto& q = parsed.tree.quantities[0];
    CHECK(q.value.to_string() == "77302800");
    CHECK(q.unit_factor == text::Decimal::of(10'000));
    CHECK(parsed.original(q.number) == "7,730.28");
    CHECK(parsed.original(q.prose) == "7,730.28 万元");
}

TEST_CASE("qualifiers") {
    const Parsed parsed{"约5件，近6件，7余件，8件左右，超过9件，不足10件，11件以上，12件以下，13件，逾14件，最近15次。"};
    const Qualifier expected[] = {Qualifier::about,     Qualifier::about,     Qualifier::about, Qualifier::about,     Qualifier::more_than, Qualifier::less_than,
                                  Qualifier::more_than, Qualifier::less_than, Qualifier::none,  Qualifier::more_than, Qualifier::none};
    REQUIRE(parsed.tree.quantities.size() == std::size(expected));
    for (std::size_t i = 0; i < std::size(expected); ++i) {
        CAPTURE(i);
        CHECK(parsed.tree.quantities[i].qualifier == expected[i]);
    }
    CHECK(parsed.prose(parsed.tree.quantities[4].prose) == "超过9件");
}

TEST_CASE("numbers that count nothing") {
    for (const char* text : {"2031年，二〇三一年度，2031 年 1 月 1 日，3月5日，12月底。",
                             "第二十条第（一）项，第12次会议，第三方，第一时间，第五十条规定。",
                             "国办发〔2031〕30号、（2031）109号、[2031]7号文件。",
                             "电话：0123-1234567，0123—1234567，13912345678，邮编：123456。",
                             "网址www.example.gov.cn/2031/12条，邮箱a12件@example.org。",
                             "“331”监管平台、“三安全一稳定”、三审三校、“两微一端”、“五公开”。",
                             "《关于3件实事的通知》和《2031年20条措施》。",
                             "一次性告知、统一部署、一些、一方面、进一步、一起推进、一件事一次办、最多跑一次、唯一一项。",
                             "3-5件，2～3次，1/3，16:34，24×7。",
                             "图1所示，如表2所列，附件3份数见后。",
                             "12345热线，5G网络，A4纸，3部门，12项目。",
                             "数十次，几十件，上百件，两三次，十余。",
                             "“十四五”规划，十二五期间，十九届六中全会，第十四个五年规划。",
                             "联系地址：人民路533号2栋。"}) {
        CAPTURE(text);
        CHECK(quantities(text) == Lines{});
    }
}

TEST_CASE("what a line end or a full-width comma parts is no number") {
    CHECK(quantities("全年累计公开各类政府信息，其中通过政府网站公开信息12\n34条，全部及时。\n") == Lines{});
    CHECK(quantities("办理公开12，340条已归档。") == Lines{});
    CHECK(quantities("办理12 34件。") == Lines{});
}

TEST_CASE("one counts only where it is meant") {
    CHECK(quantities("在很长时期里一条信息也不公示。每季度召开一次会议。") == Lines{});
    CHECK(quantities("机关建设的一项重要任务。") == Lines{});
    CHECK(quantities("收到一起行政复议案件，受理申请一件。") == Lines{"一起=1起", "一件=1件"});
}

TEST_CASE("clauses") {
    const Parsed parsed{"（二）办理。2031年，我镇收到申请（含上年结转2件）12件，均已办结；其中网上3件：全部答复。"};
    const auto& q = parsed.tree.quantities;
    REQUIRE(q.size() == 3);
    CHECK(parsed.prose(q[0].clause) == "含上年结转2件");
    CHECK(parsed.prose(q[1].clause) == "我镇收到申请(含上年结转2件)12件");
    CHECK(parsed.prose(q[2].clause) == "其中网上3件");
}

TEST_CASE("an unclosed parenthesis or quotation mark does not swallow the rest") {
    const Parsed parsed{"收到申请（网上3件，信函2件。办结5件。他说：“好。"};
    CHECK(parsed.tree.sentences.size() == 3);
    CHECK(parsed.prose(parsed.tree.quantities[2].clause) == "办结5件");
}

TEST_CASE("sentences") {
    const Parsed parsed{"一、概况\n（一）公开。全年有序（详见附件。）并且“公开为常态。”得到落实！还有吗？有\n"};
    Lines sentences;
    for (const auto& s : parsed.tree.sentences) sentences.push_back(parsed.prose(s.prose));
    CHECK(sentences == Lines{"一、概况", "(一)公开。", "全年有序(详见附件。)并且\"公开为常态。\"", "得到落实!", "还有吗?", "有"});
    CHECK(parsed.tree.paragraphs[1].first_sentence == 1);
    CHECK(parsed.tree.paragraphs[1].sentence_count == 5);
    CHECK(parsed.tree.sentences[1].paragraph == 1);
}

TEST_CASE("sentences know their quantities") {
    const Parsed parsed{"公开3条、4条。没有。公开5条。"};
    REQUIRE(parsed.tree.sentences.size() == 3);
    CHECK(parsed.tree.sentences[0].quantity_count == 2);
    CHECK(parsed.tree.sentences[1].quantity_count == 0);
    CHECK(parsed.tree.sentences[2].first_quantity == 2);
    CHECK(parsed.tree.quantities[2].sentence == 2);
}
