// SPDX-License-Identifier: Apache-2.0
#include "engine/app/policy_files.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string_view>

#include "grammar/text/utf8.hpp"

namespace gouji::app {

namespace fs = std::filesystem;

namespace {

// The day of the calendar; SOURCE_DATE_EPOCH makes a run repeatable.
finding::Day today() {
    std::time_t seconds = std::time(nullptr);
    if (const char* fixed = std::getenv("SOURCE_DATE_EPOCH")) {
        const std::string_view digits{fixed};
        std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
    }
    std::tm local{};
    localtime_r(&seconds, &local);
    return {static_cast<std::int16_t>(local.tm_year + 1900), static_cast<std::int8_t>(local.tm_mon + 1), static_cast<std::int8_t>(local.tm_mday)};
}

std::set<std::string> waiver_files(const CheckArguments& arguments, const RunPlan& plan, const std::vector<InputFile>& inputs) {
    if (!arguments.waivers.empty()) return {arguments.waivers};
    std::set<std::string> files;
    for (const config::Configuration& configuration : plan.configurations()) {
        if (configuration.waivers) files.insert(configuration.waivers->value);
    }
    if (!files.empty() || arguments.rules.isolated) return files;
    std::set<std::string> folders;
    for (const InputFile& input : inputs) {
        if (!folders.insert(fs::path{input.file.shown}.parent_path().string()).second) continue;
        const fs::path start = input.standard_input ? fs::path{"."} : fs::path{input.file.shown};
        if (const auto found = config::find_waivers(start)) files.insert(found->string());
    }
    return files;
}

std::unique_ptr<text::SourceText> keep(const std::string& name, std::string bytes) {
    if (!text::is_utf8(bytes)) bytes.clear();
    return std::make_unique<text::SourceText>(name, std::move(bytes));
}

// A pattern of a file above the working folder, for shown paths that begin at the working folder.
void make_relative(finding::Waiver& waiver, const fs::path& folder) {
    if (folder.empty()) return;  // the working folder itself
    const fs::path here = fs::current_path().lexically_relative(fs::absolute(folder).lexically_normal());
    const std::string prefix = here.generic_string() + '/';
    if (here.empty() || *here.begin() == ".." || here == "." || !waiver.files.starts_with(prefix)) return;
    waiver.files.erase(0, prefix.size());
    waiver.folder.clear();
}

void read_waiver_file(const std::string& path, PolicyFiles& files, text::Problems& problems) {
    auto bytes = read_text_file(path);
    if (!bytes) return problems.push_back(std::move(bytes.error()));
    const fs::path folder = fs::path{path}.parent_path();
    const std::string name = config::shown_path(path);
    for (finding::Waiver& waiver : config::read_waivers(*bytes, name, config::shown_path(folder), problems)) {
        make_relative(waiver, folder);
        files.policy.waivers.push_back(std::move(waiver));
    }
    files.sources.push_back(keep(name, std::move(*bytes)));
}

}  // namespace

const text::SourceText* PolicyFiles::find(const std::string& name) const {
    const auto found = std::find_if(sources.begin(), sources.end(), [&](const auto& source) { return source->name() == name; });
    return found == sources.end() ? nullptr : found->get();
}

PolicyFiles load_policy(const CheckArguments& arguments, const RunPlan& plan, const std::vector<InputFile>& inputs, text::Problems& problems) {
    PolicyFiles files;
    files.policy.today = today();
    for (const std::string& path : waiver_files(arguments, plan, inputs)) read_waiver_file(path, files, problems);
    const auto& configured = plan.configuration().baseline;
    const std::string path = !arguments.baseline.empty() ? arguments.baseline : configured ? configured->value : std::string{};
    if (path.empty()) return files;
    auto bytes = read_text_file(path);
    auto baseline = bytes ? policy::Baseline::read(*bytes, path) : tl::unexpected{bytes.error()};
    if (!baseline) {
        problems.push_back(std::move(baseline.error()));
        return files;
    }
    files.policy.baseline = std::move(*baseline);
    files.baseline_file = path;
    files.sources.push_back(keep("baseline", std::move(*bytes)));
    return files;
}

text::Result<std::string> read_text_file(const std::string& path) {
    std::ifstream stream{path, std::ios::binary};
    if (stream && !fs::is_directory(path)) return std::string{std::istreambuf_iterator<char>{stream}, {}};
    text::Problem problem;
    problem.kind = text::ProblemKind::configuration;
    problem.message = {"不能读取文件", "the file can't be read"};
    problem.file = path;
    return tl::unexpected{std::move(problem)};
}

}  // namespace gouji::app
