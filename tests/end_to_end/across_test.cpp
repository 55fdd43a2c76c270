// SPDX-License-Identifier: Apache-2.0
// Reports checked together, and the same by records in two steps.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <tuple>

#include "tests/end_to_end/child.hpp"

using namespace end_to_end;

namespace {

Outcome in(const Folder& folder, std::vector<std::string> arguments, std::string input = {}) {
    return run(Call{std::move(arguments), std::move(input), folder.path(), {}});
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
    return text;
}

std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells;
    std::istringstream in{line};
    for (std::string cell; std::getline(in, cell, ',');) cells.push_back(cell);
    return cells;
}

// Three years of one township, and another township that copied.
void write_province(const Folder& folder) {
    const std::string base = read(GOUJI_ROOT "/rules/official/cases/base/2021.txt");
    for (const char* year : {"2021", "2022", "2023"}) folder.write(std::string{"r/"} + year + ".txt", replaced(base, "2023年", std::string{year} + "年"));
    folder.write("r/other.txt", replaced(base, "石桥镇", "柳河镇"));
    folder.write("gouji.toml", "hierarchy = \"who.csv\"\n[[agencies]]\nname = \"清湖县石桥镇人民政府\"\nalso = [\"清湖县石桥公社\"]\n");
    folder.write("who.csv", "上级,下级\n清湖县人民政府,清湖县石桥镇人民政府\n");
}

}  // namespace

TEST_SUITE("across") {
    TEST_CASE("findings across reports point into both") {
        const Folder folder;
        write_province(folder);
        const Outcome text = in(folder, {"check", "r", "--select", "X"});
        CHECK(text.status == 1);
        CHECK(text.shows("r/2022.txt:"));
        CHECK(text.shows("X701"));
        CHECK(text.shows("r/2021.txt:"));
        CHECK(text.shows("X703"));
        const Outcome sarif = in(folder, {"check", "r", "--select", "X701", "--format", "sarif"});
        CHECK(sarif.shows("\"uri\":\"r/2021.txt\",\"uriBaseId\":\"SRCROOT\",\"index\":0"));
        CHECK(in(folder, {"check", "r", "--select", "X", "--ignore", "X701,X702,X703"}).status == 0);
        CHECK(in(folder, {"check", "r/2023.txt", "--select", "X"}).status == 0);
    }
    TEST_CASE("two steps say the same, byte for byte") {
        const Folder folder;
        write_province(folder);
        for (const char* format : {"json", "sarif", "text", "csv"}) {
            CAPTURE(format);
            const Outcome whole = in(folder, {"check", "r", "--select", "X", "--format", format});
            const Outcome records = in(folder, {"check", "r", "--format", "record", "--fail-on", "never"});
            CHECK(records.status == 0);
            folder.write("a.jsonl", records.out);
            const Outcome joined = in(folder, {"cross", "a.jsonl", "--select", "X", "--format", format});
            CHECK(joined.out == whole.out);
            CHECK(joined.status == whole.status);
            CHECK(in(folder, {"cross", "-", "--select", "X", "--format", format}, records.out).out == whole.out);
        }
    }
    TEST_CASE("two steps say the same where inputs can't be read, lie in archives, or have configurations of their own") {
        const Folder folder;
        write_province(folder);
        folder.write("a-first/empty.txt", "");
        folder.write("a-first/gouji.toml", "[rules.X705]\nseverity = \"error\"\n");
        folder.write("r/broken.docx", "PK\x03\x04 nothing");
        std::filesystem::remove(folder.path() / "r/2022.txt");
        for (const char* format : {"json", "sarif", "text", "csv", "html", "junit", "github", "jsonl"}) {
            CAPTURE(format);
            const Outcome whole = in(folder, {"check", "a-first", "r", "none.txt", "--select", "X", "--format", format});
            const Outcome records = in(folder, {"check", "a-first", "r", "none.txt", "--format", "record", "--fail-on", "never"});
            CHECK(records.status == 2);
            CHECK(records.shows("\"path\":\"a-first/empty.txt\",\"problem\":{"));
            folder.write("a.jsonl", records.out);
            const Outcome joined = in(folder, {"cross", "a.jsonl", "--select", "X", "--format", format});
            CHECK(joined.status == 2);
            CHECK(whole.status == 2);
            CHECK(joined.says("r/broken.docx"));
            CHECK(joined.says("none.txt"));
            if (std::string_view{format} != "html") CHECK(joined.out == whole.out);  // a page shows the reports' texts, which records have not
        }
        const Outcome lines = in(folder, {"check", "--stdin-list", "--format", "record"}, "a-first/empty.txt\nr/2021.txt\n");
        CHECK(lines.shows("\"path\":\"a-first/empty.txt\",\"problem\":{"));
    }
    TEST_CASE("findings stand by path, then position, those across reports among the others") {
        const Folder folder;
        write_province(folder);
        folder.write("r/2022.txt", replaced(read(folder.path() / "r/2022.txt"), "清湖县石桥镇人民政府2022年政府信息公开工作年度报告", "清湖县石桥镇人民政府2022年政府信息公开工作年度报告\n2022年8月1日"));
        const Outcome csv = in(folder, {"check", "r", "--format", "csv", "--severity", "X701=note"});
        std::vector<std::tuple<std::string, int, int>> places;
        std::istringstream lines{csv.out};
        std::string line;
        bool across_first = false;
        std::getline(lines, line);
        while (std::getline(lines, line)) {
            const auto cells = cells_of(line);
            if (!places.empty() && std::get<0>(places.back()) != cells[0]) across_first = across_first || line.find("X701") == std::string::npos;
            places.emplace_back(cells[0], std::stoi(cells[4]), std::stoi(cells[5]));
        }
        CHECK(places.size() > 5);
        CHECK(across_first);
        CHECK(std::is_sorted(places.begin(), places.end()));
        const Outcome json = in(folder, {"check", "r", "--format", "json"});
        for (const char* path : {"r/2021.txt", "r/2022.txt", "r/2023.txt", "r/other.txt"}) {
            const std::string member = std::string{"{\"path\":\""} + path + "\",\"kind\"";
            CHECK(json.out.find(member) == json.out.rfind(member));
        }
    }
    TEST_CASE("a report that lies there many times is compared once") {
        const Folder folder;
        write_province(folder);
        const std::string copy = read(folder.path() / "r/2023.txt");
        const Outcome before = in(folder, {"check", "r", "--select", "X", "--format", "csv"});
        for (int i = 0; i < 40; ++i) folder.write("r/z" + std::to_string(i) + ".txt", copy);
        CHECK(in(folder, {"check", "r", "--select", "X", "--format", "csv"}).out == before.out);
    }
    TEST_CASE("records of several runs, in any order") {
        const Folder folder;
        write_province(folder);
        for (const char* name : {"2023", "2021", "other", "2022"}) {
            CHECK(in(folder, {"check", std::string{"r/"} + name + ".txt", "--records", std::string{name} + ".jsonl", "--fail-on", "never", "-q"}).status == 0);
        }
        const Outcome joined = in(folder, {"cross", "2023.jsonl", "other.jsonl", "2021.jsonl", "2022.jsonl", "--select", "X", "--format", "sarif"});
        CHECK(joined.out == in(folder, {"check", "r", "--select", "X", "--format", "sarif"}).out);
    }
    TEST_CASE("more reports of one agency than are looked at together are named, and the others are still compared") {
        const Folder folder;
        write_province(folder);
        const std::string one = in(folder, {"check", "r/other.txt", "--format", "record", "--fail-on", "never"}).out;
        const std::string sha = one.substr(one.find("\"sha256\":\"") + 10, 64);
        std::string records = in(folder, {"check", "r/2021.txt", "r/2022.txt", "--format", "record", "--fail-on", "never"}).out;
        for (int i = 10'000; i <= 20'000; ++i) {
            const std::string number = std::to_string(i);
            records += replaced(replaced(one, "r/other.txt", "r/o" + number + ".txt"), sha, number + sha.substr(number.size()));
        }
        const Outcome both = in(folder, {"cross", "-", "--select", "X701", "--format", "csv"}, records);
        CHECK(both.status == 2);
        CHECK(both.says("同一机关或同一组的报告有 10001 份，超过 10000 份的限制"));
        CHECK(both.shows("r/2022.txt"));
    }
    TEST_CASE("any number of jobs, the same bytes") {
        const Folder folder;
        write_province(folder);
        const Outcome one = in(folder, {"check", "r", "--format", "sarif", "--jobs", "1"});
        CHECK(in(folder, {"check", "r", "--format", "sarif", "--jobs", "3"}).out == one.out);
        CHECK(in(folder, {"check", "r", "--format", "record", "--jobs", "3"}).out == in(folder, {"check", "r", "--format", "record", "--jobs", "1"}).out);
    }
    TEST_CASE("severity, waivers and baseline act on them") {
        const Folder folder;
        write_province(folder);
        CHECK(in(folder, {"check", "r", "--select", "X701", "--severity", "X701=note"}).status == 0);
        folder.write("gouji.waivers.toml", "[[waivers]]\nrule = \"X701\"\nfiles = \"r/2022.txt\"\nreason = \"已说明\"\n");
        const Outcome waived = in(folder, {"check", "r", "--select", "X701", "--format", "json"});
        CHECK_FALSE(waived.shows("r/2022.txt\",\"kind\":\"text\",\"sha256\":\"\",\"findings\":[{"));
        CHECK(waived.shows("\"waived\":2"));
        std::filesystem::remove(folder.path() / "gouji.waivers.toml");
        CHECK(in(folder, {"check", "r", "--select", "X", "--write-baseline", "base.json"}).status == 0);
        CHECK(in(folder, {"check", "r", "--select", "X", "--baseline", "base.json"}).status == 0);
        folder.write("gouji.toml", "select = [\"X701\"]\n[[overrides]]\nfiles = [\"r/2022.txt\"]\nignore = [\"X701\"]\n");
        const Outcome some = in(folder, {"check", "r", "--format", "csv"});
        CHECK_FALSE(some.shows("r/2022.txt,"));
        CHECK(some.shows("r/2023.txt,"));
    }
    TEST_CASE("what is no record, or no hierarchy, is a problem with its place") {
        const Folder folder;
        write_province(folder);
        folder.write("bad.jsonl", "{}\n");
        const Outcome bad = in(folder, {"cross", "bad.jsonl"});
        CHECK(bad.status == 2);
        CHECK(bad.says("bad.jsonl:1"));
        CHECK(in(folder, {"cross", "none.jsonl"}).status == 2);
        folder.write("who.csv", "清湖县人民政府\n");
        CHECK(in(folder, {"check", "r"}).says("who.csv:1"));
        folder.write("gouji.toml", "[[agencies]]\nnam = \"x\"\n");
        CHECK(in(folder, {"check", "r"}).says("gouji.toml:2"));
    }
}

TEST_SUITE("lines") {
    TEST_CASE("a line in, a line out") {
        const Folder folder;
        write_province(folder);
        const Outcome outcome = in(folder, {"check", "--stdin-list", "--format", "jsonl", "--fail-on", "never"}, "r/2023.txt\nnone.txt\nr/2022.txt\n");
        CHECK(outcome.status == 2);
        CHECK(std::count(outcome.out.begin(), outcome.out.end(), '\n') == 3);
        CHECK(outcome.out.starts_with("{\"path\":\"r/2023.txt\""));
        CHECK(outcome.shows("\n{\"path\":\"none.txt\",\"problems\":[{"));
        const Outcome records = in(folder, {"check", "--stdin-list", "--format", "record", "--fail-on", "never"}, "r/2021.txt\nr/2022.txt\nr/2023.txt\nr/other.txt\n");
        CHECK(records.status == 0);
        CHECK(records.out == in(folder, {"check", "r", "--format", "record", "--fail-on", "never"}).out);
        CHECK(in(folder, {"check", "--stdin-list", "--format", "html"}, "x\n").status == 2);
    }
}

TEST_SUITE("figures") {
    TEST_CASE("the same columns whatever the reports; states can be told apart") {
        const Folder folder;
        const std::string base = read(GOUJI_ROOT "/rules/official/cases/base/2021.txt");
        folder.write("a.txt", replaced(base, "规章\t0\t0\t0", "规章\t\t/\t约3"));
        folder.write("b.txt", read(GOUJI_ROOT "/rules/official/cases/base/2019.txt"));
        const Outcome both = in(folder, {"figures", "a.txt", "b.txt"});
        CHECK(both.status == 0);
        CHECK(both.out.starts_with("\xEF\xBB\xBFpath,agency,year,format,disclosure."));
        CHECK(both.shows("#absent"));
        const Outcome one = in(folder, {"figures", "a.txt"});
        CHECK(one.out.substr(0, one.out.find('\n')) == both.out.substr(0, both.out.find('\n')));
        const Outcome lines = in(folder, {"figures", "a.txt", "--format", "jsonl"});
        CHECK(lines.shows("\"disclosure.rules.issued\":{\"state\":\"blank\"}"));
        CHECK(lines.shows("\"disclosure.rules.repealed\":{\"state\":\"mark\",\"text\":\"/\"}"));
        CHECK(in(folder, {"figures", "none.txt"}).status == 2);
        CHECK(in(folder, {"figures", "a.txt", "--output", "out.csv"}).out.empty());
        CHECK(read(folder.path() / "out.csv") == one.out);
    }
}
