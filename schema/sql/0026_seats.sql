-- One person, one account, any number of seats: one in each of several collaboratives.
DROP INDEX seats_by_person;

-- Whose access to one collaborative was ended, and who keeps the seat: 0 where nobody wrote down when. `people.active` says that somebody has
-- access anywhere at all.
ALTER TABLE seats ADD COLUMN suspended_at INTEGER;
UPDATE seats SET suspended_at = 0 WHERE left_at IS NULL AND person IN (SELECT id FROM people WHERE active = 0);
-- When they were last at work there: a sign-in leads to the collaborative of last use. No ground, so that being here raises nothing.
ALTER TABLE seats ADD COLUMN used_at INTEGER NOT NULL DEFAULT 0;
UPDATE seats SET used_at = coalesce((SELECT seen_at FROM people WHERE id = seats.person), 0);

-- Rights rest on it too (0011_grounds.sql).
DROP TRIGGER grounds_seats_changed;
CREATE TRIGGER grounds_seats_changed AFTER UPDATE OF person, collaborative, organisation, left_at, suspended_at ON seats BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;

-- A link that staff of one collaborative was shown must not open another: then it only says where to sign in. Of earlier ones nobody knows.
ALTER TABLE invitations ADD COLUMN collaborative TEXT REFERENCES collaboratives (id);
ALTER TABLE invitations ADD COLUMN shown INTEGER NOT NULL DEFAULT 1 CHECK (shown IN (0, 1));
UPDATE invitations SET collaborative = (SELECT collaborative FROM seats WHERE person = invitations.person);

-- Standing and accepted terms are known by their collaborative from now on: whoever holds older ones is behind by this event, which is
-- forgotten, and gets a snapshot.
INSERT INTO journal (stream, seq, at, actor, command, name, payload)
    SELECT name, head + 1, 0, NULL, '00000000000000000000000000', 'records_renewed', NULL FROM streams
    WHERE name IN (SELECT 'person/' || id FROM people);
UPDATE journal SET payload = NULL WHERE stream IN (SELECT 'person/' || id FROM people);
UPDATE streams SET head = head + 1, floor = head + 1 WHERE name IN (SELECT 'person/' || id FROM people);
