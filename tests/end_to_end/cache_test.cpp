// SPDX-License-Identifier: Apache-2.0
// --cache: a warm run says the same as a cold one, and nothing that decides what is found is overlooked.
#include <doctest/doctest.h>

#include <filesystem>

#include "tests/end_to_end/child.hpp"

using namespace end_to_end;

namespace fs = std::filesystem;

namespace {

Outcome in(const Folder& folder, std::vector<std::string> arguments) { return run(Call{std::move(arguments), {}, folder.path(), {}}); }

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
    return text;
}

void write_reports(const Folder& folder) {
    const std::string base = read(GOUJI_ROOT "/rules/official/cases/base/2021.txt");
    folder.write("r/2022.txt", replaced(base, "2023年", "2022年"));
    folder.write("r/2023.txt", replaced(base, "28", "27"));
    folder.write("r/page.html", "<h1>清湖县柳河镇人民政府2023年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>本报告自2023年1月1日至2022年12月31日。</p>");
    folder.write("r/empty.txt", "");
}

std::vector<fs::path> entries_of(const Folder& folder, const char* cache = "cache") {
    std::vector<fs::path> entries;
    for (const auto& each : fs::recursive_directory_iterator{folder.path() / cache}) {
        if (each.is_regular_file()) entries.push_back(each.path());
    }
    return entries;
}

}  // namespace

TEST_SUITE("cache") {
    TEST_CASE("the same bytes without a cache, cold and warm, in every format, with any number of jobs") {
        const Folder folder;
        write_reports(folder);
        for (const char* format : {"text", "json", "jsonl", "sarif", "html", "junit", "github", "csv", "record"}) {
            CAPTURE(format);
            const Outcome plain = in(folder, {"check", "r", "--format", format});
            const std::string cache = std::string{"cache-"} + format;
            for (const char* jobs : {"1", "3", "1"}) {
                const Outcome cached = in(folder, {"check", "r", "--format", format, "--cache", cache, "--jobs", jobs});
                CHECK(cached.out == plain.out);
                CHECK(cached.err == plain.err);
                CHECK(cached.status == plain.status);
            }
            CHECK(entries_of(folder, cache.c_str()).size() == 3);  // what could not be read is not remembered
        }
    }
    TEST_CASE("waivers and baseline act on what was remembered") {
        const Folder folder;
        write_reports(folder);
        static_cast<void>(in(folder, {"check", "r", "--cache", "cache"}));
        folder.write("gouji.waivers.toml", "[[waivers]]\nrule = \"T301\"\nreason = \"已说明\"\n");
        const Outcome plain = in(folder, {"check", "r", "--format", "json", "--show-suppressed"});
        CHECK(plain.shows("已说明"));
        CHECK(in(folder, {"check", "r", "--format", "json", "--show-suppressed", "--cache", "cache"}).out == plain.out);
        CHECK(entries_of(folder).size() == 3);
    }
    TEST_CASE("a change of content, name, rule, option, severity, selection or language is seen") {
        const Folder folder;
        write_reports(folder);
        const auto same = [&](const std::vector<std::string>& more) {
            std::vector<std::string> plain{"check", "r", "--format", "json", "--ignore", "X"};
            plain.insert(plain.end(), more.begin(), more.end());
            std::vector<std::string> cached = plain;
            cached.insert(cached.end(), {"--cache", "cache"});
            const std::string expected = in(folder, plain).out;
            CHECK(in(folder, cached).out == expected);
            CHECK(in(folder, cached).out == expected);
            return expected;
        };
        const std::string first = same({});
        CHECK(same({"--severity", "T301=note"}) != first);
        CHECK(same({"--select", "P"}) != first);
        CHECK(same({"--lang", "en"}) != first);
        folder.write("gouji.toml", "[rules.T301]\nseverity = \"note\"\n");
        CHECK(same({}) != first);
        folder.write("gouji.toml", "[[overrides]]\nfiles = [\"r/2023.txt\"]\nignore = [\"T\"]\n");
        const std::string overridden = same({});
        CHECK(overridden != first);
        fs::rename(folder.path() / "r/2023.txt", folder.path() / "r/z.txt");
        CHECK(same({}) != overridden);
        folder.write("r/z.txt", read(folder.path() / "r/2022.txt"));
        CHECK(same({}) != overridden);
    }
    TEST_CASE("a rule of a pack that was changed is run again") {
        const Folder folder;
        write_reports(folder);
        fs::copy(GOUJI_ROOT "/rules/official", folder.path() / "pack", fs::copy_options::recursive);
        const std::vector<std::string> arguments{"check", "r", "--no-official-pack", "--pack", "pack", "--format", "json", "--cache", "cache"};
        const Outcome before = in(folder, arguments);
        const fs::path rule = folder.path() / "pack/totals/T301-applications-balance.lua";
        REQUIRE(fs::exists(rule));
        folder.write("pack/totals/T301-applications-balance.lua", replaced(read(rule), "severity = \"error\"", "severity = \"note\""));
        const Outcome after = in(folder, arguments);
        CHECK(after.out != before.out);
        CHECK(after.out == in(folder, {"check", "r", "--no-official-pack", "--pack", "pack", "--format", "json"}).out);
    }
    TEST_CASE("a damaged entry counts as absent and is mended") {
        const Folder folder;
        write_reports(folder);
        const std::vector<std::string> arguments{"check", "r", "--format", "sarif", "--cache", "cache"};
        const Outcome before = in(folder, arguments);
        std::size_t number = 0;
        for (const fs::path& entry : entries_of(folder)) {
            std::string bytes = read(entry);
            if (number == 0) bytes.resize(bytes.size() / 2);
            if (number == 1) bytes[bytes.size() - 9] = static_cast<char>(bytes[bytes.size() - 9] ^ 1);
            if (number == 2) bytes.clear();
            folder.write(fs::relative(entry, folder.path()).string(), bytes);
            ++number;
        }
        CHECK(in(folder, arguments).out == before.out);
        for (const fs::path& entry : entries_of(folder)) CHECK(read(entry).size() > 200);
        CHECK(entries_of(folder).size() == 3);
    }
    TEST_CASE("a folder that can't be written is told once, and the run goes on") {
        const Folder folder;
        write_reports(folder);
        folder.write("cache", "a file");
        const Outcome plain = in(folder, {"check", "r", "--format", "json"});
        const Outcome outcome = in(folder, {"check", "r", "--format", "json", "--cache", "cache"});
        CHECK(outcome.out == plain.out);
        CHECK(outcome.status == plain.status);
        CHECK(outcome.says("缓存不能写入"));
        CHECK(outcome.err.find("缓存") == outcome.err.rfind("缓存"));
    }
}
