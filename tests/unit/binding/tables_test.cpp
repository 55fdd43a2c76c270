// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/binding/table_support.hpp"

#include <algorithm>

using gouji::tests::BoundReport;
using Strings = std::vector<std::string>;

namespace {

const std::string header = R"(（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）||申请人情况||||||
||自然人|法人或其他组织|||||总计
|||商业企业|科研机构|社会公益组织|法律服务机构|其他|
)";

const Strings labels = {
    "一、本年新收政府信息公开申请数量|", "二、上年结转政府信息公开申请数量|", "三、本年度办理结果|（一）予以公开", "|（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
    "|（三）不予公开|1.属于国家秘密", "||2.其他法律行政法规禁止公开", "||3.危及“三安全一稳定”", "||4.保护第三方合法权益", "||5.属于三类内部事务信息",
    "||6.属于四类过程性信息", "||7.属于行政执法案卷", "||8.属于行政查询事项", "|（四）无法提供|1.本机关不掌握相关政府信息", "||2.没有现成信息需要另行制作",
    "||3.补正后申请内容仍不明确", "|（五）不予处理|1.信访举报投诉类申请", "||2.重复申请", "||3.要求提供公开出版物", "||4.无正当理由大量反复申请",
    "||5.要求行政机关确认或重新出具已获取信息", "|（六）其他处理|1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    "||2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "||3.其他", "|（七）总计", "四、结转下年度继续办理|",
};

// A whole table of section 三: every row has the figures 1 to 7, or what `change` makes of its line.
template <class Change>
std::string applications(Change change, const std::string& head = header) {
    std::string out = "== applications\n" + head;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const std::string line = change(i, labels[i] + "|1|2|3|4|5|6|7");
        out += line.empty() ? "" : line + '\n';
    }
    return out;
}

std::string unchanged(std::size_t, std::string line) { return line; }

auto instead(std::size_t row, const std::string& line) {
    return [=](std::size_t i, std::string was) { return i == row ? line : was; };
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

}  // namespace

TEST_SUITE("binding of rows") {
    TEST_CASE("a clean table binds whole, with nothing to tell") {
        const BoundReport report{applications(unchanged), 2022};
        CHECK(report.document().format->id == "2021");
        for (const auto& figure : report.document().format->figures) {
            if (figure.id.starts_with("applications.")) CHECK(report.figure(figure.id) == "value " + std::to_string(figure.column + 1));
        }
        CHECK(report.defects("applications") == Strings{});
    }

    TEST_CASE("labels differ in punctuation, width and spaces without a word about it") {
        const BoundReport report{applications([](std::size_t, std::string line) {
            return replaced(replaced(line, "|1|", "| １ |"), line.find("（") == std::string::npos ? "|2|" : "（", line.find("（") == std::string::npos ? "|2|" : " (");
        }), 2022};
        CHECK(report.row("applications.denied.state_secret") == "1 2 3 4 5 6 7");
        CHECK(report.defects("applications") == Strings{});
    }

    TEST_CASE("a label with a slip of the pen is the one that is meant") {
        const BoundReport report{applications(instead(5, "||2.其他法律行政法规禁公开|1|2|3|4|5|6|7")), 2022};
        CHECK(report.row("applications.denied.other_law") == "1 2 3 4 5 6 7");
        CHECK(report.defects("applications") == Strings{"label_wording 2.其他法律行政法规禁止公开/2.其他法律行政法规禁公开"});
    }

    TEST_CASE("figures on one row and the label, with a slip of the pen, on the next") {
        const BoundReport report{applications(instead(5, "|||1|2|3|4|5|6|7\n||2.其他法律行政法规禁公开")), 2022};
        CHECK(report.row("applications.denied.other_law") == "1 2 3 4 5 6 7");
        CHECK(report.defects("applications") == Strings{"label_wording 2.其他法律行政法规禁止公开/2.其他法律行政法规禁公开"});
    }

    TEST_CASE("a label without its number is the same label") {
        const BoundReport report{applications(instead(16, "||重复申请|1|2|3|4|5|6|7")), 2022};
        CHECK(report.row("applications.rejected.repeated") == "1 2 3 4 5 6 7");
        CHECK(report.defects("applications") == Strings{});
    }

    TEST_CASE("a label split by a page break is one label") {
        const BoundReport report{applications(instead(15, "|（五）不|1.信访举报投诉|1|2|3|4|5|6|7\n\n|予处理|类申请|||||||")), 2022};
        CHECK(report.row("applications.rejected.petition") == "1 2 3 4 5 6 7");
        CHECK(report.defects("applications") == Strings{});
    }

    TEST_CASE("a label on one row and its figures on the next") {
        const BoundReport report{applications(instead(9, "||6.属于四类过程性信息\n|||1|2|3|4|5|6|7")), 2022};
        CHECK(report.row("applications.denied.process_info") == "1 2 3 4 5 6 7");
    }

    TEST_CASE("a label with a slip of the pen below its figures") {
        const BoundReport report{applications(instead(9, "|||1|2|3|4|5|6|7\n||6.属于四类过程信息")), 2022};
        CHECK(report.row("applications.denied.admin_query") == "1 2 3 4 5 6 7");
    }

    TEST_CASE("figures on both rows of a split label are not certain: a number may have been split, too") {
        const BoundReport report{applications(instead(9, "||6.属于四类|12|2|3|4|5|6|7\n||过程性信息|3||||||")), 2022};
        CHECK(report.row("applications.denied.process_info") == "x x x x x x x");
        CHECK(report.row("applications.denied.admin_query") == "1 2 3 4 5 6 7");
    }

    TEST_CASE("group and row in one cell") {
        const BoundReport report{applications(instead(4, "|（三）不予公开1.属于国家秘密|1|2|3|4|5|6|7")), 2022};
        CHECK(report.row("applications.denied.state_secret") == "1 2 3 4 5 6 7");
        CHECK(report.defects("applications") == Strings{});
    }

    TEST_CASE("a missing row is absent, its neighbours are not disturbed") {
        const BoundReport report{applications(instead(7, "")), 2022};
        CHECK(report.row("applications.denied.third_party") == "x x x x x x x");
        CHECK(report.row("applications.denied.internal_affairs") == "1 2 3 4 5 6 7");
        CHECK(report.defects("applications") == Strings{"row_missing 4.保护第三方合法权益/"});
    }

    TEST_CASE("missing rows side by side are one defect") {
        const BoundReport report{applications([](std::size_t i, std::string line) { return i >= 20 ? std::string{} : line; }), 2022};
        REQUIRE(report.defects("applications").size() == 1);
        CHECK(report.document().tables[1].defects[0].figures.size() == 5 * 7);
    }

    TEST_CASE("a row that the format does not have") {
        const BoundReport report{applications(instead(23, "||4.转送其他机关办理|9|9|9|9|9|9|9\n|（七）总计|1|2|3|4|5|6|7")), 2022};
        CHECK(report.row("applications.results_total") == "1 2 3 4 5 6 7");
        CHECK(report.defects("applications") == Strings{"row_unknown /4.转送其他机关办理"});
    }

    TEST_CASE("a group that stands as one row") {
        const BoundReport report{applications([](std::size_t i, std::string line) {
            if (i == 20) return std::string{"|（六）其他处理||1|2|3|4|5|6|7"};
            return i == 21 || i == 22 ? std::string{} : line;
        }), 2022};
        CHECK(report.row("applications.other.misc") == "x x x x x x x");
        CHECK(report.row("applications.results_total") == "1 2 3 4 5 6 7");
        CHECK(report.defects("applications") == Strings{"rows_collapsed （六）其他处理/(六)其他处理"});
    }

    TEST_CASE("a group label that is not there") {
        const BoundReport report{applications(instead(4, "||1.属于国家秘密|1|2|3|4|5|6|7")), 2022};
        CHECK(report.row("applications.denied.state_secret") == "1 2 3 4 5 6 7");
        CHECK(report.defects("applications") == Strings{"group_missing （三）不予公开/?"});
    }

    TEST_CASE("a row that stands twice with different figures is not certain") {
        const BoundReport same{applications(instead(16, labels[16] + "|1|2|3|4|5|6|7\n" + labels[16] + "|1|2|3|4|5|6|7")), 2022};
        CHECK(same.row("applications.rejected.repeated") == "1 2 3 4 5 6 7");
        const BoundReport other{applications(instead(16, labels[16] + "|1|2|3|4|5|6|7\n" + labels[16] + "|8|2|3|4|5|6|7")), 2022};
        CHECK(other.row("applications.rejected.repeated") == "? ? ? ? ? ? ?");
        CHECK(other.defects("applications") == Strings{"row_unknown /2.重复申请"});
    }

    TEST_CASE("rows in another order are told apart by their labels") {
        const BoundReport report{applications([](std::size_t i, std::string line) {
            if (i == 16) return labels[17] + "|9|9|9|9|9|9|9";
            return i == 17 ? labels[16] + "|8|8|8|8|8|8|8" : line;
        }), 2022};
        CHECK(report.row("applications.rejected.repeated") == "8 8 8 8 8 8 8");
        CHECK(report.row("applications.rejected.publication") == "9 9 9 9 9 9 9");
    }
}

TEST_SUITE("binding of cells to columns") {
    TEST_CASE("states of a figure") {
        const BoundReport report{applications(instead(2, labels[2] + "|1,234||—|无|约70|+3|12件")), 2022};
        CHECK(report.figure("applications.granted.natural_person") == "value 1234");
        CHECK(report.figure("applications.granted.enterprise") == "blank");
        CHECK(report.figure("applications.granted.research") == "mark");
        CHECK(report.figure("applications.granted.nonprofit") == "mark");
        CHECK(report.figure("applications.granted.legal_service") == "text");
        CHECK(report.figure("applications.granted.total") == "value 12件");
    }

    TEST_CASE("a row with fewer cells than columns is not guessed") {
        const BoundReport report{applications(instead(12, "|（四）无法提供|1.本机关不掌握相关政府信息|1|2|3|4|5|6")), 2022};
        CHECK(report.row("applications.unavailable.not_held") == "? ? ? ? ? ? ?");
        CHECK(report.row("applications.unavailable.needs_creation") == "1 2 3 4 5 6 7");
        CHECK(report.defects("applications") == Strings{"cell_count 7/6"});
    }

    TEST_CASE("surplus blank cells in front or behind leave one way to place the figures") {
        const BoundReport report{applications(instead(13, "2.没有现成信息需要另行制作|||1|2|3|4|5|6|21||")), 2022};
        CHECK(report.row("applications.unavailable.needs_creation") == "1 2 3 4 5 6 21");
        CHECK(report.defects("applications") == Strings{});
    }

    TEST_CASE("surplus blank cells around figures that do not add up, or that one doubled cell could make, are not certain") {
        for (const char* figures : {"1|2|3|4|5|6|7", "3|4|0|0|6|7|20"}) {
            const BoundReport report{applications(instead(13, std::string{"2.没有现成信息需要另行制作|||"} + figures + "||")), 2022};
            CHECK(report.row("applications.unavailable.needs_creation") == "? ? ? ? ? ? ?");
        }
    }

    TEST_CASE("surplus blank cells where other rows as wide have their figures in the same place") {
        const auto line = [](std::size_t i, const std::string& was) -> std::string {
            if (i == 1) return labels[i] + "||3|4|0|0|6|7|20";
            return i == 0 || i == 24 ? labels[i] + "||1|2|3|4|5|6|21" : was;
        };
        CHECK(BoundReport{applications(line), 2022}.row("applications.carried_in") == "3 4 0 0 6 7 20");
    }

    TEST_CASE("a blank cell at the edge of a row may be its label's where other rows have such cells to spare") {
        const auto line = [](std::size_t i, const std::string& was) -> std::string {
            if (i == 23) return "（七）总计||17|0|3|5|7|35";  // lost a cell
            return i < 2 || i == 24 ? labels[i] + "||1|2|3|4|5|6|21" : was.substr(was.find_first_not_of('|'));
        };
        CHECK(BoundReport{applications(line), 2022}.row("applications.results_total") == "? ? ? ? ? ? ?");
    }

    TEST_CASE("a row alone on its page that is narrower than the header") {
        std::string text = applications(instead(0, labels[0] + "|0|4|1|2|5|6"));
        text.insert(text.find("二、上年"), "\n");
        CHECK(BoundReport{text, 2022}.row("applications.received") == "? ? ? ? ? ? ?");
    }

    TEST_CASE("a blank row above figures without a label is not certain to be blank") {
        const BoundReport report{applications(instead(13, "||2.没有现成信息需要另行制作|||||||\n|||1|2|3|4|5|6|7")), 2022};
        CHECK(report.row("applications.unavailable.needs_creation") == "? ? ? ? ? ? ?");
    }

    TEST_CASE("pieces of the group's label and figures beside a row's label are no other wording") {
        CHECK(BoundReport{applications(instead(5, "|公开2.其他法律行政法规禁止公开|1|2|3|4|5|6|7")), 2022}.defects("applications") == Strings{});
        const BoundReport report{applications(instead(5, "||2.其他法律行政法规禁止公开0 约3|4|5|6|7")), 2022};
        CHECK(report.row("applications.denied.other_law") == "? ? ? ? ? ? ?");
    }

    TEST_CASE("a blank cell between figures is no surplus") {
        const BoundReport report{applications(instead(13, "||2.没有现成信息需要另行制作|1|2|3||4|5|6|7")), 2022};
        CHECK(report.row("applications.unavailable.needs_creation") == "? ? ? ? ? ? ?");
    }

    TEST_CASE("several ways to place: the header decides, on its own page only") {
        const std::string wide = R"(（勾稽关系）||申请人情况|||||||
||自然人|法人或其他组织|||||总计|
|||商业企业|科研机构|社会公益组织|法律服务机构|其他||
)";
        const std::string blanks = "|||||||5|";  // total, or 其他: only the header tells
        const BoundReport here{applications(instead(0, "一、本年新收政府信息公开申请数量|" + blanks), wide), 2022};
        CHECK(here.row("applications.received") == ". . . . . . 5");
        const BoundReport there{applications(instead(0, "\n一、本年新收政府信息公开申请数量|" + blanks), wide), 2022};
        CHECK(there.row("applications.received") == "? ? ? ? ? ? ?");
    }

    TEST_CASE("a row that lost a cell among rows with a surplus blank is not certain") {
        const auto shifted = [](std::size_t i, std::string line) {
            if (i < 13 || i > 15) return line;
            return labels[i].substr(2) + "||" + (i == 14 ? "1|2|3|5|6|21" : "1|2|3|4|5|6|21");
        };
        const BoundReport report{applications([&](std::size_t i, std::string line) { return i == 15 ? line : i == 16 ? "2.重复申请||1|2|3|4|5|6|21" : shifted(i, line); }), 2022};
        CHECK(report.row("applications.unavailable.needs_creation") == "1 2 3 4 5 6 21");
        CHECK(report.row("applications.unavailable.unclear") == "? ? ? ? ? ? ?");
    }

    TEST_CASE("columns in another order bind by their labels") {
        const BoundReport report{applications(unchanged, replaced(header, "商业企业|科研机构", "科研机构|商业企业")), 2022};
        CHECK(report.row("applications.received") == "1 3 2 4 5 6 7");
    }

    TEST_CASE("column labels: a slip of the pen, a label in two cells") {
        const BoundReport report{applications(unchanged, replaced(header, "社会公益组织", "社会组织")), 2022};
        CHECK(report.row("applications.received") == "1 2 3 4 5 6 7");
        CHECK(report.defects("applications") == Strings{"label_wording 社会公益组织/社会组织"});
        const BoundReport split{applications(unchanged, replaced(header, "|法律服务机构|其他|", "|法律服务|机构|其他")), 2022};
        CHECK(split.defects("applications") == Strings{});
    }

    TEST_CASE("a column that is neither in the header nor in the rows is absent, the others bind") {
        const auto fewer = [](std::size_t i, std::string) { return labels[i] + "|1|2|4|5|6|18"; };
        const BoundReport report{applications(fewer, replaced(header, "|科研机构", "")), 2022};
        CHECK(report.row("applications.denied.third_party") == "1 2 x 4 5 6 18");
        CHECK(report.row("applications.received") == "? ? ? ? ? ? ?");  // a blank cell in front: seven cells, or six and a spare one
        CHECK(report.defects("applications") == Strings{"column_missing 科研机构/"});
    }

    TEST_CASE("columns lost in a damaged header leave the rows unbound, with one defect") {
        const auto fewer = [](std::size_t i, std::string) { return labels[i] + "||||||1"; };
        const BoundReport report{applications(fewer, replaced(replaced(header, "|||||总计", "||||"), "法律服务机构|其他|", "法律服务|机构")), 2022};
        CHECK(report.row("applications.received") == "? ? ? ? ? ? ?");
        CHECK(report.defects("applications") == Strings{"column_missing 其他、总计/"});
    }

    TEST_CASE("an unknown column is told of, and its rows are not guessed") {
        const auto more = [](std::size_t, std::string line) { return line + "|8"; };
        const BoundReport report{applications(more, replaced(header, "|其他|", "|其他|备注说明|")), 2022};
        CHECK(report.row("applications.received") == "? ? ? ? ? ? ?");
        CHECK(report.defects("applications") == Strings{"column_unknown /备注说明"});
    }
}

TEST_SUITE("binding of blocks, units and versions") {
    const std::string disclosure = R"(== disclosure
第二十条第（一）项|||
信息内容|本年新制作数量|本年新公开数量|对外公开总数量
规章|1|2|3

规范性文件|4|5|6
第二十条第（五）项|||
信息内容|上一年项目数量|本年增/减|处理决定数量
行政许可|7|-8|9
其他对外管理服务事项|10|+11|12
第二十条第（六）项|||
信息内容|上一年项目数量|本年增/减|处理决定数量
行政处罚|13|14|15
行政强制|16|17|18
信息内容|上一年项目数量|本年增/减|
行政事业性收费|19|20|
第二十条第（九）项|||
信息内容|采购项目数量|采购总金额|
政府集中采购|21|22|
)";

    TEST_CASE("blocks with columns of their own") {
        const BoundReport report{disclosure, 2020};
        CHECK(report.document().format->id == "2019");
        CHECK(report.row("disclosure.normative") == "4 5 6");
        CHECK(report.row("disclosure.licensing") == "7 -8 9");
        CHECK(report.row("disclosure.coercion") == "16 17 18");
        CHECK(report.row("disclosure.fees") == "19 20");
        CHECK(report.row("disclosure.procurement") == "21 22");
        CHECK(report.defects("disclosure") == Strings{});
    }

    TEST_CASE("the unit of an amount: the cell's, the header's, the format's") {
        CHECK(BoundReport{replaced(disclosure, "|21|22|", "|21|251000元|"), 2020}.figure("disclosure.procurement.amount") == "value 251000元");
        CHECK(BoundReport{replaced(disclosure, "|21|22|", "|21|25.1万元|"), 2020}.figure("disclosure.procurement.amount") == "value 25.1万元");
        CHECK(BoundReport{replaced(disclosure, "采购总金额", "采购总金额（万元）"), 2020}.figure("disclosure.procurement.amount") == "value 22万元");
        const BoundReport same{replaced(disclosure, "采购总金额", "采购总金额（元）"), 2020};
        CHECK(same.figure("disclosure.procurement.amount") == "value 22");
        CHECK(same.defects("disclosure") == Strings{});
    }

    TEST_CASE("a unit other than the printed one is told of") {
        const std::string fees = "== disclosure\n第二十条第（八）项|\n信息内容|本年收费金额（单位：元）\n行政事业性收费|77302\n";
        const BoundReport report{fees, 2022};
        CHECK(report.figure("disclosure.fees.amount") == "value 77302元");
        CHECK(report.document().figures[report.document().format->find_figure("disclosure.fees.amount")].unit_factor == 1);
        CHECK(report.defects("disclosure").back() == "unit_differs 万元/元");
    }

    TEST_CASE("the version is that of the labels, whatever the year says") {
        const BoundReport report{disclosure, 2022};
        CHECK(report.document().format->id == "2019");
        CHECK(report.document().required_format->id == "2021");
    }

    TEST_CASE("a table of another version keeps the figures that both have") {
        const BoundReport report{disclosure + applications(unchanged), 2020};
        CHECK(report.document().format->id == "2019");
        CHECK(report.document().tables[0].own_format->id == "2019");
        CHECK(report.document().tables[1].own_format->id == "2021");
        CHECK(report.row("applications.received") == "1 2 3 4 5 6 7");
        CHECK(report.row("applications.other") == "x x x x x x x");
        CHECK(report.defects("applications") == Strings{});
    }

    TEST_CASE("no table at all: the year's format, everything absent") {
        const BoundReport report{"== overview\n甲|乙\n", 2022};
        CHECK(report.document().format->id == "2021");
        CHECK(report.document().tables.size() == 3);
        CHECK(report.document().tables[0].state == gouji::model::TableState::absent);
        CHECK(report.figure("applications.received.total") == "absent");
    }

    TEST_CASE("a year before the formats, and no table") {
        const BoundReport report{"== overview\n甲|乙\n", 2015};
        CHECK(report.document().format == nullptr);
        CHECK(report.document().tables.empty());
    }

    TEST_CASE("a table under another heading is found where it is") {
        const BoundReport report{replaced(applications(unchanged), "== applications", "== overview"), 2022};
        CHECK(report.row("applications.received") == "1 2 3 4 5 6 7");
    }

    TEST_CASE("a few words in common do not make a table") {
        const BoundReport report{"== overview\n行政许可|12\n行政处罚|30\n", 2022};
        CHECK(report.document().tables[0].state == gouji::model::TableState::absent);
    }
}

TEST_SUITE("binding of the flat table") {
    const std::string head = R"(== proceedings
行政复议|||||行政诉讼|||||||||
结果维持|结果纠正|其他结果|尚未审结|总计|未经复议直接起诉|||||复议后起诉||||
|||||结果维持|结果纠正|其他结果|尚未审结|总计|结果维持|结果纠正|其他结果|尚未审结|总计
)";

    TEST_CASE("fifteen cells") {
        const BoundReport report{head + "1|2|3|4|10||0|—|0|0|5|6|7|8|26\n", 2022};
        CHECK(report.row("proceedings.review") == "1 2 3 4 10");
        CHECK(report.row("proceedings.litigation_direct") == ". 0 - 0 0");
        CHECK(report.row("proceedings.litigation_after_review") == "5 6 7 8 26");
        CHECK(report.defects("proceedings") == Strings{});
    }

    TEST_CASE("blank cells keep their place") {
        CHECK(BoundReport{head + "|||||0|0|0|0|0|0|0|0|0|0\n", 2022}.row("proceedings.review") == ". . . . .");
        CHECK(BoundReport{head + "||||||||||||||\n", 2022}.row("proceedings.review") == ". . . . .");
    }

    TEST_CASE("a cell too few is not guessed") {
        const BoundReport report{head + "1|2|3|4|10|0|0|0|0|0|5|6|7|8\n", 2022};
        CHECK(report.row("proceedings.review") == "? ? ? ? ?");
        CHECK(report.defects("proceedings") == Strings{"cell_count 15/14"});
    }

    TEST_CASE("a column lost in header and row is absent; the sums confirm the others") {
        const std::string shorter = replaced(head, "尚未审结|总计\n", "尚未审结\n");
        const BoundReport report{shorter + "1|2|3|4|10|0|0|0|0|0|5|6|7|8\n", 2022};
        CHECK(report.row("proceedings.review") == "1 2 3 4 10");
        CHECK(report.row("proceedings.litigation_after_review") == "5 6 7 8 x");
        CHECK(report.defects("proceedings") == Strings{"column_missing 复议后起诉 总计/"});
        CHECK(BoundReport{shorter + "1|2|3|10|0|0|0|0|0|0|5|6|7|8\n", 2022}.row("proceedings.review") == "? ? ? ? ?");
    }

    TEST_CASE("a header in disorder proves nothing") {
        const std::string mixed = replaced(head, "其他结果|尚未审结|总计\n", "尚未审结|其他结果|总计\n");
        CHECK(BoundReport{mixed + "1|2|3|4|10|0|0|0|0|0|5|6|7|8|26\n", 2022}.row("proceedings.review") == "? ? ? ? ?");
    }
}

TEST_SUITE("formats of any kind") {
    TEST_CASE("a made-up format 2031 from TOML alone") {
        const std::string toml = R"(id = "2031"
name = "试行格式"
first_year = 2031
report_name = "用水年度报告"
[[section]]
id = "water"
number = 1
title = "用水情况"
[[table]]
id = "water"
section = "water"
name = "用水"
[[table.block]]
corner = ["项目"]
columns = [{ id = "in", label = "取水" }, { id = "out", label = "退水" }, { id = "sum", label = "合计", unit = "吨" }]
rows = [
    { id = "home", label = "居民", rows = [{ id = "first", label = "上半年" }, { id = "second", label = "下半年" }] },
    { id = "plant", label = "企业", rows = [{ id = "first", label = "上半年" }, { id = "second", label = "下半年" }] },
]
[[table.identity]]
kind = "water_total"
each = "row"
parts = ["in", "out"]
total = "sum"
)";
        gouji::binding::Knowledge knowledge = gouji::tests::official_knowledge();
        const auto format = gouji::config::read_format(toml, "2031.toml");
        REQUIRE(format.has_value());
        knowledge.formats.push_back(*format);
        const BoundReport report{"== water\n项目||取水|退水|合计\n居民|上半年|1|2|3\n|下半年|4|5|9\n企业|上半年|6|7|13\n|下半年|8|9|17\n", 2031, knowledge};
        CHECK(report.document().format->id == "2031");
        CHECK(report.row("water.home.second") == "4 5 9");
        CHECK(report.row("water.plant.first") == "6 7 13");
        CHECK(report.row("water.plant.second") == "8 9 17");
        CHECK(report.defects("water") == Strings{});
    }
}
