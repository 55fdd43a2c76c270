// SPDX-License-Identifier: Apache-2.0
#include "engine/readers/docx/table.hpp"

#include <algorithm>
#include <unordered_map>

#include "engine/readers/docx/xml.hpp"

namespace gouji::readers::docx {
namespace {

constexpr std::uint32_t most_columns = 1000;

// Calls `use` with the children of that name, also inside content controls and the like.
template <class Use>
void for_each_within(pugi::xml_node node, std::string_view wanted, DepthGuard& guard, std::uint32_t depth, const Use& use) {
    if (!guard.allows(depth)) return;
    for (const pugi::xml_node at : node) {
        const std::string_view name = local_name(at);
        if (name == wanted) {
            use(at);
        } else if (name == "sdt" || name == "sdtContent" || name == "customXml" || name == "ins" || name == "moveTo") {
            for_each_within(at, wanted, guard, depth + 1, use);
        }
    }
}

std::uint32_t count_of(pugi::xml_node node) {
    return static_cast<std::uint32_t>(std::clamp(number(node, 0), 0, static_cast<int>(most_columns)));
}

enum class Merge : std::uint8_t { alone, first, follows };

Merge merge_of(pugi::xml_node merge) {
    if (!merge) return Merge::alone;
    return std::string_view{value(merge)} == "restart" ? Merge::first : Merge::follows;
}

// Reads the rows from top to bottom; for each column it knows the merged cell that is still open there.
class ShapeReader {
public:
    explicit ShapeReader(TableShape& shape) : shape_{shape} {}

    void begin_row(pugi::xml_node properties) {
        shape_.rows.emplace_back();
        column_ = count_of(child(properties, "gridBefore"));
    }

    void add(pugi::xml_node cell) {
        const pugi::xml_node properties = child(cell, "tcPr");
        if (child(properties, "cellDel")) return;
        const std::uint32_t span = std::max(count_of(child(properties, "gridSpan")), 1U);
        if (merge_of(child(properties, "hMerge")) == Merge::follows && !row().empty()) {
            row().back().column_span += span;
        } else {
            row().push_back({cell, column_, span, merge_down(merge_of(child(properties, "vMerge")))});
        }
        column_ += span;
    }

private:
    struct Place {
        std::size_t row = 0;
        std::size_t cell = 0;
    };
    std::vector<TableCell>& row() { return shape_.rows.back().cells; }

    // The row span of the cell about to be added; a cell that follows a merged one makes that one taller instead.
    std::uint32_t merge_down(Merge merge) {
        const Place here{shape_.rows.size() - 1, row().size()};
        const auto above = open_.find(column_);
        const bool continues = above != open_.end() && merge == Merge::follows;
        if (continues) {
            TableCell& first = shape_.rows[above->second.row].cells[above->second.cell];
            if (above->second.row + first.row_span == here.row) {
                ++first.row_span;
                return 0;
            }
        }
        open_.erase(column_);
        if (merge == Merge::first) open_[column_] = here;
        return 1;
    }

    TableShape& shape_;
    std::unordered_map<std::uint32_t, Place> open_;
    std::uint32_t column_ = 0;
};

// How much stands in a cell, and whether a table does.
struct CellLook {
    std::size_t bytes = 0;
    bool has_table = false;
};
constexpr std::size_t longest_cell = 1500;

void look_at(pugi::xml_node node, CellLook& look, DepthGuard& guard, std::uint32_t depth) {
    if (!guard.allows(depth) || look.bytes > longest_cell || look.has_table) return;
    for (const pugi::xml_node at : node) {
        const std::string_view name = local_name(at);
        if (name == "t") look.bytes += std::strlen(at.child_value());
        if (name == "tbl") look.has_table = true;
        if (name == "p" || name == "r" || name == "sdt" || name == "sdtContent" || name == "ins" || name == "hyperlink" ||
            name == "tc") {
            look_at(at, look, guard, depth + 1);
        }
    }
}

bool holds_data(const TableShape& shape, DepthGuard& guard, std::uint32_t depth) {
    std::size_t plain_cells = 0;
    std::size_t outer_cells = 0;
    std::size_t widest = 0;
    for (const TableRow& row : shape.rows) {
        widest = std::max(widest, row.cells.size());
        for (const TableCell& cell : row.cells) {
            CellLook look;
            look_at(cell.node, look, guard, depth);
            if (look.bytes > longest_cell) return false;
            ++(look.has_table ? outer_cells : plain_cells);
        }
    }
    return widest > 1 && (outer_cells == 0 || plain_cells >= outer_cells * 8);
}

}  // namespace

TableShape shape_of(pugi::xml_node table, DepthGuard& guard, std::uint32_t depth) {
    TableShape shape;
    ShapeReader reader{shape};
    for_each_within(table, "tr", guard, depth, [&](pugi::xml_node row) {
        const pugi::xml_node properties = child(row, "trPr");
        if (child(properties, "del") || is_on(child(properties, "hidden"))) return;
        reader.begin_row(properties);
        for_each_within(row, "tc", guard, depth + 1, [&](pugi::xml_node cell) { reader.add(cell); });
    });
    shape.holds_data = holds_data(shape, guard, depth + 2);
    return shape;
}

}  // namespace gouji::readers::docx
