// SPDX-License-Identifier: Apache-2.0
#include "engine/output/original_place.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace gouji::output {
namespace {

// The row of a grid that reaches to this offset, and in it the cell.
void find_cell(const grammar::Tree& tree, std::uint32_t offset, OriginalPlace& place) {
    const auto ends_before = [](const auto& each, std::uint32_t at) { return each.span.end < at; };
    const auto grid = std::lower_bound(tree.grids.begin(), tree.grids.end(), offset, ends_before);
    if (grid == tree.grids.end() || offset < grid->span.begin) return;
    const auto first = tree.rows.begin() + grid->first_row;
    const auto last = first + grid->row_count;
    const auto row = std::lower_bound(first, last, offset, ends_before);
    if (row == last || offset < row->span.begin) return;
    place.row = static_cast<std::uint32_t>(row - first) + 1;
    for (std::uint32_t c = row->first_cell; c < row->first_cell + row->cell_count; ++c) {
        if (tree.cells[c].span.begin <= offset) place.column = std::uint32_t{tree.cells[c].column} + 1;
    }
}

// Pages are known from the first landmark on, or not at all.
void find_landmarks(const text::Landmarks& landmarks, std::uint32_t offset, OriginalPlace& place) {
    const bool has_pages = landmarks.front().kind == text::LandmarkKind::page;
    auto at = std::upper_bound(landmarks.begin(), landmarks.end(), offset,
                               [](std::uint32_t wanted, const text::Landmark& each) { return wanted < each.offset; });
    for (bool page = !has_pages, part = false; at != landmarks.begin() && !(page && part);) {
        --at;
        if (at->kind == text::LandmarkKind::page) {
            if (!page) place.page = at->number;
            page = true;
        } else if (!part) {
            (at->kind == text::LandmarkKind::table ? place.table : place.paragraph) = at->number;
            part = true;
        }
    }
}

std::string joined(const OriginalPlace& place, std::string_view between, auto part) {
    std::string out;
    const auto add = [&](std::string_view kind, std::uint32_t number) {
        if (number == 0) return;
        if (!out.empty()) out += between;
        out += part(kind, number);
    };
    add("page", place.page);
    add("paragraph", place.paragraph);
    add("table", place.table);
    add("row", place.row);
    add("column", place.column);
    return out;
}

}  // namespace

OriginalPlace original_place(const ReportView& report, text::Span span) {
    OriginalPlace place;
    if (report.landmarks == nullptr || report.landmarks->empty() || span.end == 0) return place;
    find_landmarks(*report.landmarks, span.begin, place);
    if (place.table == 0 || report.document == nullptr || report.document->tree == nullptr) return place;
    find_cell(*report.document->tree, span.begin, place);
    if (place.row == 0) place.table = 0;  // behind the table: PDF pages tell nothing of their paragraphs
    return place;
}

std::string original_name(const OriginalPlace& place) {
    return joined(place, "/", [](std::string_view kind, std::uint32_t number) { return fmt::format("{}:{}", kind, number); });
}

std::string original_phrase(const OriginalPlace& place, const Wording& words) {
    return joined(place, words.original_between, [&](std::string_view kind, std::uint32_t number) {
        const std::string_view pattern = kind == "page"        ? words.original_page
                                         : kind == "paragraph" ? words.original_paragraph
                                         : kind == "table"     ? words.original_table
                                         : kind == "row"       ? words.original_row
                                                               : words.original_column;
        return fmt::format(fmt::runtime(pattern), number);
    });
}

}  // namespace gouji::output
