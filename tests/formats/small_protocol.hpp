// What a change in one file of the small protocol is reported as.
#pragma once

#include "reading.hpp"
#include "support/small_protocol.hpp"

namespace needlewise::formats::test {

inline std::vector<SourceFile> sources_of(Folder const& folder) {
    std::vector<SourceFile> files;
    for (auto const& [path, text] : folder) {
        files.push_back({path, text});
    }
    return files;
}

/// The small protocol with the first `from` in one file changed.
inline Folder with(std::string const& path, std::string const& from, std::string const& to) {
    auto folder = small_protocol();
    auto& text = folder.at(path);
    auto const at = text.find(from);
    INFO(path << ": " << from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
    return folder;
}

/// What `needlewise check` finds in a folder.
inline Problems check(Folder const& folder) { return summaries(check_protocol(sources_of(folder), "").diagnostics); }

inline Problems check_with(std::string const& path, std::string const& from, std::string const& to) {
    return check(with(path, from, to));
}

}  // namespace needlewise::formats::test
