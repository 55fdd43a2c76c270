// SPDX-License-Identifier: Apache-2.0
// ZipArchive: the members of a zip file in memory, unpacked one by one within a limit. The bytes belong to the caller and must
// outlive it. The only header behind which the zip library stands; it knows nothing of what the members are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct zip;

namespace gouji::readers {

enum class Unpacked : std::uint8_t { fully, too_large, encrypted, damaged, absent };

class ZipArchive {
public:
    // Nothing where the bytes are no zip file that can be opened.
    static std::optional<ZipArchive> open(std::string_view bytes);

    [[nodiscard]] std::size_t member_count() const;
    [[nodiscard]] std::string member_name(std::size_t index) const;  // as stored; may be in any encoding

    // Unpacks into `out`, at most `limit` bytes whatever the directory says of the size.
    Unpacked unpack(std::size_t index, std::size_t limit, std::string& out) const;
    Unpacked unpack(const std::string& name, std::size_t limit, std::string& out) const;

private:
    struct Closer {
        void operator()(zip* archive) const;
    };
    explicit ZipArchive(zip* archive) : archive_{archive} {}
    std::unique_ptr<zip, Closer> archive_;
};

}  // namespace gouji::readers
