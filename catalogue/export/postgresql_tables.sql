
-- Who publishes it, under what licence, as of which day.
CREATE TABLE catalogue.settings (key text PRIMARY KEY, value text NOT NULL);

-- The terms of all vocabularies, in their order.
CREATE TABLE catalogue.terms (
    vocabulary text NOT NULL,
    position integer NOT NULL,
    id text NOT NULL,
    label text NOT NULL,
    definition text NOT NULL,
    PRIMARY KEY (vocabulary, id)
);

