// SPDX-License-Identifier: Apache-2.0
// CompiledPacks: the Lua files of all packs with their bytecode, compiled once for all sandboxes, on a thread of its own that
// begins at once: other work, and loading the first ones, goes on beside it. It owns both. A file with anything wrong has no
// bytecode: the sandbox that loads it compiles the text and says what it is. Bytecode is never read from outside.
#pragma once

#include <atomic>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "engine/script/limits.hpp"
#include "engine/script/script_pack.hpp"

namespace gouji::script {

class CompiledPacks {
public:
    CompiledPacks(std::vector<ScriptPack> packs, const Limits& limits);

    [[nodiscard]] const std::vector<ScriptPack>& packs() const { return packs_; }
    [[nodiscard]] const Limits& limits() const { return limits_; }

    // Takes a rule's file, named by its path in the pack, out of what is loaded; to be said before a book is.
    void leave_out(std::size_t pack, std::string_view path);

    // Files are numbered through all packs, the library of a pack before its rules.
    struct Place {
        std::size_t pack;
        const ScriptFile* file;
        std::string name;  // under which Lua knows it
        bool left_out = false;
    };
    [[nodiscard]] std::size_t number_of(const ScriptFile& file) const;
    [[nodiscard]] const Place& file(std::size_t number) const { return places_[number]; }
    [[nodiscard]] std::size_t size() const { return places_.size(); }

    // Waits until the file has had its turn. Empty: compile the text.
    [[nodiscard]] const std::string& bytecode(std::size_t number) const;

    // The number in the name of a file, as in lua_Debug::source.
    [[nodiscard]] static std::optional<std::size_t> number_in(std::string_view name);

private:
    void compile();

    std::vector<ScriptPack> packs_;
    Limits limits_;
    std::vector<Place> places_;
    std::vector<std::string> bytecode_;
    std::atomic<std::size_t> compiled_ = 0;
    std::jthread compiler_;  // last: it is joined before what it writes to goes
};

}  // namespace gouji::script
