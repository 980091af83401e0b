-- Roles that hold in one part of a collaborative: the team of an organisation, a series, one meeting. What has
-- ended stays, with who ended it.
CREATE TABLE scoped_role_grants (
    id TEXT NOT NULL PRIMARY KEY,
    collaborative TEXT NOT NULL REFERENCES collaboratives (id),
    person TEXT NOT NULL REFERENCES people (id),
    role TEXT NOT NULL CHECK (role IN ('facilitator', 'state_member', 'partner', 'observer')),
    scope TEXT NOT NULL CHECK (scope IN ('organisation', 'series', 'meeting')),
    subject TEXT NOT NULL,
    granted_by TEXT NOT NULL REFERENCES people (id),
    granted_at INTEGER NOT NULL,
    -- The last day it holds, where it was granted for a time.
    until TEXT,
    ended_at INTEGER,
    -- Nobody where its time was over.
    ended_by TEXT REFERENCES people (id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX scoped_role_grants_held ON scoped_role_grants (person, collaborative, subject, role)
    WHERE ended_at IS NULL;
CREATE INDEX scoped_role_grants_by_subject ON scoped_role_grants (subject, person) WHERE ended_at IS NULL;
CREATE INDEX scoped_role_grants_by_person ON scoped_role_grants (person);
CREATE INDEX scoped_role_grants_by_collaborative ON scoped_role_grants (collaborative);
CREATE INDEX scoped_role_grants_by_granter ON scoped_role_grants (granted_by);
CREATE INDEX scoped_role_grants_by_ender ON scoped_role_grants (ended_by);

CREATE TRIGGER grounds_scoped_role_grants_added AFTER INSERT ON scoped_role_grants BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_scoped_role_grants_changed AFTER UPDATE ON scoped_role_grants BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_scoped_role_grants_gone AFTER DELETE ON scoped_role_grants BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
