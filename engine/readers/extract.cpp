// SPDX-License-Identifier: Apache-2.0
#include "engine/readers/extract.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "grammar/text/decode.hpp"

namespace gouji::readers {
namespace {

std::uint32_t line_at(std::string_view text, std::size_t offset) {
    return 1 + static_cast<std::uint32_t>(std::ranges::count(text.substr(0, offset), '\n'));
}

}  // namespace

text::Problem input_problem(std::string zh, std::string en) {
    text::Problem problem;
    problem.kind = text::ProblemKind::input;
    problem.message = {std::move(zh), std::move(en)};
    return problem;
}

tl::unexpected<text::Problem> unreadable(std::string zh, std::string en) {
    return tl::unexpected<text::Problem>{input_problem(std::move(zh), std::move(en))};
}

std::string in_megabytes(std::size_t bytes) {
    return bytes % (1U << 20U) == 0 ? fmt::format("{} MB", bytes >> 20U)
                                    : fmt::format("{:.1f} MB", static_cast<double>(bytes) / (1U << 20U));
}

tl::unexpected<text::Problem> too_many_cells(const Limits& limits) {
    return unreadable(fmt::format("表格单元格超过 {} 个的上限，未读取", limits.cells),
                      fmt::format("the tables have more cells than the limit of {}; not read", limits.cells));
}

tl::unexpected<text::Problem> too_much_text(const Limits& limits) {
    return unreadable(fmt::format("文本超过 {} 的上限，未检查", in_megabytes(limits.text_bytes)),
                      fmt::format("the text is larger than the limit of {}; not checked", in_megabytes(limits.text_bytes)));
}

text::Problem loss_problem(std::size_t count, LossPlace first, std::string_view encoding) {
    text::Problem problem =
        input_problem(fmt::format("有 {} 处字节不是有效的 {} 编码，第一处在第 {} 字节；已用 U+FFFD 代替并继续检查", count,
                                  encoding, first.byte + 1),
                      fmt::format("{} places hold bytes that are not valid {}, the first at byte {}; they were replaced by "
                                  "U+FFFD and the check went on",
                                  count, encoding, first.byte + 1));
    problem.line = first.line;
    return problem;
}

text::Result<Extract> extract_text(std::string bytes, const Limits& limits) {
    auto decoded = text::decode(std::move(bytes));
    if (!decoded) return unreadable("不是文本文件，或编码无法识别", "not a text file, or in an encoding that is not recognised");
    if (decoded->utf8.size() > limits.text_bytes) return too_much_text(limits);
    Extract extract;
    extract.text = std::move(decoded->utf8);
    extract.encoding = std::move(decoded->encoding);
    if (decoded->loss_count != 0) {
        const text::Loss& first = decoded->losses.front();
        extract.problems.push_back(
            loss_problem(decoded->loss_count, {first.byte, line_at(extract.text, first.offset)}, extract.encoding));
    }
    return extract;
}

}  // namespace gouji::readers
