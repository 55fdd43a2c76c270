// SPDX-License-Identifier: Apache-2.0
// Grammar of folded prose: a flat sequence of tokens. What a rule here recognises and gives no token (an ordinal, a
// telephone number, the name of a document) is recognised so that its digits are not taken for a quantity.
#pragma once

#include "grammar/lines/numbering_grammar.hpp"
#include "grammar/numerals/numeral_grammar.hpp"
#include "grammar/prose/date_grammar.hpp"

namespace gouji::grammar::prose {

namespace pegtl = tao::pegtl;
using peg::behind;
using peg::word;
using peg::words;

inline constexpr peg::CharacterSet token_starts{u"一二三四五六七八九十两百千零第首其再"};

// clang-format off
struct begin           : pegtl::success {};  // forgets what an alternative tried before has left

// Punctuation
struct paragraph_end   : pegtl::one<'\n'> {};
struct sentence_end    : pegtl::sor<word<"。">, pegtl::one<'!', '?'>> {};
struct semicolon       : pegtl::one<';'> {};
struct clause_end      : pegtl::one<',', ':'> {};
struct open            : pegtl::one<'('> {};
struct close           : pegtl::one<')'> {};
struct quote           : pegtl::one<'"'> {};

// Names: nothing in them counts anything.
struct document_title  : peg::balanced<"《", "》", 360> {};
struct quoted_stop     : pegtl::sor<pegtl::one<'"', '\n', ',', ';', ':'>, word<"。">> {};
struct quoted_name     : pegtl::seq<pegtl::one<'"'>, pegtl::rep_min_max<1, 12, pegtl::seq<pegtl::not_at<quoted_stop>, peg::character>>, pegtl::one<'"'>> {};
struct latin           : pegtl::seq<pegtl::alpha, pegtl::star<pegtl::sor<pegtl::alnum, pegtl::one<'.', '_', '/', ':', '@', '-', '?', '=', '&', '#', '~', '+'>>>> {};

// Numbers that count nothing
struct year_bracket    : pegtl::sor<word<"〔">, word<"【">, pegtl::one<'(', '['>> {};
struct bracket_end     : pegtl::sor<word<"〕">, word<"】">, pegtl::one<')', ']'>> {};
struct document_number : pegtl::seq<year_bracket, pegtl::rep<4, pegtl::digit>, bracket_end, pegtl::opt<word<"第">>, pegtl::plus<pegtl::digit>, word<"号">> {};
struct ordinal_number  : pegtl::sor<pegtl::plus<pegtl::digit>, pegtl::plus<numerals::chinese_figure>> {};
struct ordinal         : pegtl::seq<word<"第">, pegtl::opt<pegtl::one<'('>>, ordinal_number, pegtl::opt<pegtl::one<')'>>,
                                    pegtl::opt<pegtl::sor<numerals::measure_word, words<"届", "年">>>> {};
struct joint           : pegtl::one<'-', '~', '/', ':', ' ', '*', '+', '='> {};
struct plain_number    : pegtl::seq<pegtl::sor<numerals::grouped, pegtl::plus<pegtl::digit>>, pegtl::star<pegtl::one<'.'>, pegtl::plus<pegtl::digit>>> {};
// Telephone numbers, times, scores, ranges, and digits that a line end parted.
struct joined_number   : pegtl::seq<plain_number, pegtl::plus<joint, plain_number>> {};
struct loose_number    : pegtl::seq<plain_number, pegtl::star<pegtl::alpha>> {};
struct loose_figures   : pegtl::plus<numerals::chinese_figure> {};

// Quantities
struct number          : numerals::arabic {};
struct multiplier      : numerals::multiplier {};
struct odd             : words<"余", "多", "来"> {};
// A measure word that begins another word counts nothing: 3部门.
struct other_word      : words<"部门", "部委", "部分", "所示", "所列", "所述", "项目", "人民", "期间", "位于", "名称", "种植", "处理", "处罚", "起草", "起诉书",
                               "本级", "本年", "本地", "本机", "场所", "站点", "台账", "页面", "所有", "组织", "支持", "支付", "支出", "家庭", "个体", "条例"> {};
struct unit            : pegtl::seq<pegtl::not_at<other_word>, numerals::unit> {};
struct about_after     : words<"左右", "上下", "余"> {};
struct more_after      : words<"以上"> {};
struct less_after      : words<"以下", "以内"> {};
struct after           : pegtl::sor<about_after, more_after, less_after> {};
struct not_counting    : behind<"-", "~", "/", "×", "第", "图", "表", "附件", "№", "*"> {};
struct quantity        : pegtl::seq<begin, pegtl::not_at<not_counting>, number, pegtl::opt<multiplier>, pegtl::opt<odd>, unit, pegtl::opt<after>> {};
// A bare number where the words before it leave no doubt that it counts: 共计120, 总数为35.
struct counted         : behind<"共计", "合计", "总计", "总数为", "数量为", "总量为"> {};
struct bare_end        : pegtl::sor<pegtl::one<',', ';', ')', '\n'>, word<"。">, word<"、">> {};
struct bare_quantity   : pegtl::seq<begin, counted, number, pegtl::opt<multiplier>, pegtl::at<bare_end>> {};

// Chinese numerals: only with a measure word that counts papers, events or people, and one only with the surest of these.
struct counted_word    : words<"件次", "条次", "项次", "人次", "场次", "批次", "件", "条", "份", "宗", "起", "项", "次", "例", "篇", "期", "场", "批", "家", "户", "名", "人"> {};
struct one_word        : words<"件", "条", "份", "宗", "项", "次"> {};
struct one_case        : pegtl::seq<word<"起">, pegtl::at<words<"案", "行政", "诉讼", "复议", "申请", "政府">>> {};
struct one_idiom       : words<"件事", "条龙", "次性", "次办", "次告知", "次次", "条条", "项项", "件件", "份份"> {};
// 每季度一次 is a rate; 一条信息也不公示 denies.
struct denied_stop     : pegtl::sor<pegtl::one<',', ';', ':', '\n'>, word<"。">> {};
struct denial          : words<"也不", "也没", "也未", "都不", "都没", "都未", "不漏", "不落"> {};
struct denied          : pegtl::seq<pegtl::rep_max<12, pegtl::seq<pegtl::not_at<pegtl::sor<denied_stop, denial>>, peg::character>>, denial> {};
struct rate            : peg::earlier_in_clause<"每"> {};
struct one_before      : behind<"的", "作为", "同", "统", "唯", "之", "逐", "单", "每", "任", "某", "这", "那", "哪", "跑", "另", "万", "下", "进", "专", "新"> {};
struct han_before      : behind<"第", "数", "几", "上", "好", "之", "每", "初", "周", "期", "年", "月", "点", "-", "~"> {};
struct just_one        : pegtl::seq<word<"一">, pegtl::not_at<numerals::chinese_figure>> {};
struct han_number      : numerals::chinese_numeral {};
struct han_money       : numerals::money {};
struct han_unit        : pegtl::seq<pegtl::not_at<other_word>, pegtl::sor<counted_word, han_money>> {};
struct one_unit        : pegtl::seq<pegtl::not_at<one_idiom>, pegtl::sor<one_word, one_case>> {};
struct one             : pegtl::seq<pegtl::at<just_one>, pegtl::not_at<one_before>, pegtl::not_at<rate>, han_number, one_unit, pegtl::not_at<denied>> {};
struct several         : pegtl::seq<pegtl::not_at<just_one>, han_number, pegtl::opt<multiplier>, pegtl::opt<odd>, han_unit, pegtl::opt<after>> {};
struct han_quantity    : pegtl::seq<begin, pegtl::not_at<han_before>, pegtl::sor<one, several>> {};

// Steps inside a paragraph stand behind punctuation.
struct after_clause    : behind<"。", ";", ":", ",", "!", "?", "*"> {};
struct after_sentence  : behind<"。", ";", ":"> {};
struct listed          : pegtl::sor<pegtl::seq<pegtl::at<pegtl::one<'('>>, pegtl::sor<numbering::han_in_parentheses, numbering::digit_in_parentheses>>,
                                    numbering::circled> {};
struct headed          : pegtl::sor<numbering::chinese, numbering::arabic> {};
struct step            : pegtl::sor<pegtl::seq<after_clause, pegtl::sor<numbering::step, listed>>, pegtl::seq<after_sentence, headed>> {};

struct date            : pegtl::seq<begin, dates::date> {};
struct years           : pegtl::seq<begin, dates::years> {};
struct months          : pegtl::seq<begin, dates::months> {};

struct at_digit        : pegtl::seq<pegtl::at<pegtl::digit>, pegtl::sor<step, years, months, date, joined_number, quantity, bare_quantity, loose_number>> {};
struct at_figure       : pegtl::seq<pegtl::at<numerals::chinese_figure>, pegtl::sor<step, months, date, han_quantity, loose_figures>> {};
struct at_ordinal      : pegtl::seq<pegtl::at<word<"第">>, pegtl::sor<step, ordinal>> {};
struct at_parenthesis  : pegtl::seq<pegtl::at<pegtl::one<'('>>, pegtl::sor<step, document_number, open>> {};
struct at_quote        : pegtl::seq<pegtl::at<pegtl::one<'"'>>, pegtl::sor<quoted_name, quote>> {};
struct pause           : word<"、"> {};
struct punctuation     : pegtl::sor<clause_end, sentence_end, pause, paragraph_end, semicolon, close> {};

struct token           : pegtl::sor<peg::han_run<token_starts>, punctuation, at_digit, at_figure, at_parenthesis, at_quote, at_ordinal,
                                    document_title, document_number, latin, step, peg::character> {};
struct tokens          : pegtl::star<token> {};
// clang-format on

}  // namespace gouji::grammar::prose
