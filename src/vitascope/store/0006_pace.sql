-- What the page asks of a large project is answered without going through it.

-- The queue of what is to be judged; the expression is that of a plain assertion, as the queries write it.
CREATE INDEX claims_by_doubt ON claims (
  confidence,
  (polarity = 'affirmed' AND modality = 'asserted' AND attributed_to IS NULL AND NOT duress AND standing = 'stands'),
  document, position
);

CREATE INDEX documents_by_title ON documents (title);
