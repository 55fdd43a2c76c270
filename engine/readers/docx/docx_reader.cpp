// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <optional>
#include <string>

#include "engine/readers/docx/body.hpp"
#include "engine/readers/docx/xml.hpp"
#include "engine/readers/extract.hpp"
#include "engine/readers/zip_archive.hpp"

namespace gouji::readers {
namespace {

using docx::attribute;
using docx::child;
using docx::local_name;

// An XML part: the tree lies in the unpacked bytes, which it rewrites in place.
struct Part {
    std::string bytes;
    pugi::xml_document tree;

    bool parse() {
        // No document types: an entity is never expanded. White space counts where it is all that an element holds.
        constexpr unsigned options = pugi::parse_escapes | pugi::parse_eol | pugi::parse_cdata | pugi::parse_ws_pcdata_single;
        return static_cast<bool>(tree.load_buffer_inplace(bytes.data(), bytes.size(), options));
    }
};

// XML of a report takes about thirty times the room of its text.
std::size_t part_limit(const Limits& limits) { return std::min(limits.archive_bytes, limits.text_bytes * 8); }

tl::unexpected<text::Problem> part_problem(Unpacked outcome, const std::string& name, const Limits& limits) {
    switch (outcome) {
        case Unpacked::too_large:
            return unreadable(
                fmt::format("Word 文件中的 {} 解压后超过 {} 的上限，未读取", name, in_megabytes(part_limit(limits))),
                fmt::format("{} in the Word file unpacks to more than the limit of {}; not read", name,
                            in_megabytes(part_limit(limits))));
        case Unpacked::encrypted:
            return unreadable("Word 文件设有密码，无法读取", "the Word file is protected by a password and cannot be read");
        case Unpacked::absent: return unreadable("Word 文件缺少正文部分 " + name, "the Word file lacks its main part " + name);
        default: return unreadable("Word 文件已损坏：" + name, "the Word file is damaged: " + name);
    }
}

// A part that a document can do without.
pugi::xml_node optional_root(const ZipArchive& archive, const std::string& name, const Limits& limits, Part& part) {
    if (archive.unpack(name, part_limit(limits), part.bytes) != Unpacked::fully || !part.parse()) return {};
    return part.tree.document_element();
}

// Where the package says that its main document is.
std::string main_part(const ZipArchive& archive, const Limits& limits) {
    Part part;
    for (const pugi::xml_node relation : optional_root(archive, "_rels/.rels", limits, part)) {
        if (!std::string_view{attribute(relation, "Type")}.ends_with("/officeDocument")) continue;
        std::string target = attribute(relation, "Target");
        if (target.starts_with('/')) target.erase(0, 1);
        if (!target.empty()) return target;
    }
    return "word/document.xml";
}

}  // namespace

text::Result<Extract> extract_docx(std::string_view bytes, const Limits& limits) {
    const auto archive = ZipArchive::open(bytes);
    if (!archive) return unreadable("Word 文件已损坏，无法打开", "the Word file is damaged and cannot be opened");
    const std::string name = main_part(*archive, limits);
    Part document;
    if (const Unpacked outcome = archive->unpack(name, part_limit(limits), document.bytes); outcome != Unpacked::fully) {
        return part_problem(outcome, name, limits);
    }
    if (!document.parse()) return part_problem(Unpacked::damaged, name, limits);
    const std::string folder = name.substr(0, name.rfind('/') + 1);
    Part numbering_part;
    Part styles_part;
    const pugi::xml_node styles = optional_root(*archive, folder + "styles.xml", limits, styles_part);
    docx::Numbering numbering{optional_root(*archive, folder + "numbering.xml", limits, numbering_part), styles};
    return docx::read_body(child(document.tree.document_element(), "body"), numbering, docx::UnseenStyles{styles}, limits);
}

}  // namespace gouji::readers
