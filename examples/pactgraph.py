"""Records an event, pages through a list, pulls a table and follows changes, with httpx and pandas:

    PACTGRAPH_KEY=… python examples/pactgraph.py
"""

import json
import os
from pathlib import Path

import httpx
import pandas as pd

SERVICE = os.environ.get("PACTGRAPH_URL", "http://localhost:4000")
EVENT = Path(__file__).with_name("event.json").read_text(encoding="utf-8")


def ask(client, query, variables=None, headers=None):
    """Sends a GraphQL document. Returns the whole answer; raises RuntimeError with the messages of its errors."""
    body = {"query": query, "variables": variables or {}}
    answer = client.post("/graphql", json=body, headers=headers).json()
    if "errors" in answer:
        raise RuntimeError(" ".join(error["message"] for error in answer["errors"]))
    return answer


def record(client):
    """Records the event. A second call with the same idempotency key changes nothing, so a failed call can be repeated."""
    headers = {"x-pactgraph-key": os.environ["PACTGRAPH_KEY"], "idempotency-key": "example-astana-2026-11-30"}
    mutation = "mutation ($bundle: String!) { applyBundle(bundle: $bundle) { created unchanged repeated } }"
    report = ask(client, mutation, {"bundle": EVENT}, headers)["data"]["applyBundle"]
    print(f"Recorded: {report['created']} created, {report['unchanged']} unchanged")


def pages(client, query, variables, connection_of):
    """Yields the connection of each page of a list."""
    after = None
    while True:
        connection = connection_of(ask(client, query, {**variables, "after": after})["data"])
        yield connection
        if not connection["pageInfo"]["hasNextPage"]:
            return
        after = connection["pageInfo"]["endCursor"]


def changes(client, **parameters):
    """Yields what is recorded or retracted, as it happens; with since, also what has happened from then on."""
    with client.stream("GET", "/changes/stream", params=parameters, timeout=None) as response:
        response.raise_for_status()
        event = None
        for line in response.iter_lines():
            if line.startswith("event: "):
                event = line.removeprefix("event: ")
            elif line.startswith("data: ") and event == "change":
                yield json.loads(line.removeprefix("data: "))


PARTIES = """query ($treaty: ID!, $after: String) { treaty(id: $treaty) { parties(first: 50, after: $after) {
  pageInfo { hasNextPage endCursor } edges { node { id } } } } }"""

with httpx.Client(base_url=SERVICE, timeout=60) as client:
    record(client)

    found = list(pages(client, PARTIES, {"treaty": "treaty:npt-1968"}, lambda data: data["treaty"]["parties"]))
    print(f"Parties to the NPT: {sum(len(page['edges']) for page in found)} in {len(found)} pages")

    members = pd.read_csv(f"{SERVICE}/export/csv/members-by-year?organization=org:nato&during=1949/2024")
    last = members.iloc[-1]
    print(f"Members of NATO at the end of {last['period']}: {last['count']}")

    about = {"about": "meeting:example-astana-2026-11-30", "types": "PARTICIPATED"}
    change = next(changes(client, **about, since="2026-01-01T00:00:00Z"))
    print(f"Changed: {change['kind']} {change['edge']['type']} {change['edge']['from']['name']}")
