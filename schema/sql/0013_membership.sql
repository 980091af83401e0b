-- Membership years, who is a member in each, and who holds which seat.
CREATE TABLE membership_years (
    collaborative TEXT NOT NULL REFERENCES collaboratives (id),
    -- "2026-2027"
    label TEXT NOT NULL,
    starts_on TEXT NOT NULL,
    -- Its last day.
    ends_on TEXT NOT NULL,
    -- Who has not renewed goes on reading for so long.
    grace_days INTEGER NOT NULL CHECK (grace_days BETWEEN 0 AND 366),
    -- Open to be renewed for, running, over with some still in their grace, over.
    status TEXT NOT NULL CHECK (status IN ('open', 'active', 'grace', 'closed')),
    -- So many days before its end its contacts were reminded last; 0 for not yet.
    reminded INTEGER NOT NULL DEFAULT 0 CHECK (reminded >= 0),
    PRIMARY KEY (collaborative, label)
) STRICT, WITHOUT ROWID;

INSERT INTO membership_years (collaborative, label, starts_on, ends_on, grace_days, status)
SELECT y.collaborative, y.label, substr(y.label, 1, 4) || '-07-01', substr(y.label, 6, 4) || '-06-30', 30,
    CASE WHEN y.label = c.year THEN 'active' WHEN y.label < c.year THEN 'closed' ELSE 'open' END
FROM (SELECT id AS collaborative, year AS label FROM collaboratives
    UNION SELECT o.collaborative, m.year FROM memberships m JOIN organisations o ON o.id = m.organisation) y
JOIN collaboratives c ON c.id = y.collaborative;

-- The day that was last seen: a year turns only on a day that was seen twice, an hour apart, for a clock can be wrong.
ALTER TABLE collaboratives ADD COLUMN looked_on TEXT NOT NULL DEFAULT '';
INSERT INTO due_items (at, kind, target) SELECT 0, 'turn_year', id FROM collaboratives;

-- When the person took the seat, and when they left it. Somebody who is suspended still holds theirs.
ALTER TABLE seats ADD COLUMN taken_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE seats ADD COLUMN left_at INTEGER;
UPDATE seats SET left_at = 0 WHERE person IN (SELECT id FROM people WHERE active = 0);
CREATE INDEX seats_held ON seats (organisation) WHERE left_at IS NULL;

-- The organisation is the member, for a membership year; its seats are no more than their number says.
ALTER TABLE memberships RENAME TO memberships_before;
CREATE TABLE memberships (
    organisation TEXT NOT NULL REFERENCES organisations (id),
    year TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('applied', 'approved', 'active', 'grace', 'expired', 'suspended', 'withdrawn')),
    tier TEXT NOT NULL CHECK (tier IN ('core', 'extended')),
    seat_cap INTEGER NOT NULL CHECK (seat_cap BETWEEN 1 AND 500),
    decided_at INTEGER NOT NULL DEFAULT 0,
    decided_by TEXT REFERENCES people (id),
    PRIMARY KEY (organisation, year)
) STRICT, WITHOUT ROWID;
CREATE INDEX memberships_by_year ON memberships (year, status);
-- One at a time gives rights: this one.
CREATE UNIQUE INDEX memberships_carrying ON memberships (organisation) WHERE status IN ('active', 'grace');

INSERT INTO memberships (organisation, year, status, tier, seat_cap)
SELECT m.organisation, m.year,
    CASE m.status WHEN 'pending' THEN 'applied' WHEN 'lapsed' THEN 'expired' WHEN 'withdrawn' THEN 'withdrawn'
        ELSE CASE WHEN m.year = c.year THEN 'active' WHEN m.year > c.year THEN 'approved' ELSE 'expired' END END,
    'core', CASE WHEN s.held > 6 THEN s.held ELSE 6 END
FROM memberships_before m JOIN organisations o ON o.id = m.organisation JOIN collaboratives c ON c.id = o.collaborative
JOIN (SELECT g.id, (SELECT count(*) FROM seats WHERE organisation = g.id AND left_at IS NULL) AS held FROM organisations g) s ON s.id = o.id;
DROP TABLE memberships_before;

-- Whose people were at work before rights rested on membership goes on: that is a member of the running year.
INSERT INTO memberships (organisation, year, status, tier, seat_cap)
SELECT o.id, c.year, 'active', 'core', CASE WHEN count(*) > 6 THEN count(*) ELSE 6 END
FROM organisations o JOIN collaboratives c ON c.id = o.collaborative JOIN seats s ON s.organisation = o.id AND s.left_at IS NULL
WHERE o.type = 'state_agency'
GROUP BY o.id, c.year
ON CONFLICT (organisation, year) DO UPDATE SET status = 'active', seat_cap = excluded.seat_cap;

-- Rights rest on these rows too (0011_grounds.sql).
DROP TRIGGER grounds_seats_changed;
CREATE TRIGGER grounds_seats_changed AFTER UPDATE OF person, collaborative, organisation, left_at ON seats BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_memberships_added AFTER INSERT ON memberships BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_memberships_changed AFTER UPDATE OF organisation, status, tier ON memberships BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_memberships_gone AFTER DELETE ON memberships BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;

-- Who asks to join, from the public page. A request is nobody's news before its address is confirmed.
CREATE TABLE join_requests (
    id TEXT NOT NULL PRIMARY KEY,
    collaborative TEXT NOT NULL REFERENCES collaboratives (id),
    -- One that is here, or nothing for one that is not: then name and type say what it is.
    organisation TEXT REFERENCES organisations (id),
    agency TEXT NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('state_agency', 'convener', 'ta_provider', 'partner', 'federal')),
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    address_folded TEXT NOT NULL,
    title TEXT NOT NULL,
    function TEXT NOT NULL,
    statement TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('submitted', 'confirmed', 'approved', 'declined', 'expired')),
    -- Approved by the agency's domain.
    automatic INTEGER NOT NULL DEFAULT 0 CHECK (automatic IN (0, 1)),
    asked_at INTEGER NOT NULL,
    confirmed_at INTEGER,
    decided_at INTEGER,
    decided_by TEXT REFERENCES people (id),
    -- Why it was declined.
    reason TEXT NOT NULL DEFAULT '',
    -- Who came of it.
    person TEXT REFERENCES people (id)
) STRICT;
CREATE INDEX join_requests_open ON join_requests (collaborative, confirmed_at) WHERE status = 'confirmed';
CREATE INDEX join_requests_decided ON join_requests (collaborative, decided_at) WHERE status IN ('approved', 'declined', 'expired');
CREATE INDEX join_requests_by_address ON join_requests (address_folded);
CREATE INDEX join_requests_unconfirmed ON join_requests (asked_at) WHERE status = 'submitted';

-- A code can belong to somebody who asks to join.
ALTER TABLE sign_in_codes ADD COLUMN request TEXT REFERENCES join_requests (id);
CREATE INDEX sign_in_codes_by_request ON sign_in_codes (request) WHERE request IS NOT NULL;

-- A mail may bring a meeting for the reader's calendar (RFC 5545), and each meeting counts its moves for that.
ALTER TABLE mail ADD COLUMN calendar TEXT NOT NULL DEFAULT '';
ALTER TABLE meetings ADD COLUMN calendar_sequence INTEGER NOT NULL DEFAULT 0;

-- Whose mail comes from here needs nobody's approval while a seat is free.
CREATE TABLE organisation_domains (
    organisation TEXT NOT NULL REFERENCES organisations (id),
    domain TEXT NOT NULL,
    -- The lead whose own address is of that domain.
    confirmed_by TEXT NOT NULL REFERENCES people (id),
    confirmed_at INTEGER NOT NULL,
    PRIMARY KEY (organisation, domain)
) STRICT, WITHOUT ROWID;
