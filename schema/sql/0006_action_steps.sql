-- Action steps, their lanes, their history, their links, and "none, because …".
CREATE TABLE action_steps (
    id TEXT NOT NULL PRIMARY KEY,
    collaborative TEXT NOT NULL REFERENCES collaboratives (id),
    series TEXT REFERENCES series (id),
    meeting TEXT REFERENCES meetings (id),
    organisation TEXT NOT NULL REFERENCES organisations (id),
    visibility TEXT NOT NULL CHECK (visibility IN ('organisation', 'series', 'members')),
    title TEXT NOT NULL,
    measure TEXT NOT NULL,
    detail TEXT NOT NULL,
    category TEXT
        CHECK (category IN ('policy_guidance', 'tools_templates', 'data_monitoring', 'capacity_learning',
                            'funding_resources', 'engagement_partnership', 'communication', 'evidence_research')),
    level TEXT NOT NULL CHECK (level IN ('sea', 'region', 'district', 'school')),
    horizon TEXT NOT NULL CHECK (horizon IN ('days_30', 'days_60', 'days_90', 'longer')),
    objectives TEXT NOT NULL,
    principles TEXT NOT NULL,
    -- Derived from the lanes (INV-22): written by the insert and by settle_status() only.
    status TEXT NOT NULL
        CHECK (status IN ('proposed', 'declined', 'not_started', 'on_track', 'at_risk', 'blocked', 'completed',
                          'set_aside')),
    due_on TEXT NOT NULL,
    set_at INTEGER NOT NULL,
    set_by TEXT NOT NULL REFERENCES people (id),
    on_behalf INTEGER NOT NULL CHECK (on_behalf IN (0, 1)),
    help TEXT NOT NULL CHECK (help IN ('none', 'wanted', 'answered', 'withdrawn')),
    help_text TEXT NOT NULL,
    help_at INTEGER,
    latest TEXT NOT NULL,
    latest_at INTEGER,
    revision INTEGER NOT NULL CHECK (revision > 0),
    -- The home of the step and of its lanes, updates and threads. A step outside any series has no people of a series.
    stream TEXT NOT NULL GENERATED ALWAYS AS (
        CASE
            WHEN visibility = 'organisation' THEN 'organisation/' || organisation
            WHEN visibility = 'series' AND series IS NOT NULL THEN 'series/' || series
            ELSE 'collaborative/' || collaborative
        END) STORED
) STRICT;
CREATE INDEX action_steps_by_stream ON action_steps (stream, due_on, id);
CREATE INDEX action_steps_by_meeting ON action_steps (meeting, organisation) WHERE meeting IS NOT NULL;
CREATE INDEX action_steps_by_series ON action_steps (series, organisation) WHERE series IS NOT NULL;
CREATE INDEX action_steps_by_organisation ON action_steps (organisation, due_on);

-- One for a state's own step, one per state for a shared one (INV-21).
CREATE TABLE step_lanes (
    id TEXT NOT NULL PRIMARY KEY,
    step TEXT NOT NULL REFERENCES action_steps (id),
    organisation TEXT NOT NULL REFERENCES organisations (id),
    owner TEXT NOT NULL REFERENCES people (id),
    due_on TEXT NOT NULL,
    status TEXT NOT NULL
        CHECK (status IN ('proposed', 'declined', 'not_started', 'on_track', 'at_risk', 'blocked', 'completed',
                          'set_aside')),
    outcome TEXT NOT NULL,
    finished_at INTEGER,
    UNIQUE (step, organisation)
) STRICT;
CREATE INDEX step_lanes_by_organisation ON step_lanes (organisation, step);
CREATE INDEX step_lanes_by_owner ON step_lanes (owner, step);

-- Append-only. `number` is dense in its step, from 1: two updates of one millisecond keep their order (INV-24).
CREATE TABLE step_updates (
    id TEXT NOT NULL PRIMARY KEY,
    step TEXT NOT NULL REFERENCES action_steps (id),
    lane TEXT NOT NULL REFERENCES step_lanes (id),
    author TEXT REFERENCES people (id),
    at INTEGER NOT NULL,
    from_status TEXT NOT NULL
        CHECK (from_status IN ('proposed', 'declined', 'not_started', 'on_track', 'at_risk', 'blocked', 'completed',
                               'set_aside')),
    to_status TEXT NOT NULL
        CHECK (to_status IN ('proposed', 'declined', 'not_started', 'on_track', 'at_risk', 'blocked', 'completed',
                             'set_aside')),
    text TEXT NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    UNIQUE (step, number)
) STRICT;
CREATE INDEX step_updates_by_lane ON step_updates (lane, number);

CREATE TABLE step_links (
    id TEXT NOT NULL PRIMARY KEY,
    from_step TEXT NOT NULL REFERENCES action_steps (id),
    to_step TEXT NOT NULL REFERENCES action_steps (id),
    type TEXT NOT NULL CHECK (type IN ('joint', 'adapted_from', 'same_problem', 'peer_review')),
    CHECK (from_step <> to_step),
    UNIQUE (from_step, to_step, type)
) STRICT;
CREATE INDEX step_links_by_target ON step_links (to_step);

CREATE TABLE no_steps (
    id TEXT NOT NULL PRIMARY KEY,
    meeting TEXT NOT NULL REFERENCES meetings (id),
    organisation TEXT NOT NULL REFERENCES organisations (id),
    reason TEXT NOT NULL,
    UNIQUE (meeting, organisation)
) STRICT;
CREATE INDEX no_steps_by_organisation ON no_steps (organisation);
