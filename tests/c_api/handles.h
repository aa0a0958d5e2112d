// Owners for the objects of the C interface, and short ways to call it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "admit/c_api.h"

namespace admit::test {

template <auto destroy>
struct Destroy {
  template <class T>
  void operator()(T* object) const {
    destroy(object);
  }
};

using COptions = std::unique_ptr<admit_options, Destroy<admit_options_destroy>>;
using CScratch = std::unique_ptr<admit_scratch, Destroy<admit_scratch_destroy>>;
using CReport = std::unique_ptr<admit_report, Destroy<admit_report_destroy>>;
using CError = std::unique_ptr<admit_error, Destroy<admit_error_destroy>>;
using CText = std::unique_ptr<admit_text, Destroy<admit_text_destroy>>;
using CEngine = std::unique_ptr<const admit_engine, Destroy<admit_engine_release>>;

inline std::string str(admit_string text) {
  return {text.data, text.size};
}

/// A request that CreateService accepts without a word of error.
inline constexpr std::string_view kAcceptedBody =
    R"({"sourceType": "VIP", "serviceConfigs": [{"name": "a", "addresses": ["10.0.0.7:8080"]}]})";

/// A struct of the interface with its size set.
template <class T>
T sized() {
  T out{};
  out.size = sizeof(T);
  return out;
}

/// What a build came to: an engine or an error.
struct Built {
  admit_status status = ADMIT_OK;
  CEngine engine;
  CError error;
};

inline Built build_create_service(const admit_options* options = nullptr) {
  admit_engine* engine = nullptr;
  admit_error* error = nullptr;
  const admit_status status = admit_engine_create_service(options, &engine, &error);
  return {status, CEngine(engine), CError(error)};
}

inline Built build_own(std::string_view schema, const admit_options* options = nullptr) {
  admit_engine* engine = nullptr;
  admit_error* error = nullptr;
  const admit_status status =
      admit_engine_build(schema.data(), schema.size(), options, &engine, &error);
  return {status, CEngine(engine), CError(error)};
}

inline admit_status set(const COptions& options, std::string_view name, std::string_view value,
                        CError* error = nullptr) {
  admit_error* told = nullptr;
  const admit_status status =
      admit_options_set(options.get(), name.data(), name.size(), value.data(), value.size(), &told);
  CError owned(told);
  if (error != nullptr) *error = std::move(owned);
  return status;
}

inline CReport check(const CEngine& engine, const CScratch& scratch, std::string_view body) {
  admit_report* report = nullptr;
  admit_engine_check(engine.get(), scratch.get(), body.data(), body.size(), &report);
  return CReport(report);
}

inline std::string render(const CReport& report, std::string_view format,
                          const admit_render_input* input = nullptr) {
  admit_text* text = nullptr;
  admit_report_render(report.get(), format.data(), format.size(), input, &text);
  const CText owned(text);
  return str(admit_text_view(text));
}

}  // namespace admit::test
