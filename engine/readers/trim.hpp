// SPDX-License-Identifier: Apache-2.0
// Trimming the lines and cells of an extracted text.
#pragma once

#include <cstddef>
#include <string>

namespace gouji::readers {

// Takes the spaces (no-break and ideographic ones too) off both ends of out[line..].
void trim_line(std::size_t line, std::string& out);

}  // namespace gouji::readers
