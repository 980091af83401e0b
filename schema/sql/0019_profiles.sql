-- What people say of themselves. Who never did has no row.
CREATE TABLE profiles (
    person TEXT NOT NULL PRIMARY KEY REFERENCES people (id),
    pronouns TEXT NOT NULL,
    phone TEXT NOT NULL,
    bio TEXT NOT NULL,
    -- Keys, the main one first.
    functions TEXT NOT NULL,
    -- For those who run sessions, and nobody else.
    access_needs TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What somebody offers, and what they want help with, in the order in which they wrote it.
CREATE TABLE profile_entries (
    person TEXT NOT NULL REFERENCES profiles (person),
    side TEXT NOT NULL CHECK (side IN ('offers', 'wants')),
    position INTEGER NOT NULL CHECK (position >= 0),
    text TEXT NOT NULL,
    principle INTEGER CHECK (principle BETWEEN 1 AND 10),
    PRIMARY KEY (person, side, position)
) STRICT, WITHOUT ROWID;

-- People are found in the order of their names.
CREATE INDEX people_by_name ON people (lower(name), id);
