// Runs the built command as anybody would: arguments and input in, output and exit status out (design.md section 3).
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace needlewise::cli::test {

namespace fs = std::filesystem;

/// A folder that is gone when the test is over.
struct Folder {
    fs::path path = fs::temp_directory_path() / ("needlewise-test-" + std::to_string(getpid()));
    Folder() { fs::create_directories(path); }
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
    std::string write(std::string const& name, std::string const& text) const {
        fs::create_directories((path / name).parent_path());
        std::ofstream{path / name, std::ios::binary} << text;
        return (path / name).string();
    }
};

inline std::string read(fs::path const& path) {
    std::ostringstream text;
    text << std::ifstream{path, std::ios::binary}.rdbuf();
    return text.str();
}

struct Run {
    int status = -1;
    std::string out;
    std::string err;
};

/// `arguments` as a shell has them; `$D` is the test's folder.
inline Run run(Folder const& folder, std::string const& arguments, std::string const& input = "") {
    auto const in = folder.write("stdin", input);
    auto const out = (folder.path / "stdout").string();
    auto const err = (folder.path / "stderr").string();
    std::string const line = "cd / && D=" + folder.path.string() + " && " NEEDLEWISE_COMMAND " " + arguments + " <" +
                             in + " >" + out + " 2>" + err;
    int const status = std::system(line.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read(out), read(err)};
}

}  // namespace needlewise::cli::test
