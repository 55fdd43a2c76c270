// SPDX-License-Identifier: Apache-2.0
#include "engine/script/message_values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "engine/script/excerpt.hpp"
#include "engine/script/place.hpp"
#include "grammar/text/utf8.hpp"

namespace gouji::script {

using text::Decimal;

namespace {

// On one line, since a message is a sentence.
void append_line(std::string& out, std::string_view text) {
    const std::size_t from = out.size();
    if (text::is_utf8(text)) out += text;
    else out += readable(text);
    std::replace_if(out.begin() + static_cast<std::ptrdiff_t>(from), out.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
}

// 90.4, not 90.40000000000001.
std::string write_number(double value) {
    std::string text = fmt::format("{:.6f}", value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text == "-0" ? "0" : text;
}

Decimal absolute(Decimal value) { return value.is_negative() ? Decimal{} - value : value; }

}  // namespace

void append_data(std::string& out, const DataValue& value) {
    switch (value.type) {
        case DataValue::Type::integer: fmt::format_to(std::back_inserter(out), "{}", value.integer); return;
        case DataValue::Type::number: out += write_number(value.number); return;
        case DataValue::Type::text: append_line(out, value.text); return;
    }
}

text::Bilingual no_value(const RuleMessage& message, std::string_view placeholder) {
    return {fmt::format("消息“{}”里的 {{{}}} 没有值，请在 data 里给出", message.key, placeholder),
            fmt::format("{{{1}}} in message “{0}” has no value; give it in data", message.key, placeholder)};
}

std::string shortened(std::string message) {
    static constexpr std::size_t longest = 3000;  // bytes
    return message.size() <= longest ? std::move(message) : readable(message, longest);
}

bool MessageValues::append(std::string& out, std::string_view name) const {
    if (const auto value = from_place(name)) {
        out += *value;
    } else if (name == "label") {
        out += place_.label.view();
    } else if (name == "text") {
        append_line(out, run_.document().source->slice(place_.span));
    } else {
        return false;
    }
    return true;
}

std::optional<std::string> MessageValues::from_place(std::string_view name) const {
    switch (run_.draft.at.kind) {
        case ViewKind::identity: return from_identity(name);
        case ViewKind::claim: return from_claim(name);
        case ViewKind::figure:
        case ViewKind::sum: return from_figure(name);
        default: return std::nullopt;
    }
}

std::optional<std::string> MessageValues::from_identity(std::string_view name) const {
    const model::Judgement& judgement = run_.facts.judgements()[run_.draft.at.index];
    if (name == "label") return judgement.identity->label.text;
    if (name == "left" || name == "sum") return judgement.left_sum.to_string();
    if (name == "right" || name == "total") return judgement.right_sum.to_string();
    if (name == "difference") return absolute(judgement.left_sum - judgement.right_sum).to_string();
    return std::nullopt;
}

std::optional<std::string> MessageValues::from_claim(std::string_view name) const {
    const model::Claim& claim = run_.document().claims[run_.draft.at.index];
    const bool compared = run_.draft.against.kind != ViewKind::none;
    if (name == "value") return claim_number(run_.document(), claim).to_string();
    if (name == "unit") return std::string{claim.unit};
    if (!compared) return std::nullopt;
    if (name == "label") return std::string{place_of(run_.facts, run_.draft.against).label.view()};
    if (name == "total" || name == "sum") return against_.value.to_string();
    if (name == "difference") return absolute(claim_number(run_.document(), claim) - against_.value).to_string();
    return std::nullopt;
}

std::optional<std::string> MessageValues::from_figure(std::string_view name) const {
    if (name != "value") return std::nullopt;
    const Quantity quantity = quantity_of(run_.document(), run_.draft.at);
    return quantity.state == model::FigureState::value ? std::optional{quantity.value.to_string()} : std::nullopt;
}

}  // namespace gouji::script
