// SPDX-License-Identifier: Apache-2.0
#include "engine/binding/report_title.hpp"

#include <algorithm>

namespace gouji::binding {

using grammar::BlockKind;
using grammar::FoldedSpan;
using grammar::Tree;
using model::Document;
using text::FoldedText;

namespace {

constexpr std::uint32_t lines_of_a_title = 3;
constexpr std::uint32_t longest_title = 240;  // bytes: eighty characters
constexpr std::uint32_t blocks_searched = 40;

struct Line {
    std::uint32_t paragraph = 0;
    FoldedSpan prose;
};

// One to three short lines as one text, with the way back to the source.
struct Candidate {
    FoldedText text;
    TitleParts parts;
    bool whole = false;  // nothing but the title stands on these lines
};

class TitleFinder {
public:
    TitleFinder(const Tree& tree, const Knowledge& knowledge) : tree_{tree}, knowledge_{knowledge} {}

    std::optional<Candidate> find(std::uint32_t blocks) {
        collect_lines(blocks);
        std::optional<Candidate> best;
        for (std::uint32_t i = 0; i < lines_.size(); ++i) {
            auto candidate = read(i);
            if (!candidate) continue;
            if (!best || is_better(*candidate, *best)) best = std::move(candidate);
            if (is_complete(*best)) break;
        }
        return best;
    }

private:
    void collect_lines(std::uint32_t blocks) {
        for (std::uint32_t i = 0; i < std::min(blocks, blocks_searched) && i < tree_.blocks.size(); ++i) {
            if (tree_.blocks[i].kind != BlockKind::paragraph) continue;
            const std::uint32_t paragraph = tree_.blocks[i].index;
            lines_.push_back({paragraph, tree_.paragraphs[paragraph].prose});
        }
    }

    [[nodiscard]] bool is_short(const Line& line) const { return line.prose.size() <= longest_title && !has_sentence_end(line); }
    [[nodiscard]] bool has_sentence_end(const Line& line) const {
        return tree_.prose_of(line.prose).find("。") != std::string_view::npos;
    }

    // A title that ends on line `last`: the fewest lines up to it that hold the report's name, and those before it that add the
    // agency or the year.
    std::optional<Candidate> read(std::uint32_t last) const {
        std::optional<Candidate> found;
        for (std::uint32_t count = 1; count <= lines_of_a_title && count <= last + 1; ++count) {
            const std::uint32_t first = last + 1 - count;
            if (count > 1 && !(is_short(lines_[first]) && is_short(lines_[last]))) break;
            auto candidate = parse(first, last);
            if (!candidate || candidate->parts.whole.end <= last_line_begin(*candidate, last)) continue;
            if (found && !(adds_agency(*candidate, *found) || adds_year(*candidate, *found, lines_[first]))) break;
            found = std::move(candidate);
        }
        return found;
    }

    static bool adds_agency(const Candidate& more, const Candidate& found) {
        return found.parts.agency.empty() && more.parts.agency.end > 1 && !more.parts.agency.empty();
    }
    // 2031年度 on a line of its own.
    [[nodiscard]] bool adds_year(const Candidate& more, const Candidate& found, const Line& line) const {
        if (found.parts.year || !more.parts.year || more.parts.agency.empty() != found.parts.agency.empty()) return false;
        const auto year = find_year(tree_.prose_of(line.prose));
        return year && year->whole.begin == 0 && year->whole.end == line.prose.size();
    }

    [[nodiscard]] std::uint32_t last_line_begin(const Candidate& candidate, std::uint32_t last) const {
        return static_cast<std::uint32_t>(candidate.text.chars().size()) - lines_[last].prose.size();
    }

    std::optional<Candidate> parse(std::uint32_t first, std::uint32_t last) const {
        Candidate candidate;
        for (std::uint32_t i = first; i <= last; ++i) candidate.text.append(tree_.prose, lines_[i].prose);
        const std::string_view folded = candidate.text.chars();
        const auto parts = parse_title(folded, knowledge_.formats, knowledge_.lexicon.title);
        if (!parts) return std::nullopt;
        candidate.parts = *parts;
        candidate.whole = parts->whole.begin == 0 && parts->whole.end == folded.size();
        // Prose speaks of "the annual report" in many words: only the official name makes a title inside other text.
        if (!candidate.whole && !parts->official_name) return std::nullopt;
        return candidate;
    }

    static int worth(const Candidate& candidate) {
        return (candidate.whole ? 4 : 0) + (candidate.parts.official_name ? 2 : 0) + (candidate.parts.agency.empty() ? 0 : 1) +
               (candidate.parts.year ? 1 : 0);
    }
    static bool is_better(const Candidate& a, const Candidate& b) { return worth(a) > worth(b); }
    static bool is_complete(const Candidate& candidate) { return worth(candidate) == 8; }

    const Tree& tree_;
    const Knowledge& knowledge_;
    std::vector<Line> lines_;
};

}  // namespace

void bind_title(Document& document, const Knowledge& knowledge, std::uint32_t blocks) {
    const auto title = TitleFinder{*document.tree, knowledge}.find(blocks);
    if (!title) return;
    const TitleParts& parts = title->parts;
    const std::string_view folded = title->text.chars();
    const auto source = [&](Range range) { return title->text.to_source({range.begin, range.end}); };
    if (!parts.agency.empty()) {
        document.agency = folded.substr(parts.agency.begin, parts.agency.end - parts.agency.begin);
        document.agency_span = source(parts.agency);
    }
    if (parts.year) {
        document.year = parts.year->year;
        document.year_span = source(parts.year->digits);
    }
    document.title = folded.substr(parts.whole.begin, parts.whole.end - parts.whole.begin);
    document.title_span = source(parts.whole);
    document.title_has_official_name = parts.official_name;
}

}  // namespace gouji::binding
