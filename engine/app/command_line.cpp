// SPDX-License-Identifier: Apache-2.0
#include "engine/app/command_line.hpp"

#include "engine/config/keys.hpp"

namespace gouji::app {

namespace {

// Picks the language of the help.
struct Say {
    bool english;
    const char* operator()(const char* zh, const char* en) const { return english ? en : zh; }
};

std::vector<std::string> choices_for(const std::string& option) {
    for (const config::Key& key : config::configuration_key_list()) {
        if (key.option == option) return key.choices;
    }
    return {};
}

// An option that may be repeated and takes one value (or several parted by commas) each time, never the path behind it.
void add_list(CLI::App& command, const std::string& name, std::vector<std::string>& list, const char* help, bool commas) {
    CLI::Option* option = command.add_option(name, list, help)->allow_extra_args(false);
    if (commas) option->delimiter(',');
}

void add_common(CLI::App& command, Draft& draft, Say say) {
    command.add_option("--color", draft.color, say("何时使用颜色：auto、always、never", "when to use colour: auto, always, never"))
        ->check(CLI::IsMember(choices_for("--color")))
        ->group(say("通用", "Common"));
    command.add_option("--lang", draft.lang, say("语言：zh 或 en", "language: zh or en"))
        ->check(CLI::IsMember(choices_for("--lang")))
        ->group(say("通用", "Common"));
}

void add_rules(CLI::App& command, RuleArguments& rules, Say say) {
    add_list(command, "--pack", rules.packs, say("再加一个规则包（可重复）", "add a rule pack (repeatable)"), false);
    command.add_flag_callback("--no-official-pack", [&rules] { rules.official_pack = false; },
                              say("不用官方规则包", "leave out the official pack"));
    command.add_option("--config", rules.config, say("配置文件；默认自输入所在目录向上寻找", "configuration file; default: searched upward"));
    command.add_flag("--isolated", rules.isolated, say("不读任何配置文件", "read no configuration file"));
    add_list(command, "--select", rules.select, say("只用这些规则：编号、名称、类别", "only these rules: ids, names or families"), true);
    add_list(command, "--ignore", rules.ignore, say("不用这些规则", "without these rules"), true);
    command.add_option("--select-expr", rules.expression, say("只用满足此式的规则，如 'totals and not note'", "only rules for which this holds, such as 'totals and not note'"));
    add_list(command, "--severity", rules.severities, say("ID=LEVEL：改变严重程度（error、warning、note、off）",
             "ID=LEVEL: change a severity (error, warning, note, off)"), true);
}

void define_check_output(CLI::App& command, CheckArguments& check, Say say) {
    command.add_option("--format", check.format, say("输出格式：text（默认）、json、jsonl、sarif、html、junit、github、csv、record",
                       "output format: text (default), json, jsonl, sarif, html, junit, github, csv, record"));
    add_list(command, "--output", check.outputs, say("写入文件；FORMAT=FILE 可重复，一次得到多种输出",
             "write to FILE; FORMAT=FILE may be repeated for several outputs at once"), false);
    command.add_flag("--statistics", check.statistics, say("按规则统计", "counts by rule"));
    command.add_flag("--timings", check.timings, say("各规则用时", "time of each rule"));
    command.add_flag("--quiet,-q", check.quiet, say("只输出检出", "findings only"));
    command.add_flag("--show-suppressed", check.show_suppressed, say("也列出已豁免和基线中的检出", "list waived and baselined findings too"));
}

void define_check_policy(CLI::App& command, CheckArguments& check, Say say) {
    command.add_option("--fail-on", check.fail_on, say("达到此级别即以 1 退出：error、warning（默认）、note、never",
                       "exit with 1 from this level on: error, warning (default), note, never"))
        ->check(CLI::IsMember(choices_for("--fail-on")));
    command.add_option("--baseline", check.baseline, say("基线文件：其中的检出不再报告", "baseline: findings in it pass"));
    command.add_option("--write-baseline", check.write_baseline, say("把当前检出写成基线", "write the present findings as a baseline"));
    command.add_flag("--prune-baseline", check.prune_baseline, say("从基线文件中删去已不再出现的检出", "take findings that are gone out of the baseline file"));
    command.add_option("--waivers", check.waivers, say("豁免文件；默认 gouji.waivers.toml", "waiver file; default gouji.waivers.toml"));
    command.add_flag("--fix", check.fix, say("改正可机械改正之处（仅限文本报告）", "apply mechanical corrections (text reports only)"));
    command.add_flag("--unsafe-fixes", check.unsafe_fixes, say("也作需人复核的改正", "also those that a person should review"));
    command.add_flag("--diff", check.diff, say("只显示改正前后的差异，不改文件", "show the corrections as a diff, change nothing"));
}

void define_check(CLI::App& app, Draft& draft, Say say) {
    CLI::App& command = *app.add_subcommand("check", say("检查报告：文件、目录（含子目录）或 -（标准输入）",
                                                         "check reports: files, folders (recursively) or - (standard input)"));
    CheckArguments& check = draft.check;
    command.add_option("PATH", check.paths, say("报告或目录", "reports or folders"));
    command.add_option("--stdin-filename", check.stdin_filename, say("标准输入的名称", "name of standard input"));
    command.add_option("--files-from", check.files_from, say("从文件（- 为标准输入）逐行读取路径", "read paths from FILE (- for standard input), one a line"));
    command.add_option("--jobs,-j", check.jobs, say("同时检查的份数；默认为处理器核数", "reports at a time; default: the number of cores"));
    command.add_flag("--stdin-list", check.stdin_list, say("标准输入每行一个路径，标准输出每份报告一行（jsonl 或 record）",
                     "a path a line on standard input, a line for each report on standard output (jsonl or record)"));
    command.add_option("--records", check.records, say("另把每份报告的记录写入文件（JSON 行），供 gouji cross 使用",
                       "also write a record of each report to FILE (JSON lines) for gouji cross"));
    command.add_option("--cache", check.cache, say("把检查结果存入此目录，文件和规则不变时下次直接取用", "keep what was found in FOLDER and use it as long as files and rules are the same"));
    define_check_output(command, check, say);
    define_check_policy(command, check, say);
    add_rules(command, check.rules, say);
    add_common(command, draft, say);
}

void define_across(CLI::App& app, Draft& draft, Say say) {
    CLI::App& cross = *app.add_subcommand("cross", say("合并报告记录，跨年度、跨单位检查（X 类规则）", "join records and run the rules across reports (family X)"));
    CheckArguments& check = draft.cross.check;
    check.from_records = true;
    cross.add_option("RECORDS", check.paths, say("check --format record 写出的文件，- 为标准输入", "files written by check --format record; - for standard input"))->required();
    define_check_output(cross, check, say);
    define_check_policy(cross, check, say);
    add_rules(cross, check.rules, say);
    add_common(cross, draft, say);

    CLI::App& figures = *app.add_subcommand("figures", say("导出报告的各项数值，每份报告一行", "export the figures, one row for each report"));
    figures.add_option("PATH", draft.figures.paths, say("报告或目录", "reports or folders"));
    figures.add_option("--stdin-filename", draft.figures.stdin_filename, say("标准输入的名称", "name of standard input"));
    figures.add_option("--files-from", draft.figures.files_from, say("从文件（- 为标准输入）逐行读取路径", "read paths from FILE (- for standard input), one a line"));
    figures.add_option("--format", draft.figures.format, say("csv（默认）或 jsonl", "csv (default) or jsonl"))->check(CLI::IsMember({"csv", "jsonl"}));
    figures.add_option("--output", draft.figures.output, say("写入文件", "write to FILE"));
    add_rules(figures, draft.figures.rules, say);
    add_common(figures, draft, say);
}

void define_readers(CLI::App& app, Draft& draft, Say say) {
    CLI::App& parse = *app.add_subcommand("parse", say("输出语法树和各项数值（JSON），或提取的文本", "print the bound figures as JSON, or the extracted text"));
    parse.add_option("PATH", draft.parse.paths, say("报告，- 为标准输入", "a report, - for standard input"))->required();
    parse.add_option("--stdin-filename", draft.parse.stdin_filename, say("标准输入的名称", "name of standard input"));
    parse.add_option("--format", draft.parse.format, say("json（默认）或 text", "json (default) or text"))->check(CLI::IsMember({"json", "text"}));
    add_rules(parse, draft.parse.rules, say);
    add_common(parse, draft, say);

    CLI::App& rules = *app.add_subcommand("rules", say("列出生效的规则", "list the rules in force"));
    rules.add_option("--format", draft.rules.format, say("text（默认）或 json", "text (default) or json"))->check(CLI::IsMember({"text", "json"}));
    rules.add_option("--write-docs", draft.rules.write_docs, say("在此目录重新生成规则参考", "regenerate the rule reference in this folder"));
    add_rules(rules, draft.rules.rules, say);
    add_common(rules, draft, say);

    CLI::App& explain = *app.add_subcommand("explain", say("解释一条规则：含义、依据、正反例、选项", "explain a rule: meaning, legal basis, examples, options"));
    explain.add_option("ID", draft.explain.rule, say("规则编号或名称", "id or name of the rule"))->required();
    add_rules(explain, draft.explain.rules, say);
    add_common(explain, draft, say);
}

void define_kit(CLI::App& app, Draft& draft, Say say) {
    CLI::App& test = *app.add_subcommand("test", say("运行规则包自带的用例", "run a rule pack's own cases"));
    test.add_option("PACK", draft.test.packs, say("规则包目录", "folder of the pack"))->required();
    test.add_option("--only", draft.test.only, say("只运行这条规则的用例", "only the cases of this rule"));
    test.add_flag("--update", draft.test.update, say("用实际结果改写预期", "rewrite the expectations"));
    test.add_flag("--mutate", draft.test.mutate, say("逐一改动数值，看哪些规则察觉", "change one figure at a time and see which rules notice"));
    test.add_flag("--strict", draft.test.strict, say("用例不足、该发现而未发现的变异也算失败", "too few cases and missed mutants count as failures"));
    test.add_flag("--watch", draft.test.watch, say("文件一改就重新运行，Ctrl-C 结束", "run again whenever a file changes, until Ctrl-C"));
    add_common(test, draft, say);

    CLI::App& lock = *app.add_subcommand("lock", say("为规则包写校验和文件 pack.lock", "write a pack's checksums to pack.lock"));
    lock.add_option("PACK", draft.lock.packs, say("规则包目录", "folder of the pack"))->required();
    add_common(lock, draft, say);

    CLI::App& create = *app.add_subcommand("new", say("由模板新建：new rule NAME，new pack NAME", "from a template: new rule NAME, new pack NAME"));
    create.add_option("KIND", draft.create.kind, "rule | pack")->required()->check(CLI::IsMember({"rule", "pack"}));
    create.add_option("NAME", draft.create.name, say("名称，如 overview-too-short", "name, such as overview-too-short"))->required();
    create.add_option("--pack", draft.create.folder, say("所属规则包目录；默认当前目录", "folder of the pack; default: the current one"));
    create.add_option("--id", draft.create.id, say("规则编号；默认取下一个", "id of the rule; default: the next free one"));
    add_common(create, draft, say);

    CLI::App& config = *app.add_subcommand("config", say("显示生效的配置及各值的来源", "print the configuration in force and where each value came from"));
    config.add_option("PATH", draft.config.path, say("针对此文件或目录；默认当前目录", "for this file or folder; default: the current one"));
    config.add_option("--schema", draft.config.schema, say("输出 JSON Schema：configuration 或 waivers", "print the JSON schema: configuration or waivers"))
        ->check(CLI::IsMember({"configuration", "waivers"}));
    add_rules(config, draft.config.rules, say);
    add_common(config, draft, say);
}

void define_comfort(CLI::App& app, Draft& draft, Say say) {
    CLI::App& init = *app.add_subcommand("init", say("写一份带说明的 gouji.toml", "write a gouji.toml with comments"));
    init.add_option("FOLDER", draft.init.folder, say("目录；默认当前目录", "folder; default: the current one"));
    init.add_flag("--waivers", draft.init.waivers, say("也写一份 gouji.waivers.toml", "write a gouji.waivers.toml, too"));
    add_common(init, draft, say);

    CLI::App& completion = *app.add_subcommand("completion", say("输出命令行补全脚本：bash、zsh 或 fish", "print a completion script: bash, zsh or fish"));
    completion.add_option("SHELL", draft.shell, "bash | zsh | fish")->required()->check(CLI::IsMember({"bash", "zsh", "fish"}));
    add_common(completion, draft, say);

    CLI::App& manual = *app.add_subcommand("man", say("输出手册页（troff）", "print the manual page (troff)"));
    add_common(manual, draft, say);
}

// Variables of the environment stand in for options that are not given. GOUJI_LANG and GOUJI_COLOR are read elsewhere, since
// every command has them, and GOUJI_FORMAT is for check alone.
void add_variables(CLI::App& app) {
    for (CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
        const auto name = [&](const std::string& option, const std::string& variable) {
            CLI::Option* there = command->get_option_no_throw(option);
            if (there != nullptr) there->envname(variable);
        };
        const bool check = command->get_name() == "check";
        for (const config::Key& key : config::configuration_key_list()) {
            const bool own = check || (key.name != "format" && command->get_option_no_throw("--config") != nullptr);
            if (own && !key.variable.empty() && key.name != "lang" && key.name != "color") name(key.option, key.variable);
        }
        name("--config", "GOUJI_CONFIG");
        name("--severity", "GOUJI_SEVERITY");
    }
}

}  // namespace

void define_command_line(CLI::App& app, Draft& draft, bool english) {
    const Say say{english};
    app.get_formatter()->column_width(34);
    if (!english) {
        for (const auto& [name, label] : {std::pair{"Usage", "用法"}, {"OPTIONS", "选项"}, {"SUBCOMMAND", "命令"}, {"SUBCOMMANDS", "命令"},
                                          {"Positionals", "参数"}, {"REQUIRED", "必需"}, {"POSITIONALS", "参数"}, {"Options", "选项"},
                                          {"Subcommands", "命令"}}) {
            app.get_formatter()->label(name, label);
        }
    }
    app.set_help_flag("--help,-h", say("显示帮助", "print this help"));
    app.add_flag("--version", draft.version, say("显示版本", "print the versions"));
    app.require_subcommand(0, 1);
    add_common(app, draft, say);
    define_check(app, draft, say);
    define_across(app, draft, say);
    define_readers(app, draft, say);
    define_kit(app, draft, say);
    define_comfort(app, draft, say);
    add_variables(app);
}

std::vector<std::string> choices_of(const CLI::App& command, const CLI::Option& option) {
    const std::string name = option.get_name();
    if (name == "SHELL") return {"bash", "zsh", "fish"};
    if (name == "KIND") return {"rule", "pack"};
    if (name == "--schema") return {"configuration", "waivers"};
    if (name == "--format" && command.get_name() == "parse") return {"json", "text"};
    if (name == "--format" && command.get_name() == "rules") return {"text", "json"};
    return choices_for(name);
}

}  // namespace gouji::app
