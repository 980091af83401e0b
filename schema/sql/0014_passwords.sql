-- Passwords, second factors, and computers that others use.

-- A password as Argon2id leaves it, with its salt and its costs.
CREATE TABLE passwords (
    person TEXT NOT NULL PRIMARY KEY REFERENCES people (id),
    hash TEXT NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Browsers in which somebody has signed in before. Only the digest of the secret that the browser keeps.
CREATE TABLE known_devices (
    person TEXT NOT NULL REFERENCES people (id),
    device_hash TEXT NOT NULL,
    used_at INTEGER NOT NULL,
    PRIMARY KEY (person, device_hash)
) STRICT, WITHOUT ROWID;

-- Passwords that were tried in a row and not found right: of an address, from browsers that are not known for it ('') and from each
-- that is. Kept for addresses that nobody has too.
CREATE TABLE password_tries (
    address_folded TEXT NOT NULL,
    device_hash TEXT NOT NULL,
    tried INTEGER NOT NULL CHECK (tried > 0),
    tried_at INTEGER NOT NULL,
    PRIMARY KEY (address_folded, device_hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX password_tries_by_age ON password_tries (tried_at);
CREATE INDEX password_tries_few ON password_tries (tried_at) WHERE tried <= 5;

-- A second factor: the secret that the person's telephone has too (RFC 6238, in base32).
CREATE TABLE second_factors (
    person TEXT NOT NULL PRIMARY KEY REFERENCES people (id),
    secret TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    -- From then on it is asked for; nothing while its first code was not typed.
    confirmed_at INTEGER,
    -- Of the last code that was taken: none is taken twice.
    last_step INTEGER NOT NULL,
    -- Codes that were tried in a row and not found right.
    tried INTEGER NOT NULL DEFAULT 0 CHECK (tried >= 0),
    tried_at INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- What signs in once without the telephone.
CREATE TABLE recovery_codes (
    person TEXT NOT NULL REFERENCES people (id),
    code_hash TEXT NOT NULL,
    used_at INTEGER,
    PRIMARY KEY (person, code_hash)
) STRICT, WITHOUT ROWID;

-- Who has shown the first factor and not the second one: no login yet.
CREATE TABLE half_sign_ins (
    ticket_hash TEXT NOT NULL PRIMARY KEY,
    person TEXT NOT NULL REFERENCES people (id),
    begun_at INTEGER NOT NULL,
    shared INTEGER NOT NULL CHECK (shared IN (0, 1)),
    -- Where to go afterwards: a path.
    next TEXT NOT NULL,
    wrong INTEGER NOT NULL DEFAULT 0 CHECK (wrong >= 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX half_sign_ins_by_person ON half_sign_ins (person);
CREATE INDEX half_sign_ins_by_age ON half_sign_ins (begun_at);

-- On a computer that others use: the login is over sooner.
ALTER TABLE sign_ins ADD COLUMN shared INTEGER NOT NULL DEFAULT 0 CHECK (shared IN (0, 1));

-- Grounds (0011_grounds.sql): how long a login goes on, and whether it opens without a second factor.
DROP TRIGGER grounds_sign_ins_changed;
CREATE TRIGGER grounds_sign_ins_changed AFTER UPDATE OF secret_hash, person, started_at, shared ON sign_ins BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_second_factors_added AFTER INSERT ON second_factors BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_second_factors_changed AFTER UPDATE OF person, confirmed_at ON second_factors BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_second_factors_gone AFTER DELETE ON second_factors BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
