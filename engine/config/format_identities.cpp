// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "engine/config/format_parts.hpp"

namespace gouji::config {
namespace {

using model::BlockSpec;
using model::FigureIndex;
using model::Format;
using model::Identity;

FigureIndex figure_of(const BlockSpec& block, std::size_t row, std::size_t column) {
    return static_cast<FigureIndex>(block.first_figure + row * block.columns.size() + column);
}

// One [[table.identity]]: sums over rows, once for each column - or over columns, once for each row.
class IdentityReader {
public:
    IdentityReader(const TomlTable& at, std::size_t table, Format& format, TomlText& toml)
        : at_{at}, format_{format}, table_{format.tables[table]}, toml_{toml} {}

    void read() {
        at_.only({"kind", "each", "left", "right", "parts", "total"});
        const TomlString each = at_.string("each");
        by_column_ = each.text == "column";
        if (!by_column_ && each.text != "row") toml_.unknown_name(each, {"column", "row"}, {"取值", "value"});
        const bool balance = at_.has("left") || at_.has("right");
        if (balance == (at_.has("parts") || at_.has("total"))) {
            at_.fail({"勾稽关系需要 left 与 right，或者 parts 与 total", "an identity has either left and right, or parts and total"});
            return;
        }
        left_ = at_.strings(balance ? "left" : "parts");
        right_ = at_.strings(balance ? "right" : "total");
        if (left_.empty() || right_.empty()) at_.fail({"勾稽关系有一边是空的", "a side of the identity is empty"});
        kind_ = at_.text("kind");
        has_total_ = !balance;
        for (const BlockSpec& block : table_.blocks) expand(block);
        tell_of_unknown_names();
    }

private:
    void expand(const BlockSpec& block) {
        const std::vector<std::size_t> left = resolve(block, left_), right = resolve(block, right_);
        if (left.empty() || right.empty()) return;
        const std::size_t times = by_column_ ? block.columns.size() : block.rows.size();
        for (std::size_t i = 0; i < times; ++i) {
            Identity identity;
            identity.kind = kind_;
            identity.right_is_total = has_total_;
            identity.left = figures(block, left, i);
            identity.right = figures(block, right, i);
            identity.label = by_column_ ? block.columns[i].label : model::make_label(model::row_label(block, block.rows[i]));
            const std::string& item = by_column_ ? block.columns[i].id : block.rows[i].id;
            identity.key = has_total_ ? format_.figures[identity.right.front()].id : table_.id + '.' + kind_ + '.' + item;
            table_.identities.push_back(std::move(identity));
        }
    }

    std::vector<FigureIndex> figures(const BlockSpec& block, const std::vector<std::size_t>& parts, std::size_t other) const {
        std::vector<FigureIndex> out;
        for (const std::size_t part : parts) out.push_back(by_column_ ? figure_of(block, part, other) : figure_of(block, other, part));
        return out;
    }

    // Rows (or columns) that the names stand for; a group's id stands for all its rows.
    std::vector<std::size_t> resolve(const BlockSpec& block, const std::vector<TomlString>& names) {
        std::vector<std::size_t> out;
        for (const TomlString& name : names) {
            const std::size_t before = out.size();
            for (std::size_t i = 0; by_column_ && i < block.rows.size(); ++i) {
                if (block.rows[i].id == name.text || is_in_group(block, block.rows[i], name.text)) out.push_back(i);
            }
            for (std::size_t i = 0; !by_column_ && i < block.columns.size(); ++i) {
                if (block.columns[i].id == name.text) out.push_back(i);
            }
            if (out.size() > before) known_.push_back(name.text);
        }
        return out;
    }

    static bool is_in_group(const BlockSpec& block, const model::RowSpec& row, const std::string& id) {
        for (std::uint32_t at = row.group; at < block.groups.size(); at = block.groups[at].parent) {
            if (block.groups[at].id == id) return true;
        }
        return false;
    }

    void tell_of_unknown_names() {
        std::vector<std::string> names;
        for (const BlockSpec& block : table_.blocks) {
            for (const auto& row : block.rows) names.push_back(by_column_ ? row.id : "");
            for (const auto& group : block.groups) names.push_back(by_column_ ? group.id : "");
            for (const auto& column : block.columns) names.push_back(by_column_ ? "" : column.id);
        }
        std::erase(names, "");
        for (const auto* side : {&left_, &right_}) {
            for (const TomlString& name : *side) {
                const bool known = std::find(known_.begin(), known_.end(), name.text) != known_.end();
                if (!known) toml_.unknown_name(name, names, by_column_ ? text::Bilingual{"行", "row"} : text::Bilingual{"列", "column"});
            }
        }
    }

    const TomlTable& at_;
    Format& format_;
    model::TableSpec& table_;
    TomlText& toml_;
    bool by_column_ = true;
    bool has_total_ = false;
    std::string kind_;
    std::vector<TomlString> left_, right_;
    std::vector<std::string> known_;
};

// The figures that a total is made of, by the identity of its row.
std::vector<FigureIndex> parts_of(const model::TableSpec& table, const BlockSpec& block, FigureIndex total) {
    const std::size_t columns = block.columns.size();
    const auto row_of = [&](FigureIndex figure) { return (figure - block.first_figure) / columns; };
    for (const Identity& identity : table.identities) {
        const bool is_its_sum = identity.right_is_total && identity.right.size() == 1 && identity.right.front() == total;
        if (is_its_sum && row_of(identity.left.front()) == row_of(total)) return identity.left;
    }
    return {};
}

}  // namespace

void read_identities(const TomlTable& table, std::size_t index, Format& format, TomlText& toml) {
    for (const TomlTable& at : table.tables("identity")) IdentityReader{at, index, format, toml}.read();
}

void make_aggregates(Format& format) {
    for (const model::TableSpec& table : format.tables) {
        for (const BlockSpec& block : table.blocks) {
            for (std::size_t g = 0; g < block.groups.size(); ++g) {
                const model::RowGroup& group = block.groups[g];
                for (std::size_t c = 0; !group.id.empty() && c < block.columns.size(); ++c) {
                    model::AggregateSpec sum;
                    sum.id = table.id + '.' + group.id + '.' + block.columns[c].id;
                    sum.label = group.label.text + " · " + block.columns[c].label.text;
                    for (std::size_t r = 0; r < block.rows.size(); ++r) {
                        if (block.rows[r].group != g) continue;
                        sum.totals.push_back(figure_of(block, r, c));
                        sum.parts.push_back(parts_of(table, block, sum.totals.back()));
                    }
                    format.aggregates.push_back(std::move(sum));
                }
            }
        }
    }
}

}  // namespace gouji::config
