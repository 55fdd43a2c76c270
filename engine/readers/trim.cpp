// SPDX-License-Identifier: Apache-2.0
#include "engine/readers/trim.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace gouji::readers {
namespace {

// Spaces that stand at the begin or end of a line without meaning.
constexpr std::array<std::string_view, 7> edge_spaces{" ", "\t", "\n", "\u00A0", "\u3000", "\u2003", "\u2002"};

}  // namespace

void trim_line(std::size_t line, std::string& out) {
    const auto size_of_edge = [](std::string_view text, auto has) {
        const auto space = std::ranges::find_if(edge_spaces, [&](std::string_view edge) { return has(text, edge); });
        return space == edge_spaces.end() ? std::size_t{0} : space->size();
    };
    std::string_view kept = std::string_view{out}.substr(line);
    while (const auto size = size_of_edge(kept, [](auto text, auto edge) { return text.ends_with(edge); }))
        kept.remove_suffix(size);
    const std::size_t end = line + kept.size();
    while (const auto size = size_of_edge(kept, [](auto text, auto edge) { return text.starts_with(edge); }))
        kept.remove_prefix(size);
    const std::size_t begin = end - kept.size();
    out.resize(end);
    out.erase(line, begin - line);
}

}  // namespace gouji::readers
