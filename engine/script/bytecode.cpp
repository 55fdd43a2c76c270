// SPDX-License-Identifier: Apache-2.0
#include "engine/script/bytecode.hpp"

#include <cstring>
#include <lua.hpp>
#include <utility>

static_assert(LUA_VERSION_NUM == 504, "the layout of a dump belongs to one version of Lua");

namespace gouji::script {

namespace {

enum Opcode : std::uint32_t { op_setupval = 10, op_gettabup = 11, op_settabup = 15 };

// Fields of an instruction of the form iABC.
std::uint32_t opcode(std::uint32_t instruction) { return instruction & 0x7FU; }
std::uint32_t field_a(std::uint32_t instruction) { return instruction >> 7U & 0xFFU; }
std::uint32_t field_b(std::uint32_t instruction) { return instruction >> 16U & 0xFFU; }
std::uint32_t field_c(std::uint32_t instruction) { return instruction >> 24U & 0xFFU; }

struct Upvalue {
    bool outside = false;  // of the dumped function
    std::string_view name;
};

class DumpReader {
public:
    DumpReader(std::string_view dump, std::vector<OuterUse>& uses) : rest_{dump}, uses_{uses} {}

    bool read() {
        static constexpr std::size_t header = 4 + 1 + 1 + 6 + 3;
        skip(header + sizeof(lua_Integer) + sizeof(lua_Number));
        skip(1);  // number of upvalues of the main function
        function(nullptr, true);
        return good_ && rest_.empty();
    }

private:
    struct Code {
        std::string_view instructions;
        std::vector<std::string_view> constants;  // the strings among them
        std::vector<Upvalue> upvalues;
        std::uint32_t first_line = 0;
        std::vector<std::uint32_t> lines;
    };

    // With `wanted` false, only gets past the function.
    void function(const Code* parent, bool wanted) {
        string();  // source
        Code code;
        code.first_line = static_cast<std::uint32_t>(number());
        number();
        skip(3);  // parameters, variadic, stack size
        code.instructions = bytes(number() * 4);
        constants(code);
        upvalues(code, parent);
        // The functions inside come before the names and lines of this one, so they are passed first and read afterwards.
        const std::string_view inner = rest_;
        functions(&code, false);
        lines(code, wanted);
        names(code);
        if (!good_ || !wanted) return;
        report(code);
        const std::string_view behind = std::exchange(rest_, inner);
        functions(&code, true);
        rest_ = behind;
    }

    void functions(const Code* parent, bool wanted) {
        const std::size_t count = number();
        for (std::size_t i = 0; i < count && good_; ++i) function(parent, wanted);
    }

    void constants(Code& code) {
        const std::size_t count = number();
        for (std::size_t i = 0; i < count && good_; ++i) {
            std::string_view text;
            switch (byte()) {
                case LUA_TNUMBER: case LUA_TNUMBER | 0x10: skip(8); break;
                case LUA_TSTRING: case LUA_TSTRING | 0x10: text = string(); break;
                default: break;  // nil, false, true
            }
            code.constants.push_back(text);
        }
    }

    void upvalues(Code& code, const Code* parent) {
        const std::size_t count = number();
        for (std::size_t i = 0; i < count && good_; ++i) {
            const bool in_parent_stack = byte() != 0;
            const std::size_t index = byte();
            byte();
            const bool outside = parent == nullptr || (!in_parent_stack && index < parent->upvalues.size() && parent->upvalues[index].outside);
            code.upvalues.push_back({outside, {}});
        }
    }

    void lines(Code& code, bool wanted) {
        const std::string_view steps = bytes(number());
        const std::size_t count = number();
        std::vector<std::pair<std::size_t, std::uint32_t>> absolute;
        for (std::size_t i = 0; i < count && good_; ++i) {
            const std::size_t at = number();
            absolute.emplace_back(at, static_cast<std::uint32_t>(number()));
        }
        if (!wanted) return;
        static constexpr signed char absolute_mark = -0x80;
        code.lines.reserve(steps.size());
        std::uint32_t line = code.first_line;
        std::size_t next = 0;
        for (const char step : steps) {
            const auto delta = static_cast<signed char>(step);
            if (delta != absolute_mark) line += static_cast<std::uint32_t>(delta);
            else if (next < absolute.size()) line = absolute[next++].second;
            code.lines.push_back(line);
        }
    }

    void names(Code& code) {
        const std::size_t locals = number();
        for (std::size_t i = 0; i < locals && good_; ++i) {
            string();
            number();
            number();
        }
        const std::size_t count = number();
        for (std::size_t i = 0; i < count && good_; ++i) {
            const std::string_view name = string();
            if (i < code.upvalues.size()) code.upvalues[i].name = name;
        }
    }

    void report(const Code& code) {
        for (std::size_t i = 0; i * 4 + 4 <= code.instructions.size(); ++i) {
            std::uint32_t instruction = 0;
            std::memcpy(&instruction, code.instructions.data() + i * 4, 4);
            const std::uint32_t line = i < code.lines.size() ? code.lines[i] : code.first_line;
            const auto constant = [&](std::uint32_t k) { return k < code.constants.size() ? code.constants[k] : std::string_view{}; };
            const auto upvalue = [&](std::uint32_t u) { return u < code.upvalues.size() ? code.upvalues[u] : Upvalue{}; };
            switch (opcode(instruction)) {
                case op_setupval: {
                    const Upvalue target = upvalue(field_b(instruction));
                    if (target.outside) uses_.push_back({OuterUse::Kind::assigns_upvalue, target.name, line});
                    break;
                }
                case op_gettabup:
                    if (upvalue(field_b(instruction)).name == "_ENV") {
                        uses_.push_back({OuterUse::Kind::reads_global, constant(field_c(instruction)), line});
                    }
                    break;
                case op_settabup:
                    if (upvalue(field_a(instruction)).name == "_ENV") {
                        uses_.push_back({OuterUse::Kind::assigns_global, constant(field_b(instruction)), line});
                    }
                    break;
                default: break;
            }
        }
    }

    void skip(std::size_t count) { bytes(count); }

    std::string_view bytes(std::size_t count) {
        if (count > rest_.size()) {
            good_ = false;
            rest_ = {};
            return {};
        }
        const std::string_view taken = rest_.substr(0, count);
        rest_.remove_prefix(count);
        return taken;
    }

    std::uint8_t byte() {
        const std::string_view one = bytes(1);
        return one.empty() ? 0 : static_cast<std::uint8_t>(one.front());
    }

    // Seven bits a byte, most significant first; the last byte has its top bit set.
    std::size_t number() {
        std::size_t value = 0;
        while (good_) {
            const std::uint8_t next = byte();
            value = value << 7U | (next & 0x7FU);
            if ((next & 0x80U) != 0) break;
        }
        return good_ ? value : 0;
    }

    std::string_view string() {
        const std::size_t size = number();  // one more than the length; 0: none
        return size == 0 ? std::string_view{} : bytes(size - 1);
    }

    std::string_view rest_;
    std::vector<OuterUse>& uses_;
    bool good_ = true;
};

}  // namespace

void append_dump(lua_State* L, std::string& bytecode, bool with_names) {
    const auto append = [](lua_State* /*L*/, const void* bytes, std::size_t size, void* target) {
        static_cast<std::string*>(target)->append(static_cast<const char*>(bytes), size);
        return 0;
    };
    lua_dump(L, append, &bytecode, with_names ? 0 : 1);
}

bool scan_outer_uses(std::string_view dump, std::vector<OuterUse>& uses) { return DumpReader{dump, uses}.read(); }

}  // namespace gouji::script
