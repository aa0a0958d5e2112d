/* Verdict -> log, access-log variables, answer to the client. */
#include "ngx_http_admit.h"

/* Shapes of an answer: the library's name of each, and its content type. */
static const struct {
  ngx_str_t format;
  ngx_str_t type;
} shapes[] = {
    {ngx_string("problem"), ngx_string("application/problem+json")},
    {ngx_string("api"), ngx_string("application/json")},
};

/* Refusals: code and words for the logs. */
static const struct {
  ngx_str_t code;
  ngx_str_t words;
} refusals[] = {
    {ngx_string("http.media-type"),
     ngx_string("the content type is not application/json in UTF-8")},
    {ngx_string("http.content-encoding"), ngx_string("the body is encoded")},
    {ngx_string("input.too-large"), ngx_string("the body is larger than admit_max_body")},
};

static const ngx_http_admit_loc_conf_t* conf_of(ngx_http_request_t* r) {
  return ngx_http_get_module_loc_conf(r, ngx_http_admit_module);
}

static ngx_int_t is_audit(ngx_http_request_t* r) {
  return conf_of(r)->mode == NGX_HTTP_ADMIT_AUDIT;
}

static admit_render_input render_input(ngx_http_request_t* r) {
  admit_render_input input = {.size = sizeof(input)};
  const ngx_http_admit_main_conf_t* all = ngx_http_get_module_main_conf(r, ngx_http_admit_module);
  const ngx_http_variable_value_t* id =
      ngx_http_get_indexed_variable(r, (ngx_uint_t)all->request_id);
  if (id != NULL && !id->not_found) {
    input.request_id = (admit_string){(const char*)id->data, id->len};
  }
  return input;
}

/* Copies what was rendered into the request's pool; `text` is destroyed. */
static void take_text(ngx_http_request_t* r, admit_text* text, ngx_http_admit_answer_t* answer) {
  ngx_str_t view = ngx_http_admit_str(admit_text_view(text));
  answer->body.data = ngx_pstrdup(r->pool, &view);
  answer->body.len = answer->body.data == NULL ? 0 : view.len;
  admit_text_destroy(text);
}

static void render_refusal(ngx_http_request_t* r, int32_t reason, ngx_http_admit_answer_t* answer) {
  const ngx_str_t* format = &shapes[conf_of(r)->response].format;
  admit_render_input input = render_input(r);
  admit_text* text = NULL;
  answer->status = admit_refusal_http_status(reason);
  if (answer->status < NGX_HTTP_BAD_REQUEST) answer->status = NGX_HTTP_SERVICE_UNAVAILABLE;
  ngx_str_null(&answer->body);
  if (admit_render_refusal(reason, (const char*)format->data, format->len, &input, &text) ==
      ADMIT_OK) {
    take_text(r, text, answer);
  }
}

static admit_status render_report(ngx_http_request_t* r, const admit_report* report,
                                  ngx_http_admit_answer_t* answer) {
  const ngx_str_t* format = &shapes[conf_of(r)->response].format;
  admit_render_input input = render_input(r);
  admit_text* text = NULL;
  answer->status = admit_report_http_status(report);
  if (answer->status < NGX_HTTP_BAD_REQUEST) return ADMIT_ERROR_INTERNAL;
  admit_status status =
      admit_report_render(report, (const char*)format->data, format->len, &input, &text);
  if (status == ADMIT_OK) take_text(r, text, answer);
  return status;
}

/* Is `code` one of the comma-separated `codes`? */
static ngx_int_t is_listed(const ngx_str_t* codes, const ngx_str_t* code) {
  const u_char* end = codes->data + codes->len;
  for (const u_char* start = codes->data; start < end;) {
    const u_char* comma = start;
    while (comma != end && *comma != ',') ++comma;
    if ((size_t)(comma - start) == code->len && ngx_memcmp(start, code->data, code->len) == 0) {
      return 1;
    }
    start = comma + 1;
  }
  return 0;
}

/* The code of the violation at `index`; empty where there is none. */
static ngx_str_t code_at(const admit_report* report, size_t index) {
  admit_violation violation = {.size = sizeof(violation)};
  if (admit_report_violation(report, index, &violation) != ADMIT_OK) {
    return (ngx_str_t)ngx_null_string;
  }
  return ngx_http_admit_str(violation.code);
}

/* The codes of the report, each once, in the request's pool; empty when memory ran out. */
static ngx_str_t list_codes(ngx_http_request_t* r, const admit_report* report, size_t count) {
  ngx_str_t codes = ngx_null_string;
  size_t room = 0;
  for (size_t i = 0; i < count; ++i) room += code_at(report, i).len + 1;
  codes.data = ngx_pnalloc(r->pool, room + 1);
  if (codes.data == NULL) return codes;
  for (size_t i = 0; i < count; ++i) {
    ngx_str_t code = code_at(report, i);
    if (code.len == 0 || is_listed(&codes, &code)) continue;
    if (codes.len != 0) codes.data[codes.len++] = ',';
    ngx_memcpy(codes.data + codes.len, code.data, code.len);
    codes.len += code.len;
  }
  return codes;
}

/* One line, as every gateway of admit writes it: `admit: VERDICT: CODES: MESSAGE`. */
static void log_decision(ngx_http_request_t* r, ngx_uint_t verdict, ngx_str_t codes,
                         ngx_str_t message) {
  ngx_uint_t is_rejected = verdict == NGX_HTTP_ADMIT_REJECTED;
  ngx_uint_t level = is_rejected ? NGX_LOG_INFO : NGX_LOG_ERR;
  ngx_str_t dash = ngx_string("-");
  if (is_audit(r)) level = NGX_LOG_WARN;
  if (codes.len == 0) codes = dash;
  ngx_log_error(level, r->connection->log, 0, "admit: %s%s: %V: %V", is_audit(r) ? "audit: " : "",
                is_rejected ? "reject" : "undecided", &codes, &message);
}

void ngx_http_admit_give_up(ngx_http_request_t* r, ngx_http_admit_result_t* result, ngx_str_t why,
                            ngx_http_admit_answer_t* answer) {
  ngx_str_t no_codes = ngx_null_string;
  if (result != NULL) {
    result->verdict = NGX_HTTP_ADMIT_UNDECIDED;
    result->codes = no_codes;
  }
  log_decision(r, NGX_HTTP_ADMIT_UNDECIDED, no_codes, why);
  render_refusal(r, ADMIT_REFUSAL_UNDECIDED, answer);
}

void ngx_http_admit_refuse(ngx_http_request_t* r, ngx_http_admit_result_t* result, int32_t reason,
                           ngx_http_admit_answer_t* answer) {
  result->verdict = NGX_HTTP_ADMIT_REJECTED;
  result->codes = refusals[reason].code;
  log_decision(r, result->verdict, result->codes, refusals[reason].words);
  render_refusal(r, reason, answer);
}

void ngx_http_admit_reject(ngx_http_request_t* r, ngx_http_admit_result_t* result,
                           const admit_report* report, ngx_http_admit_answer_t* answer) {
  static const ngx_str_t broken = ngx_string("the report cannot be told");
  admit_summary summary = {.size = sizeof(summary)};
  admit_violation first = {.size = sizeof(first)};
  if (admit_report_summary(report, &summary) != ADMIT_OK ||
      admit_report_violation(report, 0, &first) != ADMIT_OK ||
      render_report(r, report, answer) != ADMIT_OK) {
    ngx_http_admit_give_up(r, result, broken, answer);
    return;
  }
  result->verdict = NGX_HTTP_ADMIT_REJECTED;
  result->codes = list_codes(r, report, summary.violations);
  log_decision(r, result->verdict, result->codes, ngx_http_admit_str(first.message));
}

/* Reads on past a body that nobody wants, so that the connection can serve the next request. A
 * client that waits for `100 Continue` may or may not send the body that it has announced: its
 * connection ends here, so that a body is never taken for the next request. */
static void leave_body(ngx_http_request_t* r) {
  if (r->headers_in.expect != NULL && !r->expect_tested && r->request_body == NULL) {
    r->expect_tested = 1;
    r->keepalive = 0;
  }
  if (ngx_http_discard_request_body(r) != NGX_OK) r->keepalive = 0;
}

static ngx_int_t send_body(ngx_http_request_t* r, const ngx_http_admit_answer_t* answer,
                           ngx_buf_t* buffer) {
  ngx_chain_t chain = {buffer, NULL};
  const ngx_str_t* type = &shapes[conf_of(r)->response].type;
  r->headers_out.status = (ngx_uint_t)answer->status;
  r->headers_out.content_type = *type;
  r->headers_out.content_type_len = type->len;
  r->headers_out.content_type_lowcase = NULL;
  r->headers_out.content_length_n = (off_t)answer->body.len;
  buffer->pos = answer->body.data;
  buffer->last = answer->body.data + answer->body.len;
  buffer->memory = 1;
  buffer->last_buf = 1;
  buffer->last_in_chain = 1;
  ngx_int_t rc = ngx_http_send_header(r);
  if (rc == NGX_ERROR || rc > NGX_OK || r->header_only) return rc;
  return ngx_http_output_filter(r, &chain);
}

ngx_int_t ngx_http_admit_send(ngx_http_request_t* r, const ngx_http_admit_answer_t* answer) {
  if (answer->status == 0 || is_audit(r)) return NGX_DECLINED;
  leave_body(r);
  ngx_buf_t* buffer = answer->body.len == 0 ? NULL : ngx_calloc_buf(r->pool);
  if (buffer == NULL) return NGX_HTTP_SERVICE_UNAVAILABLE;
  ngx_http_finalize_request(r, send_body(r, answer, buffer));
  return NGX_DONE;
}
