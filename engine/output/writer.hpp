// SPDX-License-Identifier: Apache-2.0
// Writers: judged findings into bytes, one report after the other, as a stream. They decide nothing, compute nothing and
// never touch a file or the terminal: the app hands them a sink. The same reports in the same order give the same bytes.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/finding/judged.hpp"
#include "engine/model/document.hpp"
#include "grammar/text/landmark.hpp"
#include "grammar/text/problem.hpp"
#include "grammar/text/source_text.hpp"

namespace gouji::output {

using Sink = std::function<void(std::string_view)>;

using finding::JudgedFinding;
using finding::SuppressionKind;

// One report as the writers see it. `document` refers to `source`; both live while write_report() runs.
struct ReportView {
    const std::string* path = nullptr;
    const text::SourceText* source = nullptr;
    const model::Document* document = nullptr;
    const std::vector<JudgedFinding>* findings = nullptr;  // by position, then rule id
    std::string sha256;
    std::size_t byte_count = 0;
    std::string kind;  // "text", "html", "docx", "pdf"
    const text::Landmarks* landmarks = nullptr;  // null: a text, which is its own original
    const std::string* record = nullptr;  // its record as one line, where records are written
    std::size_t unread = 0;  // figures that could not be read with certainty
    // Only its record is at hand: `source` has the lines of places and nothing between them.
    bool partial = false;

    // The report year; where it is unknown, one that the report's format is for: enough to tell which law governs it.
    [[nodiscard]] std::optional<std::int16_t> law_year() const {
        if (document == nullptr || document->year) return document == nullptr ? std::nullopt : document->year;
        return document->format == nullptr ? std::nullopt : std::optional{document->format->year_from};
    }
};

struct PackInfo {
    std::string name;
    std::string version;
    text::Bilingual title;
};

struct RunInfo {
    std::string version;  // of the program
    std::vector<PackInfo> packs;
    const std::vector<finding::RuleInfo>* rules = nullptr;
    std::vector<finding::Severity> severities;  // in force, by rule
    bool english = false;
    bool color = false;
    bool show_suppressed = false;
    bool quiet = false;
    bool baselined = false;  // a baseline was given: SARIF tells new findings from known ones
};

// What --fix changed, or --diff would.
struct Corrections {
    std::size_t made = 0;
    std::size_t files = 0;
    std::size_t refused = 0;  // they would have changed what is read
    bool pending = false;     // shown, not made
};

struct RunEnd {
    int exit_code = 0;
    std::vector<text::Problem> problems;  // inputs not read, rules that failed, limits hit; in order
    std::size_t files = 0;
    std::size_t suppressed = 0;
    std::vector<std::string> records;     // of inputs that gave no report, a line each
    Corrections corrections;
};

class Writer {
public:
    virtual ~Writer() = default;
    virtual void begin(const RunInfo& run) = 0;
    virtual void write_report(const ReportView& report) = 0;
    virtual void end(const RunEnd& end) = 0;
};

// Names: record, text, json, jsonl, sarif, csv, junit, github, html. Null for another name.
[[nodiscard]] std::unique_ptr<Writer> make_writer(std::string_view format, Sink sink);
[[nodiscard]] const std::vector<std::string>& writer_names();

// A file that gave no report, as one line of jsonl: {"path": …, "problems": […]}.
[[nodiscard]] std::string unread_json(const std::string& path, const std::vector<text::Problem>& problems, bool english);

// `gouji parse`: one report as a JSON object (fields: docs/interface), or as the extracted text.
[[nodiscard]] std::string parse_json(const std::string& path, const text::SourceText& source, const model::Document& document);

}  // namespace gouji::output
