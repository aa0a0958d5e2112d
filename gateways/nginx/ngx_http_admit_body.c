/* Buffers and temporary file of a request that has been read -> one stretch of bytes. A body that
 * lies in one buffer is not copied. */
#include "ngx_http_admit.h"

/* Reads the stretch of the temporary file that `buffer` stands for. The file object is a copy:
 * reading moves its offset, which belongs to nginx. */
static ngx_int_t read_from_file(ngx_http_request_t* r, const ngx_buf_t* buffer, u_char* target) {
  ngx_file_t file = *buffer->file;
  file.log = r->connection->log;
  off_t pos = buffer->file_pos;
  while (pos < buffer->file_last) {
    ssize_t n = ngx_read_file(&file, target, (size_t)(buffer->file_last - pos), pos);
    if (n <= 0) return NGX_ERROR;
    target += n;
    pos += n;
  }
  return NGX_OK;
}

/* The size of all buffers; how many there are that hold something, and the last one of them. */
static off_t measure(const ngx_chain_t* chain, ngx_uint_t* count, ngx_buf_t** last) {
  off_t size = 0;
  *count = 0;
  *last = NULL;
  for (; chain != NULL; chain = chain->next) {
    if (ngx_buf_size(chain->buf) <= 0) continue;
    size += ngx_buf_size(chain->buf);
    ++*count;
    *last = chain->buf;
  }
  return size;
}

static ngx_int_t copy(ngx_http_request_t* r, const ngx_chain_t* chain, u_char* target) {
  for (; chain != NULL; chain = chain->next) {
    const ngx_buf_t* buffer = chain->buf;
    off_t size = ngx_buf_size(buffer);
    if (size <= 0) continue;
    if (ngx_buf_in_memory(buffer)) {
      ngx_memcpy(target, buffer->pos, (size_t)size);
    } else if (read_from_file(r, buffer, target) != NGX_OK) {
      return NGX_ERROR;
    }
    target += size;
  }
  return NGX_OK;
}

ngx_int_t ngx_http_admit_body_collect(ngx_http_request_t* r, size_t max_body,
                                      ngx_http_admit_body_t* body) {
  ngx_uint_t count;
  ngx_buf_t* last;
  body->data = (u_char*)"";
  body->size = 0;
  body->copy = NULL;
  /* Thrown away, or still on its way to an upstream that a redirect has left. */
  if (r->request_body == NULL || r->reading_body) return NGX_ERROR;
  const ngx_chain_t* chain = r->request_body->bufs;
  off_t size = measure(chain, &count, &last);
  if (size > (off_t)max_body) return NGX_DECLINED;
  /* A part of it is gone, to an upstream that a redirect has left. */
  if (r->headers_in.content_length_n >= 0 && r->headers_in.content_length_n != size) {
    return NGX_ERROR;
  }
  if (size == 0) return NGX_OK;
  body->size = (size_t)size;
  if (count == 1 && ngx_buf_in_memory(last)) {
    body->data = last->pos;
    return NGX_OK;
  }
  body->copy = ngx_palloc(r->pool, body->size);
  body->data = body->copy;
  return body->copy == NULL ? NGX_ERROR : copy(r, chain, body->copy);
}

void ngx_http_admit_body_free(ngx_http_request_t* r, ngx_http_admit_body_t* body) {
  if (body->copy != NULL) (void)ngx_pfree(r->pool, body->copy);
  body->copy = NULL;
}
