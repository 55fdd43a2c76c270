// SPDX-License-Identifier: Apache-2.0
#include "engine/script/compiled_packs.hpp"

#include <algorithm>
#include <charconv>
#include <lua.hpp>
#include <memory>
#include <system_error>

#include "engine/script/bytecode.hpp"
#include "engine/script/environment.hpp"
#include "engine/script/meter.hpp"

namespace gouji::script {
namespace {

struct CloseState {
    void operator()(lua_State* L) const { lua_close(L); }
};

std::string compile_file(lua_State* L, const CompiledPacks::Place& place) {
    std::string bytecode;
    const std::string& text = place.file->text;
    if (luaL_loadbufferx(L, text.data(), text.size(), place.name.c_str(), "t") == LUA_OK) append_dump(L, bytecode, true);
    lua_settop(L, 0);
    if (names_bad_global(bytecode)) bytecode.clear();
    return bytecode;
}

}  // namespace

CompiledPacks::CompiledPacks(std::vector<ScriptPack> packs, const Limits& limits) : packs_{std::move(packs)}, limits_{limits} {
    for (std::size_t pack = 0; pack < packs_.size(); ++pack) {
        const auto number = [&](const ScriptFile& file) { places_.push_back({pack, &file, "=#" + std::to_string(places_.size())}); };
        std::ranges::for_each(packs_[pack].library, number);
        std::ranges::for_each(packs_[pack].rules, number);
    }
    bytecode_.resize(places_.size());
    try {
        compiler_ = std::jthread{[this] { compile(); }};
    } catch (const std::system_error&) {
        compiled_ = places_.size();  // no thread to be had: each sandbox compiles for itself
    }
}

void CompiledPacks::leave_out(std::size_t pack, std::string_view path) {
    for (Place& place : places_) place.left_out |= place.pack == pack && place.file->path == path;
}

std::size_t CompiledPacks::number_of(const ScriptFile& file) const {
    return static_cast<std::size_t>(std::ranges::find(places_, &file, &Place::file) - places_.begin());
}

const std::string& CompiledPacks::bytecode(std::size_t number) const {
    for (std::size_t compiled = compiled_.load(); compiled <= number; compiled = compiled_.load()) compiled_.wait(compiled);
    return bytecode_[number];
}

std::optional<std::size_t> CompiledPacks::number_in(std::string_view name) {
    std::size_t number = 0;
    if (!name.starts_with("=#")) return std::nullopt;
    const auto read = std::from_chars(name.data() + 2, name.data() + name.size(), number);
    return read.ec == std::errc{} ? std::optional{number} : std::nullopt;
}

void CompiledPacks::compile() {
    Meter meter{limits_};
    const std::unique_ptr<lua_State, CloseState> lua{lua_newstate(&Meter::allocate, &meter)};
    for (std::size_t number = 0; number < places_.size(); ++number) {
        if (lua != nullptr) {
            meter.start(lua.get());
            bytecode_[number] = compile_file(lua.get(), places_[number]);
        }
        compiled_ = number + 1;
        compiled_.notify_all();
    }
}

}  // namespace gouji::script
