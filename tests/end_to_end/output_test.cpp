// SPDX-License-Identifier: Apache-2.0
// The same input gives the same bytes, and an output file is complete or not there.
#include <doctest/doctest.h>

#include <filesystem>

#include "tests/end_to_end/child.hpp"

using namespace end_to_end;

namespace {

const std::vector<std::string> formats{"text", "json", "jsonl", "sarif", "csv", "junit", "github", "html"};

// Sixty copies of the fixtures under names whose order differs from the order of their contents.
void fill(const Folder& folder) {
    const char* names[] = {"hekou-2023.txt", "liushu-2020.txt", "qingshi-2022.txt", "yunling-office-2021.txt"};
    for (int i = 0; i < 60; ++i) {
        folder.write("in/" + std::to_string(i * 7 % 60) + ".txt", read(fixture("reports/" + std::string{names[i % 4]})));
    }
    folder.write("in/13b.txt", "");
}

}  // namespace

TEST_SUITE("determinism") {
    TEST_CASE("--jobs does not change a byte, in any format") {
        const Folder folder;
        fill(folder);
        for (const std::string& format : formats) {
            CAPTURE(format);
            const Outcome one = run(Call{{"check", "--format", format, "--jobs", "1", "in"}, {}, folder.path(), {}});
            const Outcome four = run(Call{{"check", "--format", format, "--jobs", "4", "in"}, {}, folder.path(), {}});
            CHECK(one.status == 2);
            CHECK(one.out == four.out);
            CHECK(one.err == four.err);
            CHECK(four.status == 2);
        }
    }
    TEST_CASE("no output holds an absolute path") {
        const Folder folder;
        fill(folder);
        for (const std::string& format : formats) {
            CAPTURE(format);
            const Outcome outcome = run(Call{{"check", "--format", format, folder / "in"}, {}, folder.path(), {}});
            CHECK_FALSE(outcome.shows(folder.path().string()));
        }
    }
}

TEST_SUITE("output files") {
    TEST_CASE("--output holds what standard output would") {
        const Folder folder;
        const std::string report = fixture("reports/hekou-2023.txt");
        const Outcome shown = run({"check", "--format", "json", report});
        const Outcome written = run({"check", "--format", "json", "--output", folder / "a.json", report});
        CHECK(written.status == shown.status);
        CHECK(written.out.empty());
        CHECK(read(folder / "a.json") == shown.out);
    }
    TEST_CASE("several at once") {
        const Folder folder;
        const std::string report = fixture("reports/hekou-2023.txt");
        CHECK(run({"check", "--output", "sarif=" + (folder / "a.sarif"), "--output", "csv=" + (folder / "a.csv"), report}).status == 1);
        CHECK(read(folder / "a.sarif") == run({"check", "--format", "sarif", report}).out);
        CHECK(read(folder / "a.csv") == run({"check", "--format", "csv", report}).out);
    }
    TEST_CASE("nothing but the output is left behind, and an old file gives way only to a whole new one") {
        const Folder folder;
        folder.write("a.json", "old");
        CHECK(run({"check", "--format", "json", "--output", folder / "a.json", fixture("reports")}).status == 1);
        CHECK(read(folder / "a.json").size() > 1000);
        CHECK(std::distance(std::filesystem::directory_iterator{folder.path()}, {}) == 1);
        CHECK(run({"check", "--format", "jsno", "--output", folder / "a.json", fixture("reports")}).status == 2);
        CHECK(read(folder / "a.json").size() > 1000);
    }
    TEST_CASE("a full disk is a problem") {
        if (!std::filesystem::exists("/dev/full")) return;
        CHECK(run({"check", "--format", "json", "--output", "/dev/full", fixture("reports")}).status == 2);
    }
}
