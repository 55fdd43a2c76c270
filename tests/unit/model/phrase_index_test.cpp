// SPDX-License-Identifier: Apache-2.0
#include "engine/model/phrase_index.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using gouji::model::PhraseIndex;

namespace {

std::vector<std::string> found(const PhraseIndex& index, const std::string& text) {
    std::vector<PhraseIndex::Hit> hits;
    index.find(text, hits);
    std::vector<std::string> out;
    for (const auto& hit : hits) {
        out.push_back(std::to_string(hit.set) + "." + std::to_string(hit.phrase) + "@" + std::to_string(hit.begin) + ":" +
                      text.substr(hit.begin, hit.end - hit.begin));
    }
    return out;
}

using Found = std::vector<std::string>;

}  // namespace

TEST_SUITE("phrase index") {
    TEST_CASE("finds phrases of one and of several characters, nested and overlapping") {
        PhraseIndex index;
        index.add({"申请", "信息公开申请", "件"});
        index.add({"公开申请人"});
        CHECK(found(index, "收到信息公开申请人三件") == Found{"0.1@6:信息公开申请", "1.0@12:公开申请人", "0.0@18:申请", "0.2@30:件"});
    }
    TEST_CASE("the same phrase in two sets is found for both, in order of the sets") {
        PhraseIndex index;
        index.add({"复议"});
        index.add({"诉讼", "复议"});
        CHECK(found(index, "复议") == Found{"0.0@0:复议", "1.1@0:复议"});
    }
    TEST_CASE("longer and shorter phrases with one start come in order of the set") {
        PhraseIndex index;
        index.add({"上年结转", "上"});
        index.add({"上年"});
        CHECK(found(index, "上年结转") == Found{"0.0@0:上年结转", "0.1@0:上", "1.0@0:上年"});
    }
    TEST_CASE("phrases are folded") {
        PhraseIndex index;
        index.add({"１２ 件，"});
        CHECK(found(index, "共12件,") == Found{"0.0@3:12件,"});
    }
    TEST_CASE("nothing is found past the end, in an empty text or with an empty index") {
        PhraseIndex index;
        CHECK(found(index, "信息公开").empty());
        index.add({"", "公开申请"});
        CHECK(index.set_count() == 1);
        CHECK(found(index, "").empty());
        CHECK(found(index, "信息公开").empty());
        CHECK(found(index, "公").empty());
    }
    TEST_CASE("keeps its phrases when it grows") {
        PhraseIndex index;
        std::vector<std::string> phrases;
        for (int i = 0; i < 500; ++i) phrases.push_back("第" + std::to_string(i) + "号");
        index.add(phrases);
        std::size_t missing = 0;
        for (const std::string& phrase : phrases) missing += found(index, "见" + phrase + "。").size() == 1 ? 0 : 1;
        CHECK(missing == 0);
    }
}
