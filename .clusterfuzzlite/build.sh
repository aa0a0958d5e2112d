#!/usr/bin/env bash
# Builds every harness of fuzz/ into $OUT, with its seeds, options, dictionary and libraries, as
# ClusterFuzzLite and OSS-Fuzz want it. All that it knows of the compiler comes from outside: $CC,
# $CXX, $CFLAGS, $CXXFLAGS, $LIB_FUZZING_ENGINE, and the folders $SRC, $WORK and $OUT.
set -euo pipefail

source=$SRC/admit
build=$WORK/admit
libraries=$WORK/libraries

# UBSan stops in headers of RapidJSON; see the list for which, and why.
export CXXFLAGS="$CXXFLAGS -fsanitize-ignorelist=$source/cmake/sanitizer_ignorelist.txt"

# RE2 out of $SRC/re2, where it is there, else the system's.
build_re2() {
  make -C "$SRC/re2" -j"$(nproc)" CXX="$CXX" CXXFLAGS="$CXXFLAGS -pthread" obj/libre2.a
  mkdir -p "$libraries"
  printf '%s\n' "Name: re2" "Description: regular expressions" "Version: 0" \
    "Cflags: -I$SRC/re2" "Libs: -L$SRC/re2/obj -lre2 -pthread" >"$libraries/re2.pc"
  export PKG_CONFIG_PATH=$libraries
}

build_harnesses() {
  cmake -S "$source" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=None \
    -DCMAKE_EXE_LINKER_FLAGS="-Wl,-rpath,'\$ORIGIN/lib',--disable-new-dtags" \
    -DADMIT_BUILD_FUZZERS=ON -DADMIT_FUZZING_ENGINE="$LIB_FUZZING_ENGINE" \
    -DADMIT_BUILD_TESTS=OFF -DADMIT_BUILD_SHARED=OFF -DADMIT_INSTALL=OFF -DADMIT_WERROR=OFF
  cmake --build "$build" --target fuzzers
}

# Where the harnesses run, there is the C library and nothing else.
copy_libraries() {
  mkdir -p "$OUT/lib"
  ldd "$1" | awk '$2 == "=>" && $3 ~ /^\// {print $3}' |
    { grep -vE '/lib(c|m|dl|rt|pthread|resolv)\.so' || true; } |
    xargs --no-run-if-empty cp --update --dereference --target-directory="$OUT/lib"
}

copy_harness() {
  local name=$1
  cp "$build/fuzz/fuzz_$name" "$OUT/${name}_fuzz"
  copy_libraries "$build/fuzz/fuzz_$name"
  cp "$source/fuzz/$name.options" "$OUT/${name}_fuzz.options"
  (cd "$build/fuzz/seeds/$name" && zip --quiet --recurse-paths - .) >"$OUT/${name}_fuzz_seed_corpus.zip"
}

if [[ -d $SRC/re2 ]]; then build_re2; fi
build_harnesses
cp "$source/fuzz/admit.dict" "$OUT/"
for harness in "$source"/fuzz/*_fuzz.cc; do
  copy_harness "$(basename "$harness" _fuzz.cc)"
done
