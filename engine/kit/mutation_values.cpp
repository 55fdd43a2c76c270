// SPDX-License-Identifier: Apache-2.0
#include "engine/kit/mutation_values.hpp"

#include <algorithm>

#include "engine/model/identity.hpp"
#include "grammar/tree.hpp"

namespace gouji::kit {

using model::Document;
using model::FigureIndex;
using text::Decimal;

namespace {

bool among(const std::vector<FigureIndex>& side, FigureIndex figure) { return std::find(side.begin(), side.end(), figure) != side.end(); }

Decimal ten_times(Decimal value) { return Decimal::scaled(value.units() * 10); }

Decimal reversed(Decimal value) {
    std::string digits = value.to_string();
    if (!value.is_whole() || value.is_negative()) return value;
    std::reverse(digits.begin(), digits.end());
    return Decimal::read(digits).value_or(value);
}

// The value that the figure would need to mend every broken identity of the table by itself.
std::optional<Decimal> mending_value(const Document& document, const std::vector<model::Judgement>& broken, FigureIndex figure) {
    std::optional<Decimal> delta;
    for (const model::Judgement& judgement : broken) {
        const Decimal gap = judgement.right_sum - judgement.left_sum;
        const bool left = among(judgement.identity->left, figure);
        if (!left && !among(judgement.identity->right, figure)) return std::nullopt;
        const Decimal needed = left ? gap : Decimal{} - gap;
        if (delta && *delta != needed) return std::nullopt;
        delta = needed;
    }
    return delta ? std::optional{document.figures[figure].value + *delta} : std::nullopt;
}

std::string_view column_of(std::string_view id) { return id.substr(id.rfind('.') + 1); }
std::string_view table_of(std::string_view id) { return id.substr(0, id.find('.')); }

}  // namespace

std::vector<Decimal> wrong_figures(Decimal value, model::FigureKind kind) {
    std::vector<Decimal> wrong{value + Decimal::of(1)};
    const Decimal less = value - Decimal::of(1);
    if (kind == model::FigureKind::change || !less.is_negative()) wrong.push_back(less);
    if (value > Decimal{}) wrong.push_back(ten_times(value));
    if (const Decimal other = reversed(value); other != value) wrong.push_back(other);
    return wrong;
}

std::vector<Decimal> wrong_claims(const Document& document, const model::Claim& claim) {
    if (!claim.approximate) return {claim.value + Decimal::of(1), ten_times(claim.value + Decimal::of(1))};
    const auto qualifier = claim.tree_quantity == grammar::none ? grammar::Qualifier::about : document.tree->quantities[claim.tree_quantity].qualifier;
    if (qualifier == grammar::Qualifier::less_than) return {Decimal::of(1)};  // 近1件, 不足1件
    return {ten_times(claim.value)};
}

bool in_identity(const model::Format& format, FigureIndex figure) {
    const auto& identities = format.tables[format.figures[figure].table].identities;
    return std::any_of(identities.begin(), identities.end(), [&](const model::Identity& identity) { return among(identity.left, figure) || among(identity.right, figure); });
}

std::size_t single_explanations(const Document& document, const model::TableSpec& table) {
    std::vector<model::Judgement> broken;
    for (const model::Judgement& judgement : model::judge_identities(document)) {
        const auto own = [&](const model::Identity& identity) { return &identity == judgement.identity; };
        if (judgement.verdict == model::Verdict::broken && std::any_of(table.identities.begin(), table.identities.end(), own)) broken.push_back(judgement);
    }
    std::size_t count = 0;
    for (std::size_t i = 0; i < document.figures.size(); ++i) {
        const auto figure = static_cast<FigureIndex>(i);
        const auto value = mending_value(document, broken, figure);
        if (!value || value->is_negative() || !value->is_whole()) continue;
        const auto touched = static_cast<std::size_t>(std::count_if(table.identities.begin(), table.identities.end(), [&](const model::Identity& identity) {
            return among(identity.left, figure) || among(identity.right, figure);
        }));
        count += touched == broken.size() ? 1 : 0;
    }
    return count;
}

bool has_figure(const Document& document, const model::Claim& claim) {
    if (document.format == nullptr) return false;
    if (claim.figure != model::no_figure) return document.figures[claim.figure].state == model::FigureState::value;
    for (const model::AggregateSpec& sum : document.format->aggregates) {
        if (sum.id != claim.quantity) continue;
        return std::all_of(sum.totals.begin(), sum.totals.end(), [&](FigureIndex figure) { return document.figures[figure].state == model::FigureState::value; });
    }
    return false;
}

bool borne_out(const Document& document, const model::Claim& claim, Decimal value) {
    std::vector<Decimal> values;
    for (std::size_t i = 0; i < document.figures.size(); ++i) {
        const std::string& id = document.format->figures[i].id;
        const bool same = table_of(id) == table_of(claim.quantity) && column_of(id) == column_of(claim.quantity);
        if (same && document.figures[i].state == model::FigureState::value) values.push_back(document.figures[i].value);
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i] == value) return true;
        for (std::size_t j = i + 1; j < values.size(); ++j) {
            if (values[i] + values[j] == value) return true;
        }
    }
    return false;
}

}  // namespace gouji::kit
