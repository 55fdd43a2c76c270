// SPDX-License-Identifier: Apache-2.0
// TomlText: a TOML file as its readers want it: typed look-ups, unknown keys told with the nearest known one, and problems that
// name file, line and column with an excerpt. It owns the parsed file; a TomlTable is a view into it.
// The first problem stops nothing: readers read on with defaults and ask for problem() at the end. toml++ stays behind this header.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/text/problem.hpp"
#include "grammar/text/span.hpp"

namespace gouji::config {

class TomlText;

struct TomlPlace {
    std::uint32_t line = 0;  // from 1
    std::uint32_t column = 0;
};

// A string of a file with its place, for problems that show up later (an unknown reference).
struct TomlString {
    std::string text;
    TomlPlace place;
};

class TomlTable {
public:
    TomlTable() = default;  // an empty table
    // Tells of every key that is not in `known`. Call once, before reading.
    const TomlTable& only(std::initializer_list<std::string_view> known) const;
    const TomlTable& only(const std::vector<std::string>& known) const;

    [[nodiscard]] bool has(std::string_view key) const;
    [[nodiscard]] std::vector<TomlString> keys() const;  // in the order of the file
    [[nodiscard]] TomlPlace place() const;
    [[nodiscard]] TomlPlace place(std::string_view key) const;  // of the value; of the table where there is none
    [[nodiscard]] text::Span span() const;                      // of the line that the table begins on

    // Required: a missing key or another type is a problem.
    [[nodiscard]] std::string text(std::string_view key) const;
    [[nodiscard]] TomlString string(std::string_view key) const;
    [[nodiscard]] std::int64_t integer(std::string_view key, std::int64_t least, std::int64_t most) const;
    // Optional: another type is a problem.
    [[nodiscard]] std::string text_or(std::string_view key, std::string fallback) const;
    [[nodiscard]] std::int64_t integer_or(std::string_view key, std::int64_t least, std::int64_t most, std::int64_t fallback) const;
    [[nodiscard]] bool flag_or(std::string_view key, bool fallback) const;
    [[nodiscard]] std::vector<std::string> texts(std::string_view key) const;     // one string or a list; empty where missing
    [[nodiscard]] std::vector<TomlString> strings(std::string_view key) const;    // likewise
    [[nodiscard]] std::vector<std::int64_t> integers(std::string_view key) const;  // one or a list; empty where missing
    [[nodiscard]] std::optional<double> number(std::string_view key) const;        // a number with a fraction
    [[nodiscard]] std::string date_text(std::string_view key) const;               // a TOML date or a string, as 2026-03-31
    [[nodiscard]] TomlTable table(std::string_view key) const;                    // empty where missing
    [[nodiscard]] std::vector<TomlTable> tables(std::string_view key) const;      // list of tables; empty where missing
    [[nodiscard]] bool is_text(std::string_view key) const;
    [[nodiscard]] bool is_table(std::string_view key) const;
    [[nodiscard]] bool is_flag(std::string_view key) const;
    [[nodiscard]] bool is_integer(std::string_view key) const;

    // Records a problem at this table, or at the value of `key`.
    void fail(text::Bilingual message, std::string_view key = {}) const;

private:
    friend class TomlText;
    TomlTable(TomlText* text, const void* table) : text_{text}, table_{table} {}
    template <class Node>
    [[nodiscard]] const Node* node(std::string_view key, bool required, const char* zh, const char* en) const;

    TomlText* text_ = nullptr;
    const void* table_ = nullptr;  // toml::table
};

class TomlText {
public:
    // A problem where the text is not TOML at all.
    [[nodiscard]] static text::Result<std::unique_ptr<TomlText>> parse(std::string_view toml, std::string file, text::ProblemKind kind);
    TomlText(const TomlText&) = delete;
    TomlText& operator=(const TomlText&) = delete;
    ~TomlText();

    [[nodiscard]] TomlTable root();
    [[nodiscard]] const std::optional<text::Problem>& problem() const { return first_; }
    [[nodiscard]] const text::Problems& problems() const { return problems_; }
    void fail(text::Bilingual message, TomlPlace place, std::string_view subject = {});
    [[nodiscard]] text::Span line_span(std::uint32_t line) const;
    // "unknown …; did you mean …?": for a name in `known` that the file refers to.
    void unknown_name(const TomlString& name, const std::vector<std::string>& known, const text::Bilingual& what);

private:
    struct Parsed;
    TomlText(std::string file, text::ProblemKind kind);
    [[nodiscard]] text::Problem make(text::Bilingual message, TomlPlace place, std::string_view subject) const;

    std::string text_;
    std::string file_;
    text::ProblemKind kind_;
    std::unique_ptr<Parsed> parsed_;
    std::optional<text::Problem> first_;  // found: an unknown key before the missing one that it was meant for
    text::Problems problems_;
};

}  // namespace gouji::config
