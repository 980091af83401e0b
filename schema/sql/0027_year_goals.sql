-- The goals of a membership year. Each time they are written is a version of its own: none is changed or
-- removed, so that earlier ones can be put back.
CREATE TABLE year_goals (
    id TEXT NOT NULL PRIMARY KEY,
    collaborative TEXT NOT NULL REFERENCES collaboratives (id),
    -- "2026-2027"; of years before the collaborative came here too.
    year TEXT NOT NULL,
    -- The version that stands.
    revision INTEGER NOT NULL CHECK (revision > 0),
    UNIQUE (collaborative, year)
) STRICT;

CREATE TABLE year_goals_versions (
    year_goals TEXT NOT NULL REFERENCES year_goals (id),
    revision INTEGER NOT NULL CHECK (revision > 0),
    -- What the year is for, in a sentence.
    overall TEXT NOT NULL,
    at INTEGER NOT NULL,
    -- Nobody where it came with the collaborative.
    written_by TEXT REFERENCES people (id),
    PRIMARY KEY (year_goals, revision)
) STRICT, WITHOUT ROWID;
CREATE INDEX year_goals_versions_by_writer ON year_goals_versions (written_by) WHERE written_by IS NOT NULL;

CREATE TABLE goals (
    year_goals TEXT NOT NULL,
    revision INTEGER NOT NULL,
    ordinal INTEGER NOT NULL CHECK (ordinal > 0),
    -- A part of the nearest goal before it that is none.
    part INTEGER NOT NULL CHECK (part IN (0, 1)),
    text TEXT NOT NULL,
    -- Numbers of principles, and ids of organisations that work on it beside the states.
    principles TEXT NOT NULL,
    partners TEXT NOT NULL,
    PRIMARY KEY (year_goals, revision, ordinal),
    FOREIGN KEY (year_goals, revision) REFERENCES year_goals_versions (year_goals, revision)
) STRICT, WITHOUT ROWID;

-- Goals are known to everybody in a collaborative from now on: whoever holds older records is behind by this
-- event, which is forgotten, and gets a snapshot. Goals that stand in what a collaborative says about itself
-- are moved by the program (content/goals.cpp), which can read them.
INSERT INTO journal (stream, seq, at, actor, command, name, payload)
    SELECT name, head + 1, 0, NULL, '00000000000000000000000000', 'records_renewed', NULL FROM streams
    WHERE name IN (SELECT 'extended/' || id FROM collaboratives);
UPDATE journal SET payload = NULL WHERE stream IN (SELECT 'extended/' || id FROM collaboratives);
UPDATE streams SET head = head + 1, floor = head + 1 WHERE name IN (SELECT 'extended/' || id FROM collaboratives);
