// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "engine/config/format_parts.hpp"

namespace gouji::config {
namespace {

using model::BlockSpec;
using model::ColumnSpec;
using model::FigureKind;

constexpr std::uint32_t no_group = 0xFFFF'FFFF;

// Rows and columns nest: an entry with `rows` (`columns`) is a group, one without is a row (column).
class BlockReader {
public:
    BlockReader(BlockSpec& block, TomlText& toml) : block_{block}, toml_{toml} {}

    void read(const TomlTable& at) {
        at.only({"caption", "caption_accepted", "corner", "flat", "rows", "columns"});
        block_.caption = model::make_label(at.text_or("caption", ""), at.texts("caption_accepted"));
        block_.flat = at.flag_or("flat", false);
        for (std::string& label : at.texts("corner")) block_.corner.push_back(model::make_label(std::move(label)));
        read_columns(at, {});
        read_rows(at, no_group, "");
        if (block_.rows.empty()) at.fail({"表没有行（rows）", "the block has no rows"});
        if (block_.columns.empty()) at.fail({"表没有列（columns）", "the block has no columns"});
    }

private:
    void read_columns(const TomlTable& at, const std::vector<model::Label>& groups) {
        for (const TomlTable& entry : at.tables("columns")) {
            entry.only({"id", "label", "accepted", "kind", "unit", "columns"});
            const model::Label label = model::make_label(entry.text("label"), entry.texts("accepted"));
            if (entry.has("columns")) {
                std::vector<model::Label> inner = groups;
                inner.push_back(label);
                read_columns(entry, inner);
                continue;
            }
            block_.columns.push_back({entry.text("id"), label, groups, read_kind(entry), entry.text_or("unit", "")});
        }
    }

    FigureKind read_kind(const TomlTable& entry) {
        if (!entry.has("kind")) return FigureKind::count;
        const TomlString kind = entry.string("kind");
        if (kind.text == "count") return FigureKind::count;
        if (kind.text == "change") return FigureKind::change;
        if (kind.text == "amount") return FigureKind::amount;
        toml_.unknown_name(kind, {"count", "change", "amount"}, {"数值类型", "kind of figure"});
        return FigureKind::count;
    }

    void read_rows(const TomlTable& at, std::uint32_t group, const std::string& prefix) {
        for (const TomlTable& entry : at.tables("rows")) {
            entry.only({"id", "aggregate", "label", "accepted", "rows"});
            model::Label label = model::make_label(entry.text("label"), entry.texts("accepted"));
            if (!entry.has("rows")) {
                block_.rows.push_back({prefix + entry.text("id"), std::move(label), group});
                continue;
            }
            const bool prefixes = entry.has("id");
            const std::string id = prefixes ? entry.text("id") : entry.text_or("aggregate", "");
            block_.groups.push_back({id, prefixes, std::move(label), group});
            read_rows(entry, static_cast<std::uint32_t>(block_.groups.size() - 1), prefixes ? prefix + id + '.' : prefix);
        }
    }

    BlockSpec& block_;
    TomlText& toml_;
};

}  // namespace

std::vector<BlockSpec> read_blocks(const TomlTable& table, TomlText& toml) {
    std::vector<BlockSpec> blocks;
    for (const TomlTable& at : table.tables("block")) {
        blocks.emplace_back();
        BlockReader{blocks.back(), toml}.read(at);
    }
    if (blocks.empty()) table.fail({"表没有内容（[[table.block]]）", "the table has no blocks ([[table.block]])"});
    return blocks;
}

}  // namespace gouji::config
