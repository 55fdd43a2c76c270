// SPDX-License-Identifier: Apache-2.0
// Whatever is put in: a message that names file and place, the right exit status, and the rest of the run goes on.
#include <doctest/doctest.h>

#include <filesystem>

#include "tests/end_to_end/child.hpp"

using namespace end_to_end;

namespace {

const std::string good_report = fixture("reports/qingshi-2022.txt");

// Checks `bad` together with a good report: the first is named, the second is still checked.
Outcome check_beside_good(const std::string& bad) {
    const Outcome outcome = run({"check", "--format", "json", bad, good_report});
    CHECK(outcome.status == 2);
    CHECK(outcome.says(std::filesystem::path{bad}.filename().string()));
    CHECK(outcome.shows("fixtures/reports/qingshi-2022.txt"));
    CHECK(outcome.shows("\"problems\": [") != outcome.shows("\"problems\":["));
    return outcome;
}

}  // namespace

TEST_SUITE("bad input") {
    TEST_CASE("an empty file") {
        const Folder folder;
        check_beside_good(folder.write("empty.txt", ""));
        check_beside_good(folder.write("blank.txt", " \n\t\n"));
    }
    TEST_CASE("a binary file") {
        const Folder folder;
        std::string bytes{"\x7f""ELF\x02\x01\x01\0\0\0", 10};
        for (int i = 0; i < 4000; ++i) bytes += static_cast<char>(i * 37 % 256);
        check_beside_good(folder.write("program.txt", bytes));
    }
    TEST_CASE("a folder without reports") {
        const Folder folder;
        std::filesystem::create_directories(folder.path() / "nothing-here");
        check_beside_good(folder / "nothing-here");
    }
    TEST_CASE("a missing path") {
        const Folder folder;
        check_beside_good(folder / "no-such-report.txt");
    }
    TEST_CASE("a file of 200 MB") {
        const Folder folder;
        const std::string file = folder.write("huge.txt", "x");
        std::filesystem::resize_file(file, 200U << 20U);  // sparse
        check_beside_good(file);
    }
    TEST_CASE("an unreadable file") {
        const Folder folder;
        const std::string file = folder.write("locked.txt", "x");
        std::filesystem::permissions(file, std::filesystem::perms::none);
        if (!read(file).empty()) return;  // root reads everything
        check_beside_good(file);
    }
    TEST_CASE("bytes that are not UTF-8 are located, what can be read is checked") {
        const Folder folder;
        std::string bytes = read(good_report);
        bytes.replace(bytes.find("。") + 3, 0, "\xff\xfe\xff");
        const Outcome outcome = run({"check", "--format", "json", folder.write("broken.txt", bytes)});
        CHECK(outcome.status == 2);
        CHECK(outcome.says("broken.txt"));
        CHECK(outcome.shows("\"year\": 2022") != outcome.shows("\"year\":2022"));
    }
    TEST_CASE("a report without a single table is a report: its tables are missing") {
        const Outcome outcome = run({"check", "--format", "json", fixture("broken/no-tables-2022.txt")});
        CHECK(outcome.status == 1);
        CHECK(outcome.err.find("问题") == std::string::npos);
        CHECK(outcome.shows("S109"));
    }
    TEST_CASE("a text that is no report at all") {
        const Folder folder;
        const Outcome outcome = run({"check", folder.write("letter.txt", "今天天气很好。\n")});
        CHECK(outcome.status == 1);
        CHECK(outcome.shows("letter.txt"));
    }
}
