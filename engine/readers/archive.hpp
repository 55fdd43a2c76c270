// SPDX-License-Identifier: Apache-2.0
// Archives of reports: each member is read as a file of its own would be, under the name ARCHIVE!MEMBER.
#pragma once

#include <string>
#include <string_view>

#include "engine/readers/read.hpp"

namespace gouji::readers {

[[nodiscard]] Reading read_archive(const std::string& path, std::string_view bytes, const Limits& limits);

}  // namespace gouji::readers
