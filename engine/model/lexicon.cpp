// SPDX-License-Identifier: Apache-2.0
#include "engine/model/lexicon.hpp"

#include <iterator>

namespace gouji::model {
namespace {

template <class Item>
void append(std::vector<Item>& to, std::vector<Item>&& from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace

void add_lexicon(Lexicon& all, Lexicon&& more) {
    append(all.claims, std::move(more.claims));
    append(all.scopes, std::move(more.scopes));
    append(all.connecting, std::move(more.connecting));
    append(all.tails, std::move(more.tails));
    append(all.joiners, std::move(more.joiners));
    append(all.each, std::move(more.each));
    append(all.totals, std::move(more.totals));
    append(all.continues, std::move(more.continues));
    append(all.shields, std::move(more.shields));
    append(all.period_words, std::move(more.period_words));
    append(all.published_words, std::move(more.published_words));
    append(all.title.connecting, std::move(more.title.connecting));
    append(all.title.shared, std::move(more.title.shared));
    append(all.title.not_followed_by, std::move(more.title.not_followed_by));
    all.words.merge(more.words);
}

}  // namespace gouji::model
