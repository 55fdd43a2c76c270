// SPDX-License-Identifier: Apache-2.0
#include "engine/script/finding_builder.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "engine/script/calculation.hpp"
#include "engine/script/excerpt.hpp"
#include "engine/script/message_values.hpp"
#include "engine/script/place.hpp"
#include "engine/script/table_index.hpp"

namespace gouji::script {

using finding::Finding;
using finding::Kind;
using finding::Operand;

namespace {

class FindingBuilder {
public:
    explicit FindingBuilder(RunState& run) : run_{run}, draft_{run.draft}, document_{run.document()}, english_{run.settings.english} {}

    tl::expected<Finding, text::Bilingual> build() {
        finding_.rule = &run_.current_info();
        if (draft_.against.kind != ViewKind::none) quantity_ = quantity_of(document_, draft_.against);
        set_place();
        set_severity();
        set_kind();
        set_message();
        set_evidence();
        set_suspects();
        add_fix();
        add_related();
        finding_.hypothesis = readable(draft_.hypothesis);
        if (!draft_.cause.empty()) finding_.cause = readable(draft_.cause);
        finding_.fingerprint_key = fingerprint_key();
        if (wrong_) return tl::unexpected{std::move(*wrong_)};
        return std::move(finding_);
    }

private:
    void complain(std::string zh, std::string en) {
        if (!wrong_) wrong_ = text::Bilingual{std::move(zh), std::move(en)};
    }

    [[nodiscard]] const model::Judgement* judgement() const {
        return draft_.at.kind == ViewKind::identity ? &run_.facts.judgements()[draft_.at.index] : nullptr;
    }
    [[nodiscard]] const model::Claim* claim() const {
        return draft_.at.kind == ViewKind::claim ? &document_.claims[draft_.at.index] : nullptr;
    }

    void set_place() {
        finding_.place = place_of(run_.facts, draft_.at);
        if (draft_.against.kind != ViewKind::none) finding_.place.logical = place_of(run_.facts, draft_.against).logical;
        if (!draft_.logical.empty()) finding_.place.logical = readable(draft_.logical);
    }

    void set_severity() {
        const auto& severities = run_.settings.severities;
        finding_.severity = severities.empty() ? finding_.rule->severity : severities[run_.rule];
        if (draft_.severity.empty()) return;
        const auto given = finding::severity_from(draft_.severity);
        if (!given) {
            complain(fmt::format("severity 应当是 error、warning 或 note，不是“{}”", readable(draft_.severity)),
                     fmt::format("severity has to be error, warning or note, not “{}”", readable(draft_.severity)));
        } else if (*given > finding_.rule->severity) {
            complain("一条检出的 severity 不能高于规则本身的", "the severity of a finding cannot be higher than the rule's own");
        } else {
            finding_.severity = std::min(finding_.severity, *given);
        }
    }

    // What could not be read with certainty is for a person to look at, unless the rule knows better.
    void set_kind() {
        const bool undecidable = judgement() != nullptr && judgement()->verdict == model::Verdict::undecidable;
        const bool uncertain = draft_.at.kind == ViewKind::defect && defect_at(document_, draft_.at.index).uncertain;
        if (undecidable || uncertain) finding_.kind = Kind::review;
        if (draft_.kind == "fail") finding_.kind = Kind::fail;
        else if (draft_.kind == "review") finding_.kind = Kind::review;
        else if (!draft_.kind.empty()) {
            complain(fmt::format("kind 应当是 fail 或 review，不是“{}”", readable(draft_.kind)),
                     fmt::format("kind has to be fail or review, not “{}”", readable(draft_.kind)));
        }
    }

    void set_message() {
        const MessageValues values{run_, finding_.place, quantity_};
        auto written = write_message(*draft_.message, draft_.data, english_, [&](std::string& out, std::string_view name) { return values.append(out, name); });
        if (!written) return complain(std::move(written.error().zh), std::move(written.error().en));
        finding_.message = shortened(std::move(*written));
    }

    Operand operand(model::FigureIndex index, bool stated) {
        const model::Figure& figure = document_.figures[index];
        Operand result{place_of_figure(run_.facts, index), readable(figure.text), std::nullopt, stated};
        if (figure.state == model::FigureState::value) result.value = figure.value;
        return result;
    }

    void add_operands(const std::vector<model::FigureIndex>& figures, bool stated = false) {
        finding_.operands.reserve(finding_.operands.size() + figures.size());
        for (const model::FigureIndex index : figures) finding_.operands.push_back(operand(index, stated));
    }

    void set_evidence() {
        if (const model::Judgement* judged = judgement()) {
            add_operands(judged->identity->left);
            add_operands(judged->identity->right, judged->identity->right_is_total);
            finding_.calculation = write_identity(document_, *judged, english_);
        } else if (draft_.against.kind != ViewKind::none) {
            add_claim();
            add_operands(quantity_.operands);
        }
        for (const View view : draft_.operands) {
            if (view.kind == ViewKind::figure) add_operands({static_cast<model::FigureIndex>(view.index)});
            else if (view.kind == ViewKind::sum) add_operands(quantity_of(document_, view).operands);
            else add_other_operand(view);
        }
        if (!draft_.calculation.empty()) finding_.calculation = readable(draft_.calculation);
    }

    // Numbers and claims of the prose as operands.
    void add_other_operand(View view) {
        Operand result{place_of(run_.facts, view), {}, std::nullopt, false};
        if (view.kind == ViewKind::number) {
            result.written = run_.tree().prose_of(run_.tree().quantities[view.index].prose);
            result.value = run_.tree().quantities[view.index].value;
        } else if (view.kind == ViewKind::claim) {
            result = claim_operand(document_.claims[view.index], view);
        }
        finding_.operands.push_back(std::move(result));
    }

    Operand claim_operand(const model::Claim& stated, View view) {
        Operand result{place_of(run_.facts, view), readable(document_.source->slice(stated.span)), std::nullopt, true};
        result.place.label = english_ ? "prose" : "正文";
        if (stated.kind != model::ClaimKind::exists) result.value = claim_number(document_, stated);
        return result;
    }

    void add_claim() {
        if (claim() == nullptr) return;
        finding_.operands.push_back(claim_operand(*claim(), draft_.at));
        finding_.calculation = write_claim(document_, *claim(), quantity_, english_);
    }

    void set_suspects() {
        if (judgement() == nullptr || judgement()->verdict != model::Verdict::broken) return;
        const std::size_t table = run_.facts.table_of(*judgement()->identity);
        if (table >= document_.format->tables.size()) return;
        for (const model::Correction& correction : run_.facts.suspects(table)) {
            const model::FigureSpec& spec = document_.format->figures[correction.figure];
            finding_.suspects.push_back({spec.id, spec.label, correction.value});
        }
        if (!finding_.suspects.empty()) finding_.cause = "table:" + document_.format->tables[table].id;
    }

    // Further places of the finding itself, then those that the rule relates to it.
    void add_related() {
        finding_.related.reserve(draft_.places.size() + draft_.related.size());
        for (std::size_t i = 1; i < draft_.places.size(); ++i) finding_.related.push_back(place_of(run_.facts, draft_.places[i]));
        for (const View view : draft_.related) finding_.related.push_back(place_of(run_.facts, view));
    }

    void add_fix() {
        if (draft_.replacements.empty()) return;
        finding::Fix fix;
        fix.safe = draft_.safe_fix;
        fix.description = {readable(draft_.fix_zh), readable(draft_.fix_en)};
        fix.replacements.reserve(draft_.replacements.size());
        std::string words;
        const char* last = nullptr;  // mostly they are one and the same text
        for (const ReplacementDraft& replacement : draft_.replacements) {
            if (replacement.text.data() != last) words = readable(replacement.text);
            last = replacement.text.data();
            auto smallest = trimmed(span_of(run_.facts, replacement.at), words);
            if (!smallest.span.empty() || !smallest.text.empty()) fix.replacements.push_back(std::move(smallest));
        }
        if (!fix.replacements.empty()) finding_.fixes.push_back(std::move(fix));
    }

    // Without what old and new text have in common at both ends, in whole characters: small edits seldom overlap.
    [[nodiscard]] finding::Replacement trimmed(text::Span span, std::string_view words) const {
        const auto inside = [](std::string_view text, std::size_t at) { return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U; };
        std::string_view old = document_.source->slice(span);
        std::size_t head = static_cast<std::size_t>(std::mismatch(old.begin(), old.end(), words.begin(), words.end()).first - old.begin());
        while (head > 0 && (inside(old, head) || inside(words, head))) --head;
        words.remove_prefix(head);
        old.remove_prefix(head);
        std::size_t tail = static_cast<std::size_t>(std::mismatch(old.rbegin(), old.rend(), words.rbegin(), words.rend()).first - old.rbegin());
        while (tail > 0 && (inside(old, old.size() - tail) || inside(words, words.size() - tail))) --tail;
        words.remove_suffix(tail);
        return {{span.begin + static_cast<std::uint32_t>(head), span.end - static_cast<std::uint32_t>(tail)}, std::string{words}};
    }

    // Values and words, never positions: it has to be the same when lines move.
    [[nodiscard]] std::string fingerprint_key() const {
        std::string key;
        key.reserve(128);
        key = draft_.message->key;
        for (const Operand& operand : finding_.operands) {
            key += '|';
            key += operand.value ? operand.value->to_string() : "-";
        }
        static constexpr std::size_t longest = 120;
        if (finding_.operands.empty()) key.append("|").append(readable(finding_.place.label, longest));
        return key;
    }

    RunState& run_;
    const FindingDraft& draft_;
    const model::Document& document_;
    bool english_;
    Quantity quantity_;
    Finding finding_;
    std::optional<text::Bilingual> wrong_;
};

}  // namespace

tl::expected<Finding, text::Bilingual> build_finding(RunState& run) {
    return run.records != nullptr ? build_finding_across(run) : FindingBuilder{run}.build();
}

}  // namespace gouji::script
