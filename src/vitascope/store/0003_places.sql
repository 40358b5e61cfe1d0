-- Places that documents name: every mention, and every place that it may mean, as it was known when it was read.

CREATE TABLE places (
  document   TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  position   INTEGER NOT NULL,
  id         TEXT NOT NULL,
  label      TEXT NOT NULL,
  kind       TEXT NOT NULL,
  latitude   REAL CHECK (latitude BETWEEN -90 AND 90),
  longitude  REAL CHECK (longitude BETWEEN -180 AND 180),
  country    TEXT NOT NULL,
  within     TEXT NOT NULL,
  -- Name or state, and its interval of years: [["Sverdlovsk", "1924/1991"], …].
  names      TEXT NOT NULL CHECK (json_valid(names)),
  jurisdictions TEXT NOT NULL CHECK (json_valid(jurisdictions)),
  PRIMARY KEY (document, id),
  UNIQUE (document, position),
  CHECK ((latitude IS NULL) = (longitude IS NULL))
) STRICT;

CREATE INDEX places_by_id ON places (id);

CREATE TABLE place_mentions (
  document   TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  position   INTEGER NOT NULL,
  start      INTEGER NOT NULL,
  "end"      INTEGER NOT NULL,
  name       TEXT NOT NULL,
  kind       TEXT NOT NULL,
  place      TEXT,
  -- Ids of places and what speaks for each, best first.
  candidates TEXT NOT NULL CHECK (json_valid(candidates)),
  because    TEXT NOT NULL,
  within     TEXT NOT NULL,
  "when"     TEXT,
  "then"     TEXT,
  jurisdiction TEXT,
  PRIMARY KEY (document, position),
  FOREIGN KEY (document, place) REFERENCES places (document, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
