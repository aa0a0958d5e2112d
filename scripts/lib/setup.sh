# Sourced by the scripts: the packages that they need, and the environment of every build.
# shellcheck shell=bash

# Every object is looked up in the compiler cache before it is compiled.
export CMAKE_CXX_COMPILER_LAUNCHER=ccache

ADMIT_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
readonly ADMIT_ROOT

# Objects are found again in another checkout, too.
export CCACHE_BASEDIR=$ADMIT_ROOT CCACHE_NOHASHDIR=1

# shellcheck disable=SC2034  # for those who source this
readonly BUILD_PACKAGES=(
  g++ cmake ninja-build ccache pkg-config
  rapidjson-dev libvalijson-dev libfmt-dev libcli11-dev libidn2-dev libunistring-dev liburiparser-dev
  libre2-dev libyaml-dev
  doctest-dev
)

# shellcheck disable=SC2034
readonly TEST_PACKAGES=("${BUILD_PACKAGES[@]}" git pre-commit)

say() {
  printf '%s\n' "$*" >&2
}

die() {
  say "$(basename "$0"): $*"
  exit 1
}

# with_lock FILE COMMAND...: runs COMMAND while holding a lock on FILE. What COMMAND starts does not
# inherit the lock.
with_lock() {
  local file=$1
  shift
  mkdir -p "$(dirname "$file")"
  (
    if ! flock --nonblock 9; then
      say "waiting for another build"
      flock 9
    fi
    "$@" 9>&-
  ) 9>>"$file"
}

missing_packages() {
  local name status
  local -A installed=()
  while read -r name status; do
    [[ $status == installed ]] && installed[$name]=yes
  done < <(dpkg-query --show --showformat='${Package} ${db:Status-Status}\n' "$@" 2>/dev/null)
  for name in "$@"; do
    [[ -n ${installed[$name]:-} ]] || printf '%s\n' "$name"
  done
}

as_root() {
  if ((EUID == 0)); then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    die "need root, or sudo, to run: $*"
  fi
}

apt_get() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get --quiet --assume-yes \
    --option DPkg::Lock::Timeout=600 "$@" >&2
}

install_missing() {
  local missing
  mapfile -t missing < <(missing_packages "$@")
  ((${#missing[@]} > 0)) || return 0
  say "installing packages: ${missing[*]}"
  apt_get update
  apt_get install --no-install-recommends "${missing[@]}"
}

# install_packages NAME...: installs the Debian packages that are not there yet.
install_packages() {
  command -v dpkg-query >/dev/null || return 0  # not Debian: CMake names what is missing
  [[ -n $(missing_packages "$@") ]] || return 0
  with_lock "$ADMIT_ROOT/build/.packages.lock" install_missing "$@"
}
