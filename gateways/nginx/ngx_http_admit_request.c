/* Request -> verdict, in the precontent phase: after access control, before the upstream. */
#include "ngx_http_admit.h"

/* How far the check at this location has come. nginx clears contexts when it redirects a request,
 * so that another location checks it anew. */
typedef struct {
  ngx_int_t is_read; /* the body */
} context_t;

static const ngx_str_t no_memory = ngx_string("memory ran out");

static ngx_str_t words_of(admit_status status) {
  const char* words = admit_status_text(status);
  return (ngx_str_t){ngx_strlen(words), (u_char*)words};
}

/* Which counter rose between `before` and now. */
static ngx_uint_t path_since(const admit_scratch* scratch, const admit_counters* before) {
  admit_counters now = {.size = sizeof(now)};
  if (admit_scratch_counters(scratch, &now) != ADMIT_OK) return NGX_HTTP_ADMIT_NO_PATH;
  if (now.explained != before->explained) return NGX_HTTP_ADMIT_EXPLAINED;
  return now.proved != before->proved ? NGX_HTTP_ADMIT_PROVED : NGX_HTTP_ADMIT_NO_PATH;
}

/* What follows from a report on a body that was not accepted. */
static void follow(ngx_http_request_t* r, ngx_http_admit_result_t* result,
                   const admit_report* report, ngx_http_admit_answer_t* answer) {
  static const ngx_str_t contradiction = ngx_string("accepted and not accepted");
  admit_summary summary = {.size = sizeof(summary)};
  admit_status status = admit_report_summary(report, &summary);
  if (status != ADMIT_OK) {
    ngx_http_admit_give_up(r, result, words_of(status), answer);
  } else if (summary.verdict == ADMIT_REJECT) {
    ngx_http_admit_reject(r, result, report, answer);
  } else if (summary.verdict == ADMIT_ACCEPT) {
    ngx_http_admit_give_up(r, result, contradiction, answer);
  } else {
    ngx_http_admit_give_up(r, result, ngx_http_admit_str(summary.undecided_reason), answer);
  }
}

static void explain(ngx_http_request_t* r, ngx_http_admit_result_t* result, admit_scratch* scratch,
                    const ngx_http_admit_body_t* body, ngx_http_admit_answer_t* answer) {
  const ngx_http_admit_loc_conf_t* conf = ngx_http_get_module_loc_conf(r, ngx_http_admit_module);
  admit_report* report = NULL;
  admit_status status =
      admit_engine_check(conf->engine, scratch, (const char*)body->data, body->size, &report);
  if (status == ADMIT_OK) {
    follow(r, result, report, answer);
  } else {
    ngx_http_admit_give_up(r, result, words_of(status), answer);
  }
  admit_report_destroy(report);
}

static void judge(ngx_http_request_t* r, ngx_http_admit_result_t* result,
                  const ngx_http_admit_body_t* body, ngx_http_admit_answer_t* answer) {
  const ngx_http_admit_loc_conf_t* conf = ngx_http_get_module_loc_conf(r, ngx_http_admit_module);
  admit_scratch* scratch = ngx_http_admit_scratch();
  if (scratch == NULL || result == NULL) {
    ngx_http_admit_give_up(r, result, no_memory, answer);
    return;
  }
  admit_counters before = {.size = sizeof(before)};
  (void)admit_scratch_counters(scratch, &before);
  int32_t is_accepted = 0;
  admit_status status = admit_engine_accepts(conf->engine, scratch, (const char*)body->data,
                                             body->size, &is_accepted);
  result->path = path_since(scratch, &before);
  if (status != ADMIT_OK) {
    ngx_http_admit_give_up(r, result, words_of(status), answer);
  } else if (is_accepted == 1) {
    result->verdict = NGX_HTTP_ADMIT_ACCEPTED;
  } else {
    explain(r, result, scratch, body, answer);
  }
}

static ngx_int_t judge_read_body(ngx_http_request_t* r) {
  static const ngx_str_t unreadable = ngx_string("the body cannot be read");
  const ngx_http_admit_loc_conf_t* conf = ngx_http_get_module_loc_conf(r, ngx_http_admit_module);
  ngx_http_admit_result_t* result = ngx_http_admit_result_find(r);
  ngx_http_admit_answer_t answer = {0, ngx_null_string};
  ngx_http_admit_body_t body;
  ngx_int_t rc = ngx_http_admit_body_collect(r, conf->settings.max_body, &body);
  if (rc == NGX_OK) {
    judge(r, result, &body, &answer);
  } else if (rc == NGX_DECLINED) {
    ngx_http_admit_refuse(r, result, ADMIT_REFUSAL_TOO_LARGE, &answer);
  } else {
    ngx_http_admit_give_up(r, result, unreadable, &answer);
  }
  ngx_http_admit_body_free(r, &body);
  return ngx_http_admit_send(r, &answer);
}

/* The body is there: runs the phases on, which call the handler once more. */
static void resume(ngx_http_request_t* r) {
  context_t* context = ngx_http_get_module_ctx(r, ngx_http_admit_module);
  context->is_read = 1;
  r->write_event_handler = ngx_http_core_run_phases;
  ngx_http_core_run_phases(r);
}

/* NGX_OK: the body may be read. Otherwise fills in the answer that the header fields call for. */
static ngx_int_t look_at_headers(ngx_http_request_t* r, size_t max_body,
                                 ngx_http_admit_answer_t* answer) {
  context_t* context = ngx_pcalloc(r->pool, sizeof(*context));
  ngx_http_admit_result_t* result = ngx_http_admit_result_reset(r);
  if (context == NULL || result == NULL) {
    ngx_http_admit_give_up(r, result, no_memory, answer);
    return NGX_DECLINED;
  }
  ngx_http_set_ctx(r, context, ngx_http_admit_module);
  int32_t refusal = ngx_http_admit_headers_refusal(r, max_body);
  if (refusal < 0) return NGX_OK;
  ngx_http_admit_refuse(r, result, refusal, answer);
  return NGX_DECLINED;
}

static ngx_int_t begin(ngx_http_request_t* r, const ngx_http_admit_loc_conf_t* conf) {
  ngx_http_admit_answer_t answer = {0, ngx_null_string};
  if (look_at_headers(r, conf->settings.max_body, &answer) != NGX_OK) {
    return ngx_http_admit_send(r, &answer);
  }
  ngx_int_t rc = ngx_http_read_client_request_body(r, resume);
  if (rc >= NGX_HTTP_SPECIAL_RESPONSE) return rc;
  ngx_http_finalize_request(r, NGX_DONE);
  return NGX_DONE;
}

ngx_int_t ngx_http_admit_handler(ngx_http_request_t* r) {
  const ngx_http_admit_loc_conf_t* conf = ngx_http_get_module_loc_conf(r, ngx_http_admit_module);
  if (r != r->main || conf->mode == NGX_HTTP_ADMIT_OFF) return NGX_DECLINED;
  if (!(r->method & (NGX_HTTP_POST | NGX_HTTP_PUT))) return NGX_DECLINED;
  const context_t* context = ngx_http_get_module_ctx(r, ngx_http_admit_module);
  if (context == NULL) return begin(r, conf);
  return context->is_read ? judge_read_body(r) : NGX_DONE;
}
