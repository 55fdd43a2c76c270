// SPDX-License-Identifier: Apache-2.0
#include "engine/kit/case_file.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

#include "engine/kit/case_line.hpp"

namespace gouji::kit {

namespace {

class CaseReader {
public:
    CaseReader(CaseFile& file, text::Problems& problems) : file_{file}, problems_{problems} {}

    void read() {
        std::string_view rest = file_.text;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            std::string_view line = rest.substr(0, end);
            rest.remove_prefix(std::min(rest.size(), end + 1));
            if (line.ends_with('\r')) line.remove_suffix(1);
            ++line_;
            read_line(line);
        }
        if (in_text_) complain("全文没有以 --- 结束", "the text is not ended by ---");
        finish();
    }

private:
    void read_line(std::string_view written) {
        whole_ = written;
        if (in_text_) return read_text_line(written);
        const bool indented = written.starts_with(' ') || written.starts_with('\t');
        LineReader line{written};
        if (line.at_end() || line.rest().starts_with('#')) return;
        if (line.rest() == "---" && case_ && part().text && part().text->empty()) {
            in_text_ = true;
            return;
        }
        const std::string word = line.word();
        if (word == "rule") return read_rules(line);
        if (word == "case") return begin_case(line);
        if (!case_) return complain("第一个 case 行之前只能有 rule 行", "only a rule line may stand before the first case");
        case_->last_line = line_;
        if (indented && (word == "says" || word == "suspects")) return read_detail(word, line);
        if (!read_statement(word, line)) complain(fmt::format("不认识“{}”", word), fmt::format("“{}” is not known", word));
    }

    bool read_statement(const std::string& word, LineReader& line) {
        if (word == "base") return read_base(line);
        if (word == "report") return begin_report(line);
        if (word == "hierarchy") return read_names(line, case_->hierarchy, "hierarchy 上级 = 下级", "hierarchy SUPERIOR = SUBORDINATE");
        if (word == "also") return read_names(line, case_->other_names, "also 名称 = 另一名称", "also NAME = OTHER NAME");
        if (word == "text") return part().text.emplace(), expect_end(line);
        if (word == "set") return read_set(line);
        if (word == "replace") return read_replace(line);
        if (word == "insert") return read_insert(line);
        if (word == "delete") return read_delete(line);
        if (word == "option") return read_option(line);
        if (word == "find") return read_find(line);
        if (word == "silent") return read_silent(line);
        return false;
    }

    void read_rules(LineReader& line) {
        finish();
        rules_.clear();
        while (!line.at_end()) rules_.push_back(line.word());
        if (rules_.empty()) complain("rule 后面要写规则编号", "rule is followed by ids of rules");
    }

    void begin_case(LineReader& line) {
        finish();
        case_ = Case{};
        case_->title = line.rest();
        case_->line = case_->last_line = line_;
        case_->rules = rules_;
    }

    // What base, text and edits belong to: the last report of a case that has several.
    [[nodiscard]] Case& part() { return case_->reports.empty() ? *case_ : case_->reports.back(); }

    bool begin_report(LineReader& line) {
        case_->reports.emplace_back();
        case_->reports.back().title = line.word();
        case_->reports.back().line = line_;
        return case_->reports.back().title.empty() ? want("report 名称", "report NAME") : expect_end(line);
    }

    bool read_names(LineReader& line, std::vector<std::pair<std::string, std::string>>& names, std::string_view zh, std::string_view en) {
        std::string first = line.word();
        if (!line.take("=")) return want(zh, en);
        names.emplace_back(std::move(first), line.rest());
        return true;
    }

    bool read_base(LineReader& line) {
        part().base = line.word();
        return expect_end(line);
    }

    void read_text_line(std::string_view line) {
        if (line == "---") {
            in_text_ = false;
            case_->last_line = line_;
            return;
        }
        *part().text += line;
        *part().text += '\n';
    }

    bool read_set(LineReader& line) {
        Edit edit{Edit::Kind::set, line.word(), {}, line_};
        if (!line.take("=")) return want("set 数值标识 = 值", "set FIGURE = VALUE");
        edit.text = line.rest();
        part().edits.push_back(std::move(edit));
        return true;
    }

    bool read_replace(LineReader& line) {
        Edit edit{line.take("all") ? Edit::Kind::replace_all : Edit::Kind::replace, {}, {}, line_};
        const auto target = line.quoted();
        const bool by = line.take("by");
        const auto text = line.quoted();
        if (!target || !by || !text) return want("replace \"甲\" by \"乙\"", "replace \"A\" by \"B\"");
        edit.target = *target;
        edit.text = *text;
        part().edits.push_back(std::move(edit));
        return expect_end(line);
    }

    bool read_insert(LineReader& line) {
        const auto text = line.quoted();
        const bool after = line.take("after");
        const bool before = !after && line.take("before");
        const auto target = line.quoted();
        if (!text || !(after || before) || !target) return want("insert \"乙\" after \"甲\"", "insert \"B\" after \"A\"");
        part().edits.push_back({after ? Edit::Kind::insert_after : Edit::Kind::insert_before, *target, *text, line_});
        return expect_end(line);
    }

    bool read_delete(LineReader& line) {
        Edit edit{Edit::Kind::remove, {}, {}, line_};
        if (line.take("section")) {
            edit.kind = Edit::Kind::remove_section;
            edit.target = line.word();
        } else {
            if (line.take("lines")) edit.kind = Edit::Kind::remove_lines;
            else if (line.take("line")) edit.kind = Edit::Kind::remove_line;
            const auto target = line.quoted();
            if (!target) return want("delete \"甲\"", "delete \"A\"");
            edit.target = *target;
            if (edit.kind == Edit::Kind::remove_lines) {
                const bool to = line.take("to");
                const auto last = line.quoted();
                if (!to || !last) return want("delete lines \"甲\" to \"乙\"", "delete lines \"A\" to \"B\"");
                edit.text = *last;
            }
        }
        part().edits.push_back(std::move(edit));
        return expect_end(line);
    }

    bool read_option(LineReader& line) {
        const std::string name = line.word();
        if (!line.take("=")) return want("option 名 = 值", "option NAME = VALUE");
        case_->options.emplace_back(name, line.rest());
        return true;
    }

    bool read_find(LineReader& line) {
        Expectation expected;
        expected.line = line_;
        expected.written = whole_;
        expected.rule = line.word();
        if (expected.rule.empty()) return want("find 规则 逻辑位置 at 位置", "find RULE LOGICAL at PLACE");
        if (!line.at_end() && line.peek() != "at" && line.peek() != "review" && line.peek() != "in") expected.logical = line.word();
        if (expected.logical == "*") expected.logical.clear();
        if (line.take("in")) expected.report = line.word();
        if (line.take("at") && !line.place(expected.place)) return want("at ⟦原文⟧、数值标识或 section:节", "at ⟦text⟧, a figure or section:ID");
        expected.review = line.take("review");
        case_->finds.push_back(std::move(expected));
        case_->expectation_lines.push_back(line_);
        return expect_end(line);
    }

    void read_detail(const std::string& word, LineReader& line) {
        case_->expectation_lines.push_back(line_);
        if (case_->finds.empty()) return complain("这一行应当跟在 find 后面", "this line belongs behind a find");
        Expectation& expected = case_->finds.back();
        if (word == "says") {
            expected.says.push_back(line.rest());
            return;
        }
        std::string figure = line.word();
        if (!line.take("=")) {
            want("suspects 数值标识 = 值", "suspects FIGURE = VALUE");
            return;
        }
        expected.suspects.emplace_back(std::move(figure), line.rest());
    }

    bool read_silent(LineReader& line) {
        case_->expectation_lines.push_back(line_);
        case_->all_silent = line.take("all");
        if (line.at_end() && !case_->all_silent && case_->rules.empty()) return want("silent 规则", "silent RULE");
        while (!line.at_end()) case_->silent.push_back(line.word());
        if (case_->silent.empty()) case_->silent = case_->rules;
        return true;
    }

    void finish() {
        if (!case_) return;
        const bool expects = !case_->finds.empty() || !case_->silent.empty() || case_->all_silent;
        const std::uint32_t here = std::exchange(line_, case_->line);
        whole_ = "case " + case_->title;
        if (!expects) complain("用例没有写期望（find 或 silent）", "the case expects nothing (find or silent)");
        const auto lacks_text = [](const Case& part) { return part.base.empty() == !part.text.has_value(); };
        const bool several = !case_->reports.empty();
        const bool lacking = several ? std::any_of(case_->reports.begin(), case_->reports.end(), lacks_text) : lacks_text(*case_);
        if (lacking) complain("用例要么写 base，要么写 text", "a case has either a base or a text");
        line_ = here;
        if (good_) file_.cases.push_back(std::move(*case_));
        case_.reset();
        good_ = true;
    }

    bool expect_end(LineReader& line) {
        if (!line.at_end()) complain(fmt::format("多出“{}”", line.rest()), fmt::format("“{}” is too much", line.rest()));
        return true;
    }

    bool want(std::string_view zh, std::string_view en) {
        complain(fmt::format("写法应当是：{}", zh), fmt::format("expected: {}", en));
        return true;
    }

    void complain(std::string zh, std::string en) {
        good_ = false;
        problems_.push_back({text::ProblemKind::pack, {std::move(zh), std::move(en)}, file_.path, line_, 0, std::string{whole_}, {}});
    }

    CaseFile& file_;
    text::Problems& problems_;
    std::vector<std::string> rules_;
    std::optional<Case> case_;
    std::string whole_;
    std::uint32_t line_ = 0;
    bool in_text_ = false;
    bool good_ = true;
};

}  // namespace

CaseFile read_cases(std::string path, std::string text, text::Problems& problems) {
    CaseFile file{std::move(path), std::move(text), {}};
    CaseReader{file, problems}.read();
    return file;
}

}  // namespace gouji::kit
