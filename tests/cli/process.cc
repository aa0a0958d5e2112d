// Arguments -> the outcome of a process. Its streams are files, so that no pipe can fill up.
#include "cli/process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "lint/temporary_folder.h"

namespace admit::test {
namespace {

std::string content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<char*> pointers_to(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

class FileActions {
 public:
  FileActions() { posix_spawn_file_actions_init(&actions_); }
  ~FileActions() { posix_spawn_file_actions_destroy(&actions_); }
  FileActions(const FileActions&) = delete;
  FileActions& operator=(const FileActions&) = delete;

  void open(int descriptor, const std::string& path, int flags) {
    posix_spawn_file_actions_addopen(&actions_, descriptor, path.c_str(), flags, 0600);
  }
  void duplicate(int from, int to) { posix_spawn_file_actions_adddup2(&actions_, from, to); }
  [[nodiscard]] const posix_spawn_file_actions_t* get() const noexcept { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_;
};

// The writing end of a pipe without a reader.
class OrphanedPipe {
 public:
  OrphanedPipe() {
    if (::pipe2(ends_, O_CLOEXEC) != 0) throw std::runtime_error("pipe2 failed");
    ::close(ends_[0]);
  }
  ~OrphanedPipe() { ::close(ends_[1]); }
  OrphanedPipe(const OrphanedPipe&) = delete;
  OrphanedPipe& operator=(const OrphanedPipe&) = delete;
  [[nodiscard]] int writing_end() const noexcept { return ends_[1]; }

 private:
  int ends_[2] = {};
};

int wait_for(pid_t process) {
  int status = 0;
  if (::waitpid(process, &status, 0) != process) throw std::runtime_error("waitpid failed");
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

Outcome run_tool(const std::vector<std::string>& arguments, const Setting& setting) {
  const TemporaryFolder folder;
  const OrphanedPipe orphan;
  const std::string out_path = setting.out_path.empty() ? folder / "out" : setting.out_path;
  FileActions actions;
  actions.open(STDIN_FILENO, folder.write("in", setting.input), O_RDONLY);
  actions.open(STDOUT_FILENO, out_path, O_WRONLY | O_CREAT);
  actions.open(STDERR_FILENO, folder / "errors", O_WRONLY | O_CREAT);
  if (setting.has_no_reader) actions.duplicate(orphan.writing_end(), STDOUT_FILENO);

  std::vector<std::string> words = {ADMIT_TOOL};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<std::string> environment = setting.environment;
  pid_t process = 0;
  const int error = posix_spawn(&process, ADMIT_TOOL, actions.get(), nullptr,
                                pointers_to(words).data(), pointers_to(environment).data());
  if (error != 0) throw std::runtime_error("cannot start " ADMIT_TOOL);

  Outcome outcome{.code = wait_for(process)};
  outcome.out = setting.out_path.empty() ? content_of(out_path) : std::string();
  outcome.errors = content_of(folder / "errors");
  return outcome;
}

}  // namespace admit::test
