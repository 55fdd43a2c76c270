// SPDX-License-Identifier: Apache-2.0
#include "engine/readers/html/tag_reader.hpp"

#include <algorithm>

#include "engine/readers/html/byte_set.hpp"

namespace gouji::readers::html {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr ByteSet before_attribute{" \t\r\n\f/"};
constexpr ByteSet after_name{" \t\r\n\f/>"};
constexpr ByteSet after_attribute_name{" \t\r\n\f/="};
constexpr ByteSet end_or_value{">="};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

}  // namespace

bool equals_ignoring_case(std::string_view text, std::string_view lower_text) {
    return text.size() == lower_text.size() && std::ranges::equal(text, lower_text, {}, lower);
}

bool contains_ignoring_case(std::string_view text, std::string_view lower_text) {
    const auto same = [](char a, char b) { return lower(a) == b; };
    return std::search(text.begin(), text.end(), lower_text.begin(), lower_text.end(), same) != text.end();
}

Attribute AttributeReader::next() {
    at_ = before_attribute.skip(text_, at_);
    const std::size_t begin = at_;
    at_ = after_attribute_name.find(text_, std::min(at_ + 1, text_.size()));  // a '=' in first place belongs to the name
    Attribute found{text_.substr(begin, at_ - begin), text_.substr(at_, 0)};
    const std::size_t sign = white_space.skip(text_, at_);
    if (sign >= text_.size() || text_[sign] != '=') return found;
    at_ = white_space.skip(text_, sign + 1);
    const bool quoted = at_ < text_.size() && (text_[at_] == '"' || text_[at_] == '\'');
    const std::size_t value = quoted ? at_ + 1 : at_;
    const std::size_t end = quoted ? std::min(text_.find(text_[at_], value), text_.size()) : white_space.find(text_, value);
    found.value = text_.substr(value, end - value);
    at_ = std::min(quoted ? end + 1 : end, text_.size());
    return found;
}

TagReader::Construct TagReader::construct_at(std::size_t open) const {
    const char after = open + 1 < html_.size() ? html_[open + 1] : '\0';
    if (is_letter(after)) return Construct::open;
    if (after == '!' || after == '?') return Construct::declaration;
    if (after != '/') return Construct::none;
    return open + 2 < html_.size() && is_letter(html_[open + 2]) ? Construct::close : Construct::declaration;
}

Piece TagReader::next() {
    std::size_t begin = at_;
    while (at_ < html_.size()) {
        const std::size_t open = html_.find('<', at_);
        const Construct construct = open == npos ? Construct::none : construct_at(open);
        if (construct == Construct::none) {
            at_ = open == npos ? html_.size() : open + 1;  // a bare '<' is text
            continue;
        }
        at_ = open;
        if (open > begin) return {Piece::Kind::text, html_.substr(begin, open - begin), {}, {}};
        if (construct != Construct::declaration) return read_tag(construct == Construct::close);
        skip_declaration();
        begin = at_;
    }
    if (at_ > begin) return {Piece::Kind::text, html_.substr(begin, at_ - begin), {}, {}};
    return {};
}

void TagReader::skip_declaration() {
    const bool comment = html_.substr(at_).starts_with("<!--");
    const bool empty_comment = comment && (html_.substr(at_ + 4).starts_with(">") || html_.substr(at_ + 4).starts_with("->"));
    const std::string_view end = comment && !empty_comment ? "-->" : ">";
    const std::size_t found = html_.find(end, at_ + (comment ? 4 : 2));
    at_ = found == npos ? html_.size() : found + end.size();
}

Piece TagReader::read_tag(bool closing) {
    const std::size_t name_begin = at_ + (closing ? 2 : 1);
    const std::size_t name_end = after_name.find(html_, name_begin);
    const std::size_t end = end_of_attributes(name_end);
    at_ = std::min(end + 1, html_.size());
    return {closing ? Piece::Kind::close : Piece::Kind::open,
            {},
            html_.substr(name_begin, name_end - name_begin),
            html_.substr(name_end, end - name_end)};
}

// The '>' that ends the tag: not one inside quotes, and quotes count only behind '='.
std::size_t TagReader::end_of_attributes(std::size_t from) const {
    std::size_t at = from;
    for (;;) {
        at = end_or_value.find(html_, at);
        if (at == html_.size() || html_[at] == '>') return at;
        at = white_space.skip(html_, at + 1);
        if (at < html_.size() && (html_[at] == '"' || html_[at] == '\'')) {
            const std::size_t quote = html_.find(html_[at], at + 1);
            if (quote == npos) return html_.size();
            at = quote + 1;
        }
    }
}

std::string_view TagReader::raw_content(std::string_view name) {
    const std::size_t begin = at_;
    for (std::size_t at = html_.find("</", begin); at != npos; at = html_.find("</", at + 2)) {
        const std::string_view after = html_.substr(at + 2);
        const bool same = after.size() > name.size() && std::ranges::equal(after.substr(0, name.size()), name, {}, lower, lower);
        if (!same || is_letter(after[name.size()])) continue;
        at_ = at;
        return html_.substr(begin, at - begin);
    }
    at_ = html_.size();
    return html_.substr(begin);
}

}  // namespace gouji::readers::html
