// SPDX-License-Identifier: Apache-2.0
// Edits on a source text: spans and what stands there instead. A correction is a group of edits that are made together or
// not at all; of two that overlap, the later one waits for the next round. Knows no rules, no findings and no files.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/text/span.hpp"

namespace gouji::fix {

struct Edit {
    text::Span span;   // empty: insert there
    std::string text;  // empty: delete
};
using Correction = std::vector<Edit>;

struct Applied {
    std::string text;
    std::vector<bool> made;  // by index of the correction
    std::size_t count = 0;   // of corrections made
};

// Corrections are tried in their order. Edits outside the text, and corrections whose own edits overlap, are never made.
[[nodiscard]] Applied apply(std::string_view text, const std::vector<Correction>& corrections);

}  // namespace gouji::fix
