// SPDX-License-Identifier: Apache-2.0
// RuleShape: what a rule file says, read out of the Lua table that it returned and checked. The only place that knows how a
// rule is written down; whoever runs rules works with these values. It owns everything and refers to no Lua state.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/cross/grouping.hpp"
#include "engine/finding/rule_info.hpp"
#include "engine/script/message_template.hpp"
#include "engine/script/script_pack.hpp"
#include "grammar/text/problem.hpp"

struct lua_State;

namespace gouji::script {

// For which reports a rule is meant.
struct Applies {
    std::vector<std::string> formats;  // empty: all
    std::optional<std::int64_t> from_year;
    std::optional<std::int64_t> to_year;
    bool years_unknown = false;        // also where the report year is not known
};

// What a rule looks at: one report, one agency's reports, or reports that belong together.
enum class Subject : std::uint8_t { document, series, group };

struct RuleMessage {
    std::string key;
    MessageTemplate zh;
    MessageTemplate en;
};

struct PhraseSet {
    std::string name;
    std::vector<std::string> phrases;
};

struct RuleShape {
    finding::RuleInfo info;
    Applies applies;
    Subject subject = Subject::document;
    cross::GroupKind groups = cross::GroupKind::hierarchy;  // of a rule on groups
    std::vector<PhraseSet> phrases;   // sorted by name
    std::vector<std::string> needs;   // phrase sets and facts; the rule is skipped where none of them is there
    std::vector<RuleMessage> messages;
};

// Reads the rule at the top of the stack (frozen; left there). Everything that is wrong with it goes to `problems`, and then
// nothing is returned.
[[nodiscard]] std::optional<RuleShape> read_rule_shape(lua_State* L, const ScriptPack& pack, const ScriptFile& file, text::Problems& problems);

// Takes the rule from the top of the stack and keeps the function that checks the subject: a reference in the registry.
[[nodiscard]] int take_check(lua_State* L, Subject subject);

}  // namespace gouji::script
