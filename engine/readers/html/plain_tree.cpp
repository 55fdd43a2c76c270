// SPDX-License-Identifier: Apache-2.0
#include "engine/readers/html/plain_tree.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

namespace gouji::readers::html {
namespace {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

bool is_heading(GumboTag tag) { return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6; }
bool is_cell(GumboTag tag) { return tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH; }
bool is_section(GumboTag tag) { return tag == GUMBO_TAG_TBODY || tag == GUMBO_TAG_THEAD || tag == GUMBO_TAG_TFOOT; }
bool is_table_part(GumboTag tag) { return is_cell(tag) || is_section(tag) || tag == GUMBO_TAG_TR || tag == GUMBO_TAG_CAPTION; }

// End tags do not reach out of these.
bool is_barrier(GumboTag tag) { return is_cell(tag) || tag == GUMBO_TAG_CAPTION || tag == GUMBO_TAG_TABLE || tag == GUMBO_TAG_HTML; }

// Elements that begin a paragraph of their own. A table does so only where the page says which HTML it is, which the skeleton does not.
bool ends_paragraph(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_TABLE:
        case GUMBO_TAG_BR: return false;
        default: return true;
    }
}

}  // namespace

PlainTree::PlainTree(MemoryPool& pool) : pool_{pool} {
    open_.reserve(64);
    GumboNode* html = make_node(GUMBO_NODE_ELEMENT);
    html->v.element.tag = GUMBO_TAG_HTML;
    open_.push_back(html);
    push(GUMBO_TAG_BODY, {}, true);
}

void PlainTree::open(const Tag& tag, const PlainAttributes& attributes) {
    const GumboTag id = tag.id;
    failed_ = failed_ || id == GUMBO_TAG_UNKNOWN || id == GUMBO_TAG_LEGEND;
    if (id == GUMBO_TAG_BODY) {
        failed_ = failed_ || !attributes.empty();
        return;
    }
    if (is_table_part(id)) {
        failed_ = failed_ || !open_table_part(id);
        if (!failed_) push(id, attributes, true);
        return;
    }
    failed_ = failed_ || is_in_table() || (id == GUMBO_TAG_TABLE && top() == GUMBO_TAG_CAPTION);
    if (failed_) return;
    if (id == GUMBO_TAG_LI || id == GUMBO_TAG_DD || id == GUMBO_TAG_DT) open_item(id);
    if (ends_paragraph(id)) close_scoped(GUMBO_TAG_P);
    if (is_heading(id) && is_heading(top())) open_.pop_back();
    push(id, attributes, id != GUMBO_TAG_BR && id != GUMBO_TAG_HR);
}

void PlainTree::close(const Tag& tag) {
    if (failed_ || tag.id == GUMBO_TAG_BODY) return;
    if (tag.id == GUMBO_TAG_TABLE || is_table_part(tag.id)) return close_table_part(tag.id);
    const bool no_paragraph = tag.id == GUMBO_TAG_P && find(GUMBO_TAG_P, false) == nowhere;
    failed_ = tag.id == GUMBO_TAG_LEGEND || (no_paragraph && is_in_table());
    if (failed_ || is_in_table()) return;
    if (no_paragraph) push(GUMBO_TAG_P, {}, false);
    else if (is_heading(tag.id)) close_heading();
    else close_scoped(tag.id, tag.id == GUMBO_TAG_LI);
}

void PlainTree::text(std::size_t number) {
    failed_ = failed_ || is_in_table();
    if (failed_) return;
    const fmt::format_int digits{number};
    GumboVector& list = open_.back()->v.element.children;
    const auto* last = list.length == 0 ? nullptr : static_cast<const GumboNode*>(list.data[list.length - 1]);
    const bool joins = last != nullptr && last->type == GUMBO_NODE_TEXT;
    const std::string_view before = joins ? std::string_view{last->v.text.text} : std::string_view{};
    auto* out = static_cast<char*>(pool_.take(before.size() + digits.size() + 2));
    std::memcpy(out, before.data(), before.size());
    std::memcpy(out + before.size(), digits.data(), digits.size());
    std::memcpy(out + before.size() + digits.size(), ";", 2);
    GumboNode* node = joins ? static_cast<GumboNode*>(list.data[list.length - 1]) : make_node(GUMBO_NODE_TEXT);
    node->v.text.text = out;
    if (!joins) append(list, node);
}

bool PlainTree::is_in_table() const { return top() == GUMBO_TAG_TABLE || top() == GUMBO_TAG_TR || is_section(top()); }

// Where the element is open that an end tag of this name ends.
std::size_t PlainTree::find(GumboTag tag, bool in_list) const {
    for (std::size_t i = open_.size(); i-- > 0;) {
        const GumboTag at = open_[i]->v.element.tag;
        if (at == tag) return i;
        if (is_barrier(at) || (in_list && (at == GUMBO_TAG_UL || at == GUMBO_TAG_OL))) return nowhere;
    }
    return nowhere;
}

void PlainTree::close_scoped(GumboTag tag, bool in_list) {
    const std::size_t at = find(tag, in_list);
    if (at != nowhere) pop_to(at);
}

void PlainTree::close_heading() {
    for (std::size_t i = open_.size(); i-- > 0 && !is_barrier(open_[i]->v.element.tag);) {
        if (is_heading(open_[i]->v.element.tag)) return pop_to(i);
    }
}

// A new item ends the one before it, out of paragraphs and plain divisions.
void PlainTree::open_item(GumboTag tag) {
    const auto is_like = [&](GumboTag at) {
        return tag == GUMBO_TAG_LI ? at == GUMBO_TAG_LI : at == GUMBO_TAG_DD || at == GUMBO_TAG_DT;
    };
    for (std::size_t i = open_.size(); i-- > 0;) {
        const GumboTag at = open_[i]->v.element.tag;
        if (is_like(at)) return pop_to(i);
        if (at != GUMBO_TAG_ADDRESS && at != GUMBO_TAG_DIV && at != GUMBO_TAG_P) return;
    }
}

// The innermost part of a table that is open; html where there is none.
GumboTag PlainTree::table_part() const {
    for (std::size_t i = open_.size(); i-- > 0;) {
        const GumboTag at = open_[i]->v.element.tag;
        if (is_table_part(at) || at == GUMBO_TAG_TABLE) return at;
    }
    return GUMBO_TAG_HTML;
}

// Ends what the part cannot stand in and opens what it has to stand in.
bool PlainTree::open_table_part(GumboTag tag) {
    const GumboTag around = table_part();
    if (around == GUMBO_TAG_HTML || around == GUMBO_TAG_CAPTION) return false;
    if (is_cell(around)) pop_to(find(around, false));
    if (is_cell(tag)) {
        if (top() == GUMBO_TAG_TABLE) push(GUMBO_TAG_TBODY, {}, true);
        if (is_section(top())) push(GUMBO_TAG_TR, {}, true);
        return top() == GUMBO_TAG_TR;
    }
    if (top() == GUMBO_TAG_TR) open_.pop_back();
    if (tag == GUMBO_TAG_TR) {
        if (top() == GUMBO_TAG_TABLE) push(GUMBO_TAG_TBODY, {}, true);
        return is_section(top());
    }
    if (is_section(top())) open_.pop_back();
    return top() == GUMBO_TAG_TABLE;
}

// Everything up to the nearest table is looked through.
void PlainTree::close_table_part(GumboTag tag) {
    const GumboTag around = table_part();
    if (around == GUMBO_TAG_CAPTION && tag != GUMBO_TAG_CAPTION) failed_ = true;
    for (std::size_t i = open_.size(); i-- > 0 && !failed_;) {
        const GumboTag at = open_[i]->v.element.tag;
        if (at == tag) return pop_to(i);
        if (at == GUMBO_TAG_TABLE || (is_cell(tag) && is_cell(at))) return;
    }
}

void PlainTree::push(GumboTag tag, const PlainAttributes& attributes, bool stays_open) {
    GumboNode* node = make_node(GUMBO_NODE_ELEMENT);
    node->v.element.tag = tag;
    for (const PlainAttribute& attribute : attributes) {
        auto* made = static_cast<GumboAttribute*>(pool_.take(sizeof(GumboAttribute)));
        std::memset(made, 0, sizeof *made);
        made->name = attribute.name;
        made->value = copy(attribute.value);
        append(node->v.element.attributes, made);
    }
    append(open_.back()->v.element.children, node);
    if (stays_open) open_.push_back(node);
}

void PlainTree::append(GumboVector& list, void* item) {
    if (list.length == list.capacity) {
        const unsigned capacity = std::max(4U, 2 * list.capacity);
        auto* data = static_cast<void**>(pool_.take(capacity * sizeof(void*)));
        if (list.length > 0) std::memcpy(data, list.data, list.length * sizeof(void*));
        list.data = data;
        list.capacity = capacity;
    }
    list.data[list.length++] = item;
}

GumboNode* PlainTree::make_node(GumboNodeType type) {
    auto* node = static_cast<GumboNode*>(pool_.take(sizeof(GumboNode)));
    std::memset(node, 0, sizeof *node);
    node->type = type;
    node->parent = open_.empty() ? nullptr : open_.back();
    return node;
}

const char* PlainTree::copy(std::string_view text) {
    auto* out = static_cast<char*>(pool_.take(text.size() + 1));
    if (!text.empty()) std::memcpy(out, text.data(), text.size());
    out[text.size()] = '\0';
    return out;
}

}  // namespace gouji::readers::html
