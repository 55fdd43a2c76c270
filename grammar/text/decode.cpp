// SPDX-License-Identifier: Apache-2.0
#include "grammar/text/decode.hpp"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>

#include "grammar/text/utf8.hpp"

namespace gouji::text {
namespace {

constexpr std::size_t losses_named = 8;
constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

void lose(Decoded& out, std::size_t byte, std::size_t size) {
    if (out.losses.size() < losses_named) {
        out.losses.push_back({byte, static_cast<std::uint32_t>(size), static_cast<std::uint32_t>(out.utf8.size())});
    }
    ++out.loss_count;
    out.utf8 += replacement_character;
}

// More than one place in twenty lost: the text is in another encoding, or none.
bool hopeless(const Decoded& out) { return out.loss_count > 16 && out.loss_count * 20 > out.utf8.size(); }

// Copies well-formed UTF-8, one loss for each maximal run that is not. A NUL is no text either.
void repair_utf8(std::string_view bytes, std::size_t at, Decoded& out) {
    while (at < bytes.size()) {
        const std::size_t whole = std::min(first_invalid_utf8(bytes, at), bytes.find('\0', at));
        out.utf8.append(bytes, at, whole - at);
        at = whole;
        if (at >= bytes.size()) return;
        std::size_t end = at + 1;
        while (end < bytes.size() && (static_cast<unsigned char>(bytes[end]) & 0xC0U) == 0x80U && utf8_sequence(bytes, end) == 0)
            ++end;
        lose(out, at, end - at);
        if (hopeless(out)) return;
        at = end;
    }
}

// The usual case, and the fast one: nothing to convert, nothing to take away.
bool is_plain_utf8(std::string_view bytes) {
    return is_utf8(bytes) && !bytes.starts_with(utf8_mark) && bytes.find('\0') == std::string_view::npos;
}

bool decode_utf8(std::string_view bytes, Decoded& out) {
    out.marked = bytes.starts_with(utf8_mark);
    repair_utf8(bytes, out.marked ? utf8_mark.size() : 0, out);
    return !hopeless(out);
}

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

Converter open_converter(const std::string& encoding) {
    UErrorCode status = U_ZERO_ERROR;
    Converter converter{ucnv_open(encoding.c_str(), &status), &ucnv_close};
    if (U_FAILURE(status) != 0) return {nullptr, &ucnv_close};
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    return converter;
}

// A buffer may end between the two halves of a pair; the first half then waits in `pending`.
void append_units(const UChar* from, const UChar* to, UChar& pending, std::string& out) {
    for (; from < to; ++from) {
        char32_t c = *from;
        if (pending != 0 && (c & 0xFC00U) == 0xDC00U) c = 0x10000U + ((pending - 0xD800U) << 10U) + (c - 0xDC00U);
        pending = 0;
        if ((c & 0xFFFFFC00U) == 0xD800U) {
            pending = static_cast<UChar>(c);
        } else {
            append_utf8(out, c);
        }
    }
}

// The converter stops at bytes it cannot read; they are the last ones before `source`.
void lose_invalid(UConverter* converter, std::size_t consumed, Decoded& out) {
    std::array<char, 32> invalid{};
    int8_t size = invalid.size();
    UErrorCode status = U_ZERO_ERROR;
    ucnv_getInvalidChars(converter, invalid.data(), &size, &status);
    const auto bytes = static_cast<std::size_t>(std::max<int8_t>(size, 1));
    lose(out, consumed - std::min(bytes, consumed), bytes);
}

bool decode_with(UConverter* converter, std::string_view bytes, Decoded& out) {
    std::array<UChar, 4096> units{};
    const char* source = bytes.data();
    const char* const end = source + bytes.size();
    UChar pending = 0;
    out.utf8.reserve(bytes.size() + bytes.size() / 2);
    for (;;) {
        UErrorCode status = U_ZERO_ERROR;
        UChar* target = units.data();
        ucnv_toUnicode(converter, &target, target + units.size(), &source, end, nullptr, 1, &status);
        append_units(units.data(), target, pending, out.utf8);
        if (status == U_BUFFER_OVERFLOW_ERROR) continue;
        if (U_SUCCESS(status) != 0) return true;
        lose_invalid(converter, static_cast<std::size_t>(source - bytes.data()), out);
        if (hopeless(out)) return false;
        // Truncated at the very end: the converter keeps no state worth going on with.
        if (source == end) return true;
    }
}

void drop_mark(Decoded& out) {
    if (!out.utf8.starts_with(utf8_mark)) return;
    out.marked = true;
    out.utf8.erase(0, utf8_mark.size());
    for (Loss& loss : out.losses) loss.offset -= static_cast<std::uint32_t>(utf8_mark.size());
}

// Where NULs stand in the original: units of nothing but zeros. No other character of these encodings has such a unit.
void locate_nuls(std::string_view bytes, const std::string& encoding, std::vector<Loss>& losses) {
    const std::size_t unit = encoding.starts_with("UTF-16") ? 2 : encoding.starts_with("UTF-32") ? 4 : 1;
    std::size_t at = 0;
    for (Loss& loss : losses) {
        while (at + unit <= bytes.size() && bytes.substr(at, unit).find_first_not_of('\0') != std::string_view::npos) at += unit;
        loss.byte = std::min(at, bytes.size() - 1);
        loss.size = static_cast<std::uint32_t>(unit);
        at += unit;
    }
}

// Encodings other than UTF-8 carry a NUL only by damage. False where there are too many for a text.
bool drop_nuls(std::string_view bytes, Decoded& out) {
    if (out.utf8.find('\0') == std::string::npos) return true;
    Decoded clean;
    repair_utf8(out.utf8, 0, clean);
    if (hopeless(clean)) return false;
    for (Loss& loss : out.losses) {  // each NUL before it has become longer by two bytes
        loss.offset += 2 * static_cast<std::uint32_t>(std::count(out.utf8.begin(), out.utf8.begin() + loss.offset, '\0'));
    }
    out.utf8 = std::move(clean.utf8);
    out.loss_count += clean.loss_count;
    if (!out.losses.empty()) return true;
    locate_nuls(bytes, out.encoding, clean.losses);
    out.losses = std::move(clean.losses);
    return true;
}

}  // namespace

std::optional<Decoded> decode(std::string bytes, std::string_view declared) {
    if (is_plain_utf8(bytes)) return Decoded{std::move(bytes), "UTF-8", false, {}, 0};
    Decoded out;
    out.encoding = detect_encoding(bytes, declared);
    if (out.encoding.empty()) return std::nullopt;
    if (out.encoding == "UTF-8") return decode_utf8(bytes, out) ? std::optional{std::move(out)} : std::nullopt;
    const Converter converter = open_converter(out.encoding);
    if (converter == nullptr || !decode_with(converter.get(), bytes, out)) return std::nullopt;
    drop_mark(out);
    if (!drop_nuls(bytes, out)) return std::nullopt;
    return out;
}

std::string decode_name(std::string_view bytes) {
    if (is_utf8(bytes)) return std::string{bytes};
    Decoded out;
    if (const Converter gb = open_converter("GB18030");
        gb != nullptr && decode_with(gb.get(), bytes, out) && out.loss_count == 0) {
        return std::move(out.utf8);
    }
    Decoded repaired;
    repair_utf8(bytes, 0, repaired);
    return std::move(repaired.utf8);
}

}  // namespace gouji::text
