// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <filesystem>

#include "engine/app/commands.hpp"
#include "engine/app/output_file.hpp"
#include "engine/app/packs.hpp"
#include "engine/kit/template.hpp"

namespace gouji::app {

namespace {

namespace fs = std::filesystem;

text::Problem cannot_write(const fs::path& file, text::Bilingual message) {
    text::Problem problem;
    problem.kind = text::ProblemKind::usage;
    problem.message = std::move(message);
    problem.file = file.string();
    return problem;
}

// The id without the pack's name: "L001" of "ningxia/L001".
std::string short_id(const finding::RuleInfo& rule) { return rule.id.substr(rule.id.rfind('/') + 1); }

text::Result<std::vector<kit::NewFile>> new_rule(const NewArguments& arguments, const fs::path& folder) {
    const LoadedPacks loaded = load_packs({folder});
    const auto own = find_pack(loaded, folder);
    std::vector<std::string> ids;
    for (const finding::RuleInfo& rule : loaded.book.rules()) {
        if (!own || rule.pack != loaded.packs[*own].name) continue;
        ids.push_back(short_id(rule));
        const bool same_name = rule.name == arguments.name;
        if (!same_name && short_id(rule) != arguments.id) continue;
        const std::string& taken = same_name ? arguments.name : arguments.id;
        return tl::unexpected{cannot_write(folder / rule.file, {fmt::format("“{}”已经由规则 {} 使用，换一个", taken, rule.id),
                                                                fmt::format("“{}” is taken by rule {}; choose another", taken, rule.id)})};
    }
    return kit::new_rule(arguments.name, arguments.id.empty() ? kit::free_id(ids) : arguments.id);
}

text::Result<std::vector<kit::NewFile>> new_files(const NewArguments& arguments, const fs::path& folder) {
    if (arguments.kind == "pack") return kit::new_pack(arguments.name);
    if (!fs::exists(folder / "pack.toml")) {
        return tl::unexpected{cannot_write(folder, {"不是规则包：缺少 pack.toml；先用 gouji new pack 建一个，或用 --pack 指明",
                                                    "not a rule pack: there is no pack.toml; make one with gouji new pack, or name one with --pack"})};
    }
    return new_rule(arguments, folder);
}

// All of them, or none where one is there already.
text::Result<void> write_new(const std::vector<kit::NewFile>& files, const fs::path& folder) {
    for (const kit::NewFile& file : files) {
        if (fs::exists(folder / file.path)) return tl::unexpected{cannot_write(folder / file.path, {"文件已经存在", "the file exists already"})};
    }
    for (const kit::NewFile& file : files) {
        std::error_code error;
        fs::create_directories((folder / file.path).parent_path(), error);
        if (auto written = write_file((folder / file.path).string(), file.text); !written) return written;
    }
    return {};
}

}  // namespace

int run_command(const NewArguments& arguments, const Console& console) {
    const bool pack = arguments.kind == "pack";
    const fs::path folder = pack ? fs::path{arguments.folder} / arguments.name : fs::path{arguments.folder.empty() ? "." : arguments.folder};
    const auto files = new_files(arguments, folder);
    const auto written = files ? write_new(*files, folder) : tl::unexpected{files.error()};
    if (!written) {
        console.problem(written.error());
        return exit_trouble;
    }
    for (const kit::NewFile& file : *files) console.out((folder / file.path).lexically_normal().generic_string() + '\n');
    return exit_clean;
}

}  // namespace gouji::app
