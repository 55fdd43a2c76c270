// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <fstream>
#include <random>
#include <sstream>

#include "engine/config/pack.hpp"
#include "engine/model/identity.hpp"

using namespace gouji::model;

namespace {

const Format& format_2021() {
    static const Format format = [] {
        std::ifstream in{std::string{GOUJI_ROOT} + "/rules/official/formats/2021.toml", std::ios::binary};
        std::ostringstream text;
        text << in.rdbuf();
        auto read = gouji::config::read_format(text.str(), "2021.toml");
        REQUIRE(read.has_value());
        return *read;
    }();
    return format;
}

class Figures {
public:
    Figures() {
        document.format = &format_2021();
        document.figures.resize(document.format->figures.size());
        for (Figure& figure : document.figures) figure.state = FigureState::value;
    }
    Figure& operator[](const std::string& id) {
        const FigureIndex index = document.format->find_figure(id);
        REQUIRE(index != no_figure);
        return document.figures[index];
    }
    Figures& set(const std::string& id, int value) {
        (*this)[id].value = Decimal::of(value);
        return *this;
    }
    [[nodiscard]] const TableSpec& table(std::size_t index = 1) const { return document.format->tables[index]; }

    // "applications.received.total broken 3 4", one for each judgement.
    [[nodiscard]] std::vector<std::string> judgements() const {
        std::vector<std::string> out;
        for (const Judgement& at : judge_identities(document)) {
            out.push_back(at.identity->key + (at.verdict == Verdict::broken ? " broken " : " undecidable ") + at.left_sum.to_string() + ' ' +
                          at.right_sum.to_string());
        }
        return out;
    }
    [[nodiscard]] std::string suspects(std::size_t index = 1) const {
        std::string out;
        for (const Correction& at : find_suspects(document, table(index))) {
            out += document.format->figures[at.figure].id + '=' + at.value.to_string() + ' ';
        }
        return out;
    }

    Document document;
};

// A consistent table of section 三 with random figures.
Figures consistent(std::mt19937& random) {
    Figures out;
    const BlockSpec& block = out.table().blocks[0];
    const auto at = [&](std::size_t row, std::size_t column) -> Decimal& { return out.document.figures[block.first_figure + row * 7 + column].value; };
    const std::size_t total_row = block.rows.size() - 2;
    for (std::size_t c = 0; c < 6; ++c) {
        for (std::size_t r = 2; r < total_row; ++r) {
            at(r, c) = Decimal::of(random() % 3 == 0 ? static_cast<int>(random() % 40) : 0);
            at(total_row, c) = at(total_row, c) + at(r, c);
        }
        at(total_row + 1, c) = Decimal::of(static_cast<int>(random() % 5));
        at(0, c) = at(total_row, c) + at(total_row + 1, c);
    }
    for (std::size_t r = 0; r < block.rows.size(); ++r) {
        for (std::size_t c = 0; c < 6; ++c) at(r, 6) = at(r, 6) + at(r, c);
    }
    return out;
}

}  // namespace

TEST_SUITE("identities") {
    TEST_CASE("a table of zeros holds") { CHECK(Figures{}.judgements().empty()); }

    TEST_CASE("a broken sum carries both sides") {
        Figures figures;
        figures.set("proceedings.review.upheld", 3).set("proceedings.review.total", 2);
        CHECK(figures.judgements() == std::vector<std::string>{"proceedings.review.total broken 3 2"});
        CHECK(judge_identities(figures.document, "balance").empty());
    }

    TEST_CASE("blank and mark count as zero") {
        Figures figures;
        figures.set("proceedings.review.upheld", 2).set("proceedings.review.total", 2);
        figures["proceedings.review.corrected"].state = FigureState::blank;
        figures["proceedings.review.other"].state = FigureState::mark;
        CHECK(figures.judgements().empty());
        figures.set("proceedings.review.total", 3);
        CHECK(figures.judgements() == std::vector<std::string>{"proceedings.review.total broken 2 3"});
    }

    TEST_CASE("nothing to compare: a blank total, blank summands, a text") {
        Figures figures;
        figures.set("proceedings.review.upheld", 2);
        figures["proceedings.review.total"].state = FigureState::blank;
        CHECK(figures.judgements().empty());

        Figures summands;
        summands.set("proceedings.review.total", 2);
        for (const char* column : {"upheld", "corrected", "other", "pending"}) summands[std::string{"proceedings.review."} + column].state = FigureState::blank;
        CHECK(summands.judgements().empty());

        Figures text;
        text.set("proceedings.review.total", 2);
        text["proceedings.review.upheld"].state = FigureState::text;
        CHECK(text.judgements().empty());
    }

    TEST_CASE("an unreadable operand makes a difference undecidable, never broken") {
        Figures figures;
        figures.set("proceedings.review.total", 2);
        figures["proceedings.review.upheld"].state = FigureState::unbound;
        CHECK(figures.judgements() == std::vector<std::string>{"proceedings.review.total undecidable 0 2"});
        figures.set("proceedings.review.total", 0);
        CHECK(figures.judgements().empty());
    }

    TEST_CASE("a side of which nothing could be read is not compared") {
        Figures figures;
        figures.set("proceedings.review.upheld", 2);
        figures["proceedings.review.total"].state = FigureState::unbound;
        CHECK(figures.judgements().empty());
    }
}

TEST_SUITE("suspects") {
    TEST_CASE("two figures of one column") {
        Figures figures;
        for (const char* row : {"received", "unavailable.not_held", "results_total"}) figures.set(std::string{"applications."} + row + ".total", 2);
        figures.set("applications.received.natural_person", 2);
        CHECK(figures.judgements().size() == 3);
        CHECK(figures.suspects() == "applications.unavailable.not_held.natural_person=2 applications.results_total.natural_person=2 ");
    }

    TEST_CASE("one identity alone has many remedies, so there is no suspect") {
        Figures figures;
        figures.set("proceedings.review.upheld", 10).set("proceedings.review.total", 12);
        CHECK(figures.suspects(2).empty());
    }

    TEST_CASE("the only remedy that is no negative number") {
        Figures figures;
        figures.set("proceedings.review.upheld", 10).set("proceedings.review.corrected", 1);
        CHECK(figures.suspects(2) == "proceedings.review.total=11 ");
    }

    TEST_CASE("nothing is broken, nobody is suspected") { CHECK(Figures{}.suspects().empty()); }

    TEST_CASE("a cell that cannot be read clears its identity of suspects") {
        Figures figures;
        figures.set("applications.received.natural_person", 5).set("applications.received.total", 5);
        figures["applications.received.enterprise"].state = FigureState::unbound;
        figures.set("applications.granted.natural_person", 5).set("applications.granted.total", 5);
        figures.set("applications.results_total.natural_person", 5).set("applications.results_total.total", 4);
        figures["applications.results_total.enterprise"].state = FigureState::unbound;
        CHECK(figures.suspects().empty());
    }

    TEST_CASE("every single slip in a consistent table is found, with the value that was there") {
        std::mt19937 random{20210926};
        for (int round = 0; round < 20; ++round) {
            Figures figures = consistent(random);
            REQUIRE(figures.judgements().empty());
            const BlockSpec& block = figures.table().blocks[0];
            for (std::size_t i = 0; i < block.rows.size() * 7; ++i) {
                const auto index = static_cast<FigureIndex>(block.first_figure + i);
                Figure& figure = figures.document.figures[index];
                const Decimal was = figure.value;
                figure.value = figure.value + Decimal::of(1 + static_cast<int>(random() % 9));
                const auto found = find_suspects(figures.document, figures.table());
                REQUIRE(found.size() == 1);
                CHECK(found.front().figure == index);
                CHECK(found.front().value == was);
                figure.value = was;
            }
        }
    }

    TEST_CASE("two slips: both or, where other remedies exist, none") {
        std::mt19937 random{20191123};
        int both = 0;
        for (int round = 0; round < 200; ++round) {
            Figures figures = consistent(random);
            const BlockSpec& block = figures.table().blocks[0];
            const auto pick = [&] { return static_cast<FigureIndex>(block.first_figure + random() % (block.rows.size() * 7)); };
            const FigureIndex a = pick(), b = pick();
            if (a == b) continue;
            const Decimal was_a = figures.document.figures[a].value, was_b = figures.document.figures[b].value;
            figures.document.figures[a].value = was_a + Decimal::of(7);
            figures.document.figures[b].value = was_b + Decimal::of(3);
            const auto found = find_suspects(figures.document, figures.table());
            for (const Correction& at : found) figures.document.figures[at.figure].value = at.value;
            CHECK((found.empty() || figures.judgements().empty()));  // what is proposed mends the table
            both += found.size() == 2 && figures.document.figures[a].value == was_a && figures.document.figures[b].value == was_b ? 1 : 0;
        }
        CHECK(both > 150);
    }
}
