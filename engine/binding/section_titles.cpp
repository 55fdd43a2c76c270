// SPDX-License-Identifier: Apache-2.0
#include "engine/binding/section_titles.hpp"

#include <algorithm>
#include <array>

#include "grammar/text/character.hpp"

namespace gouji::binding {

using model::Format;
using model::Label;
using model::SectionSpec;
using model::TitleMatch;

namespace {

constexpr int worth_of_number = 20;

std::u32string characters(std::string_view text) {
    std::u32string out;
    for (std::uint32_t i = 0; i < text.size();) {
        const text::CodePoint at = text::code_point_at(text, i);
        if (text::is_han(at.value)) out.push_back(at.value);
        i += at.bytes;
    }
    return out;
}

std::u32string sorted_set(std::u32string all) {
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

}  // namespace

std::string_view bare_title(std::string_view title) {
    static constexpr std::array<std::string_view, 6> ends{"。", "…", "·", ".", ":", ";"};
    bool again = true;
    while (again && !title.empty()) {
        again = false;
        for (const std::string_view end : ends) {
            if (!title.ends_with(end)) continue;
            title.remove_suffix(end.size());
            again = true;
        }
        const std::size_t digits = title.size() - (title.find_last_not_of("0123456789-") + 1);
        const bool led = digits != 0 && digits < title.size() &&
                         std::any_of(ends.begin(), ends.end(), [&](auto end) { return title.substr(0, title.size() - digits).ends_with(end); });
        if (led) title.remove_suffix(digits), again = true;
    }
    return title;
}

SectionTitles::SectionTitles(const std::vector<Format>& formats) {
    std::vector<std::string_view> ids;
    const auto add = [this](const std::string& folded, const SectionSpec& section, TitleMatch match) {
        const bool known = std::any_of(wordings_.begin(), wordings_.end(), [&](const Wording& other) { return other.folded == folded; });
        if (!known && !folded.empty()) wordings_.push_back({folded, {&section, match, 100}, {}, 0});
    };
    for (const Format& format : formats) {
        section_count_ = std::max(section_count_, format.sections.size());
        for (const SectionSpec& section : format.sections) add(section.title.folded, section, TitleMatch::exact);
    }
    for (const Format& format : formats) {
        for (const SectionSpec& section : format.sections) {
            for (const std::string& accepted : section.title.accepted_folded) add(accepted, section, TitleMatch::accepted);
        }
        for (const model::TableSpec& table : format.tables) {
            for (const model::BlockSpec& block : table.blocks) {
                for (const model::RowSpec& row : block.rows) rows_.push_back(row.label.folded);
                for (const model::RowGroup& group : block.groups) rows_.push_back(group.label.folded);
            }
        }
    }
    std::stable_sort(wordings_.begin(), wordings_.end(),
                     [](const Wording& a, const Wording& b) { return a.hit.spec->number < b.hit.spec->number; });
    for (std::size_t i = 0; i < wordings_.size(); ++i) by_text_.emplace(wordings_[i].folded, i);
    for (const Wording& wording : wordings_) texts_.emplace_back(wording.folded);

    std::unordered_map<std::string_view, std::u32string> of_section;
    for (Wording& wording : wordings_) {
        wording.characters = characters(wording.folded);
        of_section[wording.hit.spec->id] += wording.characters;
    }
    for (auto& [id, all] : of_section) {
        for (const char32_t c : sorted_set(std::move(all))) ++titles_with_[c];
    }
    for (Wording& wording : wordings_) {
        for (const char32_t c : wording.characters) wording.weight += known_weight(c);
    }
}

double SectionTitles::known_weight(char32_t c) const {
    const auto found = titles_with_.find(c);
    return found == titles_with_.end() ? 0.0 : 1.0 / found->second;
}

std::optional<TitleHit> SectionTitles::find(std::string_view title) const {
    const auto found = by_text_.find(title);
    if (found == by_text_.end()) return std::nullopt;
    return wordings_[found->second].hit;
}

std::optional<TitleHit> SectionTitles::nearest(std::string_view title, std::uint16_t number, int least) const {
    const std::u32string asked = characters(title);
    double known = 0;  // weight of the characters that some wording has
    double all = 0;
    for (const char32_t c : asked) {
        const double weight = known_weight(c);
        known += weight;
        all += weight > 0 ? weight : 1.0;
    }
    std::optional<TitleHit> best;
    const auto rank = [&](const TitleHit& hit) { return hit.likeness + (hit.spec->number == number ? worth_of_number : 0); };
    for (const Wording& wording : wordings_) {
        const auto share = [&](double shared) { return static_cast<int>(200 * shared / (all + wording.weight)); };
        if (share(std::min(known, wording.weight)) < least) continue;
        std::u32string rest = wording.characters;
        double shared = 0;
        for (const char32_t c : asked) {
            const std::size_t at = rest.find(c);
            if (at == std::u32string::npos) continue;
            shared += known_weight(c);
            rest[at] = 0;
        }
        const TitleHit hit{wording.hit.spec, TitleMatch::deviating, share(shared)};
        if (hit.likeness >= least && (!best || rank(hit) > rank(*best))) best = hit;
    }
    return best;
}

bool SectionTitles::is_table_row(std::string_view text) const {
    return std::any_of(rows_.begin(), rows_.end(), [&](const std::string& row) { return !row.empty() && text.starts_with(row); });
}

}  // namespace gouji::binding
