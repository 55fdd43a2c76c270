// SPDX-License-Identifier: Apache-2.0
// Findings of rules on a series or a group. Every place names the report that it is in.
#include <fmt/format.h>

#include <algorithm>

#include "engine/script/across_index.hpp"
#include "engine/script/excerpt.hpp"
#include "engine/script/finding_builder.hpp"
#include "engine/script/message_values.hpp"

namespace gouji::script {

namespace {

using cross::Record;
using finding::Finding;
using finding::Operand;
using finding::Place;

class AcrossBuilder {
public:
    explicit AcrossBuilder(RunState& run) : run_{run}, draft_{run.draft}, english_{run.settings.english} {}

    tl::expected<Finding, text::Bilingual> build() {
        finding_.rule = &run_.current_info();
        finding_.across = true;
        const Record* own = record_of(draft_.at);
        if (own == nullptr) return tl::unexpected{text::Bilingual{"跨报告的检出要指在一份报告或其中一个数值上", "a finding across reports has to point at a report or a figure of one"}};
        if (!draft_.replacements.empty() || draft_.against.kind != ViewKind::none) complain("跨报告的检出没有 fix 和 against", "a finding across reports has neither fix nor against");
        finding_.place = place_of(draft_.at);
        if (!draft_.logical.empty()) finding_.place.logical = readable(draft_.logical);
        set_severity();
        set_kind();
        set_message(*own);
        for (const View view : draft_.operands) add_operand(view, *own);
        for (std::size_t i = 1; i < draft_.places.size(); ++i) add_related(draft_.places[i]);
        for (const View view : draft_.related) add_related(view);
        finding_.calculation = readable(draft_.calculation);
        finding_.hypothesis = readable(draft_.hypothesis);
        finding_.cause = readable(draft_.cause);
        finding_.fingerprint_key = fingerprint_key();
        if (wrong_) return tl::unexpected{std::move(*wrong_)};
        return std::move(finding_);
    }

private:
    void complain(std::string zh, std::string en) {
        if (!wrong_) wrong_ = text::Bilingual{std::move(zh), std::move(en)};
    }

    [[nodiscard]] const Record* record_of(View view) const {
        if (view.kind == ViewKind::report) return &run_.record(view.index);
        if (view.kind == ViewKind::report_figure) return &run_.record(split_report_figure(view.index).report);
        return nullptr;
    }

    Place place_of(View view) {
        const Record* record = record_of(view);
        if (record == nullptr) {
            complain("这里要一份报告或其中一个数值", "a report or a figure of one is expected here");
            return {};
        }
        if (view.kind == ViewKind::report) return {record->title, "document", record->agency, record->source.get()};
        const std::uint16_t figure = split_report_figure(view.index).figure;
        const model::FigureSpec& spec = record->format->figures[figure];
        return {record->figures[figure].span, spec.id, spec.label, record->source.get()};
    }

    void add_related(View view) {
        finding_.related.push_back(place_of(view));
        finding_.related.back().label = named(finding_.related.back().label, view);
    }

    // 某县石桥镇人民政府2022年：上年结转 · 总计
    [[nodiscard]] std::string named(std::string_view label, View view) const {
        const Record* record = record_of(view);
        if (record == nullptr) return std::string{label};
        const std::string year = record->year ? fmt::format(fmt::runtime(english_ ? " {}" : "{}年"), *record->year) : std::string{};
        if (view.kind == ViewKind::report) return record->agency + year;
        return record->agency + year + (english_ ? ": " : "：") + std::string{label};
    }

    void set_severity() {
        const auto& severities = run_.settings.severities;
        finding_.severity = severities.empty() ? finding_.rule->severity : severities[run_.rule];
        if (draft_.severity.empty()) return;
        const auto given = finding::severity_from(draft_.severity);
        if (!given) complain("severity 应当是 error、warning 或 note", "severity has to be error, warning or note");
        else if (*given > finding_.rule->severity) complain("一条检出的 severity 不能高于规则本身的", "the severity of a finding cannot be higher than the rule's own");
        else finding_.severity = std::min(finding_.severity, *given);
    }

    void set_kind() {
        if (draft_.kind == "review") finding_.kind = finding::Kind::review;
        else if (!draft_.kind.empty() && draft_.kind != "fail") complain("kind 应当是 fail 或 review", "kind has to be fail or review");
    }

    [[nodiscard]] std::optional<std::string> value_of(std::string_view name, const Record& own) const {
        if (name == "label") return std::string{finding_.place.label.view()};
        if (name == "agency") return own.agency;
        if (name == "path") return own.path();
        if (name == "year" && own.year) return std::to_string(*own.year);
        if (name == "value" && draft_.at.kind == ViewKind::report_figure) {
            const cross::RecordFigure& figure = own.figures[split_report_figure(draft_.at.index).figure];
            if (figure.state == model::FigureState::value) return figure.value.to_string();
        }
        return std::nullopt;
    }

    void set_message(const Record& own) {
        auto written = write_message(*draft_.message, draft_.data, english_, [&](std::string& out, std::string_view name) {
            const auto value = value_of(name, own);
            if (value) out += *value;
            return value.has_value();
        });
        if (!written) return complain(std::move(written.error().zh), std::move(written.error().en));
        finding_.message = shortened(std::move(*written));
    }

    void add_operand(View view, const Record& own) {
        Operand operand{place_of(view), {}, std::nullopt, view == draft_.at};
        if (view.kind == ViewKind::report_figure) {
            const Record& record = *record_of(view);
            const cross::RecordFigure& figure = record.figures[split_report_figure(view.index).figure];
            operand.written = readable(record.source->slice(figure.span));
            if (figure.state == model::FigureState::value) operand.value = figure.value;
        }
        if (record_of(view) != &own) operand.place.label = named(operand.place.label, view);
        finding_.operands.push_back(std::move(operand));
    }

    // Values and whose they are, never positions or paths: it has to be the same when files move.
    [[nodiscard]] std::string fingerprint_key() const {
        std::string key = draft_.message->key;
        for (const Operand& operand : finding_.operands) key += "|" + (operand.value ? operand.value->to_string() : std::string{"-"});
        for (const View view : draft_.related) {
            if (const Record* record = record_of(view)) key += "|" + record->name.key + (record->year ? std::to_string(*record->year) : "");
        }
        if (finding_.operands.empty() && draft_.related.empty()) key += "|" + readable(finding_.message);
        return key;
    }

    RunState& run_;
    const FindingDraft& draft_;
    bool english_;
    Finding finding_;
    std::optional<text::Bilingual> wrong_;
};

}  // namespace

tl::expected<Finding, text::Bilingual> build_finding_across(RunState& run) { return AcrossBuilder{run}.build(); }

}  // namespace gouji::script
