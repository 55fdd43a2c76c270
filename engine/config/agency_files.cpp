// SPDX-License-Identifier: Apache-2.0
// Tables of agencies: other names, and who stands above whom.
#include <algorithm>
#include <array>

#include "engine/config/agency_names.hpp"
#include "engine/config/keys.hpp"

namespace gouji::config {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::array<std::string_view, 2> header_words{"superior", "上级"};

// A field of a CSV line; quoted where it begins with a quotation mark.
std::string take_field(std::string_view& line) {
    std::string field;
    if (!line.starts_with('"')) {
        field = line.substr(0, line.find(','));
        line.remove_prefix(std::min(line.size(), field.size() + 1));
    } else {
        std::size_t at = 1;
        for (; at < line.size(); ++at) {
            if (line[at] != '"') field += line[at];
            else if (line.substr(at + 1).starts_with('"')) field += line[at++];
            else break;
        }
        line.remove_prefix(std::min(line.size(), at + 1));
        line.remove_prefix(std::min(line.size(), line.find(',') == 0 ? std::size_t{1} : std::size_t{0}));
    }
    const auto is_space = [](char c) { return c == ' ' || c == '\t'; };
    field.erase(field.begin(), std::find_if_not(field.begin(), field.end(), is_space));
    field.erase(std::find_if_not(field.rbegin(), field.rend(), is_space).base(), field.end());
    return field;
}

void add(std::vector<Subordinates>& all, const std::string& superior, std::string subordinate) {
    const auto known = std::find_if(all.begin(), all.end(), [&](const Subordinates& each) { return each.superior == superior; });
    if (known != all.end()) known->names.push_back(std::move(subordinate));
    else all.push_back({superior, {std::move(subordinate)}});
}

std::vector<Subordinates> read_csv(std::string_view csv, const std::string& file, text::Problems& problems) {
    std::vector<Subordinates> all;
    std::uint32_t number = 0;
    while (!csv.empty()) {
        std::string_view line = csv.substr(0, csv.find('\n'));
        csv.remove_prefix(std::min(csv.size(), line.size() + 1));
        ++number;
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty() || line.starts_with('#')) continue;
        const std::string written{line};
        const std::string superior = take_field(line);
        std::string subordinate = take_field(line);
        if (number == 1 && std::find(header_words.begin(), header_words.end(), superior) != header_words.end()) continue;
        if (!superior.empty() && !subordinate.empty()) {
            add(all, superior, std::move(subordinate));
            continue;
        }
        problems.push_back({text::ProblemKind::configuration, {"每行应当是：上级,下级", "each line has to be: superior,subordinate"}, file, number, 0, written, {}});
    }
    return all;
}

// A TOML file has an assignment or a table on its first line that says something; CSV has neither.
bool is_toml(std::string_view bytes) {
    while (!bytes.empty()) {
        const std::string_view line = bytes.substr(0, bytes.find('\n'));
        bytes.remove_prefix(std::min(bytes.size(), line.size() + 1));
        const std::size_t first = line.find_first_not_of(" \t\r");
        if (first == std::string_view::npos || line[first] == '#') continue;
        return line[first] == '[' || line.find('=') != std::string_view::npos;
    }
    return true;
}

}  // namespace

AgencyNames read_agency_names(const TomlTable& entry) {
    entry.only(key_names(agency_key_list()));
    return {entry.text("name"), entry.texts("also")};
}

std::vector<AgencyNames> read_agencies(std::string_view toml, const std::string& file, text::Problems& problems) {
    std::vector<AgencyNames> agencies;
    auto text = TomlText::parse(toml, file, text::ProblemKind::configuration);
    if (!text) {
        problems.push_back(std::move(text.error()));
        return agencies;
    }
    for (const TomlTable& entry : (*text)->root().only({"agencies"}).tables("agencies")) agencies.push_back(read_agency_names(entry));
    problems.insert(problems.end(), (*text)->problems().begin(), (*text)->problems().end());
    return agencies;
}

std::vector<Subordinates> read_hierarchy(std::string_view bytes, const std::string& file, text::Problems& problems) {
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    if (!is_toml(bytes)) return read_csv(bytes, file, problems);
    std::vector<Subordinates> all;
    auto text = TomlText::parse(bytes, file, text::ProblemKind::configuration);
    if (!text) {
        problems.push_back(std::move(text.error()));
        return all;
    }
    for (const TomlTable& entry : (*text)->root().only({"hierarchy"}).tables("hierarchy")) {
        all.push_back({entry.only({"superior", "subordinates"}).text("superior"), entry.texts("subordinates")});
    }
    problems.insert(problems.end(), (*text)->problems().begin(), (*text)->problems().end());
    return all;
}

}  // namespace gouji::config
