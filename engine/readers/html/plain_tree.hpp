// SPDX-License-Identifier: Apache-2.0
// PlainTree: the tree of a page whose tags are in order, built while they are read, as the HTML standard builds it. Where the
// standard would move content elsewhere (text between the rows of a table, nested headers and the like) it fails, and the tree
// builder of the library has to take over. Nodes are the library's own, in a memory pool; nothing here looks at them again.
#pragma once

#include <gumbo.h>

#include <string_view>
#include <vector>

#include "engine/readers/html/tags.hpp"
#include "engine/readers/memory_pool.hpp"

namespace gouji::readers::html {

// An attribute of the skeleton; both texts outlive the tree or are copied.
struct PlainAttribute {
    const char* name = "";
    std::string_view value;
};
using PlainAttributes = std::vector<PlainAttribute>;

class PlainTree {
public:
    explicit PlainTree(MemoryPool& pool);

    void open(const Tag& tag, const PlainAttributes& attributes);
    void close(const Tag& tag);
    void text(std::size_t number);  // "12;", as in the markup of the skeleton

    [[nodiscard]] bool failed() const { return failed_; }
    [[nodiscard]] const GumboNode* root() const { return open_.front(); }

private:
    [[nodiscard]] GumboTag top() const { return open_.back()->v.element.tag; }
    [[nodiscard]] bool is_in_table() const;  // right below table, tbody or tr
    [[nodiscard]] std::size_t find(GumboTag tag, bool in_list) const;
    [[nodiscard]] GumboTag table_part() const;
    void pop_to(std::size_t size) { open_.resize(size); }
    void close_scoped(GumboTag tag, bool in_list = false);
    bool open_table_part(GumboTag tag);
    void open_item(GumboTag tag);
    void close_heading();
    void close_table_part(GumboTag tag);
    void push(GumboTag tag, const PlainAttributes& attributes, bool stays_open);
    void append(GumboVector& list, void* item);
    [[nodiscard]] GumboNode* make_node(GumboNodeType type);
    [[nodiscard]] const char* copy(std::string_view text);

    MemoryPool& pool_;
    std::vector<GumboNode*> open_;  // html, body, …
    bool failed_ = false;
};

}  // namespace gouji::readers::html
