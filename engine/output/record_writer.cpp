// SPDX-License-Identifier: Apache-2.0
// record: one line for each report, and one for each input that gave none; made by engine/cross. Findings have no place in it.
#include "engine/output/writers.hpp"

namespace gouji::output {
namespace {

class RecordLinesWriter final : public Writer {
public:
    explicit RecordLinesWriter(Sink sink) : sink_{std::move(sink)} {}

    void begin(const RunInfo&) override {}
    void write_report(const ReportView& report) override {
        if (report.record != nullptr) write_line(*report.record);
    }
    void end(const RunEnd& end) override {
        for (const std::string& line : end.records) write_line(line);
    }

private:
    void write_line(const std::string& line) {
        line_ = line;
        line_ += '\n';
        sink_(line_);
    }

    Sink sink_;
    std::string line_;
};

}  // namespace

std::unique_ptr<Writer> make_record_writer(Sink sink) { return std::make_unique<RecordLinesWriter>(std::move(sink)); }

}  // namespace gouji::output
