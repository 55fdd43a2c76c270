// SPDX-License-Identifier: Apache-2.0
#include "engine/output/json_stream.hpp"

namespace gouji::output {

void JsonStream::value(text::Decimal number) {
    if (number.is_whole()) {
        writer_.Int64(number.units() / text::Decimal::scale);
        return;
    }
    const std::string literal = number.to_string();
    writer_.RawValue(literal.data(), literal.size(), rapidjson::kNumberType);
}

void JsonStream::flush() {
    if (buffer_.GetSize() == 0) return;
    sink_({buffer_.GetString(), buffer_.GetSize()});
    buffer_.Clear();
}

}  // namespace gouji::output
