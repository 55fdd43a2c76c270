// SPDX-License-Identifier: Apache-2.0
#include "engine/app/correction.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

#include "engine/app/output_file.hpp"
#include "engine/app/same_reading.hpp"
#include "engine/fix/edits.hpp"
#include "engine/readers/sha256.hpp"
#include "grammar/text/decode.hpp"
#include "grammar/text/encode.hpp"

namespace gouji::app {

namespace {

constexpr int most_rounds = 16;

// The corrections of one round with the fingerprints of the findings they belong to.
struct Round {
    std::vector<fix::Correction> corrections;
    std::vector<std::string> of;
};

Round proposals(const CheckedReport& report, FixMode mode, const std::set<std::string>& refused) {
    Round round;
    for (const finding::JudgedFinding& judged : report.judged.findings) {
        if (judged.suppressed() || refused.contains(judged.fingerprint)) continue;
        for (const finding::Fix& each : judged.finding.fixes) {
            if (!each.safe && mode != FixMode::all) continue;
            fix::Correction correction;
            for (const finding::Replacement& replacement : each.replacements) correction.push_back({replacement.span, replacement.text});
            round.corrections.push_back(std::move(correction));
            round.of.push_back(judged.fingerprint);
            break;  // further fixes of a finding are alternatives
        }
    }
    return round;
}

readers::Input with_text(const readers::Input& input, std::string utf8) {
    readers::Input next;
    next.path = input.path;
    next.kind = input.kind;
    next.source = text::SourceText{input.source.name(), std::move(utf8), input.source.encoding()};
    next.sha256 = input.sha256;
    next.byte_count = input.byte_count;
    return next;
}

class Corrector {
public:
    Corrector(const CheckedReport& first, FixMode mode, const Recheck& recheck) : current_{&first}, mode_{mode}, recheck_{recheck} {}

    Corrected run() {
        for (int round = 0; round < most_rounds && step(proposals(*current_, mode_, refused_)); ++round) {}
        corrected_.refused = refused_.size();
        return std::move(corrected_);
    }

private:
    // All at once; where that would change what is read, one by one.
    bool step(const Round& round) {
        if (round.corrections.empty()) return false;
        if (take(fix::apply(current_->input.source.utf8(), round.corrections))) return true;
        for (std::size_t i = 0; i < round.corrections.size(); ++i) {
            if (take(fix::apply(current_->input.source.utf8(), {round.corrections[i]}))) return true;
            refused_.insert(round.of[i]);
        }
        return false;
    }

    bool take(fix::Applied applied) {
        if (applied.count == 0) return false;
        auto next = recheck_(with_text(current_->input, std::move(applied.text)));
        if (!same_reading(current_->document, next->document, mode_ == FixMode::all)) return false;
        corrected_.made += applied.count;
        corrected_.report = std::move(next);
        current_ = corrected_.report.get();
        return true;
    }

    const CheckedReport* current_;
    FixMode mode_;
    const Recheck& recheck_;
    std::set<std::string> refused_;
    Corrected corrected_;
};

text::Problem not_rewritten(const std::filesystem::path& file, text::Bilingual message) {
    text::Problem problem;
    problem.message = std::move(message);
    problem.file = file.string();
    return problem;
}

}  // namespace

Corrected correct(const CheckedReport& report, FixMode mode, const Recheck& recheck) {
    if (mode == FixMode::none) return {};
    return Corrector{report, mode, recheck}.run();
}

text::Result<Rewritten> rewrite_file(const std::filesystem::path& file, const text::SourceText& before, const text::SourceText& after) {
    std::ifstream stream{file, std::ios::binary};
    const std::string bytes{std::istreambuf_iterator<char>{stream}, {}};
    const auto decoded = text::decode(bytes);
    if (!decoded || decoded->utf8 != before.utf8()) {
        return tl::unexpected{not_rewritten(file, {"检查期间文件被改动，未作修正", "the file changed while it was checked; not corrected"})};
    }
    if (text::encode(decoded->utf8, decoded->encoding, decoded->marked) != bytes) {
        return tl::unexpected{not_rewritten(file, {"文件含有不能原样写回的字节，未作修正", "the file has bytes that can't be written back as they are; not corrected"})};
    }
    const auto corrected = text::encode(after.utf8(), decoded->encoding, decoded->marked);
    if (!corrected) {
        return tl::unexpected{not_rewritten(file, {"修正后的文字在原编码中写不出来，未作修正", "the corrected text can't be written in the file's encoding; not corrected"})};
    }
    if (auto written = write_file(file.string(), *corrected); !written) return tl::unexpected{std::move(written.error())};
    return Rewritten{readers::sha256_hex(*corrected), corrected->size()};
}

}  // namespace gouji::app
