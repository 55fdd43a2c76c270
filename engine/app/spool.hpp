// SPDX-License-Identifier: Apache-2.0
// Spool: bytes that are needed again later in the run. The first of them stay in memory, more lie in a file without a name below
// $TMPDIR, which is gone with the program however it ends. Any number of threads may read while none appends.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "grammar/text/problem.hpp"

namespace gouji::app {

class Spool {
public:
    struct Place {
        std::uint64_t offset = 0;
        std::uint64_t size = 0;
    };

    Spool() = default;
    Spool(Spool&& other) noexcept;
    Spool& operator=(Spool&&) = delete;
    ~Spool();

    // A full disk is a problem.
    [[nodiscard]] text::Result<Place> append(std::string_view bytes);
    [[nodiscard]] std::string read(Place place) const;
    [[nodiscard]] std::uint64_t size() const { return written_ + tail_.size(); }

private:
    [[nodiscard]] bool write_tail();

    int file_ = -1;
    std::uint64_t written_ = 0;  // what the file has
    std::string tail_;           // what comes behind it
};

}  // namespace gouji::app
