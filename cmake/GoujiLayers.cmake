# gouji_layer(NAME FOLDER USES...): a static library gouji_NAME of the sources directly in FOLDER.
# A layer without sources yet is an interface library, so that the picture of the house stays whole.

add_library(gouji_warnings INTERFACE)
target_compile_options(gouji_warnings INTERFACE -Wall -Wextra -Wpedantic -Werror -Wconversion -Wno-sign-conversion
    -Wnon-virtual-dtor -Wold-style-cast -Wnull-dereference)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # Plain -Wshadow of g++ objects to an enumerator of a scoped enum that has the name of a constant.
    target_compile_options(gouji_warnings INTERFACE -Wshadow=local)
    # g++ 12 reports these inside the standard library's own strings and vectors when it optimises.
    target_compile_options(gouji_warnings INTERFACE -Wno-restrict -Wno-stringop-overflow -Wno-stringop-overread -Wno-array-bounds
        -Wno-null-dereference)
endif()

if(GOUJI_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
                        "-fsanitize-ignorelist=${CMAKE_CURRENT_LIST_DIR}/sanitizer-ignorelist.txt")
    add_link_options(-fsanitize=address,undefined)
elseif(GOUJI_SANITIZE)
    add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined)
endif()

function(gouji_layer name folder)
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/${folder}/*.cpp")
    list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
    if(folder STREQUAL "grammar")
        list(FILTER sources EXCLUDE REGEX "/grammar/text/")
    endif()
    if(sources)
        add_library(gouji_${name} STATIC ${sources})
        target_include_directories(gouji_${name} PUBLIC "${CMAKE_SOURCE_DIR}")
        target_link_libraries(gouji_${name} PUBLIC ${ARGN} PRIVATE gouji_warnings)
    else()
        add_library(gouji_${name} INTERFACE)
        target_include_directories(gouji_${name} INTERFACE "${CMAKE_SOURCE_DIR}")
        target_link_libraries(gouji_${name} INTERFACE ${ARGN})
    endif()
endfunction()
