// SPDX-License-Identifier: Apache-2.0
// What rules across reports see: a series of one agency's reports, a group of reports, a report by its record, its figures.
#include <fmt/format.h>

#include "engine/script/across_index.hpp"
#include "engine/script/names.hpp"
#include "engine/script/run_state.hpp"
#include "grammar/text/nearest.hpp"

namespace gouji::script {

namespace {

using cross::Record;
using model::FigureSpec;
using model::FigureState;

void push_text_or_nil(lua_State* L, std::string_view text) { text.empty() ? lua_pushnil(L) : push_text(L, text); }

void push_year(lua_State* L, const Record& record) { record.year ? lua_pushinteger(L, *record.year) : lua_pushnil(L); }

// ── series ──

// The one report of a year; none where two of them may differ, since nobody knows which one counts.
constexpr std::uint32_t no_report = 0xFFFF'FFFF;

std::uint32_t settled_report(const RunState& run, std::int64_t year) {
    std::uint32_t found = no_report;
    for (std::uint32_t i = 0; i < run.records->size(); ++i) {
        if (run.record(i).year != year) continue;
        if (found == no_report) found = i;
        else if (run.record(i).sha256 != run.record(found).sha256 && cross::figures_differ(run.record(i), run.record(found))) return no_report;
    }
    return found;
}

void push_report(lua_State* L, std::uint32_t report) { report == no_report ? lua_pushnil(L) : push_view(L, ViewKind::report, report); }

void push_years(RunState& run, lua_State* L) {
    lua_newtable(L);
    lua_Integer position = 0;
    for (std::size_t i = 0; i < run.records->size(); ++i) {
        if (i > 0 && (*run.records)[i]->year == (*run.records)[i - 1]->year) continue;
        push_year(L, *(*run.records)[i]);
        lua_rawseti(L, -2, ++position);
    }
}

enum SeriesField { series_agency, series_level, series_region, series_years, series_undated };

constexpr ViewField series_fields[] = {{"agency", series_agency}, {"level", series_level}, {"region", series_region}, {"years", series_years},
                                       {"undated", series_undated}};

void read_series(RunState& run, lua_State* L, std::uint32_t /*index*/, int field) {
    const Record& last = run.record(static_cast<std::uint32_t>(run.records->size()) - 1);
    switch (field) {
        case series_agency: return push_text_or_nil(L, last.agency);
        case series_level: return push_text(L, last.name.level);
        case series_region: return push_text_or_nil(L, last.name.region);
        case series_years: return push_years(run, L);
        case series_undated: return lua_pushinteger(L, run.series->undated);
        default: return lua_pushnil(L);
    }
}

RunState& check_series(lua_State* L) {
    static_cast<void>(check_view(L, 1, ViewKind::series));
    return RunState::of(L);
}

int series_reports(lua_State* L) {
    push_list(L, ViewKind::report, check_series(L).records->size());
    return 1;
}

int series_report(lua_State* L) {
    const RunState& run = check_series(L);
    push_report(L, settled_report(run, luaL_checkinteger(L, 2)));
    return 1;
}

void push_pair(lua_State* L, std::uint32_t earlier, std::uint32_t later) {
    lua_createtable(L, 0, 2);
    push_report(L, earlier);
    lua_setfield(L, -2, "earlier");
    push_report(L, later);
    lua_setfield(L, -2, "later");
}

// Reports of years that follow each other.
int series_pairs(lua_State* L) {
    const RunState& run = check_series(L);
    lua_newtable(L);
    lua_Integer position = 0;
    for (std::uint32_t i = 1; i < run.records->size(); ++i) {
        const std::int64_t year = *run.record(i).year;
        if (run.record(i - 1).year == year) continue;
        const std::uint32_t earlier = settled_report(run, year - 1);
        const std::uint32_t later = settled_report(run, year);
        if (earlier == no_report || later == no_report) continue;
        push_pair(L, earlier, later);
        lua_rawseti(L, -2, ++position);
    }
    return 1;
}

constexpr luaL_Reg series_methods[] = {{"reports", &series_reports}, {"report", &series_report}, {"pairs", &series_pairs}};

// ── groups ──

enum GroupField { group_kind, group_year, group_superior, group_missing, group_complete, group_likeness };

constexpr ViewField group_fields[] = {{"kind", group_kind}, {"year", group_year}, {"superior", group_superior}, {"missing", group_missing},
                                      {"complete", group_complete}, {"likeness", group_likeness}};

bool is_hierarchy(const RunState& run) { return run.group->kind == cross::GroupKind::hierarchy; }

void push_missing(const RunState& run, lua_State* L) {
    lua_newtable(L);
    for (std::size_t i = 0; i < run.group->missing.size(); ++i) {
        push_text(L, run.group->missing[i]);
        lua_rawseti(L, -2, static_cast<lua_Integer>(i) + 1);
    }
}

void read_group(RunState& run, lua_State* L, std::uint32_t /*index*/, int field) {
    switch (field) {
        case group_kind: return push_text(L, is_hierarchy(run) ? "hierarchy" : "similar");
        case group_year: return push_year(L, run.record(0));
        case group_superior: return is_hierarchy(run) ? push_view(L, ViewKind::report, 0) : lua_pushnil(L);
        case group_missing: return push_missing(run, L);
        case group_complete: return lua_pushboolean(L, run.group->missing.empty() ? 1 : 0);
        case group_likeness: return is_hierarchy(run) ? lua_pushnil(L) : lua_pushnumber(L, run.record(0).prose.likeness(run.record(1).prose));
        default: return lua_pushnil(L);
    }
}

// The subordinates; the original and its copy.
int group_reports(lua_State* L) {
    static_cast<void>(check_view(L, 1, ViewKind::group));
    const RunState& run = RunState::of(L);
    const std::uint32_t first = is_hierarchy(run) ? 1 : 0;
    push_list(L, ViewKind::report, run.records->size() - first, first);
    return 1;
}

constexpr luaL_Reg group_methods[] = {{"reports", &group_reports}};

// ── reports ──

enum ReportField { report_path, report_agency, report_level, report_region, report_year, report_format, report_content, report_length };

constexpr ViewField report_fields[] = {{"path", report_path}, {"agency", report_agency}, {"level", report_level}, {"region", report_region},
                                       {"year", report_year}, {"format", report_format}, {"content", report_content}, {"length", report_length}};

void read_report(RunState& run, lua_State* L, std::uint32_t index, int field) {
    const Record& record = run.record(index);
    switch (field) {
        case report_path: return push_text(L, record.path());
        case report_agency: return push_text_or_nil(L, record.agency);
        case report_level: return push_text(L, record.name.level);
        case report_region: return push_text_or_nil(L, record.name.region);
        case report_year: return push_year(L, record);
        case report_format: return record.format != nullptr ? push_text(L, record.format->id) : lua_pushnil(L);
        case report_content: return push_text(L, record.sha256);
        case report_length: return lua_pushinteger(L, record.prose.characters());
        default: return lua_pushnil(L);
    }
}

int raise_unknown_figure(RunState& run, const char* name) {
    std::vector<std::string> known;
    for (std::size_t i = 0; i < run.format_count(); ++i) {
        for (const FigureSpec& figure : run.format_at(i).figures) known.push_back(figure.id);
    }
    const auto near = text::nearest(name, known);
    run.sandbox->message() = {fmt::format("没有叫“{}”的数值{}", name, near ? fmt::format("，是不是“{}”？", *near) : ""),
                              fmt::format("there is no figure “{}”{}", name, near ? fmt::format("; did you mean “{}”?", *near) : "")};
    return 0;
}

int report_figure(lua_State* L) {
    const std::uint32_t index = check_view(L, 1, ViewKind::report);
    RunState& run = RunState::of(L);
    const char* name = luaL_checkstring(L, 2);
    const model::Format* own = run.record(index).format;
    const model::FigureIndex figure = own == nullptr ? model::no_figure : own->find_figure(name);
    if (figure != model::no_figure) {
        push_view(L, ViewKind::report_figure, pack_report_figure(index, figure));
        return 1;
    }
    for (std::uint32_t i = 0; i < run.format_count(); ++i) {
        const model::FigureIndex other = run.format_at(i).find_figure(name);
        if (other == model::no_figure) continue;
        push_view(L, ViewKind::foreign_report_figure, pack_report_figure(i, other));
        return 1;
    }
    raise_unknown_figure(run, name);
    return run.sandbox->raise();
}

// All figures in the format's order; only those of one table where its id is given.
int report_figures(lua_State* L) {
    const std::uint32_t index = check_view(L, 1, ViewKind::report);
    const Record& record = RunState::of(L).record(index);
    const bool all = lua_isnoneornil(L, 2);
    const std::string_view table = all ? "" : luaL_checkstring(L, 2);
    lua_newtable(L);
    lua_Integer position = 0;
    for (std::uint32_t i = 0; i < record.figures.size(); ++i) {
        if (!all && record.format->tables[record.format->figures[i].table].id != table) continue;
        push_view(L, ViewKind::report_figure, pack_report_figure(index, i));
        lua_rawseti(L, -2, ++position);
    }
    return 1;
}

constexpr luaL_Reg report_methods[] = {{"figure", &report_figure}, {"figures", &report_figures}};

// ── figures ──

enum FigureField { figure_id, figure_label, figure_state, figure_value, figure_text, figure_table, figure_row, figure_column, figure_kind,
                   figure_unit, figure_official_unit };

constexpr ViewField figure_fields[] = {
    {"id", figure_id}, {"label", figure_label}, {"state", figure_state}, {"value", figure_value}, {"text", figure_text}, {"table", figure_table},
    {"row", figure_row}, {"column", figure_column}, {"kind", figure_kind}, {"unit", figure_unit}, {"official_unit", figure_official_unit}};

const model::BlockSpec& block_of(const model::Format& format, const FigureSpec& spec) { return format.tables[spec.table].blocks[spec.block]; }

void read_spec(lua_State* L, const model::Format& format, const FigureSpec& spec, int field) {
    switch (field) {
        case figure_id: return push_text(L, spec.id);
        case figure_label: return push_text(L, spec.label);
        case figure_state: return push_name(L, name_of(FigureState::absent));
        case figure_text: return push_text(L, "");
        case figure_table: return push_text(L, format.tables[spec.table].id);
        case figure_row: return push_text(L, block_of(format, spec).rows[spec.row].id);
        case figure_column: return push_text(L, block_of(format, spec).columns[spec.column].id);
        case figure_kind: return push_name(L, name_of(spec.kind));
        case figure_unit:
        case figure_official_unit: return push_text(L, spec.unit);
        default: return lua_pushnil(L);
    }
}

void read_figure(RunState& run, lua_State* L, std::uint32_t index, int field) {
    const ReportFigure where = split_report_figure(index);
    const Record& record = run.record(where.report);
    const cross::RecordFigure& figure = record.figures[where.figure];
    if (field == figure_state) return push_name(L, name_of(figure.state));
    if (field == figure_value && figure.state == FigureState::value) return push_decimal(L, figure.value);
    if (field == figure_text && figure.state != FigureState::absent) return push_text(L, record.source->slice(figure.span));
    if (field == figure_unit && !figure.unit.empty()) return push_text(L, figure.unit);
    read_spec(L, *record.format, record.format->figures[where.figure], field);
}

void read_foreign_figure(RunState& run, lua_State* L, std::uint32_t index, int field) {
    const ReportFigure where = split_report_figure(index);
    const model::Format& format = run.format_at(where.report);
    read_spec(L, format, format.figures[where.figure], field);
}

}  // namespace

const ViewClass series_class{"Series", series_fields, &read_series, series_methods};
const ViewClass group_class{"Group", group_fields, &read_group, group_methods};
const ViewClass report_class{"Report", report_fields, &read_report, report_methods};
const ViewClass report_figure_class{"Figure", figure_fields, &read_figure, {}};
const ViewClass foreign_report_figure_class{"Figure", figure_fields, &read_foreign_figure, {}};

}  // namespace gouji::script
