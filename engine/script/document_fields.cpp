// SPDX-License-Identifier: Apache-2.0
#include "engine/script/document_fields.hpp"

#include "engine/script/prose_text.hpp"
#include "engine/script/run_state.hpp"

namespace gouji::script {

namespace {

void push_optional_text(lua_State* L, std::string_view text) {
    if (text.empty()) lua_pushnil(L);
    else push_text(L, text);
}

}  // namespace

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

}  // namespace gouji::script
