// SPDX-License-Identifier: Apache-2.0
// How facts lie in their mask: one bit for each value of an enumeration, then one for each single fact. Internal to the files
// that work facts out. A fact may be told too often, never too seldom: a rule that needs it is not even called without it.
#pragma once

#include <array>
#include <string_view>

#include "engine/script/document_facts.hpp"
#include "engine/script/report_facts.hpp"

namespace gouji::script {

enum class Fact : std::uint8_t {
    figures_negative, figures_fraction, figures_amount, figures_other_unit,
    tables_other_format, tables_mixed,
    sections_missing, sections_disordered, sections_repeated, sections_unexpected, sections_misnumbered, sections_deviating, sections_empty,
    title_incomplete, year_unregulated, years_period, years_lead, years_paragraph,
    period_absent, period_partial, published_stated,
    claims_contradicted, claims_conflicting, breakdowns_unequal, steps_broken,
};
inline constexpr std::array<std::string_view, 25> single_facts{
    "figures.negative", "figures.fraction", "figures.amount", "figures.other_unit",
    "tables.other_format", "tables.mixed",
    "sections.missing", "sections.disordered", "sections.repeated", "sections.unexpected", "sections.misnumbered", "sections.deviating", "sections.empty",
    "title.incomplete", "year.unregulated", "years.period", "years.lead", "years.paragraph",
    "period.absent", "period.partial", "published.stated",
    "claims.contradicted", "claims.conflicting", "breakdowns.unequal", "steps.broken"};

// Groups of facts that are an enumeration's values: where each begins, and how many there are.
inline constexpr unsigned figures_at = 0, figure_count = 6;
inline constexpr unsigned tables_at = figures_at + figure_count, table_count = 3;
inline constexpr unsigned defects_at = tables_at + table_count, defect_count = 10;
inline constexpr unsigned marks_at = defects_at + defect_count, mark_count = 7;
inline constexpr unsigned verdicts_at = marks_at + mark_count, verdict_count = 3;
inline constexpr unsigned claims_at = verdicts_at + verdict_count, claim_count = 3;
inline constexpr unsigned singles_at = claims_at + claim_count;
static_assert(singles_at + single_facts.size() <= 64);

template <class Enum>
constexpr FactMask bit_of(unsigned at, Enum value) {
    return FactMask{1} << (at + static_cast<unsigned>(value));
}
constexpr FactMask bit_of(Fact fact) { return bit_of(singles_at, fact); }
constexpr FactMask bit_if(bool told, Fact fact) { return told ? bit_of(fact) : 0; }

[[nodiscard]] FactMask table_facts(ReportFacts& facts);    // figures, tables, defects, identities
[[nodiscard]] FactMask section_facts(ReportFacts& facts);  // sections, title, period and years
[[nodiscard]] FactMask prose_facts(ReportFacts& facts);    // marks, claims, breakdowns, steps

}  // namespace gouji::script
