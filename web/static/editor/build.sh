#!/usr/bin/env bash
# Makes web/static/editor.min.js anew: needs node and npm. Write its sha256sum into web/static/README.md.
set -euo pipefail
cd "$(dirname "$0")"
npm ci --silent
npx esbuild editor.js --bundle --minify --format=iife --target=es2020 --legal-comments=none --outfile=../editor.min.js
{
  for name in node_modules/@codemirror/view node_modules/@lezer/common node_modules/style-mod node_modules/w3c-keyname node_modules/crelt; do
    echo "${name#node_modules/}"
    cat "$name/LICENSE"
    echo
  done
} > ../editor.LICENSES-MIT.txt
rm -rf node_modules
