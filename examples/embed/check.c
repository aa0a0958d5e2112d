/* The C interface: one request in, the verdict and its reasons out. */
#include <admit/c_api.h>
#include <stdio.h>
#include <string.h>

static char body[1 << 20];

/* One line for each thing that is wrong. */
static void print_report(const admit_report* report) {
  admit_summary summary = {.size = sizeof summary};
  if (admit_report_summary(report, &summary) != ADMIT_OK) return;
  for (size_t i = 0; i < summary.violations; ++i) {
    admit_violation violation = {.size = sizeof violation};
    if (admit_report_violation(report, i, &violation) != ADMIT_OK) continue;
    printf("%s at %s: %s\n", violation.code.data, violation.pointer.data, violation.message.data);
  }
}

/* What the engine makes of `size` bytes of body: 0 accepted, 1 refused, 2 no verdict. */
static int check(const admit_engine* engine, admit_scratch* scratch, size_t size) {
  int32_t accepted = 0;
  admit_status status = admit_engine_accepts(engine, scratch, body, size, &accepted);
  if (accepted) return 0;

  admit_report* report = NULL;
  if (status == ADMIT_OK) status = admit_engine_check(engine, scratch, body, size, &report);
  if (status != ADMIT_OK) {
    fprintf(stderr, "no verdict: %s\n", admit_status_text(status));
    return 2; /* refuse the request: an unknown verdict is not a good one */
  }
  print_report(report);
  admit_report_destroy(report);
  return 1;
}

int main(void) {
  admit_options* options = admit_options_create(); /* null, when memory ran out, means defaults */
  const char* name = "report_from";
  if (options) admit_options_set(options, name, strlen(name), "error", 5, NULL);

  admit_engine* engine = NULL; /* once; share it with every thread */
  admit_error* error = NULL;
  const admit_status status = admit_engine_create_service(options, &engine, &error);
  admit_options_destroy(options);
  if (status != ADMIT_OK) {
    fprintf(stderr, "%s: %s\n", admit_status_text(status), admit_error_text(error).data);
    admit_error_destroy(error);
    return 2;
  }

  admit_scratch* scratch = admit_scratch_create(); /* one per thread, reused */
  const int code = check(engine, scratch, fread(body, 1, sizeof body, stdin));
  admit_scratch_destroy(scratch);
  admit_engine_release(engine);
  return code;
}
