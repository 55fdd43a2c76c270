// SPDX-License-Identifier: Apache-2.0
// Escaping for the formats that are written by hand: XML and HTML, CSV, URIs, GitHub's workflow commands.
#pragma once

#include <string>
#include <string_view>

namespace gouji::output {

// For element content and quoted attributes. What XML 1.0 does not allow becomes U+FFFD; line ends and tabs are kept as
// character references in attributes.
[[nodiscard]] std::string xml_escaped(std::string_view text);
[[nodiscard]] std::string xml_attribute(std::string_view text);

// One field, quoted where needed. A text that a spreadsheet would take for a formula is led by an apostrophe.
[[nodiscard]] std::string csv_field(std::string_view text);

// A relative URI reference of a path as shown to users: percent-encoded, never absolute, never above its base.
[[nodiscard]] std::string relative_uri(std::string_view path);

// `::error …::data`: data, and values of properties, where ':' and ',' have a meaning too.
[[nodiscard]] std::string workflow_data(std::string_view text);
[[nodiscard]] std::string workflow_property(std::string_view text);

}  // namespace gouji::output
