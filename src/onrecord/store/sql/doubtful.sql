-- By these the doubtful items are found without going through all of the record: see doubtful.py.

-- Places whose runner-up is close.
CREATE INDEX candidate_close ON candidate (place) WHERE n = 0 AND score >= 0.3;

-- Days and hours that no calendar date was found for.
CREATE INDEX time_unsettled ON time (num)
WHERE from_ IS NULL AND type IN ('DATE', 'TIME') AND instr(value, 'X');

-- Statements whose source is named by hardly a word: a pronoun, most often.
CREATE INDEX span_short_source ON span (item) WHERE role = 'source' AND n = 0 AND stop - start <= 4;
