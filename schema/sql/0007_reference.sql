-- Starting content that everybody shares: principles, and protocols that can be laid out as agendas.
CREATE TABLE principles (
    id TEXT NOT NULL PRIMARY KEY,
    collaborative TEXT NOT NULL REFERENCES collaboratives (id),
    number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 99),
    title TEXT NOT NULL,
    tagline TEXT NOT NULL,
    summary TEXT NOT NULL,
    state_roles TEXT NOT NULL,
    attribution TEXT NOT NULL,
    UNIQUE (collaborative, number)
) STRICT;

CREATE TABLE protocols (
    id TEXT NOT NULL PRIMARY KEY,
    collaborative TEXT NOT NULL REFERENCES collaboratives (id),
    key TEXT NOT NULL,
    title TEXT NOT NULL,
    purpose TEXT NOT NULL,
    use_when TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes > 0),
    credit TEXT NOT NULL,
    UNIQUE (collaborative, key)
) STRICT;

CREATE TABLE protocol_steps (
    protocol TEXT NOT NULL REFERENCES protocols (id),
    ordinal INTEGER NOT NULL CHECK (ordinal > 0),
    title TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes > 0),
    who TEXT NOT NULL,
    mode TEXT NOT NULL CHECK (mode IN ('plenary', 'breakout', 'individual', 'fishbowl', 'small')),
    instruction TEXT NOT NULL,
    capture TEXT NOT NULL,
    PRIMARY KEY (protocol, ordinal)
) STRICT, WITHOUT ROWID;
