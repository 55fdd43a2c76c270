// SPDX-License-Identifier: Apache-2.0
#include "engine/config/toml_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

#include "grammar/text/nearest.hpp"

namespace gouji::config {

using text::Bilingual;

namespace {

TomlPlace place_of(const toml::source_region& region) {
    return {static_cast<std::uint32_t>(region.begin.line), static_cast<std::uint32_t>(region.begin.column)};
}

const toml::table& as_table(const void* table) {
    static const toml::table empty;
    return table == nullptr ? empty : *static_cast<const toml::table*>(table);
}

}  // namespace

struct TomlText::Parsed {
    toml::table root;
};

TomlText::TomlText(std::string file, text::ProblemKind kind) : file_{std::move(file)}, kind_{kind} {}
TomlText::~TomlText() = default;

text::Result<std::unique_ptr<TomlText>> TomlText::parse(std::string_view toml, std::string file, text::ProblemKind kind) {
    std::unique_ptr<TomlText> out{new TomlText{std::move(file), kind}};
    out->text_ = toml;
    toml::parse_result parsed = toml::parse(toml, out->file_);
    if (!parsed) {
        const std::string why{parsed.error().description()};
        return tl::unexpected(out->make({fmt::format("不是有效的 TOML：{}", why), fmt::format("not valid TOML: {}", why)},
                                        place_of(parsed.error().source()), {}));
    }
    out->parsed_ = std::make_unique<Parsed>(Parsed{std::move(parsed).table()});
    return out;
}

TomlTable TomlText::root() { return {this, &parsed_->root}; }

text::Problem TomlText::make(Bilingual message, TomlPlace place, std::string_view subject) const {
    text::Problem problem;
    problem.kind = kind_;
    problem.message = std::move(message);
    problem.file = file_;
    problem.line = place.line;
    problem.column = place.column;
    problem.excerpt = text::line_at(text_, place.line);
    problem.subject = subject;
    return problem;
}

void TomlText::fail(Bilingual message, TomlPlace place, std::string_view subject) {
    problems_.push_back(make(std::move(message), place, subject));
    if (!first_) first_ = problems_.back();
}

void TomlText::unknown_name(const TomlString& name, const std::vector<std::string>& known, const Bilingual& what) {
    const auto near = text::nearest(name.text, known);
    Bilingual message{fmt::format("未知的{}“{}”", what.zh, name.text), fmt::format("unknown {} '{}'", what.en, name.text)};
    if (near) {
        message.zh += fmt::format("，是否想写“{}”？", *near);
        message.en += fmt::format("; did you mean '{}'?", *near);
    }
    fail(std::move(message), name.place, name.text);
}

const TomlTable& TomlTable::only(std::initializer_list<std::string_view> known) const {
    return only(std::vector<std::string>{known.begin(), known.end()});
}

const TomlTable& TomlTable::only(const std::vector<std::string>& known) const {
    for (const TomlString& key : keys()) {
        if (std::find(known.begin(), known.end(), key.text) == known.end()) text_->unknown_name(key, known, {"键", "key"});
    }
    return *this;
}

bool TomlTable::has(std::string_view key) const { return as_table(table_).contains(key); }

std::vector<TomlString> TomlTable::keys() const {
    std::vector<TomlString> out;
    for (const auto& [key, value] : as_table(table_)) out.push_back({std::string{key.str()}, place_of(key.source())});
    std::stable_sort(out.begin(), out.end(), [](const TomlString& a, const TomlString& b) {
        return std::pair{a.place.line, a.place.column} < std::pair{b.place.line, b.place.column};
    });
    return out;
}

TomlPlace TomlTable::place() const {
    const TomlPlace place = place_of(as_table(table_).source());
    return place.line == 0 ? TomlPlace{1, 1} : place;
}

TomlPlace TomlTable::place(std::string_view key) const {
    const toml::node* value = key.empty() ? nullptr : as_table(table_).get(key);
    return value == nullptr ? place() : place_of(value->source());
}

void TomlTable::fail(Bilingual message, std::string_view key) const { text_->fail(std::move(message), place(key), key); }

template <class Node>
const Node* TomlTable::node(std::string_view key, bool required, const char* zh, const char* en) const {
    const toml::node* value = as_table(table_).get(key);
    if (value == nullptr) {
        if (required) fail({fmt::format("缺少键“{}”（{}）", key, zh), fmt::format("key '{}' ({}) is missing", key, en)});
        return nullptr;
    }
    const Node* typed = value->as<Node>();
    if (typed == nullptr) fail({fmt::format("“{}”应为{}", key, zh), fmt::format("'{}' must be {}", key, en)}, key);
    return typed;
}

TomlString TomlTable::string(std::string_view key) const {
    const auto* value = node<toml::value<std::string>>(key, true, "字符串", "a string");
    return {value == nullptr ? std::string{} : value->get(), place(key)};
}

std::string TomlTable::text(std::string_view key) const { return string(key).text; }

std::string TomlTable::text_or(std::string_view key, std::string fallback) const {
    const auto* value = node<toml::value<std::string>>(key, false, "字符串", "a string");
    return value == nullptr ? std::move(fallback) : value->get();
}

std::int64_t TomlTable::integer(std::string_view key, std::int64_t least, std::int64_t most) const {
    const auto* value = node<toml::value<std::int64_t>>(key, true, "整数", "a whole number");
    if (value == nullptr) return least;
    if (value->get() >= least && value->get() <= most) return value->get();
    fail({fmt::format("“{}”应在 {} 与 {} 之间", key, least, most), fmt::format("'{}' must be from {} to {}", key, least, most)}, key);
    return least;
}

std::int64_t TomlTable::integer_or(std::string_view key, std::int64_t least, std::int64_t most, std::int64_t fallback) const {
    return has(key) ? integer(key, least, most) : fallback;
}

bool TomlTable::flag_or(std::string_view key, bool fallback) const {
    const auto* value = node<toml::value<bool>>(key, false, "true 或 false", "true or false");
    return value == nullptr ? fallback : value->get();
}

std::vector<TomlString> TomlTable::strings(std::string_view key) const {
    if (is_text(key)) return {string(key)};
    std::vector<TomlString> out;
    const auto* list = node<toml::array>(key, false, "字符串列表", "a list of strings");
    if (list == nullptr) return out;
    for (const toml::node& item : *list) {
        if (const auto* value = item.as_string()) {
            out.push_back({value->get(), place_of(value->source())});
        } else {
            text_->fail({fmt::format("“{}”应为字符串列表", key), fmt::format("'{}' must be a list of strings", key)}, place_of(item.source()), key);
        }
    }
    return out;
}

std::vector<std::string> TomlTable::texts(std::string_view key) const {
    std::vector<std::string> out;
    for (TomlString& item : strings(key)) out.push_back(std::move(item.text));
    return out;
}

std::vector<std::int64_t> TomlTable::integers(std::string_view key) const {
    if (is_integer(key)) return {as_table(table_).get(key)->as_integer()->get()};
    std::vector<std::int64_t> out;
    const auto* list = node<toml::array>(key, false, "整数列表", "a list of whole numbers");
    if (list == nullptr) return out;
    for (const toml::node& item : *list) {
        if (const auto* value = item.as_integer()) {
            out.push_back(value->get());
        } else {
            text_->fail({fmt::format("“{}”应为整数列表", key), fmt::format("'{}' must be a list of whole numbers", key)}, place_of(item.source()), key);
        }
    }
    return out;
}

std::optional<double> TomlTable::number(std::string_view key) const {
    const toml::node* value = as_table(table_).get(key);
    return value == nullptr ? std::nullopt : value->as_floating_point() == nullptr ? std::nullopt : std::optional{value->as_floating_point()->get()};
}

std::string TomlTable::date_text(std::string_view key) const {
    const toml::node* value = as_table(table_).get(key);
    const auto* date = value == nullptr ? nullptr : value->as_date();
    if (date == nullptr) return text(key);
    return fmt::format("{:04}-{:02}-{:02}", (*date)->year, (*date)->month, (*date)->day);
}

text::Span TomlTable::span() const { return text_ == nullptr ? text::Span{} : text_->line_span(place().line); }

text::Span TomlText::line_span(std::uint32_t line) const {
    std::size_t begin = 0;
    for (; line > 1; --line) begin = std::min(text_.find('\n', begin), text_.size() - 1) + 1;
    const std::size_t end = std::min(text_.find('\n', begin), text_.size());
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

TomlTable TomlTable::table(std::string_view key) const {
    return {text_, node<toml::table>(key, false, "表", "a table")};
}

std::vector<TomlTable> TomlTable::tables(std::string_view key) const {
    std::vector<TomlTable> out;
    const auto* list = node<toml::array>(key, false, "表的列表", "a list of tables");
    if (list == nullptr) return out;
    for (const toml::node& item : *list) {
        if (const auto* table = item.as_table()) {
            out.push_back(TomlTable{text_, table});
        } else {
            text_->fail({fmt::format("“{}”应为表的列表", key), fmt::format("'{}' must be a list of tables", key)}, place_of(item.source()), key);
        }
    }
    return out;
}

bool TomlTable::is_text(std::string_view key) const {
    const toml::node* value = as_table(table_).get(key);
    return value != nullptr && value->is_string();
}
bool TomlTable::is_table(std::string_view key) const {
    const toml::node* value = as_table(table_).get(key);
    return value != nullptr && value->is_table();
}
bool TomlTable::is_flag(std::string_view key) const {
    const toml::node* value = as_table(table_).get(key);
    return value != nullptr && value->is_boolean();
}
bool TomlTable::is_integer(std::string_view key) const {
    const toml::node* value = as_table(table_).get(key);
    return value != nullptr && value->is_integer();
}

}  // namespace gouji::config
