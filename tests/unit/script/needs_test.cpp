// SPDX-License-Identifier: Apache-2.0
// Facts that rules need: no rule of the official pack may have something to find in a report that lacks what it needs.
#include <doctest/doctest.h>

#include <filesystem>

#include "unit/script/bound_fixture.hpp"

using namespace gouji;
using namespace gouji::script;
using namespace gouji::script::testing;

namespace {

// The official rules, once as users run them and once called whatever they need.
struct Official {
    binding::Knowledge knowledge;
    RuleBook book;
    text::Problems problems;
    std::unique_ptr<RuleRunner> usual, complete;

    Official() {
        auto pack = tests::load_pack(GOUJI_ROOT "/rules/official", problems);
        knowledge.formats = std::move(pack->formats);
        knowledge.lexicon = std::move(pack->lexicon);
        ScriptPack scripts{"official", "rules/official", {}, {}};
        for (auto& file : pack->rules) scripts.rules.push_back({file.path, file.text});
        for (auto& file : pack->library) scripts.library.push_back({file.path, file.text});
        book = RuleBook::load({std::move(scripts)}, {}, knowledge.phrases, problems);
        binding::compile(knowledge);
        RuleSettings settings;
        settings.formats = &knowledge.formats;
        usual = std::make_unique<RuleRunner>(book, settings);
        settings.without_needs = true;
        complete = std::make_unique<RuleRunner>(book, settings);
    }

    [[nodiscard]] std::string hidden_in(const std::string& text) {
        const text::SourceText source{"report.txt", text};
        const grammar::Tree tree = grammar::parse(source);
        const model::Document document = binding::bind(source, tree, knowledge);
        std::vector<finding::Finding> some, all;
        usual->run(document, some, problems);
        complete->run(document, all, problems);
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (i >= some.size() || some[i].rule != all[i].rule || some[i].message != all[i].message) return all[i].rule->id + ": " + all[i].message;
        }
        return {};
    }
};

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
        lines.push_back(text.substr(at, end - at));
        at = end;
    }
    return lines;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string out;
    for (const std::string& line : lines) out += line;
    return out;
}

// The report with line `i` damaged: left out, twice, swapped with the next one, its zeros blank, its digits other ones.
std::string damaged(std::vector<std::string> lines, std::size_t i) {
    std::string& line = lines[i];
    switch (i % 5) {
        case 0: line.clear(); break;
        case 1: line += line; break;
        case 2: std::swap(line, lines[(i + 1) % lines.size()]); break;
        case 3: std::erase(line, '0'); break;
        default: std::replace_if(line.begin(), line.end(), [](char c) { return c >= '1' && c <= '8'; }, '9');
    }
    return joined(lines);
}

std::vector<std::string> reports() {
    std::vector<std::string> texts{read_base("2019"), read_base("2021")};
    for (const auto& entry : std::filesystem::directory_iterator{GOUJI_ROOT "/fixtures/reports"}) {
        std::ifstream stream{entry.path(), std::ios::binary};
        texts.emplace_back(std::istreambuf_iterator<char>{stream}, std::istreambuf_iterator<char>{});
    }
    return texts;
}

// Whether a rule that needs this fact is run on the report.
bool is_told(const std::string& fact, const std::string& report) {
    const auto run = run_check(report, "    report{at = doc, message = 'plain'}", "  needs = {'" + fact + "'},");
    for (const auto& problem : run->loaded.problems) MESSAGE(problem.message.en);
    return !run->outcome.findings.empty();
}

}  // namespace

TEST_CASE("no rule of the official pack finds anything without what it needs") {
    Official official;
    REQUIRE(official.problems.empty());
    for (const std::string& text : reports()) {
        const auto lines = lines_of(text);
        CHECK(official.hidden_in(text) == "");
        for (std::size_t i = 0; i < lines.size(); ++i) {
            CAPTURE(lines[i]);
            CHECK(official.hidden_in(damaged(lines, i)) == "");
        }
    }
    CHECK(official.problems.empty());
}

TEST_CASE("a clean report has none of the facts that tell of faults") {
    for (const char* fact : {"sections.missing", "sections.disordered", "sections.repeated", "sections.unexpected", "sections.misnumbered", "sections.deviating",
                             "sections.empty", "tables.absent", "tables.unreadable", "tables.other_format", "tables.mixed", "title.incomplete", "period.absent",
                             "period.partial", "years.period", "year.unregulated", "claims.contradicted", "claims.conflicting", "breakdowns.unequal",
                             "steps.broken", "figures.blank", "figures.negative"}) {
        CAPTURE(fact);
        CHECK(!is_told(fact, read_base("2021")));
        CHECK(!is_told(fact, read_base("2019")));
    }
}

TEST_CASE("a fact is told where it is so") {
    const std::string base = read_base("2021");
    CHECK(is_told("tables.read", base));
    CHECK(is_told("sections.misnumbered", with(base, "二、主动公开", "2、主动公开")));
    CHECK(is_told("sections.deviating", with(base, "二、主动公开政府信息情况", "二、主动信息公开情况")));
    CHECK(is_told("figures.blank", with(base, "20\t6\t0\t0\t1\t1\t28", "20\t6\t\t0\t1\t1\t28")));
    CHECK(is_told("steps.broken", base + "（一）甲。\n（三）乙。\n"));
    CHECK(!is_told("steps.broken", base + "（一）甲。\n（二）乙。\n（一）丙。\n"));
    CHECK(is_told("breakdowns.unequal", base + "全年共公开100条，其中网站20条，微信30条。\n"));
    CHECK(is_told("year.unregulated", "某县水务局2015年政府信息公开工作年度报告\n一、概述\n甲。\n"));
    CHECK(is_told("sections.missing", "某县水务局2023年政府信息公开工作年度报告\n甲。\n"));
    CHECK(is_told("years.paragraph", with(base, "二、主动公开", "2019年，甲。\n二、主动公开")));
}
