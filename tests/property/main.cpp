// SPDX-License-Identifier: Apache-2.0
// gouji-property: reads made-up reports back in every layout and kind and prints layout × (right, unbound, wrong).
// Exit status 1 where a figure came back wrong, or where an undamaged one did not come back.
#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "tests/property/round_trip.hpp"

namespace {

using namespace gouji;

struct Settings {
    int count = 100;
    std::uint64_t seed = 1;
    std::string shape;
    bool pdf = true;
};

generator::Noise some_noise(generator::Dice& dice) { return {dice.chance(50), dice.chance(50), dice.chance(30), dice.chance(50), dice.chance(20)}; }

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
    fmt::print("{:<28}{:>10}{:>10}{:>10}\n", name, tally.right, tally.unbound, tally.wrong);
    for (const auto& example : tally.examples) fmt::print("    {}\n", example);
}

bool clean_reports(generator::Shape shape, const Settings& settings) {
    generator::Dice dice{settings.seed};
    property::Tally tally;
    const int count = shape == generator::Shape::pdf ? std::max(1, settings.count / 20) : settings.count;
    for (int i = 0; i < count; ++i) {
        const auto report = some_report(dice);
        tally.add(property::compare(report, file_name(shape), generator::write(report, shape, some_noise(dice), dice), false));
    }
    print(generator::name_of(shape), tally);
    return tally.wrong == 0 && tally.unbound == 0;
}

bool damaged_reports(generator::Shape shape, property::Damage damage, const Settings& settings) {
    generator::Dice dice{settings.seed};
    property::Tally tally;
    const int count = shape == generator::Shape::pdf ? std::max(1, settings.count / 50) : settings.count;
    for (int i = 0; i < count; ++i) {
        const auto report = some_report(dice);
        tally.add(property::compare(report, file_name(shape), property::write_damaged(report, shape, damage, dice), true));
    }
    print(fmt::format("{} {}", generator::name_of(shape), property::name_of(damage)), tally);
    return tally.wrong == 0;
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app{"Reads made-up reports back and compares every figure."};
    Settings settings;
    app.add_option("--count", settings.count, "reports for each layout and kind");
    app.add_option("--seed", settings.seed, "the same seed makes the same reports");
    app.add_option("--shape", settings.shape, "only this layout or kind");
    app.add_flag("!--no-pdf", settings.pdf, "leave PDF out (it starts a child process for each report)");
    CLI11_PARSE(app, argc, argv);
    bool good = true;
    fmt::print("{:<28}{:>10}{:>10}{:>10}\n", "layout", "right", "unbound", "wrong");
    for (const auto shape : generator::all_shapes()) {
        if (!settings.shape.empty() && settings.shape != generator::name_of(shape)) continue;
        if (shape == generator::Shape::pdf && !settings.pdf) continue;
        good = clean_reports(shape, settings) && good;
        for (const auto damage : property::all_damage) good = damaged_reports(shape, damage, settings) && good;
    }
    return good ? 0 : 1;
}
