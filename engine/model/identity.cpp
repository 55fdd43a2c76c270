// SPDX-License-Identifier: Apache-2.0
#include "engine/model/identity.hpp"

#include "engine/model/comparison.hpp"

namespace gouji::model {
namespace {

struct Side {
    Decimal sum;
    bool blank = true;  // every operand is blank or a mark
    bool unreadable = false;
    bool text = false;
    bool any_value = false;

    [[nodiscard]] bool tells_nothing() const { return blank || text || (unreadable && !any_value); }
};

Side add_up(const Document& document, const std::vector<FigureIndex>& operands) {
    Side side;
    for (const FigureIndex index : operands) {
        const Figure& figure = document.figures[index];
        if (figure.state == FigureState::blank || figure.state == FigureState::mark) continue;
        side.blank = false;
        side.text |= figure.state == FigureState::text;
        side.unreadable |= figure.state == FigureState::unbound || figure.state == FigureState::absent;
        side.any_value |= figure.state == FigureState::value;
        if (figure.state == FigureState::value) side.sum = side.sum + figure.value;
    }
    return side;
}

}  // namespace

Comparison compare(const Document& document, const Identity& identity) {
    const Side left = add_up(document, identity.left);
    const Side right = add_up(document, identity.right);
    return {left.sum, right.sum, left.unreadable || right.unreadable, left.tells_nothing() || right.tells_nothing()};
}

std::vector<Judgement> judge_identities(const Document& document, std::string_view kind) {
    std::vector<Judgement> out;
    if (document.format == nullptr) return out;
    for (const TableSpec& table : document.format->tables) {
        for (const Identity& identity : table.identities) {
            if (!kind.empty() && identity.kind != kind) continue;
            const Comparison comparison = compare(document, identity);
            if (comparison.verdict() == Verdict::holds) continue;
            out.push_back({&identity, comparison.verdict(), comparison.left, comparison.right});
        }
    }
    return out;
}

}  // namespace gouji::model
