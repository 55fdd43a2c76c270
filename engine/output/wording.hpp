// SPDX-License-Identifier: Apache-2.0
// Every fixed word of the outputs, in the two languages of the program, in one table. {} are fmt's places. What a rule says
// is not here: that is in the rule.
#pragma once

#include <string_view>

#include "engine/finding/finding.hpp"

namespace gouji::output {

struct Wording {
    std::string_view language;  // BCP 47
    // text: the parts of a finding
    std::string_view review;            // stands for the severity of what a person has to look at
    std::string_view fail;              // the other kind
    std::string_view calculation;
    std::string_view operands;
    std::string_view others_zero;       // {} count
    std::string_view related;
    std::string_view related_lines;     // {} line ranges, {} count
    std::string_view line;              // {} number
    std::string_view at_line;           // {} number, behind a figure
    std::string_view at_file;           // {} path, {} number, behind a figure of another report
    std::string_view shared_label;      // {} what the labels of several figures have in common
    std::string_view until_line;        // {} number: where a place of several lines ends
    std::string_view original;          // heads the place in the original document
    std::string_view original_page;     // {} number, and so on
    std::string_view original_paragraph;
    std::string_view original_table;
    std::string_view original_row;
    std::string_view original_column;
    std::string_view original_between;
    std::string_view consequences;      // {} count: other findings of the same cause
    std::string_view suspect;           // {} list of changes
    std::string_view suspect_change;    // {} label, {} value
    std::string_view and_between;
    std::string_view hypothesis;
    std::string_view fix;
    std::string_view unsafe_fix;
    std::string_view basis;
    std::string_view advice;
    std::string_view waived;            // {} reason
    std::string_view known;             // in the baseline
    std::string_view list_comma;
    std::string_view list_semicolon;
    std::string_view quote_open;
    std::string_view quote_close;
    std::string_view sentence_end;
    std::string_view year;              // {}
    std::string_view format;            // {}
    // summary
    std::string_view summary_files;     // {} count
    std::string_view summary_clean;
    std::string_view summary_counts;    // {} errors, {} warnings, {} notes
    std::string_view summary_review;    // {}
    std::string_view summary_suppressed;// {} waived, {} known
    std::string_view summary_fixable;   // {}
    std::string_view summary_unsafe;    // {}
    std::string_view summary_fixed;     // {} corrections, {} files
    std::string_view summary_pending;   // {} corrections, {} files
    std::string_view summary_refused;   // {}
    std::string_view summary_unread;    // {}
    std::string_view summary_end;
    std::string_view statistics;        // heading
    std::string_view statistics_agencies;
    // names
    std::string_view blank;             // an operand without a value
    std::string_view unreadable;
    std::string_view severity_error;
    std::string_view severity_warning;
    std::string_view severity_note;
    // rule help
    std::string_view what;
    std::string_view why;
    std::string_view bad_example;
    std::string_view good_example;
    // SARIF and reports
    std::string_view full_name;
    std::string_view exit_clean;
    std::string_view exit_findings;
    std::string_view exit_trouble;
    std::string_view taxonomy;
    std::string_view taxonomy_says;
    std::string_view in_force_since;    // {}
    std::string_view clean_report;
    // the page
    std::string_view suspect_name;
    std::string_view page_title;
    std::string_view page_summary;
    std::string_view page_rules;
    std::string_view page_reports;
    std::string_view page_problems;
    std::string_view page_findings;
    std::string_view page_text;
    std::string_view page_table;        // {} number
    std::string_view page_place;        // {} line, {} column
    std::string_view page_search;
    std::string_view page_more;         // # stands for a number
    std::string_view file;
    std::string_view agency;
    std::string_view year_name;
    std::string_view format_name;
    std::string_view rule;
    std::string_view severity;
    std::string_view message;
    std::string_view place;
    std::string_view count;
    std::string_view report_count;
    std::string_view families;
    std::string_view unread;
    std::string_view problem;
};

[[nodiscard]] const Wording& wording(bool english);

// 错误 / error: for tables and pages. The text output has the English word, which editors look for.
[[nodiscard]] std::string_view severity_name(const Wording& words, finding::Severity severity);

}  // namespace gouji::output
