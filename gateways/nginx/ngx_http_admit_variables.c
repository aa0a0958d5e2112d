/* The variables of the access log, and the result that they tell of. */
#include "ngx_http_admit.h"

typedef struct {
  ngx_str_t name;
  ngx_http_get_variable_pt get;
} variable_t;

/* A result is kept as a cleanup of the request's pool, which this handler marks as ours: nginx
 * clears the contexts of modules when it redirects a request. */
static void keep(void* result) {
  (void)result;
}

ngx_http_admit_result_t* ngx_http_admit_result_find(ngx_http_request_t* r) {
  for (ngx_pool_cleanup_t* c = r->pool->cleanup; c != NULL; c = c->next) {
    if (c->handler == keep) return c->data;
  }
  return NULL;
}

ngx_http_admit_result_t* ngx_http_admit_result_reset(ngx_http_request_t* r) {
  ngx_http_admit_result_t* result = ngx_http_admit_result_find(r);
  if (result == NULL) {
    ngx_pool_cleanup_t* cleanup = ngx_pool_cleanup_add(r->pool, sizeof(*result));
    if (cleanup == NULL) return NULL;
    cleanup->handler = keep;
    result = cleanup->data;
  }
  ngx_memzero(result, sizeof(*result));
  return result;
}

/* An empty text is no value: `-` in the log. */
static ngx_int_t set_value(ngx_http_variable_value_t* value, ngx_str_t text) {
  value->valid = 1;
  value->no_cacheable = 0;
  value->not_found = text.len == 0;
  value->len = (unsigned)text.len;
  value->data = text.data;
  return NGX_OK;
}

static ngx_int_t get_verdict(ngx_http_request_t* r, ngx_http_variable_value_t* value,
                             uintptr_t unused) {
  static const ngx_str_t words[] = {ngx_null_string, ngx_string("accept"), ngx_string("reject"),
                                    ngx_string("undecided")};
  const ngx_http_admit_result_t* result = ngx_http_admit_result_find(r);
  (void)unused;
  return set_value(value, words[result == NULL ? NGX_HTTP_ADMIT_UNCHECKED : result->verdict]);
}

static ngx_int_t get_path(ngx_http_request_t* r, ngx_http_variable_value_t* value,
                          uintptr_t unused) {
  static const ngx_str_t words[] = {ngx_null_string, ngx_string("proved"), ngx_string("explained")};
  const ngx_http_admit_result_t* result = ngx_http_admit_result_find(r);
  (void)unused;
  return set_value(value, words[result == NULL ? NGX_HTTP_ADMIT_NO_PATH : result->path]);
}

static ngx_int_t get_codes(ngx_http_request_t* r, ngx_http_variable_value_t* value,
                           uintptr_t unused) {
  const ngx_http_admit_result_t* result = ngx_http_admit_result_find(r);
  ngx_str_t none = ngx_null_string;
  (void)unused;
  return set_value(value, result == NULL ? none : result->codes);
}

ngx_int_t ngx_http_admit_add_variables(ngx_conf_t* cf) {
  static variable_t variables[] = {{ngx_string("admit_verdict"), get_verdict},
                                   {ngx_string("admit_codes"), get_codes},
                                   {ngx_string("admit_path"), get_path}};
  for (size_t i = 0; i < sizeof(variables) / sizeof(variables[0]); ++i) {
    ngx_http_variable_t* variable =
        ngx_http_add_variable(cf, &variables[i].name, NGX_HTTP_VAR_NOCACHEABLE);
    if (variable == NULL) return NGX_ERROR;
    variable->get_handler = variables[i].get;
  }
  return NGX_OK;
}
