// SPDX-License-Identifier: Apache-2.0
// A table whose rows stand side by side: the header repeats its columns once for each row, one line holds all figures.
#include <algorithm>

#include "engine/binding/columns.hpp"
#include "engine/binding/figure_cell.hpp"
#include "engine/binding/label_text.hpp"
#include "engine/binding/table_binder.hpp"

namespace gouji::binding {
namespace {

using model::BlockSpec;
using model::Defect;
using model::DefectKind;
using model::Figure;
using model::FigureIndex;
using model::FigureState;
using model::LabelMatch;
using model::LabelRole;

// A column label of the header, in reading order.
struct Leaf {
    std::uint16_t column = 0;
    std::uint32_t grid_column = 0;
    const TextCell* cell = nullptr;
    bool deviates = false;
};

class FlatBinder {
public:
    FlatBinder(const TableText& text, const model::Format& format, std::uint16_t table, std::string_view source,
               std::vector<Figure>& figures)
        : text_{text}, format_{format}, table_{table}, spec_{format.tables[table]}, block_{spec_.blocks.front()}, source_{source}, figures_{figures},
          columns_{block_.rows.size() * block_.columns.size()} {}

    BoundTable bind() {
        std::vector<std::uint32_t> header;
        for (std::uint32_t i = 0; i < text_.rows.size(); ++i) {
            readings_.push_back(read_row(text_.cells_of(text_.rows[i]), table_, true));
            if (readings_.back().kind == RowKind::header || is_text_only(i)) header.push_back(i);
            if (readings_.back().kind == RowKind::header) last_header_ = i;
        }
        for (std::size_t i = 0; i < header.size(); ++i) read_header_row(header, i);
        order_columns();
        const auto row = figure_row();
        if (row) {
            bind_row(*row);
        } else {
            tell_of_missing_row();
        }
        return std::move(out_);
    }

private:
    [[nodiscard]] bool is_text_only(std::uint32_t row) const {
        return readings_[row].kind == RowKind::labelled && text_.rows[row].count == readings_[row].label_end;
    }

    void read_header_row(const std::vector<std::uint32_t>& rows, std::size_t at) {
        const TextRow& row = text_.rows[rows[at]];
        if (readings_[rows[at]].kind == RowKind::header) {
            out_.found = true;
            header_.fragment = row.fragment;
            header_.span = header_.span.empty() ? row.span : text::cover(header_.span, row.span);
        }
        for (const TextCell& cell : text_.cells_of(row)) {
            if (!cell.folded.empty() && std::find(joined_.begin(), joined_.end(), &cell) == joined_.end()) read_header_cell(rows, at, cell);
        }
    }

    void read_header_cell(const std::vector<std::uint32_t>& rows, std::size_t at, const TextCell& cell) {
        if (take_label(cell.uses, cell) || take_joined_down(rows, at, cell)) return;
        if (take_label(label_behind_group(cell.folded, format_.labels, table_), cell) || is_near_row_label(cell)) return;
        for (std::uint16_t c = 0; c < block_.columns.size(); ++c) {
            if (label_distance(cell.folded, block_.columns[c].label.folded) > near_label) continue;
            leaves_.push_back({c, cell.column, &cell, true});
            return;
        }
    }

    bool take_label(std::span<const model::LabelUse> uses, const TextCell& cell) {
        bool other = false;
        for (const model::LabelUse& use : uses) {
            if (use.table != table_ || use.match == LabelMatch::loose) continue;
            if (use.role == LabelRole::column) leaves_.push_back({use.index, cell.column, &cell, false});
            if (use.role == LabelRole::column) return true;
            other = true;
        }
        return other;
    }

    // A label that was wrapped: its rest stands in the same grid column of the rows below.
    bool take_joined_down(const std::vector<std::uint32_t>& rows, std::size_t at, const TextCell& cell) {
        std::string label{cell.folded}, scratch;
        std::vector<const TextCell*> parts;
        for (std::size_t below = at + 1; below < rows.size() && parts.size() < 4; ++below) {
            const auto cells = text_.cells_of(text_.rows[rows[below]]);
            const auto part = std::find_if(cells.begin(), cells.end(), [&](const TextCell& c) { return c.column == cell.column && !c.folded.empty(); });
            if (part == cells.end()) return false;
            label += part->folded;
            parts.push_back(&*part);
            if (!take_label(format_.labels.find(model::label_key(label, scratch)), cell)) continue;
            joined_.insert(joined_.end(), parts.begin(), parts.end());
            return true;
        }
        return false;
    }

    [[nodiscard]] bool is_near_row_label(const TextCell& cell) const {
        const auto near = [&](const model::Label& label) { return label_distance(cell.folded, label.folded) <= near_label; };
        return std::any_of(block_.rows.begin(), block_.rows.end(), [&](const model::RowSpec& row) { return near(row.label); }) ||
               std::any_of(block_.groups.begin(), block_.groups.end(), [&](const model::RowGroup& group) { return near(group.label); });
    }

    // The header repeats the columns; which repetition a leaf belongs to, its place in the sequence tells - if only one
    // way of placing the sequence is possible.
    void order_columns() {
        std::vector<std::uint16_t> forward, backward;
        std::size_t at = 0;
        for (const Leaf& leaf : leaves_) {
            while (at < columns_ && at % block_.columns.size() != leaf.column) ++at;
            if (at == columns_) break;
            forward.push_back(static_cast<std::uint16_t>(at++));
        }
        at = columns_;
        for (auto leaf = leaves_.rbegin(); leaf != leaves_.rend(); ++leaf) {
            while (at > 0 && (at - 1) % block_.columns.size() != leaf->column) --at;
            if (at == 0) break;
            backward.insert(backward.begin(), static_cast<std::uint16_t>(--at));
        }
        in_order_ = forward.size() == leaves_.size() && forward == backward;
        if (!in_order_ || leaves_.empty()) return;
        header_.slots = forward;
        for (std::uint16_t c = 0; c < columns_; ++c) {
            if (std::find(forward.begin(), forward.end(), c) == forward.end()) header_.missing.push_back(c);
        }
        bool side_by_side = true;
        for (std::size_t i = 1; i < leaves_.size(); ++i) side_by_side &= leaves_[i].grid_column == leaves_[0].grid_column + i;
        if (side_by_side) header_.first_column = static_cast<int>(leaves_[0].grid_column);
        tell_of_header();
    }

    void tell_of_header() {
        for (std::size_t i = 0; i < leaves_.size(); ++i) {
            if (!leaves_[i].deviates) continue;
            Defect defect;
            defect.kind = DefectKind::label_wording;
            defect.span = leaves_[i].cell->span;
            defect.expected = block_.columns[leaves_[i].column].label.text;
            defect.found = leaves_[i].cell->folded;
            out_.defects.push_back(std::move(defect));
        }
        if (header_.missing.empty()) return;
        Defect defect;
        defect.kind = DefectKind::column_missing;
        defect.span = header_.span;
        for (const std::uint16_t column : header_.missing) {
            const std::string& label = block_.columns[column % block_.columns.size()].label.text;
            defect.expected += (defect.expected.empty() ? "" : "、") + block_.rows[column / block_.columns.size()].label.text + " " + label;
            defect.figures.push_back(static_cast<FigureIndex>(block_.first_figure + column));
        }
        out_.defects.push_back(std::move(defect));
    }

    // The one row below the header that holds figures; where all is blank, the one with enough cells for them.
    [[nodiscard]] std::optional<std::uint32_t> figure_row() {
        std::vector<std::uint32_t> filled, blank;
        for (std::uint32_t i = out_.found ? last_header_ + 1 : 0; i < readings_.size(); ++i) {
            const bool figures = readings_[i].kind == RowKind::values || (readings_[i].kind == RowKind::labelled && readings_[i].has_value);
            if (figures) filled.push_back(i);
            if (readings_[i].kind == RowKind::empty && text_.rows[i].count >= columns_) blank.push_back(i);
        }
        if (filled.size() > 1) more_rows_ = true;
        if (!filled.empty()) return filled.front();
        return blank.size() == 1 ? std::optional{blank.front()} : std::nullopt;
    }

    void bind_row(std::uint32_t row) {
        FigureCells cells;
        cells.cells = text_.cells_of(text_.rows[row]).subspan(readings_[row].label_end);
        cells.fragment = text_.rows[row].fragment;
        const Placer placer{header_, columns_};
        const auto placement = in_order_ && !more_rows_ && !text_.rows[row].scattered ? placer.place(cells) : std::nullopt;
        if (placement && write(*placement, cells)) return;
        Figure figure;
        figure.state = FigureState::unbound;
        figure.span = text_.rows[row].span;
        figure.text = source_.substr(figure.span.begin, figure.span.size());
        std::fill_n(figures_.begin() + block_.first_figure, columns_, figure);
        if (header_.missing.empty()) tell_of_cells(row, cells.cells.size());
    }

    bool write(const Placement& placement, const FigureCells& cells) {
        for (std::size_t i = 0; i < placement.slots->size(); ++i) {
            const std::uint16_t column = (*placement.slots)[i];
            const FigureReading reading = read_figure(cells.cells[placement.offset + i], block_.columns[column % block_.columns.size()], {}, source_);
            figures_[block_.first_figure + column] = reading.figure;
        }
        const bool doubtful = placement.slots->size() < columns_ || may_be_cut(cells.cells.back(), source_);
        return !doubtful || check_sums(spec_, figures_, block_.first_figure, columns_).hold;
    }

    void tell_of_cells(std::uint32_t row, std::size_t cells) {
        Defect defect;
        defect.kind = DefectKind::cell_count;
        defect.span = text_.rows[row].span;
        defect.expected = std::to_string(columns_);
        defect.found = std::to_string(cells);
        add_all_figures(defect);
        out_.defects.push_back(std::move(defect));
    }

    void tell_of_missing_row() {
        Defect defect;
        defect.kind = DefectKind::row_missing;
        defect.span = header_.span;
        defect.expected = spec_.name.text;
        add_all_figures(defect);
        out_.defects.push_back(std::move(defect));
    }

    void add_all_figures(Defect& defect) const {
        for (std::size_t c = 0; c < columns_; ++c) defect.figures.push_back(static_cast<FigureIndex>(block_.first_figure + c));
    }

    const TableText& text_;
    const model::Format& format_;
    std::uint16_t table_;
    const model::TableSpec& spec_;
    const BlockSpec& block_;
    std::string_view source_;
    std::vector<Figure>& figures_;
    std::size_t columns_;
    std::vector<RowReading> readings_;
    std::vector<Leaf> leaves_;
    std::vector<const TextCell*> joined_;  // parts of labels that are read already
    Header header_;
    std::uint32_t last_header_ = 0;
    bool in_order_ = false;
    bool more_rows_ = false;
    BoundTable out_;
};

}  // namespace

BoundTable bind_flat(const TableText& text, const model::Format& format, std::uint16_t table, std::string_view source,
                     std::vector<Figure>& figures) {
    return FlatBinder{text, format, table, source, figures}.bind();
}

}  // namespace gouji::binding
