// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <set>

#include "engine/kit/mutation.hpp"

namespace gouji::kit {

namespace {

struct Tally {
    std::size_t killed = 0, survived = 0, allowed = 0;
    void add(const Mutant& mutant) {
        ++(mutant.killed() ? killed : mutant.allowed ? allowed : survived);
    }
    [[nodiscard]] std::size_t counted() const { return killed + survived; }
};

struct Words {
    bool english;
    [[nodiscard]] std::string_view in(std::string_view zh, std::string_view en) const { return english ? en : zh; }
};

std::string_view kind_name(MutantKind kind, const Words& words) {
    switch (kind) {
        case MutantKind::figure: return words.in("表中数值", "figures");
        case MutantKind::claim: return words.in("正文数字", "numbers of the prose");
        case MutantKind::section: return words.in("整节删除", "sections");
    }
    return "";
}

// What was not noticed: misses with "survived", what no identity could tell in one line.
void add_survivors(std::string& out, const MutationResult& result, const Words& words) {
    std::set<std::string> untold;
    for (const Mutant& mutant : result.mutants) {
        const std::string where = fmt::format("{} {}:{}  {}  {}", kind_name(mutant.kind, words), result.base, mutant.line, mutant.what, mutant.change);
        if (mutant.missed()) out += fmt::format("    survived  {}\n", where);
        else if (!mutant.killed() && !mutant.allowed) untold.insert(mutant.what);
        if (mutant.suspects == SuspectVerdict::wrong) out += fmt::format("    {}  {}\n", words.in("疑点不对", "wrong suspects"), where);
    }
    if (!untold.empty()) {
        out += fmt::format("    {}{}\n", words.in("不在任何勾稽关系里、单独改动看不出来的数值：", "figures in no identity, whose change alone cannot show: "),
                           fmt::join(untold, words.in("、", ", ")));
    }
}

void add_kind(std::string& out, MutantKind kind, const Tally& tally, const Words& words) {
    if (tally.counted() == 0) return;
    out += fmt::format("    {}: {} / {} killed", kind_name(kind, words), tally.killed, tally.counted());
    if (tally.allowed != 0) out += fmt::format(fmt::runtime(words.in("，另有 {} 个改成了表中同样成立的值", ", and {} changed to another value that the table bears out")), tally.allowed);
    out += '\n';
}

void add_identities(std::string& out, const std::vector<Mutant>& mutants, const Words& words) {
    Tally identities;
    std::map<SuspectVerdict, std::size_t> verdicts;
    for (const Mutant& mutant : mutants) {
        if (!mutant.has_identity) continue;
        identities.add(mutant);
        ++verdicts[mutant.suspects];
    }
    if (identities.counted() == 0) return;
    const std::size_t ambiguous = verdicts[SuspectVerdict::ambiguous];
    out += fmt::format(fmt::runtime(words.in("    其中在勾稽关系里的数值: {} / {} killed；疑点指对 {} / {}，另 {} 个有几种同样小的解释，不指疑点\n",
                                             "    of these, figures in identities: {} / {} killed; right suspects {} / {}, {} more have several equally small explanations and name none\n")),
                       identities.killed, identities.counted(), verdicts[SuspectVerdict::right], identities.counted() - ambiguous, ambiguous);
}

void add_mutants(std::string& out, const std::vector<Mutant>& mutants, const Words& words) {
    std::array<Tally, 3> tallies{};
    for (const Mutant& mutant : mutants) tallies[static_cast<std::size_t>(mutant.kind)].add(mutant);
    for (const MutantKind kind : {MutantKind::figure, MutantKind::claim, MutantKind::section}) add_kind(out, kind, tallies[static_cast<std::size_t>(kind)], words);
    add_identities(out, mutants, words);
}

// All cases together: their claims are what the pack says it understands.
void add_cases(std::string& out, const std::vector<MutationResult>& results, const Words& words) {
    std::vector<Mutant> all;
    std::string survivors;
    std::size_t not_compared = 0, cases = 0;
    for (const MutationResult& result : results) {
        if (!result.is_case) continue;
        ++cases;
        not_compared += result.not_compared;
        all.insert(all.end(), result.mutants.begin(), result.mutants.end());
        add_survivors(survivors, result, words);
    }
    if (cases == 0) return;
    out += fmt::format(fmt::runtime(words.in("用例（{} 个有陈述的）\n", "cases ({} with claims)\n")), cases);
    add_mutants(out, all, words);
    out += fmt::format(fmt::runtime(words.in("    不作比较的数字（他年、他方、表中没有的）: {}\n", "    numbers not compared (another year or body, not in the tables): {}\n")), not_compared);
    out += survivors;
}

// A rule's survivors: changes that it let pass of something of which it noticed another change.
void add_rules(std::string& out, const std::vector<MutationResult>& results, const Words& words) {
    std::map<std::string, std::set<std::string>> scope;
    std::map<std::string, Tally> tallies;
    for (const MutationResult& result : results) {
        for (const Mutant& mutant : result.mutants) {
            for (const std::string& rule : mutant.noticed) scope[rule].insert(mutant.what);
        }
    }
    for (const MutationResult& result : results) {
        for (const Mutant& mutant : result.mutants) {
            for (const auto& [rule, things] : scope) {
                if (std::find(mutant.noticed.begin(), mutant.noticed.end(), rule) != mutant.noticed.end()) ++tallies[rule].killed;
                else if (things.contains(mutant.what) && !mutant.allowed) ++tallies[rule].survived;
            }
        }
    }
    out += fmt::format("{}\n", words.in("各规则：发现 / 同一数值的其他改动未由它发现", "by rule: noticed / other changes of the same figures that it let pass"));
    for (const auto& [rule, tally] : tallies) out += fmt::format("    {:<8} killed {:>5}   survived {:>5}\n", rule, tally.killed, tally.survived);
}

}  // namespace

std::string describe(const std::vector<MutationResult>& results, bool english) {
    const Words words{english};
    std::string out;
    for (const MutationResult& result : results) {
        if (result.is_case) continue;
        out += result.base + "\n";
        add_mutants(out, result.mutants, words);
        if (result.not_compared != 0) out += fmt::format("    {}: {}\n", words.in("不作比较的正文数字", "numbers of the prose not compared"), result.not_compared);
        for (const std::string& finding : result.clean) out += fmt::format("    {} {}\n", words.in("底稿本身就有检出：", "the base itself has a finding:"), finding);
        add_survivors(out, result, words);
    }
    add_cases(out, results, words);
    add_rules(out, results, words);
    return out;
}

}  // namespace gouji::kit
