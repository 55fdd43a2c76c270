// SPDX-License-Identifier: Apache-2.0
// Writes a run over the tests' sample reports as SARIF, with everything that can be in such a file, and the reports beside
// it, for tests/sarif/validate.sh. Usage: sarif_sample FOLDER
#include <filesystem>
#include <fstream>

#include "support/sample_report.hpp"

namespace {

using gouji::tests::SampleReport;
using gouji::tests::write_with;

void write_file(const std::filesystem::path& path, std::string_view bytes) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream{path, std::ios::binary} << bytes;
}

gouji::output::RunEnd trouble() {
    using gouji::text::ProblemKind;
    gouji::output::RunEnd end;
    end.exit_code = 2;
    end.problems = {{ProblemKind::input, {"文件不存在。", "No such file."}, "2023/缺 失.txt", 0, 0, "", ""},
                    {ProblemKind::rule, {"规则超过指令上限。", "The rule used too many instructions."}, "rules/T/T301.lua", 12, 3, "while true do", "T301"},
                    {ProblemKind::rule, {"规则出错。", "The rule failed."}, "rules/L001.lua", 3, 0, "", "yunling/L001"},
                    {ProblemKind::configuration, {"没有这个键。", "No such key."}, "gouji.toml", 2, 1, "slect = 1", "slect"}};
    return end;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    const std::filesystem::path folder{argv[1]};
    SampleReport usual;
    usual.add_usual_findings();
    std::string text = "\t\U00020BB7县年报\r\n" + std::string(150, 'x') + "\r甲\U00020BB7乙，，丙\n\n  \n甲\U00020BB7乙，，丙\n";
    SampleReport odd{text, "../odd/a#b?%.txt"};
    for (const int i : {0, 1}) odd.add(3, odd.place_of("，，", "document", "", i), "标点“，，”重复。");
    odd.add(4, {{static_cast<std::uint32_t>(text.size()), static_cast<std::uint32_t>(text.size())}, "document", ""}, "在末尾。");
    odd.add(4, {{0, static_cast<std::uint32_t>(text.size())}, "document", ""}, "全文。");
    odd.findings[0].suppression = gouji::finding::SuppressionKind::waiver;
    odd.findings[0].justification = "已书面说明";
    odd.findings[1].suppression = gouji::finding::SuppressionKind::baseline;
    write_file(folder / usual.path, usual.source.utf8());
    write_file(folder / "odd/a#b?%.txt", odd.source.utf8());

    auto run = usual.run();
    odd.rules = usual.rules;
    for (auto& judged : odd.findings) judged.finding.rule = &usual.rules[static_cast<std::size_t>(judged.finding.rule - odd.rules.data())];
    write_file(folder / "plain.sarif", write_with("sarif", run, {&usual, &odd}, trouble()));
    run.show_suppressed = true;
    run.baselined = true;
    run.english = true;
    run.severities.assign(usual.rules.size(), gouji::finding::Severity::note);
    write_file(folder / "suppressed.sarif", write_with("sarif", run, {&usual, &odd}));
    SampleReport clean;
    write_file(folder / "clean.sarif", write_with("sarif", clean.run(), {&clean}));
    write_file(folder / "none.sarif", write_with("sarif", clean.run(), {}));
}
