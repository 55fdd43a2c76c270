// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "engine/policy/fingerprint.hpp"
#include "engine/policy/siphash.hpp"

namespace gouji::policy {
namespace {

finding::RuleInfo rule_named(const char* id) {
    finding::RuleInfo rule;
    rule.id = id;
    return rule;
}

}  // namespace

TEST_CASE("the hash is SipHash-2-4-128 as published") {
    CHECK(to_hex(siphash128("")) == "a3817f04ba25a8e66df67214c7550293");
    CHECK(to_hex(siphash128(std::string_view{"\0", 1})) == "da87c1d86b99af44347659119b22fc45");
    CHECK(siphash128("12345678") != siphash128("123456789"));
}

TEST_CASE("a document is its folded agency and year; its path only where the agency is unknown") {
    CHECK(document_key({"a/x.txt", "甲县 乙镇人民政府", 2023}) == "甲县乙镇人民政府 2023");
    CHECK(document_key({"b/y.txt", "甲县乙镇人民政府", 2023}) == document_key({"a/x.txt", "甲县　乙镇人民政府", 2023}));
    CHECK(document_key({"x.txt", "甲县", std::nullopt}) == "甲县");
    CHECK(document_key({"x.txt", "", 2023}) == "x.txt 2023");
    CHECK(document_key({"x.txt", "", std::nullopt}) == "x.txt");
}

TEST_CASE("a fingerprint is made of rule, document, place and values, and of nothing else") {
    const auto rule = rule_named("T301");
    const auto other_rule = rule_named("T302");
    finding::Finding finding;
    finding.rule = &rule;
    finding.place.logical = "applications.balance.total";
    finding.fingerprint_key = "2+0=0+0";
    const std::string first = fingerprint(finding, "甲县 2023", 0);
    CHECK(first.size() == 32);

    SUBCASE("not of lines, wording, severity") {
        finding.place.span = {100, 120};
        finding.message = "another wording";
        finding.severity = finding::Severity::note;
        CHECK(fingerprint(finding, "甲县 2023", 0) == first);
    }
    SUBCASE("of the rule") {
        finding.rule = &other_rule;
        CHECK(fingerprint(finding, "甲县 2023", 0) != first);
    }
    SUBCASE("of the document") { CHECK(fingerprint(finding, "甲县 2022", 0) != first); }
    SUBCASE("of the place") {
        finding.place.logical = "applications.balance.enterprise";
        CHECK(fingerprint(finding, "甲县 2023", 0) != first);
    }
    SUBCASE("of the values") {
        finding.fingerprint_key = "3+0=0+0";
        CHECK(fingerprint(finding, "甲县 2023", 0) != first);
    }
    SUBCASE("of the occurrence") { CHECK(fingerprint(finding, "甲县 2023", 1) != first); }
    SUBCASE("and the parts do not run into each other") {
        finding.place.logical = std::string{finding.place.logical} + "2";
        finding.fingerprint_key = "+0=0+0";
        CHECK(fingerprint(finding, "甲县 2023", 0) != first);
    }
}

}  // namespace gouji::policy
