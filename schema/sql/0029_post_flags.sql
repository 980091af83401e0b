-- Whoever reads a post says that something is wrong with it; who moderates there decides. What was decided is
-- kept for thirty days.
CREATE TABLE post_flags (
    id TEXT NOT NULL PRIMARY KEY,
    collaborative TEXT NOT NULL REFERENCES collaboratives (id),
    post TEXT NOT NULL REFERENCES posts (id),
    flagged_by TEXT NOT NULL REFERENCES people (id),
    flagged_at INTEGER NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('private_details', 'unkind', 'off_topic', 'other')),
    words TEXT NOT NULL CHECK (reason <> 'other' OR words <> ''),
    status TEXT NOT NULL CHECK (status IN ('open', 'kept', 'removed', 'gone')),
    decided_at INTEGER,
    -- Nobody where there was nothing left to decide.
    decided_by TEXT REFERENCES people (id),
    -- To whoever flagged it.
    answer TEXT NOT NULL,
    CHECK ((status = 'open') = (decided_at IS NULL)),
    CHECK ((status IN ('kept', 'removed')) = (decided_by IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX post_flags_once ON post_flags (post, flagged_by) WHERE status = 'open';
CREATE INDEX post_flags_by_post ON post_flags (post, decided_at);
CREATE INDEX post_flags_by_person ON post_flags (flagged_by, flagged_at);
CREATE INDEX post_flags_by_decider ON post_flags (decided_by) WHERE decided_by IS NOT NULL;
CREATE INDEX post_flags_waiting ON post_flags (collaborative, flagged_at) WHERE status = 'open';
CREATE INDEX post_flags_decided ON post_flags (collaborative, decided_at) WHERE decided_by IS NOT NULL;

-- What the author of a post is told when somebody else took it away; for thirty days.
CREATE TABLE taken_posts (
    post TEXT NOT NULL PRIMARY KEY REFERENCES posts (id),
    author TEXT NOT NULL REFERENCES people (id),
    taken_at INTEGER NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('private_details', 'unkind', 'off_topic', 'other')),
    words TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX taken_posts_by_author ON taken_posts (author, taken_at);

-- How often a queue changed: of a collaborative, told to its staff, or of a series, told to who moderates there.
CREATE TABLE flag_queues (
    id TEXT NOT NULL PRIMARY KEY,
    stream TEXT NOT NULL UNIQUE,
    changes INTEGER NOT NULL CHECK (changes > 0)
) STRICT, WITHOUT ROWID;
