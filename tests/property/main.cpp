// SPDX-License-Identifier: Apache-2.0
// gouji-property: reads made-up reports back in every layout and kind and prints layout × (right, unbound, wrong).
// Exit status 1 where a figure came back wrong, or where an undamaged one did not come back.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>

#include "tests/property/defects.hpp"
#include "tests/property/round_trip.hpp"

namespace {

using namespace gouji;

struct Settings {
    int count = 100;
    int pdf_share = 20;  // of so many reports, one is written as PDF
    std::uint64_t seed = 1;
    std::string shape;
    bool pdf = true;
    bool damage = true;
    bool same = true;
    std::string keep;
};

generator::MadeReport some_report(generator::Dice& dice) {
    const auto& formats = property::official_knowledge().formats;
    const int year = dice.between(2019, 2025);
    for (const auto& format : formats) {
        if (format.covers(static_cast<std::int16_t>(year))) return generator::make_report(format, year, dice);
    }
    throw std::runtime_error{"no format covers the year"};
}

std::string file_name(generator::Shape shape) { return fmt::format("made.{}", generator::extension_of(shape)); }

void print(std::string_view name, const property::Tally& tally) {
    fmt::print("{:<28}{:>10}{:>10}{:>10}{:>10}\n", name, tally.right, tally.unbound, tally.wrong, tally.findings);
    for (const auto& example : tally.examples) fmt::print("    {}\n", example);
}

void keep(const Settings& settings, generator::Shape shape, std::string_view what, int number, const std::string& bytes) {
    if (settings.keep.empty()) return;
    std::filesystem::create_directories(settings.keep);
    const auto name = fmt::format("{}-{}-{}.{}", generator::name_of(shape), what, number, generator::extension_of(shape));
    std::ofstream{std::filesystem::path{settings.keep} / name, std::ios::binary} << bytes;
}

bool clean_reports(generator::Shape shape, const Settings& settings) {
    generator::Dice dice{settings.seed};
    property::Tally tally;
    const int count = shape == generator::Shape::pdf ? std::max(1, settings.count / settings.pdf_share) : settings.count;
    for (int i = 0; i < count; ++i) {
        const auto report = some_report(dice);
        const std::string bytes = generator::write(report, shape, generator::some_noise(dice), dice);
        const auto one = property::compare(report, file_name(shape), bytes, false);
        if (one.wrong + one.unbound + one.findings > 0) keep(settings, shape, "clean", i, bytes);
        tally.add(one);
    }
    print(generator::name_of(shape), tally);
    return tally.wrong == 0 && tally.unbound == 0 && tally.findings == 0;
}

bool damaged_reports(generator::Shape shape, property::Damage damage, const Settings& settings) {
    generator::Dice dice{settings.seed};
    property::Tally tally;
    const int count = shape == generator::Shape::pdf ? std::max(1, settings.count / settings.pdf_share / 3) : settings.count;
    for (int i = 0; i < count; ++i) {
        const auto report = some_report(dice);
        const std::string bytes = property::write_damaged(report, shape, damage, dice);
        const auto one = property::compare(report, file_name(shape), bytes, true);
        if (one.wrong > 0) keep(settings, shape, property::name_of(damage), i, bytes);
        tally.add(one);
    }
    print(fmt::format("{} {}", generator::name_of(shape), property::name_of(damage)), tally);
    return tally.wrong == 0;
}

// Every defect, in every layout and kind: the findings are those of the first layout.
bool same_findings(const Settings& settings) {
    generator::Dice dice{settings.seed};
    int compared = 0;
    int differing = 0;
    for (int i = 0; i < std::max(1, settings.count / 10); ++i) {
        const auto report = some_report(dice);
        for (const auto defect : property::all_defects) {
            const auto elements = property::with_defect(report, defect, dice);
            std::vector<std::string> first;
            for (const auto shape : generator::all_shapes()) {
                if (shape == generator::Shape::pdf && (!settings.pdf || i % settings.pdf_share != 0)) continue;
                if (!property::carries(shape, defect)) continue;
                const std::string bytes = generator::write_elements(elements, shape, {}, dice);
                const auto found = property::findings_of(file_name(shape), bytes);
                if (shape == generator::all_shapes().front()) first = found;
                ++compared;
                if (found == first && !found.empty()) continue;
                keep(settings, shape, property::name_of(defect), i, bytes);
                if (++differing <= 10) property::print_difference(fmt::format("{} {}", generator::name_of(shape), property::name_of(defect)), first, found);
            }
        }
    }
    fmt::print("{} reports with a defect in all layouts and kinds: {} with other findings than in the first\n", compared, differing);
    return differing == 0;
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app{"Reads made-up reports back and compares every figure."};
    Settings settings;
    app.add_option("--count", settings.count, "reports for each layout and kind");
    app.add_option("--seed", settings.seed, "the same seed makes the same reports");
    app.add_option("--shape", settings.shape, "only this layout or kind");
    app.add_option("--pdf-share", settings.pdf_share, "of so many reports, one is written as PDF");
    app.add_flag("!--no-pdf", settings.pdf, "leave PDF out (it starts a child process for each report)");
    app.add_flag("!--no-damage", settings.damage, "leave damaged reports out");
    app.add_flag("!--no-same", settings.same, "leave out the comparison of findings between layouts");
    app.add_option("--keep", settings.keep, "folder for the files that came back wrong");
    CLI11_PARSE(app, argc, argv);
    bool good = true;
    fmt::print("{:<28}{:>10}{:>10}{:>10}{:>10}\n", "layout", "right", "unbound", "wrong", "findings");
    for (const auto shape : generator::all_shapes()) {
        if (!settings.shape.empty() && settings.shape != generator::name_of(shape)) continue;
        if (shape == generator::Shape::pdf && !settings.pdf) continue;
        good = clean_reports(shape, settings) && good;
        if (!settings.damage) continue;
        for (const auto damage : property::all_damage) good = damaged_reports(shape, damage, settings) && good;
    }
    if (settings.same) good = same_findings(settings) && good;
    return good ? 0 : 1;
}
