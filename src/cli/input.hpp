#pragma once

#include "core/result.hpp"

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace needlewise::cli {

/// The bytes of a file, up to one more than JSON may have; `-` is standard input.
core::Result<std::string> read_file(std::string const& path);
/// True if standard input is a terminal: nobody is going to type a response there.
bool input_is_terminal();

/// A file of a folder, with its content.
struct FolderFile {
    std::string path;
    std::string content;
};
/// The *.json of a folder and of its folder `words`; or the file itself, if it is one.
core::Result<std::vector<FolderFile>> read_protocol_folder(std::string const& path);

/// Reads lines of any length with bounded memory: of a line over `longest` bytes one byte more is kept, so that it is
/// seen to be too long.
class LineReader {
public:
    LineReader(std::FILE* file, std::size_t longest) : file_{file}, longest_{longest}, buffer_(1u << 16) {}
    /// False at the end. The line is without its line feed.
    bool next(std::string& line);
    /// True if the end came because of an error.
    bool failed() const { return failed_; }

private:
    bool fill();
    std::FILE* file_;
    std::size_t longest_;
    std::vector<char> buffer_;
    std::size_t position_ = 0;
    std::size_t end_ = 0;
    bool failed_ = false;
};

}  // namespace needlewise::cli
