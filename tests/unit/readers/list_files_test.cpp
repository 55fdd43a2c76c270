// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "engine/readers/read.hpp"
#include "tests/unit/readers/scratch_folder.hpp"

using namespace gouji::readers;
using gouji::tests::ScratchFolder;

namespace {

std::vector<std::string> names(const Listing& listing, const std::filesystem::path& root) {
    std::vector<std::string> out;
    for (const FoundFile& found : listing.files) out.push_back(found.shown.substr(root.string().size() + 1));
    return out;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a folder is walked, sorted, without what is obviously no report") {
    const ScratchFolder folder;
    for (const char* name : {"b/2.txt", "b/1.txt", "a.HTML", "c.docx", "README.md", "gouji.toml", "photo.png", ".hidden/x.txt",
                             "b/.x.txt", "~$c.docx", "__MACOSX/c.txt"}) {
        folder.write(name, "x");
    }
    folder.write("LICENSE", "plain English");
    folder.write("报告", "一、总体情况");
    folder.write("page.aspx", "<html><body>报告</body></html>");
    const Listing listing = list_files({folder.path().string()});
    CHECK(names(listing, folder.path()) == Names{"a.HTML", "b/1.txt", "b/2.txt", "c.docx", "page.aspx", "报告"});
    CHECK(listing.problems.empty());
}

TEST_CASE("a file that is named is taken whatever its name, and once") {
    const ScratchFolder folder;
    const std::string file = folder.write("notes.md", "x").string();
    const Listing listing = list_files({file, file, folder.path().string() + "/./notes.md"});
    CHECK(names(listing, folder.path()) == Names{"notes.md"});
}

TEST_CASE("missing paths and folders without reports are problems") {
    const ScratchFolder folder;
    folder.write("photo.png", "x");
    const Listing listing = list_files({folder.path().string(), (folder.path() / "none").string()});
    CHECK(listing.files.empty());
    REQUIRE(listing.problems.size() == 2);
    CHECK(listing.problems[0].message.zh.find("没有可以检查的报告") != std::string::npos);
    CHECK(listing.problems[1].file == (folder.path() / "none").string());
}

TEST_CASE("symbolic links: loops are named, other links followed, each folder once") {
    const ScratchFolder folder;
    folder.write("real/1.txt", "x");
    std::filesystem::create_directory_symlink("..", folder.path() / "real/up");
    std::filesystem::create_directory_symlink("real", folder.path() / "another");
    std::filesystem::create_symlink("nowhere", folder.path() / "broken.txt");
    const Listing listing = list_files({folder.path().string()});
    CHECK(names(listing, folder.path()) == Names{"real/1.txt"});
    REQUIRE(listing.problems.size() == 1);
    CHECK(listing.problems[0].file.ends_with("real/up"));
}

TEST_CASE("a folder that may not be opened is a problem" * doctest::skip(::geteuid() == 0)) {
    const ScratchFolder folder;
    folder.write("closed/1.txt", "x");
    std::filesystem::permissions(folder.path() / "closed", std::filesystem::perms::none);
    const Listing listing = list_files({folder.path().string()});
    CHECK(listing.problems.size() == 1);
    std::filesystem::permissions(folder.path() / "closed", std::filesystem::perms::owner_all);
}

TEST_CASE("names that are not UTF-8 are shown readably") {
    const ScratchFolder folder;
    folder.write("\xB1\xA8\xB8\xE6.txt", "x");
    const Listing listing = list_files({folder.path().string()});
    CHECK(names(listing, folder.path()) == Names{"报告.txt"});
}
