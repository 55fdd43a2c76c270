// SPDX-License-Identifier: Apache-2.0
// Sandbox: one Lua state in which rule files are loaded and run. It owns the state, meters it, gives each pack an environment
// of its own, and freezes what a file returns, so that nothing a rule does on one report is seen on the next.
// Functions that Lua calls hold no value with a destructor: an error leaves them by longjmp. What needs memory lives here.
#pragma once

#include <lua.hpp>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/script/compiled_packs.hpp"
#include "engine/script/meter.hpp"
#include "grammar/text/problem.hpp"

namespace gouji::script {

// What was raised, and where. `chunk` is the number of a file in CompiledPacks; none: not in a file of a pack.
struct RaisedError {
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    text::Bilingual message;
    LimitKind limit = LimitKind::none;
    std::size_t chunk = none;
    std::uint32_t line = 0;
};

class Sandbox {
public:
    // `packs` must outlive the sandbox.
    explicit Sandbox(const CompiledPacks& packs);
    ~Sandbox();
    Sandbox(const Sandbox&) = delete;
    Sandbox& operator=(const Sandbox&) = delete;

    static Sandbox& of(lua_State* L) { return **static_cast<Sandbox**>(lua_getextraspace(L)); }
    [[nodiscard]] lua_State* lua() const { return lua_; }
    [[nodiscard]] Meter& meter() { return meter_; }
    template <class T>
    [[nodiscard]] T& owner() const { return *static_cast<T*>(owner_); }
    void set_owner(void* owner) { owner_ = owner; }  // for those who extend the state

    // Runs a rule file and leaves what it returns on the stack, with its functions frozen; or nothing, and a problem.
    [[nodiscard]] tl::expected<void, text::Problem> load_rule(const ScriptPack& pack, const ScriptFile& file);

    // Calls the function below `arguments` values, metered. False: error() says why; the stack is as without the call.
    [[nodiscard]] bool call(int arguments, int results);
    [[nodiscard]] const RaisedError& error() const { return error_; }
    // The error as a problem with the excerpt of the file it was raised in; `otherwise` where it was raised in none.
    [[nodiscard]] text::Problem problem(const ScriptPack& pack, const ScriptFile& otherwise) const;

    // Raises an error of the host's own, in both languages. `message` must be put down before:
    //     sandbox.message() = {"…", "…"};  return sandbox.raise();
    [[nodiscard]] text::Bilingual& message() { return message_; }
    int raise();
    int raise_at(std::size_t chunk, std::uint32_t line);

    // After a memory error the state is not to be trusted with more than closing it.
    [[nodiscard]] bool spoilt() const { return spoilt_; }
    // Between reports: collects garbage where enough has gathered.
    void tidy();

    // For the functions that Lua calls.
    [[nodiscard]] const std::vector<ScriptPack>& packs() const { return packs_->packs(); }
    [[nodiscard]] bool loading() const { return loading_; }
    void load_chunk(const ScriptFile& file);  // pushes its main function; raises
    [[nodiscard]] std::string& scratch() { return scratch_; }

private:
    static int on_error(lua_State* L);
    static int load_protected(lua_State* L);
    static int open_protected(lua_State* L);
    void take_error(lua_State* L);
    void take_limit(int status);

    const CompiledPacks* packs_;
    Meter meter_;
    void* owner_ = nullptr;
    lua_State* lua_ = nullptr;
    RaisedError error_;
    text::Bilingual message_;
    std::size_t raised_chunk_ = RaisedError::none;
    std::uint32_t raised_line_ = 0;
    std::string scratch_;
    std::size_t bytes_at_rest_ = 0;
    bool loading_ = false;
    bool spoilt_ = false;
};

}  // namespace gouji::script
