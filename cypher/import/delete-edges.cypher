// In: $ids of assertions that were never to be seen. EDGE_TYPE stands for a relationship type of the model.
UNWIND $ids AS id
MATCH ()-[edge:EDGE_TYPE {id: id}]->()
DELETE edge
