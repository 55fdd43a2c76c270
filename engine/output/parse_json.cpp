// SPDX-License-Identifier: Apache-2.0
// `gouji parse`: what was read of a report. First what users rely on (docs/interface), then the tree it was read from.
#include "engine/output/json_parts.hpp"
#include "engine/output/parse_names.hpp"
#include "engine/output/parse_tree.hpp"
#include "engine/output/region.hpp"

namespace gouji::output {
namespace {

using model::Document;

class DocumentJson {
public:
    DocumentJson(JsonStream& json, const text::SourceText& source, const Document& document)
        : json_{json}, source_{source}, document_{document} {}

    void write(const std::string& path) {
        json_.open_object();
        identity(path);
        list("sections", document_.sections, [&](const model::Section& each) { section(each); });
        figures();
        claims();
        list("tables", document_.tables, [&](const model::Table& each) { table(each); });
        if (document_.tree != nullptr) write_tree(json_, source_, *document_.tree);
        json_.close_object();
    }

private:
    template <class List, class Write>
    void list(std::string_view name, const List& items, Write write) {
        json_.open_array(name);
        for (const auto& item : items) {
            json_.break_line();
            write(item);
        }
        json_.close_array();
    }

    void format_member(std::string_view name, const model::Format* format) {
        json_.key(name);
        format == nullptr ? json_.null() : json_.value(format->id);
    }

    void identity(const std::string& path) {
        json_.member("path", path);
        json_.member("encoding", source_.encoding());
        json_.member("title", document_.title);
        json_.member("agency", document_.agency);
        json_.member("year", document_.year);
        format_member("format", document_.format);
        format_member("required_format", document_.required_format);
        json_.key("period");
        document_.period ? period(*document_.period) : json_.null();
        json_.key("published");
        document_.published ? json_.value(iso_date(document_.published->date)) : json_.null();
    }

    void period(const model::Period& period) {
        json_.open_object();
        json_.member("from", iso_date(period.from));
        json_.member("to", iso_date(period.to));
        json_.close_object();
    }

    void section(const model::Section& section) {
        json_.open_object();
        json_.key("id");
        section.spec == nullptr ? json_.null() : json_.value(section.spec->id);
        json_.member("title", text_of(source_, section.title));
        json_.key("number");
        section.number.style == grammar::Numbering::absent ? json_.null() : json_.value(section.number.value);
        json_.member("numbering", to_string(section.number.style));
        json_.member("match", section.spec == nullptr ? std::string_view{"unknown"} : to_string(section.match));
        write_region(json_, source_, section.heading);
        json_.close_object();
    }

    // Every figure of the format, in its order; the document's array is as long as the format's.
    void figures() {
        json_.open_object("figures");
        const std::size_t count = document_.format == nullptr ? 0 : document_.figures.size();
        for (std::size_t i = 0; i < count; ++i) {
            json_.break_line();
            json_.key(document_.format->figures[i].id);
            figure(document_.figures[i], document_.format->figures[i]);
        }
        json_.close_object();
    }

    void figure(const model::Figure& figure, const model::FigureSpec& spec) {
        const bool has_place = figure.state != model::FigureState::absent;
        json_.open_object();
        json_.member("state", to_string(figure.state));
        json_.key("value");
        figure.state == model::FigureState::value ? json_.value(figure.value) : json_.null();
        json_.member("text", figure.text);
        json_.member_if("unit", figure.unit.empty() ? std::string_view{spec.unit} : figure.unit);
        if (has_place) {
            write_region(json_, source_, figure.span);
        } else {
            for (const std::string_view name : {"line", "column", "end_line", "end_column"}) json_.key(name), json_.null();
        }
        json_.close_object();
    }

    // What rules may compare, and apart from it what was read and set aside, with the reason.
    void claims() {
        for (const bool comparable : {true, false}) {
            json_.open_array(comparable ? JsonName{"claims"} : JsonName{"claims_set_aside"});
            for (const model::Claim& each : document_.claims) {
                if (each.comparable != comparable) continue;
                json_.break_line();
                claim(each);
            }
            json_.close_array();
        }
    }

    void claim(const model::Claim& claim) {
        json_.open_object();
        json_.member("quantity", claim.quantity);
        json_.member("kind", to_string(claim.kind));
        json_.key("value");
        claim.kind == model::ClaimKind::exists ? json_.null() : json_.value(claim.value);
        json_.member("unit", claim.unit);
        json_.member("approximate", claim.approximate);
        json_.member("text", text_of(source_, claim.span));
        write_region(json_, source_, claim.number.empty() ? claim.span : claim.number);
        json_.member_if("scope", claim.scope);
        json_.close_object();
    }

    void table(const model::Table& table) {
        json_.open_object();
        json_.key("id");
        table.spec == nullptr ? json_.null() : json_.value(table.spec->id);
        json_.member("state", to_string(table.state));
        format_member("format", table.own_format);
        if (table.state != model::TableState::absent) write_region(json_, source_, table.span);
        list("defects", table.defects, [&](const model::Defect& each) { defect(each, table); });
        json_.close_object();
    }

    void defect(const model::Defect& defect, const model::Table& table) {
        json_.open_object();
        json_.member("kind", to_string(defect.kind));
        json_.member_if("expected", defect.expected);
        json_.member_if("found", defect.found);
        json_.member("uncertain", defect.uncertain);
        write_region(json_, source_, defect.span);
        const model::Format* format = table.own_format == nullptr ? document_.format : table.own_format;
        json_.open_array("figures");
        for (const model::FigureIndex index : defect.figures) {
            if (format != nullptr && index < format->figures.size()) json_.value(format->figures[index].id);
        }
        json_.close_array();
        json_.close_object();
    }

    JsonStream& json_;
    const text::SourceText& source_;
    const Document& document_;
};

}  // namespace

std::string parse_json(const std::string& path, const text::SourceText& source, const Document& document) {
    std::string out;
    JsonStream json{[&](std::string_view piece) { out += piece; }};
    DocumentJson{json, source, document}.write(path);
    json.break_line();
    json.flush();
    return out;
}

}  // namespace gouji::output
