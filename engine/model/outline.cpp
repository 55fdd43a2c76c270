// SPDX-License-Identifier: Apache-2.0
#include "engine/model/outline.hpp"

#include <algorithm>

namespace gouji::model {

namespace {

constexpr std::uint32_t fewest_entries = 3;

bool comes_again(const Document& document, std::uint32_t section, std::uint32_t from) {
    const SectionSpec* spec = document.sections[section].spec;
    if (spec == nullptr) return false;
    return std::any_of(document.sections.begin() + from, document.sections.end(), [&](const Section& later) { return later.spec != nullptr && later.spec->id == spec->id; });
}

}  // namespace

bool is_bare(const Document& document, const Section& section) {
    return section.block_count == 0 && document.tree->prose_of(section.prose).find_first_not_of('\n') == std::string_view::npos;
}

void find_outline(const Document& document, std::vector<std::uint32_t>& outline) {
    const auto count = static_cast<std::uint32_t>(document.sections.size());
    outline.clear();
    std::uint32_t first = 0;  // of the bare headings at hand
    for (std::uint32_t i = 0; i <= count; ++i) {
        if (i < count && is_bare(document, document.sections[i])) continue;
        std::uint32_t repeated = 0;
        for (std::uint32_t k = first; k < i && i - first >= fewest_entries; ++k) repeated += comes_again(document, k, i) ? 1 : 0;
        for (std::uint32_t k = first; k < i && repeated < fewest_entries; ++k) outline.push_back(k);
        if (i < count) outline.push_back(i);
        first = i + 1;
    }
}

}  // namespace gouji::model
