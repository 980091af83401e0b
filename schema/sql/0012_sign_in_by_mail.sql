-- Mail on its way: written here first, sent later by the postman, kept for 30 days without its words.
CREATE TABLE mail (
    id TEXT NOT NULL PRIMARY KEY,
    -- Who it is for; nothing for an address that is nobody's here.
    person TEXT REFERENCES people (id),
    -- As it is written; compared without regard to case and outer blanks (INV-7).
    address TEXT NOT NULL,
    address_folded TEXT NOT NULL,
    -- A word that grows with the product: what is mailed for a new purpose needs no new table.
    purpose TEXT NOT NULL CHECK (purpose <> ''),
    subject TEXT NOT NULL,
    plain TEXT NOT NULL,
    html TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('queued', 'sent', 'failed', 'bounced', 'outdated')),
    -- How often a mail server took the connection and refused this mail for now.
    attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    made_at INTEGER NOT NULL,
    next_at INTEGER NOT NULL,
    -- Not sent from then on: whoever gets it can do nothing with it.
    useless_at INTEGER NOT NULL,
    ended_at INTEGER,
    -- What the mail server said last.
    answer TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX mail_queued ON mail (next_at) WHERE status = 'queued';
CREATE INDEX mail_queued_until ON mail (useless_at) WHERE status = 'queued';
-- Mails of one purpose reach an address in the order in which they were written.
CREATE INDEX mail_queued_by_address ON mail (address_folded, purpose, id) WHERE status = 'queued';
CREATE INDEX mail_by_age ON mail (made_at);

-- Codes to sign in with. Asking for one looks the same for an address that nobody has: then there is a row too, that no code fits.
CREATE TABLE sign_in_codes (
    -- Of the secret that the browser holds which asked.
    ticket_hash TEXT NOT NULL PRIMARY KEY,
    address_folded TEXT NOT NULL,
    person TEXT REFERENCES people (id),
    -- Of the ticket and the code together: whoever reads this table cannot try a million codes.
    code_hash TEXT NOT NULL,
    -- Of the secret in the link, which works in any browser.
    link_hash TEXT NOT NULL UNIQUE,
    asked_at INTEGER NOT NULL,
    wrong INTEGER NOT NULL DEFAULT 0 CHECK (wrong >= 0),
    used_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX sign_in_codes_by_address ON sign_in_codes (address_folded, asked_at);
CREATE INDEX sign_in_codes_by_person ON sign_in_codes (person);
CREATE INDEX sign_in_codes_by_age ON sign_in_codes (asked_at);
CREATE INDEX sign_in_codes_mistyped ON sign_in_codes (asked_at) WHERE wrong > 0;
