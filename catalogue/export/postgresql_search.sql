
-- What search needs to know of the whole -------------------------------------

-- How much a column counts in ranking, and how long it is on average.
CREATE TABLE catalogue.columns (
    label text PRIMARY KEY,           -- by which the vector marks its words
    number integer NOT NULL,          -- in cases.lengths, from 1
    weight double precision NOT NULL,
    b double precision NOT NULL,      -- how much a long column is held against its hits
    average double precision NOT NULL DEFAULT 1
);
CREATE TABLE catalogue.ranking (cases bigint NOT NULL, k1 double precision NOT NULL);
CREATE TABLE catalogue.lexemes (lexeme text COLLATE "C" PRIMARY KEY, cases integer NOT NULL);

-- Groups of words that mean the same to a searcher, as content/vocabulary/synonyms.yaml has them.
CREATE TABLE catalogue.synonyms (
    "group" integer NOT NULL,
    position integer NOT NULL,
    kind text NOT NULL,               -- words, hints or match_only: the keys of the file, explained there
    words text NOT NULL,
    PRIMARY KEY ("group", position)
);
CREATE TABLE catalogue.rewrites (typed tsquery NOT NULL, meant tsquery NOT NULL);

-- To be called when cases were added, changed or removed.
CREATE PROCEDURE catalogue.refresh() LANGUAGE sql AS $$
    DELETE FROM catalogue.lexemes;
    INSERT INTO catalogue.lexemes SELECT word, ndoc FROM ts_stat('SELECT search FROM catalogue.cases');
    UPDATE catalogue.ranking SET cases = (SELECT count(*) FROM catalogue.cases);
    UPDATE catalogue.columns AS c SET average = coalesce(nullif(means.mean, 0), 1)
    FROM (SELECT number, avg(length)::double precision AS mean
          FROM catalogue.cases, unnest(lengths) WITH ORDINALITY AS l (length, number) GROUP BY number) AS means
    WHERE means.number = c.number;
    DELETE FROM catalogue.rewrites;
    INSERT INTO catalogue.rewrites
    SELECT typed, string_agg(DISTINCT '(' || means::text || ')', ' | ')::tsquery
    FROM (SELECT DISTINCT plainto_tsquery('catalogue.words', s.words) AS typed, phraseto_tsquery('catalogue.words', m.words) AS means
          FROM catalogue.synonyms AS s JOIN catalogue.synonyms AS m ON m."group" = s."group"
          WHERE m.kind <> 'hints' OR m.position = s.position) AS pairs
    WHERE numnode(typed) > 0 AND numnode(means) > 0
    GROUP BY typed;
    ANALYZE catalogue.cases;
$$;
COMMENT ON PROCEDURE catalogue.refresh IS 'Counts words and cases anew; to be called when cases have changed';

-- Asking ---------------------------------------------------------------------

CREATE FUNCTION catalogue.query(words text) RETURNS tsquery LANGUAGE sql STABLE AS $$
    SELECT ts_rewrite(websearch_to_tsquery('catalogue.words', words), 'SELECT typed, meant FROM catalogue.rewrites')
$$;
COMMENT ON FUNCTION catalogue.query IS 'What websearch_to_tsquery makes of the words, widened by their synonyms';

-- BM25F (Robertson and Zaragoza, 2009, section 3.6) over the words that were typed: those of a column weigh as in the
-- catalogue's own index. A case that is found by a synonym only comes behind those that have the words.
CREATE FUNCTION catalogue.search(words text, most integer DEFAULT 10)
RETURNS TABLE (id text, title text, score double precision) LANGUAGE plpgsql STABLE SET jit = off AS $$
DECLARE
    asked CONSTANT tsquery := catalogue.query(words); -- so that each server can use its own index
    stems CONSTANT text[] := tsvector_to_array(to_tsvector('catalogue.words', words));
BEGIN
    RETURN QUERY
    WITH typed AS MATERIALIZED (
        SELECT t.lexeme, ln(1 + (r.cases - n.holding + 0.5) / (n.holding + 0.5)) AS idf, r.k1
        FROM unnest(stems) AS t (lexeme)
        CROSS JOIN catalogue.ranking AS r
        CROSS JOIN LATERAL (
            SELECT coalesce((SELECT l.cases FROM catalogue.lexemes AS l WHERE l.lexeme = t.lexeme), 0) AS holding
        ) AS n
    )
    SELECT c.id, c.title, coalesce((
        SELECT round(sum(t.idf * f.tf * (t.k1 + 1) / (f.tf + t.k1))::numeric, 9)::double precision
        FROM (SELECT v.lexeme, v.weights FROM unnest(c.search) AS v WHERE v.lexeme = ANY (stems) OFFSET 0) AS u
        JOIN typed AS t ON t.lexeme = u.lexeme
        CROSS JOIN LATERAL (
            SELECT sum(k.weight / (1 - k.b + k.b * c.lengths[k.number] / k.average)) AS tf
            FROM unnest(u.weights) AS w (label) JOIN catalogue.columns AS k ON k.label = w.label
        ) AS f), 0) AS score
    FROM catalogue.cases AS c
    WHERE c.search @@ asked
    ORDER BY score DESC, c.id LIMIT most;
END
$$;
COMMENT ON FUNCTION catalogue.search IS 'The cases that hold the words, the best first: SELECT * FROM catalogue.search(''stop smoking -vaping'')';
