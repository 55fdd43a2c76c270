// SPDX-License-Identifier: Apache-2.0
// json: one object for the run. jsonl: one line for each report and a last line for the run.
#include "engine/output/json_parts.hpp"
#include "engine/output/writers.hpp"

namespace gouji::output {
namespace {

class JsonWriter final : public Writer {
public:
    explicit JsonWriter(Sink sink) : json_{std::move(sink)} {}

    void begin(const RunInfo& run) override {
        run_ = run;
        json_.open_object();
        write_tool(json_, run);
        json_.open_array("reports");
    }

    void write_report(const ReportView& report) override {
        tally_.add(report);
        json_.break_line();
        write_report_object(json_, report, run_);
        json_.flush();
    }

    void end(const RunEnd& end) override {
        json_.break_line();
        json_.close_array();
        write_problems(json_, end, run_.english);
        write_summary(json_, tally_, end);
        json_.member("exitCode", end.exit_code);
        json_.close_object();
        json_.break_line();
        json_.flush();
    }

private:
    JsonStream json_;
    RunInfo run_;
    Tally tally_;
};

class JsonLinesWriter final : public Writer {
public:
    explicit JsonLinesWriter(Sink sink) : json_{std::move(sink)} {}

    void begin(const RunInfo& run) override { run_ = run; }

    void write_report(const ReportView& report) override {
        tally_.add(report);
        write_report_object(json_, report, run_);
        finish_line();
    }

    void end(const RunEnd& end) override {
        json_.open_object();
        write_tool(json_, run_);
        write_problems(json_, end, run_.english);
        write_summary(json_, tally_, end);
        json_.member("exitCode", end.exit_code);
        json_.close_object();
        finish_line();
    }

private:
    void finish_line() {
        json_.break_line();
        json_.flush();
        json_.restart();
    }

    JsonStream json_;
    RunInfo run_;
    Tally tally_;
};

}  // namespace

std::string unread_json(const std::string& path, const std::vector<text::Problem>& problems, bool english) {
    std::string line;
    JsonStream json{[&](std::string_view bytes) { line += bytes; }};
    json.open_object();
    json.member("path", path);
    json.open_array("problems");
    for (const text::Problem& problem : problems) write_problem(json, problem, english);
    json.close_array();
    json.close_object();
    json.flush();
    return line;
}

std::unique_ptr<Writer> make_json_writer(Sink sink) { return std::make_unique<JsonWriter>(std::move(sink)); }
std::unique_ptr<Writer> make_jsonl_writer(Sink sink) { return std::make_unique<JsonLinesWriter>(std::move(sink)); }

}  // namespace gouji::output
