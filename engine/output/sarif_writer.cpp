// SPDX-License-Identifier: Apache-2.0
// SARIF 2.1.0, one run, written as a stream: the tool first, each report's results as they come, then what is known only at
// the end. Of a report only its artifact entry is kept.
#include <optional>
#include <unordered_map>

#include "engine/output/escape.hpp"
#include "engine/output/sarif_result.hpp"
#include "engine/output/writers.hpp"

namespace gouji::output {
namespace {

std::string_view mime_type(std::string_view kind) {
    if (kind == "html") return "text/html";
    if (kind == "pdf") return "application/pdf";
    if (kind == "doc") return "application/msword";
    if (kind == "docx") return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    return "text/plain";
}

bool for_tool_configuration(text::ProblemKind kind) { return kind != text::ProblemKind::input && kind != text::ProblemKind::rule; }

class SarifWriter final : public Writer {
public:
    explicit SarifWriter(Sink sink) : json_{std::move(sink)} {}

    void begin(const RunInfo& run) override;
    void write_report(const ReportView& report) override;
    void end(const RunEnd& end) override;

private:
    struct Artifact {
        std::string uri;
        std::string sha256;
        std::string encoding;
        std::string kind;
        std::size_t length = 0;
    };
    SarifArtifact add(const ReportView& report);
    SarifArtifact find(const std::string& path);
    void conventions();
    void artifacts();
    void invocation(const RunEnd& end);
    void notifications(std::string_view name, const RunEnd& end, bool configuration);
    void notification(const text::Problem& problem);

    JsonStream json_;
    RunInfo run_;
    std::unique_ptr<SarifRules> rules_;
    std::vector<Artifact> artifacts_;
    std::unordered_map<std::string, std::uint32_t> index_;  // by uri; filled when it is first asked
    std::size_t indexed_ = 0;
    std::unordered_map<std::string, std::uint32_t> promised_;  // of reports that findings named before they were written
};

void SarifWriter::begin(const RunInfo& run) {
    run_ = run;
    rules_ = std::make_unique<SarifRules>(run);
    json_.open_object();
    json_.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json_.member("version", "2.1.0");
    json_.open_array("runs");
    json_.open_object();
    rules_->write_tool(json_);
    conventions();
    rules_->write_taxonomies(json_);
    json_.open_array("results");
    json_.flush();
}

void SarifWriter::conventions() {
    json_.member("language", wording(run_.english).language);
    json_.member("columnKind", "utf16CodeUnits");
    json_.open_array("newlineSequences");
    for (const char* sequence : {"\r\n", "\n", "\r"}) json_.value(sequence);
    json_.close_array();
    json_.open_object("originalUriBaseIds");
    json_.open_object("SRCROOT");
    write_message(json_, "description", run_.english ? "The folder that gouji was started in." : "运行 gouji 时所在的文件夹。");
    json_.close_object();
    json_.close_object();
    json_.open_object("automationDetails");
    json_.member("id", "gouji/annual-report/");
    json_.close_object();
}

void SarifWriter::write_report(const ReportView& report) {
    const SarifArtifact artifact = add(report);
    if (report.findings->empty()) return;
    const auto hashes = report.partial ? std::nullopt : std::optional<LineHashes>{report.source->utf8()};
    SarifResult result{json_, *rules_, run_, report, artifact, hashes ? &*hashes : nullptr, [this](const std::string& path) { return find(path); }};
    for (const JudgedFinding& judged : *report.findings) {
        if (judged.suppressed() && !run_.show_suppressed) continue;
        json_.break_line();
        result.write(judged);
    }
    json_.flush();
}

SarifArtifact SarifWriter::add(const ReportView& report) {
    Artifact artifact{relative_uri(*report.path), report.sha256, report.source->encoding(), report.kind, report.byte_count};
    const auto promised = promised_.find(artifact.uri);
    const std::size_t index = promised == promised_.end() ? artifacts_.size() : promised->second;
    if (index == artifacts_.size()) artifacts_.emplace_back();
    artifacts_[index] = std::move(artifact);
    return {artifacts_[index].uri, static_cast<std::uint32_t>(index)};
}

// For findings across reports, which point into reports that were written or will be: these get their number now.
SarifArtifact SarifWriter::find(const std::string& path) {
    for (; indexed_ < artifacts_.size(); ++indexed_) index_.emplace(artifacts_[indexed_].uri, static_cast<std::uint32_t>(indexed_));
    std::string uri = relative_uri(path);
    const auto known = index_.find(uri);
    if (known != index_.end()) return {std::move(uri), known->second};
    const auto index = static_cast<std::uint32_t>(artifacts_.size());
    artifacts_.emplace_back().uri = uri;
    promised_.emplace(uri, index);
    return {std::move(uri), index};
}

void SarifWriter::end(const RunEnd& end) {
    json_.break_line();
    json_.close_array();
    artifacts();
    invocation(end);
    json_.close_object();
    json_.close_array();
    json_.close_object();
    json_.break_line();
    json_.flush();
}

void SarifWriter::artifacts() {
    json_.open_array("artifacts");
    for (const Artifact& artifact : artifacts_) {
        json_.break_line();
        json_.open_object();
        json_.open_object("location");
        json_.member("uri", artifact.uri);
        json_.member("uriBaseId", "SRCROOT");
        json_.close_object();
        json_.open_array("roles");
        json_.value("analysisTarget");
        json_.close_array();
        json_.member("mimeType", mime_type(artifact.kind));
        json_.member("length", artifact.length);
        json_.member_if("encoding", artifact.encoding);
        if (!artifact.sha256.empty()) {
            json_.open_object("hashes");
            json_.member("sha-256", artifact.sha256);
            json_.close_object();
        }
        json_.close_object();
    }
    json_.close_array();
}

void SarifWriter::invocation(const RunEnd& end) {
    const Wording& words = wording(run_.english);
    json_.open_array("invocations");
    json_.open_object();
    json_.member("executionSuccessful", end.exit_code != 2);
    json_.member("exitCode", end.exit_code);
    const std::string_view says = end.exit_code == 0 ? words.exit_clean : end.exit_code == 1 ? words.exit_findings : words.exit_trouble;
    json_.member("exitCodeDescription", says);
    rules_->write_overrides(json_);
    notifications("toolExecutionNotifications", end, false);
    notifications("toolConfigurationNotifications", end, true);
    json_.close_object();
    json_.close_array();
}

void SarifWriter::notifications(std::string_view name, const RunEnd& end, bool configuration) {
    json_.open_array(name);
    for (const text::Problem& problem : end.problems) {
        if (for_tool_configuration(problem.kind) == configuration) notification(problem);
    }
    json_.close_array();
}

void SarifWriter::notification(const text::Problem& problem) {
    json_.break_line();
    json_.open_object();
    json_.open_object("descriptor");
    json_.member("id", notification_id(problem.kind));
    json_.member("index", notification_index(problem.kind));
    json_.close_object();
    json_.member("level", "error");
    write_message(json_, "message", problem.message.in(run_.english));
    if (!problem.file.empty()) {
        json_.open_array("locations");
        json_.open_object();
        json_.open_object("physicalLocation");
        json_.open_object("artifactLocation");
        json_.member("uri", relative_uri(problem.file));
        json_.member("uriBaseId", "SRCROOT");
        json_.close_object();
        if (problem.line != 0) {
            json_.open_object("region");
            json_.member("startLine", problem.line);
            if (problem.column != 0) json_.member("startColumn", problem.column);
            json_.close_object();
        }
        json_.close_object();
        json_.close_object();
        json_.close_array();
    }
    if (const finding::RuleInfo* rule = rules_->find(problem.subject); rule != nullptr) {
        json_.key("associatedRule");
        rules_->write_reference(json_, *rule);
    }
    json_.close_object();
}

}  // namespace

std::unique_ptr<Writer> make_sarif_writer(Sink sink) { return std::make_unique<SarifWriter>(std::move(sink)); }

}  // namespace gouji::output
