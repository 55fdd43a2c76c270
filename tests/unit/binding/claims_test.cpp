// SPDX-License-Identifier: Apache-2.0
// What the official pack's lexicon finds in prose, and what it must leave alone. Each line: a text of a report of 2023 and the
// claims in it, as "quantity=value"; "?scope" behind it where the claim must not be compared, nothing where there is none.
#include "tests/unit/binding/official_pack.hpp"

using namespace gouji;
using model::Claim;
using model::ClaimKind;

namespace {

std::string short_name(std::string_view quantity) {
    std::string name{quantity};
    for (const std::string prefix : {"applications.", "proceedings.", "disclosure."}) {
        if (name.starts_with(prefix)) name.erase(0, prefix.size());
    }
    if (name.ends_with(".total")) name.erase(name.size() - 6);
    return name;
}

const model::Format& format_of(const std::string& id) {
    for (const auto& format : tests::official().formats) {
        if (format.id == id) return format;
    }
    FAIL("no such format");
    return tests::official().formats.front();
}

std::string claims_in(const std::string& text, const std::string& format = "2021") {
    const std::string year = format == "2021" ? "2023" : "2020";
    tests::Structured report{"清湖县石桥镇人民政府" + year + "年政府信息公开工作年度报告\n\n一、总体情况\n\n" + text + "\n"};
    report.document.format = &format_of(format);
    binding::bind_claims(report.document, tests::official(), binding::find_phrases(report.document, tests::official()));
    std::string out;
    for (const Claim& claim : report.document.claims) {
        if (!out.empty()) out += ' ';
        out += short_name(claim.quantity);
        if (claim.kind == ClaimKind::number) out += '=' + claim.value.to_string();
        if (claim.kind == ClaimKind::none) out += "=none";
        if (claim.kind == ClaimKind::exists) out += "=some";
        if (claim.approximate) out += '~';
        if (!claim.comparable) out += '?' + std::string{claim.scope};
        CHECK(claim.comparable == claim.scope.empty());
    }
    return out;
}

struct Line {
    const char* text;
    const char* claims;
};

void check(std::initializer_list<Line> lines, const std::string& format = "2021") {
    for (const Line& line : lines) {
        const std::string text = line.text;
        CAPTURE(text);
        CHECK(claims_in(line.text, format) == std::string{line.claims});
    }
}

}  // namespace

TEST_SUITE("claims") {
    TEST_CASE("applications received") {
        check({
            {"全年收到政府信息公开申请28件。", "received=28"},
            {"2023年，我镇共受理政府信息公开申请 28 件，均按期答复。", "received=28"},
            {"本年度新收政府信息公开申请28宗。", "received=28"},
            {"2023年共接收依申请公开28件。", "received=28"},
            {"我镇共收到公民、法人和其他组织提出的政府信息公开申请28件。", "received=28"},
            {"全年共收到28件政府信息公开申请。", "received=28"},
            {"（二）依申请公开。全年收到申请28件。", "received=28"},
            {"（二）依申请公开。本年度共收到28件申请，办结27件，1件结转下年度继续办理。", "received=28 results_total=27 carried_out=1"},
            {"全年收到政府信息公开申请共计二十八件。", "received=28"},
            {"全年收到政府信息公开申请（含上年结转3件）28件。", "received=28 carried_in=3"},
            {"全年受理政府信息公开申请28件（其中网上3件，信函25件）。", "received=28"},
            {"全年收到政府信息公开申请约30件。", "received=30~"},
            {"2023年新收政府信息公开申请数量为0件。", "received=0"},
            {"政府信息公开申请28件，均在法定期限内答复。", "received=28"},
            {"全年依申请公开28件。", "received=28"},
            {"收到并答复政府信息公开申请28件。", "received=28"},
        });
    }
    TEST_CASE("none received, or some without a number") {
        check({
            {"2023年我镇未收到政府信息公开申请。", "received=none"},
            {"本年度没有收到公民、法人或其他组织的政府信息公开申请。", "received=none"},
            {"2023年无政府信息公开申请情况。", "received=none"},
            {"2023年，本机关未收到依申请公开事项。", "received=none"},
            {"2023年收到政府信息公开申请0件。", "received=0"},
            {"（二）依申请公开。收到0件，办结0件。", "received=0 results_total=0"},
            {"2023年，我局未收到申请公开事项。", "received=none"},
            {"没有接到群众要求公开政府信息的申请。", "received=none"},
            {"本年度无公民、法人和其他组织向我镇提出政府信息公开申请的情况。", "received=none"},
            {"2023年我镇收到政府信息公开申请件，系2023年12月20日申请，目前正在办理。", "received=some"},
            {"2023年收到政府信息公开申请，均已按时答复。", "received=some"},
        });
    }
    TEST_CASE("about none received, but something else") {
        check({
            {"未收到因政府信息公开申请引发的投诉举报。", ""},
            {"没有逾期未答复的政府信息公开申请。", ""},
            {"对收到的政府信息公开申请，严格按照规定办理。", ""},
            {"收到政府信息公开申请后，应当在20个工作日内予以答复。", ""},
            {"认真做好政府信息公开申请的登记、受理、答复工作。", ""},
            {"未收到申请人补正材料。", ""},
        });
    }
    TEST_CASE("carried over") {
        check({
            {"全年收到政府信息公开申请28件，上年结转3件，结转下年度继续办理2件。", "received=28 carried_in=3 carried_out=2"},
            {"上年度结转政府信息公开申请3件。", "carried_in=3"},
            {"答复政府信息公开申请29件（含上年度结转申请3件，另有2件申请按照《条例》顺延到下年度答复）。",
             "results_total=29 carried_in=3 carried_out=2"},
            {"收到政府信息公开申请28件，2件结转至下一年度办理。", "received=28 carried_out=2"},
            {"收到政府信息公开申请28件，结转2024年继续办理2件。", "received=28 carried_out=2"},
            {"政府信息公开申请无上年结转。", "carried_in=none"},
            {"收到政府信息公开申请28件，转至相关部门办理3件。", "received=28"},
            {"上年结转资金300万元。", ""},
        });
    }
    TEST_CASE("results") {
        check({
            {"收到政府信息公开申请28件，办结27件，其中予以公开13件，部分公开3件，不予公开4件，无法提供5件，不予处理1件，其他处理1件。",
             "received=28 results_total=27 granted=13 partial=3 denied=4 unavailable=5 rejected=1 other=1"},
            {"政府信息公开申请办理中，予以公开13件、部分公开3件、不予公开4件。", "granted=13 partial=3 denied=4"},
            {"收到政府信息公开申请16件，13件予以公开，3件不予公开。", "received=16 granted=13 denied=3"},
            {"收到政府信息公开申请30件，予以公开和部分公开共16件，占55.2%。", "received=30 disclosed=16"},
            {"收到政府信息公开申请300件；因本机关不掌握等原因无法提供265件，占32.9%。", "received=300 unavailable=265"},
            {"收到政府信息公开申请3件，因本机关不掌握无法提供2件。", "received=3 unavailable=2?one_reason"},
            {"收到政府信息公开申请9件，其中属于国家秘密1件，属于行政查询事项2件，本机关不掌握相关政府信息3件，重复申请1件。",
             "received=9 denied.state_secret=1 denied.admin_query=2 unavailable.not_held=3 rejected.repeated=1"},
            {"收到政府信息公开申请5件，予以公开、部分公开和不予公开共5件。", "received=5 denied=5?sum"},
            {"收到政府信息公开申请2件，予以公开和部分公开各1件。", "received=2 partial=1"},
            {"收到政府信息公开申请8件，均已答复，按时答复率100%。", "received=8"},
        });
    }
    TEST_CASE("results of other things") {
        check({
            {"答复网民留言20件，办结信访事项5件。", ""},
            {"全年办结人大代表建议12件、政协提案8件，均予以公开。", ""},
            {"收到政府信息公开申请3件，答复群众咨询30件。", "received=3"},
            {"主动公开政府信息124条，其中予以公开的公告52条。", ""},
        });
    }
    TEST_CASE("applicants, only behind the number received") {
        check({
            {"收到政府信息公开申请28件，其中自然人申请20件，法人或其他组织申请8件。", "received=28 received.natural_person=20 received.legal_person=8"},
            {"收到政府信息公开申请28件（自然人20件，商业企业8件）。", "received=28 received.natural_person=20 received.enterprise=8"},
            {"予以公开政府信息公开申请10件，其中自然人8件。", "granted=10"},
            {"共受理依申请公开政府信息27件，26件为自然人申请，1件为法人申请。", "received=27 received.natural_person=26 received.legal_person=1"},
            {"培训自然人20件。", ""},
        });
    }
    TEST_CASE("reviews and lawsuits over disclosure") {
        check({
            {"因政府信息公开被申请行政复议3件，被提起行政诉讼2件。", "review=3 litigation=2"},
            {"信息公开类行政复议7件，诉讼9件。", "review=7 litigation=9"},
            {"未发生因政府信息公开申请行政复议、提起行政诉讼的情况。", "review=none litigation=none"},
            {"政府信息公开行政复议、行政诉讼均为0件。", "review=0 litigation=0"},
            {"政府信息公开行政复议和行政诉讼各1件。", "review=1 litigation=1"},
            {"涉及政府信息公开的行政复议、行政诉讼共5件。", "litigation=5?sum"},
            {"涉及政府信息公开的行政复议、行政诉讼共0件。", "litigation=0"},
        });
    }
    TEST_CASE("other reviews and lawsuits") {
        check({
            {"全年办理行政复议案件120件，行政应诉案件30件。", "review=120?context litigation=30?context"},
            {"行政复议3件。", "review=3?context"},
            {"因政府信息公开被申请行政复议3件，其中维持2件，纠正1件。", "review=3 review.upheld=2 review.corrected=1"},
            {"认真学习《行政复议法》2次。", ""},
            {"没有出现被投诉举报、行政复议及行政诉讼纠错的情况。", ""},
            {"收到行政复议申请2件，均不涉及政府信息公开。", "review=2?review_body"},
            {"未发生行政复议、行政诉讼。", "review=none litigation=none"},
        });
    }
    TEST_CASE("documents") {
        check({
            {"全年制发行政规范性文件3件，废止行政规范性文件1件，现行有效行政规范性文件12件。",
             "normative.issued=3 normative.repealed=1 normative.in_force=12"},
            {"印发规范性文件5件。", "normative.issued=5"},
            {"发布政策性文件52件，解读52件。", ""},
            {"公开规范性文件及政策解读20件。", ""},
            {"制发规章、规范性文件等112件。", ""},
            {"制定政策文件及规范性文件20件。", ""},
            {"刊登政府规章、规范性文件等112件，部门规范性文件45件，政策解读83件。", ""},
            {"我局共制定规范性文件3件，废止0件，现行有效3件。", "normative.issued=3 normative.repealed=0 normative.in_force=3"},
            {"发布规范性文件1件，非规范性文件30件。", ""},
            {"以县政府名义制发规范性文件12件，以县政府办公室名义制发规范性文件20件。", "normative.issued=12?part normative.issued=20?part"},
            {"未制发行政规范性文件。", "normative.issued=none"},
        });
    }
    TEST_CASE("decisions and fees") {
        check({
            {"全年作出行政许可决定46件，作出行政处罚决定15件，作出行政强制决定2件。", "licensing.decisions=46 penalty.decisions=15 coercion.decisions=2"},
            {"办理行政许可550件。", "licensing.decisions=550"},
            {"公开行政许可信息30条、行政处罚信息12条。", ""},
            {"公示行政许可、行政处罚决定42件。", ""},
            {"梳理行政许可事项53项。", ""},
            {"行政处罚、行政强制共12件。", ""},
            {"收取行政事业性收费1.25万元。", "fees.amount=12500"},
            {"未收取信息处理费。", ""},
            {"收取信息处理费0元。", ""},
        });
    }
    TEST_CASE("procurement under the format of 2019") {
        check({{"本年度开展政府集中采购1次，采购总金额为54369元。", "procurement.items=1 procurement.amount=54369"},
               {"公开政府采购信息30条。", ""},
               {"政府采购节约资金30万元。", ""},
               {"新制作规范性文件4件。", "normative.made=4"},
               {"收到政府信息公开申请3件，其他处理1件。", "received=3 other=1"}},
              "2019");
        check({{"开展政府集中采购1次。", "procurement.items=1?format"}});
    }
    TEST_CASE("other years") {
        check({
            {"2022年收到政府信息公开申请5件。", "received=5?other_year"},
            {"去年收到政府信息公开申请5件，答复4件。", "received=5?last_year results_total=4?last_year"},
            {"上年度收到政府信息公开申请5件，本年度收到政府信息公开申请7件。", "received=5?last_year received=7"},
            {"与去年相比，全年收到政府信息公开申请28件。", "received=28"},
            {"收到政府信息公开申请28件，较去年增加12件。", "received=28"},
            {"收到政府信息公开申请28件，同比增长12%，办结27件。", "received=28 results_total=27"},
            {"收到政府信息公开申请比上年增加12件。", ""},
            {"截至2023年12月31日，共收到政府信息公开申请28件。", "received=28"},
            {"2023年1月1日至12月31日，共收到政府信息公开申请28件。", "received=28"},
        });
    }
    TEST_CASE("parts of the year or of the number") {
        check({
            {"全县收到政府信息公开申请50件。", "received=50?wider"},
            {"上半年收到政府信息公开申请5件。", "received=5?part_of_year"},
            {"2023年1月至6月收到政府信息公开申请5件。", "received=5?part"},
            {"12月20日收到政府信息公开申请1件。", "received=1?part"},
            {"线上收到政府信息公开申请3件，线下收到政府信息公开申请2件。", "received=3?part received=2?part"},
            {"共收到政府信息公开申请5件，其中收到书面政府信息公开申请2件。", "received=5 received=2?part"},
            {"收到政府信息公开申请超过20件。", "received=20~?bound"},
        });
    }
    TEST_CASE("others, plans and rules") {
        check({
            {"各乡镇收到政府信息公开申请50件。", "received=50?subordinate"},
            {"各职能部门共完成依申请公开答复50件。其中，予以公开30件。", "results_total=50?subordinate granted=30?subordinate"},
            {"我局完成依申请公开答复50件。其中，予以公开30件。", "results_total=50 granted=30"},
            {"指导各部门办理，共收到政府信息公开申请50件。", "received=50?subordinate"},
            {"计划2024年答复政府信息公开申请30件以上。", "results_total=30~?plan"},
            {"全年收到网民留言30件。", ""},
            {"收到依申请公开邮件5件。", ""},
            {"主动公开政府信息124条。", ""},
            {"组织政府信息公开培训3次，参加120人次。", ""},
            {"发布微博1023条，接待来访30次。", ""},
            {"印发《关于做好政府信息公开申请5件答复工作的通知》。", ""},
            {"受理低保申请30件，办结28件。", "results_total=28?context"},
        });
    }
    TEST_CASE("the county's own number is not its bureaus'") {
        for (const std::string agency : {"清湖县人民政府", "清湖县水利局"}) {
            tests::Structured report{agency + "2023年政府信息公开工作年度报告\n一、总体情况\n全县收到政府信息公开申请50件。\n"};
            binding::bind_claims(report.document, tests::official(), binding::find_phrases(report.document, tests::official()));
            REQUIRE(report.document.claims.size() == 1);
            CHECK(report.document.claims[0].comparable == (agency == "清湖县人民政府"));
        }
    }
    TEST_CASE("where the claim stands, and its unit") {
        tests::Structured report{"清湖县2023年政府信息公开工作年度报告\n一、总体情况\n采购与收费。收取行政事业性收费 1.25 万元。\n"};
        report.document.format = &format_of("2021");
        binding::bind_claims(report.document, tests::official(), binding::find_phrases(report.document, tests::official()));
        REQUIRE(report.document.claims.size() == 1);
        const Claim& claim = report.document.claims[0];
        CHECK(report.text_of(claim.span) == "收取行政事业性收费 1.25 万元");
        CHECK(report.text_of(claim.number) == "1.25");
        CHECK(claim.unit == "万元");
        CHECK(claim.value == text::Decimal::of(12500));
        CHECK(claim.figure == report.document.format->find_figure("disclosure.fees.amount"));
    }
    TEST_CASE("an editor's own phrase, without the official pack") {
        auto lexicon = config::read_lexicon("units = [\"起\"]\n[[claim]]\nquantity = \"own.disputes\"\nnumber = [\"调解|化解 [了] N 纠纷\"]\n", "claims.toml");
        REQUIRE(lexicon.has_value());
        binding::Knowledge knowledge;
        knowledge.lexicon = std::move(*lexicon);
        const auto phrases = knowledge.phrases.add({"全年"});
        binding::compile(knowledge);
        tests::Structured report{"全年化解了三十起纠纷。", knowledge};
        binding::bind_claims(report.document, knowledge, binding::find_phrases(report.document, knowledge));
        REQUIRE(report.document.claims.size() == 1);
        CHECK(report.document.claims[0].quantity == "own.disputes");
        CHECK(report.document.claims[0].value == text::Decimal::of(30));
        REQUIRE(report.document.hits.size() == 1);
        CHECK(report.document.hits[0].set == phrases);
        CHECK(report.tree.prose_of(report.document.hits[0].prose) == "全年");
    }
}
