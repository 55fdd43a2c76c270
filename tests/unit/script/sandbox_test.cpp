// SPDX-License-Identifier: Apache-2.0
// Hostile rules: none may leave the sandbox, hang the run, bring it down, or carry anything from one report to the next.
#include <doctest/doctest.h>

#include <chrono>

#include "unit/script/script_fixture.hpp"

using namespace gouji::script;
using namespace gouji::script::testing;

namespace {

Limits tight() {
    Limits limits;
    limits.instructions = 200'000;
    limits.memory = 8U << 20U;
    limits.pattern_steps = 200'000;
    limits.allocations = 32U << 20U;
    return limits;
}

bool says(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("what leads out of the sandbox is not there") {
    const char* names[] = {"os", "io", "load", "loadstring", "loadfile", "dofile", "debug", "package", "coroutine", "collectgarbage", "rawset",
                           "rawget", "rawequal", "rawlen", "setmetatable", "getmetatable", "pcall", "xpcall", "print", "_G", "warn"};
    for (const char* name : names) {
        CAPTURE(std::string{name});
        const Loaded loaded = load_check(std::string{"    local x = "} + name + "\n");
        REQUIRE(loaded.problems.size() == 1);
        CHECK(says(loaded.problems[0].message.en, name));
        CHECK(loaded.problems[0].line == 10);
        CHECK(says(loaded.problems[0].excerpt, name));
        CHECK(loaded.book.rules().empty());
    }
}

TEST_CASE("os.execute is refused before anything runs") {
    const Loaded loaded = load_check("    os.execute(\"touch /tmp/gouji-escaped\")");
    REQUIRE(loaded.problems.size() == 1);
    CHECK(loaded.problems[0].message.zh == "没有“os”这个名字，规则里用不了");
    CHECK(loaded.problems[0].file == "packs/local/L001.lua");
}

TEST_CASE("libraries lack what is unsafe or depends on chance") {
    for (const char* part : {"string.dump", "string.pack", "string.unpack", "math.random", "math.randomseed"}) {
        CAPTURE(std::string{part});
        CHECK(trouble_of(std::string{"    if "} + part + " ~= nil then error('there') end") == "");
    }
    CHECK(says(trouble_of("    return string.format('%p', {})"), "%p"));
    CHECK(trouble_of("    assert(tostring({}) == 'table' and string.format('%s', print0 or {}) == 'table')").starts_with("load: "));
    CHECK(trouble_of("    assert(tostring({}) == 'table' and string.format('%s', {}) == 'table')") == "");
}

TEST_CASE("globals and libraries cannot be changed") {
    CHECK(says(trouble_of("    leaked = 1"), "global variable"));
    CHECK(says(trouble_of("    string.find = nil"), "read-only"));
    CHECK(says(trouble_of("    table.concat = function() end"), "read-only"));
    CHECK(says(trouble_of("    ('').rep = nil"), "failed"));
    CHECK(says(trouble_of("    local e = _ENV; e.string = nil"), "read-only"));
    CHECK(says(trouble_of("    local s = string; s.find = 1"), "read-only"));
    CHECK(says(trouble_of("    table.insert(math, 1)"), "read-only"));
    CHECK(says(trouble_of("    table.sort(string.find('a', 'a') and table)"), "") );
}

TEST_CASE("an endless loop ends with a problem, and the other rules run on") {
    Loaded loaded = load({{"a.lua", rule_text("    while true do end")},
                          {"b.lua", rule_text("    report{at = doc, message = 'plain'}", "  id = 'L002', name = 'other',")}},
                         {}, tight());
    REQUIRE(loaded.problems.empty());
    const Outcome outcome = run_empty(loaded.book);
    REQUIRE(outcome.problems.size() == 1);
    CHECK(outcome.problems[0].subject == "local/L001");
    CHECK(outcome.problems[0].line == 10);
    CHECK(outcome.problems[0].excerpt == "    while true do end");
    CHECK(says(outcome.problems[0].message.en, "200000 instructions"));
    REQUIRE(outcome.findings.size() == 1);
    CHECK(outcome.findings[0].rule->id == "local/L002");
}

TEST_CASE("memory runs out for the rule, not for the program") {
    const char* hogs[] = {
        "    local t = {} for i = 1, 1e9 do t[i] = {i} end",
        "    local s = 'x' while true do s = s .. s end",
        "    return ('x'):rep(1e9)",
        "    return ('x'):rep(1 << 62)",
        "    return string.format('%99.99f', 1):rep(1e8)",
        "    local t = {} for i = 1, 1e6 do t[i] = 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' .. i end return table.concat(t)",
        "    local t = {} for i = 1, 60 do t[i] = ('x'):rep(100000) end return table.concat(t, ',')",
        "    return (('x'):rep(100000):gsub('x', ('y'):rep(1000)))",
    };
    for (const char* hog : hogs) {
        CAPTURE(std::string{hog});
        Limits limits = tight();
        limits.instructions = 100'000'000;
        const std::string trouble = trouble_of(hog, limits);
        CAPTURE(trouble);
        CHECK((says(trouble, "memory") || says(trouble, "too large") || says(trouble, "steps")));
    }
}

TEST_CASE("a state that ran out of memory is made anew") {
    Loaded loaded = load({{"a.lua", rule_text("    if #doc.title_place.text > 0 then local t = {} for i = 1, 1e9 do t[i] = {i} end end")},
                          {"b.lua", rule_text("    report{at = doc, message = 'plain'}", "  id = 'L002', name = 'other',")}},
                         {}, tight());
    const gouji::text::SourceText source{"empty.txt", "甲\n"};
    const gouji::grammar::Tree tree;
    gouji::model::Document document;
    document.source = &source;
    document.tree = &tree;
    RuleRunner runner{loaded.book, {}};
    for (int i = 0; i < 5; ++i) {
        Outcome outcome;
        runner.run(document, outcome.findings, outcome.problems);
        CHECK(outcome.problems.size() == 1);
        CHECK(outcome.findings.size() == 1);
    }
}

TEST_CASE("library functions that instructions do not show are charged") {
    const char* slow[] = {
        "    return (('a'):rep(5000)):find('.-.-.-.-b')",
        "    return (('a'):rep(5000)):match('(a*)(a*)(a*)(a*)b')",
        "    for w in (('a'):rep(5000)):gmatch('a-a-a-b') do end",
        "    return (('a'):rep(3000)):gsub('a-a-a-b', '')",
        "    local t = {} for i = 1, 20000 do t[i] = i end for i = 1, 1e6 do table.insert(t, 1, i) end",
        "    local t = {} for i = 1, 20000 do t[i] = i end for i = 1, 1e6 do table.sort(t) end",
        "    local t = {} for i = 1, 20000 do t[i] = 'a' end for i = 1, 1e6 do table.concat(t) end",
        "    for i = 1, 1e6 do table.move({}, 1, 1e6, 2) end",
        "    local s = ('a'):rep(100000) for i = 1, 1e6 do s:find('b', 1, true) end",
        "    local t = {} for i = 1, 20000 do t['k' .. i] = i end for i = 1, 1e6 do for k in pairs(t) do end end",
    };
    for (const char* check : slow) {
        CAPTURE(std::string{check});
        const auto start = std::chrono::steady_clock::now();
        const std::string trouble = trouble_of(check, tight());
        CAPTURE(trouble);
        CHECK((says(trouble, "steps") || says(trouble, "instructions") || says(trouble, "memory")));
        CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds{2});
    }
    CHECK(trouble_of("    assert((''):rep(1 << 60) == '')") == "");
}

TEST_CASE("texts against lists of texts") {
    CHECK(trouble_of(R"(
    assert(("部署下一年工作"):has_any({"已", "下一年"}) and not ("部署"):has_any({"下一年", "了", ""  .. "署部"}))
    assert(("ab"):has_any({"b"}) and not ("ab"):has_any({}) and ("ab"):has_any({""}) and not (""):has_any({"b"}))
    local kinds = {["局"] = 1, ["公安局"] = 2, ["厅"] = 3}
    local last, kind = ("某县公安局"):ending(kinds)
    assert(last == "公安局" and kind == 2 and ("某县"):ending(kinds) == nil and (""):ending(kinds) == nil)
)") == "");
    CHECK(says(trouble_of("    return ('a'):has_any('a')"), "table expected"));
    CHECK(trouble_of(R"(
    local function same(found, count, text, number) assert(found == text and count == number) end
    local s, n = ("甲。乙。丙"):gsub("。", ";") same(s, n, "甲;乙;丙", 2)
    s, n = ("aaa"):gsub("a", "bb", 2) same(s, n, "bbbba", 2)
    s, n = ("aaa"):gsub("aa", "") same(s, n, "a", 1)
    s, n = ("abc"):gsub("x", "y") same(s, n, "abc", 0)
    s, n = ("abc"):gsub("b", "y", 0) same(s, n, "abc", 0)
    s, n = ("abc"):gsub("b", "%%") same(s, n, "a%c", 1)
    s, n = ("abc"):gsub("", "-") same(s, n, "-a-b-c-", 4)
)") == "");
    CHECK(says(trouble_of("    return ('a'):has_any({1})"), "list of strings"));
    const std::string endless = "    local long, words = ('a'):rep(100000), {} for i = 1, 1000 do words[i] = 'ab' .. i end ";
    CHECK(says(trouble_of((endless + "while true do long:has_any(words) end").c_str(), tight()), "steps"));
    CHECK(says(trouble_of("    local keys = {} for i = 1, 9999 do keys['k' .. i] = i end while true do ('a'):ending(keys) end", tight()), "s"));
}

TEST_CASE("the clock ends what only repeats large copies") {
    Limits limits;
    limits.instructions = 1'000'000'000'000;
    limits.milliseconds = 100;
    limits.allocations = ~std::size_t{0} / 2;
    CHECK(says(trouble_of("    local a, b = ('a'):rep(3e6), ('a'):rep(3e6) .. '' while a == b do end", limits), "100 ms"));
}

TEST_CASE("recursion without end is a problem of its rule") {
    const std::string endless = trouble_of("    local function f() return 1 + f() end return f()");
    CHECK((says(endless, "stack overflow") || says(endless, "memory")));
    CHECK(says(trouble_of("    local function f(s) return (s:gsub('.', f)) end return f('a')"), "stack overflow"));
    CHECK(says(trouble_of("    local function f() table.sort({1, 2, 3}, f) end f()"), "stack overflow"));
    std::string deep = "    return ";
    for (int i = 0; i < 1000; ++i) deep += "(";
    CHECK(trouble_of(deep).starts_with("load: "));
    std::string nested;
    for (int i = 0; i < 150; ++i) nested += "function() return ";
    CHECK(trouble_of("    return " + nested).starts_with("load: "));
}

TEST_CASE("whatever is raised becomes a message") {
    CHECK(says(trouble_of("    error('my words')"), "my words"));
    CHECK(says(trouble_of("    error({code = 1})"), "table"));
    CHECK(says(trouble_of("    error(doc)"), "userdata"));
    CHECK(says(trouble_of("    error()"), "nil"));
    CHECK(says(trouble_of("    error(function() end)"), "function"));
    CHECK(says(trouble_of("    error('\\xff\\xfe')"), "\xEF\xBF\xBD"));
    CHECK(says(trouble_of("    error(('x'):rep(100000))"), "…"));
    CHECK(says(trouble_of("    assert(false, 'expected more')"), "expected more"));
    CHECK(says(trouble_of("    local t = nil; return t.x"), "nil value"));
    CHECK(says(trouble_of("    return doc + 1"), "arithmetic"));
}

TEST_CASE("a problem names the line where it happened, also in a library") {
    Loaded loaded = load({{"a.lua", rule_text("    tools.fail()", "", "local tools = require('tools')")}},
                         {{"lib/tools.lua", "local tools = {}\n\nfunction tools.fail()\n  error('broken tool')\nend\n\nreturn tools\n"}});
    REQUIRE(loaded.problems.empty());
    const Outcome outcome = run_empty(loaded.book);
    REQUIRE(outcome.problems.size() == 1);
    CHECK(outcome.problems[0].file == "packs/local/lib/tools.lua");
    CHECK(outcome.problems[0].line == 4);
    CHECK(outcome.problems[0].excerpt == "  error('broken tool')");
    CHECK(outcome.problems[0].subject == "local/L001");
}

TEST_CASE("views are read-only and know their fields") {
    CHECK(says(trouble_of("    doc.year = 2020"), "read-only"));
    CHECK(says(trouble_of("    return doc.yaer"), "did you mean “year”?"));
    CHECK(says(trouble_of("    return doc.sections('x')"), "colon"));
    CHECK(says(trouble_of("    return doc:identities()"), "string expected"));
    CHECK(says(trouble_of("    return doc:marks('nonsense')"), "no such kind of mark"));
    CHECK(says(trouble_of("    return doc:hits('nothing')"), "no “nothing”"));
    CHECK(trouble_of("    assert(tostring(doc) == 'Document' and type(doc) == 'userdata' and doc == doc)") == "");
}

TEST_CASE("nothing is kept between reports") {
    const auto load_problem = [](const std::string& check, const std::string& before) {
        const Loaded loaded = load_check(check, "", before);
        return loaded.problems.empty() ? std::string{} : loaded.problems[0].message.en;
    };
    CHECK(says(load_problem("    count = count + 1", "local count = 0"), "assigns “count”"));
    CHECK(says(load_problem("    local function f() count = 1 end f()", "local count = 0"), "assigns “count”"));
    CHECK(says(load_problem("    bump()", "local bump = (function() local n = 0 return function() n = n + 1 end end)()"), "assigns “n”"));
    CHECK(says(load_problem("    return next_word()", "local next_word = ('a b'):gmatch('%a')"), "iterator"));
    CHECK(says(load_problem("    _ENV = {}", ""), "assigns “_ENV”"));
    // Tables outside the function are frozen.
    for (const char* check : {"    seen[1] = true", "    table.insert(seen, 1)", "    seen.inner.x = 1", "    table.sort(seen.list)"}) {
        CAPTURE(std::string{check});
        Loaded loaded = load_check(check, "", "local seen = {inner = {}, list = {3, 2, 1}}");
        REQUIRE(loaded.problems.empty());
        const Outcome outcome = run_empty(loaded.book);
        REQUIRE(outcome.problems.size() == 1);
        CHECK(says(outcome.problems[0].message.en, "read-only"));
    }
    // So is what they share with the table that the file returns.
    Loaded shared = load_check("    words.set[1] = '乙'", "  phrases = words,", "local words = {set = {'甲'}}");
    REQUIRE(shared.problems.empty());
    const Outcome outcome = run_empty(shared.book);
    REQUIRE(outcome.problems.size() == 1);
    CHECK(says(outcome.problems[0].message.en, "read-only"));
    // What a function keeps for itself while it runs is its own business.
    CHECK(load_problem("    local n = 0; local function f() n = n + 1 end f() f() assert(n == 2)", "") == "");
    CHECK(trouble_of("    local n = 0; local function f() n = n + 1 end f() f() assert(n == 2)") == "");
}

TEST_CASE("frozen tables read like any other") {
    Loaded loaded = load_check(R"(
    assert(#list == 3 and list[2] == 'b' and map.inner.deep == 1)
    local seen = {}
    for i, v in ipairs(list) do seen[#seen + 1] = i .. v end
    assert(table.concat(seen) == '1a2b3c')
    seen = {}
    for k, v in pairs(map) do seen[#seen + 1] = k end
    assert(table.concat(seen, ' ') == 'a b inner', table.concat(seen, ' '))
    assert(table.concat(list, ',') == 'a,b,c' and select('#', table.unpack(list)) == 3)
    assert(next(map) ~= nil and next({}) == nil)
    assert(options.words[1] == 'x' and #options.words == 2 and options.limit == 5)
    report{at = doc, message = 'found', data = {what = list[1]}}
)",
                               "  options = {limit = {type = 'integer', default = 5, zh = '上限'}, words = {type = 'strings', default = {'x', 'y'}, zh = '词'}},",
                               "local list, map = {'a', 'b', 'c'}, {b = 1, a = 2, inner = {deep = 1}}");
    REQUIRE(loaded.problems.empty());
    const Outcome outcome = run_empty(loaded.book);
    for (const auto& problem : outcome.problems) MESSAGE(problem.message.en);
    CHECK(outcome.problems.empty());
    REQUIRE(outcome.findings.size() == 1);
    CHECK(outcome.findings[0].message == "发现a");
}

TEST_CASE("bytecode is no text") {
    const Loaded loaded = load({{"a.lua", std::string{"\x1bLua\x54\x00", 6}}});
    REQUIRE(loaded.problems.size() == 1);
    CHECK(says(loaded.problems[0].message.en, "binary"));
}

TEST_CASE("require loads the pack's own library only, once, and not in circles") {
    const auto problem = [](const std::string& before, std::vector<ScriptFile> library) {
        const Loaded loaded = load({{"a.lua", rule_text("", "", before)}}, std::move(library));
        return loaded.problems.empty() ? std::string{} : loaded.problems[0].message.en;
    };
    CHECK(says(problem("local x = require('os')", {}), "no lib/os.lua"));
    CHECK(says(problem("local x = require('../../etc/passwd')", {}), "no lib/"));
    CHECK(says(problem("local x = require('a')", {{"lib/a.lua", "return require('b')"}, {"lib/b.lua", "return require('a')"}}), "requires itself"));
    CHECK(problem("local x, y = require('a'), require('a'); assert(x == y)", {{"lib/a.lua", "return {}"}}) == "");
    CHECK(says(problem("local x = require('a'); x.y = 1", {{"lib/a.lua", "return {}"}}), "read-only"));
    CHECK(says(problem("local x = require('a')", {{"lib/a.lua", "x = 1"}}), "global variable"));
    CHECK(says(trouble_of("    return require('law')"), "head of the file"));
}

TEST_CASE("every runner of a book does the same: the one that takes over the state the rules were loaded in, and those behind it") {
    const std::string check = "    local words = require_of()\n    error(words.said .. options.name)";
    const Loaded loaded = load({{"L001.lua", rule_text(check, "  options = {name = {type = \"string\", default = \"甲\", zh = \"名\", en = \"name\"}},",
                                                      "local words = require('words')\nlocal function require_of() return words end")}},
                               {{"lib/words.lua", "return {said = 'halt '}"}});
    REQUIRE(loaded.problems.empty());
    const Outcome first = run_empty(loaded.book);
    REQUIRE(first.problems.size() == 1);
    CHECK(says(first.problems[0].message.en, "halt 甲"));
    CHECK(first.problems[0].file == "packs/local/L001.lua");
    for (int i = 0; i < 2; ++i) {
        const Outcome next = run_empty(loaded.book);
        REQUIRE(next.problems.size() == 1);
        CHECK(next.problems[0].message.en == first.problems[0].message.en);
        CHECK(next.problems[0].line == first.problems[0].line);
        CHECK(next.problems[0].excerpt == first.problems[0].excerpt);
    }
}
