// SPDX-License-Identifier: Apache-2.0
// What the prose tells: marks, claims, breakdowns, steps.
#include <algorithm>
#include <array>

#include "engine/script/fact_bits.hpp"
#include "engine/script/place.hpp"
#include "engine/script/prose_text.hpp"

namespace gouji::script {

namespace {

using model::Claim;
using model::ClaimKind;
using model::Document;

// What a claim says in exact numbers; none where it does not.
std::optional<model::Decimal> stated_value(const Document& document, const Claim& claim) {
    if (!claim.comparable || claim.kind == ClaimKind::exists) return std::nullopt;
    if (claim.kind == ClaimKind::none) return model::Decimal{};
    return claim.approximate ? std::nullopt : std::optional{claim_number(document, claim)};
}

// Whether one quantity is stated twice with different values: then one of them differs from the first. There are few quantities,
// but a hostile text has tens of thousands of claims.
bool has_conflict(const Document& document) {
    std::vector<std::pair<std::string_view, model::Decimal>> first;
    for (const Claim& claim : document.claims) {
        const auto value = stated_value(document, claim);
        if (!value) continue;
        const auto known = std::find_if(first.begin(), first.end(), [&](const auto& each) { return each.first == claim.quantity; });
        if (known == first.end()) first.emplace_back(claim.quantity, *value);
        else if (known->second != *value) return true;
    }
    return false;
}

// Whether parts and whole differ, as rules see their numbers; where there are decimals, rules look for themselves.
bool is_unequal(const grammar::Tree& tree, const grammar::Breakdown& breakdown) {
    const auto value_of = [&](std::uint32_t quantity) { return in_own_unit(tree.quantities[quantity], tree.quantities[quantity].value); };
    const model::Decimal whole = value_of(breakdown.whole);
    model::Decimal sum;
    for (const std::uint32_t part : breakdown.parts) {
        if (!value_of(part).is_whole()) return true;
        sum = sum + value_of(part);
    }
    return !whole.is_whole() || sum != whole;
}

// Whether a certain step neither goes on from the one before it of its kind nor begins anew.
bool has_broken_steps(ReportFacts& facts) {
    constexpr std::size_t kinds = 8;
    std::array<std::uint16_t, kinds> last{};
    std::uint32_t section = grammar::none;
    for (const std::uint32_t index : facts.steps()) {
        const grammar::Step& step = facts.tree().steps[index];
        if (!is_certain(step)) continue;
        const std::uint32_t own = facts.section_at(step.prose.begin);
        if (own != section) last.fill(0);
        section = own;
        std::uint16_t& before = last[static_cast<std::size_t>(step.number.style)];
        if (before != 0 && step.number.value != 1 && step.number.value != before + 1) return true;
        before = step.number.value;
    }
    return false;
}

}  // namespace

FactMask prose_facts(ReportFacts& facts) {
    const Document& document = facts.document();
    const grammar::Tree& tree = facts.tree();
    FactMask out = 0;
    for (const grammar::Mark& mark : tree.marks) out |= bit_of(marks_at, mark.kind);
    for (const Claim& claim : document.claims) out |= bit_of(claims_at, claim.kind);
    out |= bit_if(!facts.contradictions().empty(), Fact::claims_contradicted) | bit_if(has_conflict(document), Fact::claims_conflicting);
    const auto unequal = [&](const grammar::Breakdown& breakdown) { return is_unequal(tree, breakdown); };
    out |= bit_if(std::any_of(tree.breakdowns.begin(), tree.breakdowns.end(), unequal), Fact::breakdowns_unequal);
    return out | bit_if(has_broken_steps(facts), Fact::steps_broken);
}

}  // namespace gouji::script
