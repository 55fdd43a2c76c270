// SPDX-License-Identifier: Apache-2.0
// What decides the findings of a run, as one text: any change of a rule, a format, an option or a selector changes it.
#include "engine/app/pack_lock.hpp"
#include "engine/app/policy_files.hpp"
#include "engine/app/run_plan.hpp"
#include "engine/readers/sha256.hpp"

namespace gouji::app {

namespace {

// Lengths part the texts: two lists never run into each other.
void add(std::string& all, std::string_view text) { all += std::to_string(text.size()) + ':' + std::string{text} + '\n'; }

void add(std::string& all, const std::vector<std::string>& list) {
    add(all, std::to_string(list.size()));
    for (const std::string& each : list) add(all, each);
}

}  // namespace

std::string RunPlan::fingerprint() const {
    std::string all;
    for (const auto* list : {&arguments_.packs, &arguments_.select, &arguments_.ignore, &arguments_.severities}) add(all, *list);
    add(all, arguments_.expression);
    add(all, arguments_.official_pack ? "official" : "");
    for (std::size_t i = 0; i < packs_.packs.size(); ++i) {
        add(all, packs_.packs[i].name + ' ' + packs_.packs[i].version);
        add(all, lock_text(packs_.roots[i]));
    }
    for (const config::Configuration& configuration : configurations_) {
        for (const std::string& file : configuration.files) {
            add(all, file);
            add(all, read_text_file(file).value_or(""));
        }
    }
    return readers::sha256_hex(all);
}

}  // namespace gouji::app
