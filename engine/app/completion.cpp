// SPDX-License-Identifier: Apache-2.0
// Completion scripts: three dialects of one table, which is read off the definition of the command line.
#include <fmt/format.h>

#include <algorithm>

#include "engine/app/command_line.hpp"

namespace gouji::app {

namespace {

struct Option {
    std::vector<std::string> names;  // --jobs, -j
    std::string help;
    std::vector<std::string> choices;
    bool takes_value = false;
    bool positional = false;
};

struct Command {
    std::string name;
    std::string help;
    std::vector<Option> options;
};

Option read(const CLI::App& command, const CLI::Option& option) {
    Option read;
    for (const std::string& name : option.get_lnames()) read.names.push_back("--" + name);
    for (const std::string& name : option.get_snames()) read.names.push_back("-" + name);
    read.help = option.get_description();
    read.choices = choices_of(command, option);
    read.positional = option.get_positional();
    read.takes_value = !read.positional && option.get_items_expected_max() > 0;
    return read;
}

std::vector<Command> read(const CLI::App& app) {
    std::vector<Command> commands;
    for (const CLI::App* each : app.get_subcommands([](const CLI::App*) { return true; })) {
        Command command{each->get_name(), each->get_description(), {}};
        for (const CLI::Option* option : each->get_options()) command.options.push_back(read(*each, *option));
        commands.push_back(std::move(command));
    }
    return commands;
}

std::string joined(const std::vector<std::string>& words) { return fmt::format("{}", fmt::join(words, " ")); }

std::string all_names(const Command& command) {
    std::vector<std::string> names;
    for (const Option& option : command.options) names.insert(names.end(), option.names.begin(), option.names.end());
    return joined(names);
}

std::string command_names(const std::vector<Command>& commands) {
    std::vector<std::string> names;
    for (const Command& command : commands) names.push_back(command.name);
    return joined(names);
}

// Between single quotes of a shell.
std::string quoted(std::string text) {
    for (std::size_t at = text.find('\''); at != std::string::npos; at = text.find('\'', at + 4)) text.replace(at, 1, "'\\''");
    return text;
}

const std::vector<std::string>* positional_choices(const Command& command) {
    const auto found = std::find_if(command.options.begin(), command.options.end(), [](const Option& o) { return o.positional && !o.choices.empty(); });
    return found == command.options.end() ? nullptr : &found->choices;
}

std::string bash(const std::vector<Command>& commands) {
    std::string cases;
    for (const Command& command : commands) {
        cases += fmt::format("    {})\n      case $previous in\n", command.name);
        for (const Option& option : command.options) {
            if (!option.takes_value) continue;
            cases += fmt::format("        {}) {} ;;\n", fmt::format("{}", fmt::join(option.names, "|")),
                                 option.choices.empty() ? std::string{"COMPREPLY=($(compgen -f -- \"$word\")); return"}
                                                        : fmt::format("COMPREPLY=($(compgen -W '{}' -- \"$word\")); return", joined(option.choices)));
        }
        const auto* choices = positional_choices(command);
        const std::string rest = choices != nullptr ? fmt::format("-W '{}'", joined(*choices)) : command.name == "explain" ? "-W \"$(gouji rules 2>/dev/null | cut -d' ' -f1)\"" : "-f";
        cases += fmt::format("      esac\n      case $word in\n        -*) COMPREPLY=($(compgen -W '{}' -- \"$word\")) ;;\n        *) COMPREPLY=($(compgen {} -- \"$word\")) ;;\n      esac ;;\n",
                             all_names(command), rest);
    }
    return fmt::format(
        "# bash completion for gouji; made by `gouji completion bash`\n_gouji() {{\n  local word=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD-1]}}\n"
        "  COMPREPLY=()\n  if [ \"$COMP_CWORD\" -eq 1 ]; then\n    COMPREPLY=($(compgen -W '{} --help --version' -- \"$word\"))\n    return\n  fi\n"
        "  case ${{COMP_WORDS[1]}} in\n{}  esac\n}}\ncomplete -o filenames -F _gouji gouji\n",
        command_names(commands), cases);
}

// In a description of zsh, brackets and colons have meanings.
std::string zsh_text(const std::string& text) {
    std::string out;
    for (const char c : quoted(text)) {
        if (c == '[' || c == ']' || c == ':') out += '\\';
        out += c;
    }
    return out;
}

std::string zsh(const std::vector<Command>& commands) {
    std::string names;
    std::string cases;
    for (const Command& command : commands) {
        names += fmt::format("    '{}:{}'\n", command.name, zsh_text(command.help));
        cases += fmt::format("    {})\n      _arguments \\\n", command.name);
        for (const Option& option : command.options) {
            if (option.positional) continue;
            for (const std::string& name : option.names) {
                const std::string value = !option.takes_value ? "" : option.choices.empty() ? ":value:_files" : fmt::format(":value:({})", joined(option.choices));
                cases += fmt::format("        '{}[{}]{}' \\\n", name, zsh_text(option.help), value);
            }
        }
        const auto* choices = positional_choices(command);
        cases += choices == nullptr ? "        '*:file:_files' ;;\n" : fmt::format("        '1:kind:({})' '*:file:_files' ;;\n", joined(*choices));
    }
    return fmt::format(
        "#compdef gouji\n# zsh completion for gouji; made by `gouji completion zsh`\n_gouji() {{\n  local -a commands\n  commands=(\n{}  )\n"
        "  if (( CURRENT == 2 )); then\n    _describe command commands\n    return\n  fi\n  local name=$words[2]\n  shift words\n  (( CURRENT-- ))\n"
        "  case $name in\n{}  esac\n}}\nif [ \"$funcstack[1]\" = _gouji ]; then _gouji \"$@\"; else compdef _gouji gouji; fi\n",
        names, cases);
}

std::string fish(const std::vector<Command>& commands) {
    std::string out = "# fish completion for gouji; made by `gouji completion fish`\n";
    for (const Command& command : commands) {
        out += fmt::format("complete -c gouji -n __fish_use_subcommand -f -a {} -d '{}'\n", command.name, quoted(command.help));
    }
    for (const Command& command : commands) {
        const std::string begin = fmt::format("complete -c gouji -n '__fish_seen_subcommand_from {}'", command.name);
        for (const Option& option : command.options) {
            std::string line = begin;
            for (const std::string& name : option.names) line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
            if (option.takes_value) line += " -r";
            if (!option.choices.empty()) line += fmt::format(" -f -a '{}'", joined(option.choices));
            if (!option.positional || !option.choices.empty()) out += fmt::format("{} -d '{}'\n", line, quoted(option.help));
        }
    }
    return out;
}

}  // namespace

std::string completion_script(const CLI::App& app, std::string_view shell) {
    const auto commands = read(app);
    if (shell == "bash") return bash(commands);
    return shell == "zsh" ? zsh(commands) : fish(commands);
}

}  // namespace gouji::app
