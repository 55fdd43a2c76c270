// SPDX-License-Identifier: Apache-2.0
// Extract: what one reader makes of one document; the readers of the single kinds, each in its own files. They see bytes
// only, never a path: read.cpp names the file in their problems. Inside this folder only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/readers/read.hpp"

namespace gouji::readers {

struct Extract {
    std::string text;                // well-formed UTF-8
    std::string encoding = "UTF-8";  // of the original, where it has one
    std::vector<grammar::GivenGrid> grids;
    text::Landmarks landmarks;
    text::Problems problems;  // what was read with losses
};

[[nodiscard]] text::Result<Extract> extract_text(std::string bytes, const Limits& limits);
[[nodiscard]] text::Result<Extract> extract_html(std::string bytes, const Limits& limits);
[[nodiscard]] text::Result<Extract> extract_docx(std::string_view bytes, const Limits& limits);
[[nodiscard]] text::Result<Extract> extract_pdf(std::string_view bytes, const Limits& limits);
[[nodiscard]] text::Result<Extract> extract_legacy_word(std::string_view bytes, const Limits& limits);

// A problem with an input, without the file's name.
[[nodiscard]] text::Problem input_problem(std::string zh, std::string en);
[[nodiscard]] tl::unexpected<text::Problem> unreadable(std::string zh, std::string en);

// A limit in the words of a message: "64 MB".
[[nodiscard]] std::string in_megabytes(std::size_t bytes);

// The limits that several kinds of document can meet.
[[nodiscard]] tl::unexpected<text::Problem> too_many_cells(const Limits& limits);
[[nodiscard]] tl::unexpected<text::Problem> too_much_text(const Limits& limits);

// One loss of undecodable bytes, located; nothing where there was none.
struct LossPlace {
    std::size_t byte = 0;
    std::uint32_t line = 0;  // of the decoded text; 0: none
};
[[nodiscard]] text::Problem loss_problem(std::size_t count, LossPlace first, std::string_view encoding);

}  // namespace gouji::readers
