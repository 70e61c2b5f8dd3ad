#!/usr/bin/env bash
# Records an event, pages through a list, pulls a table and follows changes, with curl and jq:
#   PACTGRAPH_KEY=… bash examples/pactgraph.sh
set -euo pipefail

service="${PACTGRAPH_URL:-http://localhost:4000}"
event="$(dirname "$0")/event.json"

# Sends a GraphQL document ($1) with variables ($2) and more arguments of curl; prints the answer, or stops at an error.
ask() {
  local document="$1" variables="$2" answer
  shift 2
  answer="$(jq -n --arg query "$document" --argjson variables "$variables" '{query: $query, variables: $variables}' |
    curl -sS "$service/graphql" -H 'content-type: application/json' "$@" -d @-)"
  if jq -e '.errors' <<<"$answer" >/dev/null; then
    jq -r '.errors[].message' <<<"$answer" >&2
    return 1
  fi
  printf '%s' "$answer"
}

# Record the event. A second call with the same idempotency key changes nothing, so a failed call can be repeated.
ask 'mutation ($bundle: String!) { applyBundle(bundle: $bundle) { created unchanged repeated } }' \
  "$(jq -n --rawfile bundle "$event" '{bundle: $bundle}')" \
  -H "x-pactgraph-key: ${PACTGRAPH_KEY:?set it to a key of a curator}" -H "idempotency-key: example-astana-2026-11-30" |
  jq -r '.data.applyBundle | "Recorded: \(.created) created, \(.unchanged) unchanged"'

# Page through the parties to the NPT.
after=null parties=0 pages=0
while true; do
  page="$(ask 'query ($after: String) { treaty(id: "treaty:npt-1968") { parties(first: 50, after: $after) {
    pageInfo { hasNextPage endCursor } edges { node { id } } } } }' "{\"after\": $after}")"
  parties=$((parties + $(jq '.data.treaty.parties.edges | length' <<<"$page")))
  pages=$((pages + 1))
  [ "$(jq '.data.treaty.parties.pageInfo.hasNextPage' <<<"$page")" = true ] || break
  after="$(jq '.data.treaty.parties.pageInfo.endCursor' <<<"$page")"
done
echo "Parties to the NPT: $parties in $pages pages"

# Pull a table: a stored question as CSV.
table="$(mktemp)"
curl -sSf "$service/export/csv/members-by-year?organization=org:nato&during=1949/2024" -o "$table"
tail -n 1 "$table" | tr -d '\r' | sed 's/^\([0-9]*\),\([0-9]*\).*/Members of NATO at the end of \1: \2/'

# Follow who takes part in the meeting until the first has come. Without since, only what is new comes. curl complains when
# the reader stops, so its messages are not shown.
stream="$service/changes/stream?about=meeting:example-astana-2026-11-30&types=PARTICIPATED&since=2026-01-01T00:00:00Z"
change="$(sed -n '/^data: {"at"/{s/^data: //p;q}' < <(curl -sN "$stream" 2>/dev/null))"
jq -r '"Changed: \(.kind) \(.edge.type) \(.edge.from.name)"' <<<"$change"
