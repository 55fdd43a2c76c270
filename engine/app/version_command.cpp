// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "engine/app/commands.hpp"
#include "engine/app/packs.hpp"

namespace gouji::app {

int run_command(const VersionArguments&, const Console& console) {
    console.out(fmt::format("gouji {}\n", GOUJI_VERSION));
    text::Problems problems;
    const LoadedPacks packs = load_packs(pack_folders({}, true, problems), PackUse::formats);
    for (const output::PackInfo& pack : packs.packs) {
        console.out(fmt::format("{} {} {}\n", console.in("规则包", "pack"), pack.name, pack.version));
    }
    for (const model::Format& format : packs.knowledge.formats) {
        console.out(fmt::format("{} {} {}\n", console.in("格式", "format"), format.id, format.name));
    }
    for (const text::Problem& problem : problems) console.problem(problem);
    return problems.empty() ? exit_clean : exit_trouble;
}

}  // namespace gouji::app
