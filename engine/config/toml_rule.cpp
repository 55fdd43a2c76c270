// SPDX-License-Identifier: Apache-2.0
// A rule in TOML → the Lua rule that it stands for. What a TOML rule can say is small, so the Lua is one fixed function over
// tables made here; the host then loads it as it does any other rule, with the same checks.
#include <fmt/format.h>

#include <algorithm>

#include "engine/config/pack.hpp"
#include "engine/config/toml_text.hpp"

namespace gouji::config {

namespace {

constexpr std::string_view check_function = R"(check = function(doc, report)
  local function place(demand)
    if demand.section then return doc:section(demand.section) end
    return doc
  end
  for _, demand in ipairs(require_) do
    local where = place(demand)
    if where and #where:hits(demand.key) == 0 then
      report({ at = where, message = demand.key, data = { title = where.title or "" } })
    end
  end
  for _, demand in ipairs(forbid_) do
    local where = place(demand)
    local hits = where and where:hits(demand.key) or {}
    if #hits > 0 then
      local others = {}
      for i = 2, #hits do others[#others + 1] = hits[i] end
      report({ at = hits[1], message = demand.key, related = others, data = { title = where.title or "", phrase = hits[1].text } })
    end
  end
  for _, demand in ipairs(range_) do
    local figure = doc:figure(demand.figure)
    local value = figure.state == "value" and figure.value
    if value and ((demand.least and value < demand.least) or (demand.most and value > demand.most)) then
      report({ at = figure, message = demand.key, data = { label = figure.label, value = value, least = demand.least or "", most = demand.most or "" } })
    end
  end
end,)";

std::string lua_string(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || c == '"' || c == '\\' || byte == 0x7F) out += fmt::format("\\{:03}", byte);
        else out += c;
    }
    return out + '"';
}

std::string lua_list(const std::vector<std::string>& texts) {
    std::string out = "{ ";
    for (const std::string& text : texts) out += lua_string(text) + ", ";
    return out + "}";
}

class RuleWriter {
public:
    explicit RuleWriter(const TomlTable& root) : root_{root} {}

    std::string write() {
        root_.only({"id", "name", "severity", "title", "what", "why", "bad", "good", "advice", "tags", "basis", "applies", "require", "forbid", "range"});
        for (const char* needed : {"id", "name", "severity"}) static_cast<void>(root_.string(needed));
        for (const char* needed : {"title", "what", "why", "bad", "good", "advice"}) {
            if (!root_.has(needed)) root_.fail({fmt::format("缺少“{}”", needed), fmt::format("“{}” is missing", needed)});
        }
        if (!root_.has("require") && !root_.has("forbid") && !root_.has("range")) {
            root_.fail({"没有要检查的内容：写 [[require]]、[[forbid]] 或 [[range]]", "nothing to check: write [[require]], [[forbid]] or [[range]]"});
        }
        const std::string demands = phrase_demands("require") + phrase_demands("forbid") + ranges();
        out_ = demands + "return { ";
        for (const TomlString& key : root_.keys()) write_key(key);
        if (!root_.has("basis")) out_ += "basis = {}, ";
        return out_ + fmt::format("phrases = {{ {}}}, messages = {{ {}}},\n{}\n}}\n", phrases_, messages_, check_function);
    }

private:
    // The key on the line where the TOML file has it.
    void write_key(const TomlString& key) {
        const bool demand = key.text == "require" || key.text == "forbid" || key.text == "range";
        if (demand) return;
        const auto lines = static_cast<std::uint32_t>(std::count(out_.begin(), out_.end(), '\n')) + 1;
        if (key.place.line > lines) out_.append(key.place.line - lines, '\n');
        out_ += key.text + " = ";
        if (key.text == "basis") out_ += basis();
        else if (key.text == "applies") out_ += applies();
        else if (key.text == "tags") out_ += lua_list(root_.texts("tags"));
        else if (root_.is_table(key.text)) out_ += bilingual(root_.table(key.text));
        else out_ += lua_string(root_.text(key.text));
        out_ += ", ";
    }

    static std::string bilingual(const TomlTable& table) {
        table.only({"zh", "en"});
        const std::string en = table.text_or("en", {});
        return fmt::format("{{ zh = {}{} }}", lua_string(table.text("zh")), en.empty() ? std::string{} : ", en = " + lua_string(en));
    }

    std::string basis() {
        std::string out = "{ ";
        for (const TomlTable& each : root_.tables("basis")) {
            each.only({"id", "instrument", "instrument_en", "article", "since", "zh", "en", "from_year", "to_year"});
            out += "{ ";
            for (const char* key : {"id", "instrument", "zh"}) out += fmt::format("{} = {}, ", key, lua_string(each.text(key)));
            out += fmt::format("since = {}, ", lua_string(each.date_text("since")));
            for (const char* key : {"instrument_en", "article", "en"}) {
                if (each.has(key)) out += fmt::format("{} = {}, ", key, lua_string(each.text(key)));
            }
            out += years(each) + "}, ";
        }
        return out + "}";
    }

    static std::string years(const TomlTable& table) {
        std::string out;
        for (const char* key : {"from_year", "to_year"}) {
            if (table.has(key)) out += fmt::format("{} = {}, ", key, table.integer(key, 2008, 2100));
        }
        return out;
    }

    std::string applies() {
        const TomlTable table = root_.table("applies");
        table.only({"formats", "from_year", "to_year", "years_unknown"});
        std::string out = "{ " + years(table);
        if (table.has("formats")) out += fmt::format("formats = {}, ", lua_list(table.texts("formats")));
        if (table.has("years_unknown")) out += fmt::format("years_unknown = {}, ", table.flag_or("years_unknown", false));
        return out + "}";
    }

    // [[require]] and [[forbid]]: phrases, in a section or anywhere.
    std::string phrase_demands(const std::string& kind) {
        std::string out;
        for (const TomlTable& each : root_.tables(kind)) {
            each.only({"phrases", "section", "message"});
            const std::string key = next_key(kind);
            const std::vector<std::string> phrases = each.texts("phrases");
            if (phrases.empty()) each.fail({"缺少 phrases = [\"…\"]", "phrases = [\"…\"] is missing"});
            phrases_ += fmt::format("{} = {}, ", key, lua_list(phrases));
            add_message(key, each);
            out += fmt::format("{{ key = {}, {}}}, ", lua_string(key), each.has("section") ? fmt::format("section = {} ", lua_string(each.text("section"))) : "");
        }
        return fmt::format("local {}_ = {{ {}}} ", kind, out);
    }

    std::string ranges() {
        std::string out;
        for (const TomlTable& each : root_.tables("range")) {
            each.only({"figure", "least", "most", "message"});
            const std::string key = next_key("range");
            if (!each.has("least") && !each.has("most")) each.fail({"写 least、most 之一或两者", "write least, most or both"});
            add_message(key, each);
            out += fmt::format("{{ key = {}, figure = {}, {}{}}}, ", lua_string(key), lua_string(each.text("figure")), bound(each, "least"), bound(each, "most"));
        }
        return fmt::format("local range_ = {{ {}}} ", out);
    }

    static std::string bound(const TomlTable& table, const char* key) {
        if (!table.has(key)) return {};
        if (table.is_integer(key)) return fmt::format("{} = {}, ", key, table.integer(key, INT32_MIN, INT32_MAX));
        const auto number = table.number(key);
        if (!number) table.fail({"应当是数", "a number is wanted"}, key);
        return fmt::format("{} = {}, ", key, number.value_or(0));
    }

    std::string next_key(const std::string& kind) { return fmt::format("{}_{}", kind, ++count_); }

    void add_message(const std::string& key, const TomlTable& table) {
        if (!table.has("message")) return table.fail({"缺少 message = { zh = \"…\" }", "message = { zh = \"…\" } is missing"});
        messages_ += fmt::format("{} = {}, ", key, bilingual(table.table("message")));
    }

    TomlTable root_;
    std::string out_, phrases_, messages_;
    int count_ = 0;
};

}  // namespace

text::Result<RuleFile> rule_from_toml(std::string_view toml, const std::string& file) {
    auto parsed = TomlText::parse(toml, file, text::ProblemKind::rule);
    if (!parsed) return tl::unexpected(std::move(parsed.error()));
    const TomlTable root = (*parsed)->root();
    RuleFile rule;
    rule.text = RuleWriter{root}.write();
    for (const TomlTable& each : root.tables("range")) {
        const TomlString figure = each.string("figure");
        rule.figures.push_back({figure.text, {file, figure.place.line, figure.place.column, std::string{text::line_at(toml, figure.place.line)}}});
    }
    if ((*parsed)->problem()) return tl::unexpected(*(*parsed)->problem());
    return rule;
}

}  // namespace gouji::config
