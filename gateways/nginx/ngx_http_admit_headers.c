/* Header fields -> may the body be read as JSON. Everything that an upstream could read in another
 * way is refused: a second Content-Type, malformed parameters, a character set beside UTF-8. */
#include "ngx_http_admit.h"

typedef struct {
  u_char* pos;
  u_char* end;
} text_t;

/* Is it the header `name`, in lower case? `_` counts as `-`: with `underscores_in_headers` nginx
 * passes such names on, and an upstream may read them as one. */
static ngx_int_t is_header(const ngx_table_elt_t* header, const char* name, size_t size) {
  if (header->hash == 0 || header->key.len != size) return 0;
  for (size_t i = 0; i < size; ++i) {
    u_char byte = header->key.data[i];
    if (ngx_tolower(byte) != (u_char)name[i] && (byte != '_' || name[i] != '-')) return 0;
  }
  return 1;
}

static ngx_int_t is_word(const u_char* data, size_t size, const char* word) {
  return size == ngx_strlen(word) && ngx_strncasecmp((u_char*)data, (u_char*)word, size) == 0;
}

/* `tchar` of RFC 9110. */
static ngx_int_t is_token_byte(u_char byte) {
  return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
         (byte >= 'A' && byte <= 'Z') || (byte != 0 && ngx_strchr("!#$%&'*+-.^_`|~", byte) != NULL);
}

static void skip_blanks(text_t* text) {
  while (text->pos != text->end && (*text->pos == ' ' || *text->pos == '\t')) ++text->pos;
}

static ngx_int_t skip(text_t* text, u_char byte) {
  if (text->pos == text->end || *text->pos != byte) return 0;
  ++text->pos;
  return 1;
}

/* The size of the token that starts here. */
static size_t take_token(text_t* text) {
  u_char* start = text->pos;
  while (text->pos != text->end && is_token_byte(*text->pos)) ++text->pos;
  return text->pos - start;
}

static ngx_int_t is_control(u_char byte) {
  return (byte < 0x20 && byte != '\t') || byte == 0x7f;
}

/* After the opening quote: takes the rest of a quoted string, whose text is compared with `word`.
 * NGX_OK: it is that word, NGX_DECLINED: another one, NGX_ERROR: malformed. */
static ngx_int_t take_quoted(text_t* text, const char* word) {
  size_t matched = 0;
  ngx_int_t is_same = 1;
  for (; text->pos != text->end && *text->pos != '"'; ++text->pos) {
    if (*text->pos == '\\' && ++text->pos == text->end) return NGX_ERROR;
    if (is_control(*text->pos)) return NGX_ERROR;
    is_same = is_same && word[matched] != '\0' && ngx_tolower(*text->pos) == (u_char)word[matched];
    if (is_same) ++matched;
  }
  if (!skip(text, '"')) return NGX_ERROR;
  return is_same && word[matched] == '\0' ? NGX_OK : NGX_DECLINED;
}

/* Takes the value of a parameter; results as above. */
static ngx_int_t take_value(text_t* text, const char* word) {
  if (skip(text, '"')) return take_quoted(text, word);
  u_char* start = text->pos;
  size_t size = take_token(text);
  if (size == 0) return NGX_ERROR;
  return is_word(start, size, word) ? NGX_OK : NGX_DECLINED;
}

/* `application/json` with well-formed parameters, each `charset` among them UTF-8. */
static ngx_int_t is_json_in_utf8(const ngx_str_t* value) {
  static const ngx_str_t type = ngx_string("application/json");
  text_t text = {value->data, value->data + value->len};
  skip_blanks(&text);
  if ((size_t)(text.end - text.pos) < type.len) return 0;
  if (ngx_strncasecmp(text.pos, type.data, type.len) != 0) return 0;
  text.pos += type.len;
  for (skip_blanks(&text); text.pos != text.end; skip_blanks(&text)) {
    if (!skip(&text, ';')) return 0;
    skip_blanks(&text);
    u_char* name = text.pos;
    size_t size = take_token(&text);
    if (size == 0) continue; /* an empty parameter, as in `application/json;` */
    if (!skip(&text, '=')) return 0;
    ngx_int_t is_charset = is_word(name, size, "charset");
    ngx_int_t rc = take_value(&text, "utf-8");
    if (rc == NGX_ERROR || (is_charset && rc != NGX_OK)) return 0;
  }
  return 1;
}

/* What the fields of the request say. */
typedef struct {
  ngx_uint_t types; /* how many Content-Type there are */
  const ngx_str_t* type;
  ngx_int_t is_encoded;
} fields_t;

static fields_t read_fields(ngx_http_request_t* r) {
  static const char type[] = "content-type";
  static const char encoding[] = "content-encoding";
  fields_t fields = {0, NULL, 0};
  for (ngx_list_part_t* part = &r->headers_in.headers.part; part != NULL; part = part->next) {
    ngx_table_elt_t* headers = part->elts;
    for (ngx_uint_t i = 0; i < part->nelts; ++i) {
      ngx_str_t* value = &headers[i].value;
      if (is_header(&headers[i], type, sizeof(type) - 1)) {
        ++fields.types;
        fields.type = value;
      } else if (is_header(&headers[i], encoding, sizeof(encoding) - 1)) {
        fields.is_encoded |= !is_word(value->data, value->len, "identity");
      }
    }
  }
  return fields;
}

int32_t ngx_http_admit_headers_refusal(ngx_http_request_t* r, size_t max_body) {
  fields_t fields = read_fields(r);
  if (fields.types != 1 || !is_json_in_utf8(fields.type)) return ADMIT_REFUSAL_MEDIA_TYPE;
  if (fields.is_encoded) return ADMIT_REFUSAL_CONTENT_ENCODING;
  if (r->headers_in.content_length_n > (off_t)max_body) return ADMIT_REFUSAL_TOO_LARGE;
  return -1;
}
