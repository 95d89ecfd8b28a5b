#include "cli/run.hpp"

int main(int count, char** arguments) {
    return needlewise::cli::run({arguments + 1, count > 0 ? static_cast<std::size_t>(count - 1) : 0});
}
