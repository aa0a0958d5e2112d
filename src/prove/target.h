// ADMIT_TARGET_BEGIN("avx2,bmi"), ADMIT_TARGET_END: the functions between them are compiled for
// processors with these extensions. Only templates on the kernel may stand there: of an inline
// function, the linker keeps one copy for everybody, and other processors could not run it. So what
// else they need is included before.
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
