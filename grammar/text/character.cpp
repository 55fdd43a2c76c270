// SPDX-License-Identifier: Apache-2.0
#include "grammar/text/character.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>
#include <atomic>
#include <memory>
#include <mutex>
#include <string>

#include "grammar/text/simplified.hpp"

namespace gouji::text {
namespace {

constexpr char32_t page_size = 256;
using Page = std::array<std::string, page_size>;

// Circled and dotted numbers would become digits beside digits ("①3件" must not read 13), so numbers of category No stay
// as they are, except the parenthesised ones, whose folded form keeps its parentheses.
bool keeps_its_form(char32_t c) {
    const bool parenthesised = (c >= 0x2474 && c <= 0x2487) || (c >= 0x3220 && c <= 0x3229);
    return u_charType(static_cast<UChar32>(c)) == U_OTHER_NUMBER && !parenthesised;
}

std::string encode(char32_t c) {
    std::string out;
    icu::UnicodeString(static_cast<UChar32>(c)).toUTF8String(out);
    return out;
}

char ascii_form(char32_t c) {
    switch (c) {
        case U'“': case U'”': case U'„': case U'‟': case U'〝': case U'〞': case U'＂': return '"';
        case U'‘': case U'’': case U'‚': case U'‛': return '\'';
        case U'‐': case U'‑': case U'‒': case U'–': case U'—': case U'―': case U'−': case U'﹣': case U'－': return '-';
        default: return '\0';
    }
}

// Lines of drawn tables read as those of tables in ASCII: | between cells, - and + in the rules.
char drawn_form(char32_t c) {
    if (c < 0x2500 || c > 0x257F) return '\0';
    switch (c) {
        case U'─': case U'━': case U'┄': case U'┅': case U'┈': case U'┉': case U'╌': case U'╍': case U'═': return '-';
        case U'│': case U'┃': case U'┆': case U'┇': case U'┊': case U'┋': case U'╎': case U'╏': case U'║': return '|';
        default: return '+';
    }
}

// Radicals of the supplement that PDF files use for whole characters; Unicode gives them no compatibility mapping.
char32_t radical_form(char32_t c) {
    switch (c) {
        case U'⺟': return U'母'; case U'⺠': return U'民'; case U'⻄': return U'西'; case U'⻅': return U'见';
        case U'⻉': return U'贝'; case U'⻋': return U'车'; case U'⻓': return U'长'; case U'⻔': return U'门';
        case U'⻘': return U'青'; case U'⻚': return U'页'; case U'⻛': return U'风'; case U'⻜': return U'飞';
        case U'⻝': return U'食'; case U'⻢': return U'马'; case U'⻥': return U'鱼'; case U'⻩': return U'黄';
        case U'⻬': return U'齐'; case U'⻰': return U'龙'; case U'⻆': return U'角'; case U'⻙': return U'韦';
        default: return 0;
    }
}

// Soft hyphens, zero-width spaces and joiners, direction marks: nothing is seen where they stand.
bool is_unseen(char32_t c) { return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || c == 0x2060 || c == 0xFEFF; }

std::string folded_form(char32_t c) {
    if (is_unseen(c)) return {};
    if (u_isUWhiteSpace(static_cast<UChar32>(c))) return " ";
    if (const char ascii = ascii_form(c); ascii != '\0') return {ascii};
    if (const char drawn = drawn_form(c); drawn != '\0') return {drawn};
    if (const char32_t whole = radical_form(c); whole != 0) return encode(whole);
    if (const char32_t simplified = simplified_form(c); simplified != 0) return encode(simplified);
    if (keeps_its_form(c)) return encode(c);
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
    if (U_FAILURE(status) != 0) return encode(c);
    std::string out;
    nfkc->normalize(icu::UnicodeString(static_cast<UChar32>(c)), status).toUTF8String(out);
    return U_FAILURE(status) != 0 ? encode(c) : out;
}

const Page& page_of(char32_t c) {
    static std::array<std::atomic<const Page*>, 0x1100> pages;
    static std::mutex filling;
    auto& slot = pages[c / page_size];
    if (const Page* page = slot.load(std::memory_order_acquire)) return *page;
    const std::scoped_lock lock{filling};
    if (const Page* page = slot.load(std::memory_order_relaxed)) return *page;
    auto fresh = std::make_unique<Page>();
    const char32_t first = c / page_size * page_size;
    for (char32_t i = 0; i < page_size; ++i) (*fresh)[i] = folded_form(first + i);
    const Page* page = fresh.release();  // kept for the life of the program
    slot.store(page, std::memory_order_release);
    return *page;
}

}  // namespace

std::string_view folded_character(char32_t c) { return page_of(c)[c % page_size]; }

int display_width(char32_t c) {
    const auto character = static_cast<UChar32>(c);
    const auto type = u_charType(character);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR || type == U_CONTROL_CHAR) return 0;
    const int width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
    // Ambiguous quotation marks and dashes are drawn wide in the fonts that show Chinese.
    const bool wide = width == U_EA_FULLWIDTH || width == U_EA_WIDE || (width == U_EA_AMBIGUOUS && c >= 0x2010 && c <= 0x2026);
    return wide ? 2 : 1;
}

int display_width(std::string_view utf8) {
    int width = 0;
    for (std::uint32_t i = 0; i < utf8.size();) {
        const CodePoint at = code_point_at(utf8, i);
        width += display_width(at.value);
        i += at.bytes;
    }
    return width;
}

bool is_han(char32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0x20000 && c <= 0x323AF);
}

}  // namespace gouji::text
