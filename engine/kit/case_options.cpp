// SPDX-License-Identifier: Apache-2.0
#include "engine/kit/case_options.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

#include "engine/kit/case_line.hpp"

namespace gouji::kit {

using finding::OptionValue;

namespace {

template <class Number>
std::optional<OptionValue> read_number(const std::string& text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return OptionValue{value};
}

std::optional<OptionValue> read_list(std::string_view text) {
    if (!text.starts_with('[') || !text.ends_with(']')) return std::nullopt;
    text = text.substr(1, text.size() - 2);
    std::vector<std::string> list;
    LineReader line{text};
    while (!line.at_end()) {
        auto item = line.quoted();
        if (!item) return std::nullopt;
        list.push_back(std::move(*item));
        if (line.rest().starts_with(',')) line = LineReader{std::string_view{text}.substr(text.size() - line.rest().size() + 1)};
    }
    return OptionValue{std::move(list)};
}

// The value in the type of the option's default.
std::optional<OptionValue> read_value(const std::string& text, const OptionValue& initial) {
    if (std::holds_alternative<bool>(initial)) {
        if (text != "true" && text != "false") return std::nullopt;
        return OptionValue{text == "true"};
    }
    if (std::holds_alternative<std::int64_t>(initial)) return read_number<std::int64_t>(text);
    if (std::holds_alternative<double>(initial)) return read_number<double>(text);
    if (std::holds_alternative<std::vector<std::string>>(initial)) return read_list(text);
    LineReader line{text};
    if (auto quoted = line.quoted()) return OptionValue{std::move(*quoted)};
    return OptionValue{text};
}

bool is_named(const std::vector<std::string>& rules, const std::string& id) {
    return std::any_of(rules.begin(), rules.end(), [&](const std::string& rule) { return rule == id || id.ends_with("/" + rule); });
}

}  // namespace

std::optional<text::Bilingual> set_option(const std::string& name, const std::string& value, const std::vector<std::string>& rules,
                                          const std::vector<finding::RuleInfo>& infos, script::RuleSettings& settings) {
    bool found = false;
    for (std::size_t i = 0; i < infos.size(); ++i) {
        if (!is_named(rules, infos[i].id)) continue;
        for (const finding::RuleOption& option : infos[i].options) {
            if (option.name != name) continue;
            auto read = read_value(value, option.initial);
            if (!read) return text::Bilingual{fmt::format("选项 {} 的值“{}”类型不对", name, value), fmt::format("the value “{}” of option {} has the wrong type", value, name)};
            std::erase_if(settings.options[i], [&](const auto& earlier) { return earlier.first == name; });  // that a pack sets
            settings.options[i].emplace_back(name, std::move(*read));
            found = true;
        }
    }
    if (found) return std::nullopt;
    return text::Bilingual{fmt::format("规则没有选项“{}”", name), fmt::format("the rule has no option “{}”", name)};
}

}  // namespace gouji::kit
