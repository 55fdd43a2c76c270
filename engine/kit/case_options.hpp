// SPDX-License-Identifier: Apache-2.0
// Options of rules as cases write them: 3, 0.5, true, "text", ["a", "b"]. No Lua, no file.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/script/rule_book.hpp"

namespace gouji::kit {

// Sets the option in the settings of each of the named rules that has it; what is wrong, where none has or the value does not fit.
[[nodiscard]] std::optional<text::Bilingual> set_option(const std::string& name, const std::string& value, const std::vector<std::string>& rules,
                                                        const std::vector<finding::RuleInfo>& infos, script::RuleSettings& settings);

}  // namespace gouji::kit
