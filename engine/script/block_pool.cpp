// SPDX-License-Identifier: Apache-2.0
#include "engine/script/block_pool.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>

namespace gouji::script {

void* BlockPool::take_small(std::size_t slot) {
    if (FreeBlock* block = free_[slot]) {
        free_[slot] = block->next;
        return block;
    }
    const std::size_t size = (slot + 1) * step;
    if (fresh_size_ < size) {
        pages_.push_back(std::unique_ptr<std::byte[]>{new (std::nothrow) std::byte[page_size]});
        fresh_ = pages_.back().get();
        fresh_size_ = fresh_ != nullptr ? page_size : 0;
        if (fresh_ == nullptr) return nullptr;
    }
    void* block = fresh_;
    fresh_ += size;
    fresh_size_ -= size;
    return block;
}

void* BlockPool::take(std::size_t size) { return size > largest ? std::malloc(size) : take_small((size - 1) / step); }

void BlockPool::give_back(void* block, std::size_t size) {
    if (size == 0) return;
    if (size > largest) return std::free(block);
    auto* freed = static_cast<FreeBlock*>(block);
    FreeBlock*& head = free_[(size - 1) / step];
    freed->next = head;
    head = freed;
}

void* BlockPool::resize(void* block, std::size_t old_size, std::size_t new_size) {
    if (new_size == 0) {
        give_back(block, old_size);
        return nullptr;
    }
    if (old_size > largest && new_size > largest) return std::realloc(block, new_size);
    void* moved = take(new_size);
    if (moved == nullptr || old_size == 0) return moved;
    std::memcpy(moved, block, std::min(old_size, new_size));
    give_back(block, old_size);
    return moved;
}

}  // namespace gouji::script
