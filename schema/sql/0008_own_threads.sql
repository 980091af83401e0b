-- A session and a step have one thread of their own: the first that was tied to them. Whoever begins another at the
-- same moment posts in it.
ALTER TABLE threads ADD COLUMN own INTEGER NOT NULL DEFAULT 0 CHECK (own IN (0, 1));
UPDATE threads SET own = 1
    WHERE anchor <> 'topic' AND NOT EXISTS (
        SELECT 1 FROM threads earlier WHERE earlier.anchor = threads.anchor AND earlier.anchor_id = threads.anchor_id
            AND (earlier.started_at, earlier.id) < (threads.started_at, threads.id));
-- The search of Discussion reads threads newest first, archived ones too.
CREATE INDEX threads_by_news ON threads (stream, last_at, id);
CREATE UNIQUE INDEX threads_own ON threads (anchor, anchor_id) WHERE own = 1;
-- Records of threads have a new member: whoever holds older ones is behind by this event, which is forgotten, and gets a
-- snapshot.
INSERT INTO streams (name, head, floor)
    SELECT DISTINCT stream, 0, 0 FROM threads WHERE own = 1 AND stream NOT IN (SELECT name FROM streams);
INSERT INTO journal (stream, seq, at, actor, command, name, payload)
    SELECT name, head + 1, 0, NULL, '00000000000000000000000000', 'records_renewed', NULL FROM streams
    WHERE name IN (SELECT stream FROM threads WHERE own = 1);
UPDATE journal SET payload = NULL WHERE stream IN (SELECT stream FROM threads WHERE own = 1);
UPDATE streams SET head = head + 1, floor = head + 1 WHERE name IN (SELECT stream FROM threads WHERE own = 1);
