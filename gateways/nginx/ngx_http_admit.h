/* What the files of the module share.
 *
 *   ngx_http_admit_module.c     directives, configuration, worker processes
 *   ngx_http_admit_engine.c     directives -> engine
 *   ngx_http_admit_request.c    request -> verdict, in the precontent phase
 *   ngx_http_admit_headers.c    header fields -> may the body be read as JSON
 *   ngx_http_admit_body.c       buffers and temporary file -> one stretch of bytes
 *   ngx_http_admit_answer.c     verdict -> log, access-log variables, answer to the client
 *   ngx_http_admit_variables.c  $admit_verdict, $admit_codes, $admit_path
 */
#ifndef NGX_HTTP_ADMIT_H
#define NGX_HTTP_ADMIT_H

/* clang-format off: nginx wants its headers in this order. */
#include <ngx_config.h>
#include <ngx_core.h>
#include <ngx_http.h>
/* clang-format on */

#include <admit/c_api.h>

enum { NGX_HTTP_ADMIT_OFF = 0, NGX_HTTP_ADMIT_ON, NGX_HTTP_ADMIT_AUDIT };

/* Indices of the shapes of an answer, see ngx_http_admit_answer.c. */
enum { NGX_HTTP_ADMIT_PROBLEM = 0, NGX_HTTP_ADMIT_API };

/* Where in the configuration something was said. */
typedef struct {
  ngx_str_t file;
  ngx_uint_t line;
} ngx_http_admit_place_t;

/* What makes an engine: equal settings share one. */
typedef struct {
  ngx_str_t revision;
  ngx_str_t schema;        /* full name of the file; empty: the schema of CreateService */
  ngx_array_t* severities; /* of ngx_str_t: CODE=LEVEL */
  ngx_flag_t strict;
  size_t max_body;
} ngx_http_admit_settings_t;

typedef struct {
  ngx_uint_t mode;
  ngx_uint_t response;
  ngx_http_admit_settings_t settings;
  ngx_http_admit_place_t place; /* of the last directive that bears on the engine */
  const admit_engine* engine;   /* null exactly when the mode is off */
} ngx_http_admit_loc_conf_t;

/* An engine of the configuration, and what it was made of. */
typedef struct {
  ngx_http_admit_settings_t settings;
  const admit_engine* engine;
} ngx_http_admit_engine_t;

typedef struct {
  ngx_array_t engines;  /* of ngx_http_admit_engine_t, one for each kind of settings */
  ngx_int_t request_id; /* index of the variable */
} ngx_http_admit_main_conf_t;

enum {
  NGX_HTTP_ADMIT_UNCHECKED = 0,
  NGX_HTTP_ADMIT_ACCEPTED,
  NGX_HTTP_ADMIT_REJECTED,
  NGX_HTTP_ADMIT_UNDECIDED
};
enum { NGX_HTTP_ADMIT_NO_PATH = 0, NGX_HTTP_ADMIT_PROVED, NGX_HTTP_ADMIT_EXPLAINED };

/* How the request was decided; for the access log. Unlike a module's context it stays with the
 * request when nginx redirects it to another location. */
typedef struct {
  ngx_uint_t verdict;
  ngx_uint_t path;
  ngx_str_t codes;
} ngx_http_admit_result_t;

extern ngx_module_t ngx_http_admit_module;

/* The two kinds of texts: both are a pointer and a length, in different order. */
static inline ngx_str_t ngx_http_admit_str(admit_string text) {
  ngx_str_t str;
  str.len = text.size;
  str.data = (u_char*)text.data;
  return str;
}

/* Gives `conf` its engine, a shared one where there is one of the same settings. On failure all
 * that is wrong stands in the log. */
ngx_int_t ngx_http_admit_engine_find(ngx_conf_t* cf, ngx_http_admit_loc_conf_t* conf);

/* The worker's scratch; null when memory ran out. */
admit_scratch* ngx_http_admit_scratch(void);

ngx_int_t ngx_http_admit_add_variables(ngx_conf_t* cf);

/* The result of the request; null where there is none yet. */
ngx_http_admit_result_t* ngx_http_admit_result_find(ngx_http_request_t* r);

/* The result of the request, as one that is unchecked; null when memory ran out. */
ngx_http_admit_result_t* ngx_http_admit_result_reset(ngx_http_request_t* r);

/* ADMIT_REFUSAL_* for header fields that do not announce a body of JSON in UTF-8 of at most
 * `max_body` bytes, otherwise -1. */
int32_t ngx_http_admit_headers_refusal(ngx_http_request_t* r, size_t max_body);

/* The body of a request that has been read. */
typedef struct {
  u_char* data;
  size_t size;
  u_char* copy; /* what has to be freed, or null */
} ngx_http_admit_body_t;

/* NGX_OK; NGX_DECLINED for a body of more than `max_body` bytes; NGX_ERROR where it cannot be had.
 */
ngx_int_t ngx_http_admit_body_collect(ngx_http_request_t* r, size_t max_body,
                                      ngx_http_admit_body_t* body);
void ngx_http_admit_body_free(ngx_http_request_t* r, ngx_http_admit_body_t* body);

ngx_int_t ngx_http_admit_handler(ngx_http_request_t* r);

/* What the client is told. */
typedef struct {
  ngx_int_t status; /* 0: nothing, the request passes */
  ngx_str_t body;   /* empty where it could not be made */
} ngx_http_admit_answer_t;

/* The ends of a check: each logs, fills in `result` (may be null) and makes the answer. */
void ngx_http_admit_reject(ngx_http_request_t* r, ngx_http_admit_result_t* result,
                           const admit_report* report, ngx_http_admit_answer_t* answer);
void ngx_http_admit_refuse(ngx_http_request_t* r, ngx_http_admit_result_t* result, int32_t reason,
                           ngx_http_admit_answer_t* answer);

/* For a check that came to no verdict: `why` goes to the log. */
void ngx_http_admit_give_up(ngx_http_request_t* r, ngx_http_admit_result_t* result, ngx_str_t why,
                            ngx_http_admit_answer_t* answer);

/* Sends the answer. Returns what the phase handler returns; except for NGX_DECLINED, `r` may be
 * gone by then. */
ngx_int_t ngx_http_admit_send(ngx_http_request_t* r, const ngx_http_admit_answer_t* answer);

#endif
