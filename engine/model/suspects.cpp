// SPDX-License-Identifier: Apache-2.0
// The search behind find_suspects: sets of one, two, then three figures. Each step takes a broken identity and lets one of its
// figures make it hold; the last figure has to mend everything that is still broken, so it lies in all broken identities.
#include <algorithm>
#include <array>
#include <numeric>
#include <span>

#include "engine/model/comparison.hpp"

namespace gouji::model {
namespace {

constexpr std::size_t most_figures = 3;

struct Change {
    FigureIndex figure = no_figure;
    std::int64_t delta = 0;
    friend auto operator<=>(const Change&, const Change&) = default;
};

struct ChangeSet {
    std::array<Change, most_figures> changes;
    std::size_t size = 0;
    friend bool operator==(const ChangeSet&, const ChangeSet&) = default;
};

// An identity that has to hold: left - right = 0.
struct Constraint {
    const Identity* identity = nullptr;
    std::int64_t residual = 0;
};

struct Membership {
    std::uint16_t constraint = 0;
    std::int8_t sign = 1;
};

class Search {
public:
    Search(const Document& document, const TableSpec& table) : document_{document}, first_(document.figures.size() + 1) {
        fixed_.resize(document.figures.size(), false);
        for (const Identity& identity : table.identities) add(identity);
        index();
    }

    std::vector<Correction> run() {
        if (broken_ == 0) return {};
        for (std::size_t size = 1; size <= most_figures && found_ == 0; ++size) step(size);
        return found_ == 1 ? corrections() : std::vector<Correction>{};
    }

private:
    void add(const Identity& identity) {
        const Comparison comparison = compare(document_, identity);
        if (comparison.nothing) return;
        if (comparison.verdict() == Verdict::undecidable) return fix(identity);
        constraints_.push_back({&identity, (comparison.left - comparison.right).units()});
        if (constraints_.back().residual != 0) ++broken_;
    }

    // The memberships of each figure side by side, in the order of the constraints: counted, then filled in.
    void index() {
        for (const Constraint& constraint : constraints_) {
            for (const FigureIndex figure : constraint.identity->left) ++first_[figure + 1U];
            for (const FigureIndex figure : constraint.identity->right) ++first_[figure + 1U];
        }
        widest_ = *std::max_element(first_.begin(), first_.end());
        std::partial_sum(first_.begin(), first_.end(), first_.begin());
        memberships_.resize(first_.back());
        std::vector<std::uint32_t> next = first_;
        for (std::uint16_t i = 0; i < constraints_.size(); ++i) {
            for (const FigureIndex figure : constraints_[i].identity->left) memberships_[next[figure]++] = {i, 1};
            for (const FigureIndex figure : constraints_[i].identity->right) memberships_[next[figure]++] = {i, -1};
        }
    }

    [[nodiscard]] std::span<const Membership> memberships_of(FigureIndex figure) const {
        return {memberships_.data() + first_[figure], memberships_.data() + first_[figure + 1U]};
    }

    // What stands beside a cell that cannot be read is no suspect: nothing would prove it.
    void fix(const Identity& identity) {
        for (const FigureIndex figure : identity.left) fixed_[figure] = true;
        for (const FigureIndex figure : identity.right) fixed_[figure] = true;
    }

    void step(std::size_t left) {
        if (broken_ > left * widest_ || found_ > 1) return;
        for (const Constraint& constraint : constraints_) {
            if (constraint.residual == 0) continue;
            for (const FigureIndex figure : constraint.identity->left) attempt(figure, -constraint.residual, left);
            for (const FigureIndex figure : constraint.identity->right) attempt(figure, constraint.residual, left);
            if (left == 1) return;  // the last figure lies in every broken identity, so in this one
        }
    }

    void attempt(FigureIndex figure, std::int64_t delta, std::size_t left) {
        if (found_ > 1 || !may_become(figure, delta)) return;
        if (left == 1) {
            if (mends_all(figure, delta)) record(figure, delta);
            return;
        }
        change(figure, delta);
        current_.changes[current_.size++] = {figure, delta};
        step(left - 1);
        --current_.size;
        change(figure, -delta);
    }

    [[nodiscard]] bool may_become(FigureIndex index, std::int64_t delta) const {
        const Figure& figure = document_.figures[index];
        const bool readable = figure.state == FigureState::value || figure.state == FigureState::blank || figure.state == FigureState::mark;
        if (!readable || fixed_[index]) return false;
        for (std::size_t i = 0; i < current_.size; ++i) {
            if (current_.changes[i].figure == index) return false;
        }
        const Decimal value = value_of(index) + Decimal::scaled(delta);
        const FigureKind kind = document_.format->figures[index].kind;
        return (kind == FigureKind::change || !value.is_negative()) && (kind == FigureKind::amount || value.is_whole());
    }

    [[nodiscard]] Decimal value_of(FigureIndex index) const {
        const Figure& figure = document_.figures[index];
        return figure.state == FigureState::value ? figure.value : Decimal{};
    }

    [[nodiscard]] bool mends_all(FigureIndex figure, std::int64_t delta) const {
        std::size_t mended = 0;
        for (const Membership& at : memberships_of(figure)) {
            const std::int64_t residual = constraints_[at.constraint].residual;
            if (residual + at.sign * delta != 0) return false;
            ++mended;
        }
        return mended == broken_;
    }

    void change(FigureIndex figure, std::int64_t delta) {
        for (const Membership& at : memberships_of(figure)) {
            std::int64_t& residual = constraints_[at.constraint].residual;
            if (residual != 0) --broken_;
            residual += at.sign * delta;
            if (residual != 0) ++broken_;
        }
    }

    void record(FigureIndex figure, std::int64_t delta) {
        ChangeSet found = current_;
        found.changes[found.size++] = {figure, delta};
        std::fill(found.changes.begin() + static_cast<std::ptrdiff_t>(found.size), found.changes.end(), Change{});
        std::sort(found.changes.begin(), found.changes.begin() + static_cast<std::ptrdiff_t>(found.size));
        if (found_ == 0) solution_ = found;
        if (found_ == 0 || !(solution_ == found)) ++found_;
    }

    [[nodiscard]] std::vector<Correction> corrections() const {
        std::vector<Correction> out;
        for (std::size_t i = 0; i < solution_.size; ++i) {
            const Change& change = solution_.changes[i];
            out.push_back({change.figure, value_of(change.figure) + Decimal::scaled(change.delta)});
        }
        return out;
    }

    const Document& document_;
    std::vector<Constraint> constraints_;
    std::vector<std::uint32_t> first_;  // by figure: where its memberships begin; one more at the end
    std::vector<Membership> memberships_;
    std::vector<bool> fixed_;
    std::size_t broken_ = 0;
    std::size_t widest_ = 0;  // identities that one figure can mend at most
    ChangeSet current_, solution_;
    int found_ = 0;  // 2: more than one
};

}  // namespace

std::vector<Correction> find_suspects(const Document& document, const TableSpec& table) {
    if (document.format == nullptr) return {};
    return Search{document, table}.run();
}

}  // namespace gouji::model
