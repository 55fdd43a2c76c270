// SPDX-License-Identifier: Apache-2.0
// Whatever happens to a table on its way, a figure that is read as a value is the one that was written.
#include <map>
#include <random>

#include "tests/unit/binding/table_support.hpp"

using gouji::tests::BoundReport;

namespace {

using Row = std::vector<std::string>;
using Rows = std::vector<Row>;

struct Layout {
    const char* name;
    bool spare_in_front = false;  // rows without a group keep a blank cell for it
    bool spare_behind = false;
    bool blanks = false;  // zeros are left blank
};

// A consistent table of section 三 and what its figures are.
struct Made {
    Rows rows;
    std::map<std::string, std::string> truth;
};

Made make_applications(std::mt19937& random, const Layout& layout) {
    const auto& format = gouji::tests::official_knowledge().formats[1];
    const auto& block = format.tables[1].blocks[0];
    Made out;
    out.rows = {{"（勾稽关系）", "", "", "申请人情况", "", "", "", "", "", ""},
                {"", "", "", "自然人", "法人或其他组织", "", "", "", "", "总计"},
                {"", "", "", "", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", ""}};
    std::uint32_t last_group = 0xFFFF;
    for (const auto& spec : block.rows) {
        Row row;
        if (spec.group < block.groups.size()) {
            const bool inner = block.groups[spec.group].parent < block.groups.size();
            row = {"", inner && spec.group != last_group ? block.groups[spec.group].label.text : ""};
            if (&spec == &block.rows[2]) row[0] = block.groups[0].label.text;
            if (inner)
                row.push_back(spec.label.text);
            else
                row[1] = spec.label.text;
            last_group = spec.group;
        } else {
            row = {spec.label.text};
        }
        while (layout.spare_in_front && row.size() < 3) row.emplace_back();
        int sum = 0;
        for (std::size_t c = 0; c < 7; ++c) {
            const int value = c == 6 ? sum : random() % 2 == 0 ? static_cast<int>(random() % 60) : 0;
            sum += value;
            row.push_back(layout.blanks && value == 0 ? "" : std::to_string(value));
            out.truth["applications." + spec.id + '.' + block.columns[c].id] = std::to_string(value);
        }
        if (layout.spare_behind) row.emplace_back();
        out.rows.push_back(row);
    }
    return out;
}

std::string written(const Rows& rows) {
    std::string out = "== applications\n";
    for (const Row& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) out += (i == 0 ? "" : "|") + row[i];
        out += '\n';
    }
    return out;
}

// Columns a and b of the figures change places, with their labels.
void swap_columns(Rows& rows, std::size_t a, std::size_t b, const Layout& layout) {
    for (std::size_t r = 0; r < rows.size(); ++r) {
        if (rows[r].size() < 7) continue;
        const std::size_t first = r < 3 ? 3 : rows[r].size() - 7 - (layout.spare_behind ? 1 : 0);
        std::swap(rows[r][first + a], rows[r][first + b]);
    }
}

// The figures of a column and its label are not there.
void drop_column(Rows& rows, std::size_t column, const Layout& layout) {
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const std::size_t first = r < 3 ? 3 : rows[r].size() - 7 - (layout.spare_behind ? 1 : 0);
        rows[r].erase(rows[r].begin() + static_cast<std::ptrdiff_t>(first + column));
    }
}

// Something that happens to one row; `r` is another one each time.
void damage(Rows& rows, std::size_t r, std::mt19937& random, std::string& what) {
    const auto pick = [&](std::size_t size) { return static_cast<std::ptrdiff_t>(random() % size); };
    Row& row = rows[r];
    const auto at = rows.begin() + static_cast<std::ptrdiff_t>(r);
    switch (random() % 6) {
        case 0:
            row.erase(row.begin() + pick(row.size()));
            what += ", cell dropped in row ";
            break;
        case 1:
            row.insert(row.begin() + pick(row.size()), std::string{row[static_cast<std::size_t>(pick(row.size()))]});
            what += ", cell doubled in row ";
            break;
        case 2:
            rows.erase(at);
            what += ", row dropped: ";
            break;
        case 3:
            rows.insert(at, Row{row});
            what += ", row doubled: ";
            break;
        case 4:
            std::swap(row, rows[static_cast<std::size_t>(3 + pick(rows.size() - 3))]);
            what += ", rows swapped: ";
            break;
        default:
            row[static_cast<std::size_t>(pick(row.size()))].clear();
            what += ", cell cleared in row ";
            break;
    }
    what += std::to_string(r);
}

// The figures that are read wrong.
std::string wrong(const BoundReport& report, const Made& made) {
    std::string out;
    for (std::size_t i = 0; report.document().format != nullptr && i < report.document().figures.size(); ++i) {
        const auto& figure = report.document().figures[i];
        if (figure.state != gouji::model::FigureState::value) continue;
        const std::string& id = report.document().format->figures[i].id;
        const auto found = made.truth.find(id);
        if (found != made.truth.end() && found->second != figure.value.to_string())
            out += id + "=" + figure.value.to_string() + " instead of " + found->second + '\n';
    }
    return out;
}

const Layout layouts[] = {{"full grid", true, false, false},
                          {"spans dropped", false, false, false},
                          {"spare behind", true, true, false},
                          {"blanks", true, false, true}};

}  // namespace

TEST_SUITE("damaged tables") {
    TEST_CASE("undamaged, every layout is read whole") {
        std::mt19937 random{1};
        for (const Layout& layout : layouts) {
            const Made made = make_applications(random, layout);
            const BoundReport report{written(made.rows), 2022};
            for (const auto& [id, value] : made.truth) {
                INFO(layout.name << ' ' << id);
                CHECK(report.figure(id) == (layout.blanks && value == "0" ? "blank" : "value " + value));
            }
            CHECK(report.defects("applications").empty());
        }
    }

    TEST_CASE("no damage gives a wrong value") {
        std::mt19937 random{2022};
        for (int round = 0; round < 3000; ++round) {
            const Layout& layout = layouts[round % std::size(layouts)];
            Made made = make_applications(random, layout);
            std::string what = layout.name;
            const bool swapped = random() % 4 == 0;
            if (swapped) swap_columns(made.rows, random() % 7, random() % 7, layout);
            damage(made.rows, swapped ? 3 + random() % 11 : random() % 14, random, what);
            if (random() % 2 == 0) damage(made.rows, 15 + random() % 12, random, what);
            INFO(what << '\n' << written(made.rows));
            CHECK(wrong(BoundReport{written(made.rows), 2022}, made) == "");
        }
    }

    TEST_CASE("no column that is missing gives a wrong value") {
        std::mt19937 random{5};
        for (int round = 0; round < 200; ++round) {
            const Layout& layout = layouts[round % std::size(layouts)];
            Made made = make_applications(random, layout);
            const std::size_t column = random() % 7;
            drop_column(made.rows, column, layout);
            INFO(layout.name << ", column " << column << '\n' << written(made.rows));
            CHECK(wrong(BoundReport{written(made.rows), 2022}, made) == "");
        }
    }

    TEST_CASE("no cut gives a wrong value") {
        std::mt19937 random{7};
        for (int round = 0; round < 4; ++round) {
            const Made made = make_applications(random, layouts[round]);
            const std::string whole = written(made.rows);
            for (std::size_t size = 40; size < whole.size(); ++size) {
                if ((static_cast<unsigned char>(whole[size]) & 0xC0U) == 0x80U) continue;
                INFO(whole.substr(0, size));
                CHECK(wrong(BoundReport{whole.substr(0, size), 2022}, made) == "");
                if (whole[size] == '|') CHECK(wrong(BoundReport{whole.substr(0, size) + ' ', 2022}, made) == "");
            }
        }
    }
}
