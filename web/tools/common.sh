# Sourced by web/setup, web/build, web/serve and tests/run: where things are, and how to say what is wrong.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
dependencies=$root/build/dependencies
export PATH="$dependencies/node/bin:$PATH"
export CI=${CI:-}

say() { printf '%s\n' "$*"; }
fail() { printf '%s: %s\n' "${0##*/}" "$*" >&2; exit 1; }

# build_target PRESET TARGET: configures only the first time; CMake looks again by itself when its files change.
build_target() {
  local folder
  folder=$root/build/$1
  [ "$1" = web ] && folder=$root/build/web-objects
  [ -f "$folder/build.ninja" ] || (cd "$root" && cmake --preset "$1" >"$folder.configure.log" 2>&1) ||
    { cat "$folder.configure.log" >&2; fail "cmake --preset $1 failed"; }
  cmake --build "$folder" --target "$2" -- -k 0
}
