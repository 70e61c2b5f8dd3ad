# Draws members of an organization, parties to a treaty, and how often two states voted alike, by year, into a PDF.
# Each table is a stored operation of the service, read by its address. Needs nothing but R:
#   Rscript dashboards/r/pactgraph.R out.pdf

service <- Sys.getenv("PACTGRAPH_URL", "http://localhost:4000")
file <- c(commandArgs(trailingOnly = TRUE), "pactgraph.pdf")[1]

table_of <- function(name, ...) {
  parameters <- list(...)
  query <- paste(names(parameters), unlist(parameters), sep = "=", collapse = "&")
  read.csv(paste0(service, "/export/csv/", name, "?", query), fileEncoding = "UTF-8-BOM", check.names = FALSE)
}

draw <- function(rows, x, y, title, ylim = c(0, max(rows[[y]]))) {
  if (nrow(rows) == 0) {
    message(title, ": nothing is recorded. Votes need the data set un-ga-votes.")
    return(invisible())
  }
  plot(rows[[x]], rows[[y]], type = "s", main = title, xlab = "year", ylab = y, ylim = ylim)
}

pdf(file, width = 9, height = 5)
members <- table_of("members-by-year", organization = "org:nato", during = "1949/2025")
draw(members, "period", "count", "Members of NATO")
parties <- table_of("parties-by-year", treaty = "treaty:npt-1968", during = "1968/2025")
draw(parties, "period", "count", "Parties to the NPT")
votes <- table_of("vote-agreement-by-year", one = "state:rus", other = "state:usa", during = "1992/2025")
draw(votes, "groups.key", "groups.weight", "Russia and the USA: share of equal votes", c(0, 1))
invisible(dev.off())
cat(sprintf("%d members at the end of %d, %d parties at the end of %d: %s\n",
            tail(members$count, 1), tail(members$period, 1), tail(parties$count, 1), tail(parties$period, 1), file))
