// SPDX-License-Identifier: Apache-2.0
// The document itself, the places in it that a rule can point at, and claims.
#include <algorithm>
#include <fmt/format.h>

#include "engine/script/figure_names.hpp"
#include "engine/script/names.hpp"
#include "engine/script/place.hpp"
#include "engine/script/prose_text.hpp"
#include "engine/script/prose_views.hpp"

namespace gouji::script {

namespace {

void push_optional_text(lua_State* L, std::string_view text) {
    if (text.empty()) lua_pushnil(L);
    else push_text(L, text);
}

// ── document ──

enum DocumentField { document_year, document_agency, document_title, document_official_name, document_format, format_notice, required_format,
                     required_notice, document_period, document_published, document_title_place, document_year_place, document_agency_place,
                     document_published_place, document_lead, body_length };

constexpr ViewField document_fields[] = {
    {"year", document_year}, {"agency", document_agency}, {"title", document_title}, {"title_has_official_name", document_official_name},
    {"format", document_format}, {"format_notice", format_notice}, {"required_format", required_format}, {"required_notice", required_notice},
    {"period", document_period}, {"published", document_published}, {"title_place", document_title_place}, {"year_place", document_year_place},
    {"agency_place", document_agency_place}, {"published_place", document_published_place}, {"lead", document_lead}, {"body_length", body_length}};

void read_document(RunState& run, lua_State* L, std::uint32_t /*index*/, int field) {
    const model::Document& document = run.document();
    switch (field) {
        case document_year: return document.year ? lua_pushinteger(L, *document.year) : lua_pushnil(L);
        case document_agency: return push_optional_text(L, document.agency);
        case document_title: return push_optional_text(L, document.title);
        case document_official_name: return lua_pushboolean(L, document.title_has_official_name ? 1 : 0);
        case document_format: return document.format != nullptr ? push_text(L, document.format->id) : lua_pushnil(L);
        case format_notice: return document.format != nullptr ? push_text(L, document.format->name) : lua_pushnil(L);
        case required_format: return document.required_format != nullptr ? push_text(L, document.required_format->id) : lua_pushnil(L);
        case required_notice: return document.required_format != nullptr ? push_text(L, document.required_format->name) : lua_pushnil(L);
        case document_period:
            if (!document.period) return lua_pushnil(L);
            return push_view(L, ViewKind::date_range, static_cast<std::uint32_t>(run.tree().date_ranges.size()));
        case document_published:
            if (!document.published) return lua_pushnil(L);
            return push_view(L, ViewKind::date, static_cast<std::uint32_t>(run.tree().dates.size()));
        case document_title_place: return push_view(L, ViewKind::place, title_place);
        case document_year_place: return push_view(L, ViewKind::place, year_place);
        case document_agency_place: return push_view(L, ViewKind::place, agency_place);
        case document_published_place: return push_view(L, ViewKind::place, published_place);
        case document_lead: return push_view(L, ViewKind::section, run.facts.lead());
        case body_length: return lua_pushinteger(L, character_count(run.tree().prose.chars()));
        default: return lua_pushnil(L);
    }
}

RunState& check_document(lua_State* L) {
    static_cast<void>(check_view(L, 1, ViewKind::document));
    return RunState::of(L);
}

int document_sections(lua_State* L) {
    push_list(L, ViewKind::section, check_document(L).document().sections.size());
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
    push_hits(L, 2, [](const model::PhraseHit&) { return true; });
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

// Without those of a table that has lost its cells but was read: its rows are numbered, too.
int document_steps(lua_State* L) {
    RunState& run = check_document(L);
    const auto in_table = [&](std::uint32_t step) {
        const std::uint32_t at = run.tree().source_of(run.tree().steps[step].prose).begin;
        const auto& tables = run.document().tables;
        return std::any_of(tables.begin(), tables.end(), [&](const model::Table& table) { return table.span.begin <= at && at < table.span.end; });
    };
    push_list(L, ViewKind::step, run.tree().steps.size(), [&](std::uint32_t step) { return !in_table(step); });
    return 1;
}

int document_marks(lua_State* L) {
    const grammar::Tree& tree = check_document(L).tree();
    const auto kind = mark_kind(luaL_checkstring(L, 2));
    if (!kind) return luaL_argerror(L, 2, "no such kind of mark");
    push_list(L, ViewKind::mark, tree.marks.size(), [&](std::uint32_t i) { return tree.marks[i].kind == *kind; });
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
    {"marks", &document_marks}, {"paragraphs", &document_paragraphs}};

// ── places ──

enum PlaceField { place_text };
constexpr ViewField place_fields[] = {{"text", place_text}};

void read_place(RunState& run, lua_State* L, std::uint32_t index, int /*field*/) {
    push_text(L, run.document().source->slice(place_span(run.document(), static_cast<PlaceIndex>(index))));
}

// ── claims ──

enum ClaimField { claim_quantity, claim_kind, claim_value, claim_unit, claim_approximate, claim_comparable, claim_scope, claim_text,
                  claim_sentence, claim_section };

constexpr ViewField claim_fields[] = {
    {"quantity", claim_quantity}, {"kind", claim_kind}, {"value", claim_value}, {"unit", claim_unit}, {"approximate", claim_approximate},
    {"comparable", claim_comparable}, {"scope", claim_scope}, {"text", claim_text}, {"sentence", claim_sentence}, {"section", claim_section}};

void read_claim(RunState& run, lua_State* L, std::uint32_t index, int field) {
    const model::Claim& claim = run.document().claims[index];
    switch (field) {
        case claim_quantity: return push_text(L, claim.quantity);
        case claim_kind: return push_text(L, name_of(claim.kind));
        case claim_value: return claim.kind == model::ClaimKind::exists ? lua_pushnil(L) : push_decimal(L, claim_number(run.document(), claim));
        case claim_unit: return push_text(L, claim.unit);
        case claim_approximate: return lua_pushboolean(L, claim.approximate ? 1 : 0);
        case claim_comparable: return lua_pushboolean(L, claim.comparable ? 1 : 0);
        case claim_scope: return push_text(L, claim.scope);
        case claim_text: return push_text(L, run.document().source->slice(claim.span));
        case claim_sentence: return push_view(L, ViewKind::sentence, claim.sentence);
        case claim_section: return push_view(L, ViewKind::section, run.facts.section_at(run.tree().sentences[claim.sentence].prose.begin));
        default: return lua_pushnil(L);
    }
}

bool claim_agrees_with(RunState& run, const model::Claim& claim, View view) {
    if (view.kind == ViewKind::sum) return agrees(run.document(), claim, run.facts.sum(view.index));
    return agrees(run.document(), claim, quantity_of(run.document(), view));
}

int claim_agrees(lua_State* L) {
    const std::uint32_t claim = check_view(L, 1, ViewKind::claim);
    RunState& run = RunState::of(L);
    const View view = to_view(L, 2);
    const bool is_foreign = view.kind == ViewKind::foreign_figure || view.kind == ViewKind::foreign_sum;
    const bool is_own = view.kind == ViewKind::figure || view.kind == ViewKind::sum;
    if (!is_foreign && !is_own) return luaL_argerror(L, 2, "a figure or a quantity is expected");
    lua_pushboolean(L, is_foreign || claim_agrees_with(run, run.document().claims[claim], view) ? 1 : 0);
    return 1;
}

constexpr luaL_Reg claim_methods[] = {{"agrees", &claim_agrees}};

}  // namespace

const ViewClass document_class{"Document", document_fields, &read_document, document_methods};
const ViewClass place_class{"Place", place_fields, &read_place, {}};
const ViewClass claim_class{"Claim", claim_fields, &read_claim, claim_methods};

}  // namespace gouji::script
