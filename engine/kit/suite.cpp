// SPDX-License-Identifier: Apache-2.0
#include "engine/kit/suite.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <iterator>

#include "grammar/text/utf8.hpp"

namespace gouji::kit {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t enough_found = 2;
constexpr std::size_t enough_silent = 3;

text::Problem file_problem(std::string file, std::string zh, std::string en) {
    return {text::ProblemKind::pack, {std::move(zh), std::move(en)}, std::move(file), 0, 0, {}, {}};
}

std::optional<std::string> read_file(const fs::path& path, const std::string& shown, text::Problems& problems) {
    std::ifstream stream{path, std::ios::binary};
    std::string content{std::istreambuf_iterator<char>{stream}, {}};
    if (!stream.good() && content.empty()) problems.push_back(file_problem(shown, "无法读取文件", "the file cannot be read"));
    else if (!text::is_utf8(content)) problems.push_back(file_problem(shown, "不是 UTF-8 文本", "not UTF-8 text"));
    else return content;
    return std::nullopt;
}

std::vector<fs::path> files_below(const fs::path& folder, std::string_view extension) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::recursive_directory_iterator at{folder, error}, end; !error && at != end; at.increment(error)) {
        if (at->is_regular_file(error) && at->path().extension() == extension) files.push_back(at->path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

bool is_about(const std::vector<std::string>& rules, const std::string& id) {
    return std::any_of(rules.begin(), rules.end(), [&](const std::string& rule) { return rule == id || id.ends_with("/" + rule); });
}

bool is_near_miss(const Case& example) {
    return example.title.find("差一点") != std::string::npos || example.title.find("near miss") != std::string::npos;
}

void count(const Case& example, std::vector<RuleCoverage>& coverage) {
    for (RuleCoverage& rule : coverage) {
        const auto expects = [&](const Expectation& expected) { return is_about({expected.rule}, rule.rule); };
        const auto places = [&](const Expectation& expected) { return expects(expected) && expected.place.kind != ExpectedPlace::Kind::anywhere; };
        if (std::any_of(example.finds.begin(), example.finds.end(), expects)) {
            ++rule.found;
            rule.placed += std::any_of(example.finds.begin(), example.finds.end(), places) ? 1 : 0;
        } else if (is_about(example.rules, rule.rule) || is_about(example.silent, rule.rule)) {
            ++rule.silent;
            rule.near_miss += is_near_miss(example) ? 1 : 0;
        }
    }
}

}  // namespace

Bases load_bases(const std::vector<fs::path>& pack_roots, const binding::Knowledge& knowledge, text::Problems& problems) {
    Bases bases;
    for (const fs::path& root : pack_roots) {
        for (const fs::path& file : files_below(root / "cases" / "base", ".txt")) {
            if (auto content = read_file(file, file.string(), problems)) bases[file.stem().string()] = bind_report(file.string(), std::move(*content), knowledge);
        }
    }
    return bases;
}

std::vector<CaseFile> load_case_files(const fs::path& pack_root, const std::string& shown_root, text::Problems& problems) {
    std::vector<CaseFile> files;
    for (const fs::path& file : files_below(pack_root / "cases", ".case")) {
        const std::string shown = (fs::path{shown_root} / file.lexically_relative(pack_root)).generic_string();
        if (auto content = read_file(file, shown, problems)) files.push_back(read_cases(shown, std::move(*content), problems));
    }
    return files;
}

SuiteResult run_suite(const Workbench& bench, const std::string& pack, const fs::path& root, const std::string& shown_root, const Bases& bases,
                      const SuiteOptions& options) {
    SuiteResult result;
    for (const finding::RuleInfo& info : bench.book->rules()) {
        if (info.pack == pack && (options.only.empty() || is_about({options.only}, info.id))) result.coverage.push_back({info.id});
    }
    CaseRunner runner{bench, bases, options.english};
    for (const CaseFile& file : load_case_files(root, shown_root, result.problems)) {
        std::vector<CaseResult> results;
        for (const Case& example : file.cases) {
            count(example, result.coverage);
            if (!options.only.empty() && !is_about(example.rules, options.only)) continue;
            results.push_back(runner.run(example, file.path));
            ++result.cases;
            if (results.back().passed()) ++result.passed;
            else result.failures.push_back(describe(results.back(), file.path, options.english));
        }
        const std::string text = options.update ? update_cases(file, results) : file.text;
        if (text == file.text) continue;
        std::ofstream{root / fs::path{file.path}.lexically_relative(shown_root), std::ios::binary} << text;
        result.updated.push_back(file.path);
    }
    return result;
}

bool RuleCoverage::enough() const { return placed >= enough_found && silent >= enough_silent && near_miss > 0; }

bool SuiteResult::covered() const {
    return std::all_of(coverage.begin(), coverage.end(), [](const RuleCoverage& rule) { return rule.enough(); });
}

std::string describe(const SuiteResult& result, bool english) {
    std::string out;
    for (const std::string& failure : result.failures) out += failure + "\n";
    for (const std::string& file : result.updated) out += fmt::format(fmt::runtime(english ? "rewritten: {}\n" : "已改写：{}\n"), file);
    out += english ? fmt::format("{} of {} cases hold\n", result.passed, result.cases) : fmt::format("{} 个用例，{} 个符合\n", result.cases, result.passed);
    if (result.covered()) return out;
    out += english ? "too few cases (two to find, with their places; three to be silent, one of them named “near miss”):\n"
                   : "用例不足（应有 2 个写明位置的要找到、3 个不能报，其中 1 个名称里有“差一点”）：\n";
    for (const RuleCoverage& rule : result.coverage) {
        if (rule.enough()) continue;
        out += fmt::format(fmt::runtime(english ? "    {}  finds {} (with places {}), silent {} (near misses {})\n" : "    {}  要找到 {}（写明位置 {}），不能报 {}（差一点 {}）\n"),
                           rule.rule, rule.found, rule.placed, rule.silent, rule.near_miss);
    }
    return out;
}

}  // namespace gouji::kit
