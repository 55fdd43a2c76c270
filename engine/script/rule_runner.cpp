// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <chrono>

#include "engine/script/excerpt.hpp"
#include "engine/script/freeze.hpp"
#include "engine/script/report_function.hpp"
#include "engine/script/run_state.hpp"

namespace gouji::script {

using model::Document;

namespace {

void push_option(lua_State* L, const finding::OptionValue& value) {
    if (const auto* flag = std::get_if<bool>(&value)) return lua_pushboolean(L, *flag ? 1 : 0);
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return lua_pushinteger(L, *whole);
    if (const auto* number = std::get_if<double>(&value)) return lua_pushnumber(L, *number);
    if (const auto* text = std::get_if<std::string>(&value)) return push_text(L, *text);
    const auto& list = std::get<std::vector<std::string>>(value);
    lua_createtable(L, static_cast<int>(list.size()), 0);
    for (std::size_t i = 0; i < list.size(); ++i) {
        push_text(L, list[i]);
        lua_rawseti(L, -2, static_cast<lua_Integer>(i) + 1);
    }
    seal(L);
}

// The option's value in force: what the settings say, else the rule's own.
const finding::OptionValue& value_of(const RunState& run, std::size_t rule, const finding::RuleOption& option) {
    if (rule < run.settings.options.size()) {
        for (const auto& [name, value] : run.settings.options[rule]) {
            if (name == option.name) return value;
        }
    }
    return option.initial;
}

int make_options(RunState& run, std::size_t rule) {
    lua_State* L = run.sandbox->lua();
    lua_newtable(L);
    for (const finding::RuleOption& option : run.book->infos[rule].options) {
        push_option(L, value_of(run, rule, option));
        lua_setfield(L, -2, option.name.c_str());
    }
    seal(L);
    return luaL_ref(L, LUA_REGISTRYINDEX);
}

bool is_enabled(const RunState& run, std::size_t rule) { return run.settings.enabled.empty() || run.settings.enabled[rule]; }

void load_rule(RunState& run, std::size_t index) {
    const BookRule& rule = run.book->rules[index];
    if (!run.sandbox->load_rule(run.book->packs->packs()[rule.pack], *rule.file)) return;  // cannot be: the book has loaded it
    run.checks[index] = take_check(run.sandbox->lua(), rule.subject);
}

void open(RunState& run) {
    LoadedState::State loaded = run.book->loaded.take();
    const bool is_loaded = loaded.sandbox != nullptr;
    run.sandbox = is_loaded ? std::move(loaded.sandbox) : std::make_unique<Sandbox>(*run.book->packs);
    run.sandbox->set_owner(&run);
    lua_State* L = run.sandbox->lua();
    install_views(L);
    push_report_function(L);
    run.report_function = luaL_ref(L, LUA_REGISTRYINDEX);
    run.checks.assign(run.book->rules.size(), LUA_NOREF);
    run.options.assign(run.book->rules.size(), LUA_NOREF);
    for (std::size_t i = 0; i < run.book->rules.size(); ++i) {
        const bool across = run.book->rules[i].subject != Subject::document;
        if (!is_enabled(run, i) || across != run.settings.across) continue;
        if (is_loaded) run.checks[i] = loaded.checks[i];
        else load_rule(run, i);
        if (run.checks[i] != LUA_NOREF) run.options[i] = make_options(run, i);
    }
}

bool applies(const Applies& applies, const Document& document) {
    if (!applies.formats.empty()) {
        const auto same = [&](const std::string& id) { return document.format != nullptr && document.format->id == id; };
        if (std::none_of(applies.formats.begin(), applies.formats.end(), same)) return false;
    }
    if (!applies.from_year && !applies.to_year) return true;
    if (!document.year) return applies.years_unknown;
    return (!applies.from_year || *document.year >= *applies.from_year) && (!applies.to_year || *document.year <= *applies.to_year);
}

bool has_needs(RunState& run, const BookRule& rule) {
    if (run.settings.without_needs) return true;
    if (rule.needed_phrases.empty() && rule.needed_facts == 0) return true;
    if (rule.needed_facts != 0 && (run.facts.facts() & rule.needed_facts) != 0) return true;
    return std::any_of(rule.needed_phrases.begin(), rule.needed_phrases.end(), [&](auto set) { return !run.facts.hits_of(set).empty(); });
}

bool call_check(RunState& run) {
    lua_State* L = run.sandbox->lua();
    lua_rawgeti(L, LUA_REGISTRYINDEX, run.checks[run.rule]);
    push_view(L, run.series != nullptr ? ViewKind::series : run.group != nullptr ? ViewKind::group : ViewKind::document, 0);
    lua_rawgeti(L, LUA_REGISTRYINDEX, run.report_function);
    lua_rawgeti(L, LUA_REGISTRYINDEX, run.options[run.rule]);
    return run.sandbox->call(3, 0);
}

std::size_t count_phrase_sets(const BookContents& book) {
    std::size_t count = 0;
    for (const BookRule& rule : book.rules) {
        for (const KnownPhrases& phrases : rule.phrases) count = std::max(count, std::size_t{phrases.set} + 1);
    }
    return count;
}

}  // namespace

struct RuleRunner::State {
    RunState run;
    std::vector<RuleTiming> timings;
    bool measured = false;
    std::size_t phrase_sets = 0;
    std::size_t size = 0;  // of what is looked at, in bytes

    void run_rule(text::Problems& problems) {
        using Clock = std::chrono::steady_clock;
        const std::size_t before = run.findings->size();
        const auto start = measured ? Clock::now() : Clock::time_point{};
        run.rule_findings = 0;
        run.list_count = 0;
        if (!call_check(run)) fail(before, problems);
        if (!measured) return;
        RuleTiming& timing = timings[run.rule];
        ++timing.calls;
        timing.nanoseconds += static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::nanoseconds>(Clock::now() - start).count());
        timing.findings += run.findings->size() - before;
    }

    // What a rule reported before it ran into a limit is worth no more than the rule.
    void fail(std::size_t before, text::Problems& problems) {
        const BookRule& rule = run.current_rule();
        text::Problem problem = run.sandbox->problem(run.book->packs->packs()[rule.pack], *rule.file);
        problem.subject = run.current_info().id;
        problems.push_back(std::move(problem));
        if (run.sandbox->error().limit != LimitKind::none) run.findings->resize(before);
        if (run.sandbox->spoilt()) {
            open(run);
            run.sandbox->meter().allow_for(size);
        }
    }

    void run_across(const std::vector<const cross::Record*>& records, std::vector<finding::Finding>& findings, text::Problems& problems) {
        ++run.generation;
        run.records = &records;
        run.findings = &findings;
        size = 0;
        for (const cross::Record* record : records) size += record->source->utf8().size();
        run.sandbox->meter().allow_for(size);
        for (run.rule = 0; run.rule < run.book->rules.size(); ++run.rule) {
            const BookRule& rule = run.current_rule();
            if (run.checks[run.rule] == LUA_NOREF || (rule.subject == Subject::series) != (run.series != nullptr)) continue;
            if (run.group == nullptr || rule.groups == run.group->kind) run_rule(problems);
        }
        run.findings = nullptr;
        run.records = nullptr;
        run.series = nullptr;
        run.group = nullptr;
        run.sandbox->tidy();
    }
};

RuleRunner::RuleRunner(const RuleBook& book, RuleSettings settings) : state_{std::make_unique<State>()} {
    state_->run.book = book.contents_.get();
    state_->run.settings = std::move(settings);
    state_->timings.resize(book.rules().size());
    state_->phrase_sets = count_phrase_sets(*book.contents_);
    open(state_->run);
}

RuleRunner::~RuleRunner() = default;
RuleRunner::RuleRunner(RuleRunner&&) noexcept = default;
RuleRunner& RuleRunner::operator=(RuleRunner&&) noexcept = default;

const std::vector<RuleTiming>& RuleRunner::timings() const { return state_->timings; }
void RuleRunner::measure_time(bool on) { state_->measured = on; }

void RuleRunner::run(const Document& document, std::vector<finding::Finding>& findings, text::Problems& problems) {
    RunState& run = state_->run;
    ++run.generation;
    run.facts.begin(document, state_->phrase_sets);
    run.findings = &findings;
    state_->size = document.source->utf8().size();
    run.sandbox->meter().allow_for(state_->size);
    for (run.rule = 0; run.rule < run.book->rules.size(); ++run.rule) {
        const BookRule& rule = run.current_rule();
        if (run.checks[run.rule] == LUA_NOREF || !applies(rule.applies, document) || !has_needs(run, rule)) continue;
        state_->run_rule(problems);
    }
    run.findings = nullptr;
    run.sandbox->tidy();
}

void RuleRunner::run(const cross::Series& series, std::vector<finding::Finding>& findings, text::Problems& problems) {
    state_->run.series = &series;
    state_->run_across(series.reports, findings, problems);
}

void RuleRunner::run(const cross::Group& group, std::vector<finding::Finding>& findings, text::Problems& problems) {
    state_->run.group = &group;
    state_->run_across(group.reports, findings, problems);
}

}  // namespace gouji::script
