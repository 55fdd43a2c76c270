// SPDX-License-Identifier: Apache-2.0
#include "engine/readers/html/nesting.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace gouji::readers::html {
namespace {

constexpr std::array table_parts{"table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th"};

}  // namespace

bool is_table_part(std::string_view name) { return std::ranges::find(table_parts, name) != table_parts.end(); }

namespace {

// An end tag does not reach out of these.
bool is_barrier(std::string_view open, std::string_view closing) {
    if (open == "table") return closing != "table";
    if (is_table_part(closing)) return false;
    if (open == "td" || open == "th" || open == "caption") return true;
    return closing == "li" && (open == "ul" || open == "ol");
}

bool is_any(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::ranges::find(names, name) != names.end();
}

}  // namespace

bool is_implied(std::string_view closed, std::string_view next, bool opens) {
    if (closed == "td" || closed == "th")
        return opens ? is_any(next, {"td", "th", "tr"}) : is_any(next, {"tr", "tbody", "table"});
    if (closed == "tr") return opens ? next == "tr" : is_any(next, {"tbody", "table"});
    if (closed == "p") return opens ? next == "p" : is_any(next, {"td", "th", "div", "li"});
    return closed == "li" && (opens ? next == "li" : is_any(next, {"ul", "ol"}));
}

// Ends an open `name` or `other` unless one of the two outer elements stands between.
void Nesting::close_same(std::string_view name, std::string_view other, std::string_view within, std::string_view or_within) {
    for (std::size_t i = open_.size(); i-- > 0;) {
        if (open_[i] == within || open_[i] == or_within) return;
        if (open_[i] != name && open_[i] != other) continue;
        open_.resize(i);
        return;
    }
}

void Nesting::open(std::string_view name) {
    if (!open_.empty() && open_.back() == "p") open_.pop_back();
    if (name == "td" || name == "th") close_same("td", "th", "table", "table");
    if (name == "tr") close_same("tr", "tr", "table", "table");
    if (name == "tbody" || name == "thead" || name == "tfoot") {
        close_same("tbody", "thead", "table", "table");
        close_same("tfoot", "tfoot", "table", "table");
    }
    if (!open_.empty() && open_.back() == name && (name == "li" || name == "p")) open_.pop_back();
    if (!open_.empty() && (name == "dd" || name == "dt") && (open_.back() == "dd" || open_.back() == "dt")) open_.pop_back();
    open_.push_back(name);
}

void Nesting::close(std::string_view name) {
    for (std::size_t i = open_.size(); i-- > 0;) {
        if (open_[i] == name) return open_.resize(i);
        if (is_barrier(open_[i], name)) return;
    }
}

}  // namespace gouji::readers::html
