// SPDX-License-Identifier: Apache-2.0
// BlockPool: memory for one Lua state. Small blocks come from size classes cut out of pages and go back to them, which costs a
// few instructions; larger ones from the heap. It owns its pages; they go when it goes. Not for several threads.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <vector>

namespace gouji::script {

class BlockPool {
public:
    // As realloc: `old_size` is exact, 0 for a new block; `new_size` 0 frees. Null where the heap is exhausted.
    [[nodiscard]] void* resize(void* block, std::size_t old_size, std::size_t new_size);

private:
    static constexpr std::size_t step = 16;
    static constexpr std::size_t largest = 256;
    static constexpr std::size_t page_size = 32U << 10U;
    struct FreeBlock {
        FreeBlock* next;
    };

    [[nodiscard]] void* take(std::size_t size);
    void give_back(void* block, std::size_t size);
    [[nodiscard]] void* take_small(std::size_t slot);

    std::array<FreeBlock*, largest / step> free_{};
    std::vector<std::unique_ptr<std::byte[]>> pages_;
    std::byte* fresh_ = nullptr;  // the rest of the last page
    std::size_t fresh_size_ = 0;
};

}  // namespace gouji::script
