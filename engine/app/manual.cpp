// SPDX-License-Identifier: Apache-2.0
// The manual page, in the macros of man(7), from the definition of the command line and of the configuration's keys.
#include <fmt/format.h>

#include "engine/app/command_line.hpp"
#include "engine/config/keys.hpp"

namespace gouji::app {

namespace {

// Text of troff: no backslash, hyphen or leading dot with a meaning of its own.
std::string plain(std::string_view text) {
    std::string out;
    if (text.starts_with('.') || text.starts_with('\'')) out += "\\&";
    for (const char c : text) {
        if (c == '\\') out += "\\e";
        else if (c == '-') out += "\\-";
        else out += c;
    }
    return out;
}

class Page {
public:
    explicit Page(bool english) : english_{english} {}

    void heading(std::string_view zh, std::string_view en) { out_ += fmt::format(".SH {}\n", say(zh, en)); }
    void text(std::string_view words) { out_ += plain(words) + "\n.PP\n"; }
    void entry(std::string_view term, std::string_view words) { out_ += fmt::format(".TP\n.B {}\n{}\n", plain(term), plain(words)); }
    void raw(std::string_view troff) { out_ += troff; }
    [[nodiscard]] std::string_view say(std::string_view zh, std::string_view en) const { return english_ ? en : zh; }
    [[nodiscard]] bool english() const { return english_; }
    std::string take() { return std::move(out_); }

private:
    bool english_;
    std::string out_;
};

std::string term_of(const CLI::Option& option) {
    std::string term;
    for (const std::string& name : option.get_snames()) term += fmt::format("{}-{}", term.empty() ? "" : ", ", name);
    for (const std::string& name : option.get_lnames()) term += fmt::format("{}--{}", term.empty() ? "" : ", ", name);
    if (term.empty()) term = option.get_name();
    return option.get_items_expected_max() > 0 && !option.get_positional() ? term + " VALUE" : term;
}

void command(Page& page, const CLI::App& app) {
    page.raw(fmt::format(".SS gouji {}\n{}\n", app.get_name(), plain(app.get_description())));
    for (const CLI::Option* option : app.get_options()) {
        std::string help = option->get_description();
        if (!option->get_envname().empty()) help += fmt::format(" [{}]", option->get_envname());
        page.entry(term_of(*option), help);
    }
}

void configuration(Page& page) {
    page.heading("配置", "CONFIGURATION");
    page.text(page.say("自输入所在目录向上找到的第一个 gouji.toml 或 .gouji.toml。gouji init 写一份带说明的文件，gouji config 显示生效的值和来源。",
                       "The first gouji.toml or .gouji.toml upward from each input. gouji init writes one with comments, gouji config shows what is in force and why."));
    for (const config::Key& key : config::configuration_key_list()) page.entry(key.name, key.meaning.in(page.english()));
}

void statuses(Page& page) {
    page.heading("退出状态", "EXIT STATUS");
    page.entry("0", page.say("没有达到 --fail-on 的检出", "no finding at or above --fail-on"));
    page.entry("1", page.say("有检出", "findings"));
    page.entry("2", page.say("有事没做成：用法、配置、规则、读不了的文件；其余照常检查", "something could not be done: usage, configuration, a rule, a file that can't be read; the rest is still checked"));
}

void environment(Page& page) {
    page.heading("环境变量", "ENVIRONMENT");
    for (const config::Key& key : config::configuration_key_list()) {
        if (!key.variable.empty()) page.entry(key.variable, fmt::format("{} {}", page.say("同", "as"), key.option));
    }
    page.entry("GOUJI_CONFIG, GOUJI_SEVERITY", page.say("同 --config、--severity", "as --config, --severity"));
    page.entry("NO_COLOR", page.say("非空时不用颜色", "no colour where it is not empty"));
    page.entry("LC_ALL, LC_MESSAGES, LANG", page.say("信息的语言，en 开头为英文，否则为中文", "language of messages: English where it begins with en, else Chinese"));
    page.entry("SOURCE_DATE_EPOCH", page.say("豁免期限以此日为今日", "the day that waivers are judged by"));
}

}  // namespace

std::string manual_page(const CLI::App& app, std::string_view version, bool english) {
    Page page{english};
    page.raw(fmt::format(".TH GOUJI 1 \"\" \"gouji {}\" \"\"\n", version));
    page.heading("名称", "NAME");
    page.raw(fmt::format("gouji \\- {}\n", plain(app.get_description())));
    page.heading("用法", "SYNOPSIS");
    for (const CLI::App* each : app.get_subcommands([](const CLI::App*) { return true; })) {
        std::string line = fmt::format(".B gouji {}\n[{}]", each->get_name(), page.say("选项", "options"));
        for (const CLI::Option* option : each->get_options([](const CLI::Option* o) { return o->get_positional(); })) line += " " + plain(option->get_name());
        page.raw(line + "\n.br\n");
    }
    page.heading("命令", "COMMANDS");
    for (const CLI::App* each : app.get_subcommands([](const CLI::App*) { return true; })) command(page, *each);
    configuration(page);
    environment(page);
    statuses(page);
    return page.take();
}

}  // namespace gouji::app
