-- Signing in by an agency's own provider of identities (OpenID Connect).

-- One for each organisation. Its secret is a file: no copy of the database holds it.
CREATE TABLE providers (
    organisation TEXT NOT NULL PRIMARY KEY REFERENCES organisations (id),
    issuer TEXT NOT NULL,
    client_id TEXT NOT NULL,
    -- A name in the folder "providers" of the data folder.
    secret_file TEXT NOT NULL,
    -- Those that may sign, parted by blanks.
    algorithms TEXT NOT NULL,
    added_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Whose mail comes from here is sent there.
CREATE TABLE provider_domains (
    domain TEXT NOT NULL PRIMARY KEY,
    organisation TEXT NOT NULL REFERENCES providers (organisation)
) STRICT, WITHOUT ROWID;
CREATE INDEX provider_domains_by_organisation ON provider_domains (organisation);

-- Who was sent to a provider and is not back yet. Taken once, by the browser that was sent.
CREATE TABLE agency_sign_ins (
    state_hash TEXT NOT NULL PRIMARY KEY,
    -- Of the secret that the browser holds.
    browser_hash TEXT NOT NULL,
    organisation TEXT NOT NULL REFERENCES organisations (id),
    begun_at INTEGER NOT NULL,
    shared INTEGER NOT NULL CHECK (shared IN (0, 1)),
    -- Where to go afterwards: a path.
    next TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX agency_sign_ins_by_age ON agency_sign_ins (begun_at);

-- Whom a provider means by a subject: never told by an address.
CREATE TABLE identities (
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    person TEXT NOT NULL REFERENCES people (id),
    -- Whose provider it is.
    organisation TEXT NOT NULL REFERENCES organisations (id),
    linked_at INTEGER NOT NULL,
    used_at INTEGER NOT NULL,
    PRIMARY KEY (issuer, subject)
) STRICT, WITHOUT ROWID;
CREATE INDEX identities_by_person ON identities (person);
CREATE INDEX identities_by_organisation ON identities (organisation);

-- Back from a provider as somebody whom nobody here is yet: until an address is confirmed by a code.
CREATE TABLE unlinked_identities (
    ticket_hash TEXT NOT NULL PRIMARY KEY,
    organisation TEXT NOT NULL REFERENCES organisations (id),
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    -- What the provider calls them, and then what they call themselves.
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    begun_at INTEGER NOT NULL,
    shared INTEGER NOT NULL CHECK (shared IN (0, 1)),
    next TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX unlinked_identities_by_age ON unlinked_identities (begun_at);

-- A code can confirm the address of one of those.
ALTER TABLE sign_in_codes ADD COLUMN linking TEXT REFERENCES unlinked_identities (ticket_hash);
CREATE INDEX sign_in_codes_by_linking ON sign_in_codes (linking) WHERE linking IS NOT NULL;

-- How somebody came in, where it was written down, and by whose provider.
ALTER TABLE sign_ins ADD COLUMN way TEXT NOT NULL DEFAULT 'unknown';
ALTER TABLE sign_ins ADD COLUMN agency TEXT REFERENCES organisations (id);
CREATE INDEX sign_ins_by_agency ON sign_ins (agency) WHERE agency IS NOT NULL;
ALTER TABLE half_sign_ins ADD COLUMN way TEXT NOT NULL DEFAULT 'unknown';
ALTER TABLE half_sign_ins ADD COLUMN agency TEXT REFERENCES organisations (id);
-- Linked once the second factor is shown too.
ALTER TABLE half_sign_ins ADD COLUMN linking TEXT REFERENCES unlinked_identities (ticket_hash);
CREATE INDEX half_sign_ins_by_linking ON half_sign_ins (linking) WHERE linking IS NOT NULL;

-- Asked for by an agency's provider, not on the page for it: never let in by a domain.
ALTER TABLE join_requests ADD COLUMN by_provider INTEGER NOT NULL DEFAULT 0 CHECK (by_provider IN (0, 1));
