// SPDX-License-Identifier: Apache-2.0
// RunState: one worker's Lua state with its rules, and where it is: which report, which rule, what has been found. The
// functions that Lua calls reach it through the sandbox; buffers that they need live here, since an error leaves those
// functions without cleaning up. Internal to this folder.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/script/book_contents.hpp"
#include "engine/script/report_facts.hpp"
#include "engine/script/rule_book.hpp"
#include "engine/script/sandbox.hpp"
#include "engine/script/text_counts.hpp"
#include "engine/script/view.hpp"

namespace gouji::script {

// A value that a rule gave for a placeholder.
struct DataValue {
    std::string_view name;
    std::string_view text;
    double number = 0;
    std::int64_t integer = 0;
    enum class Type : std::uint8_t { text, number, integer } type = Type::text;
};

struct ReplacementDraft {
    View at;
    std::string_view text;
};

// What a rule handed to report{}, as it lies on Lua's stack. Cleared, not freed, between findings.
struct FindingDraft {
    View at;
    std::vector<View> places;  // where `at` was a list: all of it
    View against;
    const RuleMessage* message = nullptr;
    std::string_view kind;
    std::string_view logical;
    std::string_view calculation;
    std::string_view hypothesis;
    std::string_view cause;
    std::string_view severity;
    std::vector<DataValue> data;
    std::vector<View> related;
    std::vector<View> operands;
    bool safe_fix = false;
    std::string_view fix_zh;
    std::string_view fix_en;
    std::vector<View> fixed;  // fix.each
    std::vector<ReplacementDraft> replacements;
    std::deque<std::string> numbers;  // that stand where a text is expected

    void clear();
};

struct RunState {
    const BookContents* book = nullptr;
    RuleSettings settings;
    std::unique_ptr<Sandbox> sandbox;

    // By rule index: references into Lua's registry; LUA_NOREF for a rule that is not run.
    std::vector<int> checks;
    std::vector<int> options;
    int report_function = LUA_NOREF;

    ReportFacts facts;
    // Of a run across reports; null while one report is checked.
    const std::vector<const cross::Record*>* records = nullptr;
    const cross::Series* series = nullptr;
    const cross::Group* group = nullptr;

    std::uint16_t generation = 0;
    std::size_t rule = 0;
    std::size_t rule_findings = 0;
    std::vector<finding::Finding>* findings = nullptr;
    FindingDraft draft;

    // Lists of places that the rule at hand was given: the first `list_count`; the others keep their memory for the next rule.
    std::deque<ViewList> lists;  // they stay where they are while others are added
    std::size_t list_count = 0;

    // Room to work in for functions that Lua calls.
    std::vector<std::uint8_t> chosen;  // by figure
    std::vector<std::uint32_t> indices;
    TextCounts counts;

    [[nodiscard]] const BookRule& current_rule() const { return book->rules[rule]; }
    [[nodiscard]] const finding::RuleInfo& current_info() const { return book->infos[rule]; }
    [[nodiscard]] const model::Document& document() const { return facts.document(); }
    [[nodiscard]] const grammar::Tree& tree() const { return *facts.document().tree; }

    // Formats whose identifiers rules may name, the document's own included.
    [[nodiscard]] const cross::Record& record(std::uint32_t index) const { return *(*records)[index]; }

    [[nodiscard]] std::size_t format_count() const { return settings.formats != nullptr ? settings.formats->size() : 0; }
    [[nodiscard]] const model::Format& format_at(std::size_t index) const { return (*settings.formats)[index]; }

    static RunState& of(lua_State* L) { return Sandbox::of(L).owner<RunState>(); }
};

}  // namespace gouji::script
