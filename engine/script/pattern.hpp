// SPDX-License-Identifier: Apache-2.0
// Lua patterns, matched with a budget. Lua's own string library cannot be interrupted, so a pattern like ".-.-.-b" would hang
// a run; this matcher has the same meaning and counts its steps. It knows no Lua state and owns nothing: subject and pattern
// must outlive it. Character classes are those of ASCII, whatever the locale.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gouji::script {

enum class PatternTrouble : std::uint8_t {
    none,
    budget,              // the steps are used up
    too_deep,
    ends_with_percent,
    unclosed_set,
    frontier_without_set,
    balance_without_pair,
    too_many_captures,
    unfinished_capture,
    nothing_to_close,
    unknown_capture,     // %4 where there are fewer
};

[[nodiscard]] const char* describe(PatternTrouble trouble);

struct PatternCapture {
    std::size_t begin;
    std::size_t size;
    bool is_position;  // ()
};

class PatternMatcher {
public:
    static constexpr std::size_t no_match = static_cast<std::size_t>(-1);
    static constexpr std::size_t most_captures = 32;

    PatternMatcher(std::string_view subject, std::string_view pattern, std::uint64_t& steps)
        : subject_{subject}, pattern_{pattern}, steps_{&steps} {}

    // The end of the match that begins exactly at `begin`, or no_match. A leading ^ has no special meaning here.
    [[nodiscard]] std::size_t match_at(std::size_t begin);

    // The first place from `begin` on where a match may begin, as far as the pattern's first item tells; no_match: nowhere.
    [[nodiscard]] std::size_t candidate(std::size_t begin);

    [[nodiscard]] PatternTrouble trouble() const { return trouble_; }
    [[nodiscard]] std::size_t capture_count() const { return count_; }
    [[nodiscard]] const PatternCapture& capture(std::size_t index) const { return captures_[index].value; }
    [[nodiscard]] std::string_view subject() const { return subject_; }

private:
    struct OpenCapture {  // not initialised: only those below count_ are read
        PatternCapture value;
        bool open;
    };
    static constexpr int deepest = 200;

    std::size_t fail(PatternTrouble trouble);
    bool spend(std::size_t steps);
    std::size_t run(std::size_t at, std::size_t item);
    std::size_t run_items(std::size_t at, std::size_t item);
    std::size_t item_end(std::size_t item);
    bool matches_one(std::size_t at, std::size_t item, std::size_t end);
    [[nodiscard]] bool in_set(unsigned char c, std::size_t set, std::size_t last) const;
    [[nodiscard]] std::size_t count_matches(std::size_t at, std::size_t item, std::size_t end);
    std::size_t match_longest(std::size_t at, std::size_t item, std::size_t end);
    std::size_t match_shortest(std::size_t at, std::size_t item, std::size_t end);
    std::size_t match_balanced(std::size_t at, std::size_t item);
    bool at_frontier(std::size_t at, std::size_t set, std::size_t end) const;
    std::size_t open_capture(std::size_t at, std::size_t item, bool position);
    std::size_t close_capture(std::size_t at, std::size_t item);
    std::size_t match_back(std::size_t at, char digit);

    std::string_view subject_;
    std::string_view pattern_;
    std::uint64_t* steps_;
    std::array<OpenCapture, most_captures> captures_;
    std::size_t count_ = 0;
    int depth_ = 0;
    PatternTrouble trouble_ = PatternTrouble::none;
};

// Whether `pattern` has no magic character, so that plain search gives the same.
[[nodiscard]] bool is_plain(std::string_view pattern);

}  // namespace gouji::script
