-- Guests of one meeting, by its link and without an account.
CREATE TABLE guest_links (
    meeting TEXT NOT NULL PRIMARY KEY REFERENCES meetings (id),
    secret_hash TEXT NOT NULL UNIQUE,
    made_by TEXT NOT NULL REFERENCES people (id),
    made_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE guests (
    id TEXT NOT NULL PRIMARY KEY,
    meeting TEXT NOT NULL REFERENCES meetings (id),
    -- Of the secret in the guest's browser.
    secret_hash TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    affiliation TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('waiting', 'admitted', 'declined')),
    asked_at INTEGER NOT NULL,
    decided_at INTEGER,
    decided_by TEXT REFERENCES people (id),
    -- Their row of the roster; who was never in the open room leaves none.
    attendance TEXT REFERENCES attendance (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX guests_waiting ON guests (meeting, asked_at) WHERE status = 'waiting';
CREATE INDEX guests_by_attendance ON guests (attendance) WHERE attendance IS NOT NULL;
CREATE INDEX guests_by_age ON guests (asked_at);
CREATE INDEX guests_by_decider ON guests (decided_by) WHERE decided_by IS NOT NULL;
CREATE INDEX guest_links_by_maker ON guest_links (made_by);
