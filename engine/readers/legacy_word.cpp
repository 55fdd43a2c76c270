// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

#include "engine/readers/child_process.hpp"
#include "engine/readers/extract.hpp"

namespace gouji::readers {
namespace {

namespace fs = std::filesystem;

// A folder of its own for one conversion, gone with it.
class WorkFolder {
public:
    WorkFolder() {
        std::error_code error;
        std::string name = (fs::temp_directory_path(error) / "gouji-XXXXXX").string();
        if (!error && ::mkdtemp(name.data()) != nullptr) path_ = name;
    }
    ~WorkFolder() {
        std::error_code error;
        if (!path_.empty()) fs::remove_all(path_, error);
    }
    WorkFolder(const WorkFolder&) = delete;
    WorkFolder& operator=(const WorkFolder&) = delete;
    [[nodiscard]] const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

std::optional<fs::path> office() {
    const auto soffice = find_program("soffice");
    return soffice ? soffice : find_program("libreoffice");
}

// The program wants its own settings folder for each run, or runs at the same time get in each other's way.
ChildResult convert(const fs::path& program, const fs::path& folder, const Limits& limits) {
    ChildLimits child_limits;
    child_limits.time = std::chrono::seconds{limits.child_seconds};
    child_limits.limit_address_space = false;
    return run_child(program,
                     {"-env:UserInstallation=file://" + (folder / "settings").string(), "--headless", "--norestore",
                      "--nolockcheck", "--convert-to", "docx", "--outdir", folder.string(), (folder / "input.doc").string()},
                     {}, child_limits);
}

}  // namespace

text::Result<Extract> extract_legacy_word(std::string_view bytes, const Limits& limits) {
    static const auto program = office();
    if (!program) {
        return unreadable(
            "旧版 Word、WPS、RTF 和 ODT 文件需要 LibreOffice 转换，本机没有安装；也可以另存为 .docx 后再检查",
            "old Word, WPS, RTF and ODT files need LibreOffice, which is not installed here; or save the file as .docx");
    }
    const WorkFolder folder;
    const fs::path input = folder.path() / "input.doc";
    if (folder.path().empty() || !(std::ofstream{input, std::ios::binary} << bytes)) {
        return unreadable("无法建立临时文件", "a temporary file could not be made");
    }
    const ChildResult child = convert(*program, folder.path(), limits);
    if (child.end == ChildEnd::stopped) return unreadable("已中断，未读取", "interrupted; not read");
    if (child.end == ChildEnd::timed_out) {
        return unreadable(
            fmt::format("LibreOffice 在 {} 秒的时限内没有完成，未读取", limits.child_seconds),
            fmt::format("LibreOffice did not finish within the limit of {} seconds; not read", limits.child_seconds));
    }
    std::error_code error;
    const fs::path output = folder.path() / "input.docx";
    const auto size = fs::file_size(output, error);
    if (error)
        return unreadable("LibreOffice 无法转换这个文件，可能已损坏或设有密码",
                          "LibreOffice could not convert the file; it may be damaged or protected by a password");
    if (size > limits.input_bytes) return too_much_text(limits);
    std::ifstream converted{output, std::ios::binary};
    const std::string docx{std::istreambuf_iterator<char>{converted}, {}};
    return extract_docx(docx, limits);
}

}  // namespace gouji::readers
