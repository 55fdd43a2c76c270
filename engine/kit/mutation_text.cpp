// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>

#include "engine/kit/mutation.hpp"

namespace gouji::kit {

namespace {

struct Tally {
    std::size_t all = 0;
    std::size_t killed = 0;
    void add(const Mutant& mutant) {
        ++all;
        killed += mutant.killed() ? 1 : 0;
    }
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

void add_survivors(std::string& out, const MutationResult& result, const Words& words) {
    for (const Mutant& mutant : result.mutants) {
        if (!mutant.killed()) out += fmt::format("    survived  {} {}:{}  {}  {}\n", kind_name(mutant.kind, words), result.base, mutant.line, mutant.what, mutant.change);
        if (mutant.suspects == Mutant::Suspects::wrong) {
            out += fmt::format("    {}  {}:{}  {}  {}\n", words.in("疑点不对", "wrong suspects"), result.base, mutant.line, mutant.what, mutant.change);
        }
    }
}

void add_counts(std::string& out, const MutationResult& result, const Words& words) {
    std::array<Tally, 3> tallies{};
    Tally identities;
    std::size_t right = 0;
    for (const Mutant& mutant : result.mutants) {
        tallies[static_cast<std::size_t>(mutant.kind)].add(mutant);
        if (mutant.has_identity) identities.add(mutant);
        right += mutant.suspects == Mutant::Suspects::right ? 1 : 0;
    }
    out += fmt::format("{}\n", result.base);
    for (const MutantKind kind : {MutantKind::figure, MutantKind::claim, MutantKind::section}) {
        const Tally& tally = tallies[static_cast<std::size_t>(kind)];
        out += fmt::format("    {}: {} / {} killed\n", kind_name(kind, words), tally.killed, tally.all);
    }
    out += fmt::format("    {}: {} / {} killed, {} {}\n", words.in("其中在勾稽关系里的数值", "of these, figures in identities"), identities.killed, identities.all, right,
                       words.in("个疑点指对了", "with the right suspects"));
    for (const std::string& finding : result.clean) out += fmt::format("    {} {}\n", words.in("底稿本身就有检出：", "the base itself has a finding:"), finding);
}

}  // namespace

std::string describe(const std::vector<MutationResult>& results, bool english) {
    const Words words{english};
    std::string out;
    std::map<std::string, std::size_t> by_rule;
    for (const MutationResult& result : results) {
        add_counts(out, result, words);
        add_survivors(out, result, words);
        for (const Mutant& mutant : result.mutants) {
            for (const std::string& rule : mutant.noticed) ++by_rule[rule];
        }
    }
    out += fmt::format("{}", words.in("各规则发现的变异数：", "mutants noticed by rule:"));
    for (const auto& [rule, count] : by_rule) out += fmt::format(" {}={}", rule, count);
    return out + "\n";
}

}  // namespace gouji::kit
