// SPDX-License-Identifier: Apache-2.0
#include "engine/policy/baseline.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <tuple>

namespace gouji::policy {
namespace {

constexpr const char* version_key = "gouji-baseline";
constexpr int version = 1;

text::Problem problem(const std::string& file, std::string zh, std::string en) {
    text::Problem problem;
    problem.kind = text::ProblemKind::configuration;
    problem.file = file;
    problem.message = {std::move(zh), std::move(en)};
    return problem;
}

text::Problem syntax_problem(const rapidjson::Document& json, std::string_view source, const std::string& file) {
    text::Problem out = problem(file, "基线文件不是合法的 JSON。",
                                std::string{"The baseline is not well-formed JSON: "} + GetParseError_En(json.GetParseError()));
    const std::size_t offset = std::min(json.GetErrorOffset(), source.size());
    const std::string_view before = source.substr(0, offset);
    const std::size_t line_begin = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    const auto is_first = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    out.line = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n')) + 1;
    out.column = static_cast<std::uint32_t>(std::count_if(before.begin() + line_begin, before.end(), is_first)) + 1;
    out.excerpt = source.substr(line_begin, source.find('\n', line_begin) - line_begin);
    return out;
}

std::optional<std::string> text_of(const rapidjson::Value& entry, const char* key) {
    const auto member = entry.FindMember(key);
    if (member == entry.MemberEnd() || !member->value.IsString()) return std::nullopt;
    return std::string{member->value.GetString(), member->value.GetStringLength()};
}

std::optional<BaselineEntry> read_entry(const rapidjson::Value& entry) {
    if (!entry.IsObject()) return std::nullopt;
    auto fingerprint = text_of(entry, "fingerprint");
    auto rule = text_of(entry, "rule");
    if (!fingerprint || !rule) return std::nullopt;
    return BaselineEntry{std::move(*fingerprint), std::move(*rule), text_of(entry, "document").value_or(""),
                         text_of(entry, "place").value_or("")};
}

bool has_version(const rapidjson::Document& json) {
    if (!json.IsObject()) return false;
    const auto member = json.FindMember(version_key);
    return member != json.MemberEnd() && member->value.IsInt() && member->value.GetInt() == version;
}

bool by_fingerprint(const BaselineEntry& a, const BaselineEntry& b) { return a.fingerprint < b.fingerprint; }

bool same_fingerprint(const BaselineEntry& a, const BaselineEntry& b) { return a.fingerprint == b.fingerprint; }

bool for_people(const BaselineEntry& a, const BaselineEntry& b) {
    return std::tie(a.document, a.rule, a.place, a.fingerprint) < std::tie(b.document, b.rule, b.place, b.fingerprint);
}

std::string entry_line(const BaselineEntry& entry) {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer{buffer};
    const auto member = [&](const char* key, const std::string& value) {
        writer.Key(key);
        writer.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
    };
    writer.StartObject();
    member("fingerprint", entry.fingerprint);
    member("rule", entry.rule);
    member("document", entry.document);
    member("place", entry.place);
    writer.EndObject();
    return buffer.GetString();
}

}  // namespace

Baseline::Baseline(std::vector<BaselineEntry> entries) : entries_{std::move(entries)} {
    std::stable_sort(entries_.begin(), entries_.end(), by_fingerprint);
    entries_.erase(std::unique(entries_.begin(), entries_.end(), same_fingerprint), entries_.end());
}

text::Result<Baseline> Baseline::read(std::string_view json, const std::string& file) {
    rapidjson::Document document;
    document.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(json.data(), json.size());
    if (document.HasParseError()) return tl::unexpected{syntax_problem(document, json, file)};
    const auto foreign = [&] {
        return tl::unexpected{problem(file, "不是本程序的基线文件：应有 \"gouji-baseline\": 1 和 \"findings\" 列表。",
                                      "Not a baseline: expected \"gouji-baseline\": 1 and a list \"findings\".")};
    };
    if (!has_version(document)) return foreign();
    if (!document.HasMember("findings") || !document["findings"].IsArray()) return foreign();
    std::vector<BaselineEntry> entries;
    for (const auto& value : document["findings"].GetArray()) {
        auto entry = read_entry(value);
        if (!entry) {
            const std::string number = std::to_string(entries.size() + 1);
            return tl::unexpected{problem(file, "基线的第 " + number + " 条缺少 fingerprint 或 rule。",
                                          "Entry " + number + " of the baseline lacks \"fingerprint\" or \"rule\".")};
        }
        entries.push_back(std::move(*entry));
    }
    return Baseline{std::move(entries)};
}

std::string Baseline::write() const {
    std::vector<BaselineEntry> sorted = entries_;
    std::sort(sorted.begin(), sorted.end(), for_people);
    std::string out = "{\"gouji-baseline\": 1, \"findings\": [\n";
    for (std::size_t i = 0; i < sorted.size(); ++i) out += entry_line(sorted[i]) + (i + 1 < sorted.size() ? ",\n" : "\n");
    return out + "]}\n";
}

std::optional<std::uint32_t> Baseline::find(std::string_view fingerprint) const {
    const auto less = [](const BaselineEntry& entry, std::string_view key) { return entry.fingerprint < key; };
    const auto at = std::lower_bound(entries_.begin(), entries_.end(), fingerprint, less);
    if (at == entries_.end() || at->fingerprint != fingerprint) return std::nullopt;
    return static_cast<std::uint32_t>(at - entries_.begin());
}

Baseline Baseline::without(const std::vector<std::uint32_t>& indices) const {
    std::vector<BaselineEntry> kept;
    for (std::uint32_t i = 0; i < entries_.size(); ++i) {
        if (!std::binary_search(indices.begin(), indices.end(), i)) kept.push_back(entries_[i]);
    }
    return Baseline{std::move(kept)};
}

}  // namespace gouji::policy
