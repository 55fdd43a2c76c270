// SPDX-License-Identifier: Apache-2.0
// What the sections tell, against those of the format, and title, period and years. A table of contents is left out.
#include <algorithm>

#include "engine/model/outline.hpp"
#include "engine/script/fact_bits.hpp"
#include "grammar/text/character.hpp"

namespace gouji::script {

namespace {

using model::Document;
using model::Section;

// 2019 for "2019…"; 0 where the text does not begin with a year of this century.
int year_at(std::string_view text) {
    if (!text.starts_with("20") || text.size() < 4 || !text::is_digit(text[2]) || !text::is_digit(text[3])) return 0;
    return 2000 + (text[2] - '0') * 10 + (text[3] - '0');
}

bool begins_with_other_year(std::string_view text, int year) {
    const int found = year_at(text);
    return found != 0 && found != year;
}

bool names_other_year(std::string_view text, int year) {
    for (std::size_t at = text.find("20"); at != std::string_view::npos; at = text.find("20", at + 1)) {
        if (begins_with_other_year(text.substr(at), year)) return true;
    }
    return false;
}

bool names_year(std::string_view text) { return names_other_year(text, 0); }

// A section of the format: numbered, worded and placed as there?
FactMask facts_of_known(const Section& section) {
    const bool official = section.number.style == grammar::Numbering::chinese && section.number.value == section.spec->number;
    return bit_if(!official, Fact::sections_misnumbered) | bit_if(section.match == model::TitleMatch::deviating, Fact::sections_deviating);
}

FactMask facts_of_outline(ReportFacts& facts) {
    const Document& document = facts.document();
    FactMask out = 0;
    std::vector<const model::SectionSpec*>& seen = facts.scratch_specs();
    seen.clear();
    for (const std::uint32_t index : facts.outline()) {
        const Section& section = document.sections[index];
        if (section.spec == nullptr) {
            out |= bit_if(section.number.style == grammar::Numbering::chinese && section.number.value > 0, Fact::sections_unexpected);
            continue;
        }
        out |= facts_of_known(section) | bit_if(model::is_bare(document, section), Fact::sections_empty);
        const bool again = std::any_of(seen.begin(), seen.end(), [&](const auto* spec) { return spec->id == section.spec->id; });
        if (again) out |= bit_of(Fact::sections_repeated);
        else {
            out |= bit_if(!seen.empty() && section.spec->number < seen.back()->number, Fact::sections_disordered);
            seen.push_back(section.spec);
        }
    }
    const model::Format* format = document.format != nullptr ? document.format : document.required_format;
    bool missing = seen.empty();
    for (std::size_t i = 0; format != nullptr && i < format->sections.size(); ++i) {
        missing |= std::none_of(seen.begin(), seen.end(), [&](const auto* spec) { return spec->id == format->sections[i].id; });
    }
    return out | bit_if(missing, Fact::sections_missing);
}

FactMask facts_of_period(const Document& document) {
    if (!document.period) return bit_of(Fact::period_absent);
    const auto is = [](const grammar::Date& date, int month, int day) { return date.month == month && (date.day == day || date.day == 0); };
    const auto& [from, to, span] = *document.period;
    const bool whole = is(from, 1, 1) && is(to, 12, 31) && from.year == to.year;
    const bool other = document.year && from.year != 0 && from.year != *document.year;
    return bit_if(!whole, Fact::period_partial) | bit_if(other, Fact::years_period);
}

FactMask facts_of_title(const Document& document) {
    const bool complete = !document.agency.empty() && document.title_has_official_name && names_year(document.title);
    return bit_if(!complete, Fact::title_incomplete) | bit_if(document.year && document.required_format == nullptr, Fact::year_unregulated) |
           bit_if(document.published.has_value(), Fact::published_stated);
}

// The lead with the rest of a paragraph in which it ends: a heading may stand inside one.
std::string_view lead_text(ReportFacts& facts) {
    const std::string_view prose = facts.tree().prose.chars();
    const std::size_t end = prose.find('\n', facts.prose_of_section(facts.lead()).end);
    return prose.substr(0, end);
}

// Where another year than the report's stands: in the lead, at the beginning of a paragraph or section.
FactMask facts_of_years(ReportFacts& facts) {
    const Document& document = facts.document();
    if (!document.year) return 0;
    const std::string_view prose = facts.tree().prose.chars();
    const auto begins = [&](text::FoldedSpan span) { return span.begin < prose.size() && begins_with_other_year(prose.substr(span.begin), *document.year); };
    const auto& paragraphs = facts.tree().paragraphs;
    const bool opens = std::any_of(paragraphs.begin(), paragraphs.end(), [&](const grammar::Paragraph& paragraph) { return begins(paragraph.prose); }) ||
                       std::any_of(document.sections.begin(), document.sections.end(), [&](const Section& section) { return begins(section.prose); });
    return bit_if(opens, Fact::years_paragraph) | bit_if(names_other_year(lead_text(facts), *document.year), Fact::years_lead);
}

}  // namespace

FactMask section_facts(ReportFacts& facts) {
    return facts_of_outline(facts) | facts_of_period(facts.document()) | facts_of_title(facts.document()) | facts_of_years(facts);
}

}  // namespace gouji::script
