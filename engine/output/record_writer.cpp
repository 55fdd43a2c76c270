// SPDX-License-Identifier: Apache-2.0
// record: one line for each report, made by engine/cross; findings and problems have no place in it.
#include "engine/output/writers.hpp"

namespace gouji::output {
namespace {

class RecordLinesWriter final : public Writer {
public:
    explicit RecordLinesWriter(Sink sink) : sink_{std::move(sink)} {}

    void begin(const RunInfo&) override {}
    void write_report(const ReportView& report) override {
        if (report.record == nullptr) return;
        line_ = *report.record;
        line_ += '\n';
        sink_(line_);
    }
    void end(const RunEnd&) override {}

private:
    Sink sink_;
    std::string line_;
};

}  // namespace

std::unique_ptr<Writer> make_record_writer(Sink sink) { return std::make_unique<RecordLinesWriter>(std::move(sink)); }

}  // namespace gouji::output
