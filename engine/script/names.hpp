// SPDX-License-Identifier: Apache-2.0
// The words by which rules know the model's enumerations. They are part of the Lua API (rules/gouji.meta.lua).
#pragma once

#include <optional>
#include <string_view>

#include "engine/model/document.hpp"
#include "engine/model/identity.hpp"
#include "grammar/tree.hpp"

namespace gouji::script {

[[nodiscard]] std::string_view name_of(grammar::Numbering numbering);
[[nodiscard]] std::string_view name_of(grammar::Qualifier qualifier);
[[nodiscard]] std::string_view name_of(grammar::MarkKind kind);
[[nodiscard]] std::string_view name_of(model::FigureState state);
[[nodiscard]] std::string_view name_of(model::FigureKind kind);
[[nodiscard]] std::string_view name_of(model::TableState state);
[[nodiscard]] std::string_view name_of(model::DefectKind kind);
[[nodiscard]] std::string_view name_of(model::TitleMatch match);
[[nodiscard]] std::string_view name_of(model::ClaimKind kind);
[[nodiscard]] std::string_view name_of(model::Verdict verdict);

[[nodiscard]] std::optional<grammar::MarkKind> mark_kind(std::string_view name);
[[nodiscard]] std::optional<model::FigureState> figure_state(std::string_view name);
[[nodiscard]] std::optional<model::FigureKind> figure_kind_named(std::string_view name);
[[nodiscard]] std::optional<model::DefectKind> defect_kind(std::string_view name);

}  // namespace gouji::script
