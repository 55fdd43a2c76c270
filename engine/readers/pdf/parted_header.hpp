// SPDX-License-Identifier: Apache-2.0
// A table whose header stands at the foot of a page and whose rows all stand on the next one.
#pragma once

#include <vector>

#include "engine/readers/pdf/lines.hpp"

namespace gouji::readers::pdf {

// Moves such headers to the page of their rows, right above them. The columns of a header can be told beside figures only.
void join_parted_headers(std::vector<PageLines>& pages);

}  // namespace gouji::readers::pdf
