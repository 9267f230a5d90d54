-- The record as SQLite keeps it.
--
-- Offsets are half-open and count Unicode code points of report.text. The words of a span are
-- never stored a second time: they are report.text[start:stop] by construction (view "quoted"),
-- so no span can misquote; that it lies inside its report is checked by trigger.
--
-- Every item has a row in "item", which gives it its id, and one in the table of its kind. Items
-- refer to items of their own report only: each such reference is (report, num).
--
-- Tables marked "derived" can be made anew from the others; they are there for questions.
-- Triggers that refuse every UPDATE and DELETE are added to all of them: see schema.py. What
-- persons decide, and what the program had read where they decide otherwise, is in corrections.sql.

-- The long columns come last: what stands before them is read without them.
CREATE TABLE report (
  num INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (id <> '' AND instr(id, ':') = 0 AND instr(id, ' ') = 0),
  length INTEGER NOT NULL CHECK (length > 0),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  outlet TEXT,
  title TEXT,
  author TEXT,
  url TEXT,
  published TEXT CHECK (published GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*'),
  published_basis TEXT CHECK (published_basis IN ('told', 'metadata', 'text', 'bounded')),
  language TEXT,
  version_of TEXT REFERENCES report (id) CHECK (version_of <> id),
  readable INTEGER NOT NULL CHECK (readable IN (0, 1)),
  path TEXT,
  received TEXT NOT NULL,
  text TEXT NOT NULL,
  original TEXT,
  CHECK ((published IS NULL) = (published_basis IS NULL)),
  -- SQLite's own length() stops at a NUL, which a text may hold
  CHECK (length(text) = length OR instr(text, char(0)))
) STRICT;

CREATE INDEX report_outlet ON report (outlet) WHERE outlet IS NOT NULL;
CREATE INDEX report_url ON report (url) WHERE url IS NOT NULL;
-- Undated ones come last: no date is later than '~'.
CREATE INDEX report_published ON report (coalesce(published, '~'), id);
CREATE INDEX report_title ON report (title, outlet) WHERE title IS NOT NULL;
CREATE INDEX report_unread ON report (num) WHERE readable = 0;
CREATE INDEX report_version ON report (version_of) WHERE version_of IS NOT NULL;

CREATE TRIGGER report_once BEFORE INSERT ON report
WHEN EXISTS (SELECT 1 FROM report WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'report.id is there already'); END;

CREATE TABLE item (
  num INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  report INTEGER NOT NULL REFERENCES report (num),
  kind TEXT NOT NULL CHECK (kind IN ('t', 'p', 'a', 's', 'e')),
  UNIQUE (report, num)
) STRICT;

CREATE TRIGGER item_id BEFORE INSERT ON item
WHEN EXISTS (SELECT 1 FROM item WHERE id = NEW.id)
  OR NOT EXISTS (
    SELECT 1 FROM report
    WHERE num = NEW.report AND substr(NEW.id, 1, length(id) + 2) = id || ':' || NEW.kind
      AND substr(NEW.id, length(id) + 3) GLOB '[0-9]*'
      AND substr(NEW.id, length(id) + 3) NOT GLOB '*[^0-9]*')
BEGIN SELECT RAISE(ABORT, 'item.id is not one of its report, or is there already'); END;

CREATE TABLE span (
  item INTEGER NOT NULL,
  report INTEGER NOT NULL,
  role TEXT NOT NULL CHECK (role IN (
    'self', 'mention', 'role', 'source', 'cue', 'content', 'condition', 'consequence', 'channel',
    'trigger', 'actor', 'recipient', 'count', 'sentence')),
  n INTEGER NOT NULL CHECK (n >= 0),
  start INTEGER NOT NULL CHECK (start >= 0),
  stop INTEGER NOT NULL CHECK (stop > start),
  PRIMARY KEY (item, role, n),
  FOREIGN KEY (report, item) REFERENCES item (report, num)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER span_inside BEFORE INSERT ON span
WHEN NEW.stop > (SELECT length FROM report WHERE num = NEW.report)
BEGIN SELECT RAISE(ABORT, 'span.stop is beyond the end of its report'); END;

CREATE VIEW quoted AS
SELECT item.id, item.kind, span.role, span.n, span.start, span.stop,
  substr(report.text, span.start + 1, span.stop - span.start) AS quote
FROM span JOIN item ON item.num = span.item JOIN report ON report.num = span.report;

CREATE TABLE time (
  num INTEGER PRIMARY KEY,
  report INTEGER NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('DATE', 'TIME', 'DURATION', 'SET')),
  value TEXT NOT NULL,
  from_ TEXT,
  to_ TEXT,
  anchor TEXT,
  UNIQUE (report, num),
  FOREIGN KEY (report, num) REFERENCES item (report, num)
) STRICT;

CREATE INDEX time_from ON time (from_) WHERE from_ IS NOT NULL;

CREATE TABLE place (
  num INTEGER PRIMARY KEY,
  report INTEGER NOT NULL,
  name TEXT NOT NULL,
  country TEXT CHECK (country GLOB '[A-Z][A-Z][A-Z]'),
  lat REAL CHECK (lat BETWEEN -90 AND 90),
  lon REAL CHECK (lon BETWEEN -180 AND 180),
  geonameid INTEGER,
  feature TEXT,
  CHECK ((lat IS NULL) = (lon IS NULL)),
  UNIQUE (report, num),
  FOREIGN KEY (report, num) REFERENCES item (report, num)
) STRICT;

CREATE INDEX place_geonameid ON place (geonameid) WHERE geonameid IS NOT NULL;
CREATE INDEX place_same ON place (coalesce(geonameid, name || '/' || coalesce(country, '')));
CREATE INDEX place_country ON place (country) WHERE country IS NOT NULL;

CREATE TABLE candidate (
  place INTEGER NOT NULL REFERENCES place (num),
  n INTEGER NOT NULL CHECK (n >= 0),
  name TEXT NOT NULL,
  country TEXT CHECK (country GLOB '[A-Z][A-Z][A-Z]'),
  lat REAL NOT NULL CHECK (lat BETWEEN -90 AND 90),
  lon REAL NOT NULL CHECK (lon BETWEEN -180 AND 180),
  geonameid INTEGER,
  feature TEXT,
  score REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
  PRIMARY KEY (place, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE actor (
  num INTEGER PRIMARY KEY,
  report INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  kind TEXT NOT NULL CHECK (kind IN (
    'person', 'government', 'office', 'military', 'armed_group', 'igo', 'ngo', 'company',
    'outlet', 'people', 'other')),
  country TEXT CHECK (country GLOB '[A-Z][A-Z][A-Z]'),
  sector TEXT,
  named INTEGER NOT NULL CHECK (named IN (0, 1)),
  key INTEGER REFERENCES actor_key (num) CHECK (key IS NULL OR named),
  UNIQUE (report, num),
  FOREIGN KEY (report, num) REFERENCES item (report, num)
) STRICT;

CREATE INDEX actor_of_key ON actor (key, report) WHERE key IS NOT NULL;
CREATE INDEX actor_by_country ON actor (country, kind) WHERE country IS NOT NULL;

CREATE TABLE alias (
  actor INTEGER NOT NULL REFERENCES actor (num),
  n INTEGER NOT NULL CHECK (n >= 0),
  alias TEXT NOT NULL,
  PRIMARY KEY (actor, n)
) STRICT, WITHOUT ROWID;

-- The span of a role is the actor's span of role 'role' with the same n; of a count likewise.
CREATE TABLE role (
  actor INTEGER NOT NULL REFERENCES actor (num),
  n INTEGER NOT NULL CHECK (n >= 0),
  title TEXT NOT NULL,
  organisation TEXT,
  since TEXT,
  until TEXT,
  PRIMARY KEY (actor, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE statement (
  num INTEGER PRIMARY KEY,
  report INTEGER NOT NULL,
  source_actor INTEGER,
  source_named INTEGER CHECK (source_named IN (0, 1)),
  quote TEXT NOT NULL CHECK (quote IN ('direct', 'indirect', 'mixed')),
  act TEXT NOT NULL CHECK (act IN (
    'assert', 'accuse', 'deny', 'confirm', 'warn', 'threaten', 'demand', 'pledge', 'reject',
    'praise', 'condemn', 'predict', 'decline', 'disclaim')),
  addressee INTEGER,
  certainty TEXT NOT NULL CHECK (certainty IN ('certain', 'probable', 'possible', 'unknown')),
  polarity TEXT NOT NULL CHECK (polarity IN ('positive', 'negative')),
  said TEXT,
  said_time INTEGER,
  channel TEXT,
  within INTEGER CHECK (within <> num),
  -- Derived: the half-open days that "said" denotes, or else the day of publication.
  day TEXT,
  day_end TEXT CHECK (day_end > day),
  basis TEXT CHECK (basis IN ('stated', 'published')),
  CHECK ((day IS NULL) = (basis IS NULL) AND (day IS NULL) = (day_end IS NULL)),
  CHECK (source_actor IS NULL OR source_named IS NOT NULL),
  UNIQUE (report, num),
  FOREIGN KEY (report, num) REFERENCES item (report, num),
  FOREIGN KEY (report, source_actor) REFERENCES actor (report, num),
  FOREIGN KEY (report, addressee) REFERENCES actor (report, num),
  FOREIGN KEY (report, said_time) REFERENCES time (report, num),
  FOREIGN KEY (report, within) REFERENCES statement (report, num) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX statement_source ON statement (source_actor) WHERE source_actor IS NOT NULL;
CREATE INDEX statement_addressee ON statement (addressee) WHERE addressee IS NOT NULL;
CREATE INDEX statement_act ON statement (act, coalesce(day, '~'));
CREATE INDEX statement_day ON statement (coalesce(day, '~'));
-- All that drawing a timeline asks for.
CREATE INDEX statement_stated ON statement (act, day, day_end, report) WHERE basis = 'stated';

CREATE TABLE event (
  num INTEGER PRIMARY KEY,
  report INTEGER NOT NULL,
  type TEXT NOT NULL CHECK (type IN (
    'AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'REQUEST', 'ACCUSE',
    'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT')),
  mode TEXT,
  when_ TEXT,
  when_time INTEGER,
  where_ TEXT,
  where_place INTEGER,
  status TEXT NOT NULL CHECK (status IN (
    'happened', 'ongoing', 'planned', 'threatened', 'alleged', 'denied', 'hypothetical')),
  -- null: on the reporter's own word
  on_word_of INTEGER,
  day TEXT,
  day_end TEXT CHECK (day_end > day),
  basis TEXT CHECK (basis IN ('stated', 'published')),
  CHECK ((day IS NULL) = (basis IS NULL) AND (day IS NULL) = (day_end IS NULL)),
  UNIQUE (report, num),
  FOREIGN KEY (report, num) REFERENCES item (report, num),
  FOREIGN KEY (report, when_time) REFERENCES time (report, num),
  FOREIGN KEY (report, where_place) REFERENCES place (report, num),
  FOREIGN KEY (report, on_word_of) REFERENCES statement (report, num)
) STRICT;

CREATE INDEX event_type ON event (type, coalesce(day, '~'));
CREATE INDEX event_status ON event (status, coalesce(day, '~'));
CREATE INDEX event_day ON event (coalesce(day, '~'));
CREATE INDEX event_stated ON event (type, day, day_end, report) WHERE basis = 'stated';
CREATE INDEX event_place ON event (where_place) WHERE where_place IS NOT NULL;

CREATE TABLE context (
  event INTEGER NOT NULL REFERENCES event (num),
  n INTEGER NOT NULL CHECK (n >= 0),
  context TEXT NOT NULL,
  PRIMARY KEY (event, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE count (
  event INTEGER NOT NULL REFERENCES event (num),
  n INTEGER NOT NULL CHECK (n >= 0),
  what TEXT NOT NULL,
  low INTEGER CHECK (low >= 0),
  high INTEGER CHECK (high >= low),
  PRIMARY KEY (event, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_actor (
  event INTEGER NOT NULL,
  side TEXT NOT NULL CHECK (side IN ('actor', 'recipient')),
  n INTEGER NOT NULL CHECK (n >= 0),
  report INTEGER NOT NULL,
  actor INTEGER NOT NULL,
  PRIMARY KEY (event, side, n),
  FOREIGN KEY (report, event) REFERENCES event (report, num),
  FOREIGN KEY (report, actor) REFERENCES actor (report, num)
) STRICT, WITHOUT ROWID;

CREATE INDEX event_actor_actor ON event_actor (actor, side);

-- A link of one report's own record names it; one between reports does not.
CREATE TABLE link (
  num INTEGER PRIMARY KEY,
  report INTEGER REFERENCES report (num),
  kind TEXT NOT NULL CHECK (kind IN (
    'copies', 'revises', 'same_event', 'includes', 'follows', 'restates', 'repeats', 'supports',
    'contradicts', 'denies', 'undercuts', 'about', 'claims', 'threatens', 'fulfils',
    'meets_condition')),
  from_id TEXT NOT NULL,
  to_id TEXT NOT NULL,
  score REAL NOT NULL,
  why TEXT NOT NULL,
  slot TEXT CHECK (slot IN ('number', 'time', 'place', 'who', 'whether'))
) STRICT;

CREATE INDEX link_from ON link (from_id);
CREATE INDEX link_to ON link (to_id);
CREATE INDEX link_report ON link (report);
CREATE INDEX link_kind ON link (kind);
CREATE UNIQUE INDEX link_once ON link (kind, from_id, to_id, coalesce(slot, ''))
WHERE report IS NULL;

CREATE TRIGGER link_ends BEFORE INSERT ON link
WHEN NOT EXISTS (SELECT 1 FROM item WHERE id = NEW.from_id
                 UNION ALL SELECT 1 FROM report WHERE id = NEW.from_id)
  OR NOT EXISTS (SELECT 1 FROM item WHERE id = NEW.to_id
                 UNION ALL SELECT 1 FROM report WHERE id = NEW.to_id)
BEGIN SELECT RAISE(ABORT, 'link: an end is no item and no report of the record'); END;

CREATE TABLE link_span (
  link INTEGER NOT NULL REFERENCES link (num),
  n INTEGER NOT NULL CHECK (n >= 0),
  report INTEGER NOT NULL REFERENCES report (num),
  start INTEGER NOT NULL CHECK (start >= 0),
  stop INTEGER NOT NULL CHECK (stop > start),
  PRIMARY KEY (link, n)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER link_span_inside BEFORE INSERT ON link_span
WHEN NEW.stop > (SELECT length FROM report WHERE num = NEW.report)
BEGIN SELECT RAISE(ABORT, 'link_span.stop is beyond the end of its report'); END;

-- Sources read to their end, so that a later run can pass them over.
CREATE TABLE source (
  path TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  reports INTEGER NOT NULL CHECK (reports >= 0),
  at TEXT NOT NULL,
  PRIMARY KEY (path, sha256)
) STRICT, WITHOUT ROWID;

-- Derived. Normalised names, and which actors and places bear them.
CREATE TABLE name (
  num INTEGER PRIMARY KEY,
  norm TEXT NOT NULL UNIQUE CHECK (norm <> '')
) STRICT;

CREATE TABLE item_name (
  name INTEGER NOT NULL REFERENCES name (num),
  item INTEGER NOT NULL REFERENCES item (num),
  what TEXT NOT NULL CHECK (what IN ('name', 'alias', 'mention', 'organisation')),
  PRIMARY KEY (name, item, what)
) STRICT, WITHOUT ROWID;

-- Derived. Which places and actors a statement or event mentions, in the narrowest of these.
CREATE TABLE touches (
  what INTEGER NOT NULL REFERENCES item (num),
  holder INTEGER NOT NULL REFERENCES item (num),
  scope TEXT NOT NULL CHECK (scope IN ('condition', 'content', 'sentence')),
  PRIMARY KEY (what, holder)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE name_fts USING fts5 (norm, content = '', tokenize = 'unicode61');

CREATE VIRTUAL TABLE report_fts USING fts5 (
  title, text, content = 'report', content_rowid = 'num',
  tokenize = 'porter unicode61 remove_diacritics 2');

-- By item.num, of statements and events. "sentence" holds the sentences, "content" what was said.
CREATE VIRTUAL TABLE item_fts USING fts5 (
  content, sentence, content = '', tokenize = 'porter unicode61 remove_diacritics 2');
