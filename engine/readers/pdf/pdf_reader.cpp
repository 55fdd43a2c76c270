// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "engine/readers/child_process.hpp"
#include "engine/readers/extract.hpp"
#include "engine/readers/pdf/paragraphs.hpp"
#include "engine/readers/pdf/table.hpp"
#include "engine/readers/pdf/words.hpp"

namespace gouji::readers {
namespace {

using pdf::PageLines;

constexpr std::size_t most_words_of_a_page = 20'000;

tl::unexpected<text::Problem> not_converted(const ChildResult& child, const Limits& limits) {
    const auto says = [&](std::string_view words) { return child.errors.find(words) != std::string::npos; };
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

// Puts the pages together from top to bottom: prose joined to paragraphs, tables in their places.
class Assembly {
public:
    Assembly(pdf::Margins margins, CellBudget& budget) : paragraphs_{margins}, budget_{budget} {}

    void add_page(const PageLines& page, std::size_t number) {
        page_ = number;
        const auto bands = page.lines.size() < most_words_of_a_page ? pdf::find_bands(page) : std::vector<pdf::Band>{};
        std::size_t at = 0;
        for (const pdf::Band& band : bands) {
            add_prose(page, at, band.begin);
            add_table(pdf::build_table(page, band));
            at = band.end;
        }
        add_prose(page, at, page.lines.size());
    }

    Extract take() {
        end_table();
        end_paragraph();
        return std::move(extract_);
    }

private:
    void add_prose(const PageLines& page, std::size_t first, std::size_t last) {
        if (first < last) end_table();
        for (std::size_t i = first; i < last; ++i) {
            const pdf::Line& line = page.lines[i];
            if (!paragraphs_.continues(line)) end_paragraph();
            if (!paragraph_open_) mark();
            const bool latin = paragraph_open_ && pdf::is_ascii(extract_.text.back()) && !line.chunks.empty() &&
                               pdf::is_ascii(line.chunks.front().text.front());
            if (latin && extract_.text.back() != '-') extract_.text += ' ';
            extract_.text += pdf::text_of(line);
            paragraph_open_ = true;
            paragraphs_.follow(line);
        }
    }

    void end_paragraph() {
        if (paragraph_open_) extract_.text += '\n';
        paragraph_open_ = false;
        paragraphs_.end();
    }

    // A table is written when it is known whether the next page goes on with it.
    void add_table(pdf::PdfTable table) {
        end_paragraph();
        if (table_ && table_page_ != page_ && pdf::continue_table(*table_, table)) {
            table_page_ = page_;
            return;
        }
        end_table();
        mark();
        table_ = std::move(table);
        table_page_ = page_;
    }

    void end_table() {
        if (!table_) return;
        grammar::GivenGrid grid = pdf::write_table(*table_, budget_, extract_.text);
        if (!grid.cells.empty()) extract_.grids.push_back(std::move(grid));
        table_.reset();
    }

    // The first text of each page.
    void mark() {
        if (page_ == marked_page_) return;
        marked_page_ = page_;
        extract_.landmarks.push_back({static_cast<std::uint32_t>(extract_.text.size()), fmt::format("page {}", page_)});
    }

    pdf::Paragraphs paragraphs_;
    CellBudget& budget_;
    Extract extract_;
    std::optional<pdf::PdfTable> table_;
    std::size_t table_page_ = 0;
    std::size_t page_ = 0;
    std::size_t marked_page_ = 0;
    bool paragraph_open_ = false;
};

}  // namespace

text::Result<Extract> extract_pdf(std::string_view bytes, const Limits& limits) {
    auto words = convert(bytes, limits);
    if (!words) return tl::unexpected{std::move(words.error())};
    if (std::ranges::all_of(*words, [](const pdf::PageWords& page) { return page.words.empty(); })) {
        return unreadable("PDF 中没有文字，可能是扫描件，需要先做文字识别（OCR）",
                          "there is no text in the PDF; it may be a scan, which needs text recognition (OCR) first");
    }
    std::vector<PageLines> pages;
    for (pdf::PageWords& page : *words) pages.push_back(pdf::make_lines(std::move(page)));
    drop_running_titles(pages);
    CellBudget budget{limits.cells};
    Assembly assembly{pdf::find_margins(pages), budget};
    for (std::size_t i = 0; i < pages.size(); ++i) assembly.add_page(pages[i], i + 1);
    Extract extract = assembly.take();
    if (budget.exceeded) return too_many_cells(limits);
    if (extract.text.size() > limits.text_bytes) return too_much_text(limits);
    return extract;
}

}  // namespace gouji::readers
