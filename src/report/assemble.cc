// Observations -> Report: located in the source, merged, put in order, capped and redacted.
#include "report/assemble.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "input/input_wording.h"
#include "input/place_finder.h"
#include "input/secrets.h"
#include "input/yaml_part.h"
#include "report/redact.h"
#include "text/lines.h"
#include "text/placeholders.h"

namespace admit::report {
namespace {

using input::Anchor;
using input::Observation;
using input::Place;
using input::PlaceFinder;
using input::Quoted;
using text::Span;

// An observation with its place.
struct Located {
  Observation* seen = nullptr;
  const Place* place = nullptr;  ///< null where only bytes are known
  std::string pointer;
  Span range;
};

// Where the value, the name or the bracket of a place stands.
Span anchored(const Place& place, Anchor anchor) {
  if (anchor == Anchor::name && place.name.size() > 0) return place.name;
  if (anchor == Anchor::opening) return {place.value.begin, place.value.begin + 1};
  return place.value;
}

Secrecy secrecy_of(const Place* place) {
  if (place == nullptr || !place->is_secret) return Secrecy::none;
  return place->is_inside_secret ? Secrecy::inside : Secrecy::value;
}

// The part of a string token that a rule points at.
Span narrowed(const Observation& seen, Span token, const Source& source) {
  if (!seen.has_part) return token;
  const std::string_view text = token.of(source.text);
  const std::size_t part_end = seen.part_offset + seen.part_length;
  if (source.syntax == Syntax::yaml) {
    const auto& value = *static_cast<const input::Value*>(seen.at);
    const Span part = input::yaml_part(text, input::text_of(value), {seen.part_offset, part_end});
    return {token.begin + part.begin, token.begin + part.end};
  }
  if (!text.starts_with('"')) return token;
  return {token.begin + input::source_offset(text, seen.part_offset),
          token.begin + input::source_offset(text, part_end)};
}

class Assembler {
 public:
  Assembler(const Subject& subject, input::ScanMemory& memory)
      : subject_(subject), memory_(memory), lines_(subject.source.text) {}

  Report run(Observed observed) {
    find_places(observed.seen);
    std::vector<Located> located;
    for (Observation& seen : observed.seen) located.push_back(locate(seen));
    sort(located);
    drop_repeated(located, observed.counts);
    drop_overshadowed(located, observed.counts);
    cap(located);
    std::vector<Violation> violations;
    violations.reserve(located.size());
    for (const Located& one : located) violations.push_back(describe(one));
    return {std::move(violations), observed.counts};
  }

 private:
  void find_places(const std::vector<Observation>& all) {
    // All that is said of a body that is too large is that it is, of its first byte.
    if (subject_.source.text.size() > subject_.limits.max_body_bytes) return;
    for (const Observation& seen : all) want(seen);
    const auto is_secret = [&](std::string_view name) { return subject_.secrets.matches(name); };
    if (subject_.document != nullptr) return finder_.search(*subject_.document, is_secret);
    finder_.hide(input::find_secrets(subject_.source, subject_.secrets));
    const input::ScanLimits limits{subject_.limits.max_depth, subject_.limits.max_array_items};
    finder_.search(subject_.source, limits, memory_, is_secret);
  }

  void want(const Observation& seen) {
    if (seen.at == nullptr) finder_.want_offset(seen.bytes.begin);
    for (const void* value : {seen.at, seen.because}) {
      if (value != nullptr) finder_.want(value);
    }
    for (const input::RelatedPlace& related : seen.related) finder_.want(related.at);
    for (const Observation& inner : seen.inner) want(inner);
  }

  Located locate(Observation& seen) const {
    Located located{&seen, nullptr, {}, seen.bytes};
    if (seen.at == nullptr) {
      located.pointer = subject_.document != nullptr
                            ? finder_.find_offset(seen.bytes.begin)
                            : finder_.open_path(seen.anchor == Anchor::opening);
      return located;
    }
    located.place = finder_.find(seen.at);
    located.pointer = located.place->pointer;
    located.range = narrowed(seen, anchored(*located.place, seen.anchor), subject_.source);
    return located;
  }

  [[nodiscard]] const std::string& id_of(const Located& one) const {
    return subject_.codes[one.seen->code].info.id;
  }

  void sort(std::vector<Located>& located) const {
    const auto key = [this](const Located& one) {
      const std::string_view id = id_of(one);
      const std::string_view member = one.seen->member;
      return std::make_tuple(one.range.begin, id, member);
    };
    std::ranges::stable_sort(located, {}, key);
  }

  static std::size_t& count_of(Severity severity, Report::Counts& counts) {
    if (severity == Severity::error) return counts.errors;
    return severity == Severity::warning ? counts.warnings : counts.infos;
  }

  // How a scalar may be read otherwise is of no interest where something else is wrong with it.
  static void drop_overshadowed(std::vector<Located>& located, Report::Counts& counts) {
    const auto is_ambiguous = [](const Located& one) {
      return one.seen->code == static_cast<std::size_t>(Code::yaml_ambiguous_scalar);
    };
    std::unordered_set<std::size_t> places;
    for (const Located& one : located) {
      if (!is_ambiguous(one)) places.insert(one.range.begin);
    }
    std::erase_if(located, [&](const Located& one) {
      const bool is_dropped = is_ambiguous(one) && places.contains(one.range.begin);
      if (is_dropped) --count_of(one.seen->severity, counts);
      return is_dropped;
    });
  }

  // The same (pointer, code, member) is said once.
  void drop_repeated(std::vector<Located>& located, Report::Counts& counts) const {
    const auto same = [](const Located& a, const Located& b) {
      return a.seen->code == b.seen->code && a.pointer == b.pointer && a.range == b.range &&
             member_of(a) == member_of(b);
    };
    std::vector<Located> kept;
    for (Located& one : located) {
      if (kept.empty() || !same(kept.back(), one)) {
        kept.push_back(std::move(one));
      } else {
        --count_of(one.seen->severity, counts);
      }
    }
    located = std::move(kept);
  }

  static std::string_view member_of(const Located& one) { return one.seen->member; }

  // Keeps as many as a report holds: errors first, then warnings; the order stays.
  void cap(std::vector<Located>& located) const {
    std::size_t room = subject_.limits.max_violations;
    if (located.size() <= room) return;
    std::vector<bool> keep(located.size(), false);
    for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
      for (std::size_t i = 0; i < located.size() && room > 0; ++i) {
        if (located[i].seen->severity != severity) continue;
        keep[i] = true;
        --room;
      }
    }
    std::size_t i = 0;
    std::erase_if(located, [&](const Located&) { return !keep[i++]; });
  }

  // Counted from the start of the stream.
  [[nodiscard]] Position position_of(std::size_t offset) const {
    Position position = lines_.position(offset);
    position.offset += subject_.source.offset;
    position.line += subject_.source.line - 1;
    return position;
  }

  [[nodiscard]] Range range_of(Span span) const {
    return {position_of(span.begin), position_of(span.end)};
  }

  Violation describe(const Located& one) {
    Observation& seen = *one.seen;
    const EngineCode& code = subject_.codes[seen.code];
    Violation violation;
    violation.code = code.info.id;
    violation.severity = seen.severity;
    violation.pointer = one.pointer;
    violation.range = range_of(one.range);
    violation.schema = std::move(seen.schema);
    violation.source = code.info.source;
    if (const Place* cause = finder_.find(seen.because)) violation.because = cause->pointer;
    describe_related(one, violation);
    const Secrecy secrecy = secrecy_of(one.place);
    if (one.place != nullptr && seen.anchor == Anchor::value) {
      violation.value =
          excerpt(*static_cast<const input::Value*>(seen.at),
                  one.place->value.of(subject_.source.text), secrecy != Secrecy::none);
    }
    std::vector<Observation> inner = std::move(seen.inner);
    seen.inner.clear();
    const std::size_t inner_count = seen.inner_count;
    fill_words(seen, code.info.title, secrecy, violation);
    if (!inner.empty()) describe_inner(inner, inner_count, violation);
    return violation;
  }

  // What the closest alternative misses: its first fault in the message, each at its place.
  void describe_inner(std::vector<Observation>& inner, std::size_t count, Violation& violation) {
    std::vector<Located> located;
    located.reserve(inner.size());
    for (Observation& seen : inner) located.push_back(locate(seen));
    sort(located);
    for (const Located& one : located) {
      Violation fault = describe(one);
      std::string message = fault.message();
      if (&one == &located.front()) {
        violation.wording += ": " + text::escape_placeholders(message);
        if (count > 1) violation.wording += " (and " + std::to_string(count - 1) + " more)";
        if (count == 1 && violation.hint.empty()) violation.hint = std::move(fault.hint);
      }
      // A fault of the very same value has been told by the message.
      if (count == 1 && fault.pointer == violation.pointer && one.seen->anchor == Anchor::value) {
        continue;
      }
      violation.related.push_back({std::move(fault.pointer), fault.range, std::move(message)});
    }
  }

  void describe_related(const Located& one, Violation& violation) {
    for (const input::RelatedPlace& related : one.seen->related) {
      const Place* place = finder_.find(related.at);
      if (place == nullptr) continue;
      violation.related.push_back(
          {place->pointer, range_of(anchored(*place, related.anchor)), related.words});
    }
    if (one.seen->first_bytes.size() > 0) {
      const char* words = subject_.document != nullptr ? "the first one" : "opened here";
      violation.related.push_back({one.pointer, range_of(one.seen->first_bytes), words});
    }
  }

  const Subject& subject_;
  input::ScanMemory& memory_;
  PlaceFinder finder_;
  text::LineIndex lines_;
};

// Faults inside a value are told at the value, others at what is open around them.
bool is_about_container(input::ScanFault fault) {
  using input::ScanFault;
  switch (fault) {
    case ScanFault::trailing_comma:
    case ScanFault::missing_comma:
    case ScanFault::mismatched_bracket:
    case ScanFault::expected_name:
    case ScanFault::unclosed:
    case ScanFault::too_many_items:
      return true;
    default:
      return false;
  }
}

void add_limit(const input::ScanError& error, const Limits& limits, Observation& seen) {
  const std::size_t limit = input::fault_limit(error.fault, limits);
  if (limit > 0) seen.params.push_back({{"limit", std::uint64_t{limit}}, Quoted::nothing});
}

Observation describe_fault(const input::ScanError& error, const Subject& subject) {
  const input::ScanFaultRow& row = input::scan_fault_row(error.fault);
  Observation seen;
  seen.code = static_cast<std::size_t>(row.code);
  seen.bytes = error.span;
  if (error.has_opened) seen.first_bytes = {error.opened, error.opened + 1};
  seen.anchor = is_about_container(error.fault) ? Anchor::opening : Anchor::value;
  seen.wording =
      text::escape_placeholders(input::fault_wording(error, subject.source.text, subject.limits));
  seen.hint = row.hint;
  add_limit(error, subject.limits, seen);
  return seen;
}

Observation describe_duplicate(const input::DuplicateName& name) {
  Observation seen;
  seen.code = static_cast<std::size_t>(Code::input_duplicate_key);
  seen.bytes = name.later;
  seen.first_bytes = name.first;
  seen.wording = "{place} stands twice in one object; readers differ on which one counts";
  seen.hint = "delete one of them";
  return seen;
}

Observation describe_ambiguous(const input::AmbiguousScalar& scalar, Severity severity) {
  Observation seen;
  seen.code = static_cast<std::size_t>(Code::yaml_ambiguous_scalar);
  seen.severity = severity;
  seen.bytes = scalar.span;
  seen.wording = "{place} is " + std::string(input::words_for(scalar.other)) +
                 " to readers of YAML 1.1, and something else to those of YAML 1.2";
  seen.hint = "put it in quotes, or write it in a way that all of them read alike";
  return seen;
}

// What is only found in YAML.
void note_yaml(const input::ReadOutcome& outcome, const Subject& subject, Observed& observed) {
  for (const input::ScanError& finding : outcome.findings) {
    observed.seen.push_back(describe_fault(finding, subject));
  }
  observed.counts.errors += outcome.finding_count;
  const EngineCode& code = subject.codes[static_cast<std::size_t>(Code::yaml_ambiguous_scalar)];
  if (code.severity == Severity::ignore || code.severity < subject.report_from) return;
  for (const input::AmbiguousScalar& scalar : outcome.ambiguous) {
    observed.seen.push_back(describe_ambiguous(scalar, code.severity));
    ++(code.severity == Severity::error     ? observed.counts.errors
       : code.severity == Severity::warning ? observed.counts.warnings
                                            : observed.counts.infos);
  }
}

}  // namespace

void Observed::add(input::ObservationLog& log) {
  counts.errors += log.count(Severity::error);
  counts.warnings += log.count(Severity::warning);
  counts.infos += log.count(Severity::info);
  std::ranges::move(log.kept(), std::back_inserter(seen));
}

void note_input(const input::ReadOutcome& outcome, const Subject& subject, Observed& observed) {
  if (outcome.error) {
    observed.seen.push_back(describe_fault(*outcome.error, subject));
    ++observed.counts.errors;
    return;
  }
  for (const input::DuplicateName& name : outcome.duplicates) {
    observed.seen.push_back(describe_duplicate(name));
  }
  observed.counts.errors += outcome.duplicate_count;
  note_yaml(outcome, subject, observed);
}

Report assemble(const Subject& subject, Observed observed, input::ScanMemory& memory) {
  if (observed.seen.empty()) return {{}, observed.counts};
  return Assembler(subject, memory).run(std::move(observed));
}

}  // namespace admit::report
