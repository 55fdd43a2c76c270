// SPDX-License-Identifier: Apache-2.0
#include <gumbo.h>

#include <algorithm>
#include <memory>

#include "engine/readers/extract.hpp"
#include "engine/readers/html/inline_text.hpp"
#include "engine/readers/html/page.hpp"
#include "engine/readers/html/report_part.hpp"
#include "engine/readers/html/skeleton.hpp"
#include "engine/readers/html/tag_reader.hpp"
#include "engine/readers/memory_pool.hpp"
#include "grammar/text/decode.hpp"

namespace gouji::readers {
namespace {

// What the page says of its encoding: charset=… in one of its first tags.
std::string declared_charset(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, 4096);
    html::TagReader reader{head};
    for (html::Piece piece = reader.next(); piece.kind != html::Piece::Kind::end; piece = reader.next()) {
        if (piece.kind != html::Piece::Kind::open || !html::equals_ignoring_case(piece.name, "meta")) continue;
        std::string_view said;
        html::AttributeReader attributes{piece.attributes};
        for (html::Attribute at = attributes.next(); !at.name.empty(); at = attributes.next()) {
            if (html::equals_ignoring_case(at.name, "charset")) said = at.value;
            const std::size_t behind = at.value.find("charset=");
            if (html::equals_ignoring_case(at.name, "content") && behind != std::string_view::npos)
                said = at.value.substr(behind + 8);
        }
        said = said.substr(0, said.find_first_of("; \t\"'"));
        if (!said.empty()) return std::string{said};
    }
    return {};
}

std::string plain_title(std::string_view raw) {
    html::InlineText writer;
    std::string title;
    writer.append(raw.substr(0, 2000), 0, title);
    return title;
}

void copy_line(const html::Page& page, const html::PageLine& line, Extract& extract) {
    const auto begin = static_cast<std::uint32_t>(extract.text.size());
    extract.text.append(page.text, line.begin, line.end - line.begin).append("\n");
    if (line.grid == grammar::none) {
        const auto paragraphs = static_cast<std::uint32_t>(extract.landmarks.size() - extract.grids.size());
        extract.landmarks.push_back({begin, text::LandmarkKind::paragraph, paragraphs + 1});
        return;
    }
    grammar::GivenGrid grid = page.grids[line.grid];
    const auto move = [&](text::Span& span) { span = {span.begin - line.begin + begin, span.end - line.begin + begin}; };
    move(grid.span);
    for (auto& cell : grid.cells) move(cell.span);
    extract.grids.push_back(std::move(grid));
    extract.landmarks.push_back({begin, text::LandmarkKind::table, static_cast<std::uint32_t>(extract.grids.size())});
}

// A page that ends in the middle of a table's text was cut off: the table's last line stays open, for its last figure may be
// a part only.
void leave_open_where_cut(std::string_view source, Extract& extract) {
    const std::size_t last = source.find_last_not_of(" \t\r\n");
    const bool cut = last != std::string_view::npos && source[last] != '>';
    const bool in_table = !extract.grids.empty() && extract.grids.back().span.end + 1 == extract.text.size();
    if (cut && in_table && extract.text.ends_with('\n')) extract.text.pop_back();
}

text::Result<Extract> extract_page(std::string_view source, const Limits& limits) {
    auto skeleton = html::make_skeleton(source, limits);
    if (!skeleton) return tl::unexpected{std::move(skeleton.error())};
    MemoryPool pool;
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = [](void* memory, std::size_t size) { return static_cast<MemoryPool*>(memory)->take(size); };
    options.deallocator = [](void*, void*) {};
    options.userdata = &pool;
    options.max_errors = 0;
    // The pool owns the tree and goes with it; the library's own way of destroying it recurses.
    const GumboOutput* output = gumbo_parse_with_options(&options, skeleton->markup.data(), skeleton->markup.size());
    CellBudget budget{limits.cells};
    const html::Page page = html::lay_out(output->root, *skeleton, budget);
    if (budget.exceeded) return too_many_cells(limits);
    Extract extract;
    for (const std::size_t line : html::report_lines(page, plain_title(skeleton->title)))
        copy_line(page, page.lines[line], extract);
    leave_open_where_cut(source, extract);
    return extract;
}

}  // namespace

text::Result<Extract> extract_html(std::string bytes, const Limits& limits) {
    const std::string declared = declared_charset(bytes);
    auto decoded = text::decode(std::move(bytes), declared);
    if (!decoded) return unreadable("网页的编码无法识别", "the web page is in an encoding that is not recognised");
    auto extract = extract_page(decoded->utf8, limits);
    if (!extract) return extract;
    extract->encoding = std::move(decoded->encoding);
    if (extract->text.size() > limits.text_bytes) return too_much_text(limits);
    if (decoded->loss_count != 0) {
        extract->problems.push_back(loss_problem(decoded->loss_count, {decoded->losses.front().byte, 0}, extract->encoding));
    }
    return extract;
}

}  // namespace gouji::readers
