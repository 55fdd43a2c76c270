// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include "engine/app/commands.hpp"
#include "engine/app/output_file.hpp"
#include "engine/app/pack_lock.hpp"

namespace gouji::app {

namespace fs = std::filesystem;

int run_command(const LockArguments& arguments, const Console& console) {
    int status = exit_clean;
    for (const std::string& folder : arguments.packs) {
        const fs::path file = fs::path{folder} / "pack.lock";
        text::Result<void> written = tl::unexpected{text::Problem{text::ProblemKind::pack, {"不是规则包：缺少 pack.toml", "not a rule pack: there is no pack.toml"}, folder, 0, 0, {}, {}}};
        if (fs::exists(fs::path{folder} / "pack.toml")) written = write_file(file.string(), lock_text(folder));
        if (written) {
            console.out(file.lexically_normal().generic_string() + '\n');
        } else {
            console.problem(written.error());
            status = exit_trouble;
        }
    }
    return status;
}

}  // namespace gouji::app
