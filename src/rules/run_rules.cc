// Rules x Document -> observations.
#include "rules/run_rules.h"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>

namespace admit::rules {
namespace {

using input::Anchor;
using input::Observation;
using input::Quoted;

// Describes one observation, or nothing where it is not kept.
class NotedFinding : public Finding {
 public:
  void describe(Observation* seen) noexcept { seen_ = seen; }

  Finding& because(Node cause) override {
    if (seen_ != nullptr) seen_->because = cause.id();
    return *this;
  }
  Finding& related(Node place, std::string words) override {
    if (seen_ != nullptr && place.exists()) {
      seen_->related.push_back({place.id(), Anchor::value, std::move(words)});
    }
    return *this;
  }
  Finding& param(std::string name, ParamValue value) override {
    return add({{std::move(name), std::move(value)}, Quoted::nothing});
  }
  Finding& quoted_param(std::string name, std::string_view text) override {
    return add({{std::move(name), std::string(text)}, Quoted::value});
  }
  Finding& message(std::string wording) override {
    if (seen_ != nullptr) seen_->wording = std::move(wording);
    return *this;
  }
  Finding& hint(std::string wording) override {
    if (seen_ != nullptr) seen_->hint = std::move(wording);
    return *this;
  }
  Finding& quoting(std::string problem, std::string repair) override {
    if (seen_ == nullptr) return *this;
    seen_->wording = "{place}: " + without_placeholders(problem);
    seen_->hint = without_placeholders(repair);
    seen_->quotes_request = true;
    return *this;
  }
  Finding& within(std::size_t offset, std::size_t length) override {
    if (seen_ == nullptr) return *this;
    seen_->part_offset = offset;
    seen_->part_length = length;
    seen_->has_part = true;
    return *this;
  }

 private:
  Finding& add(input::NotedParam param) {
    if (seen_ != nullptr) seen_->params.push_back(std::move(param));
    return *this;
  }

  static std::string without_placeholders(std::string_view text) {
    std::string escaped;
    for (const char c : text) escaped.append(c == '{' ? 2 : 1, c);
    return escaped;
  }

  Observation* seen_ = nullptr;
};

// What one rule reports goes into the log, at the severity of its code.
class RuleFindings : public Findings {
 public:
  RuleFindings(const ActiveRule& active, const RuleRun& run) : active_(active), run_(run) {}

  Finding& at(std::string_view code, Node value) override {
    const RuleCode* reported = reportable(code, value);
    const bool null = value.kind() == Node::Kind::null;
    if (reported != nullptr && null) run_.claims.claim_null(value.id(), reported->severity);
    return described(keep(reported, value, Anchor::value));
  }
  Finding& at_name(std::string_view code, Node value) override {
    return described(keep(reportable(code, value), value, Anchor::name));
  }
  Finding& missing(std::string_view code, Node object, std::string_view member) override {
    const RuleCode* reported = reportable(code, object);
    if (reported != nullptr) {
      run_.claims.claim_missing(object.id(), member, reported->severity);
    }
    Observation* seen = keep(reported, object, Anchor::opening);
    if (seen != nullptr) {
      seen->member = member;
      seen->is_missing = true;
      seen->params.push_back({{"member", std::string(member)}, Quoted::nothing});
    }
    return described(seen);
  }

 private:
  Finding& described(Observation* seen) {
    finding_.describe(seen);
    return finding_;
  }

  // The code, where it is to be reported and the value is one that rules may speak about.
  const RuleCode* reportable(std::string_view id, Node value) const {
    const auto code = std::ranges::find(active_.codes, id, &RuleCode::id);
    if (code == active_.codes.end()) {
      throw std::logic_error("a rule reports the code `" + std::string(id) +
                             "`, which it does not declare");
    }
    const bool silent = code->severity == Severity::ignore || !value.exists();
    return silent || run_.view.is_refused(value.id()) ? nullptr : &*code;
  }

  Observation* keep(const RuleCode* code, Node value, Anchor anchor) {
    Observation* seen = code == nullptr ? nullptr : run_.log.add(code->severity);
    if (seen == nullptr) return nullptr;
    seen->code = code->index;
    seen->at = value.id();
    seen->anchor = anchor;
    return seen;
  }

  const ActiveRule& active_;
  const RuleRun& run_;
  NotedFinding finding_;
};

}  // namespace

void run_rule(const ActiveRule& active, Node request, const RuleRun& run) {
  RuleFindings findings(active, run);
  active.rule->check(request, findings);
}

}  // namespace admit::rules
