// SPDX-License-Identifier: Apache-2.0
// More hostile rules: each has to end in a problem that can be seen or do no harm, in bounded memory and time, while the next rule runs.
#include <doctest/doctest.h>
#include <sys/resource.h>

#include <chrono>

#include "unit/script/script_fixture.hpp"

using namespace gouji::script;
using namespace gouji::script::testing;

namespace {

bool says(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }

long peak_kilobytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

// Runs the hostile check with a good rule behind it; gives the problem, having made sure that the good one ran and that no more
// memory than the limit and some slack was taken.
std::string attack(const std::string& check, const std::string& before = "") {
    const long memory = peak_kilobytes();
    const auto start = std::chrono::steady_clock::now();
    Loaded loaded = load({{"a.lua", rule_text(check, "", before)}, {"b.lua", rule_text("    report{at = doc, message = 'plain'}", "  id = 'L002', name = 'other',")}});
    const Outcome outcome = run_empty(loaded.book);
    bool good = false;
    for (const auto& finding : outcome.findings) good = good || finding.rule->id == "local/L002";
    CHECK(good);
    CHECK(peak_kilobytes() - memory < 300 * 1024);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds{20});
    if (!loaded.problems.empty()) return "load: " + loaded.problems[0].message.en;
    return outcome.problems.empty() ? std::string{} : outcome.problems[0].message.en;
}

}  // namespace

TEST_CASE("no way to a metatable, a finaliser, a chunk or a thread") {
    for (const char* check : {
             "    return getmetatable('')",
             "    getmetatable('').__index = function() end",
             "    setmetatable({}, {__gc = function() while true do end end})",
             "    setmetatable({}, {__index = function() error('x') end})",
             "    local t <close> = setmetatable({}, {__close = function() while true do end end})",
             "    return load('return 1')()",
             "    return load(string.rep('a', 10))",
             "    coroutine.wrap(function() while true do end end)()",
             "    pcall(function() while true do end end)",
             "    xpcall(error, function() while true do end end)",
             "    return _ENV._ENV.os",
             "    return string.gsub('x', 'x', _G)",
             "    return require('string')",
             "    return debug.getinfo(1)",
             "    return collectgarbage('stop')",
         }) {
        CAPTURE(std::string{check});
        const std::string trouble = attack(check);
        CAPTURE(trouble);
        CHECK(!trouble.empty());
    }
}

TEST_CASE("a string's own functions lead nowhere") {
    CHECK(attack("    local f = ('').format; assert(f == string.format)").empty());
    CHECK(!attack("    local s = 'x'; s.y = 1").empty());
    CHECK(!attack("    return ('x').nothing()").empty());
    CHECK(!attack("    return #(('x'):rep(1e6):rep(1e6))").empty());
    CHECK(!attack("    return ('x'):rep(1e5, ('y'):rep(1e5))").empty());
    CHECK(!attack("    return string.format('%9999d', 1)").empty());
    CHECK(!attack("    return string.format('%' .. ('9'):rep(1000) .. 'd', 1)").empty());
    CHECK(!attack("    return string.format('%s%s', 1)").empty());
    CHECK(!attack("    local s = ('x'):rep(1e6) return string.byte(s, 1, -1)").empty());
    CHECK(!attack("    return string.char(1e9)").empty());
    CHECK(!attack("    for i = 1, 1e9 do local s = utf8.char(i % 1000 + 32, i % 1000 + 33) end").empty());
    CHECK(!attack("    return ('['):find('[')").empty());
    CHECK(!attack("    return ('x'):gsub('x', '%9')").empty());
    CHECK(!attack("    return (('('):rep(100)):find(('('):rep(100))").empty());
}

TEST_CASE("pattern backtracking is bounded, whatever its shape") {
    for (const char* check : {
             "    return (('a'):rep(30000)):find(('a?'):rep(500) .. ('a'):rep(500) .. 'b')",
             "    return (('a'):rep(30000)):find('(.-)%1(.-)%2b')",
             "    return (('ab'):rep(20000)):match('^(.*)(.*)(.*)(.*)c$')",
             "    return (('('):rep(20000)):find('%b()%b()%b()x')",
             "    local s = ('x'):rep(20000) for _ in s:gmatch('.-.-.-y') do end",
             "    local s = ('x'):rep(20000) return (s:gsub('.-.-.-y', function() return s end))",
             "    return (('é'):rep(20000)):find('[^\\xC3]*[^\\xC3]*[^\\xC3]*[^\\xC3]*$b')",
         }) {
        CAPTURE(std::string{check});
        static_cast<void>(attack(check));  // slow ones are stopped, the others are merely quick: attack() sees to time and memory
    }
    CHECK(says(attack("    return (('a'):rep(30000)):find('.-.-.-.-b')"), "steps"));
}

TEST_CASE("tables cannot be blown up, sorted for ever or unpacked without end") {
    for (const char* check : {
             "    return table.unpack({}, 1, 1e8)",
             "    return select('#', table.unpack({}, 1, 1e7))",
             "    local t = {} for i = 1, 1e9 do t[#t + 1] = t end",
             "    local t = {} for i = 1, 1e9 do t = {t} end",
             "    table.sort({3, 2, 1}, function() error('no order') end)",
             "    local t = {} for i = 1, 3000 do t[i] = i % 7 end table.sort(t, function(a, b) while true do end end)",
             "    table.sort({1, 'a', {}})",
             "    return table.concat({{}, {}})",
             "    return table.concat({1, 2}, ',', 1, 1e9)",
             "    table.insert({}, 1 << 53, 1)",
             "    table.move({1}, 1, 1 << 62, 2)",
             "    local t = {} t[0/0] = 1",
             "    local t = {} t[nil] = 1",
             "    for i = 1, math.huge do end",
             "    ::again:: goto again",
             "    repeat until false",
             "    return 1 // 0",
             "    return math.tointeger(2^70) + 1",
             "    return 'a' < 1",
         }) {
        CAPTURE(std::string{check});
        CHECK(!attack(check).empty());
    }
    static_cast<void>(attack("    local t = {} for i = 1, 3000 do t[i] = i % 7 end table.sort(t, function() return true end)"));
}

TEST_CASE("what stands at the head of a file is bounded as well") {
    CHECK(attack("", "while true do end").starts_with("load: "));
    CHECK(attack("", "local t = {} for i = 1, 1e9 do t[i] = {i} end").starts_with("load: "));
    CHECK(attack("", "local function f() return 1 + f() end f()").starts_with("load: "));
    CHECK(attack("", "error({})").starts_with("load: "));
    CHECK(attack("", "local s = ('a'):rep(3e4):find('.-.-.-.-b')").starts_with("load: "));
    static_cast<void>(attack("    assert(ring.ring.ring)", "local ring = {} ring.ring = ring"));
    static_cast<void>(attack("    assert(deep)", "local deep = {} for i = 1, 1e5 do deep = {deep} end"));
}

TEST_CASE("findings are bounded too") {
    CHECK(!attack("    for i = 1, 1e9 do report{at = doc, message = 'plain'} end").empty());
    CHECK(!attack("    local places = {} for i = 1, 1e9 do places[i] = doc end report{at = doc, message = 'plain', related = places}").empty());
    static_cast<void>(attack("    report{at = doc, message = 'found', data = {what = ('x'):rep(1e6)}}"));
    CHECK(!attack("    report{at = {}, message = 'plain'}").empty());
    CHECK(!attack("    report{at = doc, message = 'nothing of the kind'}").empty());
    CHECK(!attack("    report()").empty());
    CHECK(!attack("    report(report)").empty());
    CHECK(!attack("    report{at = report, message = 'plain'}").empty());
    CHECK(!attack("    report{at = doc, message = 'found', data = {what = {}}}").empty());
}
