// SPDX-License-Identifier: Apache-2.0
#include "engine/output/html_findings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "engine/output/escape.hpp"
#include "engine/output/html_page.hpp"
#include "engine/output/phrases.hpp"
#include "engine/output/region.hpp"
#include "engine/output/visible.hpp"

namespace gouji::output {
namespace {

using finding::Finding;

class FindingsList {
public:
    FindingsList(const ReportView& report, std::size_t number, const std::vector<const JudgedFinding*>& findings, bool english)
        : report_{report}, number_{number}, findings_{findings}, english_{english}, words_{wording(english)}, drawn_(findings.size()) {}

    std::string write() {
        out_ = "<ul class=\"findings\">\n";
        for (std::size_t i = 0; i < findings_.size(); ++i) {
            if (!drawn_[i]) group(i);
        }
        return out_ + "</ul>\n";
    }

private:
    void group(std::size_t first) {
        const std::string& cause = findings_[first]->finding.cause;
        std::vector<std::size_t> others;
        for (std::size_t i = first + 1; i < findings_.size(); ++i) {
            if (!cause.empty() && findings_[i]->finding.cause == cause) others.push_back(i);
        }
        open(first);
        entry_calculation(findings_[first]->finding);
        remedy(*findings_[first]);
        if (!others.empty()) {
            out_ += "<p class=\"soft\">" + fmt::format(fmt::runtime(words_.consequences), others.size()) + "</p>\n<ul class=\"also\">\n";
            for (const std::size_t i : others) {
                open(i);
                entry_calculation(findings_[i]->finding);
                out_ += "</dl></li>\n";
            }
            out_ += "</ul>\n";
        }
        out_ += "</li>\n";
    }

    // Opens the item and its list of facts, up to the message.
    void open(std::size_t i) {
        drawn_[i] = true;
        const JudgedFinding& judged = *findings_[i];
        const Finding& finding = judged.finding;
        const Region at = region_of(*report_.source, finding.place.span);
        const std::string place = fmt::format(fmt::runtime(words_.page_place), at.start.line, at.start.column);
        fmt::format_to(std::back_inserter(out_),
                       "<li class=\"f {}{}\" id=\"f{}-{}\" data-severity=\"{}\" data-kind=\"{}\" data-rule=\"{}\" data-file=\"{}\" data-line=\"{}\" data-place=\"{}\">\n",
                       class_of(finding), judged.suppressed() ? " suppressed" : "", number_, i, finding::to_string(finding.severity),
                       class_of(finding), xml_attribute(finding.rule->id), xml_attribute(visible(*report_.path)), at.start.line, place);
        const std::string_view badge = finding.kind == finding::Kind::review ? words_.review : severity_name(words_, finding.severity);
        const std::string link = has_place(finding.place.span) ? fmt::format("<a href=\"#m{}-{}\">{}</a>", number_, i, place) : std::string{};
        fmt::format_to(std::back_inserter(out_), "<h3><span class=\"badge {}\">{}</span> {} {} {}</h3>\n<p class=\"message\">{}</p>\n<dl>\n",
                       class_of(finding), badge, html_escaped(finding.rule->id), html_escaped(finding.rule->title.in(english_)), link,
                       html_escaped(finding.message));
    }

    void entry(std::string_view name, const std::string& content, std::string_view css = {}) {
        if (content.empty()) return;
        const std::string attribute = css.empty() ? std::string{} : fmt::format(" class=\"{}\"", css);
        // The names end with a colon for the text output.
        while (name.ends_with("：") || name.ends_with(": ")) name.remove_suffix(name.ends_with(": ") ? 2 : 3);
        std::string_view said = content;
        if (said.starts_with(name) && said.size() > name.size()) {  // its name stands before it already
            said.remove_prefix(name.size());
            said.remove_prefix(said.starts_with(": ") ? 2 : said.starts_with("：") ? 3 : 0);
        }
        fmt::format_to(std::back_inserter(out_), "<dt>{}</dt><dd{}>{}</dd>\n", name, attribute, html_escaped(said));
    }

    void entry_calculation(const Finding& finding) {
        entry(words_.calculation, finding.calculation, "calc");
        if (!finding.operands.empty()) entry(words_.operands, operand_phrase(finding.operands, *report_.source, words_));
        if (!finding.related.empty()) entry(words_.related, related_phrase(finding.related, *report_.source, words_));
    }

    void remedy(const JudgedFinding& judged) {
        const Finding& finding = judged.finding;
        entry(words_.suspect_name, suspect_phrase(finding.suspects, words_));
        entry(words_.hypothesis, finding.hypothesis);
        entry(words_.basis, basis_phrase(*finding.rule, english_, report_.law_year()));
        entry(words_.advice, finding.rule->advice.in(english_));
        for (const finding::Fix& fix : finding.fixes) entry(fix.safe ? words_.fix : words_.unsafe_fix, fix.description.in(english_));
        out_ += "</dl>\n";
        const std::string suppression = suppression_phrase(judged, words_);
        if (!suppression.empty()) out_ += "<p class=\"soft\">" + html_escaped(suppression) + "</p>\n";
    }

    const ReportView& report_;
    std::size_t number_;
    const std::vector<const JudgedFinding*>& findings_;
    bool english_;
    const Wording& words_;
    std::vector<bool> drawn_;
    std::string out_;
};

}  // namespace

std::string html_findings(const ReportView& report, std::size_t number, const std::vector<const JudgedFinding*>& findings, bool english) {
    return FindingsList{report, number, findings, english}.write();
}

}  // namespace gouji::output
