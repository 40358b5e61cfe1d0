-- A project: documents, what was read from them, and what people judged of it.
--
-- Offsets are code points, half-open. `position` keeps the order of the reading. Days are ISO with astronomical
-- years; beside them stands the same day as a number (0 = 1970-01-01), because text does not sort before year 0.

CREATE TABLE documents (
  number     INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  title      TEXT NOT NULL,
  text       TEXT NOT NULL,
  language   TEXT NOT NULL,
  sections   TEXT NOT NULL CHECK (json_valid(sections)),
  blocks     TEXT NOT NULL CHECK (json_valid(blocks))
) STRICT;

-- The same text may lie in several places; it is one document.
CREATE TABLE sources (
  uri        TEXT PRIMARY KEY,
  document   TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  sha256     TEXT NOT NULL,
  format     TEXT NOT NULL,
  encoding   TEXT NOT NULL,
  licence    TEXT,
  retrieved  TEXT,
  raw        BLOB
) STRICT;

CREATE INDEX sources_by_document ON sources (document);

-- The place by which a document is known and sorted: the first by uri.
CREATE VIEW first_sources AS
SELECT * FROM sources AS it WHERE uri = (SELECT min(uri) FROM sources WHERE document = it.document);

CREATE TABLE notices (
  document   TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  position   INTEGER NOT NULL,
  code       TEXT NOT NULL,
  start      INTEGER NOT NULL,
  "end"      INTEGER NOT NULL,
  message    TEXT NOT NULL,
  PRIMARY KEY (document, position)
) STRICT;

CREATE TABLE readings (
  document     TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
  reader       TEXT NOT NULL,
  rules        TEXT NOT NULL,
  model_name   TEXT NOT NULL,
  model_version TEXT NOT NULL,
  model_sha256 TEXT NOT NULL
) STRICT;

CREATE TABLE personas (
  number     INTEGER PRIMARY KEY,
  document   TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  id         TEXT NOT NULL,
  position   INTEGER NOT NULL,
  label      TEXT NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('person', 'group', 'organisation')),
  names      TEXT NOT NULL CHECK (json_valid(names)),
  gender     TEXT NOT NULL CHECK (gender IN ('female', 'male', 'unknown')),
  kin_relation TEXT,
  kin_of     TEXT,
  main       INTEGER NOT NULL CHECK (main IN (0, 1)),
  UNIQUE (document, id),
  CHECK ((kin_relation IS NULL) = (kin_of IS NULL))
) STRICT;

CREATE INDEX personas_by_id ON personas (id);

CREATE TABLE mentions (
  document   TEXT NOT NULL,
  position   INTEGER NOT NULL,
  persona    TEXT NOT NULL,
  kind       TEXT NOT NULL,
  start      INTEGER NOT NULL,
  "end"      INTEGER NOT NULL,
  head       INTEGER,
  because    TEXT NOT NULL,
  PRIMARY KEY (document, position),
  FOREIGN KEY (document, persona) REFERENCES personas (document, id) ON DELETE CASCADE
) STRICT;

CREATE TABLE times (
  document   TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  position   INTEGER NOT NULL,
  start      INTEGER NOT NULL,
  "end"      INTEGER NOT NULL,
  core_start INTEGER NOT NULL,
  core_end   INTEGER NOT NULL,
  kind       TEXT NOT NULL,
  relation   TEXT NOT NULL,
  rule       TEXT NOT NULL,
  duration   TEXT,
  "when"     TEXT NOT NULL CHECK (json_valid("when")),
  birth      TEXT CHECK (birth IS NULL OR json_valid(birth)),
  death      TEXT CHECK (death IS NULL OR json_valid(death)),
  PRIMARY KEY (document, position)
) STRICT;

CREATE TABLE claims (
  id         TEXT PRIMARY KEY,
  document   TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  position   INTEGER NOT NULL,
  type       TEXT NOT NULL,
  subject_label TEXT NOT NULL,
  subject    TEXT,
  subject_start INTEGER,
  subject_end INTEGER,
  start      INTEGER NOT NULL,
  "end"      INTEGER NOT NULL CHECK ("end" >= start),
  predicate_start INTEGER NOT NULL,
  predicate_end INTEGER NOT NULL,
  sentence_start INTEGER NOT NULL,
  sentence_end INTEGER NOT NULL,
  edtf       TEXT,
  when_text  TEXT NOT NULL,
  when_start INTEGER,
  when_end   INTEGER,
  earliest   TEXT,
  latest     TEXT,
  earliest_day INTEGER,
  latest_day INTEGER,
  basis      TEXT NOT NULL CHECK (basis IN ('stated', 'anchored', 'derived', 'none')),
  when_because TEXT NOT NULL,
  polarity   TEXT NOT NULL CHECK (polarity IN ('affirmed', 'negated')),
  modality   TEXT NOT NULL
    CHECK (modality IN ('asserted', 'uncertain', 'reported', 'alleged', 'intended', 'hypothetical')),
  attributed_to TEXT,
  duress     INTEGER NOT NULL CHECK (duress IN (0, 1)),
  standing   TEXT NOT NULL CHECK (standing IN ('stands', 'withdrawn', 'annulled', 'disputed')),
  -- No reference: what annuls a claim may stand in a document that is read again, or taken out.
  by         TEXT,
  chain      TEXT NOT NULL CHECK (json_valid(chain)),
  status_because TEXT NOT NULL CHECK (json_valid(status_because)),
  confidence REAL NOT NULL,
  rule       TEXT NOT NULL,
  UNIQUE (document, position),
  FOREIGN KEY (document, subject) REFERENCES personas (document, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX claims_by_subject ON claims (document, subject);
CREATE INDEX claims_by_type ON claims (type);

CREATE TABLE claim_roles (
  claim      TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
  position   INTEGER NOT NULL,
  name       TEXT NOT NULL,
  label      TEXT NOT NULL,
  persona    TEXT,
  start      INTEGER,
  "end"      INTEGER,
  PRIMARY KEY (claim, position),
  UNIQUE (claim, name)
) STRICT;

-- What someone judged of a claim, or of two personas. Only ever added to: a later judgement undoes an earlier
-- one. No references, so that reading a document again never touches what was judged of it.
CREATE TABLE judgements (
  number     INTEGER PRIMARY KEY,
  made_at    TEXT NOT NULL,
  made_by    TEXT NOT NULL,
  about      TEXT NOT NULL CHECK (about IN ('claim', 'personas')),
  target     TEXT NOT NULL,
  other      TEXT CHECK ((about = 'personas') = (other IS NOT NULL)),
  verdict    TEXT NOT NULL
    CHECK (verdict IN ('accept', 'reject', 'correct', 'same', 'different', 'unsure')),
  correction TEXT CHECK (correction IS NULL OR json_valid(correction)),
  why        TEXT NOT NULL
) STRICT;

CREATE TRIGGER judgements_are_never_changed BEFORE UPDATE ON judgements
BEGIN SELECT RAISE(ABORT, 'judgements are only ever added'); END;

CREATE TRIGGER judgements_are_never_deleted BEFORE DELETE ON judgements
BEGIN SELECT RAISE(ABORT, 'judgements are only ever added'); END;

-- Full text. The texts are not stored twice (content=); the names are stored folded, as the search folds them.
CREATE VIRTUAL TABLE text_search USING fts5 (
  title, text, content = 'documents', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER documents_found AFTER INSERT ON documents
BEGIN INSERT INTO text_search (rowid, title, text) VALUES (new.number, new.title, new.text); END;

CREATE TRIGGER documents_forgotten AFTER DELETE ON documents
BEGIN INSERT INTO text_search (text_search, rowid, title, text)
  VALUES ('delete', old.number, old.title, old.text); END;

CREATE VIRTUAL TABLE name_search USING fts5 (words, tokenize = 'unicode61 remove_diacritics 0');

CREATE TRIGGER personas_forgotten AFTER DELETE ON personas
BEGIN DELETE FROM name_search WHERE rowid = old.number; END;
