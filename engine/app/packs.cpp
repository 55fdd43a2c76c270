// SPDX-License-Identifier: Apache-2.0
#include "engine/app/packs.hpp"

#include <fmt/format.h>
#include <sys/auxv.h>

#include <algorithm>
#include <iterator>

#include "engine/app/pack_lock.hpp"
#include "engine/config/configuration.hpp"
#include "grammar/text/nearest.hpp"

namespace gouji::app {

namespace fs = std::filesystem;

namespace {

void add_formats(std::vector<model::Format>& all, config::Pack& pack, text::Problems& problems) {
    for (model::Format& format : pack.formats) {
        const bool known = std::any_of(all.begin(), all.end(), [&](const model::Format& other) { return other.id == format.id; });
        if (!known) {
            all.push_back(std::move(format));
            continue;
        }
        text::Problem problem;
        problem.kind = text::ProblemKind::format;
        problem.message = {fmt::format("规则包 {} 的格式 {} 已由另一规则包定义", pack.name, format.id),
                           fmt::format("format {1} of pack {0} is already defined by another pack", pack.name, format.id)};
        problem.file = pack.root.string();
        problem.subject = format.id;
        problems.push_back(std::move(problem));
    }
}

void add_agencies(config::AgencyLevels& all, config::AgencyLevels own) {
    std::move(own.tails.begin(), own.tails.end(), std::back_inserter(all.tails));
    std::move(own.levels.begin(), own.levels.end(), std::back_inserter(all.levels));
}

// How the pack's folder is named in messages: never by an absolute path that only this machine has.
std::string shown_root(const fs::path& root, const std::string& pack) {
    const std::string shown = config::shown_path(root);
    return fs::path{shown}.is_absolute() ? pack : shown;
}

void show_roots(text::Problems& problems, std::size_t from, const fs::path& root, const std::string& shown) {
    for (std::size_t i = from; i < problems.size(); ++i) {
        std::string& file = problems[i].file;
        if (file.starts_with(root.string())) file.replace(0, root.string().size(), shown);
    }
}

std::vector<script::ScriptFile> scripts(std::vector<config::RuleFile>& files) {
    std::vector<script::ScriptFile> result;
    result.reserve(files.size());
    for (config::RuleFile& file : files) result.push_back({file.path, std::move(file.text)});
    return result;
}

constexpr int deepest_extends = 16;

text::Problem pack_problem(std::string file, std::uint32_t line, std::string subject, text::Bilingual message) {
    return {text::ProblemKind::pack, std::move(message), std::move(file), line, 0, {}, std::move(subject)};
}

class PackLoader {
public:
    explicit PackLoader(LoadedPacks& loaded) : loaded_{loaded} {}

    // The pack behind those that it extends; none twice.
    void add(const fs::path& folder, int depth = 0) {
        if (find_pack(loaded_, folder)) return;
        const std::size_t before = loaded_.problems.size();
        auto pack = config::open_pack(folder, loaded_.problems);
        if (!pack) return loaded_.problems.push_back(std::move(pack.error()));
        const std::string shown = shown_root(folder, pack->name);
        const text::Problems misfits = unfit(*pack);
        loaded_.problems.insert(loaded_.problems.end(), misfits.begin(), misfits.end());
        show_roots(loaded_.problems, before, folder, shown);
        if (!misfits.empty()) return;
        std::vector<std::size_t> bases;
        for (const config::Text& base : pack->extends) extend(*pack, base, shown, depth, bases);
        if (find_pack(loaded_, folder)) return;  // a circle has brought it in already
        keep(std::move(*pack), shown);
        loaded_.bases.push_back(std::move(bases));
    }

    // Begins to compile the rules; the rest is read meanwhile.
    std::unique_ptr<script::CompiledPacks> compile() { return std::make_unique<script::CompiledPacks>(std::move(scripts_), script::Limits{}); }

    void read_knowledge() {
        for (std::size_t i = 0; i < opened_.size(); ++i) {
            config::Pack& pack = opened_[i];
            const std::size_t before = loaded_.problems.size();
            config::read_knowledge(pack, loaded_.problems);
            add_formats(loaded_.knowledge.formats, pack, loaded_.problems);
            show_roots(loaded_.problems, before, pack.root, shown_[i]);
            model::add_lexicon(loaded_.knowledge.lexicon, std::move(pack.lexicon));
        }
    }

    // Leaves out the rules that name a figure which no format has, and tells of them.
    void check_figures(script::CompiledPacks& rules) {
        for (std::size_t i = 0; i < opened_.size(); ++i) {
            for (const config::RuleFile& file : opened_[i].rules) {
                const bool known = std::all_of(file.figures.begin(), file.figures.end(), [&](const config::Text& figure) { return knows(figure); });
                if (!known) rules.leave_out(i, file.path);
            }
        }
    }

    // A pack says which families its rules are of, so that a stray one is seen.
    void check_families() {
        for (const finding::RuleInfo& rule : loaded_.book.rules()) {
            for (std::size_t i = 0; i < loaded_.packs.size(); ++i) {
                const std::vector<std::string>& families = opened_[i].families;
                if (loaded_.packs[i].name != rule.pack || families.empty() || std::find(families.begin(), families.end(), rule.family) != families.end()) continue;
                loaded_.problems.push_back(pack_problem(shown_[i] + "/" + rule.file, 0, rule.id,
                                                        {fmt::format("规则 {} 的类别 {} 不在 pack.toml 的 families 里", rule.id, rule.family),
                                                         fmt::format("family {1} of rule {0} is not among the families of pack.toml", rule.id, rule.family)}));
            }
        }
    }

private:
    // What keeps the pack from being used at all.
    static text::Problems unfit(const config::Pack& pack) {
        text::Problems problems = check_lock(pack.root);
        const config::Text& engine = pack.engine;
        if (!engine.value.empty() && config::in_version_range(engine.value, GOUJI_VERSION) == false) {
            problems.push_back(pack_problem(engine.origin.file, engine.origin.line, pack.name,
                                            {fmt::format("规则包 {} 要求引擎版本 {}，本程序是 {}", pack.name, engine.value, GOUJI_VERSION),
                                             fmt::format("pack {} needs engine {}, this is {}", pack.name, engine.value, GOUJI_VERSION)}));
        }
        return problems;
    }

    void extend(const config::Pack& pack, const config::Text& base, const std::string& shown, int depth, std::vector<std::size_t>& bases) {
        const auto official = base.value == "official" ? find_official_pack() : std::nullopt;
        const fs::path folder = official ? *official : pack.root / base.value;
        std::error_code error;
        if (depth < deepest_extends && fs::exists(folder / "pack.toml", error)) {
            add(folder, depth + 1);
            if (const auto index = find_pack(loaded_, folder)) {
                bases.push_back(*index);
                bases.insert(bases.end(), loaded_.bases[*index].begin(), loaded_.bases[*index].end());
            }
            return;
        }
        loaded_.problems.push_back(pack_problem(shown + "/pack.toml", base.origin.line, pack.name,
                                                {fmt::format("extends 的规则包“{}”不存在，或相互引用成环", base.value),
                                                 fmt::format("the pack “{}” in extends is not there, or extends runs in a circle", base.value)}));
    }

    void keep(config::Pack&& pack, const std::string& shown) {
        add_agencies(loaded_.agencies, std::move(pack.agencies));
        scripts_.push_back({pack.name, shown, scripts(pack.rules), scripts(pack.library)});
        loaded_.packs.push_back({pack.name, pack.version, pack.title});
        loaded_.roots.push_back(pack.root);
        loaded_.choices.push_back(std::move(pack.choice));
        opened_.push_back(std::move(pack));
        shown_.push_back(shown);
    }

    bool knows(const config::Text& figure) {
        std::vector<std::string> names;
        for (const model::Format& format : loaded_.knowledge.formats) {
            if (format.find_figure(figure.value) != model::no_figure) return true;
            for (const model::FigureSpec& spec : format.figures) names.push_back(spec.id);
        }
        const auto near = text::nearest(figure.value, names);
        loaded_.problems.push_back({text::ProblemKind::rule,
                                    {fmt::format("没有叫“{}”的数值{}", figure.value, near ? fmt::format("，是不是“{}”？", *near) : ""),
                                     fmt::format("there is no figure “{}”{}", figure.value, near ? fmt::format("; did you mean “{}”?", *near) : "")},
                                    figure.origin.file, figure.origin.line, figure.origin.column, figure.origin.excerpt, figure.value});
        return false;
    }

    LoadedPacks& loaded_;
    std::vector<script::ScriptPack> scripts_;
    std::vector<config::Pack> opened_;  // their rules' texts are in `scripts_`
    std::vector<std::string> shown_;
};

}  // namespace

std::optional<fs::path> find_official_pack() {
    std::error_code error;
    fs::path executable = fs::read_symlink("/proc/self/exe", error);
    if (error) executable = fs::canonical(reinterpret_cast<const char*>(::getauxval(AT_EXECFN)), error);  // a root without /proc
    if (error) return std::nullopt;
    const fs::path installed = executable.parent_path().parent_path() / "share/gouji/rules/official";
    if (fs::exists(installed / "pack.toml", error)) return installed;
    fs::path folder = executable.parent_path();
    for (int level = 0; level < 5 && folder.has_relative_path(); ++level, folder = folder.parent_path()) {
        if (fs::exists(folder / "rules/official/pack.toml", error)) return folder / "rules/official";
    }
    return std::nullopt;
}

std::vector<fs::path> pack_folders(const std::vector<std::string>& named, bool official, text::Problems& problems) {
    std::vector<fs::path> folders;
    if (official) {
        if (auto found = find_official_pack()) {
            folders.push_back(std::move(*found));
        } else {
            text::Problem problem;
            problem.kind = text::ProblemKind::pack;
            problem.message = {"找不到官方规则包（应在 ../share/gouji/rules/official）",
                               "the official pack is not found (expected at ../share/gouji/rules/official)"};
            problems.push_back(std::move(problem));
        }
    }
    folders.insert(folders.end(), named.begin(), named.end());
    return folders;
}

bool LoadedPacks::extends(std::size_t pack, std::size_t base) const {
    return std::find(bases[pack].begin(), bases[pack].end(), base) != bases[pack].end();
}

std::optional<std::size_t> find_pack(const LoadedPacks& packs, const fs::path& folder) {
    std::error_code error;
    for (std::size_t i = 0; i < packs.roots.size(); ++i) {
        if (fs::equivalent(packs.roots[i], folder, error)) return i;
    }
    return std::nullopt;
}

LoadedPacks load_packs(const std::vector<fs::path>& folders, PackUse use) {
    LoadedPacks loaded;
    PackLoader loader{loaded};
    for (const fs::path& folder : folders) loader.add(folder);
    auto rules = use == PackUse::rules ? loader.compile() : nullptr;
    loader.read_knowledge();
    if (rules != nullptr) {
        loader.check_figures(*rules);
        loaded.book = script::RuleBook::load(std::move(rules), loaded.knowledge.phrases, loaded.problems);
        loader.check_families();
    }
    binding::compile(loaded.knowledge);
    return loaded;
}

}  // namespace gouji::app
