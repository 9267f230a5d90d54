-- Who is who across reports. All of it is derived, and can be made anew: see identify.py.

-- What named actors of different reports have in common before anything is decided: their form.
-- "block" is shared by forms that may be one name in other spellings; "family" by persons of a
-- surname. "id" is the record's actor that the form makes where nothing joins it to another.
CREATE TABLE actor_key (
  num INTEGER PRIMARY KEY,
  sort TEXT NOT NULL CHECK (sort IN (
    'person', 'surname', 'holder', 'ruled', 'state', 'body', 'people')),
  norm TEXT NOT NULL CHECK (norm <> '' OR sort = 'holder'),
  country TEXT NOT NULL,
  office TEXT NOT NULL,
  month TEXT NOT NULL,
  block TEXT NOT NULL,
  family TEXT NOT NULL,
  id TEXT NOT NULL UNIQUE,
  UNIQUE (sort, norm, country, office, month)
) STRICT;

CREATE INDEX actor_key_block ON actor_key (block);
CREATE INDEX actor_key_family ON actor_key (family, sort) WHERE family <> '';
CREATE INDEX actor_key_norm ON actor_key (norm, sort);
CREATE INDEX actor_key_holder ON actor_key (country) WHERE sort = 'holder';

-- The short names by which a report calls an actor that it names in full, and the offices that it
-- says a person holds.
CREATE TABLE actor_short (
  actor INTEGER NOT NULL REFERENCES actor (num),
  short TEXT NOT NULL CHECK (short <> ''),
  key INTEGER NOT NULL REFERENCES actor_key (num),
  PRIMARY KEY (actor, short)
) STRICT, WITHOUT ROWID;

CREATE TABLE actor_post (
  actor INTEGER NOT NULL REFERENCES actor (num),
  office TEXT NOT NULL CHECK (office <> ''),
  country TEXT NOT NULL,
  month TEXT NOT NULL,
  key INTEGER NOT NULL REFERENCES actor_key (num),
  PRIMARY KEY (actor, office)
) STRICT, WITHOUT ROWID;

-- How often: of a form, of a short name for it, of an office in a month.
CREATE TABLE actor_tally (
  key INTEGER PRIMARY KEY REFERENCES actor_key (num),
  n INTEGER NOT NULL CHECK (n >= 0)
) STRICT;

CREATE TABLE actor_use (
  short TEXT NOT NULL,
  key INTEGER NOT NULL REFERENCES actor_key (num),
  n INTEGER NOT NULL CHECK (n >= 0),
  PRIMARY KEY (short, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX actor_use_key ON actor_use (key);

CREATE TABLE actor_tenure (
  key INTEGER NOT NULL REFERENCES actor_key (num),
  country TEXT NOT NULL,
  office TEXT NOT NULL,
  month TEXT NOT NULL,
  n INTEGER NOT NULL CHECK (n >= 0),
  PRIMARY KEY (key, country, office, month)
) STRICT, WITHOUT ROWID;

CREATE INDEX actor_tenure_office ON actor_tenure (country, office);

-- Forms of which something was added or taken that may change whose they are. Numbers count by
-- powers of two alone, so that what is in many reports is seldom looked at.
CREATE TABLE actor_stale (key INTEGER PRIMARY KEY REFERENCES actor_key (num)) STRICT;

CREATE TRIGGER actor_added AFTER INSERT ON actor WHEN NEW.key IS NOT NULL
BEGIN
  INSERT INTO actor_tally VALUES (NEW.key, 1) ON CONFLICT (key) DO UPDATE SET n = n + 1;
  INSERT OR IGNORE INTO actor_stale
  SELECT key FROM actor_tally WHERE key = NEW.key AND (n & (n - 1)) = 0;
END;

CREATE TRIGGER actor_taken AFTER DELETE ON actor WHEN OLD.key IS NOT NULL
BEGIN
  UPDATE actor_tally SET n = n - 1 WHERE key = OLD.key;
  INSERT OR IGNORE INTO actor_stale
  SELECT key FROM actor_tally WHERE key = OLD.key AND (n & (n + 1)) = 0;
END;

CREATE TRIGGER actor_renamed AFTER UPDATE OF key ON actor WHEN OLD.key IS NOT NEW.key
BEGIN
  UPDATE actor_tally SET n = n - 1 WHERE key = OLD.key;
  INSERT INTO actor_tally SELECT NEW.key, 1 WHERE NEW.key IS NOT NULL
  ON CONFLICT (key) DO UPDATE SET n = n + 1;
  INSERT OR IGNORE INTO actor_stale SELECT key FROM actor_tally WHERE key IN (OLD.key, NEW.key);
END;

CREATE TRIGGER actor_short_added AFTER INSERT ON actor_short
BEGIN
  INSERT INTO actor_use VALUES (NEW.short, NEW.key, 1)
  ON CONFLICT (short, key) DO UPDATE SET n = n + 1;
  INSERT OR IGNORE INTO actor_stale
  SELECT key FROM actor_use
  WHERE short = NEW.short AND key = NEW.key AND (n & (n - 1)) = 0;
END;

CREATE TRIGGER actor_short_taken AFTER DELETE ON actor_short
BEGIN
  UPDATE actor_use SET n = n - 1 WHERE short = OLD.short AND key = OLD.key;
  INSERT OR IGNORE INTO actor_stale
  SELECT key FROM actor_use
  WHERE short = OLD.short AND key = OLD.key AND (n & (n + 1)) = 0;
END;

CREATE TRIGGER actor_post_added AFTER INSERT ON actor_post
BEGIN
  INSERT INTO actor_tenure VALUES (NEW.key, NEW.country, NEW.office, NEW.month, 1)
  ON CONFLICT (key, country, office, month) DO UPDATE SET n = n + 1;
  INSERT OR IGNORE INTO actor_stale
  SELECT key FROM actor_tenure WHERE key = NEW.key AND country = NEW.country
  AND office = NEW.office AND month = NEW.month AND n = 1;
END;

CREATE TRIGGER actor_post_taken AFTER DELETE ON actor_post
BEGIN
  UPDATE actor_tenure SET n = n - 1 WHERE key = OLD.key AND country = OLD.country
  AND office = OLD.office AND month = OLD.month;
  INSERT OR IGNORE INTO actor_stale
  SELECT key FROM actor_tenure WHERE key = OLD.key AND country = OLD.country
  AND office = OLD.office AND month = OLD.month AND n = 0;
END;

-- Whose a form is, and why; without a row each report's actor of the form is one by itself.
CREATE TABLE actor_group (
  key INTEGER PRIMARY KEY REFERENCES actor_key (num),
  id TEXT NOT NULL,
  why TEXT NOT NULL
) STRICT;

CREATE INDEX actor_group_id ON actor_group (id);

-- What persons and users' rules decide of it: actors that are taken out of their form, forms that
-- are taken out of their group, and actors of the record that are one.
CREATE TABLE actor_own (
  actor INTEGER PRIMARY KEY REFERENCES actor (num),
  id TEXT NOT NULL,
  why TEXT NOT NULL
) STRICT;

CREATE INDEX actor_own_id ON actor_own (id);

CREATE TABLE actor_parted (
  key INTEGER PRIMARY KEY REFERENCES actor_key (num),
  id TEXT NOT NULL,
  why TEXT NOT NULL
) STRICT;

CREATE INDEX actor_parted_id ON actor_parted (id);

CREATE TABLE actor_decided (
  was TEXT PRIMARY KEY,
  id TEXT NOT NULL,
  why TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX actor_decided_id ON actor_decided (id);

-- The rules under which the rest was made.
CREATE TABLE actor_rules (digest TEXT NOT NULL) STRICT;

-- The actor of the record that a report's actor is, and why it is.
CREATE VIEW actor_record AS
SELECT actor.num AS actor, coalesce(d.id, o.id, p.id, g.id, item.id) AS id,
  coalesce(d.why, o.why, p.why, g.why) AS why
FROM actor JOIN item ON item.num = actor.num
LEFT JOIN actor_group g ON g.key = actor.key
LEFT JOIN actor_parted p ON p.key = actor.key
LEFT JOIN actor_own o ON o.actor = actor.num
LEFT JOIN actor_decided d ON d.was = coalesce(o.id, p.id, g.id, item.id);
