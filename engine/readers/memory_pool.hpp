// SPDX-License-Identifier: Apache-2.0
// MemoryPool: memory for the tree of one document, given back in one go when the pool dies. For C libraries that take an
// allocator. Not for objects with destructors.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <vector>

namespace gouji::readers {

class MemoryPool {
public:
    [[nodiscard]] void* take(std::size_t size) {
        size = (size + alignment - 1) / alignment * alignment;
        if (size > left_) add_block(size);
        std::byte* const taken = next_;
        next_ += size;
        left_ -= size;
        return taken;
    }

private:
    static constexpr std::size_t alignment = alignof(std::max_align_t);
    static constexpr std::size_t first_block = 1U << 16U;

    void add_block(std::size_t size) {
        left_ = std::max(size, first_block << std::min<std::size_t>(blocks_.size(), 8));
        blocks_.emplace_back(new std::byte[left_]);
        next_ = blocks_.back().get();
    }

    std::vector<std::unique_ptr<std::byte[]>> blocks_;
    std::byte* next_ = nullptr;
    std::size_t left_ = 0;
};

}  // namespace gouji::readers
