// SPDX-License-Identifier: Apache-2.0
#include "grammar/prose/prose.hpp"

#include <algorithm>

namespace gouji::grammar {
namespace {

constexpr std::uint32_t unmatched = none;

// Walks over the tokens of one paragraph after the other. Parentheses and quotation marks without a partner in the
// paragraph are ignored, so that one forgotten mark does not swallow the rest.
class Builder {
public:
    Builder(std::vector<Token> tokens, Tree& tree) : tokens_{std::move(tokens)}, tree_{tree} {}

    void build() {
        std::uint32_t first = 0;
        for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
            if (tokens_[i].kind != TokenKind::paragraph_end) continue;
            build_paragraph(first, i);
            first = i + 1;
        }
    }

private:
    void build_paragraph(std::uint32_t first, std::uint32_t end) {
        Paragraph& paragraph = tree_.paragraphs[paragraph_];
        paragraph.first_sentence = static_cast<std::uint32_t>(tree_.sentences.size());
        pair_up(first, end);
        begin_sentence(paragraph.prose.begin, first);
        for (std::uint32_t i = first; i < end; ++i) take(i);
        if (sentence_begin_ < paragraph.prose.end) end_sentence(paragraph.prose.end, end);
        paragraph.sentence_count = static_cast<std::uint32_t>(tree_.sentences.size()) - paragraph.first_sentence;
        ++paragraph_;
    }

    // Finds the partner of each parenthesis and quotation mark.
    void pair_up(std::uint32_t first, std::uint32_t end) {
        partners_.assign(end - first, unmatched);
        base_ = first;
        opened_.clear();
        std::uint32_t quote = unmatched;
        for (std::uint32_t i = first; i < end; ++i) {
            const TokenKind kind = tokens_[i].kind;
            if (kind == TokenKind::open) opened_.push_back(i);
            if (kind == TokenKind::close && !opened_.empty()) {
                marry(opened_.back(), i);
                opened_.pop_back();
            }
            if (kind != TokenKind::quote) continue;
            if (quote != unmatched) marry(quote, i);
            quote = quote == unmatched ? i : unmatched;
        }
    }
    void marry(std::uint32_t a, std::uint32_t b) {
        partners_[a - base_] = b;
        partners_[b - base_] = a;
    }

    void begin_sentence(std::uint32_t at, std::uint32_t token) {
        sentence_begin_ = at;
        first_token_ = token;
        first_quantity_ = next_quantity_;
        clauses_.assign(1, at);
        waiting_.clear();
        depth_ = 0;
    }

    void take(std::uint32_t i) {
        const Token& token = tokens_[i];
        const auto sentence = static_cast<std::uint32_t>(tree_.sentences.size());
        switch (token.kind) {
            case TokenKind::quantity: take_quantity(token, sentence); break;
            case TokenKind::date: tree_.dates[token.index].sentence = sentence; break;
            case TokenKind::date_range: tree_.date_ranges[token.index].sentence = sentence; break;
            case TokenKind::semicolon:
            case TokenKind::clause_end: end_clause(token); break;
            case TokenKind::open:
            case TokenKind::close:
            case TokenKind::quote: take_pair(i); break;
            case TokenKind::sentence_end:
                if (depth_ == 0) end_sentence(token.prose.end, i + 1);
                break;
            case TokenKind::paragraph_end: break;
        }
    }

    void take_quantity(const Token& token, std::uint32_t sentence) {
        tree_.quantities[token.index].sentence = sentence;
        waiting_.push_back({token.index, static_cast<std::uint32_t>(clauses_.size())});
        next_quantity_ = token.index + 1;
    }

    // Parentheses have clauses of their own; the clause around goes on behind them.
    void take_pair(std::uint32_t i) {
        const std::uint32_t partner = partners_[i - base_];
        if (partner == unmatched) return;
        const Token& token = tokens_[i];
        const bool opens = partner > i;
        depth_ = opens ? depth_ + 1 : depth_ - (depth_ > 0 ? 1 : 0);
        if (token.kind == TokenKind::quote) {
            const bool said_all = !opens && depth_ == 0 && i > 0 && tokens_[i - 1].kind == TokenKind::sentence_end;
            if (said_all && tokens_[i - 1].prose.end == token.prose.begin) end_sentence(token.prose.end, i + 1);
            return;
        }
        if (opens) {
            clauses_.push_back(token.prose.end);
        } else if (clauses_.size() > 1) {
            end_clause(token);
            clauses_.pop_back();
        }
    }

    void end_clause(const Token& token) {
        settle(token.prose.begin, static_cast<std::uint32_t>(clauses_.size()));
        clauses_.back() = token.prose.end;
    }

    // Gives their clause to the quantities that wait for its end.
    void settle(std::uint32_t end, std::uint32_t level) {
        while (!waiting_.empty() && waiting_.back().level >= level) {
            tree_.quantities[waiting_.back().quantity].clause = {clauses_[level - 1], end};
            waiting_.pop_back();
        }
    }

    void end_sentence(std::uint32_t end, std::uint32_t next_token) {
        while (clauses_.size() > 1) {
            settle(end, static_cast<std::uint32_t>(clauses_.size()));
            clauses_.pop_back();
        }
        const bool marked = next_token > first_token_ && tokens_[next_token - 1].kind == TokenKind::sentence_end;
        settle(marked ? tokens_[next_token - 1].prose.begin : end, 1);
        Sentence sentence;
        sentence.prose = {sentence_begin_, end};
        sentence.paragraph = paragraph_;
        sentence.first_quantity = first_quantity_;
        sentence.quantity_count = next_quantity_ - first_quantity_;
        tree_.sentences.push_back(sentence);
        if (sentence.quantity_count >= 3) {
            find_breakdowns(std::span{tokens_}.subspan(first_token_, next_token - first_token_), sentence.prose, tree_);
        }
        begin_sentence(end, next_token);
    }

    struct Waiting {
        std::uint32_t quantity;
        std::uint32_t level;
    };

    std::vector<Token> tokens_;
    Tree& tree_;
    std::uint32_t paragraph_ = 0;
    std::uint32_t base_ = 0;  // token that partners_ begins with
    std::vector<std::uint32_t> partners_;
    std::vector<std::uint32_t> opened_;
    std::uint32_t sentence_begin_ = 0;
    std::uint32_t first_token_ = 0;
    std::uint32_t first_quantity_ = 0;
    std::uint32_t next_quantity_ = 0;
    std::uint32_t depth_ = 0;
    std::vector<std::uint32_t> clauses_;  // where the clause of each level of parentheses began
    std::vector<Waiting> waiting_;
};

}  // namespace

void build_prose(std::string_view source, Tree& tree) {
    auto tokens = read_tokens(source, tree);
    Builder{std::move(tokens), tree}.build();
}

}  // namespace gouji::grammar
