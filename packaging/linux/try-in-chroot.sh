#!/usr/bin/env bash
# Proves the two commands on a bare Debian: a minimal system in a folder, a clone of this repository, `make run`, then
# `make test`, without a screen. As root, with debootstrap.   try-in-chroot.sh [bookworm|trixie] [folder]
set -euo pipefail

suite=${1:-bookworm}
root=${2:-$(mktemp -d)}
source=$(git -C "$(dirname "$0")" rev-parse --show-toplevel)

[ -e "$root/etc/debian_version" ] || debootstrap --variant=minbase --include=git,make,python3 "$suite" "$root"

chmod 755 "$root"

leave() { umount --recursive "$root/dev" "$root/proc"; }
trap leave EXIT
mount -t proc proc "$root/proc"
mount --rbind --make-rslave /dev "$root/dev"

# What this machine needs to reach its package sources goes in; nothing else does, not even its environment.
cp -L /etc/resolv.conf "$root/etc/"
cp /etc/ssl/certs/ca-certificates.crt "$root/srv/certificates.crt"
rm -rf "$root/srv/labdesk"
git clone --quiet "$source" "$root/srv/labdesk"
run() { chroot "$root" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 PIP_CERT=/srv/certificates.crt "$@"; }
run make -C /srv/labdesk run
run ls -l /srv/labdesk/exemple
run make -C /srv/labdesk test
