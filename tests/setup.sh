#!/usr/bin/env bash
# Installs what the tests need and pip can not bring: a browser, Chinese fonts, and a small TeX (80 MB) for the reports.
set -euo pipefail
if [ -x /usr/bin/chromium ] && command -v lualatex >/dev/null && fc-list 2>/dev/null | grep -qi "noto.*cjk"; then
  exit 0
fi
if ! command -v apt-get >/dev/null; then
  echo "The tests need /usr/bin/chromium, the Noto CJK fonts and lualatex; install them with your package manager." >&2
  exit 1
fi
sudo=""
[ "$(id -u)" -eq 0 ] || sudo="sudo"
export DEBIAN_FRONTEND=noninteractive
$sudo apt-get update -qq
$sudo apt-get install -y -qq chromium fonts-noto-cjk fontconfig >/dev/null
$sudo apt-get install -y -qq --no-install-recommends texlive-luatex texlive-latex-recommended >/dev/null
