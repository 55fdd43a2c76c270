// SPDX-License-Identifier: Apache-2.0
// Where the project lives, as outputs name it. The only place that knows the address. A build for a place that has one sets
// GOUJI_PROJECT_URL; without it, the project has a name of its own (a URN), which claims no page that is not there.
#pragma once

#include <string>
#include <string_view>

namespace gouji::output {

#ifdef GOUJI_PROJECT_URL
inline constexpr std::string_view project_uri = GOUJI_PROJECT_URL;  // ends with '/'
inline constexpr std::string_view project_page = "";
#else
inline constexpr std::string_view project_uri = "urn:uuid:2b3a0f6b-0821-53fc-854e-d63ffb2b431b";
inline constexpr std::string_view project_page = "#";
#endif

[[nodiscard]] inline std::string page_uri(std::string_view page) { return std::string{project_uri}.append(project_page).append(page); }
[[nodiscard]] inline std::string rule_uri(std::string_view rule) { return page_uri("rules/").append(rule); }

}  // namespace gouji::output
