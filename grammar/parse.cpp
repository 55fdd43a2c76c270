// SPDX-License-Identifier: Apache-2.0
#include "grammar/parse.hpp"

#include "grammar/blocks/blocks.hpp"
#include "grammar/marks/marks.hpp"
#include "grammar/prose/prose.hpp"

namespace gouji::grammar {

Tree parse(const text::SourceText& source, std::span<const GivenGrid> given, Titles titles) {
    Tree tree;
    tree.folded = text::fold(source.utf8());
    auto lines = split_lines(source.utf8(), tree.folded, given, titles);
    build_blocks(source.utf8(), lines, given, tree);
    build_prose(source.utf8(), tree);
    find_marks(source.utf8(), tree);
    return tree;
}

}  // namespace gouji::grammar
