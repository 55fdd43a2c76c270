// SPDX-License-Identifier: Apache-2.0
// Parts of reading a format that have files of their own. Internal to this folder.
#pragma once

#include "engine/config/toml_text.hpp"
#include "engine/model/format.hpp"

namespace gouji::config {

// The [[table.block]] entries of a table.
[[nodiscard]] std::vector<model::BlockSpec> read_blocks(const TomlTable& table, TomlText& toml);

// The [[table.identity]] entries of table number `index`. The format's figures must be numbered.
void read_identities(const TomlTable& table, std::size_t index, model::Format& format, TomlText& toml);

// Sums over the groups of rows that have an id. The identities must be read.
void make_aggregates(model::Format& format);

// The [[sum]] entries of a format. The identities must be read.
void read_sums(const TomlTable& root, model::Format& format, TomlText& toml);

}  // namespace gouji::config
