// SPDX-License-Identifier: Apache-2.0
// Readers: bytes of any kind into source text, with the grids that a structured kind gives. Kinds are told by content.
// The only layer that knows HTML, Word, PDF and archives. Never prints, never throws; trouble is a Problem.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/text/landmark.hpp"
#include "grammar/text/problem.hpp"
#include "grammar/text/source_text.hpp"
#include "grammar/tree.hpp"

namespace gouji::readers {

enum class Kind : std::uint8_t { text, html, docx, pdf, legacy_word, archive, binary };

struct Limits {
    std::size_t input_bytes = 64U << 20U;     // one file; a larger one is named and left out
    std::size_t text_bytes = 4U << 20U;       // extracted from one document; a report has some ten thousand
    std::size_t archive_bytes = 256U << 20U;  // unpacked from one archive, all members together
    std::uint32_t archive_members = 10'000;
    std::uint32_t depth = 256;         // nesting of HTML and XML
    std::uint32_t cells = 200'000;     // of one document's tables
    std::uint32_t child_seconds = 60;  // a converter (pdftotext, LibreOffice)
};

// A document that was read: its text, and where structured kinds have their grids in it.
struct Input {
    std::string path;  // as shown to the user: relative, '/' between parts; ARCHIVE!MEMBER inside an archive
    Kind kind = Kind::text;
    text::SourceText source;
    std::vector<grammar::GivenGrid> grids;
    std::string sha256;          // of the original bytes, hex
    std::size_t byte_count = 0;  // of the original
    text::Landmarks landmarks;   // where parts of the text stand in the original
};

[[nodiscard]] Kind kind_of(std::string_view bytes);

// Decodes and extracts one document already in memory. Archives give several inputs.
struct Reading {
    std::vector<Input> inputs;
    text::Problems problems;  // what could not be read, and what was read with losses (undecodable bytes)
};
[[nodiscard]] Reading read_bytes(std::string path, std::string bytes, const Limits& limits);
// The bytes of a file, for who wants to look at them before they are read.
[[nodiscard]] text::Result<std::string> load_file(const std::filesystem::path& file, const Limits& limits);
[[nodiscard]] Reading read_file(const std::filesystem::path& file, std::string shown_path, const Limits& limits);

// Ends the converters at work, and those that would be started later: their documents become problems. For the end of the
// program; may be called by handlers of signals.
void stop_converters() noexcept;

// The files below `paths` that may be reports, sorted by shown path. A path that does not exist, and a folder without
// any such file, are problems.
struct FoundFile {
    std::string file;  // its parts are never asked for, and a run has many
    std::string shown;
};
struct Listing {
    std::vector<FoundFile> files;
    text::Problems problems;
};
[[nodiscard]] Listing list_files(const std::vector<std::string>& paths);

}  // namespace gouji::readers
