-- Grounds: the rows on which rests who may come in, what they may follow, and what they may still be told. The number rises with every
-- change of one, whoever makes it, in the same transaction: what a server remembers holds while the number is the one it was read with.
-- Columns that decide nothing are left out, so that talking and meeting raise nothing. Triggers, because people end somebody's access
-- with a tool of the database too (docs/guide-operator.md, "Security"); a second backend writes them in its own words.
CREATE TABLE grounds (
    one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    number INTEGER NOT NULL
) STRICT;
INSERT INTO grounds (one, number) VALUES (1, 0);

-- Who somebody is, where they belong, and what there is to follow. A new one of these is nobody's yet and open to nobody: what makes it so
-- is below. (And with a trigger on adding to a table that others name, SQLite looks through all of those for each row.)
CREATE TRIGGER grounds_people_changed AFTER UPDATE OF id, active ON people BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_people_gone AFTER DELETE ON people BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_collaboratives_changed AFTER UPDATE OF id, slug, name ON collaboratives BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_collaboratives_gone AFTER DELETE ON collaboratives BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_organisations_changed AFTER UPDATE OF id, collaborative ON organisations BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_organisations_gone AFTER DELETE ON organisations BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_series_changed AFTER UPDATE OF id, collaborative, state ON series BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_series_gone AFTER DELETE ON series BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_meetings_changed AFTER UPDATE OF id, collaborative, series, state, announced_at ON meetings BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_meetings_gone AFTER DELETE ON meetings BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;

-- Their seats, their roles, and what their organisations take part in.
CREATE TRIGGER grounds_seats_added AFTER INSERT ON seats BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_seats_changed AFTER UPDATE OF person, collaborative, organisation ON seats BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_seats_gone AFTER DELETE ON seats BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_role_grants_added AFTER INSERT ON role_grants BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_role_grants_changed AFTER UPDATE ON role_grants BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_role_grants_gone AFTER DELETE ON role_grants BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_participations_added AFTER INSERT ON participations BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_participations_changed AFTER UPDATE OF series, organisation ON participations BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_participations_gone AFTER DELETE ON participations BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;

-- Their secrets. A new one says nothing of those that are there, and a login that is used goes on as it was.
CREATE TRIGGER grounds_sign_ins_replaced BEFORE INSERT ON sign_ins
WHEN EXISTS (SELECT 1 FROM sign_ins WHERE secret_hash = new.secret_hash) BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_sign_ins_changed AFTER UPDATE OF secret_hash, person, started_at ON sign_ins BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_sign_ins_gone AFTER DELETE ON sign_ins BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_sign_ins_aged AFTER UPDATE OF used_at ON sign_ins
WHEN new.used_at < old.used_at BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_api_tokens_replaced BEFORE INSERT ON api_tokens
WHEN EXISTS (SELECT 1 FROM api_tokens WHERE secret_hash = new.secret_hash) BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_api_tokens_changed AFTER UPDATE OF secret_hash, person, expires_at ON api_tokens BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_api_tokens_gone AFTER DELETE ON api_tokens BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;

-- What is forgotten on purpose, and which history the numbers are of. A head is no ground: it moves with each event.
CREATE TRIGGER grounds_streams_changed AFTER UPDATE OF name, floor ON streams BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_streams_gone AFTER DELETE ON streams BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_facts_of_store_added AFTER INSERT ON facts_of_store BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_facts_of_store_changed AFTER UPDATE ON facts_of_store BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_facts_of_store_gone AFTER DELETE ON facts_of_store BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
