// One index of the forms of all names instead of four.
DROP INDEX name_norm_russian IF EXISTS;
DROP INDEX name_text_english IF EXISTS;
DROP INDEX name_latin IF EXISTS;
DROP INDEX display_name IF EXISTS;
CREATE FULLTEXT INDEX name_forms IF NOT EXISTS FOR (n:Document|Meeting|Name|Organization|Person|Source|State|Statement|Territory|Topic|Treaty) ON EACH [n.forms] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
