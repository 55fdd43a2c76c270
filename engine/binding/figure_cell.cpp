// SPDX-License-Identifier: Apache-2.0
#include "engine/binding/figure_cell.hpp"

#include "grammar/parse.hpp"

namespace gouji::binding {
namespace {

using model::FigureKind;
using model::FigureState;

// The unit that the figure is in: the cell's, else the header's, else the format's.
Unit unit_of(const grammar::CellNumber& number, const Unit& header, const Unit& official) {
    if (!number.unit.empty()) return {number.unit, number.unit_factor.units() / text::Decimal::scale};
    return header.text.empty() ? official : header;
}

bool prints_unit(const model::ColumnSpec& column) { return model::without_unit(column.label.folded) != column.label.folded; }

// The reading has 万 and 亿 applied; an amount is kept in the unit that is written.
bool set_amount(model::Figure& figure, const grammar::CellNumber& number, std::int64_t factor) {
    const bool applied = !number.unit.empty() && factor > 1;
    if (applied && number.value.units() % factor != 0) return false;
    figure.value = applied ? text::Decimal::scaled(number.value.units() / factor) : number.value;
    figure.unit_factor = factor;
    return true;
}

}  // namespace

FigureReading read_figure(const TextCell& cell, const model::ColumnSpec& column, const Unit& header_unit, std::string_view source) {
    FigureReading out;
    out.figure.span = cell.span;
    out.figure.text = source.substr(cell.span.begin, cell.span.size());
    out.figure.state = FigureState::blank;
    if (cell.folded.empty()) return out;
    out.figure.state = FigureState::mark;
    if (grammar::is_cell_mark(cell.folded)) return out;
    out.figure.state = FigureState::text;
    const auto number = grammar::read_cell_number(cell.folded);
    if (!number) return out;
    out.figure.value = number->value;
    if (column.kind == FigureKind::amount) {
        const Unit official = read_unit(column.unit);
        const Unit unit = unit_of(*number, header_unit, official);
        if (!set_amount(out.figure, *number, unit.factor)) return out;
        out.unit_differs = prints_unit(column) && unit.factor != official.factor;
        out.figure.unit = unit.factor == official.factor && number->unit.empty() ? std::string_view{} : unit.text;
    } else {
        out.figure.unit = number->unit;
    }
    out.figure.state = FigureState::value;
    return out;
}

}  // namespace gouji::binding
