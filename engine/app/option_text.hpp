// SPDX-License-Identifier: Apache-2.0
// How the value of an option is written for people: as TOML would have it.
#pragma once

#include <string>

#include "engine/finding/rule_info.hpp"

namespace gouji::app {

[[nodiscard]] std::string written(const finding::OptionValue& value);

}  // namespace gouji::app
