#include "platform/headless/content_files.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace needlewise::platform {

namespace {

void read_folder(std::filesystem::path const& folder, std::string const& prefix, std::vector<ContentFile>& files) {
    for (auto const& entry : std::filesystem::recursive_directory_iterator{folder}) {
        if (entry.is_regular_file() && entry.path().extension() == ".json") {
            auto const path = std::filesystem::relative(entry.path(), folder).generic_string();
            files.push_back({prefix + path, read_file(entry.path())});
        }
    }
}

}  // namespace

std::string read_file(std::filesystem::path const& path) {
    std::ifstream file{path, std::ios::binary};
    if (!file) {
        throw std::runtime_error{"cannot read " + path.string()};
    }
    return {std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
}

std::vector<ContentFile> read_content(std::filesystem::path const& assets, std::string const& protocol) {
    std::vector<ContentFile> files;
    read_folder(assets / "protocols" / protocol, "protocol/", files);
    read_folder(assets / "interface", "interface/", files);
    std::sort(files.begin(), files.end(), [](auto const& a, auto const& b) { return a.path < b.path; });
    return files;
}

}  // namespace needlewise::platform
