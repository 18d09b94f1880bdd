#!/bin/sh
# What `make demo` runs: reads the example pages into a new archive and shows what was found. BIN is the folder of `dateline`.
set -eu

here=$(dirname "$0")
bin=${BIN:-.venv/bin}
archive=demo-archive
marker=$archive/.made-by-demo

say() { printf '\n\033[1m%s\033[0m\n' "$1"; }
[ -t 1 ] || say() { printf '\n%s\n' "$1"; }

# Runs dateline on the demo's archive, and shows the command as one would type it.
run() {
    printf '$ dateline'
    for word in "$@"; do
        case $word in *[!A-Za-z0-9_./:=-]*) printf " '%s'" "$word" ;; *) printf ' %s' "$word" ;; esac
    done
    printf '\n'
    DATELINE_ARCHIVE=$archive "$bin/dateline" "$@"
}

if [ -e "$archive" ]; then
    if [ ! -e "$marker" ]; then
        echo "demo: $archive is there already and was not made by the demo; move it away first" >&2
        exit 1
    fi
    rm -r "$archive"
fi

say "Twelve pages of invented outlets go into a new archive: $archive"
trap '[ ! -d "$archive" ] || : > "$marker"' EXIT  # also when it is broken off: then the next run may clear it away
run add "$here/pages" --profiles "$here/outlets"

say "What is in it"
run list

say "Found again: by the beginning of a word, by a phrase and a date, in another script"
run search 'ferr*'
run search '"flood gates"' --to 2024-03-14
run search لایروبی

say "One record: text copied from a page, with a time that names no zone, and no headline"
run read "$here/pages/ferry-concession.txt"

say "The same page with the outlet named: its profile knows the zone. And why the record says so"
run read "$here/pages/ferry-concession.txt" --outlet strait-observer --profiles "$here/outlets" --explain | sed -n '/^evidence/,/^$/p'

say "What falls due in 2025 and 2026: who says so, by which day, in which words"
run statements --due-from 2025-01-01 --due-to 2026-12-31 --kind plan --kind demand --kind forecast --kind deadline --as-of 2024-03-20

say "Try next"
cat <<EOF
  $bin/dateline read examples/pages/library-hours.html --explain
  $bin/dateline read examples/pages/flood-gates.html --json
  DATELINE_ARCHIVE=$archive $bin/dateline show a4fc3effc8
  $bin/dateline --help
  $bin/dateline add your-own-pages/ && $bin/dateline search some words

The archive of this demo is the folder $archive: name it with --archive, or set DATELINE_ARCHIVE=$archive.
The next \`make demo\` clears it away and makes it anew.
EOF

say "Open the reading room on these pages, at http://127.0.0.1:8000/"
echo "  $bin/dateline serve --archive $archive --profiles $here/outlets"
