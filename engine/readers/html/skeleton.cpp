// SPDX-License-Identifier: Apache-2.0
#include "engine/readers/html/skeleton.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/readers/extract.hpp"
#include "engine/readers/html/byte_set.hpp"
#include "engine/readers/html/nesting.hpp"
#include "engine/readers/html/tag_reader.hpp"
#include "engine/readers/html/tags.hpp"

namespace gouji::readers::html {
namespace {

// What the attributes of a block say that matters.
struct Look {
    std::string_view column_span, row_span, start, value;
    bool hidden = false;
    bool aside = false;
    bool plain_list = false;
};

bool hides(std::string_view style) {
    // Styles are everywhere, and few of them hide: a plain search comes first.
    const auto has = [&](std::string_view part) { return style.find(part) != std::string_view::npos; };
    if (!has("isplay") && !has("ISPLAY") && !has("isibil") && !has("ISIBIL") && !has("through") && !has("hide")) return false;
    std::string plain{style};
    std::erase_if(plain, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
    constexpr std::array hiding{"display:none", "visibility:hidden", "mso-hide:all", "line-through"};
    return std::ranges::any_of(hiding, [&](const char* said) { return contains_ignoring_case(plain, said); });
}

// Struck out: it is shown as what does not hold any more.
bool is_struck(std::string_view name) {
    constexpr std::array names{"s", "del", "strike"};
    return std::ranges::any_of(names, [&](const char* struck) { return equals_ignoring_case(name, struck); });
}

void note(const Attribute& attribute, Look& look) {
    const auto is = [&](std::string_view name) { return equals_ignoring_case(attribute.name, name); };
    const auto says = [&](std::string_view value) { return equals_ignoring_case(attribute.value, value); };
    if (is("style")) {
        look.hidden = look.hidden || hides(attribute.value);
        look.plain_list = look.plain_list || attribute.value.find("list-style") != std::string_view::npos;
    } else if (is("colspan")) {
        look.column_span = attribute.value;
    } else if (is("rowspan")) {
        look.row_span = attribute.value;
    } else if (is("hidden")) {
        look.hidden = true;
    } else if (is("start")) {
        look.start = attribute.value;
    } else if (is("value")) {
        look.value = attribute.value;
    } else if (is("role")) {
        look.aside = look.aside || says("navigation") || says("banner") || says("contentinfo");
    }
}

Look look_of(std::string_view attributes) {
    Look look;
    if (attributes.size() < 4) return look;
    AttributeReader reader{attributes};
    for (Attribute attribute = reader.next(); !attribute.name.empty(); attribute = reader.next()) note(attribute, look);
    return look;
}

// A number at the head of an attribute's value, at most five digits.
std::string_view digits(std::string_view value) {
    value.remove_prefix(white_space.skip(value, 0));
    return value.substr(0, std::min({value.find_first_not_of("0123456789"), value.size(), std::size_t{5}}));
}

class SkeletonMaker {
public:
    SkeletonMaker(std::string_view page, const Limits& limits) : reader_{page}, limits_{limits} {}

    text::Result<Skeleton> make() {
        for (Piece piece = reader_.next(); piece.kind != Piece::Kind::end; piece = reader_.next()) {
            if (piece.kind == Piece::Kind::text) {
                if (hidden_depth_ == 0) skeleton_.pieces.push_back({piece.text, link_depth_ > 0, raised_});
            } else if (piece.kind == Piece::Kind::open) {
                open(piece);
            } else {
                close(piece);
            }
            if (nesting_.depth() > limits_.depth) return too_deep();
            if (blocks_ > most_blocks()) return too_many();
        }
        end_run();
        return std::move(skeleton_);
    }

private:
    [[nodiscard]] std::size_t most_blocks() const { return 2 * std::size_t{limits_.cells} + 100'000; }

    [[nodiscard]] tl::unexpected<text::Problem> too_deep() const {
        return unreadable(
            fmt::format("网页元素嵌套超过 {} 层的上限，未读取", limits_.depth),
            fmt::format("the elements of the page are nested deeper than the limit of {}; not read", limits_.depth));
    }
    [[nodiscard]] tl::unexpected<text::Problem> too_many() const {
        return unreadable(fmt::format("网页元素超过 {} 个的上限，未读取", most_blocks()),
                          fmt::format("the page has more elements than the limit of {}; not read", most_blocks()));
    }

    void open(const Piece& piece) {
        const Tag tag = tag_of(piece.name);
        if (tag.role == Role::raw) {
            reader_.raw_content(piece.name);
        } else if (tag.role == Role::title) {
            const std::string_view title = reader_.raw_content(piece.name);
            if (skeleton_.title.empty()) skeleton_.title = title;
        } else if (tag.role == Role::unseen) {
            skip_content(tag.name, piece.attributes);
        } else if (tag.role == Role::inline_text) {
            open_inline(piece);
        } else if (hidden_depth_ == 0) {
            open_block(tag, piece.attributes);
        } else if (tag.role == Role::block) {
            ++hidden_blocks_;
        }
    }

    void open_block(const Tag& tag, std::string_view attributes) {
        end_run();
        ++blocks_;
        write_end(tag.name, true);
        skeleton_.markup.append("<").append(tag.name);
        if (tag.role == Role::block) {
            if (!attributes.empty()) copy_attributes(tag.name, look_of(attributes));
            nesting_.open(tag.name);
        }
        skeleton_.markup += '>';
    }

    void copy_attributes(std::string_view name, const Look& look) {
        if (name == "td" || name == "th") {
            copy_number("colspan", look.column_span);
            copy_number("rowspan", look.row_span);
        } else if (name == "ol") {
            copy_number("start", look.start);
        } else if (name == "li") {
            copy_number("value", look.value);
        }
        if (look.plain_list) skeleton_.markup += " class=plain";
        if (look.hidden) skeleton_.markup += " hidden";
        if (look.aside) skeleton_.markup += " role=aside";
    }

    void copy_number(std::string_view name, std::string_view value) {
        const std::string_view number = digits(value);
        if (!number.empty() && number != "1") skeleton_.markup.append(" ").append(name).append("=").append(number);
    }

    // Inline elements do not reach the tree; links are counted, and hidden ones swallow their text here.
    void open_inline(const Piece& piece) {
        if (piece.attributes.ends_with('/')) return;
        if (hidden_depth_ > 0) {
            hidden_depth_ += equals_ignoring_case(piece.name, hidden_name_) ? 1 : 0;
        } else if (is_struck(piece.name) || (look_of(piece.attributes).hidden && !equals_ignoring_case(piece.name, "input"))) {
            hidden_name_.assign(piece.name);
            std::ranges::transform(hidden_name_, hidden_name_.begin(),
                                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
            hidden_depth_ = 1;
            hidden_blocks_ = 0;
        } else if (equals_ignoring_case(piece.name, "sup")) {
            raised_ = true;
        } else if (equals_ignoring_case(piece.name, "a")) {
            link_depth_ = 1;  // links do not nest
        }
    }

    void close(const Piece& piece) {
        const Tag tag = tag_of(piece.name);
        if (tag.role == Role::block) {
            const bool inside = hidden_depth_ > 0 && hidden_blocks_ > 0 && !is_table_part(tag.name);
            if (inside) {
                --hidden_blocks_;
                return;
            }
            hidden_depth_ = 0;  // a hidden inline element does not outlast the block around it
            hidden_blocks_ = 0;
            raised_ = false;
            end_run();
            ++blocks_;
            write_end(tag.name, false);
            ended_ = tag.name;
            nesting_.close(tag.name);
        } else if (hidden_depth_ > 0 && equals_ignoring_case(piece.name, hidden_name_)) {
            --hidden_depth_;
        } else if (equals_ignoring_case(piece.name, "sup")) {
            raised_ = false;
        } else if (equals_ignoring_case(piece.name, "a")) {
            link_depth_ = 0;
        }
    }

    // The end tag that waits, unless the tag that comes next implies it: fewer tags are most of what makes the builder fast.
    void write_end(std::string_view next, bool opens) {
        if (!ended_.empty() && !is_implied(ended_, next, opens)) skeleton_.markup.append("</").append(ended_).append(">");
        ended_ = {};
    }

    // Passes over an element with what it holds. One that never ends is passed over alone, and so are its like from then on.
    void skip_content(std::string_view name, std::string_view attributes) {
        if (attributes.ends_with('/') || std::ranges::find(endless_, name) != endless_.end()) return;
        const std::size_t begin = reader_.position();
        std::size_t depth = 1;
        while (depth > 0) {
            const Piece piece = reader_.next();
            if (piece.kind == Piece::Kind::end) {
                reader_.go_back(begin);
                endless_.push_back(name);
                return;
            }
            if (piece.kind == Piece::Kind::text || !equals_ignoring_case(piece.name, name)) continue;
            depth += piece.kind == Piece::Kind::open ? 1 : static_cast<std::size_t>(-1);
        }
    }

    // The text since the last block tag becomes its number; white space alone becomes nothing.
    void end_run() {
        const auto last = static_cast<std::uint32_t>(skeleton_.pieces.size());
        const bool blank = std::all_of(skeleton_.pieces.begin() + first_piece_, skeleton_.pieces.end(),
                                       [](const TextPiece& piece) { return white_space.skip(piece.raw, 0) == piece.raw.size(); });
        if (blank) {
            skeleton_.pieces.resize(first_piece_);
        } else {
            write_end({}, false);
            skeleton_.markup.append(fmt::format_int{skeleton_.runs.size()}.str()).append(";");
            skeleton_.runs.push_back({first_piece_, last});
            first_piece_ = last;
        }
    }

    TagReader reader_;
    const Limits& limits_;
    Skeleton skeleton_;
    Nesting nesting_;
    std::vector<std::string_view> endless_;
    std::string_view ended_;  // the last end tag, not yet written
    std::string hidden_name_;
    std::uint32_t first_piece_ = 0;
    std::size_t blocks_ = 0;
    std::size_t hidden_depth_ = 0;
    std::size_t hidden_blocks_ = 0;  // open ones inside the hidden element
    int link_depth_ = 0;
    bool raised_ = false;
};

}  // namespace

text::Result<Skeleton> make_skeleton(std::string_view page, const Limits& limits) { return SkeletonMaker{page, limits}.make(); }

}  // namespace gouji::readers::html
