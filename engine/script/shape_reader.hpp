// SPDX-License-Identifier: Apache-2.0
// ShapeReader: reads fields of the tables that a rule's file returned and says what is wrong with them, at the line where the key
// stands. For use outside protected calls: such tables have no metamethods but those of freezing, so nothing here can raise. It
// owns nothing.
#pragma once

#include <initializer_list>
#include <lua.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/script/script_pack.hpp"
#include "grammar/text/problem.hpp"

namespace gouji::script {

enum class Need : std::uint8_t { optional, required };

// A field whose table lies at the top of the stack while this lives. `path` is for messages: "messages.missing".
class ShapeReader {
public:
    ShapeReader(lua_State* L, const ScriptPack& pack, const ScriptFile& file, text::Problems& problems)
        : L{L}, pack_{pack}, file_{file}, problems_{problems} {}

    // Complains about keys of the table at the top that are not known.
    void know_keys(std::initializer_list<std::string_view> known);
    [[nodiscard]] std::vector<std::string> keys();  // of the table at the top, sorted

    [[nodiscard]] std::string text(const char* key, Need need = Need::required);
    [[nodiscard]] std::optional<std::int64_t> integer(const char* key);
    [[nodiscard]] bool boolean(const char* key);
    [[nodiscard]] std::vector<std::string> texts(const char* key, Need need = Need::optional);
    [[nodiscard]] text::Bilingual bilingual(const char* key, Need need, Need english);

    // Goes into a table and comes back; false where there is none (a complaint where it is required or no table).
    [[nodiscard]] bool enter(const char* key, Need need);
    [[nodiscard]] bool enter(lua_Integer index);
    void leave();

    void complain(std::string_view key, std::string_view zh, std::string_view en);
    [[nodiscard]] bool good() const { return good_; }
    [[nodiscard]] lua_State* lua() const { return L; }

private:
    template <class Visit>
    void visit_keys(const Visit& visit);
    struct Level {
        std::string name;  // "[1]" where it is a place in a list
        bool is_key = true;
    };
    // Pushes the field; false, with a complaint where that is called for, if it has not the type.
    bool push(const char* key, int type, Need need);
    [[nodiscard]] std::string path_of(std::string_view key) const;
    [[nodiscard]] std::uint32_t line() const;  // where the table at the top begins, as far as the keys above it tell

    lua_State* L;
    const ScriptPack& pack_;
    const ScriptFile& file_;
    text::Problems& problems_;
    std::vector<Level> levels_;
    bool good_ = true;
};

}  // namespace gouji::script
