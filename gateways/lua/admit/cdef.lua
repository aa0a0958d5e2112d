-- The declarations of admit/c_api.h, for LuaJIT: all of them, in the order of the header.
-- `check_cdef` compares the two; change the header first, then this.

local cdef = {
  abi_version = 0, -- ADMIT_ABI_VERSION
}

cdef.declarations = [[
int32_t admit_abi_version(void);
const char* admit_version(void);
typedef int32_t admit_status;

enum {
  ADMIT_OK = 0,
  ADMIT_ERROR_ARGUMENT = 1,
  ADMIT_ERROR_BUSY = 2,
  ADMIT_ERROR_MEMORY = 3,
  ADMIT_ERROR_RANGE = 4,
  ADMIT_ERROR_OPTION = 5,
  ADMIT_ERROR_BUILD = 6,
  ADMIT_ERROR_FORMAT = 7,
  ADMIT_ERROR_INTERNAL = 8
};

const char* admit_status_text(admit_status status);

typedef struct admit_string {
  const char* data;
  size_t size;
} admit_string;

enum { ADMIT_ACCEPT = 0, ADMIT_REJECT = 1, ADMIT_UNDECIDED = 2 };

enum {
  ADMIT_SEVERITY_IGNORE = 0,
  ADMIT_SEVERITY_INFO = 1,
  ADMIT_SEVERITY_WARNING = 2,
  ADMIT_SEVERITY_ERROR = 3
};

typedef struct admit_position {
  uint64_t offset;
  uint64_t line;
  uint64_t column;
} admit_position;

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

typedef struct admit_fault {
  size_t size;
  admit_string code;
  admit_string message;
  admit_string hint;
  admit_string pointer;
  admit_string document;
  int32_t has_position;
  admit_position position;
} admit_fault;

void admit_error_destroy(admit_error* error);
admit_status admit_error_fault(const admit_error* error, admit_fault* fault);
const admit_report* admit_error_report(const admit_error* error);
admit_string admit_error_text(const admit_error* error);
admit_options* admit_options_create(void);
void admit_options_destroy(admit_options* options);
admit_status admit_options_set(admit_options* options, const char* name, size_t name_size, const
    char* value, size_t value_size, admit_error** error);
admit_status admit_options_add_schema(admit_options* options, const char* uri, size_t uri_size,
    const char* text, size_t text_size);
admit_status admit_engine_create_service(const admit_options* options, admit_engine** engine,
    admit_error** error);
admit_status admit_engine_build(const char* schema, size_t schema_size, const admit_options*
    options, admit_engine** engine, admit_error** error);
const admit_engine* admit_engine_retain(const admit_engine* engine);
void admit_engine_release(const admit_engine* engine);
size_t admit_engine_warning_count(const admit_engine* engine);
admit_status admit_engine_warning(const admit_engine* engine, size_t index, admit_fault* fault);
admit_scratch* admit_scratch_create(void);
void admit_scratch_destroy(admit_scratch* scratch);

typedef struct admit_counters {
  size_t size;
  uint64_t proved;
  uint64_t explained;
  uint64_t undecided;
} admit_counters;

admit_status admit_scratch_counters(const admit_scratch* scratch, admit_counters* counters);
admit_status admit_engine_accepts(const admit_engine* engine, admit_scratch* scratch, const char*
    body, size_t body_size, int32_t* accepted);
admit_status admit_engine_check(const admit_engine* engine, admit_scratch* scratch, const char*
    body, size_t body_size, admit_report** report);
void admit_report_destroy(admit_report* report);

typedef struct admit_summary {
  size_t size;
  int32_t verdict;
  size_t violations;
  size_t omitted;
  size_t errors;
  size_t warnings;
  size_t infos;
  admit_string undecided_reason;
} admit_summary;

admit_status admit_report_summary(const admit_report* report, admit_summary* summary);

typedef struct admit_violation {
  size_t size;
  admit_string code;
  int32_t severity;
  admit_string pointer;
  int32_t has_because;
  admit_string because;
  admit_range range;
  admit_string message;
  admit_string hint;
  admit_string value;
  admit_string schema;
  admit_string source;
  size_t params;
  size_t related;
} admit_violation;

admit_status admit_report_violation(const admit_report* report, size_t index, admit_violation*
    violation);

enum {
  ADMIT_PARAM_INT64 = 0,
  ADMIT_PARAM_UINT64 = 1,
  ADMIT_PARAM_DOUBLE = 2,
  ADMIT_PARAM_STRING = 3,
  ADMIT_PARAM_STRINGS = 4
};

typedef struct admit_param {
  size_t size;
  admit_string name;
  int32_t kind;
  int64_t int64_value;
  uint64_t uint64_value;
  double double_value;
  admit_string string_value;
  size_t strings;
} admit_param;

admit_status admit_report_param(const admit_report* report, size_t violation, size_t index,
    admit_param* param);
admit_status admit_report_param_string(const admit_report* report, size_t violation, size_t param,
    size_t index, admit_string* text);

typedef struct admit_related {
  size_t size;
  admit_string pointer;
  admit_range range;
  admit_string message;
} admit_related;

admit_status admit_report_related(const admit_report* report, size_t violation, size_t index,
    admit_related* related);

typedef struct admit_render_input {
  size_t size;
  admit_string body;
  admit_string file;
  admit_string request_id;
} admit_render_input;

admit_status admit_report_render(const admit_report* report, const char* format, size_t format_size,
    const admit_render_input* input, admit_text** text);
int32_t admit_report_http_status(const admit_report* report);

enum {
  ADMIT_REFUSAL_MEDIA_TYPE = 0,
  ADMIT_REFUSAL_CONTENT_ENCODING = 1,
  ADMIT_REFUSAL_TOO_LARGE = 2,
  ADMIT_REFUSAL_UNDECIDED = 3
};

admit_status admit_render_refusal(int32_t reason, const char* format, size_t format_size, const
    admit_render_input* input, admit_text** text);
int32_t admit_refusal_http_status(int32_t reason);
admit_string admit_text_view(const admit_text* text);
void admit_text_destroy(admit_text* text);
]]

return cdef
