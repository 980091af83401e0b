-- What a token may be used for: words, or all that its person may do, as those made before.
ALTER TABLE api_tokens ADD COLUMN scopes TEXT NOT NULL DEFAULT 'all';
-- When it was shown last, to the hour; 0 for never.
ALTER TABLE api_tokens ADD COLUMN used_at INTEGER NOT NULL DEFAULT 0;

-- Grounds (0011_grounds.sql): what a token may do is remembered with whose it is.
DROP TRIGGER grounds_api_tokens_changed;
CREATE TRIGGER grounds_api_tokens_changed AFTER UPDATE OF secret_hash, person, expires_at, scopes ON api_tokens BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
