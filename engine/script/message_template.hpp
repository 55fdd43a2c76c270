// SPDX-License-Identifier: Apache-2.0
// MessageTemplate: a message of a rule with {placeholders}, taken apart once at load. {{ and }} stand for braces.
// It owns its pieces; it knows no Lua and no finding.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "grammar/text/problem.hpp"

namespace gouji::script {

class MessageTemplate {
public:
    struct Piece {
        std::string text;  // as it is, or the placeholder's name
        bool placeholder = false;
    };

    // What is wrong with the text, where it is no template.
    [[nodiscard]] static tl::expected<MessageTemplate, text::Bilingual> read(std::string_view text);

    [[nodiscard]] const std::vector<Piece>& pieces() const { return pieces_; }
    [[nodiscard]] std::vector<std::string> placeholders() const;  // sorted, each once

private:
    std::vector<Piece> pieces_;
};

}  // namespace gouji::script
