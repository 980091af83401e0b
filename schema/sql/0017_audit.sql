-- The audit: who did what, when and by which way, to whom or what. One row after the other, each with the hash of the one before it.
CREATE TABLE audit (
    -- Dense, from 1.
    seq INTEGER NOT NULL PRIMARY KEY CHECK (seq > 0),
    at INTEGER NOT NULL,
    -- Nobody where the server itself acts, or somebody on the machine.
    actor TEXT REFERENCES people (id),
    via TEXT NOT NULL CHECK (via IN ('web', 'api', 'command_line', 'system')),
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
    CHECK ((via IN ('web', 'api')) = (actor IS NOT NULL))
) STRICT;
CREATE INDEX audit_by_collaborative ON audit (collaborative, at, seq);
CREATE INDEX audit_by_organisation ON audit (organisation, at, seq);
CREATE INDEX audit_by_series ON audit (series) WHERE series IS NOT NULL;
CREATE INDEX audit_of_series ON audit (collaborative, at, seq) WHERE series IS NOT NULL;
CREATE INDEX audit_by_verb ON audit (collaborative, verb, at, seq);
CREATE INDEX audit_by_target ON audit (target, at, seq);
CREATE INDEX audit_by_actor ON audit (actor, at, seq);

-- What was there before and after, as JSON text, apart from the chain, so that it can be erased where the law asks.
CREATE TABLE audit_bodies (
    seq INTEGER NOT NULL PRIMARY KEY REFERENCES audit (seq),
    salt TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL
) STRICT;

-- Bodies that are gone on purpose.
CREATE TABLE audit_erased (
    seq INTEGER NOT NULL PRIMARY KEY REFERENCES audit (seq),
    at INTEGER NOT NULL
) STRICT;

-- Whom a row names: who did it, to whom, and everybody whose id stands in its body.
CREATE TABLE audit_people (
    person TEXT NOT NULL REFERENCES people (id),
    at INTEGER NOT NULL,
    seq INTEGER NOT NULL REFERENCES audit (seq),
    PRIMARY KEY (person, at, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_people_by_row ON audit_people (seq);

-- Where the chain ends: a row that was taken off its end is missed.
CREATE TABLE audit_head (
    one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    seq INTEGER NOT NULL,
    hash TEXT NOT NULL
) STRICT;
INSERT INTO audit_head (one, seq, hash) VALUES (1, 0, '');

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
