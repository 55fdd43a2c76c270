// SPDX-License-Identifier: Apache-2.0
// Reads made-up reports back and compares every figure with the truth.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/binding/bind.hpp"
#include "tests/generator/write.hpp"

namespace gouji::property {

// How the figures of a file came back.
struct Tally {
    std::uint64_t right = 0;
    std::uint64_t unbound = 0;  // unbound or absent: an honest "could not be read"
    std::uint64_t wrong = 0;    // a value that is not the true one, or blank, mark or text where there is a number
    std::uint64_t findings = 0;  // of `check`, where there should be none
    std::vector<std::string> examples;  // of wrong ones, of unbound ones where nothing is damaged, of findings

    void add(const Tally& other);
};

// The pack's formats and phrases, loaded once.
[[nodiscard]] const binding::Knowledge& official_knowledge();

// What `check` says of a file: rule, place in the format and message of each finding, sorted; problems of reading likewise.
[[nodiscard]] std::vector<std::string> findings_of(const std::string& file_name, const std::string& bytes);

// With `damaged`, a cell that reads as blank, mark or text counts as unbound: what stood there is lost, nothing is invented.
[[nodiscard]] Tally compare(const generator::MadeReport& report, const std::string& file_name, const std::string& bytes, bool damaged);

// Damage that files suffer. Each changes what can be read, none changes a digit.
enum class Damage : std::uint8_t { drop_cell, drop_row, double_row, swap_columns, truncate };
inline constexpr std::array all_damage{Damage::drop_cell, Damage::drop_row, Damage::double_row, Damage::swap_columns, Damage::truncate};
[[nodiscard]] std::string_view name_of(Damage damage);
[[nodiscard]] std::string write_damaged(const generator::MadeReport& report, generator::Shape shape, Damage damage, generator::Dice& dice);

}  // namespace gouji::property
