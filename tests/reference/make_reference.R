# Values of R's igraph and sna on published networks, for the tests of the measures.
#
# The networks themselves are not kept here: those that NetworkX ships are written as small tables by
#
#   python -m tests.reference EDGE_LISTS
#
# and the others are read from the folder of networks with its chemnet, emon, krackhardt and ceos-clubs. Then:
#
#   Rscript tests/reference/make_reference.R EDGE_LISTS NETWORKS > tests/reference/reference.json
#
# Needs R with igraph, sna and jsonlite. Each value is named after the function that gave it; how it was called stands
# below. Weights are strengths: as distances they are inverted.

suppressPackageStartupMessages({
  library(sna)
  library(igraph, warn.conflicts = FALSE)
})
given <- commandArgs(trailingOnly = TRUE)
table_of <- function(...) read.csv(file.path(...), colClasses = "character", check.names = FALSE)

# -- reading -----------------------------------------------------------------------------------------------------------

listed <- function(stem, directed, group = NULL, weight = NULL, name = "name") {
  edges <- table_of(paste0(stem, "__edges.csv"))
  nodes <- table_of(paste0(stem, "__nodes.csv"))
  kept <- data.frame(name = nodes[[name]])
  if (!is.null(group)) kept$group <- nodes[[group]]
  drawn <- edges[c("from", "to")]
  if (!is.null(weight)) drawn$weight <- as.numeric(edges[[weight]])
  graph_from_data_frame(drawn, directed, kept)
}

chemnet <- function(relation) {
  ties <- as.matrix(read.csv(file.path(given[2], "chemnet", paste0("chemnet__", relation, ".csv")), row.names = 1,
                             check.names = FALSE))
  types <- table_of(given[2], "chemnet", "chemnet__types.csv")
  diag(ties) <- 0
  g <- graph_from_adjacency_matrix(ties, "directed")
  V(g)$group <- types$type[match(V(g)$name, types[[1]])]
  g
}

shipped <- function(name, ...) listed(file.path(given[1], name), ...)
emon <- function(name)
  listed(file.path(given[2], "emon", paste0("emon_", name)), TRUE, "Sponsorship", "Frequency", "vertex.names")

# -- measuring ---------------------------------------------------------------------------------------------------------

roles <- c("coordinator", "consultant", "representative", "gatekeeper", "liaison", "total")
by_role <- function(table) setNames(lapply(seq_along(roles), function(i) unname(table[, i])), roles)

of_brokerage <- function(g) {
  found <- sna::brokerage(as_adjacency_matrix(g, sparse = FALSE), V(g)$group)
  list(
    raw = by_role(found$raw.nli), z = by_role(found$z.nli),
    classes = as.character(found$clid), expected_of_class = by_role(found$exp.grp), sd_of_class = by_role(found$sd.grp),
    network_raw = unname(found$raw.gli), network_expected = unname(found$exp.gli), network_sd = unname(found$sd.gli),
    network_z = unname(found$z.gli)
  )
}

ends_of <- function(g, edges) lapply(edges, function(e) V(g)$name[ends(g, e, names = FALSE)])

of_structure <- function(g) {
  loose <- as.undirected(g, "collapse", edge.attr.comb = "ignore")
  list(
    coreness = unname(coreness(loose)),
    articulation_points = as.list(V(loose)$name[sort(as.integer(articulation_points(loose)))]),
    bridges = ends_of(loose, sort(as.integer(bridges(loose))))
  )
}

of_position <- function(g) {
  plain <- delete_edge_attr_if_any(g)
  adjacency <- as_adjacency_matrix(plain, sparse = FALSE)
  kind <- if (is_directed(g)) "digraph" else "graph"
  list(
    constraint = unname(constraint(plain)),
    degree_in = unname(degree(plain, mode = "in")), degree_out = unname(degree(plain, mode = "out")),
    betweenness = unname(igraph::betweenness(plain)),
    sna_betweenness = sna::betweenness(adjacency, gmode = kind),
    closeness_out = unname(igraph::closeness(plain, mode = "out")),
    closeness_in = unname(igraph::closeness(plain, mode = "in")),
    closeness_all = unname(igraph::closeness(plain, mode = "all")),
    harmonic_out = unname(harmonic_centrality(plain, mode = "out")),
    harmonic_in = unname(harmonic_centrality(plain, mode = "in")),
    harmonic_all = unname(harmonic_centrality(plain, mode = "all")),
    eigenvector_undirected = unname(eigen_centrality(as.undirected(plain, "collapse"))$vector),
    eigenvector = unname(eigen_centrality(plain, directed = is_directed(g))$vector),
    page_rank = unname(page_rank(plain, damping = 0.85)$vector)
  )
}

delete_edge_attr_if_any <- function(g) if ("weight" %in% edge_attr_names(g)) delete_edge_attr(g, "weight") else g

of_weights <- function(g) list(
  constraint_weighted = unname(constraint(g)),
  betweenness_weighted = unname(igraph::betweenness(g, weights = 1 / E(g)$weight)),
  harmonic_out_weighted = unname(harmonic_centrality(g, mode = "out", weights = 1 / E(g)$weight)),
  page_rank_weighted = unname(page_rank(g, damping = 0.85)$vector)
)

of_groups <- function(g) {
  code <- as.integer(factor(V(g)$group))
  plain <- delete_edge_attr_if_any(g)
  list(
    assortativity_nominal = assortativity_nominal(plain, code, directed = is_directed(g)),
    modularity = modularity(plain, code, directed = is_directed(g)),
    brokerage = of_brokerage(plain)
  )
}

one_mode <- function(g) {
  stopifnot(!any(which_loop(g)), !any(which_multiple(g)))
  c(
    list(nodes = V(g)$name, directed = is_directed(g), edges = ecount(g)),
    if ("group" %in% vertex_attr_names(g)) list(group = V(g)$group),
    list(assortativity_degree = assortativity_degree(delete_edge_attr_if_any(g), directed = is_directed(g))),
    of_position(g), of_structure(g),
    if ("weight" %in% edge_attr_names(g)) of_weights(g),
    if ("group" %in% vertex_attr_names(g)) of_groups(g)
  )
}

shared <- function(g, mode) {
  joined <- bipartite_projection(g, multiplicity = TRUE, which = mode)
  names <- as_edgelist(joined)
  list(a = names[, 1], b = names[, 2], count = E(joined)$weight)
}

two_mode <- function(g) {
  V(g)$type <- V(g)$group == "TRUE"
  list(
    nodes = V(g)$name, second_mode = V(g)$type, edges = ecount(g),
    degree = unname(degree(g)),
    degree_of_other_mode = unname(degree(g)) / ifelse(V(g)$type, sum(!V(g)$type), sum(V(g)$type)),
    betweenness = unname(igraph::betweenness(g)),
    closeness_all = unname(igraph::closeness(g)),
    eigenvector = unname(eigen_centrality(g)$vector),
    shared_by_first_mode = shared(g, "false"), shared_by_second_mode = shared(g, "true")
  )
}

# -- writing -----------------------------------------------------------------------------------------------------------

found <- list(
  made_with = list(R = paste(R.version$major, R.version$minor, sep = "."),
                   igraph = as.character(packageVersion("igraph")), sna = as.character(packageVersion("sna"))),
  networks = list(
    kite = one_mode(shipped("kite", FALSE)),
    karate = one_mode(shipped("karate", FALSE, "group", "weight")),
    florentine = one_mode(shipped("florentine", FALSE)),
    emon_Texas = one_mode(emon("Texas")),
    emon_Cheyenne = one_mode(emon("Cheyenne")),
    emon_MtSi = one_mode(emon("MtSi")),
    krackhardt_advice = one_mode(listed(file.path(given[2], "krackhardt", "ht_advice"), TRUE, "dept")),
    chemnet_pol = one_mode(chemnet("pol")),
    chemnet_scito = one_mode(chemnet("scito"))
  ),
  two_mode = list(
    davis = two_mode(shipped("davis", FALSE, "group")),
    ceos_clubs = two_mode(listed(file.path(given[2], "ceos-clubs", "ceos_clubs"), FALSE, "type"))
  )
)
json <- function(value) as.character(jsonlite::toJSON(value, auto_unbox = TRUE, digits = I(12), na = "null"))
block <- function(lines, names, depth) paste0("{\n", paste0(strrep(" ", depth), '"', names, '": ', lines,
                                                            collapse = ",\n"), "\n", strrep(" ", depth - 1), "}")
of_network <- function(values) block(vapply(values, json, ""), names(values), 3)
of_part <- function(part) block(vapply(part, of_network, ""), names(part), 2)
parts <- c(json(found$made_with), of_part(found$networks), of_part(found$two_mode))
cat(block(parts, names(found), 1), "\n", sep = "")
