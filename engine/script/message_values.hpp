// SPDX-License-Identifier: Apache-2.0
// What a placeholder stands for: the rule's data first, then what the place itself gives ({label}, {left}, {total} …).
#pragma once

#include <algorithm>
#include <concepts>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "engine/script/run_state.hpp"

namespace gouji::script {

// Appends a value of the rule's data as it stands in a message.
void append_data(std::string& out, const DataValue& value);

// What is wrong with a message for one of whose placeholders there is no value.
[[nodiscard]] text::Bilingual no_value(const RuleMessage& message, std::string_view placeholder);

// The message with its values: those of `data`, else what `append_value` appends for a placeholder; false: there is none.
template <std::predicate<std::string&, std::string_view> AppendValue>
[[nodiscard]] tl::expected<std::string, text::Bilingual> write_message(const RuleMessage& message, std::span<const DataValue> data, bool english,
                                                                       AppendValue append_value) {
    std::string out;
    out.reserve(256);
    for (const MessageTemplate::Piece& piece : (english ? message.en : message.zh).pieces()) {
        if (!piece.placeholder) {
            out += piece.text;
            continue;
        }
        const auto given = std::ranges::find(data, std::string_view{piece.text}, &DataValue::name);
        if (given != data.end()) append_data(out, *given);
        else if (!append_value(out, piece.text)) return tl::unexpected{no_value(message, piece.text)};
    }
    return out;
}

// A message of at most 1,000 characters or so: of a longer one the beginning, and "…". Data may be a whole report.
[[nodiscard]] std::string shortened(std::string message);

class MessageValues {
public:
    MessageValues(RunState& run, const finding::Place& place, const Quantity& against) : run_{run}, place_{place}, against_{against} {}

    // Appends what the place gives for this name; false: nothing.
    bool append(std::string& out, std::string_view name) const;

private:
    [[nodiscard]] std::optional<std::string> from_identity(std::string_view name) const;
    [[nodiscard]] std::optional<std::string> from_claim(std::string_view name) const;
    [[nodiscard]] std::optional<std::string> from_figure(std::string_view name) const;
    [[nodiscard]] std::optional<std::string> from_place(std::string_view name) const;

    RunState& run_;
    const finding::Place& place_;
    const Quantity& against_;
};

}  // namespace gouji::script
