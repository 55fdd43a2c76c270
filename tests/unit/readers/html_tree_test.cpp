// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <gumbo.h>

#include <array>
#include <random>
#include <string>

#include "engine/readers/html/element.hpp"
#include "engine/readers/html/skeleton.hpp"

using namespace gouji::readers;

namespace {

std::string drawn(const GumboNode* node) {
    if (node->type == GUMBO_NODE_TEXT) return "text";
    if (node->type != GUMBO_NODE_ELEMENT || node->v.element.tag == GUMBO_TAG_HEAD) return {};
    std::string out = std::string{"<"} + gumbo_normalized_tagname(node->v.element.tag);
    for (unsigned i = 0; i < node->v.element.attributes.length; ++i) {
        const auto* attribute = static_cast<const GumboAttribute*>(node->v.element.attributes.data[i]);
        out += std::string{" "} + attribute->name + "=" + attribute->value;
    }
    out += ">";
    for (const GumboNode* child : html::children(node)) out += drawn(child);
    return out + "</>";
}

// Empty paragraphs show nothing, and a stray end tag at the edge of a page makes one or not.
std::string without_empty_paragraphs(std::string tree) {
    for (const std::string_view empty = "<p></>"; tree.find(empty) != std::string::npos;) tree.erase(tree.find(empty), empty.size());
    return tree;
}

std::string built_by_library(const std::string& page) {
    GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
    std::string out = drawn(output->root);
    gumbo_destroy_output(&kGumboDefaultOptions, output);
    return out;
}

// Empty where the page is not plain.
std::string built_at_once(const std::string& page) {
    MemoryPool pool;
    const auto skeleton = html::make_skeleton(page, {}, pool);
    REQUIRE(skeleton.has_value());
    return skeleton->root == nullptr ? std::string{} : drawn(skeleton->root);
}

}  // namespace

TEST_SUITE_BEGIN("html tree");

TEST_CASE("a page whose tags are in order needs no tree builder") {
    const std::string page = "<html><body><h1>甲</h1><p>乙<p>丙<ul><li>丁<li>戊</ul><table><tr><td rowspan=2>1<td>2</table><div>己</div></body></html>";
    CHECK(!built_at_once(page).empty());
    CHECK(built_at_once(page) == built_by_library(page));
    CHECK(built_at_once("<table><tr>甲<td>1</table>").empty());
}

TEST_CASE("the tree made at once is the one that the tree builder makes") {
    constexpr std::array names{"p", "p", "div", "div", "table", "tr", "tr", "td", "td", "th", "tbody", "thead", "caption", "ul", "ol", "li", "li", "dl", "dd",
                               "dt", "h1", "h2", "br", "hr", "section", "pre", "center", "article", "blockquote", "address", "fieldset", "figure", "body", "legend"};
    std::mt19937 random{17};
    const auto below = [&](std::size_t end) { return std::uniform_int_distribution<std::size_t>{0, end - 1}(random); };
    int plain = 0;
    for (int round = 0; round < 20'000; ++round) {
        std::string page;
        std::vector<std::string> open;
        for (std::size_t left = below(24) + 1; left > 0; --left) {
            const std::size_t kind = below(10);
            if (kind < 3) {
                page += "文";
            } else if (kind < 7) {
                open.emplace_back(names.at(below(names.size())));
                page += "<" + open.back() + (below(8) == 0 && !open.back().ends_with("r") ? " hidden>" : ">");
            } else {
                const std::string name = kind < 9 && !open.empty() ? open.back() : names.at(below(names.size()));
                if (kind < 9 && !open.empty()) open.pop_back();
                if (name != "br" && name != "hr") page += "</" + name + ">";
            }
        }
        const std::string tree = without_empty_paragraphs(built_at_once(page));
        if (tree.empty()) continue;
        ++plain;
        const std::string expected = without_empty_paragraphs(built_by_library(page));
        if (tree != expected) FAIL_CHECK(page << "\n" << tree << "\n" << expected);
    }
    CHECK(plain > 4'000);
}

TEST_SUITE_END();
