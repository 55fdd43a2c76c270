// SPDX-License-Identifier: Apache-2.0
// How fast web pages, Word files and PDF files are read, beside the libraries and the converter alone, in processor time.
// Usage: bench_kinds FOLDER: all files below it, each kind apart.
#include <fmt/format.h>
#include <gumbo.h>
#include <sys/resource.h>
#include <zip.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <pugixml.hpp>

#include "engine/readers/child_process.hpp"
#include "engine/readers/read.hpp"

using namespace gouji;

namespace {

using Files = std::vector<std::string>;  // their bytes

double seconds(const rusage& use) {
    const auto of = [](const timeval& time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6; };
    return of(use.ru_utime) + of(use.ru_stime);
}

// Processor time so far, that of ended children included.
double processor_time() {
    rusage own{};
    rusage children{};
    ::getrusage(RUSAGE_SELF, &own);
    ::getrusage(RUSAGE_CHILDREN, &children);
    return seconds(own) + seconds(children);
}

double least_time(const Files& files, int rounds, const std::function<void(const std::string&)>& read) {
    double least = 1e9;
    for (int round = 0; round < rounds; ++round) {
        const double begin = processor_time();
        for (const std::string& file : files) read(file);
        least = std::min(least, processor_time() - begin);
    }
    return least;
}

double megabytes(const Files& files) {
    double bytes = 0;
    for (const std::string& file : files) bytes += static_cast<double>(file.size());
    return bytes / 1e6;
}

std::string document_of(const std::string& docx) {
    zip_source_t* source = zip_source_buffer_create(docx.data(), docx.size(), 0, nullptr);
    zip_t* archive = zip_open_from_source(source, ZIP_RDONLY, nullptr);
    zip_file_t* part = zip_fopen(archive, "word/document.xml", 0);
    std::string out;
    char buffer[16384];
    for (zip_int64_t n = 0; (n = zip_fread(part, buffer, sizeof buffer)) > 0;) out.append(buffer, static_cast<std::size_t>(n));
    zip_fclose(part);
    zip_discard(archive);
    return out;
}

void print(const char* what, double size, double time) { fmt::print("{:<44}{:>8.1f} MB{:>8.2f} s{:>8.1f} MB/s\n", what, size, time, size / time); }

void measure_pages(const Files& files) {
    print("web pages, read", megabytes(files), least_time(files, 5, [](const std::string& file) { (void)readers::read_bytes("a", file, {}); }));
    print("  gumbo alone, on the same bytes", megabytes(files), least_time(files, 5, [](const std::string& file) {
              gumbo_destroy_output(&kGumboDefaultOptions, gumbo_parse_with_options(&kGumboDefaultOptions, file.data(), file.size()));
          }));
}

void measure_documents(const Files& files) {
    Files parts;
    for (const std::string& file : files) parts.push_back(document_of(file));
    const double time = least_time(files, 5, [](const std::string& file) { (void)readers::read_bytes("a", file, {}); });
    print("Word files, read, by their own size", megabytes(files), time);
    print("Word files, read, by their XML", megabytes(parts), time);
    print("  libzip alone, by the XML", megabytes(parts), least_time(files, 5, [](const std::string& file) { (void)document_of(file); }));
    print("  libzip and pugixml alone, by the XML", megabytes(parts), least_time(files, 5, [](const std::string& file) {
              pugi::xml_document tree;
              std::string part = document_of(file);
              (void)tree.load_buffer_inplace(part.data(), part.size());
          }));
}

void measure_pdf(const Files& files) {
    const auto program = readers::find_program("pdftotext");
    if (!program) return fmt::print("PDF files: no pdftotext here\n");
    const double read = least_time(files, 3, [](const std::string& file) { (void)readers::read_bytes("a", file, {}); });
    const double alone = least_time(files, 3, [&](const std::string& file) {
        (void)readers::run_child(*program, {"-bbox-layout", "-enc", "UTF-8", std::string{readers::child_input}, "-"}, file, {});
    });
    print("PDF files, read", megabytes(files), read);
    print("  pdftotext -bbox-layout alone", megabytes(files), alone);
    fmt::print("PDF files, read, in times of pdftotext alone{:>10.2f}\n", read / alone);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return EXIT_FAILURE;
    Files pages, documents, pdf;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{argv[1]}) {
        if (!entry.is_regular_file()) continue;
        std::ifstream stream{entry.path(), std::ios::binary};
        std::string bytes{std::istreambuf_iterator<char>{stream}, {}};
        const readers::Kind kind = readers::kind_of(bytes);
        if (kind == readers::Kind::html) pages.push_back(std::move(bytes));
        else if (kind == readers::Kind::docx) documents.push_back(std::move(bytes));
        else if (kind == readers::Kind::pdf) pdf.push_back(std::move(bytes));
    }
    if (!pages.empty()) measure_pages(pages);
    if (!documents.empty()) measure_documents(documents);
    if (!pdf.empty()) measure_pdf(pdf);
    return EXIT_SUCCESS;
}
