// SPDX-License-Identifier: Apache-2.0
// Nesting: how deep the tree builder will stand in block elements, never less than it does, reckoned from the tags alone.
// It knows which elements end others (a cell the cell before it), as HTML leaves out many end tags.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace gouji::readers::html {

[[nodiscard]] bool is_table_part(std::string_view name);

// Whether the end of an element goes without saying when this tag comes next: a cell before the next cell or the end of its
// row. `opens` tells a start tag from an end tag.
[[nodiscard]] bool is_implied(std::string_view closed, std::string_view next, bool opens);

class Nesting {
public:
    // Names are those of tag_of(); they live as long as the program.
    void open(std::string_view name);
    void close(std::string_view name);
    [[nodiscard]] std::size_t depth() const { return open_.size(); }

private:
    void close_same(std::string_view name, std::string_view other, std::string_view within, std::string_view or_within);
    std::vector<std::string_view> open_;
};

}  // namespace gouji::readers::html
