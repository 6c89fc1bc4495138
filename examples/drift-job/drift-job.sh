#!/bin/sh
# A repository with pages and SDK, a commit that changes the pages, and what a CI job says of it. Ends as the job would: with 1.
set -eu
here=$(cd "$(dirname "$0")" && pwd)

# In a project of your own: npx docwright
docwright() { node "$here/../../dist/generator/cli/main.js" "$@"; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# Day one: the pages, and the SDK that was made from them.
git init --quiet
git config user.name 'Drift job'
git config user.email 'drift-job@example.com'
cp -R "$here/pages" specs
echo .docwright-cache/ > .gitignore
docwright generate --quiet
git add .
git commit --quiet --message 'Add the pages and the SDK'

# Day two: somebody changes the pages and forgets the SDK.
git apply "$here/change.patch"
git commit --quiet --all --message 'Ask for the number of cups'

# The job.
check=0
diff=0
echo '--- Is the SDK what the pages say?'
docwright check || check=$?
echo '--- Whom does the change break?'
docwright diff HEAD~1 --format text --format junit:drift.xml || diff=$?
echo "--- check ended with $check, diff with $diff"
test "$check" = 0 && test "$diff" = 0
