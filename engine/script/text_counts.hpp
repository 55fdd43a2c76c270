// SPDX-License-Identifier: Apache-2.0
// TextCounts: how often each of some texts came up, in the order in which they first did. Views of texts that outlive it; few.
#pragma once

#include <cstdint>
#include <lua.hpp>
#include <string_view>
#include <utility>
#include <vector>

namespace gouji::script {

class TextCounts {
public:
    using Count = std::pair<std::string_view, std::uint32_t>;

    void clear() { counts_.clear(); }
    void add(std::string_view text);
    [[nodiscard]] const std::vector<Count>& all() const { return counts_; }

    // Pushes the list of the texts.
    void push(lua_State* L) const;

private:
    std::vector<Count> counts_;
};

}  // namespace gouji::script
