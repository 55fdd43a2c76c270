// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "unit/grammar/tree_text.hpp"

using namespace gouji;
using namespace gouji::tests;
using grammar::Layout;

TEST_CASE("columns aligned with spaces") {
    const Parsed parsed{"   一、表\n"
                        "              第（一）项\n"
                        "\n"
                        "       内容   本年甲数    本年乙数\n"
                        "\n"
                        "规章            0          12\n"
                        "规范性文件        1,234      5\n"
                        "   二、后\n"};
    CHECK(shape(parsed) == "PGP");
    REQUIRE(rows(parsed) == Lines{"第(一)项", "内容|本年甲数|本年乙数", "规章|0|12", "规范性文件|1,234|5"});
    CHECK(parsed.tree.grids[0].layout == Layout::aligned);
    CHECK(parsed.source.slice(parsed.tree.cells[8].span) == "1,234");
    CHECK(parsed.tree.cells[9].column == 2);
}

TEST_CASE("a header over several lines is put together by place, groups apart") {
    const Parsed parsed{"                   各类单位\n"
                        "           个人     商业 科研      总计\n"
                        "                  企业 机构\n"
                        "一、新收        2    0  1       3\n"
                        "二、结转        0    0  0       0\n"};
    CHECK(rows(parsed) == Lines{"各类单位", "个人|商业企业|科研机构|总计", "一、新收|2|0|1|3", "二、结转|0|0|0|0"});
    const auto& cells = parsed.tree.cells;
    CHECK(cells[0].column == 2);
    CHECK(cells[0].column_span == 2);
    CHECK(cells[1].column == 1);
    CHECK(cells[4].column == 4);
    CHECK(parsed.source.slice(cells[2].span) == "商业");
    CHECK(cells[5].column == 0);
    CHECK(cells[6].column == 1);
}

TEST_CASE("labels over several lines") {
    const Parsed parsed{"   1.甲类事项          1    0    1\n"
                        "   2.其他需要由本机关\n"
                        "     处理的事项\n"
                        "                   2    3    5\n"
                        "  （三）丙类\n"
                        "   3.丁类事项需要由其他   0    0    0\n"
                        "     机关处理的\n"
                        "   4.戊类事项          0    0    0\n"};
    CHECK(rows(parsed) == Lines{"1.甲类事项|1|0|1", "2.其他需要由本机关处理的事项|2|3|5", "(三)丙类", "3.丁类事项需要由其他机关处理的|0|0|0", "4.戊类事项|0|0|0"});
}

TEST_CASE("a group label numbered like a heading may stand between two rows, a heading may not") {
    CHECK(shape(Parsed{"甲       1    2\n三、结果\n乙       3    4\n"}) == "G");
    CHECK(shape(Parsed{"甲       1    2\n乙       3    4\n三、下一节\n内容     数量   备注\n丙       3    4\n丁       5    6\n"}) == "GPG");
}

TEST_CASE("figures that only single spaces part") {
    const Parsed parsed{"信息内容 本年制发件数 本年废止件数\n规章 0 0\n行政规范性文件 0 5\n第（五）项\n信息内容 处理决定数量\n行政许可 550\n三\n、\n结\n果\n（一）公开 0 1\n"};
    CHECK(rows(parsed) == Lines{"信息内容|本年制发件数|本年废止件数", "规章|0|0", "行政规范性文件|0|5", "第(五)项", "信息内容|处理决定数量", "行政许可|550",
                                "三、结果", "(一)公开|0|1"});
}

TEST_CASE("a header whose labels stand over other columns is read line by line") {
    const Parsed parsed{"（各列的关系为：第一项加第二项）  个人  各类单位  总计\n商业企业  科研机构\n一、新收  42  6  2  50\n二、结转  0  0  2  2\n"};
    CHECK(rows(parsed) == Lines{"(各列的关系为:第一项加第二项)|个人|各类单位|总计", "商业企业|科研机构", "一、新收|42|6|2|50", "二、结转|0|0|2|2"});
    CHECK(rows(Parsed{"（各列的关系为：第一项加第二项） 个人 各类单位 总计\n商业企业 科研机构\n一、新收 42 6 2 50\n二、结转 0 0 2 2\n"}) ==
          Lines{"(各列的关系为:第一项加第二项)|个人|各类单位|总计", "商业企业|科研机构", "一、新收|42|6|2|50", "二、结转|0|0|2|2"});
}

TEST_CASE("one long row makes a grid") {
    const Parsed parsed{"结果   结果    其他\n维持   纠正    结果\n\n0    1    0    0    0    0\n"};
    CHECK(rows(parsed) == Lines{"结果维持|结果纠正|其他结果", "0|1|0|0|0|0"});
}

TEST_CASE("a row with blank cells: figures keep the columns they stand under") {
    const Parsed parsed{"甲     1    2    3\n乙     4         5\n丙     6    7    8\n"};
    REQUIRE(rows(parsed) == Lines{"甲|1|2|3", "乙|4||5", "丙|6|7|8"});
    CHECK(parsed.tree.cells[5].column == 1);
    CHECK(parsed.tree.cells[7].column == 3);
}

TEST_CASE("prose with gaps and numbers is no grid") {
    CHECK(shape(Parsed{"我区在政府网站平台主动公开政府信息 1136\n条，比上年增加 25\n条。\n"}).find('G') == std::string::npos);
    CHECK(shape(Parsed{"联系人：某某    电话：0123-1234567\n地址：人民路    邮编：123456\n"}).find('G') == std::string::npos);
    CHECK(shape(Parsed{"0\n\n0\n\n12\n\n0\n"}).find('G') == std::string::npos);
    CHECK(shape(Parsed{"          青石镇人民政府\n          2031 年 1 月 20 日\n"}).find('G') == std::string::npos);
}

TEST_CASE("page marks inside an aligned grid are breaks") {
    CHECK(rows(Parsed{"甲     1    2\n\n            - 2 -\n乙     3    4\n"}) == Lines{"甲|1|2", "~乙|3|4"});
}

TEST_CASE("columns aligned for a screen, where a Chinese character is two columns wide") {
    const Parsed parsed{"内容                                  甲类数量   乙类数量   丙类数量\n"
                        "一、这一行的名称相当长所以占了很多列  1                     3\n"
                        "二、短                                4          5          6\n"
                        "三、也短                              7          8          9\n"};
    REQUIRE(parsed.tree.grids.size() == 1);
    CHECK(rows(parsed) == Lines{"内容|甲类数量|乙类数量|丙类数量", "一、这一行的名称相当长所以占了很多列|1||3", "二、短|4|5|6", "三、也短|7|8|9"});
    CHECK(parsed.tree.cells[5].column == 1);
    CHECK(parsed.tree.cells[7].column == 3);
}
