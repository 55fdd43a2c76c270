// SPDX-License-Identifier: Apache-2.0
// Tables as text layouts carry them, from the text to the figures: what the order of lines and the places of words tell.
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>

#include "engine/binding/label_text.hpp"
#include "unit/binding/official_pack.hpp"

using namespace gouji;
using tests::official;

namespace {

struct Bound {
    text::SourceText source;
    grammar::Tree tree;
    model::Document document;

    explicit Bound(std::string text)
        : source{"test", std::move(text)}, tree{binding::parse(source, {}, official())}, document{binding::bind(source, tree, official())} {}

    [[nodiscard]] std::string figure(const std::string& id) const {
        REQUIRE(document.format != nullptr);
        const auto& figure = document.figures.at(document.format->find_figure(id));
        return figure.state == model::FigureState::value ? figure.value.to_string() : "-";
    }
};

const std::string head = "甲县乙镇人民政府2022年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n";

std::string lines(const std::string& columns) {
    std::string out = head + columns;
    const auto& block = official().formats.back().tables[1].blocks[0];
    for (const auto& row : block.rows) out += row.label.text + "\n1\n2\n3\n4\n5\n6\n21\n";
    return out;
}

std::string read_report(const std::string& name) {
    std::ifstream file{GOUJI_ROOT "/fixtures/reports/" + name, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

void check_same_figures(const model::Document& document, const model::Document& expected) {
    REQUIRE(document.figures.size() == expected.figures.size());
    for (std::size_t i = 0; i < document.figures.size(); ++i) {
        CAPTURE(document.format->figures[i].id);
        CHECK(document.figures[i].state == expected.figures[i].state);
        CHECK(document.figures[i].value == expected.figures[i].value);
    }
}

}  // namespace

TEST_SUITE("layouts") {
    TEST_CASE("a header read line by line: from left to right, or level by level") {
        const Bound flat{lines("自然人\n法人或其他组织\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计\n")};
        CHECK(flat.figure("applications.received.enterprise") == "2");
        CHECK(flat.figure("applications.received.total") == "21");
        const Bound levels{lines("自然人\n法人或其他组织\n总计\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n")};
        CHECK(levels.figure("applications.received.enterprise") == "2");
        CHECK(levels.figure("applications.received.total") == "21");
    }
    TEST_CASE("a header in any other order leaves its figures open") {
        const Bound other{lines("自然人\n法人或其他组织\n总计\n科研机构\n商业企业\n社会公益组织\n法律服务机构\n其他\n")};
        CHECK(other.figure("applications.received.enterprise") == "-");
        CHECK(other.figure("applications.received.research") == "-");
    }
    TEST_CASE("a group's label may have run into its first column's") {
        const auto& labels = official().formats.back().labels;
        const auto uses = binding::label_behind_group("行政复议结果维持", labels, 2);
        REQUIRE_FALSE(uses.empty());
        CHECK(uses.front().role == model::LabelRole::column);
        CHECK(binding::label_behind_group("结果维持", labels, 2).empty());
        CHECK(binding::label_behind_group("某某结果维持", labels, 2).empty());
    }
    TEST_CASE("a header torn by wide spaces: its columns are there where each of their figures is") {
        std::string text = head +
                           "　　　申请人情况\n　　　自然人　法人或其他组织　　　　　总计\n　　　　商业企业　科研机构　社会公益组"
                           "织　法律服务机构　其他　\n";
        for (const auto& row : official().formats.back().tables[1].blocks[0].rows)
            text += row.label.text + "　　　1　2　3　4　5　6　21\n";
        const Bound bound{text};
        CHECK(bound.figure("applications.received.natural_person") == "1");
        CHECK(bound.figure("applications.granted.total") == "21");
        for (const auto& defect : bound.document.tables[1].defects) CHECK(defect.kind == model::DefectKind::group_missing);
    }
    TEST_CASE("pipes between the cells only") {
        std::string text = head + "项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计\n";
        for (const auto& row : official().formats.back().tables[1].blocks[0].rows)
            text += row.label.text + " | 1 | 2 | 3 | 4 | 5 | 6 | 21\n";
        const Bound bound{text};
        CHECK(bound.figure("applications.received.enterprise") == "2");
        CHECK(bound.figure("applications.carried_out.total") == "21");
    }
    TEST_CASE("a row that lost a cell, beside rows on other pages whose labels take up as many columns") {
        const auto rows = [](const std::string& received, const std::string& granted) {
            return head + "自然人\t法人或其他组织\t\t\t\t\t总计\n商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t\n" +
                   "一、本年新收政府信息公开申请数量\t\t\t" + received + "\n\n- 3 -\n\n" +
                   "二、上年结转政府信息公开申请数量\t\t\t0\t0\t0\t3\t2\t4\t9\n" + "三、本年度办理结果\t（一）予以公开\t\t" + granted + "\n" +
                   "（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t\t0\t1\t0\t0\t0\t0\t1\n" + "（三）不予公开\t1.属于国家秘密\t0\t0\t0\t1\t0\t0\t1\n" +
                   "（七）总计\t\t9\t6\t5\t3\t3\t1\t27\n" + "四、结转下年度继续办理\t\t\t2\t0\t0\t0\t2\t3\t7\n";
        };
        const Bound whole{rows("11\t6\t5\t0\t3\t0\t25", "0\t0\t0\t0\t1\t0\t1")};
        CHECK(whole.figure("applications.received.enterprise") == "6");
        CHECK(whole.figure("applications.granted.legal_service") == "1");
        const Bound cut{rows("11\t6\t5\t0\t3\t25", "0\t0\t0\t0\t1\t1")};
        CHECK(cut.figure("applications.received.enterprise") == "-");
        CHECK(cut.figure("applications.granted.legal_service") == "-");
        CHECK(cut.figure("applications.denied.state_secret.nonprofit") == "1");
        CHECK(whole.figure("applications.carried_in.legal_service") == "2");
    }
    TEST_CASE("headings without numbers, and no blank line between them and the tables") {
        const std::string whole = read_report("qingshi-2022.txt");
        const std::regex number{"\n(一|二|三|四|五|六)、(?=总体|主动|收到|政府|存在|其他)"};
        const std::string bare = std::regex_replace(std::regex_replace(whole, number, "\n"), std::regex{"\n+"}, "\n");
        REQUIRE(bare.size() + 50 < whole.size());
        const Bound expected{whole};
        const Bound bound{bare};
        check_same_figures(bound.document, expected.document);
        CHECK(bound.document.sections.size() == expected.document.sections.size());
    }
    TEST_CASE("all tables behind the text, nothing between them") {
        const std::string whole = read_report("qingshi-2022.txt");
        std::string prose, rows;
        std::istringstream in{whole};
        for (std::string line; std::getline(in, line);) (line.find('\t') == std::string::npos ? prose : rows) += line + '\n';
        REQUIRE(rows.size() > 1000);
        const Bound expected{whole};
        for (const std::string& text : {prose + '\n' + rows, rows + '\n' + prose}) {
            const Bound bound{text};
            check_same_figures(bound.document, expected.document);
            for (const auto& table : bound.document.tables) {
                CHECK(table.state == model::TableState::read);
                CHECK(table.defects.empty());
            }
        }
    }
    TEST_CASE("a label that two tables have does not make a second table") {
        std::string text = head;
        for (int i = 0; i < 4; ++i) text += "项目\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n";
        for (const auto& row : official().formats.back().tables[1].blocks[0].rows) text += row.label.text + "\t1\t2\t3\t4\t5\t6\t21\n";
        const Bound bound{text + "四、政府信息公开行政复议、行政诉讼情况\n无。\n"};
        CHECK(bound.figure("applications.granted.total") == "21");
        CHECK(bound.document.tables[2].state == model::TableState::absent);
    }
    TEST_CASE("a header that a page break cut") {
        std::string text =
            head +
            "\t自然人\t法人或其他组织\t\t\t\t\t总计\n\n- 2 -\n\n\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t\n";
        for (const auto& row : official().formats.back().tables[1].blocks[0].rows)
            text += row.label.text + "\t1\t2\t3\t4\t5\t6\t21\n";
        const Bound bound{text};
        CHECK(bound.figure("applications.received.research") == "3");
        CHECK(bound.document.tables[1].defects.empty() == false);  // the group labels are not there
        for (const auto& defect : bound.document.tables[1].defects) CHECK(defect.kind == model::DefectKind::group_missing);
    }
    TEST_CASE("cells parted by spaces, in no columns") {
        std::string text = head + "自然人 法人或其他组织 总计\n商业企业 科研机构 社会公益组织 法律服务机构 其他\n";
        for (const auto& row : official().formats.back().tables[1].blocks[0].rows) text += row.label.text + " 1 2 3 4 5 6 21\n";
        text += "四、政府信息公开行政复议、行政诉讼情况\n行政复议          行政诉讼\n结果维持  结果纠正  其他结果  尚未审结  总计  未经复议直接起诉      复议后起诉\n"
                "          结果维持  结果纠正  其他结果  尚未审结  总计  结果维持  结果纠正  其他结果  尚未审结  总计\n"
                "1  0  0  0  1  0  2  0  0  2  0  0  3  0  3\n";
        const Bound bound{text};
        CHECK(bound.figure("applications.received.enterprise") == "2");
        CHECK(bound.figure("proceedings.review.upheld") == "1");
        CHECK(bound.figure("proceedings.litigation_direct.corrected") == "2");
        CHECK(bound.figure("proceedings.litigation_after_review.total") == "3");
    }
    TEST_CASE("rows that stand in lines beside the table are not missing") {
        std::string text = head + "\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n";
        const auto& rows = official().formats.back().tables[1].blocks[0].rows;
        const auto& torn = rows[13];
        for (const auto& row : rows) {
            if (&row != &torn) text += row.label.text + "\t1\t2\t3\t4\t5\t6\t21\n";
        }
        const auto missing = [](const std::string& all) {
            const Bound bound{all};
            for (const auto& defect : bound.document.tables[1].defects) {
                if (defect.kind == model::DefectKind::row_missing) return std::string{defect.uncertain ? "perhaps" : "yes"};
            }
            return std::string{"no"};
        };
        CHECK(missing(text) == "yes");
        CHECK(missing(text + "\n续表\n\n" + torn.label.text + " 7\n") == "perhaps");
        CHECK(missing(text + "\n“" + torn.label.text + "”一行本年没有填写。\n") == "yes");
        CHECK(Bound{text + "\n续表\n\n" + torn.label.text + " 7\n"}.figure("applications.unavailable.needs_creation.total") == "-");
    }
}
