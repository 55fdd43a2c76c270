// SPDX-License-Identifier: Apache-2.0
// gouji-generate: writes made-up reports with their true figures, for benchmarks and property tests.
//   gouji-generate --count 2000 --shape tabbed --out DIR      DIR/00001-tabbed.txt …, DIR/truth.tsv
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "engine/config/pack.hpp"
#include "tests/generator/write.hpp"

namespace {

namespace fs = std::filesystem;
using namespace gouji;

std::string slurp(const fs::path& file) {
    std::ostringstream out;
    out << std::ifstream{file, std::ios::binary}.rdbuf();
    return out.str();
}

std::vector<model::Format> official_formats() {
    std::vector<model::Format> formats;
    for (const char* name : {"2019", "2021"}) {
        const fs::path file = fs::path{GOUJI_ROOT} / "rules/official/formats" / (std::string{name} + ".toml");
        auto format = config::read_format(slurp(file), file.string());
        if (!format) throw std::runtime_error{format.error().message.en};
        formats.push_back(std::move(*format));
    }
    return formats;
}

void write_reports(int count, std::uint64_t seed, const std::string& only, bool noisy, const fs::path& folder) {
    const auto formats = official_formats();
    generator::Dice dice{seed};
    fs::create_directories(folder);
    std::ofstream truth{folder / "truth.tsv"};
    truth << "file\tfigure\tvalue\n";
    for (int i = 1; i <= count; ++i) {
        const int year = dice.between(2019, 2025);
        const auto report = generator::make_report(formats.at(year >= 2021 ? 1 : 0), year, dice);
        const auto shape = generator::all_shapes().at(static_cast<std::size_t>(i) % generator::all_shapes().size());
        for (const auto one : generator::all_shapes()) {
            if (only.empty() ? one != shape : only != generator::name_of(one)) continue;
            generator::Noise noise;
            if (noisy) noise = generator::some_noise(dice);
            const std::string name = fmt::format("{:05}-{}.{}", i, generator::name_of(one), generator::extension_of(one));
            std::ofstream{folder / name, std::ios::binary} << generator::write(report, one, noise, dice);
            for (std::size_t f = 0; f < report.figures.size(); ++f) {
                truth << name << '\t' << report.format->figures[f].id << '\t' << report.figures[f].to_string() << '\n';
            }
        }
    }
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app{"Writes made-up annual reports with their true figures."};
    int count = 10;
    std::uint64_t seed = 1;
    std::string shape;
    std::string folder;
    bool noisy = false;
    app.add_option("--count", count, "how many reports")->check(CLI::PositiveNumber);
    app.add_option("--seed", seed, "the same seed writes the same reports");
    app.add_option("--shape", shape, "only this layout or kind; else all in turn");
    app.add_option("--out", folder, "folder to write to")->required();
    app.add_flag("--noise", noisy, "page breaks, padded cells, full-width digits, wrapped prose, line ends of all kinds");
    CLI11_PARSE(app, argc, argv);
    try {
        write_reports(count, seed, shape, noisy, folder);
    } catch (const std::exception& error) {
        fmt::print(stderr, "gouji-generate: {}\n", error.what());
        return 2;
    }
    return 0;
}
