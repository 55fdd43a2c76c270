// SPDX-License-Identifier: Apache-2.0
// The document itself: lists of everything that is in it.
#include <algorithm>

#include "engine/script/document_fields.hpp"
#include "engine/script/environment.hpp"
#include "engine/script/figure_names.hpp"
#include "engine/script/freeze.hpp"
#include "engine/script/names.hpp"
#include "engine/script/place.hpp"
#include "engine/script/prose_views.hpp"

namespace gouji::script {

namespace {

RunState& check_document(lua_State* L) {
    static_cast<void>(check_view(L, 1, ViewKind::document));
    return RunState::of(L);
}

int document_sections(lua_State* L) {
    push_list(L, ViewKind::section, check_document(L).document().sections.size());
    return 1;
}

int document_outline(lua_State* L) {
    push_list(L, ViewKind::section, check_document(L).facts.outline());
    return 1;
}

int document_section(lua_State* L) {
    const model::Document& document = check_document(L).document();
    const std::string_view id = luaL_checkstring(L, 2);
    if (const model::Section* section = document.find_section(id)) {
        push_view(L, ViewKind::section, static_cast<std::uint32_t>(section - document.sections.data()));
    } else {
        lua_pushnil(L);
    }
    return 1;
}

void push_section_spec(lua_State* L, const model::SectionSpec& spec) {
    lua_createtable(L, 0, 4);
    push_text(L, spec.id);
    lua_setfield(L, -2, "id");
    lua_pushinteger(L, spec.number);
    lua_setfield(L, -2, "number");
    push_text(L, spec.title.text);
    lua_setfield(L, -2, "title");
    lua_createtable(L, static_cast<int>(spec.topics.size()), 0);
    for (std::size_t i = 0; i < spec.topics.size(); ++i) {
        push_text(L, spec.topics[i]);
        lua_rawseti(L, -2, static_cast<lua_Integer>(i) + 1);
    }
    lua_setfield(L, -2, "topics");
}

// The format's sections; those of the format that the year requires where no format was recognised.
int document_official_sections(lua_State* L) {
    const model::Document& document = check_document(L).document();
    const model::Format* format = document.format != nullptr ? document.format : document.required_format;
    lua_newtable(L);
    if (format == nullptr) return 1;
    for (std::size_t i = 0; i < format->sections.size(); ++i) {
        push_section_spec(L, format->sections[i]);
        lua_rawseti(L, -2, static_cast<lua_Integer>(i) + 1);
    }
    return 1;
}

int document_tables(lua_State* L) {
    push_list(L, ViewKind::table, check_document(L).document().tables.size());
    return 1;
}

// Of others the rules on versions and columns speak.
int document_readable_tables(lua_State* L) {
    const model::Document& document = check_document(L).document();
    push_list(L, ViewKind::table, document.tables.size(), [&](std::uint32_t i) {
        const model::Table& table = document.tables[i];
        return table.state == model::TableState::read && (table.own_format == nullptr || table.own_format->id == document.format->id);
    });
    return 1;
}

int document_table(lua_State* L) {
    const model::Document& document = check_document(L).document();
    const std::string_view id = luaL_checkstring(L, 2);
    if (const model::Table* table = document.find_table(id)) {
        push_view(L, ViewKind::table, static_cast<std::uint32_t>(table - document.tables.data()));
    } else {
        lua_pushnil(L);
    }
    return 1;
}

int document_figure(lua_State* L) {
    check_document(L);
    push_quantity(L, 2, false);
    return 1;
}

int document_quantity(lua_State* L) {
    check_document(L);
    push_quantity(L, 2, true);
    return 1;
}

// The figures of these ids, or nil unless each holds a value.
int document_values(lua_State* L) {
    const model::Document& document = check_document(L).document();
    luaL_checktype(L, 2, LUA_TTABLE);
    if (push_behind(L, 2)) lua_replace(L, 2);
    const auto count = static_cast<lua_Integer>(lua_rawlen(L, 2));
    std::vector<std::uint32_t>& figures = RunState::of(L).indices;
    figures.clear();
    for (lua_Integer i = 1; i <= count; ++i) {
        lua_rawgeti(L, 2, i);
        push_quantity(L, lua_gettop(L), false);
        const View figure = to_view(L, -1);
        if (figure.kind != ViewKind::figure || document.figures[figure.index].state != model::FigureState::value) {
            lua_pushnil(L);
            return 1;
        }
        figures.push_back(figure.index);
        lua_pop(L, 2);
    }
    push_list(L, ViewKind::figure, figures);
    return 1;
}

bool has_kind(const model::Format& format, std::string_view kind) {
    return std::any_of(format.tables.begin(), format.tables.end(), [&](const model::TableSpec& table) {
        return std::any_of(table.identities.begin(), table.identities.end(), [&](const model::Identity& identity) { return identity.kind == kind; });
    });
}

bool is_known_kind(const RunState& run, std::string_view kind) {
    if (run.document().format != nullptr && has_kind(*run.document().format, kind)) return true;
    for (std::size_t i = 0; i < run.format_count(); ++i) {
        if (has_kind(run.format_at(i), kind)) return true;
    }
    return run.format_count() == 0;
}

int document_identities(lua_State* L) {
    RunState& run = check_document(L);
    const std::string_view kind = luaL_checkstring(L, 2);
    const auto& judgements = run.facts.judgements();
    if (judgements.empty() && !is_known_kind(run, kind)) return luaL_argerror(L, 2, "no format has identities of this kind");
    push_list(L, ViewKind::identity, judgements.size(), [&](std::uint32_t i) { return judgements[i].identity->kind == kind; });
    return 1;
}

int document_claims(lua_State* L) {
    check_document(L);
    push_claims(L, 2, [](const model::Claim&) { return true; });
    return 1;
}

int document_hits(lua_State* L) {
    check_document(L);
    push_hits(L, 2, all_prose);
    return 1;
}

int document_has(lua_State* L) {
    check_document(L);
    push_has_hits(L, 2, all_prose);
    return 1;
}

int document_contradictions(lua_State* L) {
    push_list(L, ViewKind::claim, check_document(L).facts.contradictions());
    return 1;
}

int document_breakdowns(lua_State* L) {
    push_list(L, ViewKind::breakdown, check_document(L).tree().breakdowns.size());
    return 1;
}

int document_numbers(lua_State* L) {
    const grammar::Tree& tree = check_document(L).tree();
    const bool all = lua_isnoneornil(L, 2);
    const std::string_view unit = all ? "" : luaL_checkstring(L, 2);
    push_list(L, ViewKind::number, tree.quantities.size(), [&](std::uint32_t i) { return all || tree.prose_of(tree.quantities[i].unit) == unit; });
    return 1;
}

int document_dates(lua_State* L) {
    push_list(L, ViewKind::date, check_document(L).tree().dates.size());
    return 1;
}

int document_date_ranges(lua_State* L) {
    push_list(L, ViewKind::date_range, check_document(L).tree().date_ranges.size());
    return 1;
}

int document_steps(lua_State* L) {
    push_list(L, ViewKind::step, check_document(L).facts.steps());
    return 1;
}

grammar::MarkKind check_mark_kind(lua_State* L, int index) {
    const auto kind = mark_kind(luaL_checkstring(L, index));
    if (!kind) luaL_argerror(L, index, "no such kind of mark");
    return *kind;
}

int document_marks(lua_State* L) {
    const ReportFacts& facts = check_document(L).facts;
    const auto& marks = facts.tree().marks;
    const auto kind = check_mark_kind(L, 2);
    push_list(L, ViewKind::mark, marks.size(), [&](std::uint32_t i) { return marks[i].kind == kind && !facts.parts_cells(marks[i]); });
    return 1;
}

// Lists of marks, one for each paragraph; those in no paragraph share one list.
int document_marks_by_paragraph(lua_State* L) {
    RunState& run = check_document(L);
    const grammar::Tree& tree = run.tree();
    const auto kind = check_mark_kind(L, 2);
    std::vector<std::uint32_t>& lists = run.indices;  // by paragraph, the last one for marks in none; 0: none yet
    lists.assign(tree.paragraphs.size() + 1, 0);
    charge(L, (tree.marks.size() + lists.size()) / 4);
    lua_newtable(L);
    lua_Integer count = 0;
    for (std::uint32_t i = 0; i < tree.marks.size(); ++i) {
        if (tree.marks[i].kind != kind || run.facts.parts_cells(tree.marks[i])) continue;
        std::uint32_t& list = lists[std::min<std::size_t>(tree.marks[i].paragraph, tree.paragraphs.size())];
        if (list == 0) {
            list = static_cast<std::uint32_t>(run.list_count) + 1;
            static_cast<void>(push_new_list(L, ViewKind::mark));
            lua_rawseti(L, -2, ++count);
        }
        run.lists[list - 1].items.push_back(i);
    }
    return 1;
}

// The different texts of the places in a list, in order.
int document_wordings(lua_State* L) {
    RunState& run = check_document(L);
    run.counts.clear();
    if (const ViewList* list = to_list(L, 2)) {
        charge(L, list->items.size());
        for (const std::uint32_t item : list->items) run.counts.add(run.document().source->slice(span_of(run.facts, {list->kind, item})));
        run.counts.push(L);
        return 1;
    }
    luaL_checktype(L, 2, LUA_TTABLE);
    const lua_Integer count = luaL_len(L, 2);
    for (lua_Integer i = 1; i <= count; ++i) {
        lua_geti(L, 2, i);
        const View place = to_view(L, -1);
        if (place.kind == ViewKind::none) return luaL_argerror(L, 2, "a list of places is expected");
        run.counts.add(run.document().source->slice(span_of(run.facts, place)));
        lua_pop(L, 1);
    }
    run.counts.push(L);
    return 1;
}

int document_paragraphs(lua_State* L) {
    push_list(L, ViewKind::paragraph, check_document(L).tree().paragraphs.size());
    return 1;
}

constexpr luaL_Reg document_methods[] = {
    {"sections", &document_sections}, {"section", &document_section}, {"official_sections", &document_official_sections},
    {"tables", &document_tables}, {"table", &document_table}, {"figure", &document_figure}, {"quantity", &document_quantity},
    {"identities", &document_identities}, {"claims", &document_claims}, {"hits", &document_hits}, {"breakdowns", &document_breakdowns},
    {"numbers", &document_numbers}, {"dates", &document_dates}, {"date_ranges", &document_date_ranges}, {"steps", &document_steps},
    {"marks", &document_marks}, {"marks_by_paragraph", &document_marks_by_paragraph}, {"paragraphs", &document_paragraphs},
    {"outline", &document_outline}, {"readable_tables", &document_readable_tables}, {"values", &document_values},
    {"has", &document_has}, {"contradictions", &document_contradictions},
    {"wordings", &document_wordings}};

}  // namespace

const ViewClass document_class{"Document", document_fields, &read_document, document_methods};

}  // namespace gouji::script
