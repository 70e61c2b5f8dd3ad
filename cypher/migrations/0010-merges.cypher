// Merges of nodes, so that the ids of merged nodes keep their meaning.
CREATE CONSTRAINT node_merge_id IF NOT EXISTS FOR (n:NodeMerge) REQUIRE n.id IS UNIQUE;
