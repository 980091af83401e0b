-- What membership a state has is read by extended members too (docs/decisions/0029): it is at home in another
-- stream. Whoever follows either is behind by this event, which is forgotten, and gets a snapshot.
INSERT INTO journal (stream, seq, at, actor, command, name, payload)
    SELECT name, head + 1, 0, NULL, '00000000000000000000000000', 'records_renewed', NULL FROM streams
    WHERE name IN (SELECT 'extended/' || id FROM collaboratives UNION SELECT 'collaborative/' || id FROM collaboratives);
UPDATE journal SET payload = NULL
    WHERE stream IN (SELECT 'extended/' || id FROM collaboratives UNION SELECT 'collaborative/' || id FROM collaboratives);
UPDATE streams SET head = head + 1, floor = head + 1
    WHERE name IN (SELECT 'extended/' || id FROM collaboratives UNION SELECT 'collaborative/' || id FROM collaboratives);
