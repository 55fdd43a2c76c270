// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "engine/config/configuration.hpp"
#include "engine/config/keys.hpp"
#include "engine/config/toml_text.hpp"

namespace gouji::config {

namespace {

std::optional<finding::Day> read_last_day(const TomlTable& table) {
    if (!table.has("until")) return std::nullopt;
    const auto day = finding::read_day(table.date_text("until"));
    if (!day) table.fail({"“until”应为日期，如 2026-03-31", "'until' must be a date such as 2026-03-31"}, "until");
    return day;
}

finding::Waiver read_waiver(const TomlTable& table) {
    table.only(key_names(waiver_key_list()));
    finding::Waiver waiver;
    waiver.rule = table.text("rule");
    waiver.files = table.text_or("files", {});
    waiver.figure = table.text_or("figure", {});
    waiver.section = table.text_or("section", {});
    waiver.reason = table.text("reason");
    waiver.last_day = read_last_day(table);
    waiver.approver = table.text_or("approver", {});
    if (table.has("reason") && waiver.reason.find_first_not_of(" \t\n") == std::string::npos) {
        table.fail({"豁免须写明理由", "a waiver has to give its reason"}, "reason");
    }
    return waiver;
}

}  // namespace

finding::Waivers read_waivers(std::string_view toml, const std::string& file, const std::string& folder, text::Problems& problems) {
    finding::Waivers waivers;
    auto text = TomlText::parse(toml, file, text::ProblemKind::configuration);
    if (!text) {
        problems.push_back(std::move(text.error()));
        return waivers;
    }
    for (const TomlTable& table : (*text)->root().only({"waivers"}).tables("waivers")) {
        const std::size_t before = (*text)->problems().size();
        finding::Waiver waiver = read_waiver(table);
        if ((*text)->problems().size() > before) waiver.fault = (*text)->problems()[before].message;
        waiver.file = file;
        waiver.folder = folder;
        waiver.span = table.span();
        waivers.push_back(std::move(waiver));
    }
    problems.insert(problems.end(), (*text)->problems().begin(), (*text)->problems().end());
    return waivers;
}

}  // namespace gouji::config
