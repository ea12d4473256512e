CREATE SCHEMA catalogue;

-- Words are stemmed as in the catalogue's own index, and what is too common to tell anything is left out.
CREATE TEXT SEARCH DICTIONARY catalogue.porter (template = snowball, language = porter, stopwords = english);
CREATE TEXT SEARCH CONFIGURATION catalogue.words (copy = english);
ALTER TEXT SEARCH CONFIGURATION catalogue.words ALTER MAPPING REPLACE english_stem WITH catalogue.porter;
