// SPDX-License-Identifier: Apache-2.0
#include "engine/binding/report_title.hpp"

#include "tests/unit/binding/official_pack.hpp"

using namespace gouji;
using binding::find_year;
using binding::parse_title;
using tests::Structured;

namespace {

struct Case {
    const char* title;
    const char* agency;
    int year;
    bool official = true;
};

std::string agency_of(const std::string& title) {
    const auto folded = text::fold_label(title);
    const auto parts = parse_title(folded, tests::official().formats, tests::official().lexicon.title);
    return parts ? folded.substr(parts->agency.begin, parts->agency.end - parts->agency.begin) : "(none)";
}

}  // namespace

TEST_SUITE("title") {
    TEST_CASE("years in the ways they are written") {
        CHECK(find_year("清湖县2021年")->year == 2021);
        CHECK(find_year("二〇二一年度")->year == 2021);
        CHECK(find_year("二零二三年")->year == 2023);
        CHECK(find_year("二○一九")->year == 2019);
        CHECK_FALSE(find_year("电话01234567").has_value());
        CHECK_FALSE(find_year("第1234号").has_value());
        CHECK(find_year("05512345678 2022年")->year == 2022);
    }
    TEST_CASE("agency, year and name in every order") {
        const Case cases[] = {
            {"清湖县石桥镇人民政府2023年政府信息公开工作年度报告", "清湖县石桥镇人民政府", 2023},
            {"清湖县石桥镇人民政府 ２０２３ 年政府信息公开工作年度报告", "清湖县石桥镇人民政府", 2023},
            {"清湖县水利局2021年度政府信息公开工作年度报告", "清湖县水利局", 2021},
            {"清湖县水利局二〇二一年政府信息公开工作年度报告", "清湖县水利局", 2021},
            {"石桥乡政府信息公开工作2020年度报告", "石桥乡", 2020},
            {"石桥乡政府信息公开工作2020年年度报告", "石桥乡", 2020},
            {"2019年清湖市人民政府办公厅政府信息公开工作年度报告", "清湖市人民政府办公厅", 2019},
            {"2019年度清湖市水利局政府信息公开工作年度报告", "清湖市水利局", 2019},
            {"清湖县人民政府信息公开工作年度报告（2022年）", "清湖县人民政府", 2022},
            {"清湖县水利局政府信息公开工作年度报告(2022年度)", "清湖县水利局", 2022},
            {"清湖县人民政府关于2022年政府信息公开工作的年度报告", "清湖县人民政府", 2022, false},
            {"清湖县水利局2022年政府信息公开年报", "清湖县水利局", 2022, false},
            {"《中华人民共和国政府信息公开工作年度报告格式》", "(none)", 0},
            {"清湖县教育局（体育局）2022年政府信息公开工作年度报告", "清湖县教育局(体育局)", 2022},
            {"2022年政府信息公开工作年度报告", "", 2022},
            {"政府信息公开工作年度报告", "", 0},
            {"标题: 清湖综合实验区2021年度政府信息公开工作年度报告", "清湖综合实验区", 2021},
            {"首页 > 政府信息公开年报 > 清湖县水利局2021年政府信息公开工作年度报告", "清湖县水利局", 2021},
        };
        for (const Case& c : cases) {
            CAPTURE(c.title);
            CHECK(agency_of(c.title) == c.agency);
            const auto folded = text::fold_label(c.title);
            const auto parts = parse_title(folded, tests::official().formats, tests::official().lexicon.title);
            if (!parts) continue;
            CHECK((parts->year ? parts->year->year : 0) == c.year);
            CHECK(parts->official_name == c.official);
        }
    }
    TEST_CASE("on one line, over two, with the agency alone") {
        const char* const texts[] = {
            "清湖县石桥镇人民政府2023年政府信息公开工作年度报告\n\n本报告依据条例编制。\n\n一、总体情况\n",
            "清湖县石桥镇人民政府\n\n2023 年政府信息公开工作年度报告\n\n本报告依据条例编制。\n\n一、总体情况\n",
            "清湖县石桥镇人民政府2023年政府信息\n公开工作年度报告\n\n一、总体情况\n",
            "清湖县石桥镇人民政府\n2023年\n政府信息公开工作年度报告\n\n一、总体情况\n",
            "标题: 清湖县石桥镇人民政府2023年政府信息公开工作年度报告\n发布时间: 2024-01-20\n正文\n清湖县石桥镇人民政府2023年政府信息公开工作年度报告\n一、总体情况\n",
            "首页 > 公开 > 年报\n清湖县石桥镇人民政府2023年政府信息公开工作年度报告\n发布日期：2024-01-20\n本报告依据条例编制。\n一、总体情况\n",
        };
        for (const char* text : texts) {
            CAPTURE(text);
            const Structured report{text};
            CHECK(report.document.agency == "清湖县石桥镇人民政府");
            CHECK(report.document.year == 2023);
            CHECK(report.document.title == "清湖县石桥镇人民政府2023年政府信息公开工作年度报告");
            CHECK(report.document.title_has_official_name);
            CHECK(report.text_of(report.document.year_span) == "2023");
            CHECK(report.text_of(report.document.agency_span) == "清湖县石桥镇人民政府");
        }
    }
    TEST_CASE("a title in a run of text") {
        const Structured report{"当前位置： 首页政府信息公开 清湖县2023年政府信息公开工作年度报告 来源：清湖县人民政府。本报告依据条例编制。一、总体情况2023年，我县推进公开。"};
        CHECK(report.document.year == 2023);
        CHECK(report.document.title_has_official_name);
    }
    TEST_CASE("the year in parentheses on the line below") {
        const Structured report{"清湖县水利局\n政府信息公开工作年度报告\n（2023年度）\n\n一、总体情况\n"};
        CHECK(report.document.agency == "清湖县水利局");
        CHECK(report.document.year == 2023);
        CHECK(report.document.title == "清湖县水利局政府信息公开工作年度报告(2023年度)");
    }
    TEST_CASE("the notice that prescribes the format is no title") {
        const Structured report{"清湖县水利局工作情况\n\n本报告按照《中华人民共和国政府信息公开工作年度报告格式》编制。\n\n一、总体情况\n"};
        CHECK(report.document.title.empty());
        CHECK(report.document.agency.empty());
    }
    TEST_CASE("no title") {
        const Structured report{"通知\n\n各单位：请按时报送。\n"};
        CHECK(report.document.title.empty());
        CHECK(report.document.agency.empty());
        CHECK_FALSE(report.document.year.has_value());
        CHECK_FALSE(report.document.title_has_official_name);
    }
    TEST_CASE("a title without the official name is no official title") {
        const Structured report{"清湖县石桥镇人民政府2023年工作总结\n\n一、总体情况\n"};
        CHECK_FALSE(report.document.title_has_official_name);
    }
}
