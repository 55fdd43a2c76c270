// SPDX-License-Identifier: Apache-2.0
// LineHashes: the primaryLocationLineHash that code hosts use to follow a finding from one commit to the next: a rolling
// hash over the hundred characters from the start of a line on, white space apart, with a count of equal ones.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gouji::output {

class LineHashes {
public:
    explicit LineHashes(std::string_view utf8);

    // "39fa2ee980eb94b0:1". Lines count from 1.
    [[nodiscard]] std::string of_line(std::uint32_t line) const;

private:
    std::vector<std::uint64_t> hashes_;  // by line
};

}  // namespace gouji::output
