// SPDX-License-Identifier: Apache-2.0
// The real reports beside the source tree, where they are there: every line of expected.tsv and figures.tsv.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <rapidjson/document.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <optional>
#include <regex>
#include <set>
#include <sstream>
#include <tuple>

#include "tests/end_to_end/child.hpp"

using namespace end_to_end;

namespace {

const std::filesystem::path reports = GOUJI_ROOT "/../shared/reports";

bool are_there() {
    const bool there = std::filesystem::exists(reports / "expected.tsv");
    if (!there) MESSAGE("skipped: ../shared not found");
    return there;
}

using Fields = std::vector<std::string>;

std::vector<Fields> rows_of(const std::string& file) {
    std::vector<Fields> rows;
    std::istringstream lines{read(reports / file)};
    std::string line;
    std::getline(lines, line);  // names of the columns
    while (std::getline(lines, line)) {
        Fields fields;
        std::istringstream cells{line};
        for (std::string cell; std::getline(cells, cell, '\t');) fields.push_back(cell);
        fields.resize(5);
        rows.push_back(std::move(fields));
    }
    return rows;
}

struct Seen {
    std::string rule;
    std::string logical;
    bool review = false;
    std::map<std::string, double> suspects;
    std::string message;
};

Seen seen(const rapidjson::Value& finding) {
    Seen out{finding["rule"].GetString(), finding["logical"].GetString(), finding["kind"] == "review", {}, finding["message"].GetString()};
    if (finding.HasMember("suspects")) {
        for (const auto& suspect : finding["suspects"].GetArray()) out.suspects[suspect["figure"].GetString()] = suspect["value"].GetDouble();
    }
    return out;
}

// What `check` finds in one report; nothing where the kind of file cannot be read here (no pdftotext).
std::optional<std::vector<Seen>> findings_of(const std::string& file) {
    const Outcome outcome = run({"check", "--isolated", "--lang", "zh", "--format", "json", (reports / file).string()});
    rapidjson::Document json;
    json.Parse(outcome.out.c_str());
    REQUIRE_MESSAGE(!json.HasParseError(), file, ": ", outcome.err);
    if (json["reports"].Empty()) {
        MESSAGE("not read here: ", file, ": ", outcome.err);
        return std::nullopt;
    }
    std::vector<Seen> all;
    for (const auto& finding : json["reports"][0]["findings"].GetArray()) all.push_back(seen(finding));
    return all;
}

std::vector<Seen> matching(const std::vector<Seen>& findings, const std::string& rule, const std::string& key) {
    const std::regex pattern{rule};
    std::vector<Seen> out;
    std::copy_if(findings.begin(), findings.end(), std::back_inserter(out), [&](const Seen& each) {
        return std::regex_match(each.rule, pattern) && (key.empty() || each.logical == key);
    });
    return out;
}

std::string said(const std::vector<Seen>& findings) {
    std::string out;
    for (const Seen& each : findings) out += fmt::format("\n  {} {} {}", each.rule, each.logical, each.message);
    return out;
}

void check_suspects(const std::vector<Seen>& findings, const std::string& wanted) {
    std::map<std::string, double> suspects;
    std::istringstream items{wanted};
    for (std::string item; items >> item;) suspects[item.substr(0, item.find('='))] = std::atof(item.substr(item.find('=') + 1).c_str());
    for (const Seen& each : matching(findings, "T3..", "")) CHECK_MESSAGE(each.suspects == suspects, each.rule, " ", each.logical);
}

// `lenient`: a text that does not carry everything may leave things open, as long as nothing wrong is said.
void check_row(const Fields& row, const std::vector<Seen>& findings, bool lenient) {
    const auto& [verdict, rule, key, why] = std::tie(row[1], row[2], row[3], row[4]);
    if (rule == "suspects") return check_suspects(findings, key);
    auto found = matching(findings, rule, key);
    if (verdict == "must") {
        if (lenient) return;
        CHECK_MESSAGE(!found.empty(), rule, " ", key, " is missing: ", why);
        // "table applications: … (one finding)" speaks of that table alone.
        const std::string table = why.starts_with("table ") ? why.substr(6, why.find(':') - 6) + "." : std::string{};
        std::erase_if(found, [&](const Seen& each) { return !each.logical.starts_with(table); });
        if (why.ends_with("(one finding)")) CHECK_MESSAGE(found.size() == 1, rule, ": ", why, said(found));
    } else {
        if (lenient) std::erase_if(found, [](const Seen& each) { return each.review; });
        CHECK_MESSAGE(found.empty(), rule, " ", key, " must not be: ", why, said(found));
    }
}

std::map<std::string, std::vector<Fields>> by_file(const std::vector<Fields>& rows) {
    std::map<std::string, std::vector<Fields>> files;
    for (const Fields& row : rows) files[row[0]].push_back(row);
    return files;
}

}  // namespace

TEST_SUITE("acceptance") {
    TEST_CASE("every line of expected.tsv") {
        if (!are_there()) return;
        const auto files = by_file(rows_of("expected.tsv"));
        for (const auto& [file, rows] : files) {
            CAPTURE(file);
            const auto findings = findings_of(file);
            if (!findings) continue;
            for (const Fields& row : rows) {
                if (row[1] != "same-as") {
                    check_row(row, *findings, false);
                    continue;
                }
                const bool lenient = row[4].find("unbound") != std::string::npos || row[4] == "raw order: likewise";
                for (const Fields& other : files.at(row[2])) check_row(other, *findings, lenient);
            }
        }
    }
    TEST_CASE("a rule named on several lines is found as often") {
        if (!are_there()) return;
        for (const auto& [file, rows] : by_file(rows_of("expected.tsv"))) {
            CAPTURE(file);
            std::map<std::string, std::size_t> wanted;
            for (const Fields& row : rows) wanted[row[2]] += row[1] == "must" && row[3].empty() ? 1 : 0;
            std::erase_if(wanted, [](const auto& each) { return each.second < 2; });
            if (wanted.empty()) continue;
            const auto findings = findings_of(file);
            for (const auto& [rule, count] : wanted) CHECK_MESSAGE(matching(*findings, rule, "").size() >= count, rule);
        }
    }
    TEST_CASE("every line of figures.tsv") {
        if (!are_there()) return;
        for (const auto& [file, rows] : by_file(rows_of("figures.tsv"))) {
            CAPTURE(file);
            const Outcome outcome = run({"parse", "--format", "json", (reports / file).string()});
            rapidjson::Document json;
            json.Parse(outcome.out.c_str());
            if (json.HasParseError() || !json.IsObject()) {
                MESSAGE("not read here: ", file, ": ", outcome.err);
                continue;
            }
            for (const Fields& row : rows) {
                CAPTURE(row[1]);
                REQUIRE(json["figures"].HasMember(row[1].c_str()));
                const auto& figure = json["figures"][row[1].c_str()];
                CHECK(figure["state"].GetString() == row[2]);
                if (row[3].empty()) continue;
                CHECK(figure["value"].IsNumber());
                if (figure["value"].IsNumber()) CHECK(figure["value"].GetDouble() == doctest::Approx(std::atof(row[3].c_str())).epsilon(1e-12));
            }
        }
    }
    TEST_CASE("all real reports in one run: order, exit status, no problem but unreadable kinds") {
        if (!are_there()) return;
        const Outcome outcome = run({"check", "--isolated", "--format", "jsonl", reports.string()});
        CHECK(outcome.status != 0);
        std::vector<std::string> paths;
        std::istringstream lines{outcome.out};
        for (std::string line; std::getline(lines, line);) {
            rapidjson::Document json;
            json.Parse(line.c_str());
            REQUIRE(!json.HasParseError());
            if (json.HasMember("path")) paths.emplace_back(json["path"].GetString());
        }
        CHECK(std::is_sorted(paths.begin(), paths.end()));
        CHECK(paths.size() >= 10);
    }
}
