-- 0008 was changed on the day it was written: folders that the first of it made lack this index.
CREATE INDEX IF NOT EXISTS threads_by_news ON threads (stream, last_at, id);
