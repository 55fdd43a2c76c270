// SPDX-License-Identifier: Apache-2.0
#include "engine/script/quantity.hpp"

#include <algorithm>

namespace gouji::script {

using model::Decimal;
using model::Document;
using model::Figure;
using model::FigureIndex;
using model::FigureState;

namespace {

bool is_empty(const Figure& figure) { return figure.state == FigureState::blank || figure.state == FigureState::mark; }

// The figures that stand for one row of a sum: its total, or the parts where only they can be read.
std::vector<FigureIndex> stand_ins(const Document& document, FigureIndex total, const std::vector<FigureIndex>& parts) {
    const Figure& figure = document.figures[total];
    if (figure.state == FigureState::value || parts.empty()) return {total};
    const auto readable = [&](FigureIndex part) { return document.figures[part].state == FigureState::value || is_empty(document.figures[part]); };
    const auto has_value = [&](FigureIndex part) { return document.figures[part].state == FigureState::value; };
    const bool usable = std::all_of(parts.begin(), parts.end(), readable) && std::any_of(parts.begin(), parts.end(), has_value);
    return usable ? parts : std::vector<FigureIndex>{total};
}

// What a claim of this size may have been rounded to: the place of its last digit that is not zero.
std::int64_t last_place(std::int64_t units) {
    std::int64_t place = 1;
    while (units != 0 && units % (place * 10) == 0) place *= 10;
    return place;
}

bool may_be_rounded(const Document& document, const model::Claim& claim, std::int64_t actual) {
    const std::int64_t stated = claim.value.units();
    const auto qualifier = claim.tree_quantity == grammar::none ? grammar::Qualifier::about : document.tree->quantities[claim.tree_quantity].qualifier;
    if (qualifier == grammar::Qualifier::more_than) return actual >= stated;
    if (qualifier == grammar::Qualifier::less_than) return actual <= stated;
    return actual > stated - last_place(stated) && actual < stated + last_place(stated);
}

}  // namespace

Quantity figure_quantity(const Document& document, FigureIndex index) {
    const Figure& figure = document.figures[index];
    return {figure.state, figure.value, {index}};
}

Quantity sum_quantity(const Document& document, const model::AggregateSpec& sum) {
    Quantity result;
    bool any_value = false;
    bool unreadable = false;
    for (std::size_t row = 0; row < sum.totals.size(); ++row) {
        static const std::vector<FigureIndex> no_parts;
        for (const FigureIndex index : stand_ins(document, sum.totals[row], row < sum.parts.size() ? sum.parts[row] : no_parts)) {
            const Figure& figure = document.figures[index];
            any_value |= figure.state == FigureState::value;
            unreadable |= figure.state != FigureState::value && !is_empty(figure);
            if (figure.state == FigureState::value) result.value = result.value + figure.value;
            result.operands.push_back(index);
        }
    }
    result.state = unreadable ? FigureState::unbound : any_value ? FigureState::value : FigureState::blank;
    return result;
}

bool agrees(const Document& document, const model::Claim& claim, const Quantity& quantity) {
    if (quantity.state != FigureState::value || quantity.operands.empty()) return true;
    if (claim.kind == model::ClaimKind::exists) return !quantity.value.is_zero();
    if (claim.kind == model::ClaimKind::none) return quantity.value.is_zero();
    const auto actual = quantity.value.times(document.figures[quantity.operands.front()].unit_factor);
    if (!actual) return false;
    if (claim.value == *actual) return true;
    return claim.approximate && may_be_rounded(document, claim, actual->units());
}

bool contradicts(const Document& document, const model::Claim& claim, const Quantity& quantity) {
    if (quantity.state != FigureState::value) return false;
    if (claim.kind == model::ClaimKind::exists) return quantity.value.is_zero();
    if (claim.kind == model::ClaimKind::none) return !quantity.value.is_zero() && !quantity.value.is_negative();
    return !agrees(document, claim, quantity);
}

}  // namespace gouji::script
