// SPDX-License-Identifier: Apache-2.0
// `gouji figures`: one row for each report, the same columns whatever the reports: path, agency, year, format, then every figure
// of every format. In CSV a number is a number, a blank cell is empty, a mark or text stands as written, and #unbound and
// #absent say that nothing could be read. JSON lines give state and value of each figure of the report's own format.
#pragma once

#include "engine/output/writer.hpp"

namespace gouji::output {

class FigureRows {
public:
    FigureRows(const std::vector<model::Format>& formats, bool csv);

    [[nodiscard]] std::string head() const;  // BOM and column names; empty for JSON lines
    [[nodiscard]] std::string row(const std::string& path, const model::Document& document) const;

private:
    [[nodiscard]] std::string csv_row(const std::string& path, const model::Document& document) const;
    [[nodiscard]] std::string json_row(const std::string& path, const model::Document& document) const;

    std::vector<std::string> columns_;  // figure ids
    bool csv_;
};

}  // namespace gouji::output
