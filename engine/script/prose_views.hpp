// SPDX-License-Identifier: Apache-2.0
// What document, section and sentence offer alike: lists of the claims and of the phrase hits in them.
#pragma once

#include "engine/script/run_state.hpp"

namespace gouji::script {

// The phrase set of the current rule that the string at `index` names; raises where the rule has none of that name.
[[nodiscard]] model::PhraseIndex::SetId check_phrases(lua_State* L, int index);

// Pushes the claims that `wanted` accepts, only those about the quantity named at `index` where one is given.
template <class Wanted>
void push_claims(lua_State* L, int index, Wanted wanted) {
    const std::string_view quantity = lua_isnoneornil(L, index) ? std::string_view{} : std::string_view{luaL_checkstring(L, index)};
    const auto& claims = RunState::of(L).document().claims;
    push_list(L, ViewKind::claim, claims.size(), [&](std::uint32_t i) { return (quantity.empty() || claims[i].quantity == quantity) && wanted(claims[i]); });
}

// Pushes the hits of the set named at `index` that begin in `prose`; or whether there are any.
void push_hits(lua_State* L, int index, text::FoldedSpan prose);
void push_has_hits(lua_State* L, int index, text::FoldedSpan prose);
inline constexpr text::FoldedSpan all_prose{0, 0xFFFF'FFFFU};

}  // namespace gouji::script
