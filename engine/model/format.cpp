// SPDX-License-Identifier: Apache-2.0
#include "engine/model/format.hpp"

#include <algorithm>

#include "grammar/text/folded_text.hpp"

namespace gouji::model {
namespace {

constexpr std::uint32_t no_group = 0xFFFF'FFFF;

// Labels of a row's groups, innermost first.
std::vector<const RowGroup*> groups_of(const BlockSpec& block, const RowSpec& row) {
    std::vector<const RowGroup*> out;
    for (std::uint32_t at = row.group; at != no_group; at = block.groups[at].parent) out.push_back(&block.groups[at]);
    return out;
}

class Numberer {
public:
    explicit Numberer(Format& format) : format_{format} {}

    void number() {
        format_.figures.clear();
        format_.figure_index.clear();
        format_.labels = {};
        for (std::size_t table = 0; table < format_.tables.size(); ++table) {
            for (std::size_t block = 0; block < format_.tables[table].blocks.size(); ++block) {
                use_.table = static_cast<std::uint16_t>(table);
                use_.block = static_cast<std::uint16_t>(block);
                add_figures(format_.tables[table], format_.tables[table].blocks[block]);
                add_labels(format_.tables[table].blocks[block]);
            }
        }
    }

private:
    void add_figures(const TableSpec& table, BlockSpec& block) {
        block.first_figure = static_cast<FigureIndex>(format_.figures.size());
        for (std::size_t r = 0; r < block.rows.size(); ++r) {
            const std::string label = row_label(block, block.rows[r]);
            for (std::size_t c = 0; c < block.columns.size(); ++c) {
                const ColumnSpec& column = block.columns[c];
                FigureSpec figure;
                figure.id = table.id + '.' + block.rows[r].id + '.' + column.id;
                figure.table = use_.table;
                figure.block = use_.block;
                figure.row = static_cast<std::uint16_t>(r);
                figure.column = static_cast<std::uint16_t>(c);
                figure.kind = column.kind;
                figure.unit = column.unit;
                figure.label = label + " · " + column.label.text;
                figure.label_split = label.size();
                format_.figure_index.emplace(figure.id, static_cast<FigureIndex>(format_.figures.size()));
                format_.figures.push_back(std::move(figure));
            }
        }
    }

    void add_labels(const BlockSpec& block) {
        if (!block.caption.text.empty()) add(LabelRole::caption, 0, block.caption);
        for (const Label& corner : block.corner) add(LabelRole::corner, 0, corner);
        for (std::size_t c = 0; c < block.columns.size(); ++c) add_column(block, c);
        for (std::size_t g = 0; g < block.groups.size(); ++g) add(LabelRole::group, g, block.groups[g].label);
        for (std::size_t r = 0; r < block.rows.size(); ++r) add_row(block, r);
    }

    void add_column(const BlockSpec& block, std::size_t c) {
        const ColumnSpec& column = block.columns[c];
        add(LabelRole::column, c, column.label);
        const std::string_view bare = without_unit(column.label.folded);
        if (bare != column.label.folded) add(LabelRole::column, c, bare, LabelMatch::accepted);
        for (std::size_t depth = 0; depth < column.groups.size(); ++depth) {
            const bool goes_on = c > 0 && depth < block.columns[c - 1].groups.size() &&
                                 block.columns[c - 1].groups[depth].folded == column.groups[depth].folded;
            if (!goes_on) add(LabelRole::column_group, depth << 12U | c, column.groups[depth]);
        }
    }

    // A row may stand under its leaf label, or with the labels of its groups in the same cell.
    void add_row(const BlockSpec& block, std::size_t r) {
        const RowSpec& row = block.rows[r];
        add(LabelRole::row, r, row.label);
        std::string joined = row.label.folded;
        for (const RowGroup* group : groups_of(block, row)) {
            joined.insert(0, group->label.folded);
            use_.with_group = true;
            add(LabelRole::row, r, joined, LabelMatch::exact);
            use_.with_group = false;
        }
    }

    void add(LabelRole role, std::size_t index, const Label& label) {
        add(role, index, label.folded, LabelMatch::exact);
        for (const std::string& accepted : label.accepted_folded) add(role, index, accepted, LabelMatch::accepted);
        add(role, index, without_number(label.folded), LabelMatch::loose);
    }

    void add(LabelRole role, std::size_t index, std::string_view folded, LabelMatch match) {
        use_.role = role;
        use_.match = match;
        use_.index = static_cast<std::uint16_t>(index);
        format_.labels.add(folded, use_);
    }

    Format& format_;
    LabelUse use_;
};

}  // namespace

FigureIndex Format::find_figure(std::string_view id) const {
    const auto found = figure_index.find(std::string{id});
    return found == figure_index.end() ? no_figure : found->second;
}

Label make_label(std::string text, std::vector<std::string> accepted) {
    Label label;
    label.folded = text::fold_label(text);
    label.text = std::move(text);
    for (const std::string& other : accepted) label.accepted_folded.push_back(text::fold_label(other));
    label.accepted = std::move(accepted);
    return label;
}

std::string row_label(const BlockSpec& block, const RowSpec& row) {
    std::string out = row.label.text;
    for (const RowGroup* group : groups_of(block, row)) {
        if (!group->id.empty()) out.insert(0, group->label.text + ' ');
    }
    return out;
}

std::string_view without_unit(std::string_view folded) {
    if (!folded.ends_with(')')) return folded;
    const std::size_t open = folded.rfind('(');
    return open == std::string_view::npos || open == 0 ? folded : folded.substr(0, open);
}

void number_figures(Format& format) { Numberer{format}.number(); }

}  // namespace gouji::model
