// SPDX-License-Identifier: Apache-2.0
#include "engine/script/calculation.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "engine/script/place.hpp"
#include "engine/script/table_index.hpp"

namespace gouji::script {

using model::Decimal;
using model::Document;
using model::Figure;
using model::FigureIndex;
using model::FigureState;

namespace {

constexpr std::size_t always_shown = 4;  // summands; of more than these, zeros are only counted

// One side of a calculation: what is added up, and what it comes to.
struct Side {
    std::string summands;  // "1 + 2 + 0"
    std::string result;
    bool single = false;

    // "1 + 2 = 3"; a single figure is its own result, and so is a row of zeros.
    [[nodiscard]] std::string text() const { return single ? result : summands + " = " + result; }
};

struct Words {
    bool english;

    [[nodiscard]] const char* comma() const { return english ? ", " : "，"; }
    [[nodiscard]] const char* unknown() const { return english ? "?" : "？"; }
    // How the summands that are not written out are spoken of.
    [[nodiscard]] std::string rest(std::size_t count, bool all, bool blanks) const {
        if (english) return fmt::format(" ({}{} 0{})", all ? "all " : "the other ", fmt::format("{} are", count), blanks ? " or blank" : "");
        return fmt::format("（{} {} 项{}为 0{}）", all ? "共" : "其余", count, all ? "，均" : "均", blanks ? " 或空白" : "");
    }
};

bool is_zero(const Figure& figure) {
    return figure.state == FigureState::blank || figure.state == FigureState::mark || (figure.state == FigureState::value && figure.value.is_zero());
}

// The summands; `all_zero` where they are counted instead of shown, all of them.
std::string write_summands(const Document& document, const std::vector<FigureIndex>& operands, const Words& words, bool& all_zero) {
    const bool shorten = operands.size() > always_shown;
    std::string text;
    std::size_t zeros = 0;
    bool blanks = false;
    for (const FigureIndex index : operands) {
        const Figure& figure = document.figures[index];
        if (shorten && is_zero(figure)) {
            ++zeros;
            blanks |= figure.state != FigureState::value;
            continue;
        }
        if (!text.empty()) text += " + ";
        text += is_unreadable(figure) ? words.unknown() : is_zero(figure) ? "0" : figure.value.to_string();
    }
    if (zeros == 0) return text;
    all_zero = text.empty();
    return (all_zero ? "0" : text) + words.rest(zeros, all_zero, blanks);
}

Side make_side(const Document& document, const std::vector<FigureIndex>& operands, Decimal sum, const Words& words) {
    const bool unknown = std::any_of(operands.begin(), operands.end(), [&](FigureIndex i) { return is_unreadable(document.figures[i]); });
    bool all_zero = false;
    std::string summands = write_summands(document, operands, words, all_zero);
    if (all_zero) return {{}, std::move(summands), true};
    return {std::move(summands), unknown ? words.unknown() : sum.to_string(), operands.size() == 1};
}

}  // namespace

std::string write_identity(const Document& document, const model::Judgement& judgement, bool english) {
    const Words words{english};
    const Side left = make_side(document, judgement.identity->left, judgement.left_sum, words);
    const Side right = make_side(document, judgement.identity->right, judgement.right_sum, words);
    if (judgement.verdict == model::Verdict::undecidable) return left.text() + words.comma() + right.text();
    std::string text = left.single ? "" : left.text() + words.comma();
    if (!right.single) text += right.text() + words.comma();
    return text + left.result + " ≠ " + right.result;
}

std::string write_claim(const Document& document, const model::Claim& claim, const Quantity& quantity, bool english) {
    if (quantity.state != FigureState::value) return {};
    const Words words{english};
    const Side table = make_side(document, quantity.operands, quantity.value, words);
    const Figure& first = document.figures[quantity.operands.front()];
    const std::string& official = document.format->figures[quantity.operands.front()].unit;
    const std::string unit{first.unit.empty() ? std::string_view{official} : first.unit};
    std::string stated = english ? "some" : "有";
    if (claim.kind != model::ClaimKind::exists) stated = claim_number(document, claim).to_string();
    if (!unit.empty() && claim.kind == model::ClaimKind::number) stated += claim.unit;
    std::string text = fmt::format("{} {}{}{} {}{}", english ? "prose" : "正文", stated, words.comma(), english ? "table" : "表中", table.text(), unit);
    const auto in_base = quantity.value.times(first.unit_factor);
    if (claim.kind == model::ClaimKind::number && in_base) {
        text += fmt::format("{}{} ≠ {}", words.comma(), claim.value.to_string(), in_base->to_string());
    }
    return text;
}

}  // namespace gouji::script
