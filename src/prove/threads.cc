// Threads: one step of all patterns at a time.
#include "prove/threads.h"

namespace admit::prove {

const rules::Pattern& Threads::path_of(const Thread& thread) const {
  const rules::DeclaredRule& rule = *(*rules_)[thread.rule].rule;
  switch (thread.kind) {
    case ThreadKind::scope:
      return rule.scope();
    case ThreadKind::condition:
      return rule.conditions()[thread.condition].rest;
    case ThreadKind::member:
    case ThreadKind::given:
      break;
  }
  return rule.member();
}

bool Threads::is_at_end(const Thread& thread) const {
  return thread.at == path_of(thread).size();
}

std::set<std::string> Threads::names() const {
  std::set<std::string> names;
  for (const Thread& thread : threads_) {
    if (is_at_end(thread)) continue;
    const rules::PatternToken& token = path_of(thread)[thread.at];
    if (!token.every) names.insert(token.name);
  }
  return names;
}

Threads Threads::at_member(const std::string* name) const {
  Threads next(*rules_);
  for (Thread thread : threads_) {
    if (is_at_end(thread)) continue;
    const rules::PatternToken& token = path_of(thread)[thread.at];
    if (!token.every && (name == nullptr || token.name != *name)) continue;
    ++thread.at;
    next.add(thread);
  }
  return next;
}

}  // namespace admit::prove
