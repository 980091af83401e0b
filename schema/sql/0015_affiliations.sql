-- Where people had a seat before, written when the seat is left: a person has one seat, and a past.
CREATE TABLE affiliations (
    person TEXT NOT NULL REFERENCES people (id),
    until INTEGER NOT NULL,
    organisation TEXT NOT NULL REFERENCES organisations (id),
    collaborative TEXT NOT NULL REFERENCES collaboratives (id),
    -- The strongest they had.
    role TEXT NOT NULL
        CHECK (role IN ('administrator', 'facilitator', 'state_lead', 'state_member', 'partner', 'observer')),
    title TEXT NOT NULL,
    -- 0 where nobody wrote it down.
    since INTEGER NOT NULL,
    PRIMARY KEY (person, until, organisation)
) STRICT, WITHOUT ROWID;
CREATE INDEX affiliations_by_organisation ON affiliations (organisation);

INSERT INTO affiliations (person, organisation, collaborative, role, title, since, until)
SELECT s.person, s.organisation, s.collaborative,
    coalesce((SELECT g.role FROM role_grants g WHERE g.person = s.person AND g.collaborative = s.collaborative
        ORDER BY CASE g.role WHEN 'administrator' THEN 0 WHEN 'facilitator' THEN 1 WHEN 'state_lead' THEN 2
            WHEN 'state_member' THEN 3 WHEN 'partner' THEN 4 ELSE 5 END LIMIT 1), 'observer'),
    s.title, s.taken_at, s.left_at
FROM seats s WHERE s.left_at IS NOT NULL;

-- An organisation has one contact (INV-3). Of several the first stays; whoever has left is none.
UPDATE seats SET primary_contact = 0 WHERE primary_contact = 1 AND (left_at IS NOT NULL OR person >
    (SELECT min(t.person) FROM seats t WHERE t.organisation = seats.organisation AND t.primary_contact = 1 AND t.left_at IS NULL));
CREATE UNIQUE INDEX seats_contact ON seats (organisation) WHERE primary_contact = 1 AND left_at IS NULL;

-- Whose rooms are handed over.
CREATE INDEX rooms_by_host ON rooms (host) WHERE state = 'open';

-- Records of people and of memberships have a new member: whoever holds older ones is behind by this event, which is
-- forgotten, and gets a snapshot.
INSERT INTO journal (stream, seq, at, actor, command, name, payload)
    SELECT name, head + 1, 0, NULL, '00000000000000000000000000', 'records_renewed', NULL FROM streams
    WHERE name IN (SELECT 'extended/' || id FROM collaboratives UNION SELECT 'collaborative/' || id FROM collaboratives);
UPDATE journal SET payload = NULL
    WHERE stream IN (SELECT 'extended/' || id FROM collaboratives UNION SELECT 'collaborative/' || id FROM collaboratives);
UPDATE streams SET head = head + 1, floor = head + 1
    WHERE name IN (SELECT 'extended/' || id FROM collaboratives UNION SELECT 'collaborative/' || id FROM collaboratives);
