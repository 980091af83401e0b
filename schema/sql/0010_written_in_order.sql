-- What grows with every command lies in the order in which it was written. In the order of its key, a row of the journal had
-- room for a quarter of a page: the news of a post is longer, and each took a page of its own.
CREATE TABLE journal_in_order (
    stream TEXT NOT NULL,
    seq INTEGER NOT NULL CHECK (seq > 0),
    at INTEGER NOT NULL,
    actor TEXT,
    command TEXT NOT NULL,
    name TEXT NOT NULL,
    payload TEXT,
    PRIMARY KEY (stream, seq)
) STRICT;
INSERT INTO journal_in_order (stream, seq, at, actor, command, name, payload)
    SELECT stream, seq, at, actor, command, name, payload FROM journal ORDER BY at, stream, seq;
DROP TABLE journal;
ALTER TABLE journal_in_order RENAME TO journal;
CREATE INDEX journal_kept ON journal (at) WHERE payload IS NOT NULL;

-- The id of a command holds its time: receipts lie in its order, and are forgotten by it, as ids are refused by it.
CREATE TABLE receipts_in_order (
    person TEXT NOT NULL,
    command TEXT NOT NULL,
    at INTEGER NOT NULL,
    digest TEXT NOT NULL,
    outcome TEXT NOT NULL,
    PRIMARY KEY (command, person)
) STRICT, WITHOUT ROWID;
INSERT INTO receipts_in_order (person, command, at, digest, outcome)
    SELECT person, command, at, digest, outcome FROM receipts ORDER BY command, person;
DROP TABLE receipts;
ALTER TABLE receipts_in_order RENAME TO receipts;

-- A post moves its thread in one index, not in two.
DROP INDEX threads_by_stream;
CREATE INDEX threads_current ON threads (stream) WHERE current = 1;
