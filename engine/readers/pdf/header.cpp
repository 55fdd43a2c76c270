// SPDX-License-Identifier: Apache-2.0
#include "engine/readers/pdf/columns.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace gouji::readers::pdf {
namespace {

constexpr double stacked = 0.45;  // em between the lines of one header cell
constexpr double same_level = 0.8;
constexpr double side_by_side = 0.7;
constexpr double off_center = 0.6;

// A piece of header text above the figures.
struct Piece {
    Box box;
    double em = 0;
    std::string text;
};

// The header of one column: the lowest pieces above it.
struct Leaf {
    Piece piece;
    double top = 0;  // of its cell, which may reach up beside the headers of groups
};

class HeaderReader {
public:
    HeaderReader(const PageLines& page, const Band& band, std::vector<Column>& columns)
        : page_{page}, band_{band}, columns_{columns} {}

    std::vector<std::vector<HeaderCell>> read() {
        collect();
        add_empty_columns();
        take_leaves();
        take_parents();
        return rows();
    }

private:
    // Words above the figures are taken one by one: in narrow columns the cells almost touch.
    void collect() {
        for (std::size_t i = band_.begin; i < band_.body; ++i) {
            for (const Chunk& chunk : page_.lines[i].chunks) {
                if (chunk.box.right <= labels_right()) {
                    add_corner({chunk.box, chunk.em, chunk.text});
                    continue;
                }
                for (const Word& word : chunk.words) pieces_.push_back({word.box, word.em, word.text});
            }
        }
        for (const Word& word : page_.verticals) {
            const bool above_figures =
                word.box.left > labels_right() - word.em * 2 && word.box.bottom <= page_.lines[band_.body].box.top;
            if (above_figures && word.box.top >= header_top()) pieces_.push_back({word.box, word.em, word.text});
        }
        for (const Piece& piece : pieces_) lowest_ = std::max(lowest_, piece.box.bottom);
    }

    [[nodiscard]] double header_top() const { return page_.lines[band_.begin].box.top - page_.lines[band_.begin].em; }

    // Lines of one cell above the labels.
    void add_corner(Piece piece) {
        Piece* above = corners_.empty() ? nullptr : &corners_.back();
        if (above == nullptr || piece.box.top - above->box.bottom > stacked * piece.em) {
            corners_.push_back(std::move(piece));
            return;
        }
        above->text += piece.text;
        above->box.add(piece.box);
    }

    // A header cell over the labels ends left of every figure.
    [[nodiscard]] double labels_right() const { return std::min(band_.figures_left, columns_.front().left); }

    // The lowest pieces that stand above no column have one of their own, whose cells are all empty.
    void add_empty_columns() {
        std::vector<Column> found;
        for (const Piece& piece : pieces_) {
            const double margin = piece.em * 0.3;
            const auto touches = [&](const Column& column) {
                return piece.box.left - margin < column.right && column.left < piece.box.right + margin;
            };
            const double height = (lowest_ - piece.box.bottom) / piece.em;
            const bool low = height < 0.9 || (height < 3 && stands_apart(piece));
            const bool right_of_labels = piece.box.left > page_.lines[band_.rows.front()].chunks.front().box.right;
            if (low && right_of_labels && std::ranges::none_of(columns_, touches) && std::ranges::none_of(found, touches)) {
                found.push_back({piece.box.left, piece.box.right});
            }
        }
        columns_.insert(columns_.end(), found.begin(), found.end());
        std::ranges::sort(columns_, {}, &Column::left);
    }

    // A group's header may stand between two columns, closer to them than they stand to each other.
    [[nodiscard]] bool stands_apart(const Piece& piece) const {
        double pitch = std::numeric_limits<double>::max();
        for (std::size_t i = 1; i < columns_.size(); ++i)
            pitch = std::min(pitch, columns_[i].center() - columns_[i - 1].center());
        return columns_.size() > 1 &&
               std::abs(columns_[nearest_column(columns_, piece.box.center())].center() - piece.box.center()) > pitch * 0.6;
    }

    void take_leaves() {
        leaves_.resize(columns_.size());
        std::ranges::stable_sort(pieces_, std::greater{}, [](const Piece& piece) { return piece.box.middle(); });
        for (Piece& piece : pieces_) {
            const std::size_t i = column_below(piece);
            if (i == columns_.size() || !extends(leaves_[i].piece, piece)) continue;
            prepend(leaves_[i].piece, piece);
            piece.text.clear();
        }
        std::erase_if(pieces_, [](const Piece& piece) { return piece.text.empty(); });
        const double bottom = (lowest_ + page_.lines[band_.body].box.top) / 2;
        for (Leaf& leaf : leaves_) {
            if (!leaf.piece.text.empty()) leaf.top = 2 * leaf.piece.box.middle() - bottom;
        }
    }

    // The one column whose slot holds the piece; none for what is wider than a slot.
    [[nodiscard]] std::size_t column_below(const Piece& piece) const {
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const double left = slot_left(columns_, i, std::min(band_.figures_left, columns_.front().left) - piece.em * 3);
            const double right = slot_right(columns_, i);
            const bool inside = piece.box.center() >= left && piece.box.center() < right;
            if (inside) return piece.box.width() <= (right - left) * 1.1 ? i : columns_.size();
            // Figures written from the left stand left of the middle of the last header, too.
            const bool last = i > 0 && i + 1 == columns_.size();
            const double pitch = last ? columns_[i].center() - columns_[i - 1].center() : 0;
            if (last && piece.box.left < columns_[i].right + piece.em / 2 && piece.box.center() < right + pitch && piece.box.width() <= 2 * pitch) return i;
        }
        return columns_.size();
    }

    static bool extends(const Piece& leaf, const Piece& above) {
        return leaf.text.empty() || leaf.box.top - above.box.bottom < stacked * std::max(leaf.em, above.em);
    }

    static void prepend(Piece& leaf, const Piece& piece) {
        if (leaf.text.empty()) {
            leaf = piece;
            return;
        }
        // On one height the one to the left comes first; otherwise the upper one, which comes later in the walk upward.
        const bool beside = std::abs(leaf.box.middle() - piece.box.middle()) < piece.em * 0.3 && piece.box.left > leaf.box.left;
        leaf.text = beside ? leaf.text + piece.text : piece.text + leaf.text;
        leaf.box.add(piece.box);
        leaf.em = std::max(leaf.em, piece.em);
    }

    // What is left stands above groups of columns: words on one height make one text.
    void take_parents() {
        std::ranges::stable_sort(pieces_, [](const Piece& a, const Piece& b) { return a.box.top < b.box.top; });
        for (Piece& piece : pieces_) {
            Piece* last = parents_.empty() ? nullptr : &parents_.back();
            const bool joins = last != nullptr && std::abs(last->box.middle() - piece.box.middle()) < piece.em * 0.4 &&
                               piece.box.left >= last->box.left && piece.box.left - last->box.right < side_by_side * piece.em;
            if (!joins) {
                parents_.push_back(std::move(piece));
                continue;
            }
            append_words(last->text, piece.text, piece.box.left - last->box.right, piece.em);
            last->box.add(piece.box);
        }
    }

    // The columns under a group's header: the widest run whose middle is below the header's, among those whose own header
    // does not stand beside it, between the neighbours on its level.
    [[nodiscard]] std::optional<HeaderCell> placed(std::size_t parent, std::size_t level_begin, std::size_t level_end,
                                                   const std::vector<HeaderCell>& above) const {
        const Piece& piece = parents_[parent];
        const double left = parent == level_begin ? std::numeric_limits<double>::lowest() : parents_[parent - 1].box.right;
        const double right = parent + 1 == level_end ? std::numeric_limits<double>::max() : parents_[parent + 1].box.left;
        const auto is_below = [&](std::size_t i) {
            const double center = columns_[i].center();
            return center > left && center < right &&
                   (leaves_[i].piece.text.empty() || leaves_[i].top > piece.box.middle() - piece.em / 2);
        };
        std::optional<HeaderCell> best;
        double best_miss = off_center * piece.em;
        for (std::size_t first = 0; first < columns_.size(); ++first) {
            for (std::size_t last = first; last < columns_.size() && is_below(last); ++last) {
                const double miss = std::abs((columns_[first].center() + columns_[last].center()) / 2 - piece.box.center());
                const std::size_t span = last - first + 1;
                if (crosses(first, last, above)) continue;
                if (miss > off_center * piece.em || (best && (span < best->span || (span == best->span && miss >= best_miss))))
                    continue;
                best = HeaderCell{piece.text, first, span, false};
                best_miss = miss;
            }
        }
        return best;
    }

    // A header stands below one header of the level above it, not below parts of two.
    static bool crosses(std::size_t first, std::size_t last, const std::vector<HeaderCell>& above) {
        return std::ranges::any_of(above, [&](const HeaderCell& cell) {
            const std::size_t end = cell.column + cell.span;
            const bool apart = last < cell.column || first >= end;
            return !apart && !cell.beside_labels && (first < cell.column || last >= end);
        });
    }

    [[nodiscard]] std::vector<std::vector<HeaderCell>> rows() {
        std::vector<std::vector<HeaderCell>> rows;
        for (std::size_t first = 0; first < parents_.size();) {
            std::size_t last = first + 1;
            while (last < parents_.size() &&
                   parents_[last].box.middle() - parents_[first].box.middle() <= same_level * parents_[first].em)
                ++last;
            std::sort(parents_.begin() + static_cast<std::ptrdiff_t>(first), parents_.begin() + static_cast<std::ptrdiff_t>(last),
                      [](const Piece& a, const Piece& b) { return a.box.left < b.box.left; });
            rows.push_back(level(first, last, rows.empty() ? std::vector<HeaderCell>{} : rows.back()));
            first = last;
        }
        std::vector<HeaderCell>& lowest = rows.emplace_back();
        for (std::size_t i = 0; i < leaves_.size(); ++i) {
            if (!leaves_[i].piece.text.empty()) lowest.push_back({leaves_[i].piece.text, i, 1, false});
        }
        add_corners(rows);
        std::erase_if(rows, [](const auto& row) { return row.empty(); });
        return rows;
    }

    // One line of group headers. A single one that fits no columns is the title of the whole table.
    [[nodiscard]] std::vector<HeaderCell> level(std::size_t first, std::size_t last, const std::vector<HeaderCell>& above) const {
        std::vector<HeaderCell> row;
        for (std::size_t i = first; i < last; ++i) {
            const HeaderCell alone{parents_[i].text, nearest_column(columns_, parents_[i].box.center()), 1, false};
            const HeaderCell title{parents_[i].text, 0, columns_.size(), true};
            const bool over_all = last - first == 1 && !stands_over(alone.column, parents_[i]);
            row.push_back(placed(i, first, last, above).value_or(over_all ? title : alone));
        }
        return row;
    }

    // Whether the piece stands over one column and no other.
    [[nodiscard]] bool stands_over(std::size_t column, const Piece& piece) const {
        const double center = piece.box.center();
        return columns_.size() > 1 && center > columns_.front().left && center < slot_right(columns_, column) + piece.em &&
               piece.box.width() <= (slot_right(columns_, column) - slot_left(columns_, column, columns_.front().left)) * 1.5;
    }

    // What stands above the labels: the last cell beside the other headers, any above it titles of the table.
    void add_corners(std::vector<std::vector<HeaderCell>>& rows) {
        if (corners_.empty()) return;
        const auto beside_group =
            std::ranges::find_if(rows, [](const auto& row) { return row.empty() || !row.front().beside_labels; });
        beside_group->insert(beside_group->begin(), {corners_.back().text, 0, 0, true});
        for (std::size_t i = corners_.size() - 1; i-- > 0;)
            rows.insert(rows.begin(), {{corners_[i].text, 0, columns_.size(), true}});
    }

    const PageLines& page_;
    const Band& band_;
    std::vector<Column>& columns_;
    std::vector<Piece> pieces_;
    std::vector<Piece> parents_;
    std::vector<Leaf> leaves_;
    std::vector<Piece> corners_;
    double lowest_ = 0;
};

}  // namespace

std::vector<std::vector<HeaderCell>> read_header(const PageLines& page, const Band& band, std::vector<Column>& columns) {
    return HeaderReader{page, band, columns}.read();
}

}  // namespace gouji::readers::pdf
