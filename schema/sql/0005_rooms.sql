-- The live room of a meeting: agenda pointer, queue, who is here. A killed server comes back to exactly this.
CREATE TABLE rooms (
    id TEXT NOT NULL PRIMARY KEY REFERENCES meetings (id),
    state TEXT NOT NULL CHECK (state IN ('closed', 'open', 'ended')),
    opened_at INTEGER,
    ended_at INTEGER,
    undo_until INTEGER,
    current_item TEXT REFERENCES agenda_items (id),
    item_started_at INTEGER,
    item_minutes INTEGER NOT NULL,
    host TEXT REFERENCES people (id),
    floor TEXT,
    floor_since INTEGER,
    -- The number of the last hand that was raised; numbers are never used again.
    last_ordinal INTEGER NOT NULL,
    -- Where the session stood when it was ended, for taking that back.
    undo_item TEXT REFERENCES agenda_items (id),
    CHECK ((current_item IS NULL) = (item_started_at IS NULL)),
    CHECK ((floor IS NULL) = (floor_since IS NULL)),
    CHECK (state = 'open' OR (current_item IS NULL AND floor IS NULL))
) STRICT;

CREATE INDEX rooms_by_item ON rooms (current_item) WHERE current_item IS NOT NULL;
CREATE INDEX rooms_by_undo_item ON rooms (undo_item) WHERE undo_item IS NOT NULL;

CREATE TABLE item_runs (
    id TEXT NOT NULL PRIMARY KEY REFERENCES agenda_items (id),
    meeting TEXT NOT NULL REFERENCES meetings (id),
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    -- Of visits that are over.
    used_ms INTEGER NOT NULL CHECK (used_ms >= 0),
    added_minutes INTEGER NOT NULL CHECK (added_minutes >= 0)
) STRICT;
CREATE INDEX item_runs_by_meeting ON item_runs (meeting);

CREATE TABLE attendance (
    id TEXT NOT NULL PRIMARY KEY,
    meeting TEXT NOT NULL REFERENCES meetings (id),
    person TEXT REFERENCES people (id),
    name TEXT NOT NULL,
    organisation TEXT REFERENCES organisations (id),
    channel TEXT NOT NULL CHECK (channel IN ('web', 'phone', 'in_room')),
    -- Before the room is opened: waits. Once it has ended: would be back if that were undone.
    connected INTEGER NOT NULL CHECK (connected IN (0, 1)),
    first_here_at INTEGER,
    last_here_at INTEGER,
    minutes INTEGER NOT NULL CHECK (minutes >= 0),
    corrected_minutes INTEGER CHECK (corrected_minutes >= 0),
    correction_reason TEXT NOT NULL,
    spoken_ms INTEGER NOT NULL CHECK (spoken_ms >= 0),
    -- When a restart of the server parted the line; until the person is back.
    lost_at INTEGER,
    CHECK (person IS NULL OR channel = 'web'),
    CHECK (corrected_minutes IS NULL OR correction_reason <> '')
) STRICT;
CREATE UNIQUE INDEX attendance_by_person ON attendance (meeting, person) WHERE person IS NOT NULL;
CREATE INDEX attendance_by_meeting ON attendance (meeting, id);
CREATE INDEX attendance_of_person ON attendance (person) WHERE person IS NOT NULL;
CREATE INDEX attendance_by_organisation ON attendance (organisation) WHERE organisation IS NOT NULL;
CREATE INDEX attendance_connected ON attendance (connected, meeting, id) WHERE connected = 1;

-- Stays in the open room; those of one row never overlap.
CREATE TABLE presence_intervals (
    attendance TEXT NOT NULL REFERENCES attendance (id),
    joined_at INTEGER NOT NULL,
    left_at INTEGER CHECK (left_at >= joined_at),
    beat_at INTEGER NOT NULL,
    PRIMARY KEY (attendance, joined_at)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX presence_open ON presence_intervals (attendance) WHERE left_at IS NULL;

CREATE TABLE hands (
    id TEXT NOT NULL PRIMARY KEY,
    meeting TEXT NOT NULL REFERENCES meetings (id),
    who TEXT NOT NULL UNIQUE REFERENCES attendance (id),
    ordinal INTEGER NOT NULL CHECK (ordinal > 0),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'speaking')),
    raised_at INTEGER NOT NULL,
    UNIQUE (meeting, ordinal)
) STRICT;
