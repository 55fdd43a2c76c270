// SPDX-License-Identifier: Apache-2.0
#include "grammar/text/problem.hpp"

namespace gouji::text {

std::string_view line_at(std::string_view file, std::uint32_t line) {
    for (std::uint32_t i = 1; i < line && !file.empty(); ++i) {
        const std::size_t end = file.find('\n');
        file.remove_prefix(end == std::string_view::npos ? file.size() : end + 1);
    }
    file = file.substr(0, file.find('\n'));
    if (file.ends_with('\r')) file.remove_suffix(1);
    return file;
}

}  // namespace gouji::text
