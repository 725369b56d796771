set(FILES github_test.cpp gitlab_test.cpp pre_commit_test.cpp shell.cpp)
