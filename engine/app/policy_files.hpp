// SPDX-License-Identifier: Apache-2.0
// The files of the policy: waivers and baseline, found, read and kept, so that findings about them can be shown in place.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/app/inputs.hpp"
#include "engine/app/run_plan.hpp"
#include "engine/policy/judge.hpp"
#include "grammar/text/source_text.hpp"

namespace gouji::app {

struct PolicyFiles {
    policy::Policy policy;
    std::string baseline_file;  // that was read; empty: none
    std::vector<std::unique_ptr<text::SourceText>> sources;  // of the waiver files and the baseline, by name

    [[nodiscard]] const text::SourceText* find(const std::string& name) const;
};

// Waivers: those the arguments or a configuration name, else the nearest gouji.waivers.toml above each input.
[[nodiscard]] PolicyFiles load_policy(const CheckArguments& arguments, const RunPlan& plan, const std::vector<InputFile>& inputs,
                                      text::Problems& problems);

// The whole of a small file of ours.
[[nodiscard]] text::Result<std::string> read_text_file(const std::string& path);

}  // namespace gouji::app
