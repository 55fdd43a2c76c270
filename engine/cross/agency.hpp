// SPDX-License-Identifier: Apache-2.0
// Who a report is of. Names of one agency differ in writing (县人民政府 and 县政府, 委员会 and 委); names of two agencies may differ
// by little (a government and its office). Only what is certain is made equal; the rest is for the table of the configuration.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gouji::cross {

struct AgencyName {
    std::string key;     // equal for two ways of writing one agency; empty where there is no name
    std::string region;  // 某省某市某县; empty where the name has none
    std::string level;   // "province", "city", "county", "township", "office", "unit"
};

[[nodiscard]] AgencyName read_agency(std::string_view name);

// Whether `full` is `brief` with a region in front: 清湖县石桥镇, 石桥镇. Alone that proves nothing: many counties have a 城关镇.
[[nodiscard]] bool has_region_before(std::string_view full, std::string_view brief);

// What the configuration says of agencies: other and earlier names, and who stands above whom.
struct AgencyTable {
    std::map<std::string, std::string> other_names;               // key → key
    std::map<std::string, std::vector<std::string>> subordinates;  // key → names as written
    std::map<std::string, std::string> shown;                     // key → name as written

    void add_name(std::string_view name, std::string_view other);
    void add_subordinate(std::string_view superior, std::string_view subordinate);
    [[nodiscard]] std::string key_of(std::string_view name) const;
};

}  // namespace gouji::cross
