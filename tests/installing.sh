# Sourced by the scripts that install what tests need into tests/.env. Packages are pinned, and what is unchanged stays.
env=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/.env
mkdir -p "$env"

# changed NAME FILE...: whether tests/.env/NAME was not installed from these files; removes what there is of it.
changed() {
  sum=$(cat "${@:2}" | sha256sum)
  [ ! -e "$env/$1" ] || [ "$(cat "$env/$1.stamp" 2> /dev/null)" != "$sum" ] || return 1
  rm -rf "${env:?}/$1" "$env/$1.stamp"
}

# installed NAME: it was, from what `changed` looked at.
installed() { echo "$sum" > "$env/$1.stamp"; }

# pypi FOLDER REQUIREMENTS: a Python of its own in FOLDER, with these packages.
pypi() {
  python3 -m venv "$1" && "$1/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes \
    --only-binary :all: --no-deps -r "$2"
}

# npm_packages FOLDER: the packages of its lock.
npm_packages() { (cd "$1" && npm ci --ignore-scripts --no-audit --no-fund --loglevel error); }

# debian PACKAGE...: by apt-get, if this machine has it and we may.
debian() {
  command -v apt-get > /dev/null && [ "$(id -u)" = 0 ] || return 0
  local get=(apt-get install -y -qq --no-install-recommends "$@")
  { "${get[@]}" || { apt-get update -qq && "${get[@]}"; }; } > "$env/apt.log" 2>&1 || tail -n 3 "$env/apt.log"
}
