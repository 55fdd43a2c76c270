// SPDX-License-Identifier: Apache-2.0
// Comparison: the two sides of one identity, added up. Internal to engine/model.
#pragma once

#include "engine/model/identity.hpp"

namespace gouji::model {

struct Comparison {
    Decimal left;   // of what could be read
    Decimal right;
    bool unreadable = false;  // an operand is unbound or absent
    bool nothing = false;     // a side is blank or unreadable altogether, or a cell holds a text: there is nothing to compare

    [[nodiscard]] Verdict verdict() const {
        if (nothing || left == right) return Verdict::holds;
        return unreadable ? Verdict::undecidable : Verdict::broken;
    }
};

[[nodiscard]] Comparison compare(const Document& document, const Identity& identity);

}  // namespace gouji::model
