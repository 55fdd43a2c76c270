// SPDX-License-Identifier: Apache-2.0
#include "engine/binding/table_binder.hpp"

#include <algorithm>

#include "engine/binding/columns.hpp"
#include "engine/binding/figure_cell.hpp"
#include "engine/binding/row_defects.hpp"
#include "engine/binding/row_layout.hpp"
#include "engine/binding/rows.hpp"

namespace gouji::binding {
namespace {

using model::BlockSpec;
using model::Defect;
using model::DefectKind;
using model::Figure;
using model::FigureIndex;
using model::FigureState;

class TableBinder {
public:
    TableBinder(const TableText& text, const model::Format& format, std::uint16_t table, std::string_view source,
                std::vector<Figure>& figures)
        : text_{text}, format_{format}, table_{table}, spec_{format.tables[table]}, source_{source}, figures_{figures} {}

    BoundTable bind() {
        for (const TextRow& row : text_.rows) readings_.push_back(read_row(text_.cells_of(row), table_, false));
        matches_ = match_rows(text_, readings_, spec_);
        std::uint32_t ordinal = 0;
        for (std::uint16_t b = 0; b < spec_.blocks.size(); ++b) {
            const auto rows = static_cast<std::uint32_t>(spec_.blocks[b].rows.size());
            bind_block(b, ordinal, ordinal + rows);
            ordinal += rows;
        }
        tell_of_rows({text_, readings_, matches_, spec_, table_, figures_}, out_.defects);
        std::stable_sort(out_.defects.begin(), out_.defects.end(),
                         [](const Defect& a, const Defect& b) { return a.span < b.span; });
        return std::move(out_);
    }

private:
    void bind_block(std::uint16_t b, std::uint32_t ordinal, std::uint32_t end) {
        const std::vector<Header> headers = headers_of(b, last_row_before(ordinal), last_row_before(end));
        for (const Header& header : headers) out_.found |= header.present();
        tell_of_columns(b, headers);
        const bool columns_are_known = std::all_of(headers.begin(), headers.end(), [](const Header& h) {
            return h.missing.empty() && std::none_of(h.defects.begin(), h.defects.end(),
                                                     [](const Defect& d) { return d.kind == DefectKind::column_unknown; });
        });
        const RowLayout layout{text_, readings_, matches_, ordinal, end, spec_.blocks[b]};
        for (std::uint32_t at = ordinal; at < end; ++at) {
            if (matches_.matches[at].count > 0) bind_row(at, layout, headers, columns_are_known);
        }
        forget_columns_that_are_there();
    }

    // A label that the layout tore out of the header: the column is there, each of its figures was read.
    void forget_columns_that_are_there() {
        std::erase_if(out_.defects, [&](const Defect& defect) {
            return defect.kind == DefectKind::column_missing &&
                   std::all_of(defect.figures.begin(), defect.figures.end(),
                               [&](FigureIndex f) { return figures_[f].state == FigureState::value; });
        });
    }

    // One behind the last row of the report that belongs to rows of the format before `ordinal`.
    [[nodiscard]] std::uint32_t last_row_before(std::uint32_t ordinal) const {
        std::uint32_t last = 0;
        for (std::uint32_t i = 0; i < ordinal; ++i) {
            const RowMatch& match = matches_.matches[i];
            if (match.count > 0) last = std::max(last, match.first + match.count);
        }
        return last;
    }

    [[nodiscard]] std::vector<Header> headers_of(std::uint16_t b, std::uint32_t from, std::uint32_t to) const {
        std::vector<std::vector<std::uint32_t>> by_fragment;
        for (std::uint32_t i = from; i < to; ++i) {
            if (readings_[i].kind != RowKind::header && !is_part_of_header(i)) continue;
            const bool goes_on =
                !by_fragment.empty() && (text_.rows[by_fragment.back().front()].fragment == text_.rows[i].fragment ||
                                         is_right_below(i, by_fragment.back()));
            if (!goes_on) by_fragment.emplace_back();
            by_fragment.back().push_back(i);
        }
        std::vector<Header> headers;
        for (const auto& rows : by_fragment) {
            Header header = read_header(text_, rows, format_, table_, b);
            if (header.present()) headers.push_back(std::move(header));
        }
        return headers;
    }

    // A header that a page break cut goes on where nothing but the break stands between its rows, and none of them comes again.
    [[nodiscard]] bool is_right_below(std::uint32_t row, const std::vector<std::uint32_t>& header) const {
        const auto same_text = [](const TextCell& a, const TextCell& b) { return a.folded == b.folded; };
        const auto is_same = [&](std::uint32_t other) {
            return std::ranges::equal(text_.cells_of(text_.rows[row]), text_.cells_of(text_.rows[other]), same_text);
        };
        return row == header.back() + 1 && std::ranges::none_of(header, is_same);
    }

    // A line of text without figures: what it says may be the rest of a label that was wrapped.
    [[nodiscard]] bool is_part_of_header(std::uint32_t row) const {
        const RowReading& reading = readings_[row];
        return reading.kind == RowKind::labelled && reading.row == nullptr && reading.group == nullptr &&
               text_.rows[row].count == reading.label_end;
    }

    void tell_of_columns(std::uint16_t b, const std::vector<Header>& headers) {
        const bool whole = std::any_of(headers.begin(), headers.end(), [](const Header& header) { return header.complete(); });
        for (const Header& header : headers) {
            out_.defects.insert(out_.defects.end(), header.defects.begin(), header.defects.end());
            if (!whole) out_.defects.push_back(columns_missing(b, header.missing, header.span));
            if (!whole) break;
        }
    }

    [[nodiscard]] Defect columns_missing(std::uint16_t b, const std::vector<std::uint16_t>& missing, Span span) const {
        const BlockSpec& block = spec_.blocks[b];
        Defect defect;
        defect.kind = DefectKind::column_missing;
        defect.span = span;
        for (const std::uint16_t column : missing) {
            defect.expected += (defect.expected.empty() ? "" : "、") + block.columns[column].label.text;
            for (std::size_t r = 0; r < block.rows.size(); ++r) {
                defect.figures.push_back(static_cast<FigureIndex>(block.first_figure + r * block.columns.size() + column));
            }
        }
        return defect;
    }

    void bind_row(std::uint32_t at, const RowLayout& layout, const std::vector<Header>& headers, bool columns_are_known) {
        static const Header no_header;
        out_.found = true;
        const FormatRow& row = matches_.format_rows[at];
        const BlockSpec& block = spec_.blocks[row.block];
        const FigureCells cells = layout.figure_cells(at);
        const Header* header = headers.empty() ? &no_header : &headers.front();
        for (const Header& other : headers) {
            if (other.fragment == cells.fragment) header = &other;
        }
        const Placer placer{*header, block.columns.size()};
        const auto first = static_cast<FigureIndex>(block.first_figure + row.row * block.columns.size());
        const bool scattered = is_scattered(matches_.matches[at]);
        const auto placement = scattered || layout.is_torn(at) ? std::nullopt : placer.place(cells);
        if (placement && write(*placement, cells, first, block, *header)) return;
        leave_unbound(at, first, block.columns.size());
        if (scattered) {
            tell_of_cells(DefectKind::run_together, at, first, block.columns.size(), "");
        } else if (columns_are_known) {
            tell_of_cells(DefectKind::cell_count, at, first, block.columns.size(), std::to_string(cells.cells.size()));
        }
    }

    [[nodiscard]] bool is_scattered(const RowMatch& match) const {
        const auto first = text_.rows.begin() + match.first;
        return std::any_of(first, first + match.count, [](const TextRow& row) { return row.scattered; });
    }

    bool write(const Placement& placement, const FigureCells& cells, FigureIndex first, const BlockSpec& block,
               const Header& header) {
        std::vector<std::uint16_t> differing;
        for (std::size_t i = 0; i < placement.slots->size(); ++i) {
            const std::uint16_t column = (*placement.slots)[i];
            const Unit unit = header.units.empty() ? Unit{} : header.units[column];
            const FigureReading reading = read_figure(cells.cells[placement.offset + i], block.columns[column], unit, source_);
            figures_[first + column] = reading.figure;
            if (reading.unit_differs) differing.push_back(column);
        }
        const bool cut = may_be_cut(cells.cells.back(), source_);
        if (cut && (cells.cells.size() > placement.slots->size() || cells.cells.front().folded.empty())) return false;
        const bool doubtful = placement.unproved || placement.slots->size() < block.columns.size() || cut;
        const SumCheck check = doubtful ? check_sums(spec_, figures_, first, block.columns.size()) : SumCheck{};
        if (doubtful && (!check.hold || check.sums == 0)) return false;
        for (const std::uint16_t column : differing) tell_of_unit(first + column, block.columns[column]);
        return true;
    }

    void tell_of_unit(std::size_t figure, const model::ColumnSpec& column) {
        Defect defect;
        defect.kind = DefectKind::unit_differs;
        defect.span = figures_[figure].span;
        defect.expected = column.unit;
        defect.found = figures_[figure].unit;
        defect.figures = {static_cast<FigureIndex>(figure)};
        out_.defects.push_back(std::move(defect));
    }

    void leave_unbound(std::uint32_t at, FigureIndex first, std::size_t columns) {
        Figure figure;
        figure.state = FigureState::unbound;
        figure.span = row_span(at);
        figure.text = source_.substr(figure.span.begin, figure.span.size());
        std::fill_n(figures_.begin() + first, columns, figure);
    }

    [[nodiscard]] Span row_span(std::uint32_t at) const {
        const RowMatch& match = matches_.matches[at];
        return text::cover(text_.rows[match.first].span, text_.rows[match.first + match.count - 1].span);
    }

    // Rows one after the other with the same number of cells have one cause.
    void tell_of_cells(DefectKind kind, std::uint32_t at, FigureIndex first, std::size_t columns, const std::string& found) {
        const bool goes_on =
            at > 0 && last_unbound_ == at - 1 && out_.defects.back().kind == kind && out_.defects.back().found == found;
        if (!goes_on) {
            out_.defects.emplace_back();
            out_.defects.back().kind = kind;
            out_.defects.back().span = row_span(at);
            if (kind == DefectKind::cell_count) out_.defects.back().expected = std::to_string(columns);
            out_.defects.back().found = found;
        }
        Defect& defect = out_.defects.back();
        defect.span = text::cover(defect.span, row_span(at));
        for (std::size_t c = 0; c < columns; ++c) defect.figures.push_back(static_cast<FigureIndex>(first + c));
        last_unbound_ = at;
    }

    const TableText& text_;
    const model::Format& format_;
    std::uint16_t table_;
    const model::TableSpec& spec_;
    std::string_view source_;
    std::vector<Figure>& figures_;
    std::vector<RowReading> readings_;
    RowMatches matches_;
    BoundTable out_;
    std::uint32_t last_unbound_ = 0xFFFF'FFFF;  // row of the format that the last defect of this kind is about
};

}  // namespace

BoundTable bind_rows(const TableText& text, const model::Format& format, std::uint16_t table, std::string_view source,
                     std::vector<Figure>& figures) {
    return TableBinder{text, format, table, source, figures}.bind();
}

SumCheck check_sums(const model::TableSpec& table, const std::vector<Figure>& figures, FigureIndex first, std::size_t count) {
    const auto within = [&](const std::vector<FigureIndex>& operands) {
        return std::all_of(operands.begin(), operands.end(), [&](FigureIndex f) { return f >= first && f < first + count; });
    };
    const auto sum = [&](const std::vector<FigureIndex>& operands) {
        text::Decimal total;
        for (const FigureIndex figure : operands)
            total = total + (figures[figure].state == FigureState::value ? figures[figure].value : text::Decimal{});
        return total;
    };
    SumCheck out;
    for (const model::Identity& identity : table.identities) {
        const bool has_total = std::any_of(identity.right.begin(), identity.right.end(),
                                           [&](FigureIndex f) { return figures[f].state != FigureState::absent; });
        if (!within(identity.left) || !within(identity.right) || !has_total) continue;
        ++out.sums;
        out.hold = out.hold && sum(identity.left) == sum(identity.right);
    }
    return out;
}

}  // namespace gouji::binding
