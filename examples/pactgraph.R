# Records an event, pages through a list, pulls a table and follows changes, with httr2:
#   PACTGRAPH_KEY=… Rscript examples/pactgraph.R
library(httr2)

service <- Sys.getenv("PACTGRAPH_URL", "http://localhost:4000")
script <- sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))
event <- file.path(dirname(script), "event.json")

# Sends a GraphQL document. Returns the whole answer; stops with the messages of its errors.
ask <- function(query, variables = NULL, ...) {
  body <- list(query = query)
  if (length(variables)) body$variables <- variables
  answer <- request(paste0(service, "/graphql")) |>
    req_headers(...) |>
    req_body_json(body, null = "null") |>
    req_error(is_error = function(response) FALSE) |>
    req_perform() |>
    resp_body_json()
  if (!is.null(answer$errors)) stop(paste(sapply(answer$errors, function(error) error$message), collapse = " "))
  answer
}

# Record the event. A second call with the same idempotency key changes nothing, so a failed call can be repeated.
report <- ask(
  "mutation ($bundle: String!) { applyBundle(bundle: $bundle) { created unchanged repeated } }",
  list(bundle = readChar(event, file.size(event), useBytes = TRUE)),
  `x-pactgraph-key` = Sys.getenv("PACTGRAPH_KEY"),
  `idempotency-key` = "example-astana-2026-11-30"
)$data$applyBundle
cat(sprintf("Recorded: %d created, %d unchanged\n", report$created, report$unchanged))

# Page through the parties to the NPT.
query <- 'query ($after: String) { treaty(id: "treaty:npt-1968") { parties(first: 50, after: $after) {
  pageInfo { hasNextPage endCursor } edges { node { id } } } } }'
parties <- 0
pages <- 0
after <- NULL
repeat {
  page <- ask(query, list(after = after))$data$treaty$parties
  parties <- parties + length(page$edges)
  pages <- pages + 1
  if (!page$pageInfo$hasNextPage) break
  after <- page$pageInfo$endCursor
}
cat(sprintf("Parties to the NPT: %d in %d pages\n", parties, pages))

# Pull a table: a stored question as CSV.
table <- paste0(service, "/export/csv/members-by-year?organization=org:nato&during=1949/2024")
members <- read.csv(table, fileEncoding = "UTF-8-BOM")
cat(sprintf("Members of NATO at the end of %d: %d\n", tail(members$period, 1), tail(members$count, 1)))

# Follow who takes part in the meeting until the first has come. Without since, only what is new comes.
about <- "about=meeting:example-astana-2026-11-30&types=PARTICIPATED"
stream <- url(paste0(service, "/changes/stream?since=2026-01-01T00:00:00Z&", about), open = "r")
repeat {
  line <- readLines(stream, n = 1, encoding = "UTF-8")
  if (length(line) && startsWith(line, 'data: {"at"')) break
}
close(stream)
change <- jsonlite::fromJSON(sub("^data: ", "", line))
cat(sprintf("Changed: %s %s %s\n", change$kind, change$edge$type, change$edge$from$name))
