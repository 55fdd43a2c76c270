// SPDX-License-Identifier: Apache-2.0
#include "engine/script/message_values.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "engine/script/excerpt.hpp"
#include "engine/script/place.hpp"

namespace gouji::script {

using text::Decimal;

namespace {

// On one line, since a message is a sentence.
std::string one_line(std::string_view text) {
    std::string line = readable(text);
    std::replace_if(line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return line;
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

std::string write_data(const DataValue& value) {
    switch (value.type) {
        case DataValue::Type::integer: return std::to_string(value.integer);
        case DataValue::Type::number: return write_number(value.number);
        case DataValue::Type::text: break;
    }
    return one_line(value.text);
}

tl::expected<std::string, text::Bilingual> write_message(const RuleMessage& message, bool english,
                                                         const std::function<std::optional<std::string>(const std::string&)>& value_of) {
    std::string out;
    for (const MessageTemplate::Piece& piece : (english ? message.en : message.zh).pieces()) {
        if (!piece.placeholder) {
            out += piece.text;
            continue;
        }
        const auto value = value_of(piece.text);
        if (!value) {
            return tl::unexpected{text::Bilingual{fmt::format("消息“{}”里的 {{{}}} 没有值，请在 data 里给出", message.key, piece.text),
                                                  fmt::format("{{{1}}} in message “{0}” has no value; give it in data", message.key, piece.text)}};
        }
        out += *value;
    }
    return out;
}

std::string shortened(std::string message) {
    static constexpr std::size_t longest = 3000;  // bytes
    return message.size() <= longest ? std::move(message) : readable(message, longest);
}

std::optional<std::string> MessageValues::find(std::string_view name) const {
    for (const DataValue& value : run_.draft.data) {
        if (value.name == name) return write_data(value);
    }
    std::optional<std::string> value;
    switch (run_.draft.at.kind) {
        case ViewKind::identity: value = from_identity(name); break;
        case ViewKind::claim: value = from_claim(name); break;
        case ViewKind::figure:
        case ViewKind::sum: value = from_figure(name); break;
        default: break;
    }
    if (value) return value;
    if (name == "label") return place_.label;
    if (name == "text") return one_line(run_.document().source->slice(place_.span));
    return std::nullopt;
}

std::optional<std::string> MessageValues::from_identity(std::string_view name) const {
    const model::Judgement& judgement = run_.facts.judgements()[run_.draft.at.index];
    if (name == "label") return judgement.identity->label.text;
    if (name == "left" || name == "sum") return judgement.left_sum.to_string();
    if (name == "right" || name == "total") return judgement.right_sum.to_string();
    if (name == "difference") return absolute(judgement.left_sum - judgement.right_sum).to_string();
    return std::nullopt;
}

std::string MessageValues::label_of(View view) const {
    return place_of(run_.facts, view).label;
}

std::optional<std::string> MessageValues::from_claim(std::string_view name) const {
    const model::Claim& claim = run_.document().claims[run_.draft.at.index];
    const bool compared = run_.draft.against.kind != ViewKind::none;
    if (name == "value") return claim_number(run_.document(), claim).to_string();
    if (name == "unit") return std::string{claim.unit};
    if (!compared) return std::nullopt;
    if (name == "label") return label_of(run_.draft.against);
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
