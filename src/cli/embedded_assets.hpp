// The files of assets/ as the build put them into the command, so that it works from any directory.
#pragma once

#include <span>
#include <string_view>

namespace needlewise::cli {

struct EmbeddedFile {
    std::string_view path;  // relative to assets/, e.g. "protocols/microneedling/rules.json"
    std::string_view content;
};

// Every *.json under assets/, sorted by path.
std::span<EmbeddedFile const> embedded_files();

}  // namespace needlewise::cli
