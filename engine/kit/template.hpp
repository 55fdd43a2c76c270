// SPDX-License-Identifier: Apache-2.0
// Templates: the files that `gouji new` writes. A fresh rule loads and its cases hold, so that an editor starts from something
// that works. Gives texts; writes nothing.
#pragma once

#include <string>
#include <vector>

#include "grammar/text/problem.hpp"

namespace gouji::kit {

struct NewFile {
    std::string path;  // relative to the pack's folder
    std::string text;
};

// A rule and its cases. `name` is kebab-case ("hotline-missing"), `id` as L001; a problem where one of them has another form.
[[nodiscard]] text::Result<std::vector<NewFile>> new_rule(const std::string& name, const std::string& id);

// A pack with one rule; `name` in lower case ("ningxia").
[[nodiscard]] text::Result<std::vector<NewFile>> new_pack(const std::string& name);

// The first id of the family that none of `taken` has: L001, L002 …
[[nodiscard]] std::string free_id(const std::vector<std::string>& taken, const std::string& family = "L");

}  // namespace gouji::kit
