// SPDX-License-Identifier: Apache-2.0
// How views across reports are numbered: a figure by its report's place in the series or group and its index in the format.
#pragma once

#include <cstdint>

namespace gouji::script {

struct ReportFigure {
    std::uint32_t report;
    std::uint16_t figure;
};
[[nodiscard]] inline std::uint32_t pack_report_figure(std::uint32_t report, std::uint32_t figure) { return report << 16U | figure; }
[[nodiscard]] inline ReportFigure split_report_figure(std::uint32_t packed) { return {packed >> 16U, static_cast<std::uint16_t>(packed)}; }

}  // namespace gouji::script
