// SPDX-License-Identifier: Apache-2.0
// Sections, paragraphs and sentences.
#include "engine/script/names.hpp"
#include "engine/script/prose_text.hpp"
#include "engine/script/prose_views.hpp"
#include "engine/script/run_state.hpp"

namespace gouji::script {

namespace {

// ── sections ──

enum SectionField { section_id, section_title, official_title, section_match, section_number, official_number, section_numbering,
                    section_inline, section_index, section_length, section_text, block_count, number_place };

constexpr ViewField section_fields[] = {
    {"id", section_id}, {"title", section_title}, {"official_title", official_title}, {"match", section_match},
    {"number", section_number}, {"official_number", official_number}, {"numbering", section_numbering}, {"inline", section_inline},
    {"index", section_index}, {"length", section_length}, {"text", section_text}, {"block_count", block_count}, {"number_place", number_place}};

// The text before the first section, as if it were one.
void read_lead(RunState& run, lua_State* L, std::uint32_t index, int field) {
    const std::string_view prose = trim_lines(run.tree().prose_of(run.facts.prose_of_section(index)));
    switch (field) {
        case section_id: return push_text(L, "lead");
        case section_title: return push_text(L, "");
        case official_title: return lua_pushnil(L);
        case section_match: return push_text(L, "exact");
        case section_numbering: return push_text(L, "absent");
        case section_inline: return lua_pushboolean(L, 0);
        case number_place: return lua_pushnil(L);
        case section_length: return lua_pushinteger(L, run.facts.length_of_section(index));
        case section_text: return push_text(L, prose);
        case block_count: {
            const auto [first, end] = run.facts.paragraphs_in(run.facts.prose_of_section(index));
            return lua_pushinteger(L, end - first);
        }
        default: return lua_pushinteger(L, 0);
    }
}

void read_section(RunState& run, lua_State* L, std::uint32_t index, int field) {
    if (index == run.facts.lead()) return read_lead(run, L, index, field);
    const model::Section& section = run.document().sections[index];
    const auto prose = [&] { return trim_lines(run.tree().prose_of(section.prose)); };
    switch (field) {
        case section_id: return section.spec != nullptr ? push_text(L, section.spec->id) : lua_pushnil(L);
        case section_title: return push_text(L, run.document().source->slice(section.title));
        case official_title: return section.spec != nullptr ? push_text(L, section.spec->title.text) : lua_pushnil(L);
        case section_match: return push_name(L, name_of(section.match));
        case section_number: return lua_pushinteger(L, section.number.value);
        case official_number: return lua_pushinteger(L, section.spec != nullptr ? section.spec->number : 0);
        case section_numbering: return push_name(L, name_of(section.number.style));
        case section_inline: return lua_pushboolean(L, section.inline_heading ? 1 : 0);
        case section_index: return lua_pushinteger(L, index + 1);
        case section_length: return lua_pushinteger(L, run.facts.length_of_section(index));
        case section_text: return push_text(L, prose());
        case block_count: return lua_pushinteger(L, section.block_count);
        case number_place: return push_view(L, ViewKind::place, first_number_place + index);
        default: return lua_pushnil(L);
    }
}

int section_paragraphs(lua_State* L) {
    const std::uint32_t section = check_view(L, 1, ViewKind::section);
    RunState& run = RunState::of(L);
    const auto [first, end] = run.facts.paragraphs_in(run.facts.prose_of_section(section));
    push_list(L, ViewKind::paragraph, end - first, first);
    return 1;
}

bool lies_in(text::FoldedSpan inner, text::FoldedSpan outer) { return outer.begin <= inner.begin && inner.begin < outer.end; }

int section_claims(lua_State* L) {
    const std::uint32_t section = check_view(L, 1, ViewKind::section);
    RunState& run = RunState::of(L);
    push_claims(L, 2, [&run, prose = run.facts.prose_of_section(section)](const model::Claim& claim) {
        return lies_in(run.tree().sentences[claim.sentence].prose, prose);
    });
    return 1;
}

int section_hits(lua_State* L) {
    const std::uint32_t section = check_view(L, 1, ViewKind::section);
    RunState& run = RunState::of(L);
    push_hits(L, 2, run.facts.prose_of_section(section));
    return 1;
}

int section_has(lua_State* L) {
    const std::uint32_t section = check_view(L, 1, ViewKind::section);
    push_has_hits(L, 2, RunState::of(L).facts.prose_of_section(section));
    return 1;
}

constexpr luaL_Reg section_methods[] = {
    {"paragraphs", &section_paragraphs}, {"claims", &section_claims}, {"hits", &section_hits}, {"has", &section_has}};

// ── paragraphs ──

enum ParagraphField { paragraph_text, paragraph_number, paragraph_numbering, paragraph_title, paragraph_section, paragraph_length };

constexpr ViewField paragraph_fields[] = {{"text", paragraph_text},   {"number", paragraph_number},   {"numbering", paragraph_numbering},
                                          {"title", paragraph_title}, {"section", paragraph_section}, {"length", paragraph_length}};

void read_paragraph(RunState& run, lua_State* L, std::uint32_t index, int field) {
    const grammar::Paragraph& paragraph = run.tree().paragraphs[index];
    switch (field) {
        case paragraph_text: return push_text(L, trim_lines(run.tree().prose_of(paragraph.prose)));
        case paragraph_number: return lua_pushinteger(L, paragraph.number.value);
        case paragraph_numbering: return push_name(L, name_of(paragraph.number.style));
        case paragraph_title: return push_text(L, trim_lines(run.tree().prose_of(paragraph.title)));
        case paragraph_section: return push_view(L, ViewKind::section, run.facts.section_at(paragraph.prose.begin));
        case paragraph_length: return lua_pushinteger(L, character_count(run.tree().prose_of(paragraph.prose)));
        default: return lua_pushnil(L);
    }
}

int paragraph_sentences(lua_State* L) {
    const grammar::Paragraph& paragraph = RunState::of(L).tree().paragraphs[check_view(L, 1, ViewKind::paragraph)];
    push_list(L, ViewKind::sentence, paragraph.sentence_count, paragraph.first_sentence);
    return 1;
}

constexpr luaL_Reg paragraph_methods[] = {{"sentences", &paragraph_sentences}};

// ── sentences ──

enum SentenceField { sentence_text, sentence_section, sentence_paragraph, sentence_next, sentence_previous, sentence_index };

constexpr ViewField sentence_fields[] = {{"text", sentence_text}, {"section", sentence_section}, {"paragraph", sentence_paragraph},
                                         {"next", sentence_next}, {"previous", sentence_previous}, {"index", sentence_index}};

void read_sentence(RunState& run, lua_State* L, std::uint32_t index, int field) {
    const grammar::Sentence& sentence = run.tree().sentences[index];
    const grammar::Paragraph& paragraph = run.tree().paragraphs[sentence.paragraph];
    switch (field) {
        case sentence_text: return push_text(L, trim_lines(run.tree().prose_of(sentence.prose)));
        case sentence_section: return push_view(L, ViewKind::section, run.facts.section_at(sentence.prose.begin));
        case sentence_paragraph: return push_view(L, ViewKind::paragraph, sentence.paragraph);
        case sentence_index: return lua_pushinteger(L, index + 1);
        case sentence_next:
            if (index + 1 < paragraph.first_sentence + paragraph.sentence_count) return push_view(L, ViewKind::sentence, index + 1);
            return lua_pushnil(L);
        case sentence_previous:
            if (index > paragraph.first_sentence) return push_view(L, ViewKind::sentence, index - 1);
            return lua_pushnil(L);
        default: return lua_pushnil(L);
    }
}

int sentence_claims(lua_State* L) {
    const std::uint32_t sentence = check_view(L, 1, ViewKind::sentence);
    push_claims(L, 2, [sentence](const model::Claim& claim) { return claim.sentence == sentence; });
    return 1;
}

int sentence_numbers(lua_State* L) {
    const grammar::Sentence& sentence = RunState::of(L).tree().sentences[check_view(L, 1, ViewKind::sentence)];
    push_list(L, ViewKind::number, sentence.quantity_count, sentence.first_quantity);
    return 1;
}

int sentence_hits(lua_State* L) {
    const std::uint32_t sentence = check_view(L, 1, ViewKind::sentence);
    push_hits(L, 2, RunState::of(L).tree().sentences[sentence].prose);
    return 1;
}

int sentence_has(lua_State* L) {
    const std::uint32_t sentence = check_view(L, 1, ViewKind::sentence);
    push_has_hits(L, 2, RunState::of(L).tree().sentences[sentence].prose);
    return 1;
}

constexpr luaL_Reg sentence_methods[] = {{"claims", &sentence_claims}, {"numbers", &sentence_numbers}, {"hits", &sentence_hits}, {"has", &sentence_has}};

}  // namespace

const ViewClass section_class{"Section", section_fields, &read_section, section_methods};
const ViewClass paragraph_class{"Paragraph", paragraph_fields, &read_paragraph, paragraph_methods};
const ViewClass sentence_class{"Sentence", sentence_fields, &read_sentence, sentence_methods};

}  // namespace gouji::script
