# Shared by deploy/up --service, deploy/upgrade and what they run as root: where everything is, and how it is asked. Sourced after lib.sh.
# INTERSTATE_PREFIX=FOLDER puts all of it under a folder, as whoever runs it: the tests say it, and bring a systemctl.
prefix=${INTERSTATE_PREFIX:-}
opt=$prefix/opt/interstate
releases=$opt/releases
current=$opt/current
written=$opt/written
settings=$prefix/etc/interstate
configuration=$settings/interstate.toml
home=$prefix/var/lib/interstate
data=$home/data
backups=$prefix/var/backups/interstate
units=$prefix/etc/systemd/system
trial=$prefix/run/systemd/system/interstate.service.d/trial.conf
proxy_settings=$prefix/etc/caddy
command_name=$prefix/usr/local/bin/interstate
user=interstate
[ -z "$prefix" ] || user=$(id -un)

# A command that nobody expected to fail names itself, as every step does.
set -E
trap 'fail "Not expected to fail: $BASH_COMMAND (${BASH_SOURCE[0]##*/}, line $LINENO). Run this again; report it if it stays."' ERR

# Whatever touches releases, data or units holds this; a second one says so and ends.
take_the_lock() {
  mkdir -p "$opt"
  exec 8>"$opt/lock"
  flock -n 8 || fail "Another deploy/up --service or deploy/upgrade is at work here: wait for it."
}

as_user() {
  if [ -n "$prefix" ]; then "$@"; else runuser -u "$user" -- "$@"; fi
}

need_systemd() {
  command -v systemctl >/dev/null && { [ -n "$prefix" ] || [ -d /run/systemd/system ]; } ||
    fail "This machine does not run systemd, which would keep the service alive: use deploy/up without --service, or your own supervisor."
}

is_installed() { [ -L "$current" ] && [ -e "$units/interstate.service" ]; }

# setting NAME: what [serve] of the configuration says.
setting() { sed -n '/^\[serve\]/,/^\[[^s]/ s/^[[:space:]]*'"$1"'[[:space:]]*=[[:space:]]*"\{0,1\}\([^"#]*[^"# ]\).*/\1/p' "$configuration" | head -n 1; }

# The name that a program gives itself, as 0.1.0+55ce9110fb.
build_of() { "$1" --version; }

# release_named PROGRAM WEB: version, commit, and the beginning of the digest of all that belongs to it.
release_named() {
  local build digest
  build=$(build_of "$1") && [ -n "$build" ] || return 1
  digest=$( { sha256sum < "$1"; (cd "$2" && find . -type f -print0 | sort -z | xargs -0 sha256sum); cat "$root"/deploy/service/units/* "$root/deploy/service/nightly-backup"; } | sha256sum)
  echo "$build-${digest:0:8}"
}

# make_release PROGRAM WEB: puts it beside the others, whole or not at all, and says its name in $release.
make_release() {
  release=$(release_named "$1" "$2") || fail "$1 does not say its version: was it built for this machine?"
  [ ! -d "$releases/$release" ] || return 0
  local half=$releases/.half
  rm -rf "$half"
  { mkdir -p "$half/bin" "$half/libexec" && chmod 0755 "$opt" "$releases" "$half" &&
    install -m 0755 "$1" "$half/bin/interstate" &&
    cp -R "$2" "$half/web" && cp -R "$root/deploy/service/units" "$half/units" &&
    install -m 0755 "$root/deploy/service/nightly-backup" "$half/libexec/nightly-backup" &&
    chmod -R u=rwX,go=rX "$half" && find "$half" -print0 | xargs -0 sync && mv "$half" "$releases/$release" && sync "$releases"; } ||
    fail "The release could not be written to $releases: is the disk full? Nothing else was changed."
}

# point_at RELEASE: one rename, so that there is always a current release.
point_at() {
  ln -sfn "releases/$1" "$current.new" && mv -T "$current.new" "$current" && sync "$opt"
}

current_release() { local to; to=$(readlink "$current" 2>/dev/null) && basename "$to"; }

# install_units: those of the current release; what an operator adds with systemctl edit stands beside them and stays.
install_units() {
  local unit
  mkdir -p "$units"
  for unit in "$current"/units/*; do
    sed "s|@prefix@|$prefix|g; s|@user@|$user|g" "$unit" > "$units/.new" && chmod 0644 "$units/.new" && mv "$units/.new" "$units/${unit##*/}"
  done
  systemctl daemon-reload
}

# answer_of_readyz PORT: the reply of whatever listens there; empty where nothing does.
answer_of_readyz() {
  (exec 3<>"/dev/tcp/127.0.0.1/$1" && printf 'GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3 && timeout 3 cat <&3) 2>/dev/null | tr -d '\r'
}

# is_ready PORT BUILD: ready, and of that build.
is_ready() {
  local answer; answer=$(answer_of_readyz "$1")
  grep -qx 'ready' <<< "$answer" && grep -qix "interstate-build: $2" <<< "$answer"
}

# wait_ready PORT BUILD: for as long as the service lives, at most ten seconds (systemctl has waited for the migration already).
wait_ready() {
  for _ in $(seq 50); do
    is_ready "$1" "$2" && return 0
    systemctl is-active --quiet interstate || return 1
    sleep 0.2
  done
  return 1
}

last_words() { journalctl -u interstate -n 3 -o cat --no-pager 2>/dev/null || true; }

is_as_we_wrote_it() { [ -e "$1" ] && grep -qxF "$(sha256sum < "$1" | cut -d ' ' -f 1) $1" "$written" 2>/dev/null; }

# keep_edits FILE: takes the new text from standard input. A file that is still as we wrote it is replaced; one that somebody edited stays, and
# the new text is put beside it as FILE.new. Says which in $kept ("new", "same", "replaced", "edited").
keep_edits() {
  local file=$1 text old="" own
  text=$(cat; printf .); text=${text%.}
  own=$(printf '%s' "$text" | sha256sum | cut -d ' ' -f 1)
  [ ! -e "$file" ] || old=$(sha256sum < "$file" | cut -d ' ' -f 1)
  if [ "$old" = "$own" ]; then kept=same; rm -f "$file.new"
  elif [ -z "$old" ] || is_as_we_wrote_it "$file"; then
    [ -z "$old" ] && kept=new || kept=replaced
    mkdir -p "$(dirname "$file")"
    printf '%s' "$text" > "$file.half" && chmod 0644 "$file.half" && mv "$file.half" "$file"; rm -f "$file.new"
  elif grep -qxF "$own $file" "$written" 2>/dev/null; then kept=edited # nothing new to say to who edited it
  else kept=edited; printf '%s' "$text" > "$file.new"
    say "$file was edited here and stays; what this version would write is in $file.new"
  fi
  [ "$kept" = same ] || [ "$kept" = edited ] && return 0
  { grep -vF " $file" "$written" 2>/dev/null || true; echo "$own $file"; } > "$written.half" && mv "$written.half" "$written"
}
