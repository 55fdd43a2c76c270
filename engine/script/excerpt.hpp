// SPDX-License-Identifier: Apache-2.0
// Problems that show the line of the rule file they are about. Pure text; knows no Lua.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/script/script_pack.hpp"
#include "grammar/text/problem.hpp"

namespace gouji::script {

// Line 0: no line, no excerpt.
[[nodiscard]] text::Problem problem_at(const ScriptPack& pack, const ScriptFile& file, std::uint32_t line, text::Bilingual message);

// The line on which `key = …` stands, the first one from `from` on; 0 where there is none.
[[nodiscard]] std::uint32_t line_of_key(std::string_view lua, std::string_view key, std::uint32_t from = 1);

// Valid UTF-8 whatever a rule made of its strings: bytes that are none become U+FFFD, and at most `bytes` of it are kept.
[[nodiscard]] std::string readable(std::string_view text, std::size_t bytes = static_cast<std::size_t>(-1));

}  // namespace gouji::script
