// SPDX-License-Identifier: Apache-2.0
// One [[agencies]] entry, wherever it stands. Internal to this folder.
#pragma once

#include "engine/config/configuration.hpp"
#include "engine/config/toml_text.hpp"

namespace gouji::config {

[[nodiscard]] AgencyNames read_agency_names(const TomlTable& entry);

}  // namespace gouji::config
