// SPDX-License-Identifier: Apache-2.0
// The dates of a report: its statistical period and its date of publication. Both are stated, never inferred.
#pragma once

#include "engine/binding/bind.hpp"

namespace gouji::binding {

// Document::period: a range in a sentence with a period word; else 1 January to 31 December, before the second section.
void bind_period(model::Document& document, const model::Lexicon& lexicon);

// Document::published: a date behind a word of publication; else a date alone on the last line.
void bind_published(model::Document& document, const model::Lexicon& lexicon);

}  // namespace gouji::binding
