// SPDX-License-Identifier: Apache-2.0
#include "engine/binding/line_table.hpp"

#include <algorithm>

#include "engine/binding/label_text.hpp"
#include "grammar/parse.hpp"
#include "grammar/text/character.hpp"
#include "grammar/text/utf8.hpp"

namespace gouji::binding {
namespace {

using model::LabelMatch;
using model::LabelRole;
using model::LabelUse;

constexpr std::size_t most_pieces = 8000;      // of one table; more is no table
constexpr std::size_t most_joined = 12;        // pieces that make one label: one character a line is the worst

// Characters between white space.
struct Piece {
    Span span;
    std::string_view folded;
    std::uint32_t line = 0;
    bool is_value = false;
};

bool has_ascii(std::string_view text, bool digit) {
    return std::any_of(text.begin(), text.end(), [&](char c) { return digit ? c >= '0' && c <= '9' : static_cast<unsigned char>(c) < 0x80; });
}

bool reads_as_value(std::string_view folded) {
    if (has_ascii(folded, true)) return grammar::read_cell_number(folded).has_value();
    return has_ascii(folded, false) && grammar::is_cell_mark(folded);
}

std::vector<Piece> pieces_of(const model::Document& document, Span region) {
    std::vector<Piece> out;
    const std::string_view source = document.source->utf8();
    std::uint32_t line = 0, begin = region.begin;
    const auto add = [&](std::uint32_t end) {
        if (begin < end) out.push_back({{begin, end}, document.tree->folded.slice(document.tree->folded.to_folded({begin, end})), line, false});
    };
    std::size_t mark = 0;
    for (std::uint32_t i = region.begin; i < region.end && out.size() < most_pieces;) {
        const auto& blocks = document.tree->blocks;
        while (mark < blocks.size() && (blocks[mark].span.end <= i || blocks[mark].kind != grammar::BlockKind::page_mark)) ++mark;
        const bool in_mark = mark < blocks.size() && blocks[mark].span.begin <= i && i < blocks[mark].span.end;
        const std::uint32_t line_end = text::line_end_at(source, i);
        const text::CodePoint at = text::code_point_at(source, i);
        const std::uint32_t bytes = std::max(line_end, at.bytes);
        if (in_mark || line_end != 0 || at.value == '\t' || text::folded_character(at.value) == " ") {
            add(i);
            begin = i + bytes;
            line += line_end != 0 ? 1 : 0;
        }
        i += bytes;
    }
    add(region.end);
    for (Piece& piece : out) piece.is_value = reads_as_value(piece.folded);
    return out;
}

class LineReader {
public:
    LineReader(const model::Document& document, const model::Format& format, std::uint16_t table, std::vector<Piece> pieces)
        : document_{document}, format_{format}, table_{table}, flat_{format.tables[table].blocks.front().flat}, pieces_{std::move(pieces)} {}

    LineTable read() {
        out_.text.from_lines = true;
        for (std::size_t at = 0; at < pieces_.size();) {
            if (pieces_[at].is_value || is_spoilt_value(at)) {
                add_value(pieces_[at++]);
                continue;
            }
            const std::size_t known = longest_label(at);
            at += known > 0 ? add_label(at, known) : add_unknown(at);
        }
        finish();
        if (!flat_) mark_scattered();
        return std::move(out_);
    }

private:
    enum class Kind : std::uint8_t { none, header, group, row, unknown };

    // Among the figures of a row, alone on its line: a number with words about it, which is neither figure nor label.
    [[nodiscard]] bool is_spoilt_value(std::size_t at) {
        const Piece& piece = pieces_[at];
        const auto shares_line = [&](std::size_t other) { return other < pieces_.size() && pieces_[other].line == piece.line; };
        return kind_ == Kind::row && has_ascii(piece.folded, true) && !reads_as_label(piece.folded) && !shares_line(at + 1) &&
               (at == 0 || !shares_line(at - 1)) && longest_label(at) == 0;
    }

    // How many pieces from here on make a label of this table; 0: none.
    std::size_t longest_label(std::size_t at) {
        std::string joined;
        std::size_t best = 0;
        for (std::size_t n = 0; n < most_joined && at + n < pieces_.size() && !pieces_[at + n].is_value; ++n) {
            joined += pieces_[at + n].folded;
            if (joined.size() > 400) break;
            if (kind_of(look_up(joined)) != Kind::none) best = n + 1;
        }
        return best;
    }

    [[nodiscard]] std::span<const LabelUse> look_up(std::string_view folded) { return format_.labels.find(model::label_key(folded, scratch_)); }

    [[nodiscard]] Kind kind_of(std::span<const LabelUse> uses) const {
        for (const LabelUse& use : uses) {
            if (use.table != table_ || use.match == LabelMatch::loose) continue;
            if (flat_) return Kind::header;
            return use.role == LabelRole::row ? Kind::row : use.role == LabelRole::group ? Kind::group : Kind::header;
        }
        return Kind::none;
    }

    std::size_t add_label(std::size_t at, std::size_t count) {
        TextCell cell = joined(at, count);
        std::string label;  // without a page mark that may stand between the pieces
        for (std::size_t i = at; i < at + count; ++i) label += pieces_[i].folded;
        cell.uses = look_up(label);
        const Kind kind = kind_of(cell.uses);
        const bool goes_on = values_ == 0 && ((kind == Kind::header && kind_ == Kind::header) || (kind != Kind::header && kind_ == Kind::group));
        if (!goes_on) finish();
        kind_ = kind;
        ++out_.known;
        out_.span = out_.span.empty() ? cell.span : text::cover(out_.span, cell.span);
        cells_.push_back(cell);
        return count;
    }

    // Text that the format does not know, to the end of its line or the next value.
    std::size_t add_unknown(std::size_t at) {
        std::size_t count = 1;
        while (at + count < pieces_.size() && pieces_[at + count].line == pieces_[at].line && !pieces_[at + count].is_value &&
               longest_label(at + count) == 0) {
            ++count;
        }
        if (kind_ != Kind::group || values_ > 0) finish();
        kind_ = Kind::unknown;
        cells_.push_back(joined(at, count));
        return count;
    }

    void add_value(const Piece& piece) {
        if (kind_ == Kind::header) finish();
        TextCell cell;
        cell.span = piece.span;
        cell.folded = piece.folded;
        cells_.push_back(cell);
        ++values_;
    }

    [[nodiscard]] TextCell joined(std::size_t at, std::size_t count) const {
        TextCell cell;
        cell.span = text::cover(pieces_[at].span, pieces_[at + count - 1].span);
        cell.folded = document_.tree->folded.slice(document_.tree->folded.to_folded(cell.span));
        return cell;
    }

    void finish() {
        const bool prose = kind_ == Kind::unknown && values_ == 0;
        if (!cells_.empty() && !prose) {
            TextRow row;
            row.first = static_cast<std::uint32_t>(out_.text.cells.size());
            row.count = static_cast<std::uint32_t>(cells_.size());
            row.span = text::cover(cells_.front().span, cells_.back().span);
            for (std::size_t i = 0; i < cells_.size(); ++i) cells_[i].column = static_cast<std::uint16_t>(i);
            out_.text.cells.insert(out_.text.cells.end(), cells_.begin(), cells_.end());
            out_.text.rows.push_back(row);
            kinds_.push_back(kind_);
            value_counts_.push_back(values_);
        }
        cells_.clear();
        kind_ = Kind::none;
        values_ = 0;
    }

    // Lines that lost their order leave labels without figures and figures without labels. Then no label can be trusted to
    // stand before its own figures, as far as the same header reaches.
    void mark_scattered() {
        auto& rows = out_.text.rows;
        for (std::size_t first = 0; first < rows.size();) {
            std::size_t last = first + 1;
            while (last < rows.size() && !(kinds_[last] == Kind::header && kinds_[last - 1] != Kind::header)) ++last;
            bool scattered = false;
            for (std::size_t i = first; i < last; ++i) {
                scattered |= (kinds_[i] == Kind::row && value_counts_[i] == 0) || kinds_[i] == Kind::none;
            }
            for (std::size_t i = first; i < last; ++i) rows[i].scattered = scattered;
            first = last;
        }
    }

    const model::Document& document_;
    const model::Format& format_;
    std::uint16_t table_;
    bool flat_;
    std::vector<Piece> pieces_;
    std::string scratch_;
    LineTable out_;
    std::vector<TextCell> cells_;  // of the row being read
    Kind kind_ = Kind::none;
    std::size_t values_ = 0;
    std::vector<Kind> kinds_;
    std::vector<std::size_t> value_counts_;
};

std::size_t row_count(const model::TableSpec& table) {
    std::size_t out = 0;
    for (const model::BlockSpec& block : table.blocks) out += block.rows.size() + (block.flat ? block.columns.size() : 0);
    return out;
}

}  // namespace

std::optional<LineTable> read_line_table(const model::Document& document, Span region, const model::Format& format, std::uint16_t table) {
    std::vector<Piece> pieces = pieces_of(document, region);
    const bool any_value = std::any_of(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.is_value; });
    if (!any_value || pieces.size() >= most_pieces) return std::nullopt;
    LineTable out = LineReader{document, format, table, std::move(pieces)}.read();
    if (out.known * 2 < row_count(format.tables[table])) return std::nullopt;
    return out;
}

std::optional<Span> find_run_together(const model::Document& document, Span region, const model::Format& format, std::uint16_t table) {
    const text::FoldedText& folded = document.tree->folded;
    const text::FoldedSpan range = folded.to_folded(region);
    const std::string_view text = folded.slice(range);
    std::size_t labels = 0, found = 0, at = 0, first = text.size(), last = 0;
    for (const model::BlockSpec& block : format.tables[table].blocks) {
        const auto look_for = [&](const std::string& label) {
            ++labels;
            const std::size_t here = text.find(label, at);
            if (here == std::string_view::npos) return;
            first = std::min(first, here);
            last = at = here + label.size();
            ++found;
        };
        for (const model::RowSpec& row : block.rows) look_for(row.label.folded);
        for (std::size_t r = 0; block.flat && r < block.rows.size(); ++r) {
            for (const model::ColumnSpec& column : block.columns) look_for(column.label.folded);
        }
    }
    if (found * 3 < labels * 2) return std::nullopt;
    return folded.to_source({static_cast<std::uint32_t>(range.begin + first), static_cast<std::uint32_t>(range.begin + last)});
}

}  // namespace gouji::binding
