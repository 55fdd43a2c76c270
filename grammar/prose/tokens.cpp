// SPDX-License-Identifier: Apache-2.0
#include "grammar/prose/tokens.hpp"

#include <cassert>

#include "grammar/prose/prose_selection.hpp"

namespace gouji::grammar {

namespace pegtl = tao::pegtl;

std::vector<Token> read_tokens(std::string_view source, Tree& tree) {
    prose::TokenState state{source, tree};
    const std::string_view chars = tree.prose.chars();
    pegtl::memory_input<pegtl::tracking_mode::lazy, pegtl::eol::lf, const char*> in{chars.data(), chars.data() + chars.size(), ""};
    [[maybe_unused]] const bool matched = pegtl::parse<prose::tokens, prose::Select>(in, state);
    assert(matched && in.empty());  // the grammar takes any text
    return state.take_tokens();
}

}  // namespace gouji::grammar
