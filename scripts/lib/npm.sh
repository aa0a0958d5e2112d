# Sourced after setup.sh: packages of npm, each at one version.
# shellcheck shell=bash

# install_npm_packages FOLDER NAME@VERSION...: into FOLDER/node_modules, those that are not there yet.
# Needs Debian's nodejs and npm, or others.
install_npm_packages() {
  local folder=$1 package
  shift
  for package in "$@"; do
    grep -qs "\"version\": \"${package##*@}\"" "$folder/node_modules/${package%@*}/package.json" &&
      continue
    say "installing $*"
    mkdir -p "$folder"
    npm install --prefix "$folder" --no-save --no-audit --no-fund --loglevel=error "$@" >&2
    break
  done
}

# jsonschema_of FOLDER: the native program inside of the package @sourcemeta/jsonschema.
jsonschema_of() {
  local machine program
  case $(uname -m) in
    x86_64) machine=x86_64 ;;
    aarch64) machine=arm64 ;;
    *) die "jsonschema has no program for $(uname -m)" ;;
  esac
  program=$1/node_modules/@sourcemeta/jsonschema/build/github-releases/jsonschema-linux-$machine
  chmod u+x "$program"
  printf '%s\n' "$program"
}
