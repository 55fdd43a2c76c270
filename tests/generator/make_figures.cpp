// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "tests/generator/made_report.hpp"

namespace gouji::generator {
namespace {

using text::Decimal;

const std::array<std::string, 6> applicants{"natural_person", "enterprise", "research", "nonprofit", "legal_service", "other_org"};
const std::array<std::string, 4> outcomes{"upheld", "corrected", "other", "pending"};
const std::array<std::string, 4> not_results{"received", "carried_in", "results_total", "carried_out"};

class FigureMaker {
public:
    FigureMaker(MadeReport& report, Dice& dice) : report_{report}, dice_{dice} {}

    void applications() {
        const bool busy = dice_.chance(70);
        for (const auto& row : rows()) {
            for (const auto& column : applicants) set("applications." + row + "." + column, 0);
        }
        if (busy) {
            for (const auto& column : applicants) applications_of(column);
        }
        for (const auto& row : rows()) {
            Decimal sum;
            for (const auto& column : applicants) sum = sum + get("applications." + row + "." + column);
            set("applications." + row + ".total", sum);
        }
    }

    void proceedings() {
        for (const std::string group : {"review", "litigation_direct", "litigation_after_review"}) {
            const bool any = dice_.chance(30);
            int total = 0;
            for (const auto& outcome : outcomes) {
                const int cases = any ? dice_.between(0, 6) : 0;
                set("proceedings." + group + "." + outcome, cases);
                total += cases;
            }
            set("proceedings." + group + ".total", total);
        }
    }

    void disclosure() {
        const bool newer = report_.format->find_figure("disclosure.rules.issued") != model::no_figure;
        for (const std::string row : {"rules", "normative"}) newer ? stock_2021(row) : stock_2019(row);
        for (const std::string row : {"licensing", "services", "penalty", "coercion"}) {
            set_if("disclosure." + row + ".previous", dice_.between(0, 90));
            set_if("disclosure." + row + ".change", dice_.between(-9, 9));
            set_if("disclosure." + row + ".decisions", dice_.chance(50) ? 0 : dice_.between(1, 4999));
        }
        set_if("disclosure.fees.previous", dice_.between(0, 20));
        set_if("disclosure.fees.change", 0);
        const bool charged = dice_.chance(40);
        set_amount("disclosure.fees.amount", charged ? Decimal::scaled(dice_.between(1, 900'000) * (Decimal::scale / 100)) : Decimal{});
        const bool bought = dice_.chance(50);
        set_if("disclosure.procurement.items", bought ? dice_.between(1, 30) : 0);
        set_amount("disclosure.procurement.amount", bought ? Decimal::of(dice_.between(1000, 9'000'000)) : Decimal{});
    }

private:
    void applications_of(const std::string& column) {
        const int most = column == "natural_person" ? 60 : 6;
        const int received = dice_.between(0, most);
        const int carried_in = dice_.chance(30) ? dice_.between(0, 4) : 0;
        const int carried_out = dice_.chance(30) ? dice_.between(0, std::min(3, received + carried_in)) : 0;
        const int results = received + carried_in - carried_out;
        set("applications.received." + column, received);
        set("applications.carried_in." + column, carried_in);
        set("applications.carried_out." + column, carried_out);
        set("applications.results_total." + column, results);
        const auto all = result_rows();
        for (int left = results; left > 0;) {
            const int here = dice_.between(1, left);
            const std::string id = "applications." + dice_.pick(all) + "." + column;
            set(id, get(id) + Decimal::of(here));
            left -= here;
        }
    }

    void stock_2021(const std::string& row) {
        const int issued = dice_.chance(60) ? dice_.between(0, 20) : 0;
        const int repealed = dice_.chance(30) ? dice_.between(0, 5) : 0;
        set("disclosure." + row + ".issued", issued);
        set("disclosure." + row + ".repealed", repealed);
        set("disclosure." + row + ".in_force", issued + dice_.between(0, 80));
    }

    void stock_2019(const std::string& row) {
        const int disclosed = dice_.between(0, 20);
        set("disclosure." + row + ".made", disclosed + dice_.between(0, 5));
        set("disclosure." + row + ".disclosed", disclosed);
        set("disclosure." + row + ".disclosed_total", disclosed + dice_.between(0, 80));
    }

    [[nodiscard]] std::vector<std::string> rows() const {
        std::vector<std::string> ids;
        for (const auto& table : report_.format->tables) {
            if (table.id != "applications") continue;
            for (const auto& row : table.blocks.front().rows) ids.push_back(row.id);
        }
        return ids;
    }

    [[nodiscard]] std::vector<std::string> result_rows() const {
        auto ids = rows();
        std::erase_if(ids, [](const std::string& id) { return std::find(not_results.begin(), not_results.end(), id) != not_results.end(); });
        return ids;
    }

    [[nodiscard]] Decimal get(const std::string& id) const { return report_.figure(id); }
    void set(const std::string& id, Decimal value) { report_.figures.at(report_.format->find_figure(id)) = value; }
    void set(const std::string& id, int value) { set(id, Decimal::of(value)); }
    void set_amount(const std::string& id, Decimal value) {
        if (report_.format->find_figure(id) != model::no_figure) set(id, value);
    }
    void set_if(const std::string& id, int value) { set_amount(id, Decimal::of(value)); }

    MadeReport& report_;
    Dice& dice_;
};

}  // namespace

text::Decimal MadeReport::figure(const std::string& id) const { return figures.at(format->find_figure(id)); }

void make_figures(MadeReport& report, Dice& dice) {
    report.figures.assign(report.format->figures.size(), {});
    FigureMaker maker{report, dice};
    maker.applications();
    maker.proceedings();
    maker.disclosure();
}

}  // namespace gouji::generator
