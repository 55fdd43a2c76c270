// SPDX-License-Identifier: Apache-2.0
// Myers' greedy algorithm on what is left between the equal beginning and the equal end of the two texts.
#include "engine/fix/diff.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <vector>

namespace gouji::fix {
namespace {

constexpr std::size_t context_lines = 3;
constexpr std::size_t most_changes = 2000;  // beyond it, everything between is one change

using Lines = std::vector<std::string_view>;

struct Step {
    char kind = ' ';  // ' ' in both, '-' only before, '+' only after
    std::string_view line;
};

Lines lines_of(std::string_view text) {
    Lines lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return lines;
}

// The furthest reach on every diagonal, one row for each number of changes.
class Search {
public:
    Search(const Lines& before, const Lines& after) : a_{before}, b_{after}, size_{static_cast<int>(before.size() + after.size())} {}

    // The steps from begin to end; nothing where it takes too many changes.
    std::vector<Step> steps() {
        const int most = std::min<int>(size_, static_cast<int>(most_changes));
        std::vector<int> reach(static_cast<std::size_t>(2 * most + 3), 0);
        middle_ = most + 1;
        for (int d = 0; d <= most; ++d) {
            rows_.push_back(reach);
            for (int k = -d; k <= d; k += 2) {
                int x = start(reach, d, k);
                while (more(x, x - k) && a_[static_cast<std::size_t>(x)] == b_[static_cast<std::size_t>(x - k)]) ++x;
                at(reach, k) = x;
                if (x >= count(a_) && x - k >= count(b_)) return walk_back(d);
            }
        }
        return {};
    }

private:
    static int count(const Lines& lines) { return static_cast<int>(lines.size()); }
    int& at(std::vector<int>& reach, int k) const { return reach[static_cast<std::size_t>(middle_ + k)]; }
    bool more(int x, int y) const { return x < count(a_) && y < count(b_) && y >= 0; }
    bool down(std::vector<int>& reach, int d, int k) const { return k == -d || (k != d && at(reach, k - 1) < at(reach, k + 1)); }
    int start(std::vector<int>& reach, int d, int k) const { return down(reach, d, k) ? at(reach, k + 1) : at(reach, k - 1) + 1; }

    std::vector<Step> walk_back(int d) {
        std::vector<Step> steps;
        int x = count(a_);
        int y = count(b_);
        for (; d > 0; --d) {
            std::vector<int>& reach = rows_[static_cast<std::size_t>(d)];
            const int k = x - y;
            const bool inserted = down(reach, d, k);
            const int from = start(reach, d, k);
            while (x > from && y > from - k) take(steps, ' ', --x, --y);
            if (inserted) take(steps, '+', x, --y);
            else take(steps, '-', --x, y);
        }
        while (x > 0 && y > 0) take(steps, ' ', --x, --y);
        std::reverse(steps.begin(), steps.end());
        return steps;
    }
    void take(std::vector<Step>& steps, char kind, int x, int y) const {
        steps.push_back({kind, kind == '+' ? b_[static_cast<std::size_t>(y)] : a_[static_cast<std::size_t>(x)]});
    }

    const Lines& a_;
    const Lines& b_;
    int size_;
    int middle_ = 0;
    std::vector<std::vector<int>> rows_;
};

std::vector<Step> all_steps(const Lines& before, const Lines& after) {
    const auto [left, right] = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
    const auto head = left - before.begin();
    const auto tail_end = std::mismatch(before.rbegin(), std::make_reverse_iterator(left), after.rbegin(), std::make_reverse_iterator(right));
    const Lines a{left, tail_end.first.base()};
    const Lines b{right, tail_end.second.base()};
    std::vector<Step> steps;
    for (auto line = before.begin(); line != before.begin() + head; ++line) steps.push_back({' ', *line});
    std::vector<Step> changed = Search{a, b}.steps();
    if (changed.empty()) {
        for (const auto line : a) changed.push_back({'-', line});
        for (const auto line : b) changed.push_back({'+', line});
    }
    steps.insert(steps.end(), changed.begin(), changed.end());
    for (auto line = tail_end.first.base(); line != before.end(); ++line) steps.push_back({' ', *line});
    return steps;
}

void append(std::string& out, const Step& step) {
    (out += step.kind) += step.line;
    if (!step.line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
}

// "12,3": where a hunk begins and how many lines it has; an empty one stands behind the line before it.
std::string range(std::size_t first, std::size_t count) { return fmt::format("{},{}", count == 0 ? first - 1 : first, count); }

class Hunks {
public:
    explicit Hunks(const std::vector<Step>& steps) : steps_{steps} {}

    std::string write() {
        for (std::size_t i = 0; i < steps_.size();) {
            if (steps_[i].kind == ' ') advance(steps_[i++]);
            else i = hunk(i);
        }
        return std::move(out_);
    }

private:
    void advance(const Step& step) {
        before_ += step.kind == '+' ? 0 : 1;
        after_ += step.kind == '-' ? 0 : 1;
    }
    // From the context before `i` to that behind the last change that is near enough; gives the step behind it.
    std::size_t hunk(std::size_t i) {
        const std::size_t lead = std::min(i - written_, context_lines);
        std::size_t end = i;
        for (std::size_t quiet = 0, at = i; at < steps_.size() && quiet <= 2 * context_lines; ++at) {
            quiet = steps_[at].kind == ' ' ? quiet + 1 : 0;
            if (quiet == 0) end = at + 1;
        }
        const std::size_t last = std::min(end + context_lines, steps_.size());
        const std::size_t first_before = before_ - lead;
        const std::size_t first_after = after_ - lead;
        std::string body;
        for (std::size_t at = i - lead; at < last; ++at) {
            if (at >= i) advance(steps_[at]);
            append(body, steps_[at]);
        }
        out_ += fmt::format("@@ -{} +{} @@\n{}", range(first_before, before_ - first_before), range(first_after, after_ - first_after), body);
        written_ = last;
        return last;
    }

    const std::vector<Step>& steps_;
    std::size_t before_ = 1;  // line numbers of the next step
    std::size_t after_ = 1;
    std::size_t written_ = 0;
    std::string out_;
};

}  // namespace

std::string unified_diff(std::string_view before, std::string_view after, std::string_view name) {
    if (before == after) return {};
    const auto steps = all_steps(lines_of(before), lines_of(after));
    return fmt::format("--- a/{}\n+++ b/{}\n{}", name, name, Hunks{steps}.write());
}

}  // namespace gouji::fix
