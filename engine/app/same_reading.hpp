// SPDX-License-Identifier: Apache-2.0
// Whether two texts of one report read the same: figures and sections alike, and every claim, number and date of the prose
// still there. What guards corrections; it knows no rules.
#pragma once

#include "engine/model/document.hpp"

namespace gouji::app {

// With `zeros`, a blank cell may have become 0.
[[nodiscard]] bool same_reading(const model::Document& before, const model::Document& after, bool zeros);

}  // namespace gouji::app
