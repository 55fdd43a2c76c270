// SPDX-License-Identifier: Apache-2.0
#include "engine/script/pattern.hpp"

#include <algorithm>

#include "engine/script/byte_set.hpp"
#include "grammar/text/character.hpp"

namespace gouji::script {

const char* describe(PatternTrouble trouble) {
    switch (trouble) {
        case PatternTrouble::none: return "";
        case PatternTrouble::budget: return "pattern matching takes too many steps";
        case PatternTrouble::too_deep: return "pattern too complex";
        case PatternTrouble::ends_with_percent: return "malformed pattern (ends with '%')";
        case PatternTrouble::unclosed_set: return "malformed pattern (missing ']')";
        case PatternTrouble::frontier_without_set: return "missing '[' after '%f' in pattern";
        case PatternTrouble::balance_without_pair: return "malformed pattern (missing arguments to '%b')";
        case PatternTrouble::too_many_captures: return "too many captures";
        case PatternTrouble::unfinished_capture: return "unfinished capture";
        case PatternTrouble::nothing_to_close: return "invalid pattern capture";
        case PatternTrouble::unknown_capture: return "invalid capture index in pattern";
    }
    return "";
}

bool is_plain(std::string_view pattern) { return pattern.find_first_of("^$*+?.([%-") == std::string_view::npos; }

std::size_t PatternMatcher::match_at(std::size_t begin) {
    count_ = 0;
    depth_ = 0;
    const std::size_t end = run(begin, 0);
    if (end == no_match || trouble_ != PatternTrouble::none) return no_match;
    for (std::size_t i = 0; i < count_; ++i) {
        if (captures_[i].open) return fail(PatternTrouble::unfinished_capture);
    }
    return end;
}

std::size_t PatternMatcher::candidate(std::size_t begin) {
    std::size_t item = 0;
    if (pattern_.starts_with('(') && !pattern_.starts_with("()")) item = 1;
    if (item >= pattern_.size() || trouble_ != PatternTrouble::none) return begin;
    const char c = pattern_[item];
    const char next = item + 1 < pattern_.size() ? pattern_[item + 1] : '\0';
    if (c == '(' || c == ')' || c == '.' || c == '$' || (c == '%' && (next == 'b' || next == 'f' || text::is_digit(next)))) return begin;
    const std::size_t end = item_end(item);
    if (end == no_match) return begin;
    const char repeat = end < pattern_.size() ? pattern_[end] : '\0';
    if (repeat == '*' || repeat == '-' || repeat == '?') return begin;
    if (c != '%' && c != '[') {
        const std::size_t found = subject_.find(c, begin);
        static_cast<void>(spend((std::min(found, subject_.size()) - begin) / 16));
        return found;
    }
    while (begin < subject_.size() && !matches_one(begin, item, end)) {
        if (!spend(1)) return begin;
        ++begin;
    }
    return begin < subject_.size() ? begin : no_match;
}

std::size_t PatternMatcher::fail(PatternTrouble trouble) {
    if (trouble_ == PatternTrouble::none) trouble_ = trouble;
    return no_match;
}

bool PatternMatcher::spend(std::size_t steps) {
    if (*steps_ < steps) {
        *steps_ = 0;
        fail(PatternTrouble::budget);
        return false;
    }
    *steps_ -= steps;
    return true;
}

std::size_t PatternMatcher::run(std::size_t at, std::size_t item) {
    if (depth_ >= deepest) return fail(PatternTrouble::too_deep);
    ++depth_;
    const std::size_t end = run_items(at, item);
    --depth_;
    return end;
}

// Matches the pattern from `item` on against the subject from `at` on; only choices recurse.
std::size_t PatternMatcher::run_items(std::size_t at, std::size_t item) {
    while (item < pattern_.size()) {
        if (trouble_ != PatternTrouble::none || !spend(1)) return no_match;
        const char c = pattern_[item];
        const char next = item + 1 < pattern_.size() ? pattern_[item + 1] : '\0';
        if (c == '(') return open_capture(at, item, next == ')' && item + 1 < pattern_.size());
        if (c == ')') return close_capture(at, item + 1);
        if (c == '$' && item + 1 == pattern_.size()) return at == subject_.size() ? at : no_match;
        if (c == '%' && next == 'b') {
            at = match_balanced(at, item + 2);
            if (at == no_match) return no_match;
            item += 4;
            continue;
        }
        if (c == '%' && next == 'f') {
            item += 2;
            if (item >= pattern_.size() || pattern_[item] != '[') return fail(PatternTrouble::frontier_without_set);
            const std::size_t end = item_end(item);
            if (end == no_match || !at_frontier(at, item, end)) return no_match;
            item = end;
            continue;
        }
        if (c == '%' && text::is_digit(next)) {
            at = match_back(at, next);
            if (at == no_match) return no_match;
            item += 2;
            continue;
        }
        const std::size_t end = item_end(item);
        if (end == no_match) return no_match;
        const char repeat = end < pattern_.size() ? pattern_[end] : '\0';
        if (repeat == '*') return match_longest(at, item, end);
        if (repeat == '-') return match_shortest(at, item, end);
        const bool one = matches_one(at, item, end);
        if (repeat == '+') return one ? match_longest(at + 1, item, end) : no_match;
        if (repeat == '?') {
            if (one) {
                const std::size_t found = run(at + 1, end + 1);
                if (found != no_match) return found;
            }
            item = end + 1;
            continue;
        }
        if (!one) return no_match;
        ++at;
        item = end;
    }
    return at;
}

// Behind the single-character item that begins at `item`.
std::size_t PatternMatcher::item_end(std::size_t item) {
    const char c = pattern_[item++];
    if (c == '%') {
        if (item >= pattern_.size()) return fail(PatternTrouble::ends_with_percent);
        return item + 1;
    }
    if (c != '[') return item;
    if (item < pattern_.size() && pattern_[item] == '^') ++item;
    do {  // the first ']' stands for itself
        if (item >= pattern_.size()) return fail(PatternTrouble::unclosed_set);
        if (pattern_[item++] == '%') {
            if (item >= pattern_.size()) return fail(PatternTrouble::unclosed_set);
            ++item;
        }
    } while (item >= pattern_.size() || pattern_[item] != ']');
    return item + 1;
}

bool PatternMatcher::matches_one(std::size_t at, std::size_t item, std::size_t end) {
    if (at >= subject_.size()) return false;
    const unsigned char c = byte_of(subject_[at]);
    switch (pattern_[item]) {
        case '.': return true;
        case '%': return in_class(c, byte_of(pattern_[item + 1]));
        case '[': return spend((end - item) / 4) && in_set(c, item, end - 1);
        default: return byte_of(pattern_[item]) == c;
    }
}

// `set` is at '[', `last` at ']'.
bool PatternMatcher::in_set(unsigned char c, std::size_t set, std::size_t last) const {
    bool found = true;
    if (pattern_[++set] == '^') {
        found = false;
        ++set;
    }
    for (; set < last; ++set) {
        if (pattern_[set] == '%') {
            if (in_class(c, byte_of(pattern_[++set]))) return found;
        } else if (set + 2 < last && pattern_[set + 1] == '-') {
            if (byte_of(pattern_[set]) <= c && c <= byte_of(pattern_[set + 2])) return found;
            set += 2;
        } else if (byte_of(pattern_[set]) == c) {
            return found;
        }
    }
    return !found;
}

// How many characters from `at` on the item accepts, one behind the other.
std::size_t PatternMatcher::count_matches(std::size_t at, std::size_t item, std::size_t end) {
    static constexpr std::size_t few = 8;
    std::size_t count = 0;
    const bool is_set = pattern_[item] == '[';
    while ((!is_set || count < few) && matches_one(at + count, item, end)) ++count;
    if (is_set && count == few) {
        const ByteSet set{pattern_.substr(item + 1, end - item - 2)};
        while (at + count < subject_.size() && set.has(byte_of(subject_[at + count]))) ++count;
    }
    static_cast<void>(spend(count));
    return count;
}

std::size_t PatternMatcher::match_longest(std::size_t at, std::size_t item, std::size_t end) {
    std::size_t count = count_matches(at, item, end);
    if (trouble_ != PatternTrouble::none) return no_match;
    for (;;) {
        const std::size_t found = run(at + count, end + 1);
        if (found != no_match || trouble_ != PatternTrouble::none || count == 0) return found;
        --count;
    }
}

std::size_t PatternMatcher::match_shortest(std::size_t at, std::size_t item, std::size_t end) {
    for (;;) {
        const std::size_t found = run(at, end + 1);
        if (found != no_match || trouble_ != PatternTrouble::none) return found;
        if (!matches_one(at, item, end)) return no_match;
        ++at;
    }
}

std::size_t PatternMatcher::match_balanced(std::size_t at, std::size_t item) {
    if (item + 1 >= pattern_.size()) return fail(PatternTrouble::balance_without_pair);
    const char open = pattern_[item];
    const char close = pattern_[item + 1];
    if (at >= subject_.size() || subject_[at] != open) return no_match;
    std::size_t depth = 1;
    for (std::size_t i = at + 1; i < subject_.size(); ++i) {
        if (!spend(1)) return no_match;
        if (subject_[i] == close) {
            if (--depth == 0) return i + 1;
        } else if (subject_[i] == open) {
            ++depth;
        }
    }
    return no_match;
}

bool PatternMatcher::at_frontier(std::size_t at, std::size_t set, std::size_t end) const {
    const unsigned char before = at == 0 ? 0 : byte_of(subject_[at - 1]);
    const unsigned char here = at < subject_.size() ? byte_of(subject_[at]) : 0;
    return !in_set(before, set, end - 1) && in_set(here, set, end - 1);
}

std::size_t PatternMatcher::open_capture(std::size_t at, std::size_t item, bool position) {
    if (count_ >= most_captures) return fail(PatternTrouble::too_many_captures);
    captures_[count_] = {{at, 0, position}, !position};
    ++count_;
    const std::size_t found = run(at, item + (position ? 2 : 1));
    if (found == no_match) --count_;
    return found;
}

std::size_t PatternMatcher::close_capture(std::size_t at, std::size_t item) {
    std::size_t index = count_;
    while (index > 0 && !captures_[index - 1].open) --index;
    if (index == 0) return fail(PatternTrouble::nothing_to_close);
    OpenCapture& capture = captures_[index - 1];
    capture.value.size = at - capture.value.begin;
    capture.open = false;
    const std::size_t found = run(at, item);
    if (found == no_match) capture.open = true;
    return found;
}

std::size_t PatternMatcher::match_back(std::size_t at, char digit) {
    const auto index = static_cast<std::size_t>(digit - '1');
    if (digit == '0' || index >= count_ || captures_[index].open) return fail(PatternTrouble::unknown_capture);
    const PatternCapture& capture = captures_[index].value;
    if (capture.size > subject_.size() - at || !spend(capture.size / 16)) return no_match;
    const std::string_view wanted = subject_.substr(capture.begin, capture.size);
    return subject_.substr(at, capture.size) == wanted ? at + capture.size : no_match;
}

}  // namespace gouji::script
