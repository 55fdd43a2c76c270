// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <set>

#include "engine/config/format_parts.hpp"
#include "engine/config/pack.hpp"

namespace gouji::config {
namespace {

using model::Format;

class FormatReader {
public:
    explicit FormatReader(TomlText& toml) : toml_{toml} {}

    Format read() {
        const TomlTable root = toml_.root();
        root.only({"id", "name", "first_year", "last_year", "report_name", "report_name_accepted", "section", "table", "sum"});
        format_.id = root.text("id");
        format_.name = root.text("name");
        format_.year_from = static_cast<std::int16_t>(root.integer("first_year", 1900, 9999));
        format_.year_to = static_cast<std::int16_t>(root.integer_or("last_year", format_.year_from, 9999, 0));
        format_.report_name = model::make_label(root.text("report_name"), root.texts("report_name_accepted"));
        for (const TomlTable& section : root.tables("section")) read_section(section);
        if (format_.sections.empty()) root.fail({"格式没有章节（[[section]]）", "the format has no sections ([[section]])"});
        const std::vector<TomlTable> tables = root.tables("table");
        for (const TomlTable& table : tables) read_table(table);
        model::number_figures(format_);
        tell_of_doubled_figures(tables);
        for (std::size_t i = 0; i < tables.size(); ++i) read_identities(tables[i], i, format_, toml_);
        make_aggregates(format_);
        read_sums(root, format_, toml_);
        return std::move(format_);
    }

private:
    void read_section(const TomlTable& at) {
        at.only({"id", "number", "title", "accepted", "topics"});
        model::SectionSpec section;
        section.id = at.text("id");
        section.key = "section:" + section.id;
        section.number = static_cast<std::uint16_t>(at.integer("number", 1, 99));
        section.title = model::make_label(at.text("title"), at.texts("accepted"));
        section.topics = at.texts("topics");
        unique(section_ids_, section.id, at, "id");
        unique(section_numbers_, std::to_string(section.number), at, "number");
        format_.sections.push_back(std::move(section));
    }

    void read_table(const TomlTable& at) {
        at.only({"id", "section", "name", "block", "identity"});
        model::TableSpec table;
        table.id = at.text("id");
        table.section = at.text("section");
        table.section_key = "section:" + table.section;
        table.name = model::make_label(at.text("name"));
        unique(table_ids_, table.id, at, "id");
        if (!section_ids_.contains(table.section)) {
            toml_.unknown_name(at.string("section"), {section_ids_.begin(), section_ids_.end()}, {"章节", "section"});
        }
        table.blocks = read_blocks(at, toml_);
        format_.tables.push_back(std::move(table));
    }

    void unique(std::set<std::string>& seen, const std::string& value, const TomlTable& at, std::string_view key) {
        if (value.empty() || seen.insert(value).second) return;
        at.fail({fmt::format("“{}”的值“{}”重复", key, value), fmt::format("{} '{}' is used twice", key, value)}, key);
    }

    // Two rows of one id would share a figure.
    void tell_of_doubled_figures(const std::vector<TomlTable>& tables) {
        for (std::size_t i = 0; i < format_.figures.size(); ++i) {
            const model::FigureSpec& figure = format_.figures[i];
            if (format_.figure_index.at(figure.id) == i) continue;
            tables[figure.table].fail({fmt::format("数值“{}”定义了两次", figure.id), fmt::format("figure '{}' is defined twice", figure.id)});
            return;
        }
        if (format_.figures.size() >= model::no_figure) toml_.root().fail({"格式的数值过多", "the format has too many figures"});
    }

    TomlText& toml_;
    Format format_;
    std::set<std::string> section_ids_, section_numbers_, table_ids_;
};

}  // namespace

text::Result<model::Format> read_format(std::string_view toml, const std::string& file) {
    auto parsed = TomlText::parse(toml, file, text::ProblemKind::format);
    if (!parsed) return tl::unexpected(parsed.error());
    Format format = FormatReader{**parsed}.read();
    if ((*parsed)->problem()) return tl::unexpected(*(*parsed)->problem());
    return format;
}

}  // namespace gouji::config
