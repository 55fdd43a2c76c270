---@meta
-- SPDX-License-Identifier: Apache-2.0
-- The Lua API of Gouji, as annotations for the Lua language server. This file is never run.
-- Every view is read-only and lives only while `check` runs. Every view can be given as the `at` of a finding.
-- Texts are in folded form (half-width, no spaces) unless a field says "as written".

---Lists that methods give are read-only: `#`, `[i]` and `ipairs` work on them, and report{} takes them as they are.

---@alias Numbering "absent"|"chinese"|"arabic"|"chinese_parenthesised"|"arabic_parenthesised"|"part"|"step"|"circled"
---@alias FigureState "value"|"blank"|"mark"|"text"|"unbound"|"absent"
---@alias DefectKind "row_missing"|"row_unknown"|"group_missing"|"rows_collapsed"|"column_missing"|"column_unknown"|"cell_count"|"label_wording"|"run_together"|"unit_differs"
---@alias MarkKind "doubled_punctuation"|"halfwidth_punctuation"|"control_character"|"compatibility_character"|"markup"|"unbalanced_pair"|"placeholder"

---@class Date
---@field year integer 0 where it is not written
---@field month integer
---@field day integer 0 where it is not written

---@class DateView: Date a date in the prose
---@field text string
---@field sentence Sentence

---@class DateRange
---@field from Date
---@field to Date
---@field text string
---@field sentence Sentence

---@class Place something to point at: the title, the year in it, …
---@field text string as written

---@class Document
---@field year integer|nil report year, from the title (or the period, where the title has none)
---@field agency string|nil the agency that the title names
---@field title string|nil the title on one line
---@field title_has_official_name boolean the title has the official name of the report
---@field format string|nil "2019", "2021": the version that the tables follow (by the year, where there are no tables)
---@field format_notice string|nil name of the notice of that version
---@field required_format string|nil the version that the report year requires; nil before 2019
---@field required_notice string|nil
---@field period DateRange|nil the statistical period, where it is stated
---@field published Date|nil date of publication, where it is stated
---@field title_place Place the title; the first line where there is none
---@field year_place Place the year in the title
---@field agency_place Place the agency in the title
---@field published_place Place
---@field lead Section the text before the first section (title, introduction); its id is "lead"
---@field body_length integer characters of all prose
local Document = {}
---All top-level sections in the order of the report, those the format does not have included (id nil).
---@return Section[]
function Document:sections() end
---Likewise, without those that only a table of contents lists: headings in a row with nothing under them that come again.
---@return Section[]
function Document:outline() end
---The first section with this id, or nil.
---@param id string "overview", "disclosure", "applications", "proceedings", "problems", "other"
---@return Section|nil
function Document:section(id) end
---Sections of the format in the order it prescribes: {id, number, title, topics, optional}
---@return {id: string, number: integer, title: string, topics: string[]}[]
function Document:official_sections() end
---@return Table[]
function Document:tables() end
---Tables that were read and follow the version the document was bound to: those that can be judged cell by cell.
---@return Table[]
function Document:readable_tables() end
---@param id string
---@return Table|nil nil where the format has no such table
function Document:table(id) end
---A figure by its identifier. An identifier that no format of the pack knows raises an error; one that only another
---format has gives a figure with state "absent".
---@param id string "applications.received.total"
---@return Figure
function Document:figure(id) end
---The figures of these ids; nil unless each of them holds a value.
---@param ids string[]
---@return Figure[]|nil
function Document:values(ids) end
---A figure, or the sum over a group of rows ("applications.denied.total"): what a claim can be compared with.
---@param id string
---@return Quantity
function Document:quantity(id) end
---The format's identities of this kind that do not hold or cannot be decided. Kinds: balance, results_total,
---applicants_total, proceedings_total.
---@param kind string
---@return Identity[]
function Document:identities(kind) end
---Claims of the prose in text order.
---@param quantity? string only those about this quantity
---@return Claim[]
function Document:claims(quantity) end
---Claims that the tables contradict: comparable ones whose figure or sum has a value and says something else.
---@return Claim[]
function Document:contradictions() end
---Whether a phrase of this rule's `phrases[name]` stands in the prose.
---@param name string
---@return boolean
function Document:has(name) end
---Where the phrases of this rule's `phrases[name]` stand in the prose, in text order.
---@param name string
---@return Hit[]
function Document:hits(name) end
---@return Breakdown[]
function Document:breakdowns() end
---Quantities of the prose: numbers with their units.
---@param unit? string only those with this unit ("%" for percentages)
---@return Number[]
function Document:numbers(unit) end
---@return DateView[]
function Document:dates() end
---@return DateRange[]
function Document:date_ranges() end
---Steps of enumerations in text order: 一是, （二）, 3.
---@return Step[]
function Document:steps() end
---Peculiarities of the writing.
---@param kind MarkKind
---@return Mark[]
function Document:marks(kind) end
---The same as lists, one for each paragraph that has such marks; those in no paragraph (inside tables) are one list.
---@param kind MarkKind
---@return Mark[][]
function Document:marks_by_paragraph(kind) end
---The different texts of these places, in order, as written.
---@param places Anything[]
---@return string[]
function Document:wordings(places) end
---@return Paragraph[]
function Document:paragraphs() end

---@class Section
---@field id string|nil nil for a section that the format does not have; "lead" for the text before the first section
---@field title string without its number, as written
---@field official_title string|nil
---@field match "exact"|"accepted"|"deviating"
---@field number integer as written; 0 where there is none
---@field official_number integer 0 for an unexpected section
---@field numbering Numbering
---@field inline boolean the heading was found inside a run of text whose line ends were lost
---@field index integer position among the report's sections, from 1
---@field length integer characters of its prose
---@field text string its prose, paragraphs parted by "\n"
---@field block_count integer paragraphs and tables under the heading
---@field number_place Place the number in its heading with what parts it from the title; empty before a title without one: for fixes
local Section = {}
---@return Paragraph[]
function Section:paragraphs() end
---Claims, hits, numbers and steps of this section only.
---@param quantity? string
---@return Claim[]
function Section:claims(quantity) end
---@param name string
---@return Hit[]
function Section:hits(name) end
---@param name string
---@return boolean
function Section:has(name) end

---@class Paragraph
---@field text string
---@field number integer of its leading number; 0 where there is none
---@field numbering Numbering
---@field title string behind the number, up to the first sentence end
---@field section Section|nil
---@field length integer
local Paragraph = {}
---@return Sentence[]
function Paragraph:sentences() end

---@class Sentence
---@field text string
---@field section Section|nil
---@field paragraph Paragraph
---@field next Sentence|nil in the same paragraph
---@field previous Sentence|nil
---@field index integer position among the report's sentences, from 1
local Sentence = {}
---@return Claim[]
function Sentence:claims() end
---@return Number[]
function Sentence:numbers() end
---@param name string
---@return Hit[]
function Sentence:hits(name) end
---@param name string
---@return boolean
function Sentence:has(name) end

---@class Table
---@field id string
---@field name string
---@field state "absent"|"read"|"unreadable"
---@field own_format string|nil the format version that its labels belong to
---@field section string id of the section it belongs to
---@field figure_count integer figures that the format gives it
local Table = {}
---@param kind? DefectKind
---@return Defect[]
function Table:defects(kind) end
---Figures of this table, optionally only those in a state and of a kind.
---@param state? FigureState
---@param kind? "count"|"change"|"amount"
---@return Figure[]
function Table:figures(state, kind) end
---Figures in a state that no defect of these kinds concerns.
---@param state FigureState|nil
---@param ... DefectKind
---@return Figure[]
function Table:unexplained(state, ...) end
---The labels of the columns that these figures fill from top to bottom; nil where they do not, or the table has few rows.
---@param figures Figure[]
---@return string[]|nil
function Table:whole_columns(figures) end
---Those of the figures that are blank in a row whose total is the sum of its filled cells: they stand for zero.
---@param figures Figure[]
---@return Figure[]
function Table:proven_zeros(figures) end

---@class Defect
---@field kind DefectKind
---@field expected string the format's wording; may be ""
---@field found string the report's wording; may be ""
---@field row_label string the row it concerns, as Figure.row_label; "" where it concerns none
---@field uncertain boolean rows beside it were damaged: report as review
---@field figures Figure[]

---@class Quantity
---@field id string
---@field label string for people
---@field state FigureState "value" also for a sum with blank summands; "unbound" where an operand is unbound or absent
---@field value number|nil whole numbers are integers
---@field operands Figure[] itself for a figure

---@class Figure: Quantity
---@field text string the cell as written
---@field table string table id
---@field row string row id
---@field column string column id
---@field row_label string the part of `label` that names the row: "（一）予以公开"
---@field column_label string the part that names the column: "自然人"
---@field kind "count"|"change"|"amount"
---@field unit string unit as written in the cell or the header, else the format's; "" for counts
---@field official_unit string

---@class Identity
---@field key string "applications.balance.natural_person": the figure a finding is about
---@field label string
---@field verdict "broken"|"undecidable"
---@field left Figure[]
---@field right Figure[]
---@field left_sum number of what could be read
---@field right_sum number
---@field difference number left_sum - right_sum
---@field unreadable Figure[] operands that are unbound or absent

---@class Claim
---@field quantity string
---@field kind "number"|"exists"|"none"
---@field value number 0 for kind "none"; nil for "exists"
---@field unit string
---@field approximate boolean
---@field comparable boolean quantity, scope (this agency, this year) and unit are clear
---@field scope string "" for this agency and year; else "last_year", "comparison", "subordinate", …
---@field text string as written
---@field sentence Sentence
---@field section Section|nil
local Claim = {}
---Exact comparison in the units of both (元 against 万元); for an approximate claim, whether rounding explains it.
---@param quantity Quantity
---@return boolean
function Claim:agrees(quantity) end

---@class Hit a phrase found
---@field text string
---@field phrase integer index in the rule's list, from 1
---@field sentence Sentence
---@field paragraph Paragraph
---@field section Section|nil
---@field start integer byte offset in the sentence's text, from 1
---@field stop integer

---@class Number a quantity in the prose
---@field value number
---@field unit string
---@field qualifier "none"|"about"|"more_than"|"less_than"
---@field text string with qualifier and unit
---@field clause string the clause around it
---@field start integer byte offset in the sentence's text, from 1
---@field sentence Sentence

---@class Breakdown
---@field whole Number
---@field parts Number[]
---@field among boolean 其中: the wording may leave some out
---@field complete boolean the wording says that nothing is left out
---@field sum number
---@field sentence Sentence

---@class Step
---@field number integer
---@field numbering Numbering
---@field text string
---@field paragraph Paragraph
---@field section Section|nil
---@field leads_paragraph boolean
---@field certain boolean no number of the running text that only looks like a step

---@class Mark
---@field kind MarkKind
---@field text string as written
---@field folded string the same in folded form: the ordinary character of a Kangxi radical
---@field before string the character before it, as written
---@field after string the character behind it
---@field paragraph Paragraph|nil nil inside a table
---@field section Section|nil

---@alias Anything Report|Document|Section|Paragraph|Sentence|Table|Defect|Figure|Quantity|Identity|Claim|Hit|Number|Breakdown|Step|Mark|Place|DateView|DateRange

---@class Finding
---@field at Anything|Anything[] where it is; of a list the first, and the others are further places
---@field message string key of the rule's `messages`; what is written ends with "…" behind some 1,000 characters
---@field data? table<string, string|number> values for the placeholders
---@field kind? "fail"|"review" default "fail" ("review" for an undecidable identity)
---@field logical? string logical location; default: from `at` (figure id, "section:ID", "document")
---@field related? any[] further places
---@field against? Quantity the figure or sum that the claim in `at` contradicts: operands, calculation and logical location come from it
---@field operands? Figure[] operands, where neither an identity nor `against` gives them
---@field calculation? string
---@field hypothesis? string a guess at the cause, named as such
---@field cause? string findings of one report with the same cause are shown as one problem
---@field severity? "error"|"warning"|"note" only lower than the rule's own
---@field fix? Fix|FixOfMany

---@class Fix
---@field at Anything
---@field text string
---@field also? {at: Anything, text: string}[] further replacements of the same fix
---@field safe boolean
---@field zh string
---@field en string

---@class FixOfMany one replacement for each place; none at all where `each` is empty or `with` lacks one
---@field each Anything[]
---@field with string|table<string, string> what belongs there; or what belongs there by what stands there
---@field safe boolean
---@field zh string
---@field en string

---@class Series one agency's reports, by year and path
---@field agency string as the last report has it
---@field level string "province", "city", "county", "township", "office", "unit"
---@field region string|nil
---@field years integer[] ascending, each once
---@field undated integer reports of this agency whose year is not known; they are not in the series
local Series = {}
---@return Report[]
function Series:reports() end
---The report of a year; nil where there is none, or two with different figures.
---@param year integer
---@return Report|nil
function Series:report(year) end
---Reports of years that follow each other, where `report` gives one for both.
---@return {earlier: Report, later: Report}[]
function Series:pairs() end

---@class Group reports that belong together
---@field kind "hierarchy"|"similar"
---@field year integer
---@field superior Report|nil hierarchy: the summary report
---@field complete boolean hierarchy: every subordinate's report is here
---@field missing string[] hierarchy: subordinates without a report, or with two
---@field likeness number|nil similar: share of common text, 0.5 to 1
local Group = {}
---hierarchy: the subordinates' reports. similar: the earlier report and the one that is like it.
---@return Report[]
function Group:reports() end

---@class Report a report among others: what its record has
---@field path string
---@field agency string|nil as the title has it
---@field level string
---@field region string|nil
---@field year integer|nil
---@field format string|nil
---@field content string hash of the file: equal for equal files
---@field length integer characters of prose
local Report = {}
---A figure has id, label, state, value, text, table, row, column, kind, unit and official_unit.
---@param id string
---@return Figure
function Report:figure(id) end
---@param table? string only those of this table
---@return Figure[]
function Report:figures(table) end

---@alias Fact
---| "figures.absent" # a figure in this state
---| "figures.unbound"
---| "figures.blank"
---| "figures.mark"
---| "figures.text"
---| "figures.value"
---| "figures.negative" # a value below zero, where it is no change against last year
---| "figures.fraction" # a value that is not whole, where it is no amount
---| "figures.amount" # an amount of money that is not zero
---| "figures.other_unit" # a value whose unit is written and is not the format's
---| "tables.absent" # a table in this state
---| "tables.read"
---| "tables.unreadable"
---| "tables.other_format" # a table follows another format than the year requires
---| "tables.mixed" # tables follow different formats
---| "defects.KIND" # a defect of this DefectKind
---| "marks.KIND" # a mark of this MarkKind
---| "identities.broken" # an identity that does not hold, or cannot be decided
---| "identities.undecidable"
---| "sections.missing" # these leave out a table of contents: one of the format is not there
---| "sections.disordered" # one comes before its predecessor in the format
---| "sections.repeated" # one stands there twice
---| "sections.unexpected" # one that the format does not have is numbered 一、
---| "sections.misnumbered" # one is not numbered 一、 with the format's number
---| "sections.deviating" # one is titled otherwise than in the format
---| "sections.empty" # one of the format has nothing under it
---| "title.incomplete" # no agency, no year in digits, or another name than the official one
---| "year.unregulated" # a report year for which no format holds
---| "years.period" # another year than the report's: in the statistical period,
---| "years.lead" # in the text before the first section,
---| "years.paragraph" # at the head of a paragraph or section
---| "period.absent" # no statistical period is stated
---| "period.partial" # the period is no whole calendar year
---| "published.stated" # a date of publication
---| "claims.number" # a claim of this kind
---| "claims.exists"
---| "claims.none"
---| "claims.contradicted" # Document:contradictions() has something
---| "claims.conflicting" # one quantity is claimed twice, with different values
---| "breakdowns.unequal" # parts do not add up to their whole, or there are decimals
---| "steps.broken" # a step neither goes on nor begins anew

---@class Rule
---@field id string
---@field name string
---@field severity "error"|"warning"|"note"
---@field title {zh: string, en: string}
---@field basis {id: string, instrument: string, instrument_en?: string, article?: string, since: string, zh: string, en: string, from_year?: integer, to_year?: integer}[] from_year, to_year: report years that the clause governs
---@field what {zh: string, en: string}
---@field why {zh: string, en: string}
---@field bad {zh: string, en?: string}
---@field good {zh: string, en?: string}
---@field advice {zh: string, en: string} what to do about a finding
---@field tags? string[]
---@field applies? {formats?: string[], from_year?: integer, to_year?: integer, years_unknown?: boolean} else the rule is not run
---@field options? table<string, {type: "integer"|"number"|"string"|"boolean"|"strings", default: any, zh: string, en: string}>
---@field phrases? table<string, string[]> phrases to find in the prose, by name
---@field needs? (Fact|string)[] the rule is not run on a report that has none of these: names of `phrases` with a hit, or facts.
--- Without one of them the rule must have nothing to find; `gouji test` runs every case with and without.
---@field messages table<string, {zh: string, en: string}> with {placeholders}
---@field fixable? boolean
---@field check? fun(doc: Document, report: fun(finding: Finding), options: table<string, any>) exactly one of the three
---@field check_series? fun(series: Series, report: fun(finding: Finding), options: table<string, any>) one agency's years; no `applies`, `phrases`
---@field check_group? fun(group: Group, report: fun(finding: Finding), options: table<string, any>) reports that belong together
---@field groups? "hierarchy"|"similar" of a rule with check_group: which groups; default "hierarchy"

---Whether one of the words stands in the text; quicker than looking for each.
---@param words string[]
---@return boolean
function string:has_any(words) end
---The longest key of `endings` that the text ends with, and what the table has for it; nil where there is none.
---@param endings table<string, any>
---@return string|nil, any
function string:ending(endings) end

---The pack's library: `local law = require("law")` loads lib/law.lua of the rule's own pack.
---@param name string
---@return any
function require(name) end
