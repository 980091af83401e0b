-- What people remove lies in the trash for thirty days (INV-37), under the id that it had and has again. Posts are not here: a trace of them
-- stays in its place (posts.removed).
CREATE TABLE trash (
    id TEXT NOT NULL PRIMARY KEY,
    collaborative TEXT NOT NULL REFERENCES collaboratives (id),
    kind TEXT NOT NULL
        CHECK (kind IN ('series', 'objective', 'participation', 'meeting', 'agenda_item', 'step_link', 'no_step')),
    -- The series, meeting or step that it was part of.
    part_of TEXT,
    -- Who follows this saw it, and sees it in the trash.
    stream TEXT NOT NULL,
    title TEXT NOT NULL,
    place TEXT NOT NULL,
    text TEXT NOT NULL,
    removed_by TEXT REFERENCES people (id),
    removed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX trash_by_age ON trash (collaborative, removed_at, id);
CREATE INDEX trash_by_remover ON trash (removed_by) WHERE removed_by IS NOT NULL;

-- The rows themselves, as they were, with the entry that they lie under: a series takes all that hangs on it along. A column that is added to
-- the table of the living is added here too; tests/store/trash_test.cpp finds the one that was forgotten.
CREATE TABLE removed_series (
    trash TEXT NOT NULL REFERENCES trash (id),
    id TEXT NOT NULL PRIMARY KEY,
    collaborative TEXT NOT NULL REFERENCES collaboratives (id),
    slug TEXT NOT NULL,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    state TEXT NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    current INTEGER NOT NULL,
    revision INTEGER NOT NULL
) STRICT;
CREATE INDEX removed_series_by_trash ON removed_series (trash);
-- An address stays with its series for as long as that can come back.
CREATE INDEX removed_series_by_slug ON removed_series (collaborative, slug);

CREATE TABLE removed_objectives (
    trash TEXT NOT NULL REFERENCES trash (id),
    id TEXT NOT NULL PRIMARY KEY,
    series TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    short_name TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE INDEX removed_objectives_by_trash ON removed_objectives (trash);

CREATE TABLE removed_participations (
    trash TEXT NOT NULL REFERENCES trash (id),
    id TEXT NOT NULL PRIMARY KEY,
    series TEXT NOT NULL,
    organisation TEXT NOT NULL REFERENCES organisations (id)
) STRICT;
CREATE INDEX removed_participations_by_trash ON removed_participations (trash);
CREATE INDEX removed_participations_by_organisation ON removed_participations (organisation);

CREATE TABLE removed_meetings (
    trash TEXT NOT NULL REFERENCES trash (id),
    id TEXT NOT NULL PRIMARY KEY,
    collaborative TEXT NOT NULL REFERENCES collaboratives (id),
    series TEXT,
    ordinal INTEGER NOT NULL,
    type TEXT NOT NULL,
    state TEXT NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    starts_local TEXT NOT NULL,
    zone TEXT NOT NULL,
    starts_at INTEGER NOT NULL,
    minutes INTEGER NOT NULL,
    place TEXT NOT NULL,
    objectives TEXT NOT NULL,
    principles TEXT NOT NULL,
    presenting TEXT NOT NULL,
    pre_work TEXT NOT NULL,
    materials TEXT NOT NULL,
    outcome TEXT NOT NULL,
    moved_at INTEGER,
    cancel_reason TEXT NOT NULL,
    revision INTEGER NOT NULL,
    current INTEGER NOT NULL,
    link TEXT NOT NULL,
    dial_in TEXT NOT NULL,
    announced_at INTEGER,
    calendar_sequence INTEGER NOT NULL
) STRICT;
CREATE INDEX removed_meetings_by_trash ON removed_meetings (trash);

CREATE TABLE removed_agenda_items (
    trash TEXT NOT NULL REFERENCES trash (id),
    id TEXT NOT NULL PRIMARY KEY,
    meeting TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    title TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    who TEXT NOT NULL,
    mode TEXT NOT NULL,
    instruction TEXT NOT NULL,
    capture TEXT NOT NULL,
    next_steps INTEGER NOT NULL
) STRICT;
CREATE INDEX removed_agenda_items_by_trash ON removed_agenda_items (trash);

CREATE TABLE removed_step_links (
    trash TEXT NOT NULL REFERENCES trash (id),
    id TEXT NOT NULL PRIMARY KEY,
    from_step TEXT NOT NULL REFERENCES action_steps (id),
    to_step TEXT NOT NULL REFERENCES action_steps (id),
    type TEXT NOT NULL
) STRICT;
CREATE INDEX removed_step_links_by_trash ON removed_step_links (trash);
CREATE INDEX removed_step_links_from ON removed_step_links (from_step);
CREATE INDEX removed_step_links_to ON removed_step_links (to_step);

CREATE TABLE removed_no_steps (
    trash TEXT NOT NULL REFERENCES trash (id),
    id TEXT NOT NULL PRIMARY KEY,
    meeting TEXT NOT NULL,
    organisation TEXT NOT NULL REFERENCES organisations (id),
    reason TEXT NOT NULL
) STRICT;
CREATE INDEX removed_no_steps_by_trash ON removed_no_steps (trash);
CREATE INDEX removed_no_steps_by_organisation ON removed_no_steps (organisation);

-- What is dropped for good takes its threads along, and with them the marks of who had read them.
CREATE INDEX read_marks_by_thread ON read_marks (thread);
-- What hangs on a meeting is looked for before that is thrown away.
CREATE INDEX guests_by_meeting ON guests (meeting);
