#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace needlewise::platform {

/// One file a session is made of, with the path that app::make_session knows it by.
struct ContentFile {
    std::string path;
    std::string text;
};

/// What the built page carries: the protocol in `assets`/protocols/<protocol> and the page's own words.
std::vector<ContentFile> read_content(std::filesystem::path const& assets, std::string const& protocol);

/// A file as a whole; throws std::runtime_error naming it where it cannot be read.
std::string read_file(std::filesystem::path const& path);

}  // namespace needlewise::platform
