#pragma once

#include "cli/options.hpp"
#include "core/clinic_settings.hpp"
#include "core/protocol.hpp"
#include "formats/protocol_loader.hpp"

#include <string>
#include <vector>

namespace needlewise::cli {

/// The files of a protocol, with their content held.
struct ProtocolFiles {
    std::vector<std::string> contents;
    std::vector<formats::SourceFile> files;
};
/// Of a folder or file; of the built-in protocol if `path` is empty.
core::Result<ProtocolFiles> read_protocol_files(std::string const& path);

/// The page's own words, as they are in the command.
std::vector<formats::SourceFile> interface_words_files();

/// What every case is judged by.
struct Content {
    core::Protocol protocol;
    core::ParameterValues parameters;
    /// Words of the page that texts and calendars use too.
    core::Catalogue page_words;
    core::Date today;
};

/// Reads protocol and clinic settings. Prints what is wrong to stderr; none if they cannot be used.
std::optional<Content> read_content(Options const& options);

/// `needlewise: place: message`, to stderr.
void complain(core::Error const& error);

/// This device's date.
core::Date local_today();

}  // namespace needlewise::cli
