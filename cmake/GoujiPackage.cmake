# What is installed, and the Debian package (`cpack -G DEB`). The manual page and the completions are made by the program
# itself from the one definition of its command line.
include(GNUInstallDirs)

set(made "${CMAKE_BINARY_DIR}/made")
file(MAKE_DIRECTORY "${made}")
add_custom_command(
    OUTPUT "${made}/gouji.1.gz" "${made}/gouji.zh_CN.1.gz" "${made}/gouji.bash" "${made}/_gouji" "${made}/gouji.fish" "${made}/gouji.schema.json" "${made}/gouji.waivers.schema.json"
    COMMAND gouji man --lang en > "${made}/gouji.1"
    COMMAND gouji man --lang zh > "${made}/gouji.zh_CN.1"
    COMMAND gzip -9nf "${made}/gouji.1" "${made}/gouji.zh_CN.1"
    COMMAND gouji completion bash --lang en > "${made}/gouji.bash"
    COMMAND gouji completion zsh --lang en > "${made}/_gouji"
    COMMAND gouji completion fish --lang en > "${made}/gouji.fish"
    COMMAND gouji config --schema configuration --lang en > "${made}/gouji.schema.json"
    COMMAND gouji config --schema waivers --lang en > "${made}/gouji.waivers.schema.json"
    DEPENDS gouji VERBATIM)
add_custom_target(gouji_made ALL DEPENDS "${made}/gouji.1.gz")

install(TARGETS gouji RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
install(DIRECTORY rules/ DESTINATION "${CMAKE_INSTALL_DATADIR}/gouji/rules" PATTERN "cases" EXCLUDE)
install(FILES "${made}/gouji.schema.json" "${made}/gouji.waivers.schema.json" DESTINATION "${CMAKE_INSTALL_DATADIR}/gouji")
install(FILES "${made}/gouji.1.gz" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
install(FILES "${made}/gouji.zh_CN.1.gz" DESTINATION "${CMAKE_INSTALL_MANDIR}/zh_CN/man1" RENAME gouji.1.gz)
install(FILES "${made}/gouji.bash" DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions" RENAME gouji)
install(FILES "${made}/_gouji" DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions")
install(FILES "${made}/gouji.fish" DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d")
install(FILES README.md CHANGELOG.md DESTINATION "${CMAKE_INSTALL_DOCDIR}")
install(FILES LICENSE DESTINATION "${CMAKE_INSTALL_DOCDIR}" RENAME copyright)
install(DIRECTORY docs/ DESTINATION "${CMAKE_INSTALL_DOCDIR}" FILES_MATCHING PATTERN "*.md" PATTERN "*.yml" PATTERN "*.yaml")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME gouji)
set(CPACK_PACKAGE_CONTACT "Gouji maintainers <root@localhost>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS poppler-utils)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
include(CPack)
