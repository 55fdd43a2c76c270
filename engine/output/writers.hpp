// SPDX-License-Identifier: Apache-2.0
// The makers of the writers, one for each output format; make_writer() picks among them by name.
#pragma once

#include <memory>

#include "engine/output/writer.hpp"

namespace gouji::output {

[[nodiscard]] std::unique_ptr<Writer> make_text_writer(Sink sink);
[[nodiscard]] std::unique_ptr<Writer> make_json_writer(Sink sink);
[[nodiscard]] std::unique_ptr<Writer> make_jsonl_writer(Sink sink);
[[nodiscard]] std::unique_ptr<Writer> make_sarif_writer(Sink sink);
[[nodiscard]] std::unique_ptr<Writer> make_csv_writer(Sink sink);
[[nodiscard]] std::unique_ptr<Writer> make_junit_writer(Sink sink);
[[nodiscard]] std::unique_ptr<Writer> make_github_writer(Sink sink);
[[nodiscard]] std::unique_ptr<Writer> make_html_writer(Sink sink);
[[nodiscard]] std::unique_ptr<Writer> make_record_writer(Sink sink);

}  // namespace gouji::output
