// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/binding/official_pack.hpp"

using namespace gouji;
using tests::Structured;

namespace {

std::string text_of(grammar::Date date) {
    return std::to_string(date.year) + '-' + std::to_string(date.month) + '-' + std::to_string(date.day);
}

std::string period_of(const std::string& text) {
    const Structured report{"清湖县2023年政府信息公开工作年度报告\n\n" + text};
    const auto& period = report.document.period;
    return period ? text_of(period->from) + " " + text_of(period->to) : "none";
}

std::string published_of(const std::string& text) {
    const Structured report{"清湖县2023年政府信息公开工作年度报告\n" + text};
    const auto& published = report.document.published;
    return published ? text_of(published->date) : "none";
}

}  // namespace

TEST_SUITE("dates of a report") {
    TEST_CASE("the statistical period") {
        CHECK(period_of("所列数据的统计期限为2023年1月1日至2023年12月31日。\n") == "2023-1-1 2023-12-31");
        CHECK(period_of("统计期限自2023年1月1日起至12月31日止。\n") == "2023-1-1 2023-12-31");
        CHECK(period_of("统计期限从1月1日至12月31日。\n") == "2023-1-1 2023-12-31");
        CHECK(period_of("统计期限为2022年1月1日至2022年12月31日。\n") == "2022-1-1 2022-12-31");
        CHECK(period_of("本报告反映2023年1月1日至2023年12月31日的情况。\n\n一、总体情况\n\n略。\n") == "2023-1-1 2023-12-31");
    }
    TEST_CASE("a period that was cut off is none") {
        CHECK(period_of("统计期限为2023年1月1日至2023年\n\n一、总体情况\n\n略。\n") == "none");
        CHECK(period_of("统计期限为2023年1月1日至2023年。\n") == "2023-1-1 2023-0-0");
    }
    TEST_CASE("other ranges are no period") {
        CHECK(period_of("一、总体情况\n\n2023年3月1日至2023年5月31日开展检查。\n") == "none");
        CHECK(period_of("一、总体情况\n\n略。\n\n二、主动公开政府信息情况\n\n2023年1月1日至2023年12月31日公开。\n") == "none");
        CHECK(period_of("一、总体情况\n\n2023年平稳。\n") == "none");
    }
    TEST_CASE("date of publication") {
        CHECK(published_of("发布时间: 2024-01-20 16:34\n一、总体情况\n略。\n") == "2024-1-20");
        CHECK(published_of("发布日期：2024年1月20日\n一、总体情况\n略。\n") == "2024-1-20");
        CHECK(published_of("一、总体情况\n略。\n\n六、其他需要报告的事项\n\n无。\n\n清湖县人民政府\n\n2024年1月20日\n") == "2024-1-20");
        CHECK(published_of("一、总体情况\n\n2024年1月20日召开会议。\n") == "none");
    }
}
