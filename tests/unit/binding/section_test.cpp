// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/binding/official_pack.hpp"

using namespace gouji;
using model::Section;
using model::TitleMatch;
using tests::Structured;

namespace {

// "1:overview 2:disclosure~ ?:附表": number, id, ~ deviating, = accepted, ^ inside a paragraph.
std::string sections(const std::string& text) {
    const Structured report{text};
    std::string out;
    for (const Section& section : report.document.sections) {
        if (!out.empty()) out += ' ';
        out += std::to_string(section.number.value) + ':';
        out += section.spec == nullptr ? "?" + report.text_of(section.title) : section.spec->id;
        if (section.match == TitleMatch::deviating) out += '~';
        if (section.match == TitleMatch::accepted) out += '=';
        if (section.inline_heading) out += '^';
    }
    return out;
}

constexpr auto title = "清湖县水利局2023年政府信息公开工作年度报告\n\n";
constexpr auto six = "1:overview 2:disclosure 3:applications 4:proceedings 5:problems 6:other";

std::string with_headings(const std::vector<std::string>& headings) {
    std::string text = title;
    for (const std::string& heading : headings) text += heading + "\n\n水利局依法开展工作，情况良好。\n\n";
    return text;
}

const std::vector<std::string> official{"一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况",
                                        "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项"};

std::vector<std::string> but(std::size_t index, const std::string& heading) {
    auto headings = official;
    headings[index] = heading;
    return headings;
}

}  // namespace

TEST_SUITE("sections") {
    TEST_CASE("official headings") { CHECK(sections(with_headings(official)) == six); }
    TEST_CASE("other numbering") {
        CHECK(sections(with_headings(but(0, "1、 总体情况"))) == six);
        CHECK(sections(with_headings(but(4, "第五部分 存在的主要问题及改进情况"))) == six);
        CHECK(sections(with_headings(but(0, "总体情况"))) == "0:overview 2:disclosure 3:applications 4:proceedings 5:problems 6:other");
        CHECK(sections(with_headings(but(5, "七、其他需要报告的事项"))) ==
              "1:overview 2:disclosure 3:applications 4:proceedings 5:problems 7:other");
    }
    TEST_CASE("all numbered as sub-headings are") {
        auto headings = official;
        for (std::string& heading : headings) heading = "（" + heading.substr(0, 3) + "）" + heading.substr(6);
        CHECK(sections(with_headings(headings)) == six);
    }
    TEST_CASE("accepted and deviating wording") {
        CHECK(sections(with_headings(but(3, "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况"))) ==
              "1:overview 2:disclosure 3:applications 4:proceedings= 5:problems 6:other");
        CHECK(sections(with_headings(but(1, "二、主动信息公开政府信息情况"))) ==
              "1:overview 2:disclosure~ 3:applications 4:proceedings 5:problems 6:other");
        CHECK(sections(with_headings(but(4, "五、存在的问题及改进措施"))) ==
              "1:overview 2:disclosure 3:applications 4:proceedings 5:problems~ 6:other");
        CHECK(sections(with_headings(but(0, "一、基本情况"))) ==
              "1:overview~ 2:disclosure 3:applications 4:proceedings 5:problems 6:other");
        CHECK(sections(with_headings(but(2, "三、依申请公开政府信息情况"))) ==
              "1:overview 2:disclosure 3:applications~ 4:proceedings 5:problems 6:other");
        CHECK(sections(with_headings(but(5, "六、其他事项"))) ==
              "1:overview 2:disclosure 3:applications 4:proceedings 5:problems 6:other~");
    }
    TEST_CASE("a missing, a doubled and a displaced section") {
        auto headings = official;
        headings.erase(headings.begin() + 3);
        CHECK(sections(with_headings(headings)) == "1:overview 2:disclosure 3:applications 5:problems 6:other");
        headings = official;
        headings.push_back("六、其他需要报告的事项");
        CHECK(sections(with_headings(headings)) == std::string{six} + " 6:other");
        headings = official;
        std::swap(headings[1], headings[2]);
        CHECK(sections(with_headings(headings)) == "1:overview 3:applications 2:disclosure 4:proceedings 5:problems 6:other");
    }
    TEST_CASE("a section that no format has") {
        auto headings = official;
        headings.push_back("七、附表");
        CHECK(sections(with_headings(headings)) == std::string{six} + " 7:?附表");
    }
    TEST_CASE("list items and sub-headings are no sections") {
        std::string text = title;
        text += "一、总体情况\n\n（一）主动公开政府信息情况。全年平稳。\n\n1.主动公开政府信息情况\n\n平稳。\n\n二、主动公开政府信息情况\n\n略。\n\n";
        text += "三、收到和处理政府信息公开申请情况\n\n略。\n\n四、政府信息公开行政复议、行政诉讼情况\n\n略。\n\n";
        text += "五、存在的主要问题及改进情况\n\n一、加强学习\n\n二、完善制度\n\n略。\n\n六、其他需要报告的事项\n\n无\n";
        CHECK(sections(text) == six);
    }
    TEST_CASE("an item of a list that sounds like a section stands beside the section itself") {
        std::vector<std::string> arabic{"1、总体情况", "2、主动公开政府信息情况", "3、收到和处理政府信息公开申请情况",
                                        "4、政府信息公开行政复议、行政诉讼情况", "5、存在的主要问题及改进情况", "6、其他需要报告的事项"};
        CHECK(sections(with_headings(arabic) + "附件：1.统计表.xlsx\n2.主动公开目录.docx\n") == six);
    }
    TEST_CASE("rows of a table that came as lines are no sections") {
        auto headings = official;
        std::string text = with_headings(headings);
        const auto at = text.find("四、政府");
        text.insert(at, "一、本年新收政府信息公开申请数量\n\n二、上年结转政府信息公开申请数量\n\n三、本年度办理结果\n\n四、结转下年度继续办理\n\n");
        CHECK(sections(text) == six);
    }
    TEST_CASE("a table of contents is not a second set of sections") {
        std::string contents = "目录\n";
        for (const std::string& heading : official) contents += heading + "……1\n";
        CHECK(sections(title + contents + with_headings(official).substr(std::string{title}.size())) == six);
    }
    TEST_CASE("headings in a run of text") {
        const auto text = std::string{title} +
                          "本报告包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况等六个部分。电话：0551-2316537。一、总体情况2023年，"
                          "我局推进公开。二、主动公开政府信息情况 第二十条第（一）项规章 000三、收到和处理政府信息公开申请情况（略）000四、"
                          "政府信息公开行政复议、行政诉讼情况 无五、存在的主要问题及改进情况（一）问题。六、其他需要报告的事项2023年，无收费。";
        CHECK(sections(text) == "1:overview^ 2:disclosure^ 3:applications^ 4:proceedings^ 5:problems^ 6:other^");
        const Structured report{text};
        REQUIRE(report.document.sections.size() == 6);
        const Section& overview = report.document.sections[0];
        CHECK(report.tree.prose_of(overview.prose) == "2023年,我局推进公开。");
        CHECK(report.text_of(overview.heading) == "一、总体情况");
        CHECK(report.text_of(overview.title) == "总体情况");
        CHECK(report.document.sections[5].block_count == 1);
    }
    TEST_CASE("one heading lost in the text before it") {
        auto headings = official;
        std::string text = with_headings(headings);
        const std::string broken = "情况良好。\n\n五、存在";
        const auto at = text.find(broken);
        REQUIRE(at != std::string::npos);
        text.replace(at, broken.size(), "情况良好。五、存在");
        CHECK(sections(text) == "1:overview 2:disclosure 3:applications 4:proceedings 5:problems^ 6:other");
    }
    TEST_CASE("what a section holds") {
        const Structured report{std::string{title} + "一、总体情况\n\n全年平稳。\n\n工作扎实。\n\n二、主动公开政府信息情况\n\n三、收到和处理政府信息公开申请情况\n\n略。"};
        REQUIRE(report.document.sections.size() == 3);
        const auto& overview = report.document.sections[0];
        CHECK(report.tree.prose_of(overview.prose) == "全年平稳。\n工作扎实。\n");
        CHECK(overview.block_count == 2);
        CHECK(overview.first_block == 2);
        CHECK(report.document.sections[1].block_count == 0);
        CHECK(report.document.sections[1].prose.empty());
        CHECK(report.tree.prose_of(report.document.sections[2].prose) == "略。\n");
    }
    TEST_CASE("no sections at all") {
        CHECK(sections("一份没有章节的文字。\n").empty());
        CHECK(sections("").empty());
    }
}
