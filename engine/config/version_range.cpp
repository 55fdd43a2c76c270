// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <charconv>

#include "engine/config/pack.hpp"

namespace gouji::config {

namespace {

using Version = std::array<unsigned, 3>;

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

std::optional<Version> read_version(std::string_view text) {
    Version version{};
    for (std::size_t i = 0; i < version.size(); ++i) {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), version[i]);
        if (error != std::errc{}) return std::nullopt;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        if (text.empty()) return version;
        if (text.front() != '.') return std::nullopt;
        text.remove_prefix(1);
    }
    return std::nullopt;
}

std::optional<bool> holds(std::string_view comparison, const Version& version) {
    const std::string_view text = trimmed(comparison);
    const std::string_view sign = text.substr(0, std::min(text.find_first_not_of("<>="), text.size()));
    const auto bound = read_version(trimmed(text.substr(sign.size())));
    if (!bound) return std::nullopt;
    if (sign == ">=") return version >= *bound;
    if (sign == ">") return version > *bound;
    if (sign == "<=") return version <= *bound;
    if (sign == "<") return version < *bound;
    if (sign == "=" || sign == "==" || sign.empty()) return version == *bound;
    return std::nullopt;
}

}  // namespace

std::optional<bool> in_version_range(std::string_view range, std::string_view version) {
    const auto present = read_version(version);
    if (!present) return std::nullopt;
    bool all = true;
    for (;;) {
        const std::size_t comma = range.find(',');
        const auto one = holds(range.substr(0, comma), *present);
        if (!one) return std::nullopt;
        all = all && *one;
        if (comma == std::string_view::npos) return all;
        range.remove_prefix(comma + 1);
    }
}

}  // namespace gouji::config
