/* Directives, their configuration, and what a worker process owns. */
#include "ngx_http_admit.h"

static ngx_conf_enum_t modes[] = {
    {ngx_string("off"), NGX_HTTP_ADMIT_OFF},
    {ngx_string("on"), NGX_HTTP_ADMIT_ON},
    {ngx_string("audit"), NGX_HTTP_ADMIT_AUDIT},
    {ngx_null_string, 0},
};

static ngx_conf_enum_t responses[] = {
    {ngx_string("problem"), NGX_HTTP_ADMIT_PROBLEM},
    {ngx_string("api"), NGX_HTTP_ADMIT_API},
    {ngx_null_string, 0},
};

static admit_scratch* scratch;

static void remember_place(ngx_conf_t* cf, ngx_http_admit_loc_conf_t* conf) {
  conf->place.file = cf->conf_file->file.name;
  conf->place.line = cf->conf_file->line;
}

/* ngx_conf_set_enum_slot, and where it was said. */
static char* set_mode(ngx_conf_t* cf, ngx_command_t* command, void* conf) {
  remember_place(cf, conf);
  return ngx_conf_set_enum_slot(cf, command, conf);
}

static char* set_text(ngx_conf_t* cf, ngx_command_t* command, void* conf) {
  remember_place(cf, conf);
  return ngx_conf_set_str_slot(cf, command, conf);
}

static char* set_flag(ngx_conf_t* cf, ngx_command_t* command, void* conf) {
  remember_place(cf, conf);
  return ngx_conf_set_flag_slot(cf, command, conf);
}

static char* set_schema(ngx_conf_t* cf, ngx_command_t* command, void* conf) {
  ngx_http_admit_loc_conf_t* location = conf;
  char* failure = set_text(cf, command, conf);
  if (failure != NGX_CONF_OK) return failure;
  if (location->settings.schema.len == 0) return "names no file";
  if (ngx_conf_full_name(cf->cycle, &location->settings.schema, 1) != NGX_OK) return NGX_CONF_ERROR;
  return NGX_CONF_OK;
}

static char* set_max_body(ngx_conf_t* cf, ngx_command_t* command, void* conf) {
  ngx_http_admit_loc_conf_t* location = conf;
  char* failure = ngx_conf_set_size_slot(cf, command, conf);
  remember_place(cf, conf);
  if (failure != NGX_CONF_OK) return failure;
  return location->settings.max_body == 0 ? "must be more than 0" : NGX_CONF_OK;
}

/* The option `severity` of the library wants CODE=LEVEL; unknown levels and malformed codes are
 * told at once, unknown codes when the engine is built. */
static char* check_severity(ngx_conf_t* cf, ngx_str_t* assignment) {
  admit_error* error = NULL;
  admit_options* options = admit_options_create();
  if (options == NULL) return "ran out of memory";
  admit_status status = admit_options_set(options, "severity", sizeof("severity") - 1,
                                          (const char*)assignment->data, assignment->len, &error);
  if (status != ADMIT_OK) {
    ngx_str_t text = error == NULL ? (ngx_str_t)ngx_string("not accepted")
                                   : ngx_http_admit_str(admit_error_text(error));
    ngx_conf_log_error(NGX_LOG_EMERG, cf, 0, "admit_severity: %V", &text);
  }
  admit_error_destroy(error);
  admit_options_destroy(options);
  return status == ADMIT_OK ? NGX_CONF_OK : NGX_CONF_ERROR;
}

static char* add_severity(ngx_conf_t* cf, ngx_command_t* command, void* conf) {
  ngx_http_admit_loc_conf_t* location = conf;
  ngx_array_t** list = &location->settings.severities;
  ngx_str_t* words = cf->args->elts;
  (void)command;
  remember_place(cf, location);
  if (*list == NGX_CONF_UNSET_PTR) *list = ngx_array_create(cf->pool, 4, sizeof(ngx_str_t));
  if (*list == NULL) return NGX_CONF_ERROR;
  ngx_str_t* assignment = ngx_array_push(*list);
  if (assignment == NULL) return NGX_CONF_ERROR;
  size_t size = words[1].len + 1 + words[2].len;
  assignment->data = ngx_pnalloc(cf->pool, size);
  if (assignment->data == NULL) return NGX_CONF_ERROR;
  ngx_sprintf(assignment->data, "%V=%V", &words[1], &words[2]);
  assignment->len = size;
  return check_severity(cf, assignment);
}

#define ANYWHERE (NGX_HTTP_MAIN_CONF | NGX_HTTP_SRV_CONF | NGX_HTTP_LOC_CONF)
#define DIRECTIVE(name, arguments, setter, member, more)                        \
  {                                                                             \
    ngx_string(name), ANYWHERE | (arguments), setter, NGX_HTTP_LOC_CONF_OFFSET, \
        offsetof(ngx_http_admit_loc_conf_t, member), more                       \
  }

static ngx_command_t commands[] = {
    DIRECTIVE("admit", NGX_CONF_TAKE1, set_mode, mode, modes),
    DIRECTIVE("admit_revision", NGX_CONF_TAKE1, set_text, settings.revision, NULL),
    DIRECTIVE("admit_schema", NGX_CONF_TAKE1, set_schema, settings.schema, NULL),
    DIRECTIVE("admit_severity", NGX_CONF_TAKE2, add_severity, settings.severities, NULL),
    DIRECTIVE("admit_strict", NGX_CONF_FLAG, set_flag, settings.strict, NULL),
    DIRECTIVE("admit_max_body", NGX_CONF_TAKE1, set_max_body, settings.max_body, NULL),
    DIRECTIVE("admit_response", NGX_CONF_TAKE1, ngx_conf_set_enum_slot, response, responses),
    ngx_null_command,
};

static void* create_main_conf(ngx_conf_t* cf) {
  ngx_http_admit_main_conf_t* conf = ngx_pcalloc(cf->pool, sizeof(*conf));
  if (conf == NULL) return NULL;
  ngx_int_t rc = ngx_array_init(&conf->engines, cf->pool, 4, sizeof(ngx_http_admit_engine_t));
  return rc == NGX_OK ? conf : NULL;
}

static void* create_loc_conf(ngx_conf_t* cf) {
  ngx_http_admit_loc_conf_t* conf = ngx_pcalloc(cf->pool, sizeof(*conf));
  if (conf == NULL) return NULL;
  conf->mode = NGX_CONF_UNSET_UINT;
  conf->response = NGX_CONF_UNSET_UINT;
  conf->settings.severities = NGX_CONF_UNSET_PTR;
  conf->settings.strict = NGX_CONF_UNSET;
  conf->settings.max_body = NGX_CONF_UNSET_SIZE;
  return conf;
}

static char* merge_loc_conf(ngx_conf_t* cf, void* parent, void* child) {
  ngx_http_admit_loc_conf_t* outer = parent;
  ngx_http_admit_loc_conf_t* conf = child;
  ngx_http_admit_settings_t* settings = &conf->settings;
  ngx_conf_merge_uint_value(conf->mode, outer->mode, NGX_HTTP_ADMIT_OFF);
  ngx_conf_merge_uint_value(conf->response, outer->response, NGX_HTTP_ADMIT_PROBLEM);
  ngx_conf_merge_str_value(settings->revision, outer->settings.revision, "");
  ngx_conf_merge_str_value(settings->schema, outer->settings.schema, "");
  ngx_conf_merge_ptr_value(settings->severities, outer->settings.severities, NULL);
  ngx_conf_merge_value(settings->strict, outer->settings.strict, 0);
  ngx_conf_merge_size_value(settings->max_body, outer->settings.max_body, 1024 * 1024);
  if (conf->place.line == 0) conf->place = outer->place;
  if (conf->mode == NGX_HTTP_ADMIT_OFF) return NGX_CONF_OK;
  return ngx_http_admit_engine_find(cf, conf) == NGX_OK ? NGX_CONF_OK : NGX_CONF_ERROR;
}

static ngx_int_t before_configuration(ngx_conf_t* cf) {
  if (admit_abi_version() != ADMIT_ABI_VERSION) {
    ngx_log_error(NGX_LOG_EMERG, cf->log, 0,
                  "admit: the module needs version %d of the interface, libadmit.so has %d",
                  ADMIT_ABI_VERSION, (int)admit_abi_version());
    return NGX_ERROR;
  }
  ngx_str_t name = ngx_string("request_id");
  ngx_http_admit_main_conf_t* conf = ngx_http_conf_get_module_main_conf(cf, ngx_http_admit_module);
  conf->request_id = ngx_http_get_variable_index(cf, &name);
  return conf->request_id == NGX_ERROR ? NGX_ERROR : ngx_http_admit_add_variables(cf);
}

static ngx_int_t after_configuration(ngx_conf_t* cf) {
  ngx_http_core_main_conf_t* core = ngx_http_conf_get_module_main_conf(cf, ngx_http_core_module);
  ngx_http_handler_pt* handler = ngx_array_push(&core->phases[NGX_HTTP_PRECONTENT_PHASE].handlers);
  if (handler == NULL) return NGX_ERROR;
  *handler = ngx_http_admit_handler;
  return NGX_OK;
}

/* A worker that cannot have its scratch now tries again with each request, and refuses until then.
 */
static ngx_int_t start_worker(ngx_cycle_t* cycle) {
  (void)cycle;
  (void)ngx_http_admit_scratch();
  return NGX_OK;
}

static void stop_worker(ngx_cycle_t* cycle) {
  (void)cycle;
  admit_scratch_destroy(scratch);
  scratch = NULL;
}

admit_scratch* ngx_http_admit_scratch(void) {
  if (scratch == NULL) scratch = admit_scratch_create();
  return scratch;
}

static ngx_http_module_t context = {
    .preconfiguration = before_configuration,
    .postconfiguration = after_configuration,
    .create_main_conf = create_main_conf,
    .create_loc_conf = create_loc_conf,
    .merge_loc_conf = merge_loc_conf,
};

ngx_module_t ngx_http_admit_module = {
    NGX_MODULE_V1,
    &context,
    commands,
    NGX_HTTP_MODULE,
    NULL,         /* init master */
    NULL,         /* init module */
    start_worker, /* init process */
    NULL,         /* init thread */
    NULL,         /* exit thread */
    stop_worker,  /* exit process */
    NULL,         /* exit master */
    NGX_MODULE_V1_PADDING,
};
