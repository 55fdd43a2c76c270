// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "engine/cross/agency.hpp"

using namespace gouji::cross;

namespace {

bool same(std::string_view a, std::string_view b) { return read_agency(a).key == read_agency(b).key; }

}  // namespace

TEST_SUITE("agency") {
    TEST_CASE("ways of writing one agency") {
        CHECK(same("清湖县人民政府", "清湖县政府"));
        CHECK(same("清湖县石桥镇人民政府", "清湖县石桥镇"));
        CHECK(same("清湖县人民政府办公室", "清湖县政府办公室"));
        CHECK(same("清湖县发展和改革委员会", "清湖县发展改革委"));
        CHECK(same("清湖区河东街道办事处", "清湖区河东街道"));
        CHECK(same("清湖县人民政府教育局", "清湖县教育局"));
    }
    TEST_CASE("two agencies stay two") {
        CHECK_FALSE(same("清湖县人民政府", "清湖县人民政府办公室"));
        CHECK_FALSE(same("清湖县石桥镇人民政府", "清湖县石桥乡人民政府"));
        CHECK_FALSE(same("清湖县人民政府", "清湖区人民政府"));
        CHECK_FALSE(same("和田县人民政府", "田县人民政府"));
    }
    TEST_CASE("level and region") {
        CHECK(read_agency("清湖县石桥镇人民政府").level == "township");
        CHECK(read_agency("清湖县石桥镇人民政府").region == "清湖县");
        CHECK(read_agency("清湖县人民政府").level == "county");
        CHECK(read_agency("清湖县人民政府").region == "");
        CHECK(read_agency("滨江市清湖区教育局").region == "滨江市清湖区");
        CHECK(read_agency("滨江市清湖区教育局").level == "unit");
        CHECK(read_agency("清湖县郑旗乡人民政府").region == "清湖县");
        CHECK(read_agency("滨江省人民政府办公厅").level == "office");
        CHECK(read_agency("").key == "");
    }
    TEST_CASE("a region before a short name") {
        CHECK(has_region_before("清湖县石桥镇", "石桥镇"));
        CHECK_FALSE(has_region_before("新石桥镇", "石桥镇"));
        CHECK_FALSE(has_region_before("石桥镇", "石桥镇"));
    }
    TEST_CASE("earlier names of the table, also two in a row and in a circle") {
        AgencyTable table;
        table.add_name("清湖区人民政府", "清湖县人民政府");
        table.add_name("清湖县人民政府", "老清湖县人民政府");
        CHECK(table.key_of("老清湖县政府") == table.key_of("清湖区人民政府"));
        table.add_name("甲局", "乙局");
        table.add_name("乙局", "甲局");
        CHECK_FALSE(table.key_of("甲局").empty());
    }
}
