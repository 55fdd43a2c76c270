// SPDX-License-Identifier: Apache-2.0
#include "engine/readers/html/page.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/readers/html/element.hpp"
#include "engine/readers/html/inline_text.hpp"
#include "engine/readers/html/table.hpp"
#include "engine/readers/trim.hpp"

namespace gouji::readers::html {
namespace {

class Layout {
public:
    Layout(const Skeleton& skeleton, CellBudget& budget) : skeleton_{skeleton}, budget_{budget} {}

    Page lay_out(const GumboNode* root) {
        visit(root);
        return std::move(page_);
    }

private:
    // What surrounds a line; children see a copy, so leaving an element needs no undoing.
    struct Place {
        const GumboNode* element = nullptr;
        bool aside = false;
        bool heading = false;
        bool preformatted = false;
        bool in_article = false;
    };

    void visit(const GumboNode* node) {
        if (node->type == GUMBO_NODE_TEXT) return add_text(node->v.text.text);
        if (node->type != GUMBO_NODE_ELEMENT || budget_.exceeded || is_hidden(node)) return;
        const GumboTag tag = node->v.element.tag;
        if (tag == GUMBO_TAG_BR || tag == GUMBO_TAG_HR) return end_line();
        end_line();
        const Place outer = place_;
        place_ = inside(outer, node);
        if (tag == GUMBO_TAG_TABLE && is_data_table(node, skeleton_)) {
            add_table(node);
        } else {
            if (tag == GUMBO_TAG_LI) number_item(node);
            for (const GumboNode* child : children(node)) visit(child);
            if (tag == GUMBO_TAG_LI) item_number_.clear();
        }
        end_line();
        place_ = outer;
    }

    static Place inside(const Place& outer, const GumboNode* node) {
        Place place = outer;
        const GumboTag tag = node->v.element.tag;
        place.element = node;
        place.in_article |= tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_MAIN;
        place.heading |= tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6;
        place.preformatted |= tag == GUMBO_TAG_PRE;
        const bool page_edge = (tag == GUMBO_TAG_HEADER || tag == GUMBO_TAG_FOOTER) && !place.in_article;
        place.aside |= tag == GUMBO_TAG_NAV || tag == GUMBO_TAG_ASIDE || page_edge || has_attribute(node, "role");
        return place;
    }

    void add_text(const char* numbers) {
        page_.text += item_number_;
        item_number_.clear();
        for_each_piece(numbers, skeleton_, [&](const TextPiece& piece) {
            const std::size_t before = page_.text.size();
            if (place_.preformatted) {
                add_preformatted(piece.raw);
            } else {
                inline_.append(piece, line_, page_.text);
            }
            if (piece.linked) link_bytes_ += static_cast<std::uint32_t>(page_.text.size() - before);
        });
    }

    void add_preformatted(std::string_view raw) {
        while (!raw.empty()) {
            const std::size_t end = std::min(raw.find('\n'), raw.size());
            inline_.append_preformatted(raw.substr(0, end), page_.text);
            raw.remove_prefix(end);
            if (raw.empty()) return;
            raw.remove_prefix(1);
            end_line();
        }
    }

    // The number that a browser puts before an item of a numbered list belongs to the text.
    void number_item(const GumboNode* item) {
        const GumboNode* list = item->parent;
        if (list == nullptr || list->type != GUMBO_NODE_ELEMENT || list->v.element.tag != GUMBO_TAG_OL) return;
        if (has_attribute(list, "class") || has_attribute(item, "class")) return;
        if (list != list_) {
            list_ = list;
            list_number_ = number_of(list, "start", 1) - 1;
        }
        list_number_ = number_of(item, "value", list_number_ + 1);
        item_number_.assign(fmt::format_int{list_number_}.str()).append(". ");
    }

    void end_line() {
        if (!place_.preformatted) trim_line(line_, page_.text);
        if (page_.text.size() > line_) {
            PageLine line = line_here(line_, page_.text.size());
            line.link_bytes = std::min(link_bytes_, line.end - line.begin);
            page_.lines.push_back(line);
            page_.text += '\n';
        }
        line_ = page_.text.size();
        link_bytes_ = 0;
    }

    void add_table(const GumboNode* table) {
        for (const std::string& caption : captions(table, skeleton_, inline_)) {
            page_.text += caption;
            end_line();
        }
        TableBuilder builder{budget_};
        read_table(table, skeleton_, inline_, builder);
        if (builder.empty()) return;
        for (TablePart& part : builder.write_parts(page_.text)) {
            PageLine line = line_here(part.span.begin, part.span.end);
            if (part.grid) {
                line.grid = static_cast<std::uint32_t>(page_.grids.size());
                page_.grids.push_back(std::move(*part.grid));
            }
            page_.lines.push_back(line);
        }
        line_ = page_.text.size();
    }

    [[nodiscard]] PageLine line_here(std::size_t begin, std::size_t end) const {
        return {static_cast<std::uint32_t>(begin),
                static_cast<std::uint32_t>(end),
                0,
                place_.element,
                place_.aside,
                place_.heading,
                grammar::none};
    }

    const Skeleton& skeleton_;
    CellBudget& budget_;
    InlineText inline_;
    Page page_;
    Place place_;
    std::size_t line_ = 0;
    std::uint32_t link_bytes_ = 0;
    const GumboNode* list_ = nullptr;
    std::uint32_t list_number_ = 0;
    std::string item_number_;  // waits for the item's first text, which may stand in a block of its own
};

}  // namespace

Page lay_out(const GumboNode* root, const Skeleton& skeleton, CellBudget& budget) {
    return Layout{skeleton, budget}.lay_out(root);
}

}  // namespace gouji::readers::html
