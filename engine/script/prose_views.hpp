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

// Pushes the hits of the set named at `index` that `wanted` accepts.
template <class Wanted>
void push_hits(lua_State* L, int index, Wanted wanted) {
    const auto set = check_phrases(L, index);
    RunState& run = RunState::of(L);
    const auto hits = run.facts.hits_of(set);
    lua_createtable(L, static_cast<int>(hits.size()), 0);
    lua_Integer position = 0;
    for (const std::uint32_t hit : hits) {
        if (!wanted(run.document().hits[hit])) continue;
        push_view(L, ViewKind::hit, hit);
        lua_rawseti(L, -2, ++position);
    }
}

}  // namespace gouji::script
