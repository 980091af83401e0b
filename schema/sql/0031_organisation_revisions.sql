-- Who edits an organisation names what they saw: of two at once the later one is told.
ALTER TABLE organisations ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;

-- What somebody offers and wants help with goes to a successor, or ends, when they have left everywhere
-- (features/identity/taking_over_tables.cpp): so it does of those who left before that.
DELETE FROM profile_entries WHERE NOT EXISTS
    (SELECT 1 FROM seats s WHERE s.person = profile_entries.person AND s.left_at IS NULL);
