-- Anonymous events: how many there were. Days count from 1970-01-01. "batches" counts each batch once for each of its
-- experiments. "round" tells what is released together from what came later.
CREATE TABLE anonymous (
  experiment TEXT NOT NULL,
  day INTEGER NOT NULL,
  round INTEGER NOT NULL,
  version TEXT NOT NULL,
  os TEXT NOT NULL,
  arch TEXT NOT NULL,
  payload TEXT NOT NULL,
  retention INTEGER NOT NULL,
  events INTEGER NOT NULL,
  batches INTEGER NOT NULL,
  PRIMARY KEY (experiment, day, round, version, os, arch, payload, retention)
) STRICT, WITHOUT ROWID;

-- What is not in its tables yet, for some seconds. Transactions append: the same generation is folded into the tables
-- together, in portions. "batches" are the ids of the batches that were counted, 16 bytes for each, which go to "batch".
-- "sums" is what Generation makes: it does not tell which events came in one batch, unless that came alone.
CREATE TABLE journal (
  number INTEGER PRIMARY KEY,
  generation INTEGER NOT NULL,
  day INTEGER NOT NULL,
  batches BLOB NOT NULL,
  sums BLOB NOT NULL
) STRICT;

-- One row: how many rows of a generation are in the tables, and whether that is all of them.
CREATE TABLE folding (generation INTEGER NOT NULL, rows INTEGER NOT NULL, done INTEGER NOT NULL) STRICT;
INSERT INTO folding VALUES (1, 0, 0);

-- Installations with a tracking id, until the last of their events is gone.
CREATE TABLE reporter (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  tracking_id BLOB NOT NULL UNIQUE,
  last_day INTEGER NOT NULL
) STRICT;

-- Identified events: the same, for each installation.
CREATE TABLE identified (
  experiment TEXT NOT NULL,
  day INTEGER NOT NULL,
  round INTEGER NOT NULL,
  reporter INTEGER NOT NULL,
  version TEXT NOT NULL,
  os TEXT NOT NULL,
  arch TEXT NOT NULL,
  payload TEXT NOT NULL,
  retention INTEGER NOT NULL,
  events INTEGER NOT NULL,
  PRIMARY KEY (experiment, day, round, reporter, version, os, arch, payload, retention)
) STRICT, WITHOUT ROWID;

-- The round that new events join, where it is not the first. Weeks count from that of 1970-01-01, and begin on Mondays.
CREATE TABLE round (
  experiment TEXT NOT NULL,
  week INTEGER NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (experiment, week)
) STRICT, WITHOUT ROWID;

-- Sums that were released, each over enough reporters, in the form of the query layer. "last_day" is the last day on which
-- any of the events may be kept.
CREATE TABLE portion (
  experiment TEXT NOT NULL,
  week INTEGER NOT NULL,
  round INTEGER NOT NULL,
  released INTEGER NOT NULL,
  threshold INTEGER NOT NULL,
  last_day INTEGER NOT NULL,
  figures TEXT NOT NULL,
  PRIMARY KEY (experiment, week, round)
) STRICT, WITHOUT ROWID;

-- Batches that were counted. Numbers ascend with days.
CREATE TABLE batch (
  number INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  day INTEGER NOT NULL
) STRICT;

-- Hashes of tracking ids under which deletion was asked for.
CREATE TABLE forgotten (
  digest BLOB NOT NULL PRIMARY KEY,
  day INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE refusal (
  day INTEGER NOT NULL,
  reason TEXT NOT NULL,
  events INTEGER NOT NULL,
  PRIMARY KEY (day, reason)
) STRICT, WITHOUT ROWID;

-- One row: a number that grows with every change.
CREATE TABLE revision (number INTEGER NOT NULL) STRICT;
INSERT INTO revision VALUES (1);
