// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "grammar/blocks/aligned.hpp"
#include "grammar/parse.hpp"
#include "grammar/text/character.hpp"
#include "grammar/text/folded_text.hpp"

namespace gouji::grammar::aligned {
namespace {

// Between two spaces, with the width of the gap before it.
struct Token {
    Word word;
    std::uint32_t gap = 0;
};

bool may_be_figure(std::string_view text) {
    constexpr std::size_t longest = 24;
    if (text.size() > longest) return false;
    const auto lead = static_cast<unsigned char>(text[0]);
    if (lead >= 0x80) return lead == 0xEF || lead == 0xE2;  // １２ － −
    return std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == ',' || c == '.' || c == '+' || c == '-' || c == '/' || c == '%'; });
}

bool is_figure(std::string_view text) {
    if (!may_be_figure(text)) return false;
    const auto holds_figure = [](std::string_view folded) { return read_cell_number(folded).has_value() || is_cell_mark(folded); };
    const bool ascii = static_cast<unsigned char>(text[0]) < 0x80;
    return ascii ? holds_figure(text) : holds_figure(text::fold(text).chars());
}

std::vector<Token> read_tokens(std::string_view source, Span whole, Measure measure) {
    std::vector<Token> tokens;
    std::uint32_t at = whole.begin;
    std::uint32_t place = 0;
    std::uint32_t gap = 0;
    bool in_word = false;
    while (at < whole.end) {
        const text::CodePoint c = text::code_point_at(source, at);
        const bool space = c.value <= U' ' || text::folded_character(c.value) == " ";
        const bool wide = measure == Measure::screen_columns && text::display_width(c.value) == 2;
        const std::uint32_t width = wide ? 2 : 1;
        if (space) {
            gap += width;
        } else if (!in_word || gap > 0) {
            tokens.push_back({{{at, at + c.bytes}, place, place + width, false}, gap});
            gap = 0;
        } else {
            tokens.back().word.source.end = at + c.bytes;
            tokens.back().word.end = place + width;
        }
        in_word = !space;
        at += c.bytes;
        place += width;
    }
    for (Token& token : tokens) token.word.figure = is_figure(source.substr(token.word.source.begin, token.word.source.size()));
    return tokens;
}

std::size_t trailing_figures(const std::vector<Token>& tokens) {
    std::size_t count = 0;
    while (count < tokens.size() && tokens[tokens.size() - 1 - count].word.figure) ++count;
    return count;
}

void append_word(std::vector<Word>& words, const Token& token) {
    if (words.empty() || token.gap >= 2) {
        words.push_back(token.word);
        words.back().figure = false;
        return;
    }
    words.back().source.end = token.word.source.end;
    words.back().end = token.word.end;
}

// "结果 结果 其他" are three words, "总 计" is one, and "只计这一情 形，不" is text with a space in it: in a header single
// spaces part words of two to eight Chinese characters, when all between two gaps are such words.
class HeaderWords {
public:
    HeaderWords(std::string_view source, const std::vector<Token>& tokens) : source_{source}, tokens_{tokens} {}

    std::vector<Word> read() {
        for (std::size_t first = 0; first < tokens_.size();) {
            std::size_t end = first + 1;
            while (end < tokens_.size() && tokens_[end].gap < 2) ++end;
            read_segment(first, end);
            first = end;
        }
        return std::move(words_);
    }

private:
    void read_segment(std::size_t first, std::size_t end) {
        const std::size_t before = words_.size();
        bool plain = true;
        for (std::size_t i = first; i < end; ++i) {
            const bool pair = i + 1 < end && size(i) == 1 && size(i + 1) == 1;
            append(i, i + (pair ? 1 : 0));
            plain = plain && is_word(i) && (pair || size(i) > 1);
            if (pair) ++i;
        }
        if (plain) return;
        words_.resize(before);
        const std::size_t behind = last_words(first, end);
        append(first, behind - 1);
        for (std::size_t i = behind; i < end; ++i) append(i, i);
    }

    // Where the words begin that stand behind a long first label; `end` where that is not certain.
    [[nodiscard]] std::size_t last_words(std::size_t first, std::size_t end) const {
        constexpr std::size_t fewest = 3;
        std::size_t begin = end;
        while (begin > first + 1 && size(begin - 1) > 1 && is_word(begin - 1)) --begin;
        return begin == first + 1 && end - begin >= fewest ? begin : end;
    }

    [[nodiscard]] std::size_t size(std::size_t i) const {
        const std::string_view word = source_.substr(tokens_[i].word.source.begin, tokens_[i].word.source.size());
        return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
    }
    // Chinese characters, perhaps with a remark in parentheses: 本年收费金额（单位：万元）
    [[nodiscard]] bool is_word(std::size_t i) const {
        constexpr std::u32string_view remark = U"（）()：:/";
        std::uint32_t before_remark = 0;
        bool in_remark = false;
        const Span span = tokens_[i].word.source;
        for (std::uint32_t at = span.begin; at < span.end;) {
            const text::CodePoint c = text::code_point_at(source_, at);
            in_remark = in_remark || remark.find(c.value) != std::u32string_view::npos;
            if (!text::is_han(c.value) && remark.find(c.value) == std::u32string_view::npos) return false;
            before_remark += in_remark ? 0 : 1;
            at += c.bytes;
        }
        return before_remark > 0 && before_remark <= 8;
    }
    void append(std::size_t first, std::size_t last) {
        Word word = tokens_[first].word;
        word.source.end = tokens_[last].word.source.end;
        word.end = tokens_[last].word.end;
        word.figure = false;
        words_.push_back(word);
    }

    std::string_view source_;
    const std::vector<Token>& tokens_;
    std::vector<Word> words_;
};

}  // namespace

std::size_t AlignedLine::figure_count() const {
    return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [](const Word& word) { return word.figure; }));
}

AlignedLine read_line(std::string_view source, const Line& line, Measure measure) {
    constexpr std::uint32_t longest_label = 30;
    AlignedLine out;
    if (line.kind != LineKind::text || line.has_sentence_end) return out;
    const char last = source[line.source.end - 1];
    const bool may_end_in_figures = static_cast<unsigned char>(last) >= 0x80 || (last >= '0' && last <= '9') || last == '-' || last == '/' || last == '%';
    if (!line.gapped && !may_end_in_figures && line.characters > longest_label) return out;
    const auto tokens = read_tokens(source, line.whole, measure);
    const std::size_t figures = trailing_figures(tokens);
    out.placed = line.gapped || line.indent > 0;
    out.numbered = line.number.style != Numbering::absent;
    out.weak = figures == 1 && tokens.size() > 1 && tokens.back().gap < 2;
    if (out.weak && line.characters > longest_label / 2) return out;
    if (figures == 0) {
        if (!line.gapped && line.characters > longest_label) return out;
        out.words = HeaderWords{source, tokens}.read();
        out.use = out.words.size() > 1 ? LineUse::header : LineUse::label;
        return out;
    }
    for (std::size_t i = 0; i + figures < tokens.size(); ++i) append_word(out.words, tokens[i]);
    for (std::size_t i = tokens.size() - figures; i < tokens.size(); ++i) out.words.push_back(tokens[i].word);
    out.use = LineUse::figures;
    return out;
}

}  // namespace gouji::grammar::aligned
