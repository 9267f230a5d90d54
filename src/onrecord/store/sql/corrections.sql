-- What persons decided, and what the program had read where they decided otherwise.
--
-- The other tables hold what stands: with the decisions taken into account. So every question,
-- filter, index and export is right without asking this file's tables.

-- Undoing is a decision too, so both stay.
CREATE TABLE correction (
  num INTEGER PRIMARY KEY,
  item_id TEXT NOT NULL,
  field TEXT NOT NULL CHECK (field <> ''),
  value TEXT NOT NULL CHECK (json_valid(value)),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  by_whom TEXT NOT NULL CHECK (trim(by_whom) <> ''),
  at TEXT NOT NULL,
  undoes INTEGER UNIQUE REFERENCES correction (num) CHECK (undoes < num)
) STRICT;

CREATE INDEX correction_item ON correction (item_id);
CREATE INDEX correction_field ON correction (field, item_id);

CREATE TRIGGER correction_item_there BEFORE INSERT ON correction
WHEN NOT EXISTS (SELECT 1 FROM item WHERE id = NEW.item_id
                 UNION ALL SELECT 1 FROM report WHERE id = NEW.item_id
                 UNION ALL SELECT 1 FROM as_read WHERE id = NEW.item_id)
BEGIN SELECT RAISE(ABORT, 'correction.item_id is no item and no report of the record'); END;

-- The report whose rows are being made to follow the decisions about it. Only while it has a row
-- here may rows of the tables be changed (schema.py), and it has one only within a transaction of
-- the program's.
CREATE TABLE correcting (
  report INTEGER PRIMARY KEY REFERENCES report (num)
) STRICT;

-- Items (and the reports' own fields, kind 'r') that stand otherwise than the program read them:
-- as read, in the JSON of a record; a report's with the links of its own record. Retracted items
-- have no row but this one; a retracted report keeps its own, and loses those of its items.
CREATE TABLE as_read (
  id TEXT NOT NULL PRIMARY KEY,
  num INTEGER NOT NULL,
  report INTEGER NOT NULL REFERENCES report (num),
  kind TEXT NOT NULL CHECK (kind IN ('r', 't', 'p', 'a', 's', 'e')),
  data TEXT NOT NULL CHECK (json_valid(data)),
  retracted INTEGER NOT NULL CHECK (retracted IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE INDEX as_read_report ON as_read (report);
CREATE INDEX as_read_item ON as_read (num) WHERE kind <> 'r';
CREATE INDEX as_read_retracted ON as_read (kind, report) WHERE retracted;

-- By these SQLite sees, when an item is taken out, that nothing refers to it: without them it would
-- read the whole tables.
CREATE INDEX touches_holder ON touches (holder);
CREATE INDEX item_name_item ON item_name (item);

-- What a report's times come to when it is read with another date of publication.
CREATE TABLE redated (
  report INTEGER NOT NULL REFERENCES report (num),
  published TEXT NOT NULL,
  data TEXT NOT NULL CHECK (json_valid(data)),
  PRIMARY KEY (report, published)
) STRICT, WITHOUT ROWID;

CREATE VIEW retracted_report AS
SELECT report FROM as_read WHERE kind = 'r' AND retracted;

-- Retracted reports of which no later version stands, which therefore supersede nothing.
CREATE VIEW moot_report AS
WITH RECURSIVE later (first, id, num) AS (
  SELECT r.num, r.id, r.num FROM retracted_report x JOIN report r ON r.num = x.report
  UNION
  SELECT later.first, r.id, r.num FROM later JOIN report r ON r.version_of = later.id
)
SELECT first AS report FROM later GROUP BY first
HAVING min(num IN (SELECT report FROM retracted_report));
