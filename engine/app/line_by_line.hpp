// SPDX-License-Identifier: Apache-2.0
// gouji check --stdin-list: a path a line in, a line for each report out, at once. For engines that pipe partitions through a
// program. There is no line for the run; what could not be read is a line with its path and problems.
#pragma once

#include <functional>

#include "engine/app/arguments.hpp"
#include "engine/app/console.hpp"

namespace gouji::app {

[[nodiscard]] int check_line_by_line(const CheckArguments& arguments, const Console& console, const std::function<bool()>& stop);

}  // namespace gouji::app
