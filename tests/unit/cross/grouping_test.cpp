// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "engine/cross/grouping.hpp"

using namespace gouji::cross;

namespace {

Entry entry(std::string path, std::string_view agency, std::optional<int> year) {
    Entry entry;
    entry.path = std::move(path);
    entry.agency = read_agency(agency).key;
    if (year) entry.year = static_cast<std::int16_t>(*year);
    return entry;
}

}  // namespace

TEST_SUITE("grouping") {
    TEST_CASE("a series is one agency's reports by year") {
        std::vector<Entry> entries{entry("a", "清湖县政府", 2023), entry("b", "清湖县教育局", 2022), entry("c", "清湖县人民政府", 2021),
                                   entry("d", "清湖县人民政府", std::nullopt), entry("e", "", 2020)};
        const auto series = find_series(entries);
        REQUIRE(series.size() == 1);
        CHECK(series.front().reports == Members{2, 0});
        CHECK(series.front().undated == 1);
    }
    TEST_CASE("of files that are the same, one takes part") {
        std::vector<Entry> entries{entry("a", "清湖县政府", 2023), entry("b", "清湖县政府", 2023), entry("c", "清湖县政府", 2023), entry("d", "清湖县政府", 2022)};
        for (Entry& each : entries) each.content = 7;
        entries[2].content = 8;
        mark_copies(entries);
        const auto series = find_series(entries);
        REQUIRE(series.size() == 1);
        CHECK(series.front().reports == Members{3, 0, 2});
    }
    TEST_CASE("a short name becomes the full one only where that is certain") {
        std::vector<Entry> sure{entry("x/2022.txt", "石桥镇人民政府", 2022), entry("x/2023.txt", "清湖县石桥镇人民政府", 2023)};
        complete_names(sure);
        CHECK(sure[0].agency == sure[1].agency);

        std::vector<Entry> same_year{entry("x/a.txt", "石桥镇人民政府", 2023), entry("x/b.txt", "清湖县石桥镇人民政府", 2023)};
        complete_names(same_year);
        CHECK(same_year[0].agency != same_year[1].agency);

        std::vector<Entry> two{entry("x/a.txt", "石桥镇人民政府", 2022), entry("x/b.txt", "清湖县石桥镇人民政府", 2023),
                               entry("x/c.txt", "河口县石桥镇人民政府", 2023)};
        complete_names(two);
        CHECK(two[0].agency == "石桥镇");

        std::vector<Entry> far{entry("p/x/a.txt", "石桥镇人民政府", 2022), entry("q/y/b.txt", "清湖县石桥镇人民政府", 2023)};
        complete_names(far);
        CHECK(far[0].agency == "石桥镇");
    }
    TEST_CASE("a superior with the subordinates of its year; two reports of one are none") {
        AgencyTable table;
        table.add_subordinate("清湖县人民政府", "清湖县石桥镇人民政府");
        table.add_subordinate("清湖县人民政府", "清湖县柳河镇人民政府");
        std::vector<Entry> entries{entry("a", "清湖县政府", 2023), entry("b", "清湖县石桥镇政府", 2023), entry("c", "清湖县柳河镇政府", 2023),
                                   entry("d", "清湖县柳河镇政府", 2023), entry("e", "清湖县石桥镇政府", 2022)};
        const auto groups = find_hierarchies(entries, table);
        REQUIRE(groups.size() == 1);
        CHECK(groups.front().superior == 0);
        CHECK(groups.front().subordinates == Members{1});
        CHECK(groups.front().missing == std::vector<std::string>{"清湖县柳河镇人民政府"});
    }
    TEST_CASE("alike are reports of other agencies or years, each with its nearest") {
        std::vector<Entry> entries{entry("a", "甲局", 2022), entry("b", "甲局", 2023), entry("c", "乙局", 2023), entry("d", "甲局", 2023)};
        std::string text;
        for (int i = 0; i < 200; ++i) text += "县" + std::string(1, static_cast<char>('a' + i % 26)) + std::string(1, static_cast<char>('a' + i / 8));
        for (Entry& each : entries) each.prose.add_paragraph(text);
        const auto pairs = find_like(entries);
        REQUIRE(pairs.size() == 3);
        for (const LikePair& pair : pairs) CHECK(pair.original == 0);
    }
}
