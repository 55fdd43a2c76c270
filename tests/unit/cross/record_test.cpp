// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "engine/binding/bind.hpp"
#include "engine/cross/record.hpp"
#include "grammar/parse.hpp"
#include "tests/unit/load_pack.hpp"

using namespace gouji;
using namespace gouji::cross;

namespace {

std::string slurp(const std::string& file) {
    std::ostringstream out;
    out << std::ifstream{file, std::ios::binary}.rdbuf();
    return out.str();
}

struct Bound {
    binding::Knowledge knowledge;
    text::SourceText source;
    grammar::Tree tree;
    model::Document document;

    explicit Bound(const std::string& file) {
        text::Problems problems;
        auto pack = tests::load_pack(GOUJI_ROOT "/rules/official", problems);
        REQUIRE(pack);
        knowledge.formats = std::move(pack->formats);
        model::add_lexicon(knowledge.lexicon, std::move(pack->lexicon));
        binding::compile(knowledge);
        source = text::SourceText{"a\"b\\c.txt", slurp(std::string{GOUJI_ROOT} + "/fixtures/reports/" + file)};
        tree = grammar::parse(source);
        document = binding::bind(source, tree, knowledge);
    }

    [[nodiscard]] std::string line() const {
        const std::string path = source.name();
        return write_record(make_record({&path, "text", "00ff", 12, &document}));
    }
};

}  // namespace

TEST_SUITE("record") {
    TEST_CASE("figures, places and what is known of the report come back") {
        for (const char* file : {"hekou-2023.txt", "liushu-2020.txt", "qingshi-2022.txt", "yunling-office-2021.txt"}) {
            CAPTURE(file);
            const Bound bound{file};
            const std::string line = bound.line();
            CHECK(line.find('\n') == std::string::npos);
            const auto record = read_record(line, bound.knowledge.formats);
            REQUIRE(record);
            CHECK(record->path() == bound.source.name());
            CHECK(path_of_record(line) == bound.source.name());
            CHECK(record->agency == bound.document.agency);
            CHECK(record->year == bound.document.year);
            CHECK(record->format == bound.document.format);
            REQUIRE(record->figures.size() == bound.document.figures.size());
            for (std::size_t i = 0; i < record->figures.size(); ++i) {
                const model::Figure& figure = bound.document.figures[i];
                CHECK(record->figures[i].state == figure.state);
                if (figure.state == model::FigureState::value) CHECK(record->figures[i].value == figure.value);
                if (figure.state != model::FigureState::value) continue;
                CHECK(record->source->slice(record->figures[i].span) == bound.source.slice(figure.span));
                const auto here = record->source->position(record->figures[i].span.begin);
                const auto there = bound.source.position(figure.span.begin);
                CHECK(here.line == there.line);
                CHECK(here.column == there.column);
            }
        }
    }
    TEST_CASE("a line that is no record, is cut off, or of another version of the format is a problem") {
        const Bound bound{"hekou-2023.txt"};
        const auto& formats = bound.knowledge.formats;
        std::string line = bound.line();
        CHECK_FALSE(read_record("", formats));
        CHECK_FALSE(read_record("{}", formats));
        CHECK_FALSE(read_record("[1]", formats));
        for (std::size_t cut = 0; cut + 1 < line.size(); cut += 97) CHECK_FALSE(read_record(line.substr(0, cut), formats));
        std::string other = line;
        other.replace(other.find(figure_set(*bound.document.format)), 4, "0000");
        CHECK_FALSE(read_record(other, formats));
        CHECK_FALSE(read_record(line, {}));
    }
    TEST_CASE("a record that was written and read writes the same line") {
        for (const char* file : {"hekou-2023.txt", "liushu-2020.txt", "qingshi-2022.txt", "yunling-office-2021.txt"}) {
            const Bound bound{file};
            const auto record = read_record(bound.line(), bound.knowledge.formats);
            REQUIRE(record);
            CHECK(write_record(*record) == bound.line());
        }
    }
    TEST_CASE("an input that gave no report") {
        text::Problem problem;
        problem.message = {"文件是空的", "the file is empty"};
        problem.file = "2023/\"a\".txt";
        problem.line = 3;
        const std::string line = write_unread(problem);
        CHECK(path_of_record(line) == problem.file);
        const auto read = read_unread(line);
        REQUIRE(read);
        CHECK(read->file == problem.file);
        CHECK(read->message.zh == problem.message.zh);
        CHECK(read->message.en == problem.message.en);
        CHECK(read->line == 3);
        CHECK_FALSE(read_unread("{}"));
        CHECK_FALSE(read_unread(Bound{"hekou-2023.txt"}.line()));
    }
    TEST_CASE("places that are not there do not lead out of the text") {
        const Bound bound{"hekou-2023.txt"};
        std::string line = bound.line();
        const std::size_t title = line.find("\"title\":[");
        line.replace(title, line.find(']', title) - title, "\"title\":[1,4000000000,4294967295");
        const auto record = read_record(line, bound.knowledge.formats);
        REQUIRE(record);
        CHECK(record->title.end <= record->source->utf8().size());
    }
}
