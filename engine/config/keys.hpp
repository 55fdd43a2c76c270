// SPDX-License-Identifier: Apache-2.0
// The keys of gouji.toml and gouji.waivers.toml: the one definition that the reader, the JSON schemas, `gouji init`,
// `gouji config`, the environment variables and the documentation are made from. Immutable.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/text/problem.hpp"

namespace gouji::config {

enum class KeyType : std::uint8_t { text, path, integer, integers, flag, texts, paths, date, rules, overrides, agencies };

struct Key {
    std::string name;
    KeyType type = KeyType::text;
    std::vector<std::string> choices;  // of a text; empty: any
    std::string initial;               // the default, as TOML; empty: none
    std::string example;               // a value worth showing, as TOML
    text::Bilingual meaning;
    std::string variable = {};         // GOUJI_…; empty: none
    std::string option = {};           // of the command line; empty: none
    bool required = false;
};

[[nodiscard]] const std::vector<Key>& configuration_key_list();
[[nodiscard]] const std::vector<Key>& override_key_list();  // of [[overrides]]
[[nodiscard]] const std::vector<Key>& waiver_key_list();    // of [[waivers]]
[[nodiscard]] const std::vector<Key>& agency_key_list();    // of [[agencies]]

[[nodiscard]] const Key& find_key(const std::vector<Key>& keys, std::string_view name);  // it has to be there
[[nodiscard]] std::vector<std::string> key_names(const std::vector<Key>& keys);

// What a rule's severity may be set to, "off" included.
[[nodiscard]] const std::vector<std::string>& severity_choices();

}  // namespace gouji::config
