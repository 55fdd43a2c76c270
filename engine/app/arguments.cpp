// SPDX-License-Identifier: Apache-2.0
#include "engine/app/arguments.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "engine/app/command_line.hpp"
#include "engine/config/configuration.hpp"
#include "grammar/text/nearest.hpp"

namespace gouji::app {

namespace {

// --lang has to be known before the help is made.
bool wants_english(int argc, const char* const* argv, bool& given) {
    bool english = english_by_environment();
    const char* variable = std::getenv("GOUJI_LANG");
    given = variable != nullptr && *variable != '\0';
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        if (argument == "--") break;
        given |= argument == "--lang" || argument.starts_with("--lang=");
        if (argument.starts_with("--lang=")) english = argument.substr(7) == "en";
        if (argument == "--lang" && i + 1 < argc) english = std::string_view{argv[i + 1]} == "en";
    }
    return english;
}

std::vector<std::string> option_names(const CLI::App& command) {
    std::vector<std::string> names;
    for (const CLI::Option* option : command.get_options()) {
        for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    }
    return names;
}

std::vector<std::string> command_names(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) names.push_back(command->get_name());
    return names;
}

const CLI::App& active(const CLI::App& app) {
    const auto chosen = app.get_subcommands();
    return chosen.empty() ? app : *chosen.front();
}

std::string unknown_word(const CLI::App& app, bool english) {
    const CLI::App& command = active(app);
    const auto words = app.remaining(true);
    const std::string word = words.empty() ? std::string{} : words.front().substr(0, words.front().find('='));
    const bool option = word.starts_with("-");
    const auto near = text::nearest(word, option ? option_names(command) : command_names(app));
    std::string said = option ? fmt::format(fmt::runtime(english ? "unknown option {}" : "没有选项 {}"), word)
                       : &command == &app ? fmt::format(fmt::runtime(english ? "unknown command {}" : "没有命令 {}"), word)
                                          : fmt::format(fmt::runtime(english ? "unexpected argument {}" : "多余的参数 {}"), word);
    if (near && (option || &command == &app)) said += fmt::format(fmt::runtime(english ? "; did you mean {}?" : "；是否指 {}？"), *near);
    return said;
}

std::string explain_error(const CLI::App& app, const CLI::ParseError& error, bool english) {
    const std::string kind = error.get_name();
    if (kind == "ExtrasError" || !app.remaining(true).empty()) return unknown_word(app, english);
    if (english) return error.what();
    if (kind == "RequiredError") return fmt::format("缺少参数（{}）", error.what());
    if (kind == "ArgumentMismatch") return fmt::format("参数个数不对（{}）", error.what());
    return fmt::format("参数值不合要求（{}）", error.what());
}

Answer wrong_usage(const CLI::App& app, const std::string& what, bool english) {
    const std::string command = &active(app) == &app ? std::string{} : " " + active(app).get_name();
    return {fmt::format(fmt::runtime(english ? "gouji: {}\nSee: gouji{} --help\n" : "gouji：{}\n用法见：gouji{} --help\n"), what, command),
            exit_trouble};
}

std::optional<Command> chosen_command(const CLI::App& app, Draft& draft) {
    if (draft.version) return VersionArguments{};
    const auto chosen = app.get_subcommands();
    if (chosen.empty()) return std::nullopt;
    const std::string& name = chosen.front()->get_name();
    if (name == "check") return std::move(draft.check);
    if (name == "cross") return std::move(draft.cross);
    if (name == "figures") return std::move(draft.figures);
    if (name == "parse") return std::move(draft.parse);
    if (name == "rules") return std::move(draft.rules);
    if (name == "explain") return std::move(draft.explain);
    if (name == "test") return std::move(draft.test);
    if (name == "lock") return std::move(draft.lock);
    if (name == "new") return std::move(draft.create);
    if (name == "init") return std::move(draft.init);
    return std::move(draft.config);
}

// Options of the command that a variable filled in, since argv does not have them.
std::vector<std::string> filled_in(const CLI::App& command, int argc, const char* const* argv) {
    std::vector<std::string> names;
    for (const CLI::Option* option : command.get_options()) {
        const char* variable = option->get_envname().empty() ? nullptr : std::getenv(option->get_envname().c_str());
        const std::string name = option->get_name();
        const auto is_it = [&](std::string_view word) { return word == name || word.starts_with(name + "="); };
        if (variable != nullptr && *variable != '\0' && std::none_of(argv, argv + argc, is_it)) names.push_back(name);
    }
    return names;
}

RuleArguments* rules_of(Command& command) {
    return std::visit([](auto& each) -> RuleArguments* {
        if constexpr (requires { each.rules.packs; }) return &each.rules;
        else return nullptr;
    }, command);
}

std::string first_input(const Command& command) {
    return std::visit([](const auto& each) -> std::string {
        if constexpr (requires { each.paths.front(); }) return each.paths.empty() || each.paths.front() == "-" ? "." : each.paths.front();
        else if constexpr (requires { each.path.size(); }) return each.path;
        else return ".";
    }, command);
}

Color color_from(std::string_view name) { return name == "always" ? Color::always : name == "never" ? Color::never : Color::automatic; }

// Made from the definition of the command line itself.
std::optional<Answer> made_from(const CLI::App& app, const Draft& draft, bool english) {
    const std::string& name = active(app).get_name();
    if (name == "completion") return Answer{completion_script(app, draft.shell), exit_clean};
    if (name == "man") return Answer{manual_page(app, GOUJI_VERSION, english), exit_clean};
    return std::nullopt;
}

}  // namespace

tl::expected<Arguments, Answer> read_arguments(int argc, const char* const* argv) {
    bool language_given = false;
    const bool english = wants_english(argc, argv, language_given);
    CLI::App app{english ? "Checks annual reports on government information disclosure."
                         : "勾稽：检查政府信息公开工作年度报告。",
                 "gouji"};
    Draft draft;
    define_command_line(app, draft, english);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success&) {
        return tl::unexpected{Answer{active(app).help(), exit_clean}};
    } catch (const CLI::ParseError& error) {
        return tl::unexpected{wrong_usage(app, explain_error(app, error, english), english)};
    }
    if (auto answer = made_from(app, draft, english)) return tl::unexpected{std::move(*answer)};
    const auto variables = filled_in(active(app), argc, argv);
    auto command = chosen_command(app, draft);
    if (!command) return tl::unexpected{Answer{app.help(), exit_trouble}};
    Arguments arguments;
    arguments.command = std::move(*command);
    arguments.english = english;
    arguments.language_given = language_given;
    const char* color = std::getenv("GOUJI_COLOR");
    if (draft.color.empty() && color != nullptr) draft.color = color;
    arguments.color_given = !draft.color.empty();
    arguments.color = color_from(draft.color);
    if (RuleArguments* rules = rules_of(arguments.command)) rules->by_environment = variables;
    return arguments;
}

void apply_preferences(Arguments& arguments) {
    const RuleArguments* rules = rules_of(arguments.command);
    if (rules == nullptr || rules->isolated || (arguments.language_given && arguments.color_given)) return;
    const auto found = rules->config.empty() ? config::find_configuration(first_input(arguments.command)) : std::optional<std::filesystem::path>{rules->config};
    if (!found) return;
    text::Problems ignored;  // told when the configuration is read for the run
    const config::Configuration configuration = config::read_configuration(*found, ignored);
    if (configuration.lang && !arguments.language_given) arguments.english = configuration.lang->value == "en";
    if (configuration.color && !arguments.color_given) arguments.color = color_from(configuration.color->value);
}

}  // namespace gouji::app
