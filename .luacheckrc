-- Rules run in a sandbox of Lua 5.4 with string, table, math, utf8 and the pack's own lib.
std = "lua54"
max_line_length = 160
include_files = { "rules/**/*.lua" }
exclude_files = { "rules/gouji.meta.lua" }
