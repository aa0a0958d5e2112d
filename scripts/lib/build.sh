# Sourced after setup.sh: configures and builds, one at a time for each build folder.
# shellcheck shell=bash

# What ninja says when there is nothing to say.
readonly NINJA_SILENCE='^ninja: (no work to do\.|Entering directory .*)$|Re-checking globbed directories'

configure() {
  local folder=$1 preset=$2
  shift 2
  local wanted="$preset $*"
  local stamp="$folder/.configured"
  if [[ -f $folder/build.ninja && -f $stamp && $(<"$stamp") == "$wanted" &&
        ! $ADMIT_ROOT/CMakePresets.json -nt $stamp ]]; then
    return
  fi
  say "configuring $folder"
  (cd "$ADMIT_ROOT" && cmake --preset "$preset" -B "$folder" "$@" >&2)
  printf '%s\n' "$wanted" >"$stamp"
}

configure_and_build() {
  local folder=$1 preset=$2 target=$3
  shift 3
  configure "$folder" "$preset" "$@"
  ninja -C "$folder" "$target" 2>&1 | { grep --line-buffered -Ev "$NINJA_SILENCE" >&2 || true; }
}

# build FOLDER PRESET TARGET [CMAKE_OPTION...]: makes TARGET in build/FOLDER. Says something only when
# there is something to do, and on standard error.
build() {
  local folder="$ADMIT_ROOT/build/$1"
  with_lock "$folder.lock" configure_and_build "$folder" "${@:2}"
}
