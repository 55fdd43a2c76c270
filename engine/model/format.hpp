// SPDX-License-Identifier: Apache-2.0
// Format: one version of the official report format (格式), as a pack's TOML file describes it. Immutable after loading.
// Every figure of its tables has a dense index; identities refer to figures by index. It knows labels, no report.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/model/label_index.hpp"
#include "grammar/text/decimal.hpp"
#include "grammar/text/problem.hpp"

namespace gouji::model {

using FigureIndex = std::uint16_t;
inline constexpr FigureIndex no_figure = 0xFFFF;

// An official wording with the variants that are accepted without a finding. Folded forms (fold_label) are for matching.
struct Label {
    std::string text;
    std::string folded;
    std::vector<std::string> accepted;         // as written
    std::vector<std::string> accepted_folded;
};

// What a figure may hold.
enum class FigureKind : std::uint8_t { count /* 0, 1, 2 … */, change /* a signed whole number */, amount /* decimals allowed */ };

struct SectionSpec {
    std::string id;  // "overview"
    std::string key;  // "section:overview": what findings call it
    std::uint16_t number = 0;
    Label title;
    std::vector<std::string> topics;  // themes that the notice asks for, may be empty
};

struct ColumnSpec {
    std::string id;  // "natural_person"
    Label label;
    std::vector<Label> groups;  // outermost first
    FigureKind kind = FigureKind::count;
    std::string unit;  // "", "元", "万元"
};

// A group label that several rows share: （三）不予公开. Its id makes aggregates: "applications.denied.total".
struct RowGroup {
    std::string id;  // "denied"; empty for a group that only leads (三、本年度办理结果)
    bool prefixes = true;  // its id leads the ids of its rows; false: it only makes aggregates ("litigation")
    Label label;
    std::uint32_t parent = 0xFFFF'FFFF;  // index into BlockSpec::groups
};

struct RowSpec {
    std::string id;  // "denied.state_secret"
    Label label;     // the leaf label: 1.属于国家秘密
    std::uint32_t group = 0xFFFF'FFFF;  // innermost group
};

// A part of a table with columns of its own: 第二十条第（一）项 with its header and rows.
struct BlockSpec {
    Label caption;  // empty where the table is one block
    std::vector<Label> corner;  // labels of the header that belong to no column: 信息内容, 第一项加第二项…
    std::vector<ColumnSpec> columns;
    std::vector<RowGroup> groups;
    std::vector<RowSpec> rows;
    bool flat = false;  // all rows side by side in one line; a row is a column group (table of section 四)
    FigureIndex first_figure = 0;  // figure of (row r, column c) = first_figure + r * columns.size() + c
};

// left sum = right sum. One instance for each column (or row, or group) of the table.
struct Identity {
    std::string kind;  // "balance", "results_total", "applicants_total", "proceedings_total": rules ask for it
    std::string key;   // the figure a finding is about: "applications.balance.natural_person"
    Label label;       // for messages: 自然人
    std::vector<FigureIndex> left;   // summands
    std::vector<FigureIndex> right;  // the total, or the other side of a balance
    bool right_is_total = true;      // false for a balance
};

struct TableSpec {
    std::string id;       // "applications"
    std::string section;  // section id
    std::string section_key;  // SectionSpec::key of that section
    Label name;
    std::vector<BlockSpec> blocks;
    std::vector<Identity> identities;
};

struct FigureSpec {
    std::string id;  // "applications.denied.third_party.natural_person"
    std::uint16_t table = 0, block = 0, row = 0, column = 0;
    FigureKind kind = FigureKind::count;
    std::string unit;
    std::string label;  // for messages: （三）不予公开 4.保护第三方合法权益 · 自然人
    std::size_t label_split = 0;  // the row's part ends here
};

// Sum of several figures that prose may state: all rows of a group, in one column.
struct AggregateSpec {
    std::string id;  // "applications.denied.total"
    std::string label;
    std::vector<FigureIndex> totals;                // the rows' figures in that column
    std::vector<std::vector<FigureIndex>> parts;    // for each row, the figures its total is made of; empty for a plain column
};

struct Format {
    std::string id;      // "2021"
    std::string name;    // 国办公开办函〔2021〕30号
    std::int16_t year_from = 0;
    std::int16_t year_to = 0;  // 0: still in force
    Label report_name;   // 政府信息公开工作年度报告
    std::vector<SectionSpec> sections;
    std::vector<TableSpec> tables;
    std::vector<FigureSpec> figures;       // by FigureIndex
    std::vector<AggregateSpec> aggregates;
    std::unordered_map<std::string, FigureIndex> figure_index;
    LabelIndex labels;                     // every label of the tables, for binding

    [[nodiscard]] bool covers(std::int16_t year) const { return year >= year_from && (year_to == 0 || year <= year_to); }
    [[nodiscard]] FigureIndex find_figure(std::string_view id) const;  // no_figure where unknown
};

[[nodiscard]] Label make_label(std::string text, std::vector<std::string> accepted = {});

// The row's label with those of its groups that have an id: （三）不予公开 1.属于国家秘密. For messages.
[[nodiscard]] std::string row_label(const BlockSpec& block, const RowSpec& row);

// A folded column label without a unit that it ends with: 采购总金额(元) → 采购总金额.
[[nodiscard]] std::string_view without_unit(std::string_view folded);

// Fills what follows from the tables: figures, their index, the label index. Identities and aggregates come after it.
void number_figures(Format& format);

}  // namespace gouji::model
