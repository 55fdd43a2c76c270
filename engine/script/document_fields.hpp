// SPDX-License-Identifier: Apache-2.0
// The fields of the document's own view; its lists are in document_views.cpp.
#pragma once

#include "engine/script/view.hpp"

namespace gouji::script {

enum DocumentField { document_year, document_agency, document_title, document_official_name, document_format, format_notice, required_format,
                     required_notice, document_period, document_published, document_title_place, document_year_place, document_agency_place,
                     document_published_place, document_lead, body_length };

inline constexpr ViewField document_fields[] = {
    {"year", document_year}, {"agency", document_agency}, {"title", document_title}, {"title_has_official_name", document_official_name},
    {"format", document_format}, {"format_notice", format_notice}, {"required_format", required_format}, {"required_notice", required_notice},
    {"period", document_period}, {"published", document_published}, {"title_place", document_title_place}, {"year_place", document_year_place},
    {"agency_place", document_agency_place}, {"published_place", document_published_place}, {"lead", document_lead}, {"body_length", body_length}};

void read_document(RunState& run, lua_State* L, std::uint32_t index, int field);

}  // namespace gouji::script
