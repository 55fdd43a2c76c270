// SPDX-License-Identifier: Apache-2.0
#include "engine/app/option_text.hpp"

#include <fmt/format.h>

namespace gouji::app {

std::string written(const finding::OptionValue& value) {
    struct Write {
        std::string operator()(bool flag) const { return flag ? "true" : "false"; }
        std::string operator()(std::int64_t number) const { return std::to_string(number); }
        std::string operator()(double number) const { return fmt::format("{}", number); }
        std::string operator()(const std::string& text) const { return fmt::format("\"{}\"", text); }
        std::string operator()(const std::vector<std::string>& list) const {
            std::string out = "[";
            for (const std::string& item : list) out += fmt::format("{}\"{}\"", out.size() > 1 ? ", " : "", item);
            return out + ']';
        }
    };
    return std::visit(Write{}, value);
}

}  // namespace gouji::app
