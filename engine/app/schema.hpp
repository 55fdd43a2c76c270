// SPDX-License-Identifier: Apache-2.0
// JSON schemas of gouji.toml and gouji.waivers.toml for editors, and the commented files of `gouji init`; made from
// engine/config/keys.hpp, so that they say what the reader does.
#pragma once

#include <string>

namespace gouji::app {

[[nodiscard]] std::string json_schema(bool waivers, bool english);

// Every key as a comment with its meaning and an example.
[[nodiscard]] std::string commented_configuration(bool english);
[[nodiscard]] std::string commented_waivers(bool english);

}  // namespace gouji::app
