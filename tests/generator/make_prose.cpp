// SPDX-License-Identifier: Apache-2.0
// Prose as offices write it, with statements that agree with the figures. Names are made up.
#include <fmt/format.h>

#include "tests/generator/made_report.hpp"

namespace gouji::generator {
namespace {

struct Agency {
    std::string name;
    std::string self;  // how the text speaks of itself
    std::string whole;
};

std::vector<Agency> agencies() {
    std::vector<Agency> all;
    for (const std::string county : {"云岭县", "清溪县", "松原区", "白石市", "临江县", "北山区", "玉泉县", "东湖区"}) {
        for (const std::string town : {"青石", "河口", "柳林", "石桥", "大坪", "新安"}) {
            all.push_back({county + town + "镇人民政府", "我镇", "全镇"});
            all.push_back({county + town + "乡人民政府", "我乡", "全乡"});
        }
        for (const std::string office : {"教育局", "财政局", "水务局", "民政局", "自然资源局"}) all.push_back({county + office, "我局", "全局"});
    }
    return all;
}

class ProseMaker {
public:
    ProseMaker(MadeReport& report, Dice& dice) : report_{report}, dice_{dice}, agency_{dice.pick(all_agencies())} {}

    void make() {
        report_.agency = agency_.name;
        report_.title = fmt::format("{}{}年{}", agency_.name, year(), report_.format->report_name.text);
        report_.lead = {lead()};
        for (const auto& spec : report_.format->sections) report_.sections.push_back({&spec, paragraphs(spec.id)});
    }

private:
    static const std::vector<Agency>& all_agencies() {
        static const std::vector<Agency> all = agencies();
        return all;
    }

    [[nodiscard]] int year() const { return report_.year; }
    [[nodiscard]] std::string number(const std::string& id) const { return report_.figure(id).to_string(); }
    [[nodiscard]] bool zero(const std::string& id) const { return report_.figure(id).is_zero(); }
    [[nodiscard]] bool newer() const { return report_.format->find_figure("disclosure.normative.issued") != model::no_figure; }

    std::string lead() {
        const std::string period = dice_.pick(std::vector<std::string>{
            fmt::format("本报告所列数据的统计期限自{0}年1月1日起至{0}年12月31日止", year()),
            fmt::format("本年度报告中所列数据的统计期限为{0}年1月1日至{0}年12月31日", year()),
            fmt::format("本报告统计数据从{0}年1月1日至12月31日", year())});
        return fmt::format("本报告根据《中华人民共和国政府信息公开条例》的要求编制。{}。如对本报告有疑问，请与{}办公室联系，地址：{}中心路{}号，邮编：{}，"
                           "电话：0{}-{}。",
                           period, agency_.name, agency_.name, dice_.between(1, 99), 700'000 + dice_.between(1, 99'999), 951 + dice_.between(0, 4),
                           2'000'000 + dice_.between(0, 6'999'999));
    }

    std::vector<std::string> paragraphs(const std::string& section) {
        if (section == "overview") return overview();
        if (section == "problems") return problems();
        if (section == "other") return other();
        return {};
    }

    std::vector<std::string> overview() {
        return {fmt::format("{}年，{}认真贯彻落实《中华人民共和国政府信息公开条例》，扎实推进各项工作。", year(), agency_.self),
                "（一）主动公开。" + disclosure_claims(),
                "（二）依申请公开。" + application_claims() + proceeding_claims(),
                fmt::format("（三）政府信息管理。{}严格执行信息发布审查制度，做到先审后发。", agency_.self),
                "（四）政府信息公开平台建设。以政府网站为主阵地，规范政务新媒体管理，及时更新栏目内容。",
                fmt::format("（五）监督保障。明确专人负责，开展业务培训{}次，主动接受社会监督。", dice_.between(1, 5))};
    }

    std::string disclosure_claims() {
        const int site = dice_.between(10, 400);
        const int other = dice_.between(5, 300);
        std::string out = dice_.chance(50) ? fmt::format("全年主动公开政府信息{}条，其中，通过政府网站公开{}条，通过政务新媒体公开{}条。", site + other, site, other)
                                           : fmt::format("通过政府网站主动公开政府信息{}条。", site);
        if (newer() && dice_.chance(40)) out += fmt::format("全年制发行政规范性文件{}件。", number("disclosure.normative.issued"));
        return out;
    }

    std::string application_claims() {
        const std::string received = number("applications.received.total");
        if (zero("applications.received.total")) {
            return dice_.pick(std::vector<std::string>{fmt::format("{}年，{}未收到政府信息公开申请。", year(), agency_.self),
                                                       fmt::format("本年度没有收到政府信息公开申请。")});
        }
        std::string out = dice_.pick(std::vector<std::string>{
            fmt::format("{}年，{}共收到政府信息公开申请{}件", year(), agency_.self, received), fmt::format("全年新收政府信息公开申请{}件", received),
            fmt::format("本年度共受理政府信息公开申请{}件", received)});
        if (!zero("applications.carried_in.total")) out += fmt::format("，上年结转{}件", number("applications.carried_in.total"));
        if (dice_.chance(50)) out += fmt::format("，予以公开{}件，部分公开{}件", number("applications.granted.total"), number("applications.partial.total"));
        if (dice_.chance(60)) out += fmt::format("，结转下年度继续办理{}件", number("applications.carried_out.total"));
        return out + "。";
    }

    std::string proceeding_claims() {
        const text::Decimal suits = report_.figure("proceedings.litigation_direct.total") + report_.figure("proceedings.litigation_after_review.total");
        if (!zero("proceedings.review.total") || !suits.is_zero()) {
            return fmt::format("因政府信息公开工作被申请行政复议{}件，被提起行政诉讼{}件。", number("proceedings.review.total"), suits.to_string());
        }
        return dice_.chance(50) ? "未发生因政府信息公开引起的行政复议、行政诉讼。" : "";
    }

    std::vector<std::string> problems() {
        return {"（一）存在的主要问题。一是公开内容还不够全面，更新不够及时；二是工作人员业务能力有待提高。",
                fmt::format("（二）改进情况。一是健全工作制度，及时更新栏目内容；二是加强业务培训，提高{}工作人员的业务水平。", agency_.whole)};
    }

    std::vector<std::string> other() {
        if (newer()) return {fmt::format("{}年，本机关未收取信息处理费。", year())};
        return {"本年度没有其他需要报告的事项。"};
    }

    MadeReport& report_;
    Dice& dice_;
    const Agency& agency_;
};

}  // namespace

void make_prose(MadeReport& report, Dice& dice) { ProseMaker{report, dice}.make(); }

MadeReport make_report(const model::Format& format, int year, Dice& dice) {
    MadeReport report;
    report.format = &format;
    report.year = year;
    make_figures(report, dice);
    make_prose(report, dice);
    return report;
}

}  // namespace gouji::generator
