// Listener: who hears of everything that a run of the linter comes across, in order.
#pragma once

#include "admit/source.h"
#include "lint/file_source.h"
#include "report/run.h"

namespace admit::lint {

class Listener {
 public:
  Listener() = default;
  virtual ~Listener() = default;
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  /// A document has been checked; `source` is valid during the call. False ends the run:
  /// there is no use in going on, because nobody can hear of it.
  virtual bool on_document(report::CheckedDocument document, const Source& source) = 0;

  /// Something could not be looked at; the run goes on.
  virtual void on_unreadable(const Unreadable& what) = 0;
};

}  // namespace admit::lint
