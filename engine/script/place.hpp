// SPDX-License-Identifier: Apache-2.0
// Where a view stands in the report: the span to show, its logical location, and a label for people. No Lua.
#pragma once

#include "engine/finding/finding.hpp"
#include "engine/script/quantity.hpp"
#include "engine/script/report_facts.hpp"
#include "engine/script/view.hpp"

namespace gouji::script {

[[nodiscard]] text::Span place_span(const model::Document& document, PlaceIndex place);

// Every view has a place: what is not in the report is shown where it should be.
[[nodiscard]] finding::Place place_of(ReportFacts& facts, View view);

// The span alone.
[[nodiscard]] text::Span span_of(ReportFacts& facts, View view);

[[nodiscard]] finding::Place place_of_figure(ReportFacts& facts, model::FigureIndex figure);
[[nodiscard]] text::LightText logical_section(const ReportFacts& facts, std::uint32_t section);  // "section:ID" or "document"

[[nodiscard]] Quantity quantity_of(const model::Document& document, View view);  // of a figure or sum of the document's format
[[nodiscard]] model::Decimal claim_number(const model::Document& document, const model::Claim& claim);  // in its own unit

}  // namespace gouji::script
