// SPDX-License-Identifier: Apache-2.0
#include "grammar/text/encode.hpp"

#include <unicode/ucnv.h>
#include <unicode/ustring.h>

#include <memory>

namespace gouji::text {
namespace {

constexpr char16_t order_mark = 0xFEFF;

std::optional<std::u16string> to_units(std::string_view utf8, bool marked) {
    std::u16string units(utf8.size() + 1, u'\0');  // UTF-16 never has more units than UTF-8 has bytes
    int32_t size = 0;
    UErrorCode status = U_ZERO_ERROR;
    u_strFromUTF8(units.data(), static_cast<int32_t>(units.size()), &size, utf8.data(), static_cast<int32_t>(utf8.size()), &status);
    if (U_FAILURE(status) != 0) return std::nullopt;
    units.resize(static_cast<std::size_t>(size));
    if (marked) units.insert(units.begin(), order_mark);
    return units;
}

}  // namespace

std::optional<std::string> encode(std::string_view utf8, const std::string& encoding, bool marked) {
    if (encoding == "UTF-8") return (marked ? "\xEF\xBB\xBF" : "") + std::string{utf8};
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter{ucnv_open(encoding.c_str(), &status), &ucnv_close};
    if (U_FAILURE(status) != 0) return std::nullopt;
    ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    const auto units = to_units(utf8, marked);
    if (!units) return std::nullopt;
    std::string bytes(static_cast<std::size_t>(UCNV_GET_MAX_BYTES_FOR_STRING(units->size(), ucnv_getMaxCharSize(converter.get()))), '\0');
    const int32_t size = ucnv_fromUChars(converter.get(), bytes.data(), static_cast<int32_t>(bytes.size()), units->data(),
                                         static_cast<int32_t>(units->size()), &status);
    if (U_FAILURE(status) != 0) return std::nullopt;
    bytes.resize(static_cast<std::size_t>(size));
    return bytes;
}

}  // namespace gouji::text
