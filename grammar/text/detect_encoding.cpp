// SPDX-License-Identifier: Apache-2.0
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <memory>

#include "grammar/text/decode.hpp"
#include "grammar/text/utf8.hpp"

namespace gouji::text {
namespace {

constexpr std::size_t sample_bytes = 1U << 16U;
using Byte = unsigned char;

struct Mark {
    std::string_view bytes;
    std::string_view encoding;
};
// The longer ones first: UTF-32LE begins as UTF-16LE does.
constexpr std::array<Mark, 6> marks{{{std::string_view{"\x00\x00\xFE\xFF", 4}, "UTF-32BE"},
                                     {std::string_view{"\xFF\xFE\x00\x00", 4}, "UTF-32LE"},
                                     {"\xEF\xBB\xBF", "UTF-8"},
                                     {"\x84\x31\x95\x33", "GB18030"},
                                     {"\xFF\xFE", "UTF-16LE"},
                                     {"\xFE\xFF", "UTF-16BE"}}};

std::string_view marked_encoding(std::string_view bytes) {
    const auto found = std::ranges::find_if(marks, [&](const Mark& mark) { return bytes.starts_with(mark.bytes); });
    return found == marks.end() ? std::string_view{} : found->encoding;
}

// How much of a text looks like what Chinese reports are made of, from 0 to 1.
struct Likeness {
    std::size_t usual = 0;
    std::size_t characters = 0;
    [[nodiscard]] double share() const {
        return characters == 0 ? 0 : static_cast<double>(usual) / static_cast<double>(characters);
    }
};

bool is_usual_unit(unsigned unit) {
    return (unit >= 0x20 && unit < 0x7F) || unit == '\n' || unit == '\r' || unit == '\t' || (unit >= 0x3000 && unit <= 0x303F) ||
           (unit >= 0x4E00 && unit <= 0x9FA5) || (unit >= 0xFF00 && unit <= 0xFF5E) || (unit >= 0x2010 && unit <= 0x2026) ||
           unit == 0xA0;
}

double utf16_likeness(std::string_view bytes, bool big_endian) {
    Likeness likeness;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        const unsigned first = static_cast<Byte>(bytes[i]);
        const unsigned second = static_cast<Byte>(bytes[i + 1]);
        likeness.usual += is_usual_unit(big_endian ? first << 8U | second : second << 8U | first) ? 1 : 0;
        ++likeness.characters;
    }
    return likeness.share();
}

// Pairs whose characters are in everyday use, of all pairs: level 1 of GB 2312 with its symbols; the frequent plane of Big5.
bool is_usual_gb(Byte lead, Byte trail) {
    return trail >= 0xA1 && ((lead >= 0xB0 && lead <= 0xD7) || (lead >= 0xA1 && lead <= 0xA3));
}
bool is_usual_big5(Byte lead, Byte trail) {
    return ((trail >= 0x40 && trail <= 0x7E) || (trail >= 0xA1 && trail <= 0xFE)) && lead >= 0xA1 && lead <= 0xC6;
}

double pair_likeness(std::string_view bytes, bool (*is_usual)(Byte, Byte)) {
    Likeness likeness;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto lead = static_cast<Byte>(bytes[i]);
        if (lead < 0x80 || i + 1 == bytes.size()) continue;
        const auto trail = static_cast<Byte>(bytes[i + 1]);
        likeness.usual += is_usual(lead, trail) ? 1 : 0;
        ++likeness.characters;
        if (trail >= 0x40) ++i;
    }
    return likeness.share();
}

// A damaged UTF-8 text still has far more whole sequences than broken ones; a text in GBK hardly ever has a whole one.
bool is_damaged_utf8(std::string_view bytes) {
    std::size_t whole = 0;
    std::size_t broken = 0;
    for (std::size_t i = 0; i < bytes.size();) {
        const std::size_t size = utf8_sequence(bytes, i);
        whole += size > 1 ? 1 : 0;
        broken += size == 0 ? 1 : 0;
        i += std::max<std::size_t>(size, 1);
    }
    return whole >= broken * 2;
}

std::string detected_by_icu(std::string_view bytes) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector{ucsdet_open(&status), &ucsdet_close};
    ucsdet_setText(detector.get(), bytes.data(), static_cast<int32_t>(bytes.size()), &status);
    const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
    if (U_FAILURE(status) != 0 || match == nullptr) return {};
    if (ucsdet_getConfidence(match, &status) < 30) return {};
    const char* name = ucsdet_getName(match, &status);
    return U_FAILURE(status) != 0 || name == nullptr ? std::string{} : std::string{name};
}

// The declared name as ICU knows it; the supersets stand for the smaller sets, as browsers do.
std::string canonical(std::string_view declared) {
    if (declared.empty() || declared.size() > 40) return {};
    UErrorCode status = U_ZERO_ERROR;
    const char* name = ucnv_getStandardName(std::string{declared}.c_str(), "IANA", &status);
    if (U_FAILURE(status) != 0 || name == nullptr) return {};
    const std::string_view known = name;
    if (known == "GBK" || known == "GB2312" || known == "GB_2312-80" || known == "HZ-GB-2312") return "GB18030";
    if (known.starts_with("UTF-16") || known.starts_with("UTF-32")) return {};  // it could not have been read so far
    return std::string{known};
}

}  // namespace

std::string detect_encoding(std::string_view bytes, std::string_view declared) {
    if (const auto marked = marked_encoding(bytes); !marked.empty()) return std::string{marked};
    std::string_view sample = bytes.substr(0, sample_bytes);
    const bool has_nul = sample.find('\0') != std::string_view::npos;
    if (!has_nul && is_utf8(bytes)) return "UTF-8";
    const double little = utf16_likeness(sample, false);
    const double big = utf16_likeness(sample, true);
    if (std::max(little, big) > (has_nul ? 0.8 : 0.98)) return little >= big ? "UTF-16LE" : "UTF-16BE";
    if (std::ranges::count(sample, '\0') > static_cast<std::ptrdiff_t>(sample.size() / 512)) return {};
    if (is_damaged_utf8(sample)) return "UTF-8";
    const double gb = pair_likeness(sample, is_usual_gb);
    const double big5 = pair_likeness(sample, is_usual_big5);
    const std::string said = canonical(declared);
    if (said == "GB18030" && gb > 0.5 && gb + 0.15 >= big5) return said;
    if (said == "Big5" && big5 > 0.5 && big5 + 0.15 >= gb) return said;
    if (gb > 0.6 && gb + 0.15 >= big5) return "GB18030";
    if (big5 > 0.8) return "Big5";
    if (!said.empty()) return said;
    return detected_by_icu(sample);
}

}  // namespace gouji::text
