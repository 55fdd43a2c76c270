// SPDX-License-Identifier: Apache-2.0
#include "engine/script/rule_shape.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "engine/script/document_facts.hpp"
#include "engine/script/excerpt.hpp"
#include "engine/script/shape_reader.hpp"
#include "grammar/text/character.hpp"
#include "grammar/text/nearest.hpp"

namespace gouji::script {

namespace {

constexpr const char* official_pack = "official";

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// One or two letters and three digits: T301.
bool is_short_id(std::string_view id) {
    const auto letters = static_cast<std::size_t>(std::find_if_not(id.begin(), id.end(), is_upper) - id.begin());
    return (letters == 1 || letters == 2) && id.size() == letters + 3 && std::all_of(id.begin() + static_cast<std::ptrdiff_t>(letters), id.end(), text::is_digit);
}

bool is_rule_name(std::string_view name) {
    return !name.empty() && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

class RuleReader {
public:
    RuleReader(lua_State* L, const ScriptPack& pack, const ScriptFile& file, text::Problems& problems)
        : reader_{L, pack, file, problems}, pack_{pack}, english_{pack.name == official_pack ? Need::required : Need::optional} {
        shape_.info.pack = pack.name;
        shape_.info.file = file.path;
    }

    std::optional<RuleShape> read() {
        if (lua_type(reader_.lua(), -1) != LUA_TTABLE) {
            reader_.complain("", "规则文件应当返回一张表：return { id = …, check = function(doc, report) … end }",
                             "a rule file has to return a table: return { id = …, check = function(doc, report) … end }");
            return std::nullopt;
        }
        reader_.know_keys({"id", "name", "severity", "title", "basis", "what", "why", "bad", "good", "advice", "tags", "applies", "options",
                           "phrases", "needs", "messages", "fixable", "groups", "check", "check_series", "check_group"});
        read_identity();
        read_texts();
        read_basis();
        read_applies();
        read_options();
        read_phrases();
        read_messages();
        read_subject();
        if (!reader_.good()) return std::nullopt;
        return std::move(shape_);
    }

private:
    void read_identity() {
        finding::RuleInfo& info = shape_.info;
        std::string id = reader_.text("id");
        const std::string prefix = pack_.name + "/";
        if (pack_.name != official_pack && id.starts_with(prefix)) id.erase(0, prefix.size());
        if (!id.empty() && !is_short_id(id)) {
            reader_.complain("id", fmt::format("编号“{}”应当是一两个大写字母加三位数字，如 L001", id), fmt::format("the id “{}” has to be one or two capital letters and three digits, as L001", id));
        }
        info.family = id.substr(0, static_cast<std::size_t>(std::find_if_not(id.begin(), id.end(), is_upper) - id.begin()));
        info.id = pack_.name == official_pack ? id : prefix + id;
        info.name = reader_.text("name");
        if (!info.name.empty() && !is_rule_name(info.name)) {
            reader_.complain("name", fmt::format("名称“{}”只能用小写字母、数字和连字符", info.name), fmt::format("the name “{}” may have lower-case letters, digits and hyphens only", info.name));
        }
        const std::string severity = reader_.text("severity");
        if (const auto known = finding::severity_from(severity)) info.severity = *known;
        else if (!severity.empty()) {
            reader_.complain("severity", fmt::format("严重程度“{}”应当是 error、warning 或 note", severity), fmt::format("the severity “{}” has to be error, warning or note", severity));
        }
        info.tags = reader_.texts("tags");
        info.fixable = reader_.boolean("fixable");
    }

    void read_texts() {
        finding::RuleInfo& info = shape_.info;
        info.title = reader_.bilingual("title", Need::required, english_);
        info.what = reader_.bilingual("what", Need::required, english_);
        info.why = reader_.bilingual("why", Need::required, english_);
        info.bad = reader_.bilingual("bad", Need::required, Need::optional);
        info.good = reader_.bilingual("good", Need::required, Need::optional);
        info.advice = reader_.bilingual("advice", Need::required, english_);
    }

    void read_basis() {
        if (!reader_.enter("basis", Need::required)) return;
        const auto count = static_cast<lua_Integer>(reader_.keys().size());
        for (lua_Integer i = 1; i <= count; ++i) {
            if (!reader_.enter(i)) continue;
            reader_.know_keys({"id", "instrument", "instrument_en", "article", "since", "zh", "en", "from_year", "to_year"});
            finding::LegalBasis basis;
            basis.id = reader_.text("id");
            basis.instrument = {reader_.text("instrument"), reader_.text("instrument_en", Need::optional)};
            basis.article = reader_.text("article", Need::optional);
            basis.since = reader_.text("since");
            basis.says = {reader_.text("zh"), reader_.text("en", english_)};
            basis.from_year = static_cast<std::int16_t>(reader_.integer("from_year").value_or(0));
            basis.to_year = static_cast<std::int16_t>(reader_.integer("to_year").value_or(0));
            shape_.info.basis.push_back(std::move(basis));
            reader_.leave();
        }
        reader_.leave();
    }

    void read_applies() {
        if (!reader_.enter("applies", Need::optional)) return;
        reader_.know_keys({"formats", "from_year", "to_year", "years_unknown"});
        shape_.applies.formats = reader_.texts("formats");
        shape_.applies.from_year = reader_.integer("from_year");
        shape_.applies.to_year = reader_.integer("to_year");
        shape_.applies.years_unknown = reader_.boolean("years_unknown");
        reader_.leave();
    }

    void read_options() {
        if (!reader_.enter("options", Need::optional)) return;
        for (const std::string& name : reader_.keys()) {
            if (!reader_.enter(name.c_str(), Need::required)) continue;
            reader_.know_keys({"type", "default", "zh", "en"});
            finding::RuleOption option;
            option.name = name;
            const std::string type = reader_.text("type");
            option.meaning = {reader_.text("zh"), reader_.text("en", english_)};
            option.initial = read_default(type);
            shape_.info.options.push_back(std::move(option));
            reader_.leave();
        }
        reader_.leave();
    }

    finding::OptionValue read_default(const std::string& type) {
        lua_State* L = reader_.lua();
        if (type == "strings") return reader_.texts("default", Need::required);
        const int found = lua_getfield(L, -1, "default");
        finding::OptionValue value{false};
        bool fits = true;
        if (type == "integer") {
            int whole = 0;
            value = static_cast<std::int64_t>(lua_tointegerx(L, -1, &whole));
            fits = found == LUA_TNUMBER && whole != 0;
        } else if (type == "number") {
            value = static_cast<double>(lua_tonumber(L, -1));
            fits = found == LUA_TNUMBER;
        } else if (type == "string") {
            fits = found == LUA_TSTRING;
            if (fits) value = readable(lua_tostring(L, -1));
        } else if (type == "boolean") {
            fits = found == LUA_TBOOLEAN;
            value = lua_toboolean(L, -1) != 0;
        } else if (!type.empty()) {
            reader_.complain("type", fmt::format("选项类型“{}”应当是 integer、number、string、boolean 或 strings", type),
                             fmt::format("the option type “{}” has to be integer, number, string, boolean or strings", type));
        }
        lua_pop(L, 1);
        if (!fits) reader_.complain("default", fmt::format("选项的 default 不是 {} 类型", type), fmt::format("the option's default is not of type {}", type));
        return value;
    }

    void read_phrases() {
        shape_.needs = reader_.texts("needs");
        if (reader_.enter("phrases", Need::optional)) {
            for (const std::string& name : reader_.keys()) shape_.phrases.push_back({name, reader_.texts(name.c_str(), Need::required)});
            reader_.leave();
        }
        for (const std::string& need : shape_.needs) {
            const auto same = [&](const PhraseSet& set) { return set.name == need; };
            if (std::any_of(shape_.phrases.begin(), shape_.phrases.end(), same) || fact_named(need) != 0) continue;
            const auto near = text::nearest(need, fact_names());
            reader_.complain("needs", fmt::format("needs 里的“{}”不在 phrases 里{}", need, near ? fmt::format("，是不是“{}”？", *near) : ""),
                             fmt::format("“{}” in needs is not among the phrases{}", need, near ? fmt::format("; did you mean “{}”?", *near) : ""));
        }
    }

    bool has_function(const char* name) {
        const bool has = lua_getfield(reader_.lua(), -1, name) == LUA_TFUNCTION;
        lua_pop(reader_.lua(), 1);
        return has;
    }

    void read_subject() {
        const bool on_report = has_function("check");
        const bool on_series = has_function("check_series");
        const bool on_group = has_function("check_group");
        const int functions = int{on_report} + int{on_series} + int{on_group};
        if (functions == 0) {
            reader_.complain("check", "缺少函数“check”：check = function(doc, report, options) … end", "the function “check” is missing: check = function(doc, report, options) … end");
        } else if (functions > 1) {
            reader_.complain("check", "check、check_series、check_group 只能有一个", "of check, check_series and check_group a rule has exactly one");
        }
        if (on_series) shape_.subject = Subject::series;
        if (on_group) shape_.subject = Subject::group;
        read_groups(on_group);
        if (shape_.subject != Subject::document && (!shape_.phrases.empty() || !shape_.applies.formats.empty() || shape_.applies.from_year || shape_.applies.to_year)) {
            reader_.complain("applies", "跨报告的规则不能有 applies 和 phrases", "a rule across reports can have neither applies nor phrases");
        }
    }

    void read_groups(bool on_group) {
        const std::string groups = reader_.text("groups", Need::optional);
        if (groups == "similar") shape_.groups = cross::GroupKind::similar;
        if (groups.empty() || (on_group && (groups == "similar" || groups == "hierarchy"))) return;
        reader_.complain("groups", "groups 应当是 hierarchy 或 similar，并且只用于 check_group", "groups has to be hierarchy or similar, and belongs to check_group");
    }

    void read_messages() {
        if (!reader_.enter("messages", Need::required)) return;
        for (const std::string& key : reader_.keys()) {
            const text::Bilingual both = reader_.bilingual(key.c_str(), Need::required, english_);
            if (both.zh.empty()) continue;
            RuleMessage message{key, read_template(key, both.zh), {}};
            if (both.en.empty()) {
                message.en = message.zh;
            } else {
                message.en = read_template(key, both.en);
                compare_placeholders(key, message);
            }
            shape_.messages.push_back(std::move(message));
        }
        reader_.leave();
    }

    // English may leave something out, such as a measure word; what it names has to be there in Chinese.
    void compare_placeholders(const std::string& key, const RuleMessage& message) {
        const auto zh = message.zh.placeholders();
        const auto en = message.en.placeholders();
        if (std::includes(zh.begin(), zh.end(), en.begin(), en.end())) return;
        reader_.complain(key, fmt::format("消息“{}”的占位符对不上：中文有 {{{}}}，英文有 {{{}}}", key, fmt::join(zh, ", "), fmt::join(en, ", ")),
                         fmt::format("the placeholders of message “{}” do not match: zh has {{{}}}, en has {{{}}}", key, fmt::join(zh, ", "), fmt::join(en, ", ")));
    }

    MessageTemplate read_template(const std::string& key, const std::string& text) {
        auto read = MessageTemplate::read(text);
        if (read) return std::move(*read);
        reader_.complain(key, read.error().zh, read.error().en);
        return {};
    }

    ShapeReader reader_;
    const ScriptPack& pack_;
    Need english_;
    RuleShape shape_;
};

}  // namespace

std::optional<RuleShape> read_rule_shape(lua_State* L, const ScriptPack& pack, const ScriptFile& file, text::Problems& problems) {
    return RuleReader{L, pack, file, problems}.read();
}

int take_check(lua_State* L, Subject subject) {
    lua_getfield(L, -1, subject == Subject::series ? "check_series" : subject == Subject::group ? "check_group" : "check");
    const int check = luaL_ref(L, LUA_REGISTRYINDEX);
    lua_pop(L, 1);
    return check;
}

}  // namespace gouji::script
