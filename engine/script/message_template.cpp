// SPDX-License-Identifier: Apache-2.0
#include "engine/script/message_template.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace gouji::script {

namespace {

bool is_name(std::string_view name) {
    return !name.empty() && name.front() >= 'a' && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos;
}

text::Bilingual bad_brace(std::string_view shown) {
    return {fmt::format("消息里的“{}”不是占位符：写成 {{name}}，要花括号本身就写两遍", shown),
            fmt::format("“{}” in the message is no placeholder: write {{name}}, and double a brace that stands for itself", shown)};
}

}  // namespace

tl::expected<MessageTemplate, text::Bilingual> MessageTemplate::read(std::string_view text) {
    MessageTemplate result;
    std::string literal;
    while (!text.empty()) {
        const char c = text.front();
        if (c != '{' && c != '}') {
            const std::size_t size = std::min(text.find_first_of("{}"), text.size());
            literal += text.substr(0, size);
            text.remove_prefix(size);
            continue;
        }
        if (text.size() > 1 && text[1] == c) {
            literal += c;
            text.remove_prefix(2);
            continue;
        }
        const std::size_t end = text.find('}');
        if (c == '}' || end == std::string_view::npos || !is_name(text.substr(1, end - 1))) {
            return tl::unexpected{bad_brace(c == '}' ? text.substr(0, 1) : text.substr(0, std::min(end, std::size_t{20}) + 1))};
        }
        if (!literal.empty()) result.pieces_.push_back({std::move(literal), false});
        literal.clear();
        result.pieces_.push_back({std::string{text.substr(1, end - 1)}, true});
        text.remove_prefix(end + 1);
    }
    if (!literal.empty()) result.pieces_.push_back({std::move(literal), false});
    return result;
}

std::vector<std::string> MessageTemplate::placeholders() const {
    std::vector<std::string> names;
    for (const Piece& piece : pieces_) {
        if (piece.placeholder) names.push_back(piece.text);
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

}  // namespace gouji::script
