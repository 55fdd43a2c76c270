// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "unit/grammar/tree_text.hpp"

using namespace gouji;
using namespace gouji::tests;

namespace {

// "100=60+40", with "!" behind for a wording that leaves nothing out, "?" for 其中.
Lines breakdowns(const char* text) {
    const Parsed parsed{text};
    Lines lines;
    for (const auto& b : parsed.tree.breakdowns) {
        std::string line = parsed.tree.quantities[b.whole].value.to_string() + "=";
        for (std::size_t i = 0; i < b.parts.size(); ++i) line += (i == 0 ? "" : "+") + parsed.tree.quantities[b.parts[i]].value.to_string();
        lines.push_back(line + (b.among ? "?" : "") + (b.complete ? "!" : ""));
    }
    return lines;
}

}  // namespace

TEST_CASE("a whole and its parts") {
    CHECK(breakdowns("共公开信息100条，其中，网站公开60条，微信公开40条。") == Lines{"100=60+40?"});
    CHECK(breakdowns("公开信息100条，其中网站60条、微信40条。") == Lines{"100=60+40?"});
    CHECK(breakdowns("公开信息124条，其中网站公开24条，主要有政策；微信公开41条，主要有动态；公示栏公开52条。") == Lines{"124=24+41+52?"});
    CHECK(breakdowns("共收到申请12件，分别为自然人10件、企业2件。") == Lines{"12=10+2!"});
    CHECK(breakdowns("共收到申请12件，包括网上8件，信函4件。") == Lines{"12=8+4"});
    CHECK(breakdowns("共收到申请12件（其中网上8件，信函4件），均已办结。") == Lines{"12=8+4?"});
    CHECK(breakdowns("公开100条，其中网站60条，占60%，微信40条，占40%。") == Lines{"100=60+40?"});
    CHECK(breakdowns("公开100条，其中网站60条（含图片5条），微信40条（含视频7条）。") == Lines{"100=60+40?"});
    CHECK(breakdowns("公开100条，其中网站、微信分别为60条、40条。") == Lines{"100=60+40?!"});
}

TEST_CASE("two breakdowns in one sentence") {
    CHECK(breakdowns("公开100条，其中网站60条，微信40条；收到申请5件，其中网上3件，信函2件。") == Lines{"100=60+40?", "5=3+2?"});
    CHECK(breakdowns("发布10件，其中甲类6件，乙类4件；办理8件，其中丙类5件，丁类3件。") == Lines{"10=6+4?", "8=5+3?"});
}

TEST_CASE("numbers that stand beside one another are no breakdown") {
    CHECK(breakdowns("发布政策性文件52件，解读52件；图片解读47件，文字解读5件。") == Lines{});
    CHECK(breakdowns("公开信息100条。其中网站60条，微信40条。") == Lines{});
    CHECK(breakdowns("公开100条，其中网站60条。") == Lines{});
    CHECK(breakdowns("公开100条，办理12件，其中网上8件，信函4件。") == Lines{"12=8+4?"});
    CHECK(breakdowns("公开100条，培训3次，其中网站60条，微信40条。") == Lines{});
}

TEST_CASE("where parts can't be told from explanations there is no breakdown") {
    CHECK(breakdowns("公开100条，其中网站60条，涉及教育20条，医疗30条。") == Lines{});
    CHECK(breakdowns("公开100条，其中网站60条，微信40条，较上年增加20条。") == Lines{});
    CHECK(breakdowns("公开100条，其中网站60条，其中图片20条，视频40条。") == Lines{});
    CHECK(breakdowns("公开100条，其中网站60条、图片5条，微信40条。") == Lines{});
    CHECK(breakdowns("公开100条，其中网站60条，图片20条；微信40条。") == Lines{});
    CHECK(breakdowns("较上年增加20条，其中网站12条，微信8条。") == Lines{});
}
