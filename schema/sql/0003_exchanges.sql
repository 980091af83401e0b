-- Series, who takes part, and their meetings with agendas.
CREATE TABLE series (
    id TEXT NOT NULL PRIMARY KEY,
    collaborative TEXT NOT NULL REFERENCES collaboratives (id),
    slug TEXT NOT NULL,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'running', 'completed')),
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL CHECK (ends_on >= starts_on),
    current INTEGER NOT NULL CHECK (current IN (0, 1)),
    revision INTEGER NOT NULL,
    UNIQUE (collaborative, slug)
) STRICT;

CREATE TABLE objectives (
    id TEXT NOT NULL PRIMARY KEY,
    series TEXT NOT NULL REFERENCES series (id),
    ordinal INTEGER NOT NULL,
    short_name TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX objectives_by_series ON objectives (series, ordinal);

CREATE TABLE participations (
    id TEXT NOT NULL PRIMARY KEY,
    series TEXT NOT NULL REFERENCES series (id),
    organisation TEXT NOT NULL REFERENCES organisations (id),
    UNIQUE (series, organisation)
) STRICT;
CREATE INDEX participations_by_organisation ON participations (organisation, series);

CREATE TABLE meetings (
    id TEXT NOT NULL PRIMARY KEY,
    collaborative TEXT NOT NULL REFERENCES collaboratives (id),
    series TEXT REFERENCES series (id),
    ordinal INTEGER NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('session', 'webinar', 'convening', 'one_to_one', 'check_in', 'planning')),
    state TEXT NOT NULL CHECK (state IN ('draft', 'announced', 'live', 'ended', 'cancelled')),
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    starts_local TEXT NOT NULL,
    zone TEXT NOT NULL,
    starts_at INTEGER NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes > 0),
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
    current INTEGER NOT NULL CHECK (current IN (0, 1)),
    link TEXT NOT NULL,
    dial_in TEXT NOT NULL,
    -- A meeting that was cancelled before it was announced stays with those who may see drafts.
    announced_at INTEGER
) STRICT;
CREATE UNIQUE INDEX meetings_by_series ON meetings (series, ordinal) WHERE series IS NOT NULL;
CREATE INDEX meetings_by_time ON meetings (collaborative, starts_at);

CREATE TABLE agenda_items (
    id TEXT NOT NULL PRIMARY KEY,
    meeting TEXT NOT NULL REFERENCES meetings (id),
    ordinal INTEGER NOT NULL,
    title TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes > 0),
    who TEXT NOT NULL,
    mode TEXT NOT NULL CHECK (mode IN ('plenary', 'breakout', 'individual', 'fishbowl', 'small')),
    instruction TEXT NOT NULL,
    capture TEXT NOT NULL,
    next_steps INTEGER NOT NULL CHECK (next_steps IN (0, 1))
) STRICT;
CREATE INDEX agenda_by_meeting ON agenda_items (meeting, ordinal);
