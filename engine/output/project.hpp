// SPDX-License-Identifier: Apache-2.0
// Where the project lives, as outputs name it. The only place that knows the address.
#pragma once

#include <string>
#include <string_view>

namespace gouji::output {

inline constexpr std::string_view project_uri = "https://gouji.example.org/";

[[nodiscard]] inline std::string rule_uri(std::string_view rule) { return std::string{project_uri} + "rules/" + std::string{rule}; }

}  // namespace gouji::output
