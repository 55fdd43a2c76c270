// SPDX-License-Identifier: Apache-2.0
#include "tests/property/round_trip.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "engine/config/pack.hpp"
#include "engine/readers/read.hpp"
#include "grammar/parse.hpp"

namespace gouji::property {
namespace {

constexpr std::size_t most_examples = 5;

binding::Knowledge load_knowledge() {
    text::Problems problems;
    auto pack = config::load_pack(std::string{GOUJI_ROOT} + "/rules/official", problems);
    if (!pack) throw std::runtime_error{pack.error().message.en};
    if (!problems.empty()) throw std::runtime_error{problems.front().message.en};
    binding::Knowledge knowledge;
    knowledge.formats = std::move(pack->formats);
    knowledge.lexicon = std::move(pack->lexicon);
    binding::compile(knowledge);
    return knowledge;
}

std::string_view state_name(model::FigureState state) {
    constexpr std::array names{"absent", "unbound", "blank", "mark", "text", "value"};
    return names.at(static_cast<std::size_t>(state));
}

void count(Tally& tally, const model::Figure& read, text::Decimal truth, const std::string& what, bool damaged) {
    using model::FigureState;
    const bool honest = read.state == FigureState::unbound || read.state == FigureState::absent;
    if (read.state == FigureState::value && read.value == truth) {
        ++tally.right;
    } else if (honest || (damaged && read.state != FigureState::value)) {
        ++tally.unbound;
    } else {
        ++tally.wrong;
        if (tally.examples.size() < most_examples) {
            tally.examples.push_back(fmt::format("{}: {} \"{}\" for {}", what, state_name(read.state), read.text, truth.to_string()));
        }
    }
}

}  // namespace

void Tally::add(const Tally& other) {
    right += other.right;
    unbound += other.unbound;
    wrong += other.wrong;
    for (const auto& example : other.examples) {
        if (examples.size() < most_examples) examples.push_back(example);
    }
}

const binding::Knowledge& official_knowledge() {
    static const binding::Knowledge knowledge = load_knowledge();
    return knowledge;
}

Tally compare(const generator::MadeReport& report, const std::string& file_name, const std::string& bytes, bool damaged) {
    Tally tally;
    const auto reading = readers::read_bytes(file_name, bytes, {});
    if (reading.inputs.size() != 1) {
        tally.unbound = report.figures.size();
        return tally;
    }
    const auto& input = reading.inputs.front();
    const auto tree = grammar::parse(input.source, input.grids);
    const auto document = binding::bind(input.source, tree, official_knowledge());
    if (document.format == nullptr || document.format->id != report.format->id) {
        tally.unbound = report.figures.size();
        return tally;
    }
    for (std::size_t i = 0; i < report.figures.size(); ++i) {
        count(tally, document.figures.at(i), report.figures[i], file_name + " " + report.format->figures[i].id, damaged);
    }
    return tally;
}

}  // namespace gouji::property
