-- Derived. What links reports to each other: made by the linking stage from the other tables, and
-- made anew for a report whose items a decision changed. Rows here come and go; none is evidence.

-- Which version of the linking stage made all this.
CREATE TABLE linking_version (
  num INTEGER PRIMARY KEY,
  version TEXT NOT NULL
) STRICT;

-- The reports whose items have been set against the others'.
CREATE TABLE linked (
  report INTEGER PRIMARY KEY REFERENCES report (num)
) STRICT;

-- The others, kept apart so that finding them does not take longer the more are linked.
CREATE TABLE waiting (
  report INTEGER PRIMARY KEY REFERENCES report (num)
) STRICT;

CREATE TRIGGER report_waits AFTER INSERT ON report BEGIN
  INSERT INTO waiting VALUES (NEW.num);
END;

CREATE TRIGGER linked_waits_no_longer AFTER INSERT ON linked BEGIN
  DELETE FROM waiting WHERE report = NEW.report;
END;

CREATE TRIGGER unlinked_waits AFTER DELETE ON linked BEGIN
  INSERT INTO waiting VALUES (OLD.report);
END;

-- An event or an utterance of one report as it is compared, in the linking stage's own encoding.
CREATE TABLE unit (
  num INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  report INTEGER NOT NULL REFERENCES report (num),
  data BLOB NOT NULL
) STRICT;

CREATE INDEX unit_report ON unit (report);

-- Side 1 asks for 2, and 8 for 9; every other side meets itself.
CREATE TABLE unit_key (
  key INTEGER NOT NULL,
  side INTEGER NOT NULL,
  unit INTEGER NOT NULL,
  PRIMARY KEY (key, side, unit)
) STRICT, WITHOUT ROWID;

-- Keys that bring together too many units to tell anything.
CREATE TABLE full_key (
  key INTEGER PRIMARY KEY
) STRICT;

CREATE TABLE edge (
  from_unit INTEGER NOT NULL,
  to_unit INTEGER NOT NULL,
  kind TEXT NOT NULL,
  score REAL NOT NULL,
  why TEXT NOT NULL,
  slot TEXT NOT NULL,
  PRIMARY KEY (from_unit, to_unit, kind, slot)
) STRICT, WITHOUT ROWID;

CREATE INDEX edge_to ON edge (to_unit);

-- Every event item that is told of by more than one, by the item that stands for all.
CREATE TABLE telling (
  event INTEGER PRIMARY KEY,
  lead INTEGER NOT NULL
) STRICT;

CREATE INDEX telling_lead ON telling (lead);

-- The half-open days that all tellings of such an event leave it.
CREATE TABLE happening (
  lead INTEGER PRIMARY KEY,
  day TEXT,
  day_end TEXT,
  basis TEXT
) STRICT;

-- Links between reports. ``owner`` is the unit whose edges or cluster gave it, or null for one
-- between whole reports.
CREATE TABLE cross_link (
  num INTEGER PRIMARY KEY,
  owner INTEGER,
  kind TEXT NOT NULL,
  from_id TEXT NOT NULL,
  to_id TEXT NOT NULL,
  slot TEXT,
  score REAL NOT NULL,
  why TEXT NOT NULL
) STRICT;

CREATE INDEX cross_link_owner ON cross_link (owner);
CREATE INDEX cross_link_from ON cross_link (from_id);
CREATE INDEX cross_link_to ON cross_link (to_id);
CREATE INDEX cross_link_kind ON cross_link (kind);

CREATE TABLE cross_span (
  link INTEGER NOT NULL,
  n INTEGER NOT NULL,
  report INTEGER NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  PRIMARY KEY (link, n)
) STRICT, WITHOUT ROWID;

-- Hashes of word runs by which copies are found.
CREATE TABLE run (
  hash INTEGER NOT NULL,
  report INTEGER NOT NULL,
  PRIMARY KEY (hash, report)
) STRICT, WITHOUT ROWID;

CREATE INDEX run_report ON run (report);

-- Agencies that a report credits.
CREATE TABLE credit (
  report INTEGER NOT NULL,
  agency TEXT NOT NULL,
  PRIMARY KEY (report, agency)
) STRICT, WITHOUT ROWID;

-- What the linking stage found out of one item from its report alone: the steps by which a claim
-- came there ("chain"), the day by which a warning wants something ("deadline").
CREATE TABLE note (
  item INTEGER NOT NULL,
  report INTEGER NOT NULL,
  what TEXT NOT NULL,
  data TEXT NOT NULL,
  PRIMARY KEY (item, what)
) STRICT, WITHOUT ROWID;

CREATE INDEX note_report ON note (report);
CREATE INDEX note_what ON note (what);

-- All links, those of a report's own record and those between reports.
CREATE VIEW any_link AS
SELECT num, report, kind, from_id, to_id, slot, score, why FROM link
UNION ALL
SELECT -num, NULL, kind, from_id, to_id, slot, score, why FROM cross_link;

CREATE VIEW any_link_span AS
SELECT link, n, report, start, stop FROM link_span
UNION ALL
SELECT -link, n, report, start, stop FROM cross_span;

-- The telling that stands for an event: itself, where it is told of once.
CREATE VIEW event_lead AS
SELECT event.num AS event, coalesce(telling.lead, event.num) AS lead
FROM event LEFT JOIN telling ON telling.event = event.num;
