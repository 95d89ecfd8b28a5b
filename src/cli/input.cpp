#include "cli/input.hpp"

#include "formats/json.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <memory>

namespace needlewise::cli {

namespace {

using core::Error;
namespace fs = std::filesystem;

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

Error cannot_read(std::string const& path, std::string const& reason) {
    return {"cannot-read", "cannot be read: " + reason, {path, 0, 0, {}}};
}

void add_json_files(fs::path const& folder, std::vector<std::string>& paths) {
    std::error_code problem;
    for (fs::directory_iterator entry{folder, problem}, end; !problem && entry != end; entry.increment(problem)) {
        if (entry->path().extension() == ".json" && !entry->is_directory(problem)) {
            paths.push_back(entry->path().string());
        }
    }
}

}  // namespace

core::Result<std::string> read_file(std::string const& path) {
    std::unique_ptr<std::FILE, CloseFile> opened;
    std::FILE* file = stdin;
    std::string const name = path == "-" ? "<stdin>" : path;
    if (path != "-") {
        opened.reset(std::fopen(path.c_str(), "rb"));
        if (!opened) {
            return cannot_read(name, std::strerror(errno));
        }
        file = opened.get();
    }
    std::string content;
    char part[1 << 14];
    std::size_t got = 0;
    while (content.size() <= formats::json_size_limit && (got = std::fread(part, 1, sizeof part, file)) > 0) {
        content.append(part, got);
    }
    if (std::ferror(file) != 0) {
        return cannot_read(name, std::strerror(errno));
    }
    return content;
}

bool input_is_terminal() { return isatty(STDIN_FILENO) == 1; }

core::Result<std::vector<FolderFile>> read_protocol_folder(std::string const& path) {
    std::error_code problem;
    std::vector<FolderFile> files;
    if (fs::is_directory(path, problem)) {
        std::vector<std::string> paths;
        add_json_files(path, paths);
        add_json_files(fs::path{path} / "words", paths);
        std::sort(paths.begin(), paths.end());
        for (std::string& each : paths) {
            core::Result<std::string> content = read_file(each);
            if (!content) {
                return std::move(content.error());
            }
            files.push_back({std::move(each), std::move(*content)});
        }
        return files;
    }
    core::Result<std::string> content = read_file(path);
    if (!content) {
        return std::move(content.error());
    }
    files.push_back({path, std::move(*content)});
    return files;
}

bool LineReader::fill() {
    // Whoever feeds us line by line may wait for our answers before going on.
    std::fflush(stdout);
    position_ = 0;
    ssize_t got = 0;
    do {
        got = read(fileno(file_), buffer_.data(), buffer_.size());
    } while (got < 0 && errno == EINTR);
    failed_ = got < 0;
    end_ = got > 0 ? static_cast<std::size_t>(got) : 0;
    return end_ > 0;
}

bool LineReader::next(std::string& line) {
    line.clear();
    bool any = false;
    while (position_ < end_ || fill()) {
        any = true;
        char const* const begin = buffer_.data() + position_;
        auto const* const feed = static_cast<char const*>(std::memchr(begin, '\n', end_ - position_));
        std::size_t const length = feed != nullptr ? static_cast<std::size_t>(feed - begin) : end_ - position_;
        line.append(begin, std::min(length, longest_ + 1 - line.size()));
        position_ += length + (feed != nullptr ? 1 : 0);
        if (feed != nullptr) {
            return true;
        }
    }
    return any;
}

}  // namespace needlewise::cli
