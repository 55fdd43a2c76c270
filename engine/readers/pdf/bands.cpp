// SPDX-License-Identifier: Apache-2.0
#include "engine/readers/pdf/bands.hpp"

#include <algorithm>

#include "grammar/parse.hpp"
#include "grammar/text/folded_text.hpp"

namespace gouji::readers::pdf {
namespace {

constexpr std::size_t most_lines = 20'000;    // of a page that is looked at for tables
constexpr std::size_t longest_cell = 8;  // characters of a text among the figures: 70余
constexpr std::size_t most_header_lines = 16;
constexpr double header_gap = 4.5;   // em between header lines
constexpr double wrap_gap = 0.8;     // em between the lines of one label
constexpr double prose_width = 0.6;  // of the page

// A row of figures: numbers to the right, and nothing long between or behind them.
bool has_figures(const Line& line) {
    const auto first = std::ranges::find(line.chunks, true, &Chunk::figure);
    if (first == line.chunks.end() || line.chunks.size() < 2) return false;
    return std::all_of(first, line.chunks.end(),
                       [](const Chunk& chunk) { return chunk.figure || character_count(chunk.text) <= longest_cell; });
}

double first_figure(const Line& line) { return std::ranges::find(line.chunks, true, &Chunk::figure)->box.left; }

bool reaches(const Line& line, double figures_left) { return line.box.right > figures_left + line.em * 0.3; }

bool is_heading(const Line& line) {
    if (line.chunks.size() != 1) return false;
    const auto number = grammar::read_leading_number(text::fold_label(line.chunks.front().text));
    return number && (number->style == grammar::Numbering::chinese ||
                      number->style == grammar::Numbering::chinese_parenthesised || number->style == grammar::Numbering::part);
}

bool is_prose(const Line& line, double page_width) {
    const std::string& text = line.chunks.back().text;
    const bool sentence_end = text.ends_with("。") || text.ends_with("；") || text.ends_with("，") || text.ends_with("：");
    const bool alone = line.chunks.size() == 1;
    return alone && (line.box.width() > page_width * prose_width || (sentence_end && line.box.width() > page_width / 3));
}

class BandFinder {
public:
    explicit BandFinder(const PageLines& page) : page_{page} {}

    std::vector<Band> find() {
        for (std::size_t i = 0; i < lines().size(); ++i) {
            if (has_figures(lines()[i])) {
                add_row(i);
            } else if (open_) {
                look_between(i);
            }
        }
        close();
        return std::move(bands_);
    }

private:
    [[nodiscard]] const std::vector<Line>& lines() const { return page_.lines; }

    void add_row(std::size_t i) {
        const double left = first_figure(lines()[i]);
        if (open_) {
            band_.figures_left = std::min(band_.figures_left, left);
        } else {
            band_ = Band{i, i, i + 1, {}, left};
            lone_.clear();
            open_ = true;
        }
        band_.rows.push_back(i);
        band_.end = i + 1;
    }

    // A line between rows: part of a label, a number whose label stands above and below it, or the end of the band.
    void look_between(std::size_t i) {
        const Line& line = lines()[i];
        const double left = parts_left(line);
        if (left == 0 && !reaches(line, band_.figures_left) && std::ranges::all_of(line.chunks, &Chunk::part)) {
            lone_.push_back(i);  // left of all figures so far
        } else if (left > 0) {
            band_.rows.push_back(i);
            band_.end = i + 1;
            band_.figures_left = std::min(band_.figures_left, left);
        } else if (reaches(line, band_.figures_left)) {
            close();
        }
    }

    // Where the figures and parts of figures begin; 0 where something else stands among them, or nothing.
    [[nodiscard]] double parts_left(const Line& line) const {
        const auto is_among = [&](const Chunk& chunk) { return chunk.box.left >= band_.figures_left - line.em * 2; };
        const auto first = std::ranges::find_if(line.chunks, is_among);
        const bool parts = std::all_of(first, line.chunks.end(), [](const Chunk& chunk) { return chunk.figure || chunk.part; });
        const bool labels = std::all_of(line.chunks.begin(), first, [&](const Chunk& chunk) { return chunk.box.right <= band_.figures_left + line.em * 0.3; });
        return first != line.chunks.end() && parts && labels ? first->box.left : 0;
    }

    // Figures alone on their lines that stand among the figures as it turned out.
    void take_lone_figures() {
        for (const std::size_t i : lone_) {
            if (lines()[i].box.left >= band_.figures_left - lines()[i].em * 2) band_.rows.push_back(i);
        }
        std::ranges::sort(band_.rows);
        for (const std::size_t i : band_.rows) band_.end = std::max(band_.end, i + 1);
    }

    // Lines of wrapped numbers that stand higher than all else in the first row.
    void take_parts_above() {
        const auto is_near = [&](std::size_t i) { return lines()[i + 1].box.middle() - lines()[i].box.middle() < number_lines * lines()[i].em; };
        for (std::size_t i = band_.rows.front(); i-- > lowest_start() && is_near(i);) {
            const Line& line = lines()[i];
            const bool parts = parts_left(line) > 0 && std::ranges::all_of(line.chunks, &Chunk::part);
            if (!parts && reaches(line, band_.figures_left)) return;
            if (!parts) continue;
            band_.rows.insert(band_.rows.begin(), i);
            band_.figures_left = std::min(band_.figures_left, line.box.left);
            band_.body = i;
        }
    }

    void close() {
        if (!open_) return;
        open_ = false;
        take_lone_figures();
        take_parts_above();
        take_wrapped_labels();
        take_header();
        if (is_table()) bands_.push_back(std::move(band_));
    }

    [[nodiscard]] double gap_above(std::size_t i) const { return lines()[i].box.top - lines()[i - 1].box.bottom; }

    // Lines of labels just above the first and below the last row.
    void take_wrapped_labels() {
        const auto is_label = [&](std::size_t i) {
            return !reaches(lines()[i], band_.figures_left) && !is_prose(lines()[i], page_.width);
        };
        while (band_.end < lines().size() && is_label(band_.end) && gap_above(band_.end) < wrap_gap * lines()[band_.end].em &&
               !is_heading(lines()[band_.end])) {
            ++band_.end;
        }
        while (band_.body > lowest_start() && is_label(band_.body - 1) &&
               gap_above(band_.body) < wrap_gap * lines()[band_.body].em)
            --band_.body;
        band_.begin = band_.body;
    }

    [[nodiscard]] std::size_t lowest_start() const { return bands_.empty() ? 0 : bands_.back().end; }

    void take_header() {
        while (band_.begin > lowest_start() && band_.body - band_.begin < most_header_lines) {
            const Line& above = lines()[band_.begin - 1];
            if (is_heading(above) || is_prose(above, page_.width) || gap_above(band_.begin) > header_gap * above.em) break;
            --band_.begin;
        }
    }

    // One number beside one text is no table unless a header line says so.
    [[nodiscard]] bool is_table() const {
        std::size_t widest = 0;
        for (const std::size_t row : band_.rows)
            widest = std::max(widest, static_cast<std::size_t>(std::ranges::count(lines()[row].chunks, true, &Chunk::figure)));
        const auto has_cells = [&](const Line& line) { return line.chunks.size() > 1; };
        const bool header = std::any_of(lines().begin() + static_cast<std::ptrdiff_t>(band_.begin),
                                        lines().begin() + static_cast<std::ptrdiff_t>(band_.body), has_cells);
        return band_.rows.size() > 1 || widest > 2 || header;
    }

    const PageLines& page_;
    std::vector<Band> bands_;
    Band band_;
    std::vector<std::size_t> lone_;
    bool open_ = false;
};

}  // namespace

std::vector<Band> find_bands(const PageLines& page) {
    if (page.lines.size() >= most_lines) return {};
    return BandFinder{page}.find();
}

}  // namespace gouji::readers::pdf
