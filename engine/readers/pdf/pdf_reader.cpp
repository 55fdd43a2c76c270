// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "engine/readers/child_process.hpp"
#include "engine/readers/extract.hpp"
#include "engine/readers/pdf/assembly.hpp"

namespace gouji::readers {
namespace {

tl::unexpected<text::Problem> not_converted(const ChildResult& child, const Limits& limits) {
    const auto says = [&](std::string_view words) { return child.errors.find(words) != std::string::npos; };
    if (child.end == ChildEnd::stopped) return unreadable("已中断，未读取", "interrupted; not read");
    if (child.end == ChildEnd::timed_out) {
        return unreadable(fmt::format("pdftotext 在 {} 秒的时限内没有完成，未读取", limits.child_seconds),
                          fmt::format("pdftotext did not finish within the limit of {} seconds; not read", limits.child_seconds));
    }
    if (child.end == ChildEnd::too_much_output) return too_much_text(limits);
    if (child.end == ChildEnd::not_started) return unreadable("无法启动 pdftotext", "pdftotext could not be started");
    if (child.end == ChildEnd::killed)
        return unreadable("pdftotext 因内存限制或异常而中止，PDF 可能已损坏",
                          "pdftotext was ended by the memory limit or a crash; the PDF may be damaged");
    if (says("open file"))
        return unreadable("无法把文件交给 pdftotext（需要 /dev/stdin）",
                          "the file could not be handed to pdftotext (it needs /dev/stdin)");
    if (says("Incorrect password") || says("ncrypted"))
        return unreadable("PDF 设有密码，无法读取", "the PDF is protected by a password and cannot be read");
    return unreadable("PDF 已损坏，无法读取", "the PDF is damaged and cannot be read");
}

text::Result<std::vector<pdf::PageWords>> convert(std::string_view bytes, const Limits& limits) {
    static const auto program = find_program("pdftotext");
    if (!program) {
        return unreadable(
            "读取 PDF 需要 pdftotext，本机没有安装（Debian/Ubuntu 的软件包为 poppler-utils）",
            "reading PDF files needs pdftotext, which is not installed here (package poppler-utils on Debian and Ubuntu)");
    }
    ChildLimits child_limits;
    child_limits.time = std::chrono::seconds{limits.child_seconds};
    child_limits.output_bytes = limits.text_bytes * 8;  // each word comes with its box
    ChildResult child =
        run_child(*program, {"-bbox-layout", "-enc", "UTF-8", std::string{child_input}, "-"}, bytes, child_limits);
    if (child.end != ChildEnd::exited || child.exit_code != 0) return not_converted(child, limits);
    auto pages = pdf::read_words(std::move(child.output));
    if (!pages) return not_converted(child, limits);
    return std::move(*pages);
}

}  // namespace

text::Result<Extract> extract_pdf(std::string_view bytes, const Limits& limits) {
    auto words = convert(bytes, limits);
    if (!words) return tl::unexpected{std::move(words.error())};
    if (std::ranges::all_of(*words, [](const pdf::PageWords& page) { return page.words.empty(); })) {
        return unreadable("PDF 中没有文字，可能是扫描件，需要先做文字识别（OCR）",
                          "there is no text in the PDF; it may be a scan, which needs text recognition (OCR) first");
    }
    return pdf::assemble(std::move(*words), limits);
}

}  // namespace gouji::readers
