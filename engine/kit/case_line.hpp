// SPDX-License-Identifier: Apache-2.0
// LineReader: one line of a case file, word by word. Refers to the line; knows no case.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/kit/case_file.hpp"

namespace gouji::kit {

inline constexpr std::string_view mark_open = "⟦";
inline constexpr std::string_view mark_close = "⟧";

class LineReader {
public:
    explicit LineReader(std::string_view line);

    [[nodiscard]] bool at_end() const { return rest_.empty(); }
    [[nodiscard]] std::string rest() const { return std::string{rest_}; }
    [[nodiscard]] std::string_view peek() const;  // the next word
    std::string word();
    bool take(std::string_view word);             // the next word, if it is this one
    std::optional<std::string> quoted();          // "…" with \n \t \" \\ inside
    bool place(ExpectedPlace& place);

private:
    void skip_spaces();

    std::string_view rest_;
};

}  // namespace gouji::kit
