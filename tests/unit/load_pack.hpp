// SPDX-License-Identifier: Apache-2.0
// A whole pack at once, for tests that need no more of it: what the program opens and reads in two steps.
#pragma once

#include "engine/config/pack.hpp"

namespace gouji::tests {

inline text::Result<config::Pack> load_pack(const std::filesystem::path& root, text::Problems& problems) {
    auto pack = config::open_pack(root, problems);
    if (pack) config::read_knowledge(*pack, problems);
    return pack;
}

}  // namespace gouji::tests
