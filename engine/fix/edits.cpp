// SPDX-License-Identifier: Apache-2.0
#include "engine/fix/edits.hpp"

#include <algorithm>

namespace gouji::fix {
namespace {

// Two edits at one place have no order of their own, so they clash like those that overlap.
bool clash(text::Span a, text::Span b) { return a.overlaps(b) || a.begin == b.begin; }

bool on_boundary(std::string_view text, std::uint32_t offset) {
    return offset == text.size() || (offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0U) != 0x80U);
}

bool fits(std::string_view text, const Edit& edit) {
    return edit.span.begin <= edit.span.end && on_boundary(text, edit.span.begin) && on_boundary(text, edit.span.end);
}

bool by_place(const Edit* a, const Edit* b) { return a->span < b->span; }

bool joins(const std::vector<const Edit*>& chosen, const Correction& correction) {
    std::vector<const Edit*> all = chosen;
    for (const Edit& edit : correction) {
        if (std::any_of(all.begin(), all.end(), [&](const Edit* other) { return clash(other->span, edit.span); })) return false;
        all.push_back(&edit);
    }
    return true;
}

}  // namespace

Applied apply(std::string_view text, const std::vector<Correction>& corrections) {
    Applied applied;
    std::vector<const Edit*> chosen;
    for (const Correction& correction : corrections) {
        const bool whole = std::all_of(correction.begin(), correction.end(), [&](const Edit& edit) { return fits(text, edit); });
        const bool made = whole && !correction.empty() && joins(chosen, correction);
        applied.made.push_back(made);
        if (!made) continue;
        ++applied.count;
        for (const Edit& edit : correction) chosen.push_back(&edit);
    }
    std::sort(chosen.begin(), chosen.end(), by_place);
    std::uint32_t at = 0;
    for (const Edit* edit : chosen) {
        applied.text.append(text.substr(at, edit->span.begin - at)).append(edit->text);
        at = edit->span.end;
    }
    applied.text.append(text.substr(at));
    return applied;
}

}  // namespace gouji::fix
