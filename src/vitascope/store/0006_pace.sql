-- What the page asks of a large project is answered without going through it.

-- The queue of what is to be judged; the expression is that of a plain assertion, as the queries write it.
CREATE INDEX claims_by_doubt ON claims (
  confidence,
  (polarity = 'affirmed' AND modality = 'asserted' AND attributed_to IS NULL AND NOT duress AND standing = 'stands'),
  document, position
);

CREATE INDEX documents_by_title ON documents (title);

-- The facets of the search: by whom, by day, by what is in a role, and what is not plainly asserted.
CREATE INDEX claims_by_person ON claims (subject_label);
CREATE INDEX claims_by_day ON claims (coalesce(earliest_day, latest_day));
CREATE INDEX claim_roles_by_label ON claim_roles (label, name, claim);
CREATE INDEX claim_roles_by_name ON claim_roles (name);
CREATE INDEX claims_not_plain ON claims (modality, standing, duress, polarity) WHERE NOT (
  polarity = 'affirmed' AND modality = 'asserted' AND attributed_to IS NULL AND NOT duress AND standing = 'stands'
);

-- How many claims were read of each type and status. What people judged is set against it when it is asked.
CREATE TABLE claim_tallies (
  type       TEXT NOT NULL,
  polarity   TEXT NOT NULL,
  modality   TEXT NOT NULL,
  attributed INTEGER NOT NULL,
  duress     INTEGER NOT NULL,
  standing   TEXT NOT NULL,
  n          INTEGER NOT NULL,
  PRIMARY KEY (type, polarity, modality, attributed, duress, standing)
) STRICT, WITHOUT ROWID;

INSERT INTO claim_tallies
SELECT type, polarity, modality, attributed_to IS NOT NULL, duress, standing, count(*)
FROM claims GROUP BY 1, 2, 3, 4, 5, 6;

CREATE TRIGGER claims_counted AFTER INSERT ON claims
BEGIN
  INSERT INTO claim_tallies
  VALUES (new.type, new.polarity, new.modality, new.attributed_to IS NOT NULL, new.duress, new.standing, 1)
  ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER claims_uncounted AFTER DELETE ON claims
BEGIN
  UPDATE claim_tallies SET n = n - 1
  WHERE type = old.type AND polarity = old.polarity AND modality = old.modality
    AND attributed = (old.attributed_to IS NOT NULL) AND duress = old.duress AND standing = old.standing;
END;
