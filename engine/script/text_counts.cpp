// SPDX-License-Identifier: Apache-2.0
#include "engine/script/text_counts.hpp"

#include <algorithm>

#include "engine/script/view.hpp"

namespace gouji::script {

void TextCounts::add(std::string_view text) {
    const auto known = std::find_if(counts_.begin(), counts_.end(), [&](const Count& count) { return count.first == text; });
    if (known == counts_.end())
        counts_.emplace_back(text, 1);
    else
        ++known->second;
}

void TextCounts::push(lua_State* L) const {
    lua_createtable(L, static_cast<int>(counts_.size()), 0);
    for (std::size_t i = 0; i < counts_.size(); ++i) {
        push_text(L, counts_[i].first);
        lua_rawseti(L, -2, static_cast<lua_Integer>(i) + 1);
    }
}

}  // namespace gouji::script
