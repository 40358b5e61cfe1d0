-- Judgements get their words: what they are about can be found again in another reading. An undo is a judgement
-- too. What people make of a claim stands beside what was read of it, and views show both in plain columns.

CREATE TABLE migrations (number INTEGER PRIMARY KEY) STRICT;

ALTER TABLE readings ADD COLUMN parser TEXT NOT NULL DEFAULT '';

-- Rebuilt, because a CHECK cannot be widened in place. `anchor` holds one claim's or two personas' words; it is
-- NULL only for what was judged before anchors were kept, and for an undo.
ALTER TABLE judgements RENAME TO judgements_1;

CREATE TABLE judgements (
  number     INTEGER PRIMARY KEY,
  made_at    TEXT NOT NULL,
  made_by    TEXT NOT NULL,
  about      TEXT NOT NULL CHECK (about IN ('claim', 'personas', 'judgement')),
  target     TEXT NOT NULL,
  other      TEXT CHECK ((about = 'personas') = (other IS NOT NULL)),
  verdict    TEXT NOT NULL
    CHECK (verdict IN ('accept', 'reject', 'correct', 'same', 'different', 'unsure', 'undo')),
  correction TEXT CHECK (correction IS NULL OR json_valid(correction)),
  why        TEXT NOT NULL,
  anchor     TEXT CHECK (anchor IS NULL OR json_valid(anchor)),
  undoes     INTEGER REFERENCES judgements (number)
    CHECK ((undoes IS NOT NULL) = (verdict = 'undo') AND (verdict = 'undo') = (about = 'judgement'))
) STRICT;

INSERT INTO judgements (number, made_at, made_by, about, target, other, verdict, correction, why)
SELECT number, made_at, made_by, about, target, other, verdict, correction, why FROM judgements_1;

DROP TABLE judgements_1;

-- What is taken back once is not taken back again.
CREATE UNIQUE INDEX judgements_by_undone ON judgements (undoes) WHERE undoes IS NOT NULL;

CREATE TRIGGER judgements_are_never_changed BEFORE UPDATE ON judgements
BEGIN SELECT RAISE(ABORT, 'judgements are only ever added'); END;

CREATE TRIGGER judgements_are_never_deleted BEFORE DELETE ON judgements
BEGIN SELECT RAISE(ABORT, 'judgements are only ever added'); END;

-- Where what was judged is now, after the last reading of its document. Made anew from the judgements and the
-- readings; nothing here is anybody's word. `anchor` follows the words through edits of the source.
CREATE TABLE attachments (
  judgement  INTEGER NOT NULL REFERENCES judgements (number),
  position   INTEGER NOT NULL CHECK (position IN (0, 1)),
  how        TEXT NOT NULL CHECK (how IN ('id', 'span', 'words', 'alone', 'lost')),
  uri        TEXT,
  document   TEXT,
  target     TEXT NOT NULL,
  anchor     TEXT CHECK (anchor IS NULL OR json_valid(anchor)),
  PRIMARY KEY (judgement, position)
) STRICT;

CREATE INDEX attachments_by_target ON attachments (target);
CREATE INDEX attachments_by_document ON attachments (document);
CREATE INDEX attachments_by_uri ON attachments (uri);

INSERT INTO attachments (judgement, position, how, document, target)
SELECT judgements.number, 0, CASE WHEN claims.id IS NULL THEN 'lost' ELSE 'id' END, claims.document, target
FROM judgements LEFT JOIN claims ON claims.id = target WHERE about = 'claim';

-- Each claim that a judgement stands about, as it is with its corrections. Made anew like the attachments.
CREATE TABLE judged_claims (
  id         TEXT PRIMARY KEY,
  document   TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  position   INTEGER NOT NULL,
  type       TEXT NOT NULL,
  subject_label TEXT NOT NULL,
  subject    TEXT,
  subject_start INTEGER,
  subject_end INTEGER,
  start      INTEGER NOT NULL,
  "end"      INTEGER NOT NULL,
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
  basis      TEXT NOT NULL,
  when_because TEXT NOT NULL,
  polarity   TEXT NOT NULL,
  modality   TEXT NOT NULL,
  attributed_to TEXT,
  duress     INTEGER NOT NULL,
  standing   TEXT NOT NULL,
  by         TEXT,
  chain      TEXT NOT NULL,
  status_because TEXT NOT NULL,
  confidence REAL NOT NULL,
  rule       TEXT NOT NULL,
  verdict    TEXT NOT NULL CHECK (verdict IN ('accept', 'reject', 'correct', 'unsure')),
  judged_by  TEXT NOT NULL CHECK (json_valid(judged_by)),
  judged_at  TEXT NOT NULL,
  judgements TEXT NOT NULL CHECK (json_valid(judgements)),
  corrected  TEXT NOT NULL CHECK (json_valid(corrected)),
  alone      INTEGER NOT NULL CHECK (alone IN (0, 1)),
  outdated   INTEGER NOT NULL CHECK (outdated IN (0, 1))
) STRICT;

CREATE INDEX judged_claims_by_document ON judged_claims (document);

CREATE TABLE judged_roles (
  claim      TEXT NOT NULL REFERENCES judged_claims (id) ON DELETE CASCADE,
  position   INTEGER NOT NULL,
  name       TEXT NOT NULL,
  label      TEXT NOT NULL,
  persona    TEXT,
  start      INTEGER,
  "end"      INTEGER,
  PRIMARY KEY (claim, position),
  UNIQUE (claim, name)
) STRICT;

-- The claims as people left them; what nobody judged is as it was read.
CREATE VIEW standing_claims AS
SELECT *, NULL AS verdict, NULL AS judged_by, NULL AS judged_at, NULL AS judgements, NULL AS corrected,
  0 AS alone, 0 AS outdated
FROM claims WHERE id NOT IN (SELECT id FROM judged_claims)
UNION ALL
SELECT * FROM judged_claims;

CREATE VIEW standing_roles AS
SELECT * FROM claim_roles WHERE claim NOT IN (SELECT id FROM judged_claims)
UNION ALL
SELECT * FROM judged_roles;

-- What the last reading of a place that changed anything made of the claims read there before.
CREATE TABLE changes (
  uri        TEXT NOT NULL,
  position   INTEGER NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('appeared', 'disappeared', 'changed')),
  before     TEXT CHECK (before IS NULL OR json_valid(before)),
  after      TEXT CHECK (after IS NULL OR json_valid(after)),
  PRIMARY KEY (uri, position)
) STRICT;

-- ---------------------------------------------------------------- for people who ask with SQL

-- Claims in plain columns, rejected ones too. `mark` is empty only for a plain assertion of the author.
CREATE VIEW claims_told AS
SELECT
  it.id AS claim, documents.title AS document, first_sources.uri AS uri, it.subject_label AS person, it.type AS type,
  (SELECT group_concat(told, '; ') FROM (
    SELECT name || ': ' || label AS told FROM standing_roles WHERE standing_roles.claim = it.id ORDER BY position
  )) AS roles,
  it.edtf AS "when", it.earliest AS earliest, it.latest AS latest, it.basis AS basis,
  trim(
    CASE polarity WHEN 'negated' THEN 'negated ' ELSE '' END
    || CASE modality WHEN 'asserted' THEN '' ELSE modality || ' ' END
    || CASE WHEN attributed_to IS NULL THEN '' ELSE 'attributed ' END
    || CASE duress WHEN 1 THEN 'duress ' ELSE '' END
    || CASE standing WHEN 'stands' THEN '' ELSE standing END
  ) AS mark,
  it.attributed_to AS attributed_to,
  substr(documents.text, it.start + 1, it."end" - it.start) AS words,
  it.verdict AS verdict, it.judged_by AS judged_by, it.judged_at AS judged_at, it.corrected AS corrected,
  it.alone AS alone, it.outdated AS outdated, it.confidence AS confidence, it.rule AS rule,
  it.document AS document_id, it.subject AS person_id, it.start AS start, it."end" AS "end"
FROM standing_claims AS it
JOIN documents ON documents.id = it.document
JOIN first_sources ON first_sources.document = it.document;

CREATE VIEW people_told AS
SELECT
  personas.label AS person, personas.kind AS kind, personas.gender AS gender, personas.names AS names,
  documents.title AS document, first_sources.uri AS uri, personas.main AS main,
  (SELECT count(*) FROM standing_claims AS it
    WHERE it.document = personas.document AND it.subject = personas.id AND it.verdict IS NOT 'reject') AS claims,
  personas.id AS person_id, personas.document AS document_id
FROM personas
JOIN documents ON documents.id = personas.document
JOIN first_sources ON first_sources.document = personas.document;

CREATE VIEW judgements_told AS
SELECT
  it.number AS number, it.made_at AS made_at, it.made_by AS made_by, it.verdict AS verdict, it.about AS about,
  coalesce(it.undoes, attachments.target, it.target) AS target, other.target AS other,
  it.anchor ->> '$[0].quote[1]' AS words, it.correction AS correction, it.why AS why,
  attachments.how AS attached, undoing.number AS undone_by
FROM judgements AS it
LEFT JOIN attachments ON attachments.judgement = it.number AND attachments.position = 0
LEFT JOIN attachments AS other ON other.judgement = it.number AND other.position = 1
LEFT JOIN judgements AS undoing ON undoing.undoes = it.number;
