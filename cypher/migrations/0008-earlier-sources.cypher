// Sources as they were until a load changed them, for asKnownAt.
CREATE INDEX earlier_source_id IF NOT EXISTS FOR (n:EarlierSource) ON (n.id);
