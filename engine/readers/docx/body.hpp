// SPDX-License-Identifier: Apache-2.0
// The body of a Word document as text with grids: paragraphs as lines, data tables as grids, in reading order.
#pragma once

#include <pugixml.hpp>

#include "engine/readers/docx/numbering.hpp"
#include "engine/readers/docx/run_look.hpp"
#include "engine/readers/extract.hpp"

namespace gouji::readers::docx {

[[nodiscard]] text::Result<Extract> read_body(pugi::xml_node body, Numbering& numbering, const UnseenStyles& styles,
                                                const Limits& limits);

}  // namespace gouji::readers::docx
