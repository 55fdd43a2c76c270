// SPDX-License-Identifier: Apache-2.0
// --fix, --diff and --unsafe-fixes. Properties over made-up reports are in tests/fixes.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>

#include "tests/end_to_end/child.hpp"

using namespace end_to_end;

namespace {

std::string hekou() { return read(fixture("reports/hekou-2023.txt")); }

void replace(std::string& text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
}

Outcome in(const Folder& folder, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"check", "--isolated"});
    return run(Call{arguments, {}, folder.path(), {}});
}

}  // namespace

TEST_SUITE("fix") {
    TEST_CASE("mechanical flaws are corrected, numbers are not, and a second run has nothing to do") {
        const Folder folder;
        folder.write("a.txt", hekou());
        std::string expected = hekou();
        replace(expected, "1、总体情况", "一、总体情况");
        replace(expected, "2、主动公开", "二、主动公开");
        replace(expected, "审查、、后", "审查、后");
        const Outcome fixed = in(folder, {"--fix", "a.txt"});
        CHECK(read(folder / "a.txt") == expected);
        CHECK(fixed.status == 1);
        CHECK(fixed.says("已作修正 3 项，涉及 1 份报告"));
        CHECK(fixed.shows("T301"));
        CHECK_FALSE(fixed.shows("S104"));
        const auto before = std::filesystem::last_write_time(folder / "a.txt");
        CHECK_FALSE(in(folder, {"--fix", "a.txt"}).says("已作修正"));
        CHECK(std::filesystem::last_write_time(folder / "a.txt") == before);
    }
    TEST_CASE("--diff shows the same and changes nothing") {
        const Folder folder;
        folder.write("a.txt", hekou());
        const Outcome shown = in(folder, {"--diff", "a.txt"});
        CHECK(read(folder / "a.txt") == hekou());
        CHECK(shown.out.starts_with("--- a/a.txt\n+++ b/a.txt\n@@ "));
        CHECK(shown.shows("\n-1、总体情况\n+一、总体情况\n"));
        CHECK_FALSE(shown.shows("T301"));
        CHECK(shown.says("未改文件"));
        CHECK(shown.status == 1);
        CHECK(in(folder, {"--fix", "--diff", "a.txt"}).out == shown.out);
        CHECK(read(folder / "a.txt") == hekou());
        CHECK(run(Call{{"check", "--isolated", "--diff", "-"}, hekou(), folder.path(), {}}).shows("+一、总体情况"));
        CHECK(run(Call{{"check", "--isolated", "--fix", "-"}, hekou(), folder.path(), {}}).status == 2);
    }
    TEST_CASE("--diff beside an output file") {
        const Folder folder;
        folder.write("a.txt", hekou());
        const Outcome outcome = in(folder, {"--diff", "--output", "json=a.json", "a.txt"});
        CHECK(outcome.shows("+++ b/a.txt"));
        CHECK(read(folder / "a.json").find("T301") != std::string::npos);
    }
    TEST_CASE("a blank becomes 0 only as an unsafe fix, and only where the row's total proves it") {
        const Folder folder;
        std::string report = hekou();
        replace(report, "1.属于国家秘密\t0\t0\t0\t0\t0\t0\t0", "1.属于国家秘密\t0\t\t0\t0\t0\t0\t0");
        replace(report, "2.其他法律行政法规禁止公开\t0\t0\t0\t0\t0\t0\t0", "2.其他法律行政法规禁止公开\t0\t\t0\t0\t0\t0\t");
        folder.write("a.txt", report);
        const Outcome safe = in(folder, {"--fix", "--select", "F205", "a.txt"});
        CHECK(read(folder / "a.txt") == report);
        CHECK(safe.says("--unsafe-fixes"));
        CHECK(in(folder, {"--fix", "--unsafe-fixes", "--select", "F205", "a.txt"}).shows("F205"));
        const std::string fixed = read(folder / "a.txt");
        CHECK(fixed.find("1.属于国家秘密\t0\t0\t0\t0\t0\t0\t0") != std::string::npos);
        CHECK(fixed.find("2.其他法律行政法规禁止公开\t0\t\t0\t0\t0\t0\t\n") != std::string::npos);
    }
    TEST_CASE("encodings, line ends and rights stay") {
        for (const char* name : {"simplified.gb2312.txt", "simplified.utf16le-bom.txt", "simplified.utf8-bom.txt", "traditional.big5.txt"}) {
            const Folder folder;
            const std::string bytes = read(fixture(std::string{"readers/encodings/"} + name));
            folder.write("a.txt", bytes);
            ::chmod((folder / "a.txt").c_str(), 0640);
            const Outcome outcome = in(folder, {"--fix", "a.txt"});
            CAPTURE(name);
            CAPTURE(outcome.err);
            const std::string after = read(folder / "a.txt");
            CHECK(after.substr(0, 2) == bytes.substr(0, 2));
            struct stat info{};
            ::stat((folder / "a.txt").c_str(), &info);
            CHECK((info.st_mode & 0777U) == 0640U);
        }
    }
    TEST_CASE("a file with bytes that can't be written back is left alone and named") {
        const Folder folder;
        std::string report = hekou();
        replace(report, "总体情况较好", "总体\xFF情况较好");
        folder.write("a.txt", report);
        const Outcome outcome = in(folder, {"--fix", "a.txt"});
        CHECK(outcome.status == 2);
        CHECK(outcome.says("不能原样写回"));
        CHECK(read(folder / "a.txt") == report);
    }
    TEST_CASE("waived and baselined findings, and other kinds of reports, are not corrected") {
        const Folder folder;
        folder.write("a.txt", hekou());
        folder.write("gouji.waivers.toml", "[[waivers]]\nrule = \"W601\"\nreason = \"原文如此\"\n");
        CHECK_FALSE(run(Call{{"check", "--diff", "--select", "W601", "a.txt"}, {}, folder.path(), {}}).shows("@@"));
        folder.write("b.html", "<html><body><p>" + hekou() + "</p></body></html>");
        CHECK_FALSE(in(folder, {"--diff", "b.html"}).shows("@@"));
    }
}
