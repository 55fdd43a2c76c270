// SPDX-License-Identifier: Apache-2.0
// Claims, and the places of the document itself that a rule can point at.
#include "engine/script/names.hpp"
#include "engine/script/place.hpp"
#include "engine/script/run_state.hpp"

namespace gouji::script {

namespace {

// ── places ──

enum PlaceField { place_text };
constexpr ViewField place_fields[] = {{"text", place_text}};

void read_place(RunState& run, lua_State* L, std::uint32_t index, int /*field*/) {
    push_text(L, run.document().source->slice(place_span(run.document(), static_cast<PlaceIndex>(index))));
}

// ── claims ──

enum ClaimField { claim_quantity, claim_kind, claim_value, claim_unit, claim_approximate, claim_comparable, claim_scope, claim_text,
                  claim_sentence, claim_section };

constexpr ViewField claim_fields[] = {
    {"quantity", claim_quantity}, {"kind", claim_kind}, {"value", claim_value}, {"unit", claim_unit}, {"approximate", claim_approximate},
    {"comparable", claim_comparable}, {"scope", claim_scope}, {"text", claim_text}, {"sentence", claim_sentence}, {"section", claim_section}};

void read_claim(RunState& run, lua_State* L, std::uint32_t index, int field) {
    const model::Claim& claim = run.document().claims[index];
    switch (field) {
        case claim_quantity: return push_text(L, claim.quantity);
        case claim_kind: return push_name(L, name_of(claim.kind));
        case claim_value: return claim.kind == model::ClaimKind::exists ? lua_pushnil(L) : push_decimal(L, claim_number(run.document(), claim));
        case claim_unit: return push_text(L, claim.unit);
        case claim_approximate: return lua_pushboolean(L, claim.approximate ? 1 : 0);
        case claim_comparable: return lua_pushboolean(L, claim.comparable ? 1 : 0);
        case claim_scope: return push_text(L, claim.scope);
        case claim_text: return push_text(L, run.document().source->slice(claim.span));
        case claim_sentence: return push_view(L, ViewKind::sentence, claim.sentence);
        case claim_section: return push_view(L, ViewKind::section, run.facts.section_at(run.tree().sentences[claim.sentence].prose.begin));
        default: return lua_pushnil(L);
    }
}

bool claim_agrees_with(RunState& run, const model::Claim& claim, View view) {
    if (view.kind == ViewKind::sum) return agrees(run.document(), claim, run.facts.sum(view.index));
    return agrees(run.document(), claim, quantity_of(run.document(), view));
}

int claim_agrees(lua_State* L) {
    const std::uint32_t claim = check_view(L, 1, ViewKind::claim);
    RunState& run = RunState::of(L);
    const View view = to_view(L, 2);
    const bool is_foreign = view.kind == ViewKind::foreign_figure || view.kind == ViewKind::foreign_sum;
    const bool is_own = view.kind == ViewKind::figure || view.kind == ViewKind::sum;
    if (!is_foreign && !is_own) return luaL_argerror(L, 2, "a figure or a quantity is expected");
    lua_pushboolean(L, is_foreign || claim_agrees_with(run, run.document().claims[claim], view) ? 1 : 0);
    return 1;
}

constexpr luaL_Reg claim_methods[] = {{"agrees", &claim_agrees}};

}  // namespace

const ViewClass place_class{"Place", place_fields, &read_place, {}};
const ViewClass claim_class{"Claim", claim_fields, &read_claim, claim_methods};

}  // namespace gouji::script
