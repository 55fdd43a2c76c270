// SPDX-License-Identifier: Apache-2.0
#include "engine/model/document.hpp"

#include <algorithm>

namespace gouji::model {

const Section* Document::find_section(std::string_view id) const {
    const auto found = std::find_if(sections.begin(), sections.end(), [&](const Section& section) { return section.spec != nullptr && section.spec->id == id; });
    return found == sections.end() ? nullptr : &*found;
}

const Table* Document::find_table(std::string_view id) const {
    const auto found = std::find_if(tables.begin(), tables.end(), [&](const Table& table) { return table.spec != nullptr && table.spec->id == id; });
    return found == tables.end() ? nullptr : &*found;
}

}  // namespace gouji::model
