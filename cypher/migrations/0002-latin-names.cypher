// Search by names in Latin letters, whatever their transliteration.
CREATE FULLTEXT INDEX name_latin IF NOT EXISTS FOR (n:Name) ON EACH [n.latin] OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-no-stop-words'}};
