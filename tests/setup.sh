#!/usr/bin/env bash
# Installs what the tests need and pip can not bring: a browser and Chinese fonts.
set -euo pipefail
if [ -x /usr/bin/chromium ] && fc-list 2>/dev/null | grep -qi "noto.*cjk"; then
  exit 0
fi
if ! command -v apt-get >/dev/null; then
  echo "The tests need /usr/bin/chromium and the Noto CJK fonts; install them with your package manager." >&2
  exit 1
fi
sudo=""
[ "$(id -u)" -eq 0 ] || sudo="sudo"
export DEBIAN_FRONTEND=noninteractive
$sudo apt-get update -qq
$sudo apt-get install -y -qq chromium fonts-noto-cjk fontconfig >/dev/null
