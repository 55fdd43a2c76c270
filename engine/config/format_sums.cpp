// SPDX-License-Identifier: Apache-2.0
// The [[sum]] entries of a format: sums of figures that reports state though no row or group of rows has them.
#include "engine/config/format_parts.hpp"

namespace gouji::config {
namespace {

using model::FigureIndex;
using model::Format;

// What the total of a row is made of, by its identity.
std::vector<FigureIndex> parts_of(const Format& format, FigureIndex total) {
    const model::FigureSpec& figure = format.figures[total];
    for (const model::Identity& identity : format.tables[figure.table].identities) {
        if (!identity.right_is_total || identity.right != std::vector{total}) continue;
        const model::FigureSpec& part = format.figures[identity.left.front()];
        if (part.block == figure.block && part.row == figure.row) return identity.left;
    }
    return {};
}

}  // namespace

void read_sums(const TomlTable& root, Format& format, TomlText& toml) {
    std::vector<std::string> known;
    for (const TomlTable& at : root.tables("sum")) {
        at.only({"id", "label", "of"});
        model::AggregateSpec sum;
        sum.id = at.text("id");
        sum.label = at.text("label");
        for (const TomlString& id : at.strings("of")) {
            const FigureIndex figure = format.find_figure(id.text);
            if (figure == model::no_figure) {
                for (std::size_t i = known.size(); i < format.figures.size(); ++i) known.push_back(format.figures[i].id);
                toml.unknown_name(id, known, {"数值", "figure"});
                continue;
            }
            sum.totals.push_back(figure);
            sum.parts.push_back(parts_of(format, figure));
        }
        if (!at.has("of")) at.fail({"缺少“of”：由哪些数值相加", "'of' is missing: the figures to add up"});
        format.aggregates.push_back(std::move(sum));
    }
}

}  // namespace gouji::config
