// SPDX-License-Identifier: Apache-2.0
#include "engine/stored/stored_finding.hpp"

#include <algorithm>

namespace gouji::stored {

namespace {

using finding::Finding;
using finding::Fix;
using finding::Operand;
using finding::Place;
using finding::Suspect;
using text::SourceText;
using text::Span;

enum class Where : std::uint8_t { here, own_line, other_report };

// A span by its line and the bytes in that line.
struct InLine {
    std::uint32_t line = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

InLine in_line(const SourceText& source, Span span) {
    const std::uint32_t line = source.line_of(span.begin);
    const Span whole = source.line_span(line);
    const auto offset = [&](std::uint32_t at) { return std::clamp(at, whole.begin, whole.end) - whole.begin; };
    return {line, offset(span.begin), offset(span.end)};
}

Span in_text(const SourceText& source, const InLine& place) {
    const Span whole = source.line_span(std::min(std::max(place.line, 1U), source.line_count()));
    return {std::min(whole.begin + place.begin, whole.end), std::min(whole.begin + place.end, whole.end)};
}

class FindingWriter {
public:
    FindingWriter(ByteWriter& to, const SourceText* own) : to_{to}, own_{own} {}

    void write(const Finding& finding) {
        to_.number(finding.severity);
        to_.number(finding.kind);
        to_.number(finding.across);
        place(finding.place);
        to_.text(finding.message);
        list(finding.operands, [&](const Operand& each) { operand(each); });
        to_.text(finding.calculation);
        list(finding.related, [&](const Place& each) { place(each); });
        list(finding.suspects, [&](const Suspect& each) { suspect(each); });
        to_.text(finding.hypothesis);
        list(finding.fixes, [&](const Fix& each) { fix(each); });
        to_.text(finding.cause);
        to_.text(finding.fingerprint_key);
    }

private:
    template <class T, class Put>
    void list(const std::vector<T>& all, const Put& put) {
        to_.count(all.size());
        for (const T& each : all) put(each);
    }

    void place(const Place& place) {
        const Where where = place.elsewhere == nullptr ? Where::here : place.elsewhere == own_ ? Where::own_line : Where::other_report;
        to_.number(where);
        if (where == Where::here) {
            to_.number(place.span);
        } else {
            const InLine at = in_line(*place.elsewhere, place.span);
            to_.number(at);
            if (where == Where::other_report) {
                to_.text(place.elsewhere->name());
                to_.text(place.elsewhere->encoding());
                to_.text(place.elsewhere->slice(place.elsewhere->line_span(at.line)));
            }
        }
        to_.text(place.logical);
        to_.text(place.label);
    }

    void operand(const Operand& operand) {
        place(operand.place);
        to_.text(operand.written);
        to_.number(operand.value.has_value());
        if (operand.value) to_.number(operand.value->units());
        to_.number(operand.stated);
    }

    void suspect(const Suspect& suspect) {
        to_.text(suspect.figure);
        to_.text(suspect.label);
        to_.number(suspect.value.units());
    }

    void fix(const Fix& fix) {
        to_.text(fix.description.zh);
        to_.text(fix.description.en);
        to_.number(fix.safe);
        list(fix.replacements, [&](const finding::Replacement& each) {
            to_.number(each.span);
            to_.text(each.text);
        });
    }

    ByteWriter& to_;
    const SourceText* own_;
};

class FindingReader {
public:
    FindingReader(ByteReader& from, const SourceText& whole, Sources& sources) : from_{from}, whole_{whole}, sources_{sources} {}

    Finding read() {
        Finding finding;
        finding.severity = from_.number<finding::Severity>();
        finding.kind = from_.number<finding::Kind>();
        finding.across = flag();
        finding.place = place();
        finding.message = from_.text();
        list(finding.operands, [&] { return operand(); });
        finding.calculation = from_.text();
        list(finding.related, [&] { return place(); });
        list(finding.suspects, [&] { return suspect(); });
        finding.hypothesis = from_.text();
        list(finding.fixes, [&] { return fix(); });
        finding.cause = from_.text();
        finding.fingerprint_key = from_.text();
        return finding;
    }

private:
    template <class T, class Get>
    void list(std::vector<T>& all, const Get& get) {
        for (std::size_t left = from_.count(); left > 0 && from_.good(); --left) all.push_back(get());
    }

    bool flag() { return from_.number<std::uint8_t>() != 0; }
    text::Decimal decimal() { return text::Decimal::scaled(from_.number<std::int64_t>()); }

    Place place() {
        Place place;
        const auto where = from_.number<Where>();
        if (where == Where::here) {
            place.span = from_.number<Span>();
        } else {
            const auto at = from_.number<InLine>();
            if (where == Where::own_line) place.span = in_text(whole_, at);
            else other_report(at, place);
        }
        place.logical = from_.text();
        place.label = from_.text();
        return place;
    }

    // A text that has nothing but that line, under its own number.
    void other_report(const InLine& at, Place& place) {
        const std::string_view name = from_.text();
        const std::string_view encoding = from_.text();
        const std::string_view line = from_.text();
        if (!from_.good() || at.line == 0) return;
        sources_.push_back(std::make_unique<SourceText>(std::string{name}, std::string(at.line - 1, '\n').append(line), std::string{encoding}));
        place.elsewhere = sources_.back().get();
        place.span = in_text(*place.elsewhere, at);
    }

    Operand operand() {
        Operand operand;
        operand.place = place();
        operand.written = from_.text();
        if (flag()) operand.value = decimal();
        operand.stated = flag();
        return operand;
    }

    Suspect suspect() {
        Suspect suspect;
        suspect.figure = from_.text();
        suspect.label = from_.text();
        suspect.value = decimal();
        return suspect;
    }

    Fix fix() {
        Fix fix;
        fix.description.zh = from_.text();
        fix.description.en = from_.text();
        fix.safe = flag();
        list(fix.replacements, [&] {
            const Span span = from_.number<Span>();
            return finding::Replacement{span, std::string{from_.text()}};
        });
        return fix;
    }

    ByteReader& from_;
    const SourceText& whole_;
    Sources& sources_;
};

}  // namespace

void write_finding(ByteWriter& to, const Finding& finding, const std::vector<finding::RuleInfo>& rules, const SourceText* own) {
    to.count(static_cast<std::size_t>(finding.rule - rules.data()));
    FindingWriter{to, own}.write(finding);
}

Finding read_finding(ByteReader& from, const std::vector<finding::RuleInfo>& rules, const SourceText& whole, Sources& sources) {
    const auto rule = from.number<std::uint32_t>();
    Finding finding = FindingReader{from, whole, sources}.read();
    finding.rule = &rules[std::min<std::size_t>(rule, rules.size() - 1)];
    return finding;
}

}  // namespace gouji::stored
