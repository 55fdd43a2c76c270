// SPDX-License-Identifier: Apache-2.0
// Coverage: coverage.toml of a pack, which says clause by clause what the law asks, which rules check it and what only a person
// can judge. For the reference; no check depends on it. Owns its strings.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "grammar/text/problem.hpp"

namespace gouji::config {

struct Clause {
    std::string source;          // 条例第四十九条
    text::Bilingual says;
    std::vector<std::string> rules;
    std::string person;          // what is left to a person; may be empty
};

// Empty where the pack has no such file. A rule that is not in `known`, or that no clause names, is a problem.
[[nodiscard]] std::vector<Clause> read_coverage(const std::filesystem::path& pack_root, const std::vector<std::string>& known, text::Problems& problems);

}  // namespace gouji::config
