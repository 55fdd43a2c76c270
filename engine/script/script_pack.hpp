// SPDX-License-Identifier: Apache-2.0
// The Lua files of a pack, as text. The host reads no file itself.
#pragma once

#include <string>
#include <vector>

namespace gouji::script {

struct ScriptFile {
    std::string path;  // relative to the pack, for messages and RuleInfo::file
    std::string text;
};

struct ScriptPack {
    std::string name;
    std::string root;  // for messages
    std::vector<ScriptFile> rules;
    std::vector<ScriptFile> library;
};

}  // namespace gouji::script
