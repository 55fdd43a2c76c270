// SPDX-License-Identifier: Apache-2.0
#include "engine/kit/case_report.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "engine/kit/case_line.hpp"

namespace gouji::kit {

using text::Span;

namespace {

// A piece of the base and what comes in its place.
struct Change {
    Span span;
    std::string text;
    std::uint32_t line = 0;
};

tl::unexpected<EditTrouble> trouble(std::uint32_t line, std::string zh, std::string en) {
    return tl::unexpected{EditTrouble{{std::move(zh), std::move(en)}, line}};
}

class Editor {
public:
    explicit Editor(const BoundReport& base) : base_{base}, text_{base.source.utf8()} {}

    tl::expected<std::string, EditTrouble> apply(const std::vector<Edit>& edits) {
        for (const Edit& edit : edits) {
            auto done = add(edit);
            if (!done) return tl::unexpected{std::move(done.error())};
        }
        std::stable_sort(changes_.begin(), changes_.end(), [](const Change& a, const Change& b) { return a.span < b.span; });
        std::string out;
        std::uint32_t at = 0;
        for (const Change& change : changes_) {
            if (change.span.begin < at) return trouble(change.line, "这处改动和另一处重叠", "this edit overlaps another one");
            out += text_.substr(at, change.span.begin - at);
            out += change.text;
            at = change.span.end;
        }
        out += text_.substr(at);
        return out;
    }

private:
    using Done = tl::expected<void, EditTrouble>;

    Done add(const Edit& edit) {
        switch (edit.kind) {
            case Edit::Kind::set: return set(edit);
            case Edit::Kind::remove_section: return remove_section(edit);
            case Edit::Kind::replace_all: return replace_all(edit);
            default: break;
        }
        auto found = find_once(edit.target, edit.line);
        if (!found) return tl::unexpected{std::move(found.error())};
        switch (edit.kind) {
            case Edit::Kind::insert_after: return put({found->end, found->end}, edit.text, edit.line);
            case Edit::Kind::insert_before: return put({found->begin, found->begin}, edit.text, edit.line);
            case Edit::Kind::remove_line: return put(whole_lines(*found, *found), {}, edit.line);
            case Edit::Kind::remove_lines: {
                auto last = find_once(edit.text, edit.line);
                if (!last) return tl::unexpected{std::move(last.error())};
                if (last->begin < found->begin) return trouble(edit.line, "后一行在前一行之前", "the last line stands before the first");
                return put(whole_lines(*found, *last), {}, edit.line);
            }
            default: return put(*found, edit.text, edit.line);
        }
    }

    Done put(Span span, std::string text, std::uint32_t line) {
        changes_.push_back({span, std::move(text), line});
        return {};
    }

    tl::expected<Span, EditTrouble> find_once(const std::string& wanted, std::uint32_t line) const {
        const std::size_t first = wanted.empty() ? std::string_view::npos : text_.find(wanted);
        if (first == std::string_view::npos) {
            return trouble(line, fmt::format("底稿里没有“{}”", wanted), fmt::format("“{}” is not in the base", wanted));
        }
        if (text_.find(wanted, first + 1) != std::string_view::npos) {
            return trouble(line, fmt::format("“{}”在底稿里不止一处", wanted), fmt::format("“{}” stands more than once in the base", wanted));
        }
        const auto begin = static_cast<std::uint32_t>(first);
        return Span{begin, begin + static_cast<std::uint32_t>(wanted.size())};
    }

    [[nodiscard]] Span whole_lines(Span first, Span last) const {
        const std::size_t before = first.begin == 0 ? std::string_view::npos : text_.rfind('\n', first.begin - 1);
        const std::size_t end = text_.find('\n', last.end);
        return {static_cast<std::uint32_t>(before == std::string_view::npos ? 0 : before + 1),
                static_cast<std::uint32_t>(end == std::string_view::npos ? text_.size() : end + 1)};
    }

    Done set(const Edit& edit) {
        const model::Document& document = base_.document;
        const model::FigureIndex index = document.format == nullptr ? model::no_figure : document.format->find_figure(edit.target);
        if (index == model::no_figure) return trouble(edit.line, fmt::format("底稿的格式里没有数值“{}”", edit.target), fmt::format("the base's format has no figure “{}”", edit.target));
        const model::Figure& figure = document.figures[index];
        if (figure.state == model::FigureState::unbound || figure.state == model::FigureState::absent) {
            return trouble(edit.line, fmt::format("底稿里没有读到“{}”", edit.target), fmt::format("“{}” is not read in the base", edit.target));
        }
        return put(figure.span, edit.text, edit.line);
    }

    Done remove_section(const Edit& edit) {
        const auto& sections = base_.document.sections;
        const model::Section* section = base_.document.find_section(edit.target);
        if (section == nullptr) return trouble(edit.line, fmt::format("底稿里没有“{}”这一节", edit.target), fmt::format("the base has no section “{}”", edit.target));
        const auto next = static_cast<std::size_t>(section - sections.data()) + 1;
        const auto end = next < sections.size() ? sections[next].heading.begin : static_cast<std::uint32_t>(text_.size());
        return put({section->heading.begin, end}, {}, edit.line);
    }

    Done replace_all(const Edit& edit) {
        std::size_t at = edit.target.empty() ? std::string_view::npos : text_.find(edit.target);
        if (at == std::string_view::npos) return trouble(edit.line, fmt::format("底稿里没有“{}”", edit.target), fmt::format("“{}” is not in the base", edit.target));
        for (; at != std::string_view::npos; at = text_.find(edit.target, at + edit.target.size())) {
            const auto begin = static_cast<std::uint32_t>(at);
            changes_.push_back({{begin, begin + static_cast<std::uint32_t>(edit.target.size())}, edit.text, edit.line});
        }
        return {};
    }

    const BoundReport& base_;
    std::string_view text_;
    std::vector<Change> changes_;
};

// Takes the marks out and notes where they stood.
tl::expected<CaseReport, EditTrouble> take_marks(std::string_view text, std::uint32_t line) {
    CaseReport report;
    std::vector<std::uint32_t> open;
    while (!text.empty()) {
        if (text.starts_with(mark_open)) {
            open.push_back(static_cast<std::uint32_t>(report.text.size()));
            text.remove_prefix(mark_open.size());
        } else if (text.starts_with(mark_close)) {
            if (open.empty()) return trouble(line, "⟧ 没有对应的 ⟦", "a ⟧ without its ⟦");
            report.marks.push_back({open.back(), static_cast<std::uint32_t>(report.text.size())});
            open.pop_back();
            text.remove_prefix(mark_close.size());
        } else {
            report.text += text.front();
            text.remove_prefix(1);
        }
    }
    if (!open.empty()) return trouble(line, "⟦ 没有对应的 ⟧", "a ⟦ without its ⟧");
    std::sort(report.marks.begin(), report.marks.end());
    return report;
}

}  // namespace

std::unique_ptr<BoundReport> bind_report(std::string name, std::string text, const binding::Knowledge& knowledge) {
    auto report = std::make_unique<BoundReport>();
    report->source = text::SourceText{std::move(name), std::move(text)};
    report->tree = binding::parse(report->source, {}, knowledge);
    report->document = binding::bind(report->source, report->tree, knowledge);
    return report;
}

tl::expected<CaseReport, EditTrouble> make_report(const Case& example, const Bases& bases) {
    if (example.text) return take_marks(*example.text, example.line);
    const auto base = bases.find(example.base);
    if (base == bases.end()) {
        return trouble(example.line, fmt::format("没有底稿 cases/base/{}.txt", example.base), fmt::format("there is no base report cases/base/{}.txt", example.base));
    }
    return Editor{*base->second}.apply(example.edits).and_then([&](const std::string& text) { return take_marks(text, example.line); });
}

}  // namespace gouji::kit
