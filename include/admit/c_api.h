/* The C interface of admit: engines, checks and reports for C and everything that calls C.
 *
 * Conventions
 *
 *  1. C99. Every name starts with `admit_` or `ADMIT_`. Link `libadmit.so`, or the static library.
 *  2. Objects are opaque. What a function hands out through a `**` parameter belongs to the caller,
 *     who gives it back to the `_destroy` (engines: `_release`) of its type; a null pointer may be
 *     given back, too. On failure such a parameter is set to null.
 *  3. Texts that go in are a pointer and a length in bytes, copied before the call returns, and
 * need no terminator; a null pointer with length 0 is the empty text. Texts that come out are an
 *     `admit_string`: UTF-8, never a null pointer, and followed by a NUL that `size` does not count
 *     (the text itself may hold NULs). They belong to the object that they were asked of, live as
 *     long, and must not be written to.
 *  4. Functions that can fail return an `admit_status`; 0 is success. Where there is more to say, a
 *     parameter `admit_error** error` takes an object that says it; pass null if it is of no use.
 *  5. A struct that the library fills in starts with `size`, which the caller sets to
 *     `sizeof` it before the call. A program built with another version of this header stays
 *     correct: the library fills in as much as both know, and sets `size` to that.
 *  6. Booleans are `int32_t`, 0 or 1. Enumerations travel as `int32_t`; a caller must expect values
 *     that it does not know.
 *  7. Threads: an engine may be used by any number of threads at once. Every other object may be
 *     used by one thread at a time. A scratch that is in use says ADMIT_ERROR_BUSY.
 *  8. No exception leaves the library, none of its state is global, and once an engine is built it
 *     reads no file, clock, locale or environment. An engine made before a fork works in the child.
 *  9. Names that the library hands out (codes, parameters, options) are only ever added to. What
 *     breaks programs raises ADMIT_ABI_VERSION and the soname.
 */
#ifndef ADMIT_C_API_H
#define ADMIT_C_API_H

/* NOLINTBEGIN(modernize-*): it is C, too */

#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define ADMIT_API __attribute__((visibility("default")))
#else
#define ADMIT_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Versions ----------------------------------------------------------------------------- */

#define ADMIT_ABI_VERSION 0

/* The ADMIT_ABI_VERSION that the library was built with. */
ADMIT_API int32_t admit_abi_version(void);

/* The version of the library, such as "0.1.0"; a constant of the program. */
ADMIT_API const char* admit_version(void);

/* ---- Basic types -------------------------------------------------------------------------- */

typedef int32_t admit_status;
enum {
  ADMIT_OK = 0,
  ADMIT_ERROR_ARGUMENT = 1, /* a null pointer, or a `size`, that is not allowed there */
  ADMIT_ERROR_BUSY = 2,     /* the scratch is in use: by another thread, or further up the stack */
  ADMIT_ERROR_MEMORY = 3,   /* memory ran out */
  ADMIT_ERROR_RANGE = 4,    /* there is no element with this index */
  ADMIT_ERROR_OPTION = 5,   /* an unknown option, or a value that it does not take */
  ADMIT_ERROR_BUILD = 6,    /* schema or options make no engine: see the error object */
  ADMIT_ERROR_FORMAT = 7,   /* there is no format of this name */
  ADMIT_ERROR_INTERNAL = 8  /* a bug of admit */
};

/* A constant of the program: one line, lower-case, for logs. */
ADMIT_API const char* admit_status_text(admit_status status);

typedef struct admit_string {
  const char* data;
  size_t size;
} admit_string;

/* `undecided` is no verdict: memory or the budget of work ran out. Never read it as accept. */
enum { ADMIT_ACCEPT = 0, ADMIT_REJECT = 1, ADMIT_UNDECIDED = 2 };

enum {
  ADMIT_SEVERITY_IGNORE = 0,
  ADMIT_SEVERITY_INFO = 1,
  ADMIT_SEVERITY_WARNING = 2,
  ADMIT_SEVERITY_ERROR = 3
};

typedef struct admit_position {
  uint64_t offset; /* bytes from the start of the text, from 0 */
  uint64_t line;   /* from 1; LF, CRLF and a lone CR each end one */
  uint64_t column; /* code points into the line, from 1 */
} admit_position;

/* The half-open stretch [start, end) of a text. */
typedef struct admit_range {
  admit_position start;
  admit_position end;
} admit_range;

typedef struct admit_error admit_error;
typedef struct admit_options admit_options;
typedef struct admit_engine admit_engine;
typedef struct admit_scratch admit_scratch;
typedef struct admit_report admit_report;
typedef struct admit_text admit_text;

/* ---- Errors: why there is no engine -------------------------------------------------------- */

typedef struct admit_fault {
  size_t size;
  admit_string code;     /* build.*, see docs/embedding.md */
  admit_string message;  /* one line, names the keyword or option */
  admit_string hint;     /* the smallest repair; may be empty */
  admit_string pointer;  /* JSON Pointer into the schema; may be empty */
  admit_string document; /* URI of the schema document; empty: the one that was passed */
  int32_t has_position;  /* 1 where `position`, in the text of that document, is known */
  admit_position position;
} admit_fault;

ADMIT_API void admit_error_destroy(admit_error* error);

/* What is wrong. */
ADMIT_API admit_status admit_error_fault(const admit_error* error, admit_fault* fault);

/* For build.schema-invalid: everything that the metaschema refuses. Null for all other codes. It
 * belongs to `error`. */
ADMIT_API const admit_report* admit_error_report(const admit_error* error);

/* All of it in one line for a log: "1:18: the keyword `requird` is unknown [build.keyword]; did you
 * mean `required`?". It belongs to `error`. */
ADMIT_API admit_string admit_error_text(const admit_error* error);

/* ---- Options ------------------------------------------------------------------------------ */

/* Null when memory ran out. */
ADMIT_API admit_options* admit_options_create(void);
ADMIT_API void admit_options_destroy(admit_options* options);

/* Sets the option `name` to what `value` says. ADMIT_ERROR_OPTION where either is unknown; the
 * options are then as before.
 *
 *   name              value                                    set again
 *   revision          a revision, such as 2026-02-05           replaces
 *   strict            true or false                            replaces
 *   severity          CODE=LEVEL or FAMILY.*=LEVEL             adds; a later one wins
 *                     (error, warning, info, ignore)
 *   report_from       error, warning or info                   replaces
 *   unknown_members   ignore, warn or deny                     replaces
 *   null_is_absent    true or false                            replaces
 *   secret_member     the name of a member                     adds
 *   relaxed_keywords  true or false                            replaces
 *   max_body_bytes, max_depth, max_violations, max_array_items, max_documents, max_schema_depth,
 *   max_work
 *                     a decimal number                         replaces
 *
 * Whether a revision or code is known depends on the engine, and is found when it is built. */
ADMIT_API admit_status admit_options_set(admit_options* options, const char* name, size_t name_size,
                                         const char* value, size_t value_size, admit_error** error);

/* Adds the schema document that a `$ref` to `uri` (absolute, without fragment) leads to. */
ADMIT_API admit_status admit_options_add_schema(admit_options* options, const char* uri,
                                                size_t uri_size, const char* text,
                                                size_t text_size);

/* ---- Engines ------------------------------------------------------------------------------ */

/* The engine for CreateService requests. `options` may be null: the defaults. It is read, not
 * kept. The engine starts with one reference. */
ADMIT_API admit_status admit_engine_create_service(const admit_options* options,
                                                   admit_engine** engine, admit_error** error);

/* An engine for any API: `schema` is JSON text of a JSON Schema, draft-07. */
ADMIT_API admit_status admit_engine_build(const char* schema, size_t schema_size,
                                          const admit_options* options, admit_engine** engine,
                                          admit_error** error);

/* Counts one more owner; returns `engine`. Any thread. */
ADMIT_API const admit_engine* admit_engine_retain(const admit_engine* engine);

/* One owner less; the last one destroys it. Any thread. */
ADMIT_API void admit_engine_release(const admit_engine* engine);

/* What the schema says and the engine does not enforce, such as an unknown format. The texts belong
 * to the engine. */
ADMIT_API size_t admit_engine_warning_count(const admit_engine* engine);
ADMIT_API admit_status admit_engine_warning(const admit_engine* engine, size_t index,
                                            admit_fault* fault);

/* ---- Scratch: the working memory of one thread --------------------------------------------- */

/* Null when memory ran out. It serves any number of engines, one call at a time. */
ADMIT_API admit_scratch* admit_scratch_create(void);

/* Not while it is in use. */
ADMIT_API void admit_scratch_destroy(admit_scratch* scratch);

/* How the requests of this scratch were decided. */
typedef struct admit_counters {
  size_t size;
  uint64_t proved;    /* accepted in one pass over the bytes */
  uint64_t explained; /* decided over a document */
  uint64_t undecided; /* ended without a verdict */
} admit_counters;

ADMIT_API admit_status admit_scratch_counters(const admit_scratch* scratch,
                                              admit_counters* counters);

/* ---- Checks ------------------------------------------------------------------------------- */

/* Sets `accepted` to 1 exactly when admit_engine_check would say ADMIT_ACCEPT; in every other case,
 * failures included, to 0. `body`: the bytes of one JSON document; nothing past them is read. */
ADMIT_API admit_status admit_engine_accepts(const admit_engine* engine, admit_scratch* scratch,
                                            const char* body, size_t body_size, int32_t* accepted);

/* Everything that is wrong with `body`. The report owns its texts: it outlives body, scratch and
 * engine. A check that came to no verdict is a success with the verdict ADMIT_UNDECIDED; without a
 * report there is no verdict either. */
ADMIT_API admit_status admit_engine_check(const admit_engine* engine, admit_scratch* scratch,
                                          const char* body, size_t body_size,
                                          admit_report** report);

/* ---- Reports ------------------------------------------------------------------------------ */

ADMIT_API void admit_report_destroy(admit_report* report);

typedef struct admit_summary {
  size_t size;
  int32_t verdict;   /* ADMIT_ACCEPT, ADMIT_REJECT or ADMIT_UNDECIDED */
  size_t violations; /* that can be asked for */
  size_t omitted;    /* that were found beyond max_violations */
  size_t errors;     /* found in all, as are warnings and infos */
  size_t warnings;
  size_t infos;
  admit_string undecided_reason; /* empty unless undecided */
} admit_summary;

ADMIT_API admit_status admit_report_summary(const admit_report* report, admit_summary* summary);

/* One thing that is wrong. Empty texts mean "does not apply". */
typedef struct admit_violation {
  size_t size;
  admit_string code;    /* `family.name`, see docs/codes */
  int32_t severity;     /* ADMIT_SEVERITY_* */
  admit_string pointer; /* JSON Pointer of the value; of the object that lacks a member */
  int32_t has_because;
  admit_string because; /* JSON Pointer of what made the rule apply */
  admit_range range;    /* the value, the name of a member, or the `{` that lacks one */
  admit_string message; /* one line, lower-case, no full stop */
  admit_string hint;    /* the smallest repair */
  admit_string value;   /* the offending value, cut at 64 bytes; *** for a secret */
  admit_string schema;  /* where in the schema the keyword stands */
  admit_string source;  /* which document states the rule */
  size_t params;        /* typed details, see admit_report_param */
  size_t related;       /* further places, see admit_report_related */
} admit_violation;

/* The violation at `index`, in document order. */
ADMIT_API admit_status admit_report_violation(const admit_report* report, size_t index,
                                              admit_violation* violation);

enum {
  ADMIT_PARAM_INT64 = 0,
  ADMIT_PARAM_UINT64 = 1,
  ADMIT_PARAM_DOUBLE = 2,
  ADMIT_PARAM_STRING = 3,
  ADMIT_PARAM_STRINGS = 4
};

/* A typed detail, such as `member` = "namespace". The field that `kind` names is set. */
typedef struct admit_param {
  size_t size;
  admit_string name;
  int32_t kind; /* ADMIT_PARAM_* */
  int64_t int64_value;
  uint64_t uint64_value;
  double double_value;
  admit_string string_value;
  size_t strings; /* how many, see admit_report_param_string */
} admit_param;

ADMIT_API admit_status admit_report_param(const admit_report* report, size_t violation,
                                          size_t index, admit_param* param);
ADMIT_API admit_status admit_report_param_string(const admit_report* report, size_t violation,
                                                 size_t param, size_t index, admit_string* text);

/* A further place that explains a violation. */
typedef struct admit_related {
  size_t size;
  admit_string pointer;
  admit_range range;
  admit_string message; /* a few words */
} admit_related;

ADMIT_API admit_status admit_report_related(const admit_report* report, size_t violation,
                                            size_t index, admit_related* related);

/* ---- Rendering ---------------------------------------------------------------------------- */

/* What renderers may use beside the report. Zero-initialise it, set `size`, then what you have. */
typedef struct admit_render_input {
  size_t size;
  admit_string body;       /* the text that was checked: lines to quote, for `text` */
  admit_string file;       /* its name, empty: <stdin> */
  admit_string request_id; /* for `problem` and `api`; left out where empty */
} admit_render_input;

/* Renders a report. `format`:
 *
 *   text     for people: each violation with its line of the source, a caret, its hint
 *   json     for programs: schemas/report.schema.json
 *   jsonl, sarif, junit, github, gcc   for other tools, see docs/report.md
 *   problem  the answer to a client: RFC 9457 application/problem+json, see docs/gateways.md
 *   api      the answer to a client in the API's own shape: requestId, code, message
 *
 * `input` may be null. ADMIT_ERROR_FORMAT for other names. The values of secrets are in none of
 * them, nor in the quoted lines. An accepted report has no answer to a client: for `problem` and
 * `api` that is ADMIT_ERROR_ARGUMENT. */
ADMIT_API admit_status admit_report_render(const admit_report* report, const char* format,
                                           size_t format_size, const admit_render_input* input,
                                           admit_text** text);

/* The HTTP status of the answer to a client: 400; 413 where the body is larger than max_body_bytes;
 * 503 where there is no verdict; 0 for an accepted report. */
ADMIT_API int32_t admit_report_http_status(const admit_report* report);

/* Why a gateway refuses a request before its body is looked at. */
enum {
  ADMIT_REFUSAL_MEDIA_TYPE = 0,       /* 415: no application/json in UTF-8 */
  ADMIT_REFUSAL_CONTENT_ENCODING = 1, /* 415: the body is compressed */
  ADMIT_REFUSAL_TOO_LARGE = 2,        /* 413 */
  ADMIT_REFUSAL_UNDECIDED = 3         /* 503 */
};

/* The answer to a client that is refused for `reason`, as `problem` or `api`, with the same input
 * as admit_report_render. */
ADMIT_API admit_status admit_render_refusal(int32_t reason, const char* format, size_t format_size,
                                            const admit_render_input* input, admit_text** text);

/* The HTTP status of a refusal; 0 for an unknown reason. */
ADMIT_API int32_t admit_refusal_http_status(int32_t reason);

/* What was rendered; belongs to `text`. */
ADMIT_API admit_string admit_text_view(const admit_text* text);
ADMIT_API void admit_text_destroy(admit_text* text);

#ifdef __cplusplus
}
#endif

/* NOLINTEND(modernize-*) */

#endif /* ADMIT_C_API_H */
