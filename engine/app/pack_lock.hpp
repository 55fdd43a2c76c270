// SPDX-License-Identifier: Apache-2.0
// pack.lock: the SHA-256 of every file that a pack's rules are made of, one a line as sha256sum writes them. A pack that carries
// one is used only as long as it matches; a pack without one is not looked at.
#pragma once

#include <filesystem>
#include <string>

#include "grammar/text/problem.hpp"

namespace gouji::app {

// What pack.lock has to say for the files as they are.
[[nodiscard]] std::string lock_text(const std::filesystem::path& pack_root);

// Files changed, added or gone since the lock was written; empty where there is no lock.
[[nodiscard]] text::Problems check_lock(const std::filesystem::path& pack_root);

}  // namespace gouji::app
