// SPDX-License-Identifier: Apache-2.0
#include "engine/app/schema.hpp"

#include <fmt/format.h>

#include "engine/config/keys.hpp"
#include "engine/output/json_stream.hpp"

namespace gouji::app {

namespace {

using config::Key;
using config::KeyType;
using output::JsonStream;

class SchemaWriter {
public:
    SchemaWriter(JsonStream& json, bool english) : json_{json}, english_{english} {}

    void object(const std::vector<Key>& keys) {
        json_.member("type", "object");
        json_.member("additionalProperties", false);
        json_.open_object("properties");
        for (const Key& key : keys) property(key);
        json_.close_object();
        json_.open_array("required");
        for (const Key& key : keys) {
            if (key.required) json_.value(key.name);
        }
        json_.close_array();
    }
    void list_of(const std::vector<Key>& keys) {
        json_.member("type", "array");
        json_.open_object("items");
        object(keys);
        json_.close_object();
    }

private:
    void property(const Key& key) {
        json_.open_object(key.name);
        json_.member("description", key.meaning.in(english_));
        content(key);
        json_.close_object();
    }
    void content(const Key& key) {
        switch (key.type) {
            case KeyType::text:
            case KeyType::path: return text(key.choices);
            case KeyType::integer:
                json_.member("type", "integer");
                json_.member("minimum", 1);
                return;
            case KeyType::flag: return json_.member("type", "boolean");
            case KeyType::integers: return one_or_list("integer");
            case KeyType::texts:
            case KeyType::paths: return one_or_list("string");
            case KeyType::date: return date();
            case KeyType::rules: return rules();
            case KeyType::overrides: return list_of(config::override_key_list());
            case KeyType::agencies: return file_or_list_of(config::agency_key_list());
        }
    }
    void text(const std::vector<std::string>& choices) {
        json_.member("type", "string");
        if (choices.empty()) return;
        json_.open_array("enum");
        for (const std::string& choice : choices) json_.value(choice);
        json_.close_array();
    }
    void one_or_list(std::string_view type) {
        json_.open_array("oneOf");
        json_.open_object();
        json_.member("type", type);
        json_.close_object();
        json_.open_object();
        json_.member("type", "array");
        json_.open_object("items");
        json_.member("type", type);
        json_.close_object();
        json_.close_object();
        json_.close_array();
    }
    void file_or_list_of(const std::vector<Key>& keys) {
        json_.open_array("oneOf");
        json_.open_object();
        json_.member("type", "string");
        json_.close_object();
        json_.open_object();
        list_of(keys);
        json_.close_object();
        json_.close_array();
    }
    // A TOML date, which tools hand on as a string of this form.
    void date() {
        json_.member("type", "string");
        json_.member("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
    }
    // By rule: its severity, and options that only the rule knows.
    void rules() {
        json_.member("type", "object");
        json_.open_object("additionalProperties");
        json_.member("type", "object");
        json_.open_object("properties");
        json_.open_object("severity");
        text(config::severity_choices());
        json_.close_object();
        json_.close_object();
        json_.close_object();
    }

    JsonStream& json_;
    bool english_;
};

std::string explained(const Key& key, bool english) {
    std::string said = key.meaning.in(english);
    if (!key.choices.empty()) said += fmt::format("{}{}", english ? ": " : "：", fmt::join(key.choices, english ? ", " : "、"));
    if (!key.variable.empty()) said += fmt::format("{}{}", english ? "; " : "；", key.variable);
    return said;
}

void comment_keys(std::string& out, const std::vector<Key>& keys, bool english) {
    for (const Key& key : keys) {
        if (key.example.empty()) continue;
        out += fmt::format("# {}\n# {} = {}\n\n", explained(key, english), key.name, key.initial.empty() ? key.example : key.initial);
    }
}

}  // namespace

std::string json_schema(bool waivers, bool english) {
    std::string out;
    JsonStream json{[&](std::string_view bytes) { out += bytes; }};
    SchemaWriter writer{json, english};
    json.open_object();
    json.member("$schema", "http://json-schema.org/draft-07/schema#");
    json.member("title", waivers ? "gouji.waivers.toml" : "gouji.toml");
    if (waivers) {
        json.member("type", "object");
        json.member("additionalProperties", false);
        json.open_object("properties");
        json.open_object("waivers");
        writer.list_of(config::waiver_key_list());
        json.close_object();
        json.close_object();
    } else {
        writer.object(config::configuration_key_list());
    }
    json.close_object();
    json.flush();
    return out + '\n';
}

std::string commented_configuration(bool english) {
    std::string out = english ? "# Configuration of gouji. Nearest file above a report wins; `gouji config` shows what is in force.\n\n"
                              : "# gouji 的配置。离报告最近的一份生效；gouji config 显示生效的值和来源。\n\n";
    comment_keys(out, config::configuration_key_list(), english);
    const Key& rules = config::find_key(config::configuration_key_list(), "rules");
    out += fmt::format("# {}\n# [rules.S112]\n# severity = \"warning\"\n# limit = 1200\n\n", rules.meaning.in(english));
    const Key& overrides = config::find_key(config::configuration_key_list(), "overrides");
    out += fmt::format("# {}\n# [[overrides]]\n", overrides.meaning.in(english));
    for (const Key& key : config::override_key_list()) {
        if (!key.example.empty()) out += fmt::format("# {} = {}\n", key.name, key.example);
    }
    return out;
}

std::string commented_waivers(bool english) {
    std::string out = english ? "# Findings that the office has looked at and accepts. Each needs its reason.\n\n" : "# 已核实、可以接受的检出。每条必须写明理由。\n\n";
    out += "# [[waivers]]\n";
    for (const Key& key : config::waiver_key_list()) out += fmt::format("# {} = {}  # {}\n", key.name, key.example, key.meaning.in(english));
    return out;
}

}  // namespace gouji::app
