// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "engine/config/pack.hpp"

using namespace gouji::config;

TEST_CASE("version ranges") {
    CHECK(in_version_range(">=0.1", "0.1.0") == true);
    CHECK(in_version_range(">=0.1, <2", "1.9.9") == true);
    CHECK(in_version_range(">=0.1,<2", "2.0.0") == false);
    CHECK(in_version_range(">0.1", "0.1.0") == false);
    CHECK(in_version_range("<=0.1.0", "0.1") == true);
    CHECK(in_version_range("=0.1", "0.1.0") == true);
    CHECK(in_version_range("0.2", "0.1.0") == false);
    CHECK(in_version_range(">=0.10", "0.9.0") == false);
    for (const char* odd : {"", "soon", ">=", ">=0.1,", "^1", ">=0.1.0.0", ">=a", "0.1 beta"}) {
        CAPTURE(std::string{odd});
        CHECK(!in_version_range(odd, "0.1.0").has_value());
    }
}

namespace {

const std::string head = "id = \"L001\"\nname = \"a-rule\"\nseverity = \"note\"\ntitle = { zh = \"题\" }\nwhat = { zh = \"查\" }\nwhy = { zh = \"因\" }\n"
                         "bad = { zh = \"坏\" }\ngood = { zh = \"好\" }\nadvice = { zh = \"改\" }\n";
const std::string demand = "[[require]]\nphrases = [\"电话\"]\nmessage = { zh = \"没有电话\" }\n";

std::string trouble(const std::string& toml) {
    const auto lua = rule_from_toml(toml, "a.toml");
    return lua ? std::string{} : lua.error().message.en + " @" + std::to_string(lua.error().line);
}

}  // namespace

TEST_CASE("a rule in TOML becomes Lua, key by key on its own line") {
    const auto lua = rule_from_toml("# a comment\n" + head + demand, "a.toml");
    REQUIRE(lua.has_value());
    std::size_t line = 1;
    for (std::size_t at = 0; at < lua->text.find("id = "); ++at) line += lua->text[at] == '\n' ? 1U : 0U;
    CHECK(line == 2);
    CHECK(lua->text.find("check = function") != std::string::npos);
}

TEST_CASE("what is wrong with a rule in TOML is told with its line") {
    CHECK(trouble(head + demand) == "");
    CHECK(trouble(head).find("nothing to check") == 0);
    CHECK(trouble("id = 5\n" + head.substr(head.find('\n') + 1) + demand).find("@1") != std::string::npos);
    CHECK(trouble(head + "[[require]]\nphrases = [\"a\"]\n").find("message") == 0);
    CHECK(trouble(head + "[[forbid]]\nmessage = { zh = \"a\" }\n").find("phrases") == 0);
    CHECK(trouble(head + "[[range]]\nfigure = \"disclosure.fees.amount\"\nmessage = { zh = \"a\" }\n").find("write least") == 0);
    CHECK(trouble(head + "[[range]]\nfigure = \"x\"\nmost = \"a\"\nmessage = { zh = \"a\" }\n").find("number") != std::string::npos);
    CHECK(trouble(head + "[[demand]]\n").find("@10") != std::string::npos);
    CHECK(trouble("id = ").find("@1") != std::string::npos);
}

TEST_CASE("no text of a TOML rule leaves its quotes") {
    const auto lua = rule_from_toml(head + "[[forbid]]\nphrases = ['\"] os.execute(1) --', 'a\\b']\nmessage = { zh = \"a\\nb\" }\n", "a.toml");
    REQUIRE(lua.has_value());
    CHECK(lua->text.find("\\034] os.execute(1) --") != std::string::npos);
    CHECK(lua->text.find("a\\092b") != std::string::npos);
    CHECK(lua->text.find("a\\010b") != std::string::npos);
}
