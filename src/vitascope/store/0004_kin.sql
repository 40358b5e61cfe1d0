-- A persona may be told to be several persons' kin: sister of one and wife of another. `kin` holds pairs of relation
-- and persona as a JSON list, in the order of the reading; kin_relation and kin_of stay behind, always NULL.

ALTER TABLE personas ADD COLUMN kin TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(kin));

UPDATE personas SET kin = json_array(json_array(kin_relation, kin_of)) WHERE kin_relation IS NOT NULL;

UPDATE personas SET kin_relation = NULL, kin_of = NULL;
