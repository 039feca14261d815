#!/usr/bin/env bash
# The system libraries LabDesk needs on Debian 12 and 13. Installs those that are missing where it may, else prints
# the one line to type.   setup.sh run|test [python]
set -euo pipefail

what=${1:-run}
python=${2:-python3}

for_run="python3-venv libegl1 libgl1 libglib2.0-0 libfontconfig1 libdbus-1-3 libxkbcommon-x11-0 libxcb-cursor0
  libxcb-icccm4 libxcb-keysyms1 libxcb-randr0 libxcb-shape0 libxcb-sync1 libxcb-xfixes0 libwayland-cursor0"
for_test="xvfb openbox xdotool x11-xkb-utils dbus at-spi2-core python3-pyatspi poppler-utils imagemagick sqlite3"

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
  echo "LabDesk needs Python 3.11 or newer; try: make $what PYTHON=python3.13" >&2
  exit 1
fi
if ! command -v dpkg-query >/dev/null; then
  echo "Not a Debian system: the libraries were not checked. Debian names them:" $for_run
  exit 0
fi

missing() { # the packages among "$@" that are not installed; Debian 13 renamed some to …t64
  for package in "$@"; do
    [[ $(dpkg-query -W -f '${Status}\n' "$package" "${package}t64" 2>/dev/null) == *"ok installed"* ]] || echo "$package"
  done
}

needed=$(missing $for_run)
[ "$what" = test ] && wanted=$(missing $for_test) || wanted=
[ -n "$needed$wanted" ] || exit 0

as_root=
[ "$(id -u)" = 0 ] || as_root="sudo -n"
if $as_root true 2>/dev/null; then
  echo "Installing:" $needed $wanted
  $as_root apt-get update -q
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $needed $wanted && exit 0
fi

echo "These packages are missing. Please type:" >&2
echo "  sudo apt-get install" $needed $wanted >&2
[ -z "$needed" ] || exit 1
echo "Without them, the tests on a real screen, with a screen reader and with outside PDF tools are skipped and named." >&2
[ "${CI:-}" != true ]
