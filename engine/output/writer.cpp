// SPDX-License-Identifier: Apache-2.0
#include "engine/output/writer.hpp"

#include <array>

#include "engine/output/writers.hpp"

namespace gouji::output {
namespace {

struct Entry {
    std::string_view name;
    std::unique_ptr<Writer> (*make)(Sink);
};

constexpr std::array entries{
    Entry{"text", make_text_writer},     Entry{"json", make_json_writer},   Entry{"jsonl", make_jsonl_writer},
    Entry{"sarif", make_sarif_writer},   Entry{"html", make_html_writer},   Entry{"junit", make_junit_writer},
    Entry{"github", make_github_writer}, Entry{"csv", make_csv_writer},
    Entry{"record", make_record_writer},
};

}  // namespace

std::unique_ptr<Writer> make_writer(std::string_view format, Sink sink) {
    for (const Entry& entry : entries) {
        if (entry.name == format) return entry.make(std::move(sink));
    }
    return nullptr;
}

const std::vector<std::string>& writer_names() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> out;
        for (const Entry& entry : entries) out.emplace_back(entry.name);
        return out;
    }();
    return names;
}

}  // namespace gouji::output
