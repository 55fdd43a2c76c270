// SPDX-License-Identifier: Apache-2.0
// Grammar of peculiarities of the writing, over the bytes of the source: folding would hide most of them. Whether a
// half-width mark or a pair stands where it should not is decided by what surrounds it, in marks.cpp and pairs.cpp.
#pragma once

#include "grammar/peg.hpp"

namespace gouji::grammar::marks {

namespace pegtl = tao::pegtl;
using peg::word;
using peg::words;

inline constexpr peg::CharacterSet no_character{u""};
inline constexpr peg::AsciiSet plain_ascii{"013456789abcdefghijklmnopqrstuvw \n\t.-/%|\r"};

template <peg::Literal bytes>
struct lead : pegtl::at<word<bytes>> {};

// clang-format off
template <peg::Literal mark>
struct twice             : pegtl::rep_min<2, word<mark>> {};
struct doubled_cjk       : pegtl::sor<twice<"、">, twice<"。">> {};
struct doubled_wide      : pegtl::sor<twice<"，">, twice<"；">, twice<"：">> {};
struct doubled_ascii     : pegtl::sor<twice<",">, twice<";">, twice<":">> {};
struct halfwidth         : pegtl::one<',', ';', ':'> {};

struct half_open         : pegtl::one<'('> {};
struct half_close        : pegtl::one<')'> {};
struct open              : words<"（", "《", "“", "〔", "【"> {};
struct close             : words<"）", "》", "”", "〕", "】"> {};

struct c0_control        : pegtl::sor<pegtl::range<'\x00', '\x08'>, pegtl::range<'\x0E', '\x1F'>, pegtl::one<'\x7F'>> {};
struct c1_control        : pegtl::utf8::ranges<0x80, 0x84, 0x86, 0x9F, 0xAD> {};
struct zero_width        : pegtl::utf8::ranges<0x200B, 0x200F, 0x202A, 0x202E, 0x2060, 0x2064> {};
struct private_use       : pegtl::utf8::ranges<0xE000, 0xF8FF, 0xFEFF, 0xFEFF, 0xFFFD, 0xFFFD> {};
struct private_plane     : pegtl::utf8::range<0xF0000, 0x10FFFF> {};
struct control_ascii     : pegtl::plus<c0_control> {};
struct control           : pegtl::plus<pegtl::sor<c1_control, zero_width, private_use, private_plane>> {};

struct radical           : pegtl::utf8::range<0x2E80, 0x2FDF> {};
struct compatibility_han : pegtl::utf8::ranges<0xF900, 0xFAFF, 0x2F800, 0x2FA1F> {};
struct compatibility     : pegtl::plus<pegtl::sor<radical, compatibility_han>> {};

struct bold_end          : pegtl::sor<word<"**">, pegtl::one<'\n', '\r', '*'>> {};
struct bold              : pegtl::seq<word<"**">, pegtl::rep_min_max<1, 60, pegtl::seq<pegtl::not_at<bold_end>, peg::character>>, word<"**">> {};
struct underline         : pegtl::seq<word<"__">, pegtl::not_at<pegtl::one<'_', ' ', '\n', '\r'>>, pegtl::rep_min_max<1, 60, pegtl::seq<pegtl::not_one<'_', '\n', '\r'>>>, word<"__">> {};
struct line_start        : pegtl::sor<pegtl::bof, peg::behind<"\n", "\r">> {};
struct heading           : pegtl::seq<line_start, pegtl::plus<pegtl::one<'#'>>, pegtl::at<pegtl::one<' '>>> {};
struct tag_name          : pegtl::seq<pegtl::sor<pegtl::istring<'b', 'r'>, pegtl::istring<'d', 'i', 'v'>, pegtl::istring<'s', 'p', 'a', 'n'>, pegtl::istring<'s', 't', 'r', 'o', 'n', 'g'>,
                                      pegtl::istring<'f', 'o', 'n', 't'>, pegtl::istring<'t', 'a', 'b', 'l', 'e'>, pegtl::istring<'t', 'd'>, pegtl::istring<'t', 'r'>, pegtl::istring<'i', 'm', 'g'>,
                                      pegtl::istring<'o', ':', 'p'>, pegtl::istring<'p'>, pegtl::istring<'b'>, pegtl::istring<'u'>, pegtl::istring<'a'>>, pegtl::not_at<pegtl::alnum>> {};
struct tag               : pegtl::seq<pegtl::one<'<'>, pegtl::opt<pegtl::one<'/'>>, tag_name, pegtl::rep_max<200, pegtl::not_one<'>', '<', '\n'>>, pegtl::one<'>'>> {};
struct entity_name       : pegtl::sor<words<"nbsp", "lt", "gt", "amp", "quot", "ldquo", "rdquo", "middot", "mdash", "hellip", "emsp", "ensp">,
                                      pegtl::seq<pegtl::one<'#'>, pegtl::rep_min_max<2, 6, pegtl::xdigit>>> {};
struct entity            : pegtl::seq<pegtl::one<'&'>, entity_name, pegtl::one<';'>> {};
struct in_brackets       : pegtl::seq<pegtl::rep_max<80, pegtl::not_one<']', '[', '\n', '\r'>>, pegtl::one<']'>> {};
struct bookmark          : pegtl::seq<pegtl::one<'['>, words<"bookmark:", "object ", "image:", "footnoteRef:">, in_brackets> {};
struct in_quotes         : pegtl::seq<pegtl::one<'"'>, pegtl::rep_max<200, pegtl::not_one<'"', '\n', '\r'>>, pegtl::one<'"'>> {};
struct hyperlink         : pegtl::seq<word<"HYPERLINK">, pegtl::star<pegtl::blank>, pegtl::opt<in_quotes>> {};
struct field_name        : words<"PAGE", "NUMPAGES", "PAGEREF", "TOC", "SEQ", "REF", "DATE", "TIME", "FORMTEXT", "MERGEFIELD"> {};
struct field             : pegtl::seq<pegtl::one<'{'>, pegtl::star<pegtl::blank>, field_name, pegtl::rep_max<80, pegtl::not_one<'}', '{', '\n', '\r'>>, pegtl::one<'}'>> {};
struct merge_format      : word<"\\* MERGEFORMAT"> {};
struct exclamation       : words<"!", "！"> {};
struct lost_reference    : pegtl::seq<peg::behind<"错误">, exclamation, words<"未找到引用源", "未定义书签", "文档中没有指定样式的文字", "链接无效", "不能识别的开关参数">, pegtl::opt<words<"。", "."> >> {};
struct error_text        : words<"Error! Reference source not found.", "Error! Bookmark not defined."> {};

struct cross             : words<"X", "x", "×", "Ｘ"> {};
struct crosses           : pegtl::rep_min<2, cross> {};
struct year_blank        : pegtl::seq<word<"20">, pegtl::sor<crosses, pegtl::rep_min<2, pegtl::one<'*', '_'>>>, pegtl::at<word<"年">>> {};
struct date_blank        : pegtl::seq<cross, pegtl::at<words<"年", "月", "日", "件", "条", "次">>> {};
struct underscores       : pegtl::rep_min<3, words<"_", "＿">> {};
struct bracket           : words<"（", "(", "[", "【", "〔", "<"> {};
struct bracket_end       : words<"）", ")", "]", "】", "〕", ">"> {};
struct please            : words<"请", "此处", "在此", "待", "需"> {};
struct fill_in           : words<"填写", "填报", "填入", "插入"> {};
struct blank_note        : pegtl::seq<bracket, pegtl::star<please>, fill_in, pegtl::rep_max<24, pegtl::seq<pegtl::not_at<pegtl::sor<bracket_end, pegtl::one<'\n'>>>, peg::character>>, bracket_end> {};

struct two               : pegtl::seq<pegtl::not_at<year_blank>, pegtl::one<'2'>> {};
struct plain             : pegtl::plus<pegtl::sor<peg::ascii_run<plain_ascii>, two>> {};
struct blank             : pegtl::sor<year_blank, crosses, date_blank> {};
// What may begin with these bytes
struct ascii             : pegtl::seq<pegtl::at<pegtl::range<'\x00', '\x7F'>>, pegtl::sor<doubled_ascii, halfwidth, blank_note, half_open, half_close, bold, underscores, underline, heading, tag,
                                      entity, bookmark, hyperlink, field, merge_format, lost_reference, error_text, blank, control_ascii>> {};
struct cjk_symbol        : pegtl::seq<lead<"\xE3\x80">, pegtl::sor<doubled_cjk, blank_note, open, close, peg::character>> {};
struct quotation         : pegtl::seq<lead<"\xE2\x80">, pegtl::sor<open, close, control>> {};
struct wide_symbol       : pegtl::seq<lead<"\xEF\xBC">, pegtl::sor<doubled_wide, blank_note, open, close, lost_reference, blank, underscores, peg::character>> {};
struct latin             : pegtl::seq<pegtl::sor<lead<"\xC2">, lead<"\xC3">>, pegtl::sor<control, blank>> {};
struct rare              : pegtl::sor<control, compatibility> {};
struct symbol            : pegtl::sor<cjk_symbol, wide_symbol, quotation, latin> {};
struct year_digits       : pegtl::seq<pegtl::at<pegtl::one<'2'>>, blank> {};
struct token             : pegtl::sor<peg::han_run<no_character>, year_digits, plain, symbol, ascii, rare, peg::character> {};
struct tokens            : pegtl::star<token> {};
// clang-format on

}  // namespace gouji::grammar::marks
