/* Settings -> engine. Everything that makes none of them stands in the log, and fails `nginx -t`.
 */
#include "ngx_http_admit.h"

/* More than any schema that the library takes; it has its own, lower limit. */
#define SCHEMA_FILE_LIMIT (64 * 1024 * 1024)

static ngx_int_t is_same_text(const ngx_str_t* one, const ngx_str_t* other) {
  return one->len == other->len && ngx_memcmp(one->data, other->data, one->len) == 0;
}

static ngx_int_t is_same_list(const ngx_array_t* one, const ngx_array_t* other) {
  if (one == other) return 1;
  if (one == NULL || other == NULL || one->nelts != other->nelts) return 0;
  const ngx_str_t* left = one->elts;
  const ngx_str_t* right = other->elts;
  for (ngx_uint_t i = 0; i < one->nelts; ++i) {
    if (!is_same_text(&left[i], &right[i])) return 0;
  }
  return 1;
}

static ngx_int_t is_same(const ngx_http_admit_settings_t* one,
                         const ngx_http_admit_settings_t* other) {
  return is_same_text(&one->revision, &other->revision) &&
         is_same_text(&one->schema, &other->schema) && one->strict == other->strict &&
         one->max_body == other->max_body && is_same_list(one->severities, other->severities);
}

/* One line at level emerg, with the place of the directive: engines are built when the block `http`
 * ends, far from there. */
static void complain(ngx_conf_t* cf, const ngx_http_admit_loc_conf_t* conf, ngx_str_t text) {
  ngx_log_error(NGX_LOG_EMERG, cf->log, 0, "admit: %V in %V:%ui", &text, &conf->place.file,
                conf->place.line);
}

static void complain_of_violation(ngx_conf_t* cf, const ngx_http_admit_loc_conf_t* conf,
                                  const admit_violation* violation) {
  ngx_str_t message = ngx_http_admit_str(violation->message);
  ngx_str_t code = ngx_http_admit_str(violation->code);
  ngx_log_error(NGX_LOG_EMERG, cf->log, 0, "admit: %V:%uL:%uL: %V [%V]", &conf->settings.schema,
                violation->range.start.line, violation->range.start.column, &message, &code);
}

/* What the metaschema refuses, one line each. */
static void complain_of_schema(ngx_conf_t* cf, const ngx_http_admit_loc_conf_t* conf,
                               const admit_report* report) {
  admit_summary summary = {.size = sizeof(summary)};
  if (admit_report_summary(report, &summary) != ADMIT_OK) return;
  for (size_t i = 0; i < summary.violations; ++i) {
    admit_violation violation = {.size = sizeof(violation)};
    if (admit_report_violation(report, i, &violation) != ADMIT_OK) return;
    complain_of_violation(cf, conf, &violation);
  }
}

static void complain_of_failure(ngx_conf_t* cf, const ngx_http_admit_loc_conf_t* conf,
                                admit_status status, const admit_error* error) {
  if (error == NULL) {
    const char* words = admit_status_text(status);
    complain(cf, conf, (ngx_str_t){ngx_strlen(words), (u_char*)words});
    return;
  }
  const admit_report* report = admit_error_report(error);
  if (report != NULL) complain_of_schema(cf, conf, report);
  complain(cf, conf, ngx_http_admit_str(admit_error_text(error)));
}

/* Sets one option; a failure is complained of. */
static ngx_int_t set_option(ngx_conf_t* cf, const ngx_http_admit_loc_conf_t* conf,
                            admit_options* options, const char* name, const ngx_str_t* value) {
  admit_error* error = NULL;
  admit_status status = admit_options_set(options, name, ngx_strlen(name), (const char*)value->data,
                                          value->len, &error);
  if (status != ADMIT_OK) complain_of_failure(cf, conf, status, error);
  admit_error_destroy(error);
  return status == ADMIT_OK ? NGX_OK : NGX_ERROR;
}

static ngx_int_t set_severities(ngx_conf_t* cf, const ngx_http_admit_loc_conf_t* conf,
                                admit_options* options) {
  const ngx_array_t* list = conf->settings.severities;
  const ngx_str_t* assignments = list == NULL ? NULL : list->elts;
  for (ngx_uint_t i = 0; list != NULL && i < list->nelts; ++i) {
    if (set_option(cf, conf, options, "severity", &assignments[i]) != NGX_OK) return NGX_ERROR;
  }
  return NGX_OK;
}

static ngx_int_t set_options(ngx_conf_t* cf, const ngx_http_admit_loc_conf_t* conf,
                             admit_options* options) {
  static const ngx_str_t truth = ngx_string("true");
  static const ngx_str_t errors = ngx_string("error");
  const ngx_http_admit_settings_t* settings = &conf->settings;
  u_char digits[NGX_SIZE_T_LEN];
  ngx_str_t limit = {0, digits};
  limit.len = ngx_sprintf(digits, "%uz", settings->max_body) - digits;
  if (set_option(cf, conf, options, "report_from", &errors) != NGX_OK) return NGX_ERROR;
  if (set_option(cf, conf, options, "max_body_bytes", &limit) != NGX_OK) return NGX_ERROR;
  if (settings->strict && set_option(cf, conf, options, "strict", &truth) != NGX_OK) {
    return NGX_ERROR;
  }
  if (settings->revision.len != 0 &&
      set_option(cf, conf, options, "revision", &settings->revision) != NGX_OK) {
    return NGX_ERROR;
  }
  return set_severities(cf, conf, options);
}

/* Reads all of an open file into memory of `cf`'s temporary pool. */
static ngx_int_t read_open_file(ngx_conf_t* cf, ngx_file_t* file, ngx_str_t* text) {
  if (ngx_fd_info(file->fd, &file->info) == NGX_FILE_ERROR) {
    ngx_log_error(NGX_LOG_EMERG, cf->log, ngx_errno, "admit: cannot read \"%V\"", &file->name);
    return NGX_ERROR;
  }
  off_t size = ngx_file_size(&file->info);
  if (!ngx_is_file(&file->info) || size > SCHEMA_FILE_LIMIT) {
    ngx_log_error(NGX_LOG_EMERG, cf->log, 0, "admit: \"%V\" is no file of at most 64 MiB",
                  &file->name);
    return NGX_ERROR;
  }
  text->data = ngx_palloc(cf->temp_pool, (size_t)size + 1);
  if (text->data == NULL) return NGX_ERROR;
  for (text->len = 0; text->len < (size_t)size;) {
    ssize_t n = ngx_read_file(file, text->data + text->len, (size_t)size - text->len, text->len);
    if (n <= 0) {
      ngx_log_error(NGX_LOG_EMERG, cf->log, 0, "admit: cannot read \"%V\"", &file->name);
      return NGX_ERROR;
    }
    text->len += (size_t)n;
  }
  return NGX_OK;
}

static ngx_int_t read_schema(ngx_conf_t* cf, const ngx_http_admit_loc_conf_t* conf,
                             ngx_str_t* text) {
  ngx_file_t file;
  ngx_memzero(&file, sizeof(file));
  file.name = conf->settings.schema;
  file.log = cf->log;
  /* Not to wait for a writer where the name is that of a pipe. */
  file.fd = ngx_open_file(file.name.data, NGX_FILE_RDONLY | NGX_FILE_NONBLOCK, NGX_FILE_OPEN, 0);
  if (file.fd == NGX_INVALID_FILE) {
    ngx_log_error(NGX_LOG_EMERG, cf->log, ngx_errno, "admit: cannot open \"%V\" in %V:%ui",
                  &file.name, &conf->place.file, conf->place.line);
    return NGX_ERROR;
  }
  ngx_int_t rc = read_open_file(cf, &file, text);
  (void)ngx_close_file(file.fd);
  return rc;
}

static ngx_int_t build(ngx_conf_t* cf, ngx_http_admit_loc_conf_t* conf,
                       const admit_options* options, admit_engine** engine) {
  admit_error* error = NULL;
  admit_status status;
  if (conf->settings.schema.len == 0) {
    status = admit_engine_create_service(options, engine, &error);
  } else {
    ngx_str_t text;
    if (read_schema(cf, conf, &text) != NGX_OK) return NGX_ERROR;
    status = admit_engine_build((const char*)text.data, text.len, options, engine, &error);
    (void)ngx_pfree(cf->temp_pool, text.data);
  }
  if (status != ADMIT_OK) complain_of_failure(cf, conf, status, error);
  admit_error_destroy(error);
  return status == ADMIT_OK ? NGX_OK : NGX_ERROR;
}

/* What the schema says and the engine does not enforce. */
static void warn(ngx_conf_t* cf, const ngx_http_admit_loc_conf_t* conf) {
  size_t count = admit_engine_warning_count(conf->engine);
  for (size_t i = 0; i < count; ++i) {
    admit_fault fault = {.size = sizeof(fault)};
    if (admit_engine_warning(conf->engine, i, &fault) != ADMIT_OK) return;
    ngx_str_t message = ngx_http_admit_str(fault.message);
    ngx_log_error(NGX_LOG_WARN, cf->log, 0, "admit: %V: %V", &conf->settings.schema, &message);
  }
}

static void release(void* engine) {
  admit_engine_release(engine);
}

/* Builds the engine of `conf`, which lives as long as the configuration. */
static ngx_int_t add_engine(ngx_conf_t* cf, ngx_http_admit_main_conf_t* all,
                            ngx_http_admit_loc_conf_t* conf) {
  ngx_http_admit_engine_t* entry = ngx_array_push(&all->engines);
  ngx_pool_cleanup_t* cleanup = ngx_pool_cleanup_add(cf->pool, 0);
  if (entry == NULL || cleanup == NULL) return NGX_ERROR;
  ngx_memzero(entry, sizeof(*entry));
  entry->settings = conf->settings;
  admit_options* options = admit_options_create();
  if (options == NULL) {
    complain_of_failure(cf, conf, ADMIT_ERROR_MEMORY, NULL);
    return NGX_ERROR;
  }
  admit_engine* engine = NULL;
  ngx_int_t rc = set_options(cf, conf, options);
  if (rc == NGX_OK) rc = build(cf, conf, options, &engine);
  admit_options_destroy(options);
  if (rc != NGX_OK) return NGX_ERROR;
  entry->engine = engine;
  conf->engine = engine;
  cleanup->handler = release;
  cleanup->data = engine;
  warn(cf, conf);
  return NGX_OK;
}

ngx_int_t ngx_http_admit_engine_find(ngx_conf_t* cf, ngx_http_admit_loc_conf_t* conf) {
  ngx_http_admit_main_conf_t* all = ngx_http_conf_get_module_main_conf(cf, ngx_http_admit_module);
  const ngx_http_admit_engine_t* entries = all->engines.elts;
  for (ngx_uint_t i = 0; i < all->engines.nelts; ++i) {
    if (entries[i].engine != NULL && is_same(&entries[i].settings, &conf->settings)) {
      conf->engine = entries[i].engine;
      return NGX_OK;
    }
  }
  return add_engine(cf, all, conf);
}
