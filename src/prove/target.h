// ADMIT_TARGET_BEGIN("avx2,bmi"), ADMIT_TARGET_END: the functions between them are compiled for
// processors with these extensions; those of headers included before are not, so that no copy of
// theirs that other processors cannot run is kept for everybody.
#pragma once

#define ADMIT_PRAGMA(words) _Pragma(#words)

#if defined(__clang__)
#define ADMIT_TARGET_BEGIN(list) \
  ADMIT_PRAGMA(clang attribute push(__attribute__((target(list))), apply_to = function))
#define ADMIT_TARGET_END ADMIT_PRAGMA(clang attribute pop)
#elif defined(__GNUC__)
#define ADMIT_TARGET_BEGIN(list) ADMIT_PRAGMA(GCC push_options) ADMIT_PRAGMA(GCC target(list))
#define ADMIT_TARGET_END ADMIT_PRAGMA(GCC pop_options)
#endif
