// SPDX-License-Identifier: Apache-2.0
#include "support/sample_report.hpp"

namespace gouji::tests {
namespace {

using finding::Severity;
using text::Decimal;

finding::LegalBasis regulation() {
    return {"regulation-50", {"《政府信息公开条例》", "Regulation on Government Information Disclosure"}, "第五十条", "2019-05-15",
            {"年度报告应当包括申请的收到和处理情况。", "A report covers the applications received and handled."}};
}

finding::LegalBasis notice() {
    return {"notice-2021-30", {"国办公开办函〔2021〕30号", "Notice 30 of 2021"}, "", "2021-09-26", {"规定报告格式。", "Sets the format."}};
}

finding::RuleInfo rule_of(const char* id, const char* name, Severity severity, text::Bilingual title) {
    finding::RuleInfo rule;
    rule.id = id;
    rule.name = name;
    rule.pack = "official";
    rule.family = std::string{id}.substr(0, 1);
    rule.severity = severity;
    rule.title = std::move(title);
    rule.what = {"检查" + rule.title.zh + "。", "Checks: " + rule.title.en + "."};
    rule.why = {"数字必须相符。", "Numbers have to agree."};
    rule.bad = {"1 + 1 = 3", ""};
    rule.good = {"1 + 1 = 2", ""};
    rule.advice = {"核对台账后更正。", "Check the records and correct it."};
    rule.tags = {"totals"};
    return rule;
}

std::vector<finding::RuleInfo> sample_rules() {
    std::vector<finding::RuleInfo> rules{
        rule_of("T301", "applications-balance", Severity::error, {"收支不平衡", "Applications do not balance"}),
        rule_of("T303", "applicants-total", Severity::error, {"总计与各列之和不符", "Total differs from the columns"}),
        rule_of("F204", "column-missing", Severity::error, {"缺列", "A column is missing"}),
        rule_of("W601", "punctuation-doubled", Severity::note, {"标点重复", "Doubled punctuation"}),
        rule_of("yunling/L001", "local-heading", Severity::warning, {"本地标题", "Local heading"}),
    };
    rules[0].basis = {regulation(), notice()};
    rules[1].basis = {regulation()};
    rules[3].fixable = true;
    rules[4].pack = "yunling";
    rules[4].family = "L";
    return rules;
}

}  // namespace

std::string SampleReport::default_text() {
    return "云岭县石桥镇人民政府2023年政府信息公开工作年度报告\n"
           "一、总体情况\n"
           "全年共收到申请2件，、已全部办结。\n"
           "三、收到和处理政府信息公开申请情况\n"
           "一、本年新收\t2\t0\t2\n"
           "（四）无法提供\t0\t0\t2\n"
           "四、结转下年度\t0\t0\t0\n";
}

SampleReport::SampleReport(std::string text, std::string report_path)
    : path{std::move(report_path)}, source{path, std::move(text)}, rules{sample_rules()} {
    format.id = "2021";
    document.source = &source;
    document.format = &format;
    document.agency = "云岭县石桥镇人民政府";
    document.year = 2023;
}

text::Span SampleReport::span_of(std::string_view words, int occurrence) const {
    std::size_t at = source.utf8().find(words);
    for (; occurrence > 0; --occurrence) at = source.utf8().find(words, at + 1);
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

finding::Place SampleReport::place_of(std::string_view words, const char* logical, const char* label, int occurrence) const {
    return {span_of(words, occurrence), logical, label};
}

finding::JudgedFinding& SampleReport::add(std::size_t rule, finding::Place place, std::string message) {
    finding::JudgedFinding judged;
    judged.finding.rule = &rules[rule];
    judged.finding.severity = rules[rule].severity;
    judged.finding.place = std::move(place);
    judged.finding.message = std::move(message);
    judged.fingerprint = "00112233445566778899aabbccddeeff";
    findings.push_back(std::move(judged));
    return findings.back();
}

void SampleReport::add_usual_findings() {
    auto& fix = add(3, place_of("，、", "section:overview"), "标点“，、”重复。");
    fix.finding.fixes = {{{"删去“、”", "Delete 、"}, true, {{span_of("、已"), "已"}}}};

    const auto received = place_of("2\t0\t2", "applications.received.natural_person", "本年新收 · 自然人");
    const text::Span cell{received.span.begin, received.span.begin + 1};
    const text::Span row = span_of("（四）无法提供\t0\t0\t2");
    const finding::Place first{{row.end - 5, row.end - 4}, "applications.unavailable.natural_person", "（四）无法提供 · 自然人"};
    const finding::Place total{{row.end - 1, row.end}, "applications.unavailable.total", "（四）无法提供 · 总计"};
    const std::vector<finding::Suspect> suspects{{"applications.unavailable.natural_person", "（四）无法提供 · 自然人", Decimal::of(2)}};

    auto& balance = add(0, {cell, "applications.balance.natural_person", "自然人"}, "自然人一列收支不平衡。");
    balance.finding.calculation = "2 + 0 = 2 ≠ 0 = 0 + 0";
    balance.finding.operands = {{{cell, "applications.received.natural_person", "本年新收 · 自然人"}, "2", Decimal::of(2), false},
                                {{{}, "applications.carried_in.natural_person", "上年结转 · 自然人"}, "", std::nullopt, false},
                                {first, "0", Decimal::of(0), true}};
    auto& sum = add(1, total, "“（四）无法提供”一行各列之和为 0，总计写作 2。");
    sum.finding.calculation = "0 + 0 = 0 ≠ 2";
    sum.finding.operands = {{first, "0", Decimal::of(0), false}, {total, "2", Decimal::of(2), true}};
    for (const std::size_t i : {findings.size() - 2, findings.size() - 1}) {
        findings[i].finding.cause = "applications";
        findings[i].finding.suspects = suspects;
    }

    auto& review = add(2, {span_of("三、收到和处理政府信息公开申请情况"), "applications", "申请表"}, "申请表只有三列。");
    review.finding.kind = finding::Kind::review;
    review.finding.related = {place_of("一、本年新收", "applications.received", "一、本年新收"), place_of("四、结转下年度", "applications.carried_out")};
    add(4, {{}, "document", ""}, "须人工查看[标题](1)和{PAGE}。");
}

output::ReportView SampleReport::view() const {
    output::ReportView view;
    view.path = &path;
    view.source = &source;
    view.document = &document;
    view.findings = &findings;
    view.sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    view.byte_count = source.utf8().size();
    view.kind = "text";
    return view;
}

output::RunInfo SampleReport::run() const {
    output::RunInfo run;
    run.version = "0.1.0";
    run.packs = {{"official", "1.0.0", {"官方规则包", "Official pack"}}, {"yunling", "0.2.0", {"云岭县规则包", "Yunling county pack"}}};
    run.rules = &rules;
    return run;
}

std::string write_with(std::string_view format, const output::RunInfo& run, const std::vector<const SampleReport*>& reports,
                       const output::RunEnd& end) {
    std::string out;
    const auto writer = output::make_writer(format, [&](std::string_view piece) { out += piece; });
    writer->begin(run);
    for (const SampleReport* report : reports) writer->write_report(report->view());
    writer->end(end);
    return out;
}

}  // namespace gouji::tests
