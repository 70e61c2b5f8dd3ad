// Search by display names.
CREATE FULLTEXT INDEX display_name IF NOT EXISTS FOR (n:Document|Meeting|Organization|Person|Source|State|Statement|Topic|Treaty) ON EACH [n.name] OPTIONS {indexConfig: {`fulltext.analyzer`: 'english'}};
