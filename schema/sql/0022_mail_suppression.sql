-- Mail that waits for the operator after a restore, or is not tried because its address gives mail back; what a mail tells of, so that
-- it is looked at again when it is sent whether its reader may still see that (INV-33).
ALTER TABLE mail RENAME TO mail_before;
CREATE TABLE mail (
    id TEXT NOT NULL PRIMARY KEY,
    -- Who it is for; nothing for an address that is nobody's here.
    person TEXT REFERENCES people (id),
    -- As it is written; compared without regard to case and outer blanks (INV-7).
    address TEXT NOT NULL,
    address_folded TEXT NOT NULL,
    -- A word that grows with the product: what is mailed for a new purpose needs no new table.
    purpose TEXT NOT NULL CHECK (purpose <> ''),
    -- The request, person, organisation, meeting, lane or collaborative that it tells of, by its purpose.
    about TEXT,
    subject TEXT NOT NULL,
    plain TEXT NOT NULL,
    html TEXT NOT NULL,
    calendar TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL
        CHECK (status IN ('queued', 'held', 'sent', 'failed', 'bounced', 'suppressed', 'withheld', 'outdated')),
    -- How often a mail server took the connection and refused this mail for now.
    attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    made_at INTEGER NOT NULL,
    next_at INTEGER NOT NULL,
    -- Not sent from then on: whoever gets it can do nothing with it.
    useless_at INTEGER NOT NULL,
    ended_at INTEGER,
    -- What the mail server said last.
    answer TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO mail (id, person, address, address_folded, purpose, about, subject, plain, html, calendar, status, attempts, made_at, next_at,
    useless_at, ended_at, answer)
SELECT id, person, address, address_folded, purpose, NULL, subject, plain, html, calendar, status, attempts, made_at, next_at,
    useless_at, ended_at, answer FROM mail_before;
DROP TABLE mail_before;
CREATE INDEX mail_queued ON mail (next_at) WHERE status = 'queued';
CREATE INDEX mail_waiting_until ON mail (useless_at) WHERE status IN ('queued', 'held');
-- Mails of one purpose reach an address in the order in which they were written.
CREATE INDEX mail_queued_by_address ON mail (address_folded, purpose, id) WHERE status = 'queued';
CREATE INDEX mail_held ON mail (made_at) WHERE status = 'held';
CREATE INDEX mail_by_age ON mail (made_at);
CREATE INDEX mail_by_person ON mail (person) WHERE person IS NOT NULL;
CREATE INDEX mail_by_address ON mail (address_folded);

-- Addresses that gave mail back for good. Nothing is sent there unasked.
CREATE TABLE suppressed_addresses (
    address_folded TEXT NOT NULL PRIMARY KEY,
    since INTEGER NOT NULL,
    -- What a mail server said.
    answer TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX suppressed_addresses_by_age ON suppressed_addresses (since);

-- Owners are told a week before a step is due, and on the day. What was told stays, so that it is told once for each due date.
CREATE TABLE step_reminders (
    lane TEXT NOT NULL,
    due_on TEXT NOT NULL,
    days_before INTEGER NOT NULL CHECK (days_before IN (0, 7)),
    PRIMARY KEY (lane, due_on, days_before)
) STRICT, WITHOUT ROWID;
CREATE INDEX step_reminders_by_day ON step_reminders (due_on);
CREATE INDEX step_lanes_open ON step_lanes (due_on) WHERE status IN ('not_started', 'on_track', 'at_risk', 'blocked');
ALTER TABLE people ADD COLUMN step_mails INTEGER NOT NULL DEFAULT 1 CHECK (step_mails IN (0, 1));

-- When the server last looked for reminders; nothing before its first look, and after a restore.
CREATE TABLE rounds (
    collaborative TEXT NOT NULL REFERENCES collaboratives (id),
    name TEXT NOT NULL CHECK (name IN ('remind_owners', 'tend_requests')),
    looked_at INTEGER NOT NULL,
    PRIMARY KEY (collaborative, name)
) STRICT, WITHOUT ROWID;
INSERT INTO due_items (at, kind, target) SELECT 0, 'remind_owners', id FROM collaboratives;
INSERT INTO due_items (at, kind, target) SELECT 0, 'tend_requests', id FROM collaboratives;

-- When those who decide were reminded of it.
ALTER TABLE join_requests ADD COLUMN reminded_at INTEGER;

-- Settings have a new member: whoever holds older ones is behind by this event, which is forgotten, and gets a snapshot.
INSERT INTO journal (stream, seq, at, actor, command, name, payload)
    SELECT name, head + 1, 0, NULL, '00000000000000000000000000', 'records_renewed', NULL FROM streams
    WHERE name IN (SELECT 'person/' || id FROM people);
UPDATE journal SET payload = NULL WHERE stream IN (SELECT 'person/' || id FROM people);
UPDATE streams SET head = head + 1, floor = head + 1 WHERE name IN (SELECT 'person/' || id FROM people);
