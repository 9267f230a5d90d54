-- Derived. Numbers by which lists are headed, ordered and narrowed, kept up as reports come and go:
-- to count a hundred thousand rows for every page would take seconds. See tally.py.

-- Reports that answer nothing unless they are asked for: those retracted, and those of which a
-- later version stands. All but the "n" of actor_look and actor_alias leave them out.
CREATE TABLE past (
  report INTEGER PRIMARY KEY REFERENCES report (num)
) STRICT;

-- Of the statements or events for which "of" holds ("", "act=deny", "act=deny,named=1"): how many
-- have a value in a field. A speaker is the number of its form, made negative, or else its own.
CREATE TABLE facet_tally (
  list TEXT NOT NULL,
  of TEXT NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (list, of, field, value)
) STRICT, WITHOUT ROWID;

-- Mentions of a place by what it is taken for; "look" is a JSON array of it. A report is counted in
-- the first of a place's looks that it has: of all ("reports"), and of those in one country.
CREATE TABLE place_tally (
  same ANY NOT NULL,
  look TEXT NOT NULL,
  name TEXT NOT NULL,
  country TEXT,
  n INTEGER NOT NULL,
  reports INTEGER NOT NULL,
  in_country INTEGER NOT NULL,
  PRIMARY KEY (same, look)
) STRICT, WITHOUT ROWID;

-- How reports write a place.
CREATE TABLE place_spelling (
  same ANY NOT NULL,
  words TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (same, words)
) STRICT, WITHOUT ROWID;

-- What reports take the actors of a form for: how many actors, how many of reports that answer, and
-- what those said and did.
CREATE TABLE actor_look (
  key INTEGER NOT NULL REFERENCES actor_key (num),
  look TEXT NOT NULL,
  kind TEXT NOT NULL,
  country TEXT,
  n INTEGER NOT NULL,
  standing INTEGER NOT NULL,
  said INTEGER NOT NULL,
  did INTEGER NOT NULL,
  PRIMARY KEY (key, look)
) STRICT, WITHOUT ROWID;

CREATE TABLE actor_alias (
  key INTEGER NOT NULL REFERENCES actor_key (num),
  alias TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (key, alias)
) STRICT, WITHOUT ROWID;

-- Actors whose form, if they have one, is in no group: each is one by itself.
CREATE TABLE actor_alone (
  num INTEGER PRIMARY KEY,
  key INTEGER,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  country TEXT,
  named INTEGER NOT NULL,
  said INTEGER NOT NULL,
  did INTEGER NOT NULL
) STRICT;

CREATE INDEX actor_alone_key ON actor_alone (key) WHERE key IS NOT NULL;
CREATE INDEX actor_alone_order ON actor_alone (said DESC, did DESC, id, kind, country, named);
