"""What schemathesis needs to know of our schema: values of our scalars, and what no answer may be."""

import schemathesis
from hypothesis import strategies as st
from schemathesis.graphql import nodes

FAULTS = {"INTERNAL", "DATABASE_UNAVAILABLE", "QUERY_TIMEOUT"}

days = st.dates().map(str)
partial = st.from_regex(r"\A[12][0-9]{3}(-(0[1-9]|1[0-2]))?[?~%]?\Z")
intervals = st.tuples(days, days).map(lambda pair: "/".join(sorted(pair)))
instants = st.datetimes().map(lambda at: at.isoformat() + "Z")
paths = st.sampled_from(["id", "name", "date", "validFrom", "node.name", "parties", "node.memberOf"])

schemathesis.graphql.scalar("Date", days.map(nodes.String))
schemathesis.graphql.scalar("DateTime", instants.map(nodes.String))
schemathesis.graphql.scalar("EDTF", st.one_of(days, partial, intervals).map(nodes.String))
schemathesis.graphql.scalar("Path", paths.map(nodes.String))
schemathesis.graphql.scalar("Hops", st.integers(1, 5).map(nodes.Int))


@schemathesis.check
def no_fault(ctx, response, case):
    """An error in the closed list that is the client's is an answer; schemathesis takes every error for the server's."""
    assert response.status_code < 500, response.text
    for error in response.json().get("errors", []):
        code = error.get("extensions", {}).get("code")
        assert code and code not in FAULTS, response.text
