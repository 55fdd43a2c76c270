// SPDX-License-Identifier: Apache-2.0
// What a placeholder stands for: the rule's data first, then what the place itself gives ({label}, {left}, {total} …).
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "engine/script/run_state.hpp"

namespace gouji::script {

// A value of the rule's data as it stands in a message.
[[nodiscard]] std::string write_data(const DataValue& value);

// The message with its values; what is wrong where `value_of` gives none for a placeholder.
[[nodiscard]] tl::expected<std::string, text::Bilingual> write_message(const RuleMessage& message, bool english,
                                                                       const std::function<std::optional<std::string>(const std::string&)>& value_of);

// A message of at most 1,000 characters or so: of a longer one the beginning, and "…". Data may be a whole report.
[[nodiscard]] std::string shortened(std::string message);

class MessageValues {
public:
    MessageValues(RunState& run, const finding::Place& place, const Quantity& against) : run_{run}, place_{place}, against_{against} {}

    [[nodiscard]] std::optional<std::string> find(std::string_view name) const;

private:
    [[nodiscard]] std::optional<std::string> from_identity(std::string_view name) const;
    [[nodiscard]] std::optional<std::string> from_claim(std::string_view name) const;
    [[nodiscard]] std::optional<std::string> from_figure(std::string_view name) const;
    [[nodiscard]] std::string label_of(View view) const;

    RunState& run_;
    const finding::Place& place_;
    const Quantity& against_;
};

}  // namespace gouji::script
