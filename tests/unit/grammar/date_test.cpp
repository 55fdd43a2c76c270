// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "unit/grammar/tree_text.hpp"

using namespace gouji;
using namespace gouji::tests;

namespace {

std::string show(const grammar::Date& date) {
    return std::to_string(date.year) + "-" + std::to_string(date.month) + "-" + std::to_string(date.day);
}

Lines dates(const char* text) {
    const Parsed parsed{text};
    Lines lines;
    for (const auto& d : parsed.tree.dates) lines.push_back(show(d.date));
    return lines;
}

// "2031-1-1..2031-12-31 自…止"
Lines ranges(const char* text) {
    const Parsed parsed{text};
    Lines lines;
    for (const auto& r : parsed.tree.date_ranges) lines.push_back(show(r.from) + ".." + show(r.to) + " " + parsed.prose(r.prose));
    return lines;
}

}  // namespace

TEST_CASE("dates") {
    CHECK(dates("2031年1月20日发布。") == Lines{"2031-1-20"});
    CHECK(dates("2031 年 1 月 20 号发布，2031年度，7月。") == Lines{"2031-1-20", "2031-0-0", "0-7-0"});
    CHECK(dates("二〇三一年十二月三十一日") == Lines{"2031-12-31"});
    CHECK(dates("２０３１年１月") == Lines{"2031-1-0"});
    CHECK(dates("2031-01-20 16:34，2031.1.5，2031/12/31") == Lines{"2031-1-20", "2031-1-5", "2031-12-31"});
    CHECK(dates("三月五日") == Lines{"0-3-5"});
}

TEST_CASE("what is no date") {
    CHECK(dates("2031-2035，13月，3个月，1.5，3340年，2031.13.45，0月") == Lines{});
    CHECK(dates("《2031年工作要点》") == Lines{});
    CHECK(dates("2031年13月") == Lines{"2031-0-0"});
    CHECK(dates("2031年7月15件") == Lines{"2031-7-0"});
}

TEST_CASE("spans of time") {
    CHECK(ranges("统计期限自 2031 年 1 月 1 日起至 2031 年 12 月 31 日止。") == Lines{"2031-1-1..2031-12-31 自2031年1月1日起至2031年12月31日止"});
    CHECK(ranges("统计期限为2031年1月1日至12月31日。") == Lines{"2031-1-1..2031-12-31 2031年1月1日至12月31日"});
    CHECK(ranges("从2031年1月1日到12月31日止。") == Lines{"2031-1-1..2031-12-31 从2031年1月1日到12月31日止"});
    CHECK(ranges("2031.1.1-2031.12.31") == Lines{"2031-1-1..2031-12-31 2031.1.1-2031.12.31"});
    CHECK(ranges("2031年1月1日—2031年12月31日") == Lines{"2031-1-1..2031-12-31 2031年1月1日-2031年12月31日"});
    CHECK(ranges("2031年1月1日起，至12月31日止") == Lines{"2031-1-1..2031-12-31 2031年1月1日起,至12月31日止"});
    CHECK(ranges("2031年1月至12月") == Lines{"2031-1-0..2031-12-0 2031年1月至12月"});
    CHECK(ranges("2031年1-12月") == Lines{"2031-1-0..2031-12-0 2031年1-12月"});
    CHECK(ranges("2027-2031年") == Lines{"2027-0-0..2031-0-0 2027-2031年"});
    CHECK(ranges("1月1日至31日") == Lines{"0-1-1..0-1-31 1月1日至31日"});
    CHECK(ranges("二〇三一年一月一日至十二月三十一日") == Lines{"2031-1-1..2031-12-31 二〇三一年一月一日至十二月三十一日"});
    CHECK(ranges("2031年1月1日至今") == Lines{});
    CHECK(ranges("2031年，2030年") == Lines{});
}

TEST_CASE("a date in a span of time is mentioned as it is written") {
    CHECK(dates("自2031年1月1日起至12月31日止") == Lines{"2031-1-1", "0-12-31"});
}

TEST_CASE("dates know their sentence") {
    const Parsed parsed{"概况。2031年有序。自2030年1月1日至2030年12月31日。"};
    CHECK(parsed.tree.dates[0].sentence == 1);
    CHECK(parsed.tree.date_ranges[0].sentence == 2);
}
