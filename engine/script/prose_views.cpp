// SPDX-License-Identifier: Apache-2.0
// What stands in the prose: hits, numbers, breakdowns, steps, marks, dates.
#include "engine/script/prose_views.hpp"

#include <fmt/format.h>

#include "engine/script/names.hpp"
#include "engine/script/prose_text.hpp"
#include "grammar/text/utf8.hpp"

namespace gouji::script {

namespace {

void push_section_at(RunState& run, lua_State* L, std::uint32_t prose_offset) {
    push_view(L, ViewKind::section, run.facts.section_at(prose_offset));
}

// Position in the sentence's text, from 1.
void push_start(RunState& run, lua_State* L, std::uint32_t sentence, std::uint32_t prose_offset) {
    lua_pushinteger(L, static_cast<lua_Integer>(prose_offset) - run.tree().sentences[sentence].prose.begin + 1);
}

void set_integer(lua_State* L, const char* name, int value) {
    lua_pushinteger(L, value);
    lua_setfield(L, -2, name);
}

// ── hits ──

enum HitField { hit_text, hit_phrase, hit_sentence, hit_paragraph, hit_section, hit_start, hit_stop };

constexpr ViewField hit_fields[] = {{"text", hit_text}, {"phrase", hit_phrase}, {"sentence", hit_sentence}, {"paragraph", hit_paragraph},
                                    {"section", hit_section}, {"start", hit_start}, {"stop", hit_stop}};

void read_hit(RunState& run, lua_State* L, std::uint32_t index, int field) {
    const model::PhraseHit& hit = run.document().hits[index];
    switch (field) {
        case hit_text: return push_text(L, run.tree().prose_of(hit.prose));
        case hit_phrase: return lua_pushinteger(L, hit.phrase + 1);
        case hit_sentence: return push_view(L, ViewKind::sentence, hit.sentence);
        case hit_paragraph: return push_view(L, ViewKind::paragraph, hit.paragraph);
        case hit_section: return push_section_at(run, L, hit.prose.begin);
        case hit_start: return push_start(run, L, hit.sentence, hit.prose.begin);
        case hit_stop: return push_start(run, L, hit.sentence, hit.prose.end - 1);
        default: return lua_pushnil(L);
    }
}

// ── numbers ──

enum NumberField { number_value, number_unit, number_qualifier, number_text, number_clause, number_start, number_sentence };

constexpr ViewField number_fields[] = {{"value", number_value}, {"unit", number_unit}, {"qualifier", number_qualifier}, {"text", number_text},
                                       {"clause", number_clause}, {"start", number_start}, {"sentence", number_sentence}};

void read_number(RunState& run, lua_State* L, std::uint32_t index, int field) {
    const grammar::Quantity& number = run.tree().quantities[index];
    switch (field) {
        case number_value: return push_decimal(L, in_own_unit(number, number.value));
        case number_unit: return push_text(L, run.tree().prose_of(number.unit));
        case number_qualifier: return push_name(L, name_of(number.qualifier));
        case number_text: return push_text(L, run.tree().prose_of(number.prose));
        case number_clause: return push_text(L, run.tree().prose_of(number.clause));
        case number_start: return push_start(run, L, number.sentence, number.prose.begin);
        case number_sentence: return push_view(L, ViewKind::sentence, number.sentence);
        default: return lua_pushnil(L);
    }
}

// ── breakdowns ──

enum BreakdownField { breakdown_whole, breakdown_parts, breakdown_among, breakdown_complete, breakdown_sum, breakdown_sentence };

constexpr ViewField breakdown_fields[] = {{"whole", breakdown_whole}, {"parts", breakdown_parts}, {"among", breakdown_among},
                                          {"complete", breakdown_complete}, {"sum", breakdown_sum}, {"sentence", breakdown_sentence}};

void read_breakdown(RunState& run, lua_State* L, std::uint32_t index, int field) {
    const grammar::Breakdown& breakdown = run.tree().breakdowns[index];
    const grammar::Quantity& whole = run.tree().quantities[breakdown.whole];
    switch (field) {
        case breakdown_whole: return push_view(L, ViewKind::number, breakdown.whole);
        case breakdown_parts: {
            lua_createtable(L, static_cast<int>(breakdown.parts.size()), 0);
            for (std::size_t i = 0; i < breakdown.parts.size(); ++i) {
                push_view(L, ViewKind::number, breakdown.parts[i]);
                lua_rawseti(L, -2, static_cast<lua_Integer>(i) + 1);
            }
            return;
        }
        case breakdown_among: return lua_pushboolean(L, breakdown.among ? 1 : 0);
        case breakdown_complete: return lua_pushboolean(L, breakdown.complete ? 1 : 0);
        case breakdown_sum: {
            text::Decimal sum;
            for (const std::uint32_t part : breakdown.parts) sum = sum + run.tree().quantities[part].value;
            return push_decimal(L, in_own_unit(whole, sum));
        }
        case breakdown_sentence: return push_view(L, ViewKind::sentence, whole.sentence);
        default: return lua_pushnil(L);
    }
}

// ── steps ──

enum StepField { step_number, step_numbering, step_text, step_paragraph, step_section, step_leads, step_certain };

constexpr ViewField step_fields[] = {{"number", step_number}, {"numbering", step_numbering}, {"text", step_text},
                                     {"paragraph", step_paragraph}, {"section", step_section}, {"leads_paragraph", step_leads},
                                     {"certain", step_certain}};

void read_step(RunState& run, lua_State* L, std::uint32_t index, int field) {
    const grammar::Step& step = run.tree().steps[index];
    switch (field) {
        case step_number: return lua_pushinteger(L, step.number.value);
        case step_numbering: return push_name(L, name_of(step.number.style));
        case step_text: return push_text(L, run.tree().prose_of(step.prose));
        case step_paragraph: return push_view(L, ViewKind::paragraph, step.paragraph);
        case step_section: return push_section_at(run, L, step.prose.begin);
        case step_certain: return lua_pushboolean(L, is_certain(step) ? 1 : 0);
        case step_leads: return lua_pushboolean(L, step.leads_paragraph ? 1 : 0);
        default: return lua_pushnil(L);
    }
}

// ── marks ──

enum MarkField { mark_kind_field, mark_text, mark_folded, mark_before, mark_after, mark_paragraph, mark_section };

constexpr ViewField mark_fields[] = {{"kind", mark_kind_field}, {"text", mark_text}, {"folded", mark_folded}, {"before", mark_before}, {"after", mark_after},
                                      {"paragraph", mark_paragraph}, {"section", mark_section}};

// One character, as written; empty at the end of the text.
std::string_view character_at(std::string_view text, std::size_t at) { return at < text.size() ? text.substr(at, text::utf8_sequence(text, at)) : std::string_view{}; }

std::string_view character_before(std::string_view text, std::size_t end) {
    std::size_t at = end;
    while (at > 0 && (static_cast<unsigned char>(text[--at]) & 0xC0U) == 0x80U) {}
    return text.substr(at, end - at);
}

void read_mark(RunState& run, lua_State* L, std::uint32_t index, int field) {
    const grammar::Mark& mark = run.tree().marks[index];
    switch (field) {
        case mark_kind_field: return push_name(L, name_of(mark.kind));
        case mark_text: return push_text(L, run.document().source->slice(mark.span));
        case mark_folded: return push_text(L, run.tree().folded.slice(run.tree().folded.to_folded(mark.span)));
        case mark_before: return push_text(L, character_before(run.document().source->utf8(), mark.span.begin));
        case mark_after: return push_text(L, character_at(run.document().source->utf8(), mark.span.end));
        case mark_paragraph: return mark.paragraph == grammar::none ? lua_pushnil(L) : push_view(L, ViewKind::paragraph, mark.paragraph);
        case mark_section: return push_view(L, ViewKind::section, run.facts.section_at_source(mark.span.begin));
        default: return lua_pushnil(L);
    }
}

// ── dates ──

enum DateField { date_year, date_month, date_day, date_text, date_sentence };

constexpr ViewField date_fields[] = {{"year", date_year}, {"month", date_month}, {"day", date_day}, {"text", date_text}, {"sentence", date_sentence}};

void read_date(RunState& run, lua_State* L, std::uint32_t index, int field) {
    const bool listed = index < run.tree().dates.size();  // else the date of publication
    const grammar::DateMention& mention = listed ? run.tree().dates[index] : *run.document().published;
    switch (field) {
        case date_year: return lua_pushinteger(L, mention.date.year);
        case date_month: return lua_pushinteger(L, mention.date.month);
        case date_day: return lua_pushinteger(L, mention.date.day);
        case date_text: return push_text(L, run.tree().prose_of(mention.prose));
        case date_sentence:
            return mention.sentence < run.tree().sentences.size() ? push_view(L, ViewKind::sentence, mention.sentence) : lua_pushnil(L);
        default: return lua_pushnil(L);
    }
}

enum RangeField { range_from, range_to, range_text, range_sentence };

constexpr ViewField range_fields[] = {{"from", range_from}, {"to", range_to}, {"text", range_text}, {"sentence", range_sentence}};

void push_date(lua_State* L, const grammar::Date& date) {
    lua_createtable(L, 0, 3);
    set_integer(L, "year", date.year);
    set_integer(L, "month", date.month);
    set_integer(L, "day", date.day);
}

// The statistical period has the index behind the last range.
void read_period(RunState& run, lua_State* L, int field) {
    const model::Period& period = *run.document().period;
    switch (field) {
        case range_from: return push_date(L, period.from);
        case range_to: return push_date(L, period.to);
        case range_text: return push_text(L, run.document().source->slice(period.span));
        default: break;
    }
    const std::uint32_t sentence = sentence_at(run.tree(), period.span);
    if (field == range_sentence && sentence != grammar::none) return push_view(L, ViewKind::sentence, sentence);
    lua_pushnil(L);
}

void read_date_range(RunState& run, lua_State* L, std::uint32_t index, int field) {
    if (index >= run.tree().date_ranges.size()) return read_period(run, L, field);
    const grammar::DateRange& range = run.tree().date_ranges[index];
    switch (field) {
        case range_from: return push_date(L, range.from);
        case range_to: return push_date(L, range.to);
        case range_text: return push_text(L, run.tree().prose_of(range.prose));
        case range_sentence: return push_view(L, ViewKind::sentence, range.sentence);
        default: return lua_pushnil(L);
    }
}

}  // namespace

model::PhraseIndex::SetId check_phrases(lua_State* L, int index) {
    const char* name = luaL_checkstring(L, index);
    RunState& run = RunState::of(L);
    if (const KnownPhrases* known = run.current_rule().find_phrases(name)) return known->set;
    run.sandbox->message() = {fmt::format("规则的 phrases 里没有“{}”", name), fmt::format("the rule's phrases have no “{}”", name)};
    run.sandbox->raise();
    return 0;
}

void push_hits(lua_State* L, int index, text::FoldedSpan prose) {
    const auto set = check_phrases(L, index);
    push_list(L, ViewKind::hit, RunState::of(L).facts.hits_in(set, prose));
}

void push_has_hits(lua_State* L, int index, text::FoldedSpan prose) {
    lua_pushboolean(L, RunState::of(L).facts.hits_in(check_phrases(L, index), prose).empty() ? 0 : 1);
}

const ViewClass hit_class{"Hit", hit_fields, &read_hit, {}};
const ViewClass number_class{"Number", number_fields, &read_number, {}};
const ViewClass breakdown_class{"Breakdown", breakdown_fields, &read_breakdown, {}};
const ViewClass step_class{"Step", step_fields, &read_step, {}};
const ViewClass mark_class{"Mark", mark_fields, &read_mark, {}};
const ViewClass date_class{"Date", date_fields, &read_date, {}};
const ViewClass date_range_class{"DateRange", range_fields, &read_date_range, {}};

}  // namespace gouji::script
