-- Terms of use, version after version. None is changed or removed.
CREATE TABLE terms (
    collaborative TEXT NOT NULL REFERENCES collaboratives (id),
    version INTEGER NOT NULL CHECK (version > 0),
    text TEXT NOT NULL,
    html TEXT NOT NULL,
    renderer INTEGER NOT NULL,
    -- What is another than before, in the words of who published it.
    changes TEXT NOT NULL,
    published_at INTEGER NOT NULL,
    published_by TEXT NOT NULL REFERENCES people (id),
    PRIMARY KEY (collaborative, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX terms_by_publisher ON terms (published_by);

-- Who accepted which, and when.
CREATE TABLE terms_acceptances (
    person TEXT NOT NULL REFERENCES people (id),
    collaborative TEXT NOT NULL,
    version INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (person, collaborative, version),
    FOREIGN KEY (collaborative, version) REFERENCES terms (collaborative, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX terms_acceptances_by_version ON terms_acceptances (collaborative, version, at, person);
