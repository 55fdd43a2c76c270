// SPDX-License-Identifier: Apache-2.0
#include "engine/cross/agency.hpp"

#include <algorithm>
#include <array>

#include "grammar/text/folded_text.hpp"

namespace gouji::cross {

namespace {

struct Word {
    std::string_view text;
    std::string_view meaning;
};

// Longer words first, where one ends with the other.
constexpr std::array rewritten{
    Word{"中华人民共和国", ""}, Word{"人民政府办公厅", "府办"}, Word{"人民政府办公室", "府办"}, Word{"政府办公厅", "府办"},
    Word{"政府办公室", "府办"}, Word{"街道办事处", "街道"}, Word{"管理委员会", "管委会"}, Word{"委员会", "委"}, Word{"人民政府", ""},
};
constexpr std::array dropped{Word{"和", ""}, Word{"与", ""}};  // 发展和改革局, 发展改革局; not in the name of a place
constexpr std::string_view government = "政府";
constexpr std::string_view office = "府办";

constexpr std::array levels{
    Word{"省", "province"}, Word{"自治区", "province"}, Word{"市", "city"}, Word{"州", "city"}, Word{"盟", "city"}, Word{"地区", "city"},
    Word{"县", "county"}, Word{"区", "county"}, Word{"旗", "county"}, Word{"乡", "township"}, Word{"镇", "township"},
    Word{"街道", "township"}, Word{"苏木", "township"},
};
constexpr std::array municipalities{std::string_view{"北京市"}, std::string_view{"上海市"}, std::string_view{"天津市"}, std::string_view{"重庆市"}};
constexpr std::array region_ends{std::string_view{"自治区"}, std::string_view{"省"}, std::string_view{"市"}, std::string_view{"州"},
                                 std::string_view{"盟"}, std::string_view{"县"}, std::string_view{"区"}, std::string_view{"旗"}};
constexpr std::size_t han = 3;  // bytes of a Chinese character

std::string replace_all(std::string text, const Word& word) {
    for (std::size_t at = text.find(word.text); at != std::string::npos; at = text.find(word.text, at + word.meaning.size())) {
        text.replace(at, word.text.size(), word.meaning);
    }
    return text;
}

std::string level_of(std::string_view key) {
    if (key.ends_with(office)) return "office";
    if (std::find(municipalities.begin(), municipalities.end(), key) != municipalities.end()) return "province";
    for (const Word& level : levels) {
        if (key.ends_with(level.text) && !(level.text == "区" && (key.ends_with("自治区") || key.ends_with("地区")))) return std::string{level.meaning};
    }
    return "unit";
}

// Where the next part of a region ends: 清湖县|石桥镇. A place has a name of two characters, a county may have one.
std::size_t region_part(std::string_view rest) {
    for (std::size_t at = han; at < rest.size(); ++at) {
        for (const std::string_view end : region_ends) {
            if (!rest.substr(at).starts_with(end)) continue;
            if (at < 2 * han && end != "县") continue;
            return at + end.size();
        }
    }
    return 0;
}

std::string region_of(std::string_view key) {
    std::size_t at = 0;
    while (const std::size_t part = region_part(key.substr(at))) {
        if (at + part + han > key.size()) break;  // the last part is the agency itself
        at += part;
    }
    return std::string{key.substr(0, at)};
}

}  // namespace

AgencyName read_agency(std::string_view name) {
    AgencyName agency;
    agency.key = text::fold_label(name);
    for (const Word& word : rewritten) agency.key = replace_all(std::move(agency.key), word);
    if (agency.key.ends_with(government) && agency.key.size() > government.size()) agency.key.erase(agency.key.size() - government.size());
    agency.region = region_of(agency.key);
    agency.level = level_of(agency.key);
    if (agency.level != "unit") return agency;
    std::string own = agency.key.substr(agency.region.size());
    for (const Word& word : dropped) own = replace_all(std::move(own), word);
    agency.key = agency.region + own;
    return agency;
}

bool has_region_before(std::string_view full, std::string_view brief) {
    if (brief.empty() || full.size() <= brief.size() || !full.ends_with(brief)) return false;
    const std::string_view before = full.substr(0, full.size() - brief.size());
    return std::any_of(region_ends.begin(), region_ends.end(), [&](std::string_view end) { return before.ends_with(end) && before.size() > end.size(); });
}

void AgencyTable::add_name(std::string_view name, std::string_view other) {
    const std::string key = read_agency(name).key;
    shown.emplace(key, name);
    if (const std::string from = read_agency(other).key; from != key) other_names[from] = key;
}

void AgencyTable::add_subordinate(std::string_view superior, std::string_view subordinate) {
    const std::string key = key_of(superior);
    shown.emplace(key, superior);
    auto& list = subordinates[key];
    if (std::find(list.begin(), list.end(), subordinate) == list.end()) list.emplace_back(subordinate);
}

std::string AgencyTable::key_of(std::string_view name) const {
    std::string key = read_agency(name).key;
    for (int step = 0; step < 8; ++step) {  // a name that was changed twice; a circle ends too
        const auto other = other_names.find(key);
        if (other == other_names.end()) break;
        key = other->second;
    }
    return key;
}

}  // namespace gouji::cross
