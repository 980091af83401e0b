-- Former members whose name and address are taken out of everything. Ids only: the list outlives what it speaks of, also in a file beside
-- the database, so that it is done again to an older copy that is restored.
CREATE TABLE erasures (
    person TEXT NOT NULL PRIMARY KEY REFERENCES people (id),
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Who has asked for it, and is still here.
CREATE TABLE erasure_requests (
    person TEXT NOT NULL PRIMARY KEY REFERENCES people (id),
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What was removed lies in the trash for thirty days (INV-37): its text stands in the newest of its versions.
CREATE INDEX posts_removed ON posts (edited_at, id) WHERE removed = 1;
CREATE INDEX posts_removed_by_author ON posts (author, edited_at) WHERE removed = 1;
INSERT INTO due_items (at, kind, target) SELECT coalesce(edited_at, at) + 2592000000, 'empty_post', id FROM posts WHERE removed = 1;

-- Where somebody is named is looked up by them: for what is stored about them, and to erase it. Posts are found by their threads: an index by
-- author would make each post dearer.
CREATE INDEX threads_by_starter ON threads (started_by);
CREATE INDEX posts_by_remover ON posts (removed_by) WHERE removed_by IS NOT NULL;
CREATE INDEX action_steps_by_setter ON action_steps (set_by);
CREATE INDEX step_updates_by_author ON step_updates (author) WHERE author IS NOT NULL;
CREATE INDEX mail_by_person ON mail (person) WHERE person IS NOT NULL;
CREATE INDEX mail_by_address ON mail (address_folded);
CREATE INDEX memberships_by_decider ON memberships (decided_by) WHERE decided_by IS NOT NULL;
CREATE INDEX join_requests_by_decider ON join_requests (decided_by) WHERE decided_by IS NOT NULL;
CREATE INDEX join_requests_by_person ON join_requests (person) WHERE person IS NOT NULL;
CREATE INDEX organisation_domains_by_confirmer ON organisation_domains (confirmed_by);
