# Shared by deploy/up and tests/run: where we are, what is installed, how we build. Sourced, never run.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
step="starting"
# INTERSTATE_PROGRAM=FILE makes deploy/up serve with that program and build none: tests/run says it, so that nothing is built twice.
# Where ccache is installed, another checkout of the same sources finds what this one compiled.
export CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1

say() { printf '%s\n' "$*"; }
begin() { step=$1; say "== $1"; }
fail() { printf '\nThis step failed: %s\n%s\n' "$step" "$*" >&2; exit 1; }

why_root="Packages are missing"
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else
    command -v sudo >/dev/null || fail "$why_root and there is no sudo: run this as root once."
    sudo -n true 2>/dev/null || sudo -v || fail "$why_root and sudo was refused: run this as root once."
    sudo "$@"
  fi
}

installed() {
  # nodejs and npm may come from elsewhere than Debian.
  case $1 in nodejs) command -v node >/dev/null && return ;; npm) command -v npm >/dev/null && return ;; esac
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# install_packages build|service|test: what is missing of deploy/packages. "test" means all.
install_packages() {
  local missing=() name use hastily=()
  # A machine that goes down meanwhile begins anew with its tests.
  [ "$1" != test ] || hastily=(-o Dpkg::Options::=--force-unsafe-io)
  while read -r name use; do
    case $name in ''|'#'*) continue ;; esac
    [ "$1" = test ] || [ "$use" = "$1" ] || continue
    installed "$name" || missing+=("$name")
  done < "$root/deploy/packages"
  [ ${#missing[@]} -gt 0 ] || return 0
  begin "installing ${#missing[@]} packages from Debian"
  command -v apt-get >/dev/null || fail "This needs Debian 12 (apt-get is not there)."
  as_root apt-get update -q >/dev/null || fail "apt-get update did not work: check the network and /etc/apt/sources.list."
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${hastily[@]}" "${missing[@]}" > /tmp/interstate-apt.log 2>&1 ||
    fail "apt-get install did not work; its last words: $(tail -n 3 /tmp/interstate-apt.log)"
}

# One compiler needs about 900 MB: fewer jobs on a small machine.
jobs() {
  local by_memory
  by_memory=$(awk '/MemTotal/ { print int($2 / 950000) }' /proc/meminfo)
  [ "$by_memory" -ge 1 ] || by_memory=1
  local cores; cores=$(nproc)
  echo $(( cores < by_memory ? cores : by_memory ))
}

# build PRESET TARGET…
build() {
  local preset=$1; shift
  (cd "$root" && cmake --preset "$preset" "${configure[@]}" > "/tmp/interstate-cmake-$preset.log" 2>&1) ||
    fail "cmake could not configure: $(grep -A 4 -m 1 'CMake Error' "/tmp/interstate-cmake-$preset.log")"
  (cd "$root" && cmake --build --preset "$preset" -j "$(jobs)" ${1:+--target "$@"} > "/tmp/interstate-build-$preset.log" 2>&1) ||
    fail "The build did not work: $(grep -E 'error|FAILED' "/tmp/interstate-build-$preset.log" | head -n 5)"
}
configure=()

# The web client is built again when anything in web/ has changed.
build_web() {
  local stamp=$root/web/dist/.made-from now
  now=$(cd "$root/web" && find . \( -name node_modules -o -name dist \) -prune -o -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum)
  [ "$(cat "$stamp" 2>/dev/null)" != "$now" ] || return 0
  begin "building the web client"
  (cd "$root/web" && npm ci --no-audit --no-fund > /tmp/interstate-npm.log 2>&1) ||
    fail "npm ci did not work: $(tail -n 3 /tmp/interstate-npm.log)"
  (cd "$root/web" && npm run build > /tmp/interstate-web.log 2>&1) || fail "The web client did not build: $(tail -n 5 /tmp/interstate-web.log)"
  printf '%s' "$now" > "$stamp"
}

# build_program: server and web client as they are served. The program is in $program.
build_program() {
  program=${INTERSTATE_PROGRAM:-$root/build/release/server/program/interstate}
  if [ -z "${INTERSTATE_PROGRAM:-}" ]; then
    begin "building the server (the first time takes some minutes)"
    configure=(-DINTERSTATE_TESTS=OFF)
    build release interstate
  fi
  build_web
}

# root_script SCRIPT ARGUMENTS…: the part of a deployment that changes the machine. Under INTERSTATE_PREFIX nothing of the machine is changed.
root_script() {
  why_root="Installing a service needs root"
  if [ -n "${INTERSTATE_PREFIX:-}" ]; then bash "$@"
  else as_root env INTERSTATE_ADMIN="${INTERSTATE_ADMIN:-}" bash "$@"; fi
}
