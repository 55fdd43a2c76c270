// SPDX-License-Identifier: Apache-2.0
// Files: everything that comes in as something else than text. Limits are small, so that a run spends its time on the ways
// in which files are broken and not on their size.
#include <pugixml.hpp>
#include <string>

#include "engine/readers/docx/body.hpp"
#include "engine/readers/docx/xml.hpp"
#include "engine/readers/extract.hpp"
#include "engine/readers/pdf/assembly.hpp"
#include "engine/readers/pdf/words.hpp"
#include "grammar/parse.hpp"
#include "grammar/text/utf8.hpp"
#include "tests/fuzz/targets.hpp"

namespace gouji::fuzz {
namespace {

readers::Limits small_limits() {
    readers::Limits limits;
    limits.input_bytes = 1U << 20U;
    limits.text_bytes = 1U << 20U;
    limits.archive_bytes = 4U << 20U;
    limits.archive_members = 200;
    limits.cells = 20'000;
    return limits;
}

void check_extract(const readers::Extract& extract) {
    promise(text::is_utf8(extract.text), "extracted text is not UTF-8");
    std::uint32_t before = 0;
    for (const auto& grid : extract.grids) {
        promise(grid.span.begin >= before && grid.span.end <= extract.text.size(), "grids out of order or outside of the text");
        before = grid.span.end;
        for (const auto& cell : grid.cells) {
            promise(cell.span.begin >= grid.span.begin && cell.span.end <= grid.span.end, "a cell outside of its grid");
        }
    }
    std::uint32_t landmark = 0;
    for (const auto& each : extract.landmarks) {
        promise(each.offset >= landmark && each.offset <= extract.text.size(), "landmarks out of order");
        landmark = each.offset;
    }
    const text::SourceText source{"fuzz", extract.text};
    (void)grammar::parse(source, extract.grids);
}

}  // namespace

void html(std::string_view bytes) {
    if (const auto extract = readers::extract_html(std::string{bytes}, small_limits())) check_extract(*extract);
}

void docx(std::string_view bytes) {
    if (const auto extract = readers::extract_docx(bytes, small_limits())) check_extract(*extract);
}

void word_xml(std::string_view bytes) {
    std::string xml{bytes};
    pugi::xml_document tree;
    constexpr unsigned options = pugi::parse_escapes | pugi::parse_eol | pugi::parse_cdata | pugi::parse_ws_pcdata_single | pugi::parse_fragment;
    tree.load_buffer_inplace(xml.data(), xml.size(), options, pugi::encoding_utf8);
    readers::docx::Numbering numbering{readers::docx::child(tree, "numbering"), readers::docx::child(tree, "styles")};
    const auto extract = readers::docx::read_body(readers::docx::child(tree, "body"), numbering, {}, small_limits());
    if (extract && text::is_utf8(extract->text)) check_extract(*extract);
}

void archive(std::string_view bytes) {
    std::string member{bytes};
    if (!member.starts_with("PK")) member.insert(0, "PK\3\4");
    for (const auto& input : readers::read_bytes("fuzz.zip", member, small_limits()).inputs) {
        promise(text::is_utf8(input.source.utf8()), "text of a member is not UTF-8");
    }
}

void pdf_words(std::string_view bytes) {
    auto pages = readers::pdf::read_words("<doc>" + std::string{bytes});
    if (!pages) return;
    if (const auto extract = readers::pdf::assemble(std::move(*pages), small_limits())) check_extract(*extract);
}

}  // namespace gouji::fuzz
