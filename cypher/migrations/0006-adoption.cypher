// Indexes on the date of adoption of treaties.
CREATE INDEX treaty_adopted_min IF NOT EXISTS FOR (n:Treaty) ON (n.adoptedMin);
CREATE INDEX treaty_adopted_max IF NOT EXISTS FOR (n:Treaty) ON (n.adoptedMax);
