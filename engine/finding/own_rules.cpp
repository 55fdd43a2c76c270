// SPDX-License-Identifier: Apache-2.0
#include "engine/finding/own_rules.hpp"

namespace gouji::finding {
namespace {

RuleInfo waiver_unused() {
    RuleInfo rule;
    rule.id = "G801";
    rule.name = "waiver-unused";
    rule.severity = Severity::warning;
    rule.title = {"豁免未起作用", "A waiver waives nothing"};
    rule.what = {"豁免文件中的一条豁免没有对应任何检出。", "An entry of the waiver file matches no finding."};
    rule.why = {"问题改正之后仍留着的豁免，会把以后出现的同类问题一并放过。",
                "A waiver that outlives its finding would hide the next one of its kind."};
    rule.bad = {"报告中的错误已改正，豁免仍在", "the report was corrected, the waiver is still there"};
    rule.good = {"改正报告的同时删去豁免", "the waiver was removed together with the error"};
    rule.advice = {"删去这条豁免，或核对其规则、文件和位置。", "Remove the waiver, or check its rule, file pattern and place."};
    return rule;
}

RuleInfo waiver_expired() {
    RuleInfo rule;
    rule.id = "G802";
    rule.name = "waiver-expired";
    rule.severity = Severity::warning;
    rule.title = {"豁免已过期", "A waiver has expired"};
    rule.what = {"豁免写明的最后一日已过，不再起作用。", "The last day that the waiver names has passed; it no longer applies."};
    rule.why = {"有期限的豁免到期后须重新审核。", "A waiver with a last day has to be looked at again after it."};
    rule.bad = {"until = 2024-12-31（今天已过此日）", "until = 2024-12-31, and that day has passed"};
    rule.good = {"重新审核后写明新的日期，或改正报告并删去豁免",
                 "a new last day after a new look, or the report corrected and the waiver removed"};
    rule.advice = {"重新审核：改正报告，或写明新的最后一日。", "Look at it again: correct the report or set a new last day."};
    return rule;
}

RuleInfo baseline_stale() {
    RuleInfo rule;
    rule.id = "G803";
    rule.name = "baseline-stale";
    rule.severity = Severity::note;
    rule.title = {"基线中有已消失的检出", "The baseline lists findings that are gone"};
    rule.what = {"基线记录的检出在本次检查的报告中不再出现。", "Findings recorded in the baseline no longer occur in the reports checked."};
    rule.why = {"留着它们，同样的错误再次出现时不会被指出。", "While they stay, the same error would pass unseen if it came back."};
    rule.bad = {"改正报告后基线未更新", "reports were corrected, the baseline was not"};
    rule.good = {"改正报告后重新写基线", "the baseline was written anew after the correction"};
    rule.advice = {"用 --prune-baseline 从基线中删去它们。", "Take them out with --prune-baseline."};
    return rule;
}

RuleInfo waiver_malformed() {
    RuleInfo rule;
    rule.id = "G804";
    rule.name = "waiver-malformed";
    rule.severity = Severity::error;
    rule.title = {"豁免写得不对", "A waiver is malformed"};
    rule.what = {"豁免缺少规则或理由、日期不成立，或有不认识的键；它不起作用。",
                 "A waiver lacks its rule or its reason, has an impossible date or an unknown key; it waives nothing."};
    rule.why = {"没有理由的豁免无从审核，写错的豁免可能与本意不符。", "Without its reason nobody can judge a waiver; a wrong one may not do what was meant."};
    rule.bad = {"只写了 rule，没有写 reason", "a rule, and no reason"};
    rule.good = {"rule、reason 都写明", "both rule and reason"};
    rule.advice = {"照提示补全或改正这条豁免。", "Complete or correct the waiver."};
    return rule;
}

std::vector<RuleInfo> make_rules() {
    std::vector<RuleInfo> rules{waiver_unused(), waiver_expired(), baseline_stale(), waiver_malformed()};
    for (RuleInfo& rule : rules) {
        rule.pack = "gouji";
        rule.family = "G";
        rule.tags = {"housekeeping"};
    }
    return rules;
}

}  // namespace

const std::vector<RuleInfo>& own_rules() {
    static const std::vector<RuleInfo> rules = make_rules();
    return rules;
}

const RuleInfo& own_rule(OwnRule rule) { return own_rules()[static_cast<std::size_t>(rule)]; }

}  // namespace gouji::finding
