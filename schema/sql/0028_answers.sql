-- Who comes to a meeting: one answer of each person, as they said it last. What was said stays when they leave.
CREATE TABLE rsvps (
    id TEXT NOT NULL PRIMARY KEY,
    meeting TEXT NOT NULL REFERENCES meetings (id),
    person TEXT NOT NULL REFERENCES people (id),
    -- Whose they were when they answered.
    organisation TEXT NOT NULL REFERENCES organisations (id),
    answer TEXT NOT NULL CHECK (answer IN ('yes', 'maybe', 'no')),
    -- Where the meeting has a place, and they said so.
    mode TEXT CHECK (mode IN ('in_person', 'remote')),
    source TEXT NOT NULL CHECK (source IN ('app', 'mail_link')),
    -- Themselves, or who answered for them.
    answered_by TEXT NOT NULL REFERENCES people (id),
    answered_at INTEGER NOT NULL,
    -- It was said of another time or place: they are asked again.
    to_confirm INTEGER NOT NULL DEFAULT 0 CHECK (to_confirm IN (0, 1)),
    -- They left before it took place.
    ended_at INTEGER
) STRICT;
CREATE UNIQUE INDEX rsvps_by_meeting ON rsvps (meeting, person);
CREATE INDEX rsvps_by_person ON rsvps (person, id);
CREATE INDEX rsvps_by_answerer ON rsvps (answered_by);

-- When those without an answer were mailed last.
CREATE TABLE rsvp_reminders (
    meeting TEXT NOT NULL PRIMARY KEY REFERENCES meetings (id),
    reminded_at INTEGER NOT NULL,
    reminded_by TEXT NOT NULL REFERENCES people (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX rsvp_reminders_by_person ON rsvp_reminders (reminded_by);

-- A link in a mail does one thing for one person, once, and signs nobody in.
CREATE TABLE action_links (
    -- The secret itself is in the mail only.
    secret_hash TEXT NOT NULL PRIMARY KEY,
    person TEXT NOT NULL REFERENCES people (id),
    verb TEXT NOT NULL CHECK (verb IN ('answer_yes', 'answer_maybe', 'answer_no', 'update_step')),
    -- The meeting, or the lane of a step.
    target TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER,
    -- What was said by it; empty for nothing yet.
    answered TEXT NOT NULL DEFAULT '' CHECK ((answered = '') = (used_at IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX action_links_by_person ON action_links (person);
CREATE INDEX action_links_by_end ON action_links (expires_at);

-- The audit knows one way more: a link in a mail. A condition of a table cannot be changed, so the rows move to one that has it, as they are:
-- the chain is read whole after each backup, and by `doctor`.
DROP TRIGGER audit_never_changed;
DROP TRIGGER audit_never_removed;
DROP TRIGGER audit_only_at_the_end;
DROP TRIGGER audit_bodies_never_changed;
DROP TRIGGER audit_bodies_only_erased;
DROP TRIGGER audit_bodies_never_again;
ALTER TABLE audit_bodies RENAME TO audit_bodies_before;
ALTER TABLE audit_erased RENAME TO audit_erased_before;
ALTER TABLE audit_people RENAME TO audit_people_before;
ALTER TABLE audit RENAME TO audit_before;
CREATE TABLE audit (
    -- Dense, from 1.
    seq INTEGER NOT NULL PRIMARY KEY CHECK (seq > 0),
    at INTEGER NOT NULL,
    -- Nobody where the server itself acts, or somebody on the machine.
    actor TEXT REFERENCES people (id),
    via TEXT NOT NULL CHECK (via IN ('web', 'api', 'mail_link', 'command_line', 'system')),
    -- The name of a command, or what else was done: the words for people are in the program.
    verb TEXT NOT NULL CHECK (verb <> ''),
    target_kind TEXT NOT NULL,
    target TEXT,
    -- Whose it is: decides who may see it.
    collaborative TEXT REFERENCES collaboratives (id),
    organisation TEXT REFERENCES organisations (id),
    -- No key: the audit outlives a series that is thrown away.
    series TEXT,
    -- The command that did it.
    command TEXT,
    -- Of the body with its salt: what was erased can be guessed by nobody, and what is left cannot be changed.
    body_digest TEXT NOT NULL,
    prev_hash TEXT NOT NULL,
    hash TEXT NOT NULL,
    CHECK ((via IN ('web', 'api', 'mail_link')) = (actor IS NOT NULL))
) STRICT;
CREATE TABLE audit_bodies (
    seq INTEGER NOT NULL PRIMARY KEY REFERENCES audit (seq),
    salt TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL
) STRICT;
CREATE TABLE audit_erased (
    seq INTEGER NOT NULL PRIMARY KEY REFERENCES audit (seq),
    at INTEGER NOT NULL
) STRICT;
CREATE TABLE audit_people (
    person TEXT NOT NULL REFERENCES people (id),
    at INTEGER NOT NULL,
    seq INTEGER NOT NULL REFERENCES audit (seq),
    PRIMARY KEY (person, at, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO audit (seq, at, actor, via, verb, target_kind, target, collaborative, organisation, series, command, body_digest, prev_hash, hash)
    SELECT seq, at, actor, via, verb, target_kind, target, collaborative, organisation, series, command, body_digest, prev_hash, hash
    FROM audit_before ORDER BY seq;
INSERT INTO audit_bodies (seq, salt, before, after) SELECT seq, salt, before, after FROM audit_bodies_before ORDER BY seq;
INSERT INTO audit_erased (seq, at) SELECT seq, at FROM audit_erased_before ORDER BY seq;
INSERT INTO audit_people (person, at, seq) SELECT person, at, seq FROM audit_people_before ORDER BY person, at, seq;
DROP TABLE audit_bodies_before;
DROP TABLE audit_erased_before;
DROP TABLE audit_people_before;
DROP TABLE audit_before;
CREATE INDEX audit_by_collaborative ON audit (collaborative, at, seq);
CREATE INDEX audit_by_organisation ON audit (organisation, at, seq);
CREATE INDEX audit_by_series ON audit (series) WHERE series IS NOT NULL;
CREATE INDEX audit_of_series ON audit (collaborative, at, seq) WHERE series IS NOT NULL;
CREATE INDEX audit_by_verb ON audit (collaborative, verb, at, seq);
CREATE INDEX audit_by_target ON audit (target, at, seq);
CREATE INDEX audit_by_actor ON audit (actor, at, seq);
CREATE INDEX audit_people_by_row ON audit_people (seq);
-- Nothing of the chain is ever changed, taken away or put in between, by whatever tool. Bodies go only once that is written down.
CREATE TRIGGER audit_never_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
CREATE TRIGGER audit_never_removed BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
CREATE TRIGGER audit_only_at_the_end BEFORE INSERT ON audit
WHEN new.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM audit) BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
CREATE TRIGGER audit_bodies_never_changed BEFORE UPDATE ON audit_bodies BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
CREATE TRIGGER audit_bodies_only_erased BEFORE DELETE ON audit_bodies
WHEN NOT EXISTS (SELECT 1 FROM audit_erased WHERE seq = old.seq) BEGIN SELECT RAISE(ABORT, 'a body goes only by an erasure'); END;
CREATE TRIGGER audit_bodies_never_again BEFORE INSERT ON audit_bodies
WHEN EXISTS (SELECT 1 FROM audit_bodies WHERE seq = new.seq) OR EXISTS (SELECT 1 FROM audit_erased WHERE seq = new.seq)
BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
