// SPDX-License-Identifier: Apache-2.0
// A run that is told to end while a converter works for it ends soon, and the converter and its folder with it.
#include <doctest/doctest.h>
#include <signal.h>

#include <chrono>
#include <filesystem>

#include "tests/end_to_end/child.hpp"

using namespace end_to_end;

namespace {

namespace fs = std::filesystem;

// A converter that never ends, and says who it is.
void write_converter(const Folder& folder, const std::string& name) {
    const std::string file = folder.write("bin/" + name, "#!/bin/sh\necho $$ > " + (folder / "pid") + "\n/bin/sleep 300\n");
    fs::permissions(file, fs::perms::owner_all);
}

void try_on(const std::string& converter, const std::string& file, const std::string& bytes, const std::string& command) {
    CAPTURE(file);
    CAPTURE(command);
    const Folder folder;
    write_converter(folder, converter);
    fs::create_directory(folder.path() / "tmp");
    const std::string report = folder.write(file, bytes);
    const auto begin = std::chrono::steady_clock::now();
    const Outcome outcome = run(Call{{command, report}, {}, folder.path(), {"PATH=" + (folder / "bin"), "TMPDIR=" + (folder / "tmp")}, 1});
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds{10});
    CHECK(outcome.status == 2);
    const std::string pid = read(folder / "pid");
    REQUIRE_FALSE(pid.empty());
    CHECK(::kill(std::stoi(pid), 0) != 0);
    CHECK(fs::is_empty(folder.path() / "tmp"));
}

}  // namespace

TEST_SUITE("interrupt") {
    TEST_CASE("while a converter works") {
        for (const std::string command : {"check", "parse", "figures"}) {
            try_on("pdftotext", "a.pdf", "%PDF-1.4\n", command);
            try_on("soffice", "a.rtf", "{\\rtf1\\ansi text}", command);
        }
    }
}
