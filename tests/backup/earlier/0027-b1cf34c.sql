-- Made by earlier/make.py with the program of b1cf34c, through its own commands; schema 27.
-- person: ada@earlier.example
-- token: gWxnT25dTJp5C5K8Ak7mPZkllFkFwoQKrfvxjy-OI6M
-- cookie: interstate_33859=rkm8eJrKPKZVO3xZjNyQZ1eitN7cVqmQXMa7jfK0RYA
PRAGMA application_id = 1230197825;
BEGIN TRANSACTION;
CREATE TABLE action_steps (
    id TEXT NOT NULL PRIMARY KEY,
    collaborative TEXT NOT NULL REFERENCES collaboratives (id),
    series TEXT REFERENCES series (id),
    meeting TEXT REFERENCES meetings (id),
    organisation TEXT NOT NULL REFERENCES organisations (id),
    visibility TEXT NOT NULL CHECK (visibility IN ('organisation', 'series', 'members')),
    title TEXT NOT NULL,
    measure TEXT NOT NULL,
    detail TEXT NOT NULL,
    category TEXT
        CHECK (category IN ('policy_guidance', 'tools_templates', 'data_monitoring', 'capacity_learning',
                            'funding_resources', 'engagement_partnership', 'communication', 'evidence_research')),
    level TEXT NOT NULL CHECK (level IN ('sea', 'region', 'district', 'school')),
    horizon TEXT NOT NULL CHECK (horizon IN ('days_30', 'days_60', 'days_90', 'longer')),
    objectives TEXT NOT NULL,
    principles TEXT NOT NULL,
    -- Derived from the lanes (INV-22): written by the insert and by settle_status() only.
    status TEXT NOT NULL
        CHECK (status IN ('proposed', 'declined', 'not_started', 'on_track', 'at_risk', 'blocked', 'completed',
                          'set_aside')),
    due_on TEXT NOT NULL,
    set_at INTEGER NOT NULL,
    set_by TEXT NOT NULL REFERENCES people (id),
    on_behalf INTEGER NOT NULL CHECK (on_behalf IN (0, 1)),
    help TEXT NOT NULL CHECK (help IN ('none', 'wanted', 'answered', 'withdrawn')),
    help_text TEXT NOT NULL,
    help_at INTEGER,
    latest TEXT NOT NULL,
    latest_at INTEGER,
    revision INTEGER NOT NULL CHECK (revision > 0),
    -- The home of the step and of its lanes, updates and threads. A step outside any series has no people of a series.
    stream TEXT NOT NULL GENERATED ALWAYS AS (
        CASE
            WHEN visibility = 'organisation' THEN 'organisation/' || organisation
            WHEN visibility = 'series' AND series IS NOT NULL THEN 'series/' || series
            ELSE 'collaborative/' || collaborative
        END) STORED
) STRICT;
CREATE TABLE affiliations (
    person TEXT NOT NULL REFERENCES people (id),
    until INTEGER NOT NULL,
    organisation TEXT NOT NULL REFERENCES organisations (id),
    collaborative TEXT NOT NULL REFERENCES collaboratives (id),
    -- The strongest they had.
    role TEXT NOT NULL
        CHECK (role IN ('administrator', 'facilitator', 'state_lead', 'state_member', 'partner', 'observer')),
    title TEXT NOT NULL,
    -- 0 where nobody wrote it down.
    since INTEGER NOT NULL,
    PRIMARY KEY (person, until, organisation)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE agenda_items (
    id TEXT NOT NULL PRIMARY KEY,
    meeting TEXT NOT NULL REFERENCES meetings (id),
    ordinal INTEGER NOT NULL,
    title TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes > 0),
    who TEXT NOT NULL,
    mode TEXT NOT NULL CHECK (mode IN ('plenary', 'breakout', 'individual', 'fishbowl', 'small')),
    instruction TEXT NOT NULL,
    capture TEXT NOT NULL,
    next_steps INTEGER NOT NULL CHECK (next_steps IN (0, 1))
) STRICT;
INSERT INTO "agenda_items" VALUES('01M83QTGDS97JR6N3G57PKMAK2','01M83QTGDMYKVKCEBRDB0XGNBV',1,'Welcome',10,'all','plenary','','',0);
INSERT INTO "agenda_items" VALUES('01M83QTGDS97JR6N3G57PKMAK3','01M83QTGDMYKVKCEBRDB0XGNBV',2,'Next steps',10,'all','plenary','','',1);
CREATE TABLE api_tokens (
    secret_hash TEXT NOT NULL PRIMARY KEY,
    person TEXT NOT NULL REFERENCES people (id),
    name TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
, scopes TEXT NOT NULL DEFAULT 'all', used_at INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;
INSERT INTO "api_tokens" VALUES('2a5e424a70857f1c40bc1c531055cb156072ba570a3880731ec83ea9baa424e5','01M83QTGAY4KQKS5ZHZ0ZMS8XY','test',1795421979152,1826957979152,'all',0);
CREATE TABLE attendance (
    id TEXT NOT NULL PRIMARY KEY,
    meeting TEXT NOT NULL REFERENCES meetings (id),
    person TEXT REFERENCES people (id),
    name TEXT NOT NULL,
    organisation TEXT REFERENCES organisations (id),
    channel TEXT NOT NULL CHECK (channel IN ('web', 'phone', 'in_room')),
    -- Before the room is opened: waits. Once it has ended: would be back if that were undone.
    connected INTEGER NOT NULL CHECK (connected IN (0, 1)),
    first_here_at INTEGER,
    last_here_at INTEGER,
    minutes INTEGER NOT NULL CHECK (minutes >= 0),
    corrected_minutes INTEGER CHECK (corrected_minutes >= 0),
    correction_reason TEXT NOT NULL,
    spoken_ms INTEGER NOT NULL CHECK (spoken_ms >= 0),
    -- When a restart of the server parted the line; until the person is back.
    lost_at INTEGER,
    CHECK (person IS NULL OR channel = 'web'),
    CHECK (corrected_minutes IS NULL OR correction_reason <> '')
) STRICT;
CREATE TABLE audit (
    -- Dense, from 1.
    seq INTEGER NOT NULL PRIMARY KEY CHECK (seq > 0),
    at INTEGER NOT NULL,
    -- Nobody where the server itself acts, or somebody on the machine.
    actor TEXT REFERENCES people (id),
    via TEXT NOT NULL CHECK (via IN ('web', 'api', 'command_line', 'system')),
    -- The name of a command, or what else was done: the words for people are in the program.
    verb TEXT NOT NULL CHECK (verb <> ''),
    target_kind TEXT NOT NULL,
    target TEXT,
    -- Whose it is: decides who may see it.
    collaborative TEXT REFERENCES collaboratives (id),
    organisation TEXT REFERENCES organisations (id),
    -- No key: the audit outlives a series that is thrown away.
    series TEXT,
    -- The command that did it.
    command TEXT,
    -- Of the body with its salt: what was erased can be guessed by nobody, and what is left cannot be changed.
    body_digest TEXT NOT NULL,
    prev_hash TEXT NOT NULL,
    hash TEXT NOT NULL,
    CHECK ((via IN ('web', 'api')) = (actor IS NOT NULL))
) STRICT;
INSERT INTO "audit" VALUES(1,1795421978980,NULL,'command_line','invite_person','person','01M83QTGAY4KQKS5ZHZ0ZMS8XY','01D03BBF00BC4HNMBJXVZHE2EY','01D03BBF003PDPDQT4ZGXSQQV2',NULL,NULL,'b6689c58bb4af8779cb10fe92bdf808947087d89ad77e5895d725abcd199ff2f','','e249f1bbcafeb0b47184ccbd72ecd6718d3be28452bf5b7556b9b48ab7c9d59a');
INSERT INTO "audit" VALUES(2,1795421979026,'01M83QTGAY4KQKS5ZHZ0ZMS8XY','web','sign_in','person','01M83QTGAY4KQKS5ZHZ0ZMS8XY','01D03BBF00BC4HNMBJXVZHE2EY','01D03BBF003PDPDQT4ZGXSQQV2',NULL,NULL,'ff58c0ef3bdc66d7352b244c5f7edb6b6c9f5cebb4ca75504ad428b2bb0398d0','e249f1bbcafeb0b47184ccbd72ecd6718d3be28452bf5b7556b9b48ab7c9d59a','8f5f76a08a153093cf3d5437b5f600d231592e73e1f46ec6e703e3e97fbe68fe');
INSERT INTO "audit" VALUES(3,1795421979040,'01M83QTGAY4KQKS5ZHZ0ZMS8XY','web','admit_member','membership','01D03BBF00FNAMQQGQ53G1PFY5','01D03BBF00BC4HNMBJXVZHE2EY','01D03BBF00FNAMQQGQ53G1PFY5',NULL,'01M83QTGD0ZYBDPGM5ATEH65RN','0f62b784c465eccbaeb66d4234ff2e6f90c69440235651fc347cc84fd156c971','8f5f76a08a153093cf3d5437b5f600d231592e73e1f46ec6e703e3e97fbe68fe','69845c23ac98e177d2df7e3ebb4fb7db0d064fa2a45fec51a881aa0da56b149f');
INSERT INTO "audit" VALUES(4,1795421979048,'01M83QTGAY4KQKS5ZHZ0ZMS8XY','web','admit_member','membership','01D03BBF00DBN5WW1ZMCCZNSQH','01D03BBF00BC4HNMBJXVZHE2EY','01D03BBF00DBN5WW1ZMCCZNSQH',NULL,'01M83QTGD7D99GWNTK3F0SJ2Y1','dc8084165bb6f8d06e7a247c41afc67c65cbcf033b7a8f4998b984be8bb39187','69845c23ac98e177d2df7e3ebb4fb7db0d064fa2a45fec51a881aa0da56b149f','303a250ef111c66725a5bca9bae6f3efd608290d0bb165f869f430e62cddc0b1');
INSERT INTO "audit" VALUES(5,1795421979054,'01M83QTGAY4KQKS5ZHZ0ZMS8XY','web','create_series','series','01M83QTGDEQ4R9ZGNB2ZYSXB6P','01D03BBF00BC4HNMBJXVZHE2EY',NULL,'01M83QTGDEQ4R9ZGNB2ZYSXB6P','01M83QTGDD83NBNBJQN1REJFM6','504153eeb7ef6739bf84e977d7349540a190bb2d18223f948d00654c8dc205e5','303a250ef111c66725a5bca9bae6f3efd608290d0bb165f869f430e62cddc0b1','7bece2eb90729ff6c164d8d6df6f9ce86e98d898a53f3e0d975a9e3a807572a7');
INSERT INTO "audit" VALUES(6,1795421979060,'01M83QTGAY4KQKS5ZHZ0ZMS8XY','web','schedule_meeting','meeting','01M83QTGDMYKVKCEBRDB0XGNBV','01D03BBF00BC4HNMBJXVZHE2EY',NULL,'01M83QTGDEQ4R9ZGNB2ZYSXB6P','01M83QTGDKYQKMC3RV7R4PCDFF','27257df1256e7037942084be897debc9d545b5b171cb83ef99a608555acfa69b','7bece2eb90729ff6c164d8d6df6f9ce86e98d898a53f3e0d975a9e3a807572a7','e0774cdd09af291d2eb1f0cbdb46aadc67397760a1e1ca0c3d95baafad4889f4');
INSERT INTO "audit" VALUES(7,1795421979067,'01M83QTGAY4KQKS5ZHZ0ZMS8XY','web','publish_series','series','01M83QTGDEQ4R9ZGNB2ZYSXB6P','01D03BBF00BC4HNMBJXVZHE2EY',NULL,'01M83QTGDEQ4R9ZGNB2ZYSXB6P','01M83QTGDVP243T5CB1TBMPD3M','775c85ef7c2de6b3d7015e097c6bf5a80901f424b652830093bb60f1eff4a765','e0774cdd09af291d2eb1f0cbdb46aadc67397760a1e1ca0c3d95baafad4889f4','dbd078cce97ae4263803ddda743b73f41d25daff9d9c3cc77b0751441a7f16cb');
INSERT INTO "audit" VALUES(8,1795421979071,'01M83QTGAY4KQKS5ZHZ0ZMS8XY','web','announce_meeting','meeting','01M83QTGDMYKVKCEBRDB0XGNBV','01D03BBF00BC4HNMBJXVZHE2EY',NULL,'01M83QTGDEQ4R9ZGNB2ZYSXB6P','01M83QTGDYVS0W4ZRX08YD3F73','8341c34696096543f013536249cd542d8892cdbef3f19f56b0a412f82ac5411b','dbd078cce97ae4263803ddda743b73f41d25daff9d9c3cc77b0751441a7f16cb','c816af2e0ea41306ea46596c7038d89789f64bf260caadaa231882c946df1f2c');
INSERT INTO "audit" VALUES(9,1795421979091,'01M83QTGAY4KQKS5ZHZ0ZMS8XY','web','open_room','room','01M83QTGDMYKVKCEBRDB0XGNBV','01D03BBF00BC4HNMBJXVZHE2EY',NULL,'01M83QTGDEQ4R9ZGNB2ZYSXB6P','01M83QTGEJ427YDGS5ETRB57WH','2e457678cd7308e8afcb4a1bd1b2ea1799c2df64d2d99f507842225f5eeb8d0d','c816af2e0ea41306ea46596c7038d89789f64bf260caadaa231882c946df1f2c','5c9bcad0ab3875ee329b22bc00fe190c92ce8401081fa52b46658c7dcdc00ffa');
INSERT INTO "audit" VALUES(10,1795421979152,NULL,'command_line','make_token','person','01M83QTGAY4KQKS5ZHZ0ZMS8XY','01D03BBF00BC4HNMBJXVZHE2EY','01D03BBF003PDPDQT4ZGXSQQV2',NULL,NULL,'9357bb8c230b97156a0ceba6dd89b3d13eedde8fe056d05220a37f16f0e75b0e','5c9bcad0ab3875ee329b22bc00fe190c92ce8401081fa52b46658c7dcdc00ffa','c6674649924d5251c521281c2e45b76a05439df6081905e31e3491125f5376f9');
CREATE TABLE audit_bodies (
    seq INTEGER NOT NULL PRIMARY KEY REFERENCES audit (seq),
    salt TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL
) STRICT;
INSERT INTO "audit_bodies" VALUES(1,'p3gT4DCMl7UMWNReIo8MDglWe41LmfXIb1tscqDsfNo','','');
INSERT INTO "audit_bodies" VALUES(2,'BGi_zy0aSvjbvvSU_SzQp7aNFD3ZKXr7iN5YdrlbRms','','');
INSERT INTO "audit_bodies" VALUES(3,'Z9dakwtTDo8tAODR2x2NYK3y19HaRzAZ2a7BVSqbgp0','','{"asked":{"organisation":"01D03BBF00FNAMQQGQ53G1PFY5","tier":"core","seat_cap":6},"record":{"id":"01D03BBF00FNAMQQGQ53G1PFY5","collaborative":"01D03BBF00BC4HNMBJXVZHE2EY","year":"2026-2027","status":"active","tier":"core","seat_cap":6,"renewed":false,"seats_taken":0,"admits_domain":""}}');
INSERT INTO "audit_bodies" VALUES(4,'Th96WlFm7AJHUY55ET2O9xn7Qssj8JKcL9GjPhwB9bQ','','{"asked":{"organisation":"01D03BBF00DBN5WW1ZMCCZNSQH","tier":"core","seat_cap":6},"record":{"id":"01D03BBF00DBN5WW1ZMCCZNSQH","collaborative":"01D03BBF00BC4HNMBJXVZHE2EY","year":"2026-2027","status":"active","tier":"core","seat_cap":6,"renewed":false,"seats_taken":0,"admits_domain":""}}');
INSERT INTO "audit_bodies" VALUES(5,'TPKxSbXCHjJqeNfd5LKA-z54-r4-drQ1zgrmj5n6Gnw','','{"asked":{"collaborative":"01D03BBF00BC4HNMBJXVZHE2EY","title":"An earlier series","description":"","objectives":[{"short_name":"Turnover","text":"Turnover in every state"}],"states":["OH","KY"],"starts_on":"2026-11-23","ends_on":"2027-02-21"},"record":{"id":"01M83QTGDEQ4R9ZGNB2ZYSXB6P","collaborative":"01D03BBF00BC4HNMBJXVZHE2EY","slug":"an-earlier-series","title":"An earlier series","description":"","state":"draft","starts_on":"2026-11-23","ends_on":"2027-02-21","current":true,"revision":1}}');
INSERT INTO "audit_bodies" VALUES(6,'L_lMaR5eUBdPiv-CxaAsRDOdK8R6Refo53KQC0gFFtM','','{"asked":{"collaborative":"01D03BBF00BC4HNMBJXVZHE2EY","series":"01M83QTGDEQ4R9ZGNB2ZYSXB6P","type":"session","title":"An earlier session","starts_local":"2026-11-24T14:00","zone":"America/New_York","minutes":90,"link":""},"record":{"id":"01M83QTGDMYKVKCEBRDB0XGNBV","collaborative":"01D03BBF00BC4HNMBJXVZHE2EY","series":"01M83QTGDEQ4R9ZGNB2ZYSXB6P","ordinal":1,"type":"session","state":"draft","title":"An earlier session","summary":"","starts_local":"2026-11-24T14:00","zone":"America/New_York","starts_at":1795546800000,"minutes":90,"place":"","objectives":[],"principles":[],"presenting":[],"pre_work":"","materials":"","outcome":"","cancel_reason":"","revision":1,"current":true}}');
INSERT INTO "audit_bodies" VALUES(7,'wqPUa0dHdlzTJ_5dxCUWEaIyln2HZUMLbXry4hAH4XU','{"id":"01M83QTGDEQ4R9ZGNB2ZYSXB6P","collaborative":"01D03BBF00BC4HNMBJXVZHE2EY","slug":"an-earlier-series","title":"An earlier series","description":"","state":"draft","starts_on":"2026-11-23","ends_on":"2027-02-21","current":true,"revision":1}','{"asked":{"series":"01M83QTGDEQ4R9ZGNB2ZYSXB6P"},"record":{"id":"01M83QTGDEQ4R9ZGNB2ZYSXB6P","collaborative":"01D03BBF00BC4HNMBJXVZHE2EY","slug":"an-earlier-series","title":"An earlier series","description":"","state":"running","starts_on":"2026-11-23","ends_on":"2027-02-21","current":true,"revision":1}}');
INSERT INTO "audit_bodies" VALUES(8,'f6B-QLlmovTrYgwXsoAye8CeSzatcxbhkC-g1XISkkY','{"id":"01M83QTGDMYKVKCEBRDB0XGNBV","collaborative":"01D03BBF00BC4HNMBJXVZHE2EY","series":"01M83QTGDEQ4R9ZGNB2ZYSXB6P","ordinal":1,"type":"session","state":"draft","title":"An earlier session","summary":"","starts_local":"2026-11-24T14:00","zone":"America/New_York","starts_at":1795546800000,"minutes":90,"place":"","objectives":[],"principles":[],"presenting":[],"pre_work":"","materials":"","outcome":"","cancel_reason":"","revision":2,"current":true}','{"asked":{"meeting":"01M83QTGDMYKVKCEBRDB0XGNBV"},"record":{"id":"01M83QTGDMYKVKCEBRDB0XGNBV","collaborative":"01D03BBF00BC4HNMBJXVZHE2EY","series":"01M83QTGDEQ4R9ZGNB2ZYSXB6P","ordinal":1,"type":"session","state":"announced","title":"An earlier session","summary":"","starts_local":"2026-11-24T14:00","zone":"America/New_York","starts_at":1795546800000,"minutes":90,"place":"","objectives":[],"principles":[],"presenting":[],"pre_work":"","materials":"","outcome":"","cancel_reason":"","revision":2,"current":true}}');
INSERT INTO "audit_bodies" VALUES(9,'mLM7jDBtHGboik8Dr_JURHHRGjavewFLVu18Uac6FVo','','{"asked":{"meeting":"01M83QTGDMYKVKCEBRDB0XGNBV"},"record":{"id":"01M83QTGDMYKVKCEBRDB0XGNBV","state":"open","opened_at":1795421979091,"item_minutes":0,"host":"01M83QTGAY4KQKS5ZHZ0ZMS8XY"}}');
INSERT INTO "audit_bodies" VALUES(10,'SWOPnsYP8gtNtQyKhA-1aRyMQVw7CDxEHHkQiOL-9ds','','');
CREATE TABLE audit_erased (
    seq INTEGER NOT NULL PRIMARY KEY REFERENCES audit (seq),
    at INTEGER NOT NULL
) STRICT;
CREATE TABLE audit_head (
    one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    seq INTEGER NOT NULL,
    hash TEXT NOT NULL
) STRICT;
INSERT INTO "audit_head" VALUES(1,10,'c6674649924d5251c521281c2e45b76a05439df6081905e31e3491125f5376f9');
CREATE TABLE audit_people (
    person TEXT NOT NULL REFERENCES people (id),
    at INTEGER NOT NULL,
    seq INTEGER NOT NULL REFERENCES audit (seq),
    PRIMARY KEY (person, at, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO "audit_people" VALUES('01M83QTGAY4KQKS5ZHZ0ZMS8XY',1795421978980,1);
INSERT INTO "audit_people" VALUES('01M83QTGAY4KQKS5ZHZ0ZMS8XY',1795421979026,2);
INSERT INTO "audit_people" VALUES('01M83QTGAY4KQKS5ZHZ0ZMS8XY',1795421979040,3);
INSERT INTO "audit_people" VALUES('01M83QTGAY4KQKS5ZHZ0ZMS8XY',1795421979048,4);
INSERT INTO "audit_people" VALUES('01M83QTGAY4KQKS5ZHZ0ZMS8XY',1795421979054,5);
INSERT INTO "audit_people" VALUES('01M83QTGAY4KQKS5ZHZ0ZMS8XY',1795421979060,6);
INSERT INTO "audit_people" VALUES('01M83QTGAY4KQKS5ZHZ0ZMS8XY',1795421979067,7);
INSERT INTO "audit_people" VALUES('01M83QTGAY4KQKS5ZHZ0ZMS8XY',1795421979071,8);
INSERT INTO "audit_people" VALUES('01M83QTGAY4KQKS5ZHZ0ZMS8XY',1795421979091,9);
INSERT INTO "audit_people" VALUES('01M83QTGAY4KQKS5ZHZ0ZMS8XY',1795421979152,10);
CREATE TABLE collaboratives (
    id TEXT NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    short_name TEXT NOT NULL,
    year TEXT NOT NULL,
    -- What the public page says, as it was imported: opaque text.
    about TEXT NOT NULL DEFAULT ''
, looked_on TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "collaboratives" VALUES('01D03BBF00BC4HNMBJXVZHE2EY','sdi','School and District Improvement (SDI) Collaborative','SDI','2026-2027','{"description":"A membership group of state education agencies working on how states, and the districts in them, improve schools. Members look at new research-based strategies, hear from people with expertise, and work across states on problems they share, with particular attention to what districts do for every school.","convener":"Council of Chief State School Officers (CCSSO)","who_joins":[{"key":"school_improvement_lead","label":"School improvement leads"},{"key":"title_i_director","label":"Title I directors"},{"key":"school_leadership","label":"School leadership staff"},{"key":"deputy_superintendent","label":"Deputy superintendents"},{"key":"associate_superintendent","label":"Associate superintendents"},{"key":"principal_supervisor","label":"Principal supervisors"}],"resources":["School and District Improvement (SDI) Collaborative Membership Information (yearly)","CCSSO Principles of Effective School Improvement Systems","Roadmap to the Principles of Effective School Improvement Systems","Deep Dive into Principle 1 of Principles of Effective School Improvement Systems","Deep Dive into Principle 2 of Principles of Effective School Improvement Systems","Deep Dive into Principle 3 of Principles of Effective School Improvement Systems","Deep Dive into Principle 4 of Principles of Effective School Improvement Systems","Deep Dive into Principle 5 of Principles of Effective School Improvement Systems","Deep Dive into Principle 6 of Principles of Effective School Improvement Systems","Deep Dive into Principle 7 of Principles of Effective School Improvement Systems","Deep Dive into Principle 8 of Principles of Effective School Improvement Systems","Deep Dive into Principle 9 of Principles of Effective School Improvement Systems","Deep Dive into Principle 10 of Principles of Effective School Improvement Systems","Collaborative meeting dates (yearly)","Membership signup form"]}','');
CREATE TABLE due_items (
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    target TEXT NOT NULL,
    PRIMARY KEY (at, kind, target)
) STRICT, WITHOUT ROWID;
INSERT INTO "due_items" VALUES(1795421978363,'remind_owners','01D03BBF00BC4HNMBJXVZHE2EY');
INSERT INTO "due_items" VALUES(1795421978363,'tend_requests','01D03BBF00BC4HNMBJXVZHE2EY');
INSERT INTO "due_items" VALUES(1795421978363,'turn_year','01D03BBF00BC4HNMBJXVZHE2EY');
INSERT INTO "due_items" VALUES(1795421978973,'welcome_person','01M83QTGAY4KQKS5ZHZ0ZMS8XY');
INSERT INTO "due_items" VALUES(1795555800000,'close_abandoned','01M83QTGDMYKVKCEBRDB0XGNBV');
CREATE TABLE erasure_requests (
    person TEXT NOT NULL PRIMARY KEY REFERENCES people (id),
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE erasures (
    person TEXT NOT NULL PRIMARY KEY REFERENCES people (id),
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE facts_of_store (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "facts_of_store" VALUES('epoch','01M83QTFQVRY5RJ85X1TV8YMQZ');
INSERT INTO "facts_of_store" VALUES('kind','real');
CREATE TABLE followers (
    follower TEXT NOT NULL,
    stream TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (follower, stream)
) STRICT, WITHOUT ROWID;
CREATE TABLE goals (
    year_goals TEXT NOT NULL,
    revision INTEGER NOT NULL,
    ordinal INTEGER NOT NULL CHECK (ordinal > 0),
    -- A part of the nearest goal before it that is none.
    part INTEGER NOT NULL CHECK (part IN (0, 1)),
    text TEXT NOT NULL,
    -- Numbers of principles, and ids of organisations that work on it beside the states.
    principles TEXT NOT NULL,
    partners TEXT NOT NULL,
    PRIMARY KEY (year_goals, revision, ordinal),
    FOREIGN KEY (year_goals, revision) REFERENCES year_goals_versions (year_goals, revision)
) STRICT, WITHOUT ROWID;
INSERT INTO "goals" VALUES('01D03BBF00123F3A662FH59CCH',1,1,0,'Sharpen implementation plans against ESSA requirements.','','');
INSERT INTO "goals" VALUES('01D03BBF00123F3A662FH59CCH',1,2,0,'Find ways to give schools and districts good support under ESSA.','','');
INSERT INTO "goals" VALUES('01D03BBF00123F3A662FH59CCH',1,3,0,'Coordinate services and supports inside the agency.','','');
INSERT INTO "goals" VALUES('01D03BBF00123F3A662FH59CCH',1,4,0,'Develop effective, efficient statewide systems of support.','','');
INSERT INTO "goals" VALUES('01D03BBF00123F3A662FH59CCH',1,5,0,'Create plan templates for identified schools.','','');
INSERT INTO "goals" VALUES('01D03BBF00123F3A662FH59CCH',1,6,0,'Deepen knowledge in high-need areas such as student supports, educator pipelines and stakeholder engagement.','','');
INSERT INTO "goals" VALUES('01D03BBF00KWPGR5GPJND6KXJ5',1,1,0,'Write a paper on where equity, evidence-based practice and school improvement meet.','2 5','');
INSERT INTO "goals" VALUES('01D03BBF00KWPGR5GPJND6KXJ5',1,2,0,'Each state sets one or two strategic goals for advancing equity at home.','2','');
INSERT INTO "goals" VALUES('01D03BBF00KWPGR5GPJND6KXJ5',1,3,0,'Produce a resource on more rigorous options a state can use to help districts whose schools are not improving.','4','');
INSERT INTO "goals" VALUES('01D03BBF00KWPGR5GPJND6KXJ5',1,4,0,'Work with experts to set state improvement goals focused on CSI and TSI schools and on next options for those that do not improve.','4 8','');
INSERT INTO "goals" VALUES('01D03BBF00KWPGR5GPJND6KXJ5',1,5,0,'Find openings to advance equity and plan state implementation in schools identified for comprehensive or targeted support.','2 9','');
INSERT INTO "goals" VALUES('01D03BBF00RDDHC1FH0TB1DDV1',1,1,0,'Make family and community engagement a strong lever for improvement, with community-school and family-engagement partners.','3','');
INSERT INTO "goals" VALUES('01D03BBF00RDDHC1FH0TB1DDV1',1,2,0,'Turn school transformation into workable strategy, including a look at high school redesign.','4 5','');
INSERT INTO "goals" VALUES('01D03BBF00RDDHC1FH0TB1DDV1',1,3,0,'Keep going on ESSA implementation where states ask for it: sharper exit criteria, decisions driven by data, and support models for technical assistance.','4','');
INSERT INTO "goals" VALUES('01D03BBF00RDDHC1FH0TB1DDV1',1,4,0,'Study supports for student groups in literacy, mathematics, English learning, and social-emotional or multi-tiered supports.','2','');
CREATE TABLE grounds (
    one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    number INTEGER NOT NULL
) STRICT;
INSERT INTO "grounds" VALUES(1,13);
CREATE TABLE guest_links (
    meeting TEXT NOT NULL PRIMARY KEY REFERENCES meetings (id),
    secret_hash TEXT NOT NULL UNIQUE,
    made_by TEXT NOT NULL REFERENCES people (id),
    made_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE guests (
    id TEXT NOT NULL PRIMARY KEY,
    meeting TEXT NOT NULL REFERENCES meetings (id),
    -- Of the secret in the guest's browser.
    secret_hash TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    affiliation TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('waiting', 'admitted', 'declined')),
    asked_at INTEGER NOT NULL,
    decided_at INTEGER,
    decided_by TEXT REFERENCES people (id),
    -- Their row of the roster; who was never in the open room leaves none.
    attendance TEXT REFERENCES attendance (id) ON DELETE SET NULL
) STRICT;
CREATE TABLE half_sign_ins (
    ticket_hash TEXT NOT NULL PRIMARY KEY,
    person TEXT NOT NULL REFERENCES people (id),
    begun_at INTEGER NOT NULL,
    shared INTEGER NOT NULL CHECK (shared IN (0, 1)),
    -- Where to go afterwards: a path.
    next TEXT NOT NULL,
    wrong INTEGER NOT NULL DEFAULT 0 CHECK (wrong >= 0)
, way TEXT NOT NULL DEFAULT 'unknown', agency TEXT REFERENCES organisations (id), linking TEXT REFERENCES unlinked_identities (ticket_hash)) STRICT, WITHOUT ROWID;
CREATE TABLE hands (
    id TEXT NOT NULL PRIMARY KEY,
    meeting TEXT NOT NULL REFERENCES meetings (id),
    who TEXT NOT NULL UNIQUE REFERENCES attendance (id),
    ordinal INTEGER NOT NULL CHECK (ordinal > 0),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'speaking')),
    raised_at INTEGER NOT NULL,
    UNIQUE (meeting, ordinal)
) STRICT;
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
CREATE TABLE invitations (
    secret_hash TEXT NOT NULL PRIMARY KEY,
    person TEXT NOT NULL REFERENCES people (id),
    made_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER
, collaborative TEXT REFERENCES collaboratives (id), shown INTEGER NOT NULL DEFAULT 1 CHECK (shown IN (0, 1))) STRICT, WITHOUT ROWID;
INSERT INTO "invitations" VALUES('f20aac541546142f3028e587d9c870cd6a9d99ff7abdeb11d446700ea67a4b7b','01M83QTGAY4KQKS5ZHZ0ZMS8XY',1795421978973,1796631578973,1795421979011,NULL,0);
CREATE TABLE item_runs (
    id TEXT NOT NULL PRIMARY KEY REFERENCES agenda_items (id),
    meeting TEXT NOT NULL REFERENCES meetings (id),
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    -- Of visits that are over.
    used_ms INTEGER NOT NULL CHECK (used_ms >= 0),
    added_minutes INTEGER NOT NULL CHECK (added_minutes >= 0)
) STRICT;
INSERT INTO "item_runs" VALUES('01M83QTGDS97JR6N3G57PKMAK2','01M83QTGDMYKVKCEBRDB0XGNBV',1795421979094,NULL,0,0);
CREATE TABLE join_requests (
    id TEXT NOT NULL PRIMARY KEY,
    collaborative TEXT NOT NULL REFERENCES collaboratives (id),
    -- One that is here, or nothing for one that is not: then name and type say what it is.
    organisation TEXT REFERENCES organisations (id),
    agency TEXT NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('state_agency', 'convener', 'ta_provider', 'partner', 'federal')),
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    address_folded TEXT NOT NULL,
    title TEXT NOT NULL,
    function TEXT NOT NULL,
    statement TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('submitted', 'confirmed', 'approved', 'declined', 'expired')),
    -- Approved by the agency's domain.
    automatic INTEGER NOT NULL DEFAULT 0 CHECK (automatic IN (0, 1)),
    asked_at INTEGER NOT NULL,
    confirmed_at INTEGER,
    decided_at INTEGER,
    decided_by TEXT REFERENCES people (id),
    -- Why it was declined.
    reason TEXT NOT NULL DEFAULT '',
    -- Who came of it.
    person TEXT REFERENCES people (id)
, by_provider INTEGER NOT NULL DEFAULT 0 CHECK (by_provider IN (0, 1)), reminded_at INTEGER) STRICT;
CREATE TABLE "journal" (
    stream TEXT NOT NULL,
    seq INTEGER NOT NULL CHECK (seq > 0),
    at INTEGER NOT NULL,
    actor TEXT,
    command TEXT NOT NULL,
    name TEXT NOT NULL,
    payload TEXT,
    PRIMARY KEY (stream, seq)
) STRICT;
INSERT INTO "journal" VALUES('extended/01D03BBF00BC4HNMBJXVZHE2EY',1,1795421979040,'01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGD0ZYBDPGM5ATEH65RN','member_admitted','{"t":"event","stream":"extended/01D03BBF00BC4HNMBJXVZHE2EY","seq":1,"at":1795421979040,"name":"member_admitted","actor":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","command":"01M83QTGD0ZYBDPGM5ATEH65RN","puts":[{"kind":"organisation","id":"01D03BBF00FNAMQQGQ53G1PFY5","record":{"id":"01D03BBF00FNAMQQGQ53G1PFY5","collaborative":"01D03BBF00BC4HNMBJXVZHE2EY","type":"state_agency","name":"Ohio Department of Education and Workforce","code":"OH","short_name":"Ohio","zone":"America/New_York","tile_column":6,"tile_row":3,"member":true}}]}');
INSERT INTO "journal" VALUES('collaborative/01D03BBF00BC4HNMBJXVZHE2EY',1,1795421979040,'01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGD0ZYBDPGM5ATEH65RN','member_admitted','{"t":"event","stream":"collaborative/01D03BBF00BC4HNMBJXVZHE2EY","seq":1,"at":1795421979040,"name":"member_admitted","actor":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","command":"01M83QTGD0ZYBDPGM5ATEH65RN","puts":[{"kind":"membership","id":"01D03BBF00FNAMQQGQ53G1PFY5","record":{"id":"01D03BBF00FNAMQQGQ53G1PFY5","collaborative":"01D03BBF00BC4HNMBJXVZHE2EY","year":"2026-2027","status":"active","tier":"core","seat_cap":6,"renewed":false,"seats_taken":0,"admits_domain":""}}]}');
INSERT INTO "journal" VALUES('extended/01D03BBF00BC4HNMBJXVZHE2EY',2,1795421979048,'01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGD7D99GWNTK3F0SJ2Y1','member_admitted','{"t":"event","stream":"extended/01D03BBF00BC4HNMBJXVZHE2EY","seq":2,"at":1795421979048,"name":"member_admitted","actor":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","command":"01M83QTGD7D99GWNTK3F0SJ2Y1","puts":[{"kind":"organisation","id":"01D03BBF00DBN5WW1ZMCCZNSQH","record":{"id":"01D03BBF00DBN5WW1ZMCCZNSQH","collaborative":"01D03BBF00BC4HNMBJXVZHE2EY","type":"state_agency","name":"Kentucky Department of Education","code":"KY","short_name":"Kentucky","zone":"America/New_York","tile_column":5,"tile_row":4,"member":true}}]}');
INSERT INTO "journal" VALUES('collaborative/01D03BBF00BC4HNMBJXVZHE2EY',2,1795421979048,'01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGD7D99GWNTK3F0SJ2Y1','member_admitted','{"t":"event","stream":"collaborative/01D03BBF00BC4HNMBJXVZHE2EY","seq":2,"at":1795421979048,"name":"member_admitted","actor":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","command":"01M83QTGD7D99GWNTK3F0SJ2Y1","puts":[{"kind":"membership","id":"01D03BBF00DBN5WW1ZMCCZNSQH","record":{"id":"01D03BBF00DBN5WW1ZMCCZNSQH","collaborative":"01D03BBF00BC4HNMBJXVZHE2EY","year":"2026-2027","status":"active","tier":"core","seat_cap":6,"renewed":false,"seats_taken":0,"admits_domain":""}}]}');
INSERT INTO "journal" VALUES('staff/01D03BBF00BC4HNMBJXVZHE2EY',1,1795421979054,'01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGDD83NBNBJQN1REJFM6','series_created','{"t":"event","stream":"staff/01D03BBF00BC4HNMBJXVZHE2EY","seq":1,"at":1795421979054,"name":"series_created","actor":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","command":"01M83QTGDD83NBNBJQN1REJFM6","puts":[{"kind":"series","id":"01M83QTGDEQ4R9ZGNB2ZYSXB6P","record":{"id":"01M83QTGDEQ4R9ZGNB2ZYSXB6P","collaborative":"01D03BBF00BC4HNMBJXVZHE2EY","slug":"an-earlier-series","title":"An earlier series","description":"","state":"draft","starts_on":"2026-11-23","ends_on":"2027-02-21","current":true,"revision":1}},{"kind":"objective","id":"01M83QTGDEQ4R9ZGNB2ZYSXB6Q","record":{"id":"01M83QTGDEQ4R9ZGNB2ZYSXB6Q","series":"01M83QTGDEQ4R9ZGNB2ZYSXB6P","ordinal":1,"short_name":"Turnover","text":"Turnover in every state"}},{"kind":"participation","id":"01M83QTGDEQ4R9ZGNB2ZYSXB6R","record":{"id":"01M83QTGDEQ4R9ZGNB2ZYSXB6R","series":"01M83QTGDEQ4R9ZGNB2ZYSXB6P","organisation":"01D03BBF00FNAMQQGQ53G1PFY5"}},{"kind":"participation","id":"01M83QTGDEQ4R9ZGNB2ZYSXB6S","record":{"id":"01M83QTGDEQ4R9ZGNB2ZYSXB6S","series":"01M83QTGDEQ4R9ZGNB2ZYSXB6P","organisation":"01D03BBF00DBN5WW1ZMCCZNSQH"}}]}');
INSERT INTO "journal" VALUES('person/01M83QTGAY4KQKS5ZHZ0ZMS8XY',1,1795421979054,'01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGDD83NBNBJQN1REJFM6','series_created','{"t":"event","stream":"person/01M83QTGAY4KQKS5ZHZ0ZMS8XY","seq":1,"at":1795421979054,"name":"series_created","actor":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","command":"01M83QTGDD83NBNBJQN1REJFM6","puts":[{"kind":"standing","id":"01D03BBF00BC4HNMBJXVZHE2EY","record":{"id":"01D03BBF00BC4HNMBJXVZHE2EY","person":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","collaborative":"01D03BBF00BC4HNMBJXVZHE2EY","organisation":"01D03BBF003PDPDQT4ZGXSQQV2","roles":["administrator"],"within":[],"footing":"none","tier":"extended","asked_to_renew":false,"series":["01M83QTGDEQ4R9ZGNB2ZYSXB6P"]}}]}');
INSERT INTO "journal" VALUES('staff/01D03BBF00BC4HNMBJXVZHE2EY',2,1795421979060,'01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGDKYQKMC3RV7R4PCDFF','meeting_scheduled','{"t":"event","stream":"staff/01D03BBF00BC4HNMBJXVZHE2EY","seq":2,"at":1795421979060,"name":"meeting_scheduled","actor":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","command":"01M83QTGDKYQKMC3RV7R4PCDFF","puts":[{"kind":"meeting","id":"01M83QTGDMYKVKCEBRDB0XGNBV","record":{"id":"01M83QTGDMYKVKCEBRDB0XGNBV","collaborative":"01D03BBF00BC4HNMBJXVZHE2EY","series":"01M83QTGDEQ4R9ZGNB2ZYSXB6P","ordinal":1,"type":"session","state":"draft","title":"An earlier session","summary":"","starts_local":"2026-11-24T14:00","zone":"America/New_York","starts_at":1795546800000,"minutes":90,"place":"","objectives":[],"principles":[],"presenting":[],"pre_work":"","materials":"","outcome":"","cancel_reason":"","revision":1,"current":true}}]}');
INSERT INTO "journal" VALUES('meeting/01M83QTGDMYKVKCEBRDB0XGNBV',1,1795421979060,'01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGDKYQKMC3RV7R4PCDFF','meeting_scheduled','{"t":"event","stream":"meeting/01M83QTGDMYKVKCEBRDB0XGNBV","seq":1,"at":1795421979060,"name":"meeting_scheduled","actor":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","command":"01M83QTGDKYQKMC3RV7R4PCDFF","puts":[{"kind":"meeting_link","id":"01M83QTGDMYKVKCEBRDB0XGNBV","record":{"id":"01M83QTGDMYKVKCEBRDB0XGNBV","link":"","dial_in":""}}]}');
INSERT INTO "journal" VALUES('staff/01D03BBF00BC4HNMBJXVZHE2EY',3,1795421979065,'01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGDRJ712RDPJ23XJYPD3','agenda_set','{"t":"event","stream":"staff/01D03BBF00BC4HNMBJXVZHE2EY","seq":3,"at":1795421979065,"name":"agenda_set","actor":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","command":"01M83QTGDRJ712RDPJ23XJYPD3","puts":[{"kind":"meeting","id":"01M83QTGDMYKVKCEBRDB0XGNBV","record":{"id":"01M83QTGDMYKVKCEBRDB0XGNBV","collaborative":"01D03BBF00BC4HNMBJXVZHE2EY","series":"01M83QTGDEQ4R9ZGNB2ZYSXB6P","ordinal":1,"type":"session","state":"draft","title":"An earlier session","summary":"","starts_local":"2026-11-24T14:00","zone":"America/New_York","starts_at":1795546800000,"minutes":90,"place":"","objectives":[],"principles":[],"presenting":[],"pre_work":"","materials":"","outcome":"","cancel_reason":"","revision":2,"current":true}}]}');
INSERT INTO "journal" VALUES('meeting/01M83QTGDMYKVKCEBRDB0XGNBV',2,1795421979065,'01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGDRJ712RDPJ23XJYPD3','agenda_set','{"t":"event","stream":"meeting/01M83QTGDMYKVKCEBRDB0XGNBV","seq":2,"at":1795421979065,"name":"agenda_set","actor":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","command":"01M83QTGDRJ712RDPJ23XJYPD3","puts":[{"kind":"agenda_item","id":"01M83QTGDS97JR6N3G57PKMAK2","record":{"id":"01M83QTGDS97JR6N3G57PKMAK2","meeting":"01M83QTGDMYKVKCEBRDB0XGNBV","ordinal":1,"title":"Welcome","minutes":10,"who":"all","mode":"plenary","instruction":"","capture":"","next_steps":false}},{"kind":"agenda_item","id":"01M83QTGDS97JR6N3G57PKMAK3","record":{"id":"01M83QTGDS97JR6N3G57PKMAK3","meeting":"01M83QTGDMYKVKCEBRDB0XGNBV","ordinal":2,"title":"Next steps","minutes":10,"who":"all","mode":"plenary","instruction":"","capture":"","next_steps":true}}]}');
INSERT INTO "journal" VALUES('extended/01D03BBF00BC4HNMBJXVZHE2EY',3,1795421979067,'01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGDVP243T5CB1TBMPD3M','series_published','{"t":"event","stream":"extended/01D03BBF00BC4HNMBJXVZHE2EY","seq":3,"at":1795421979067,"name":"series_published","actor":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","command":"01M83QTGDVP243T5CB1TBMPD3M","puts":[{"kind":"series","id":"01M83QTGDEQ4R9ZGNB2ZYSXB6P","record":{"id":"01M83QTGDEQ4R9ZGNB2ZYSXB6P","collaborative":"01D03BBF00BC4HNMBJXVZHE2EY","slug":"an-earlier-series","title":"An earlier series","description":"","state":"running","starts_on":"2026-11-23","ends_on":"2027-02-21","current":true,"revision":1}},{"kind":"objective","id":"01M83QTGDEQ4R9ZGNB2ZYSXB6Q","record":{"id":"01M83QTGDEQ4R9ZGNB2ZYSXB6Q","series":"01M83QTGDEQ4R9ZGNB2ZYSXB6P","ordinal":1,"short_name":"Turnover","text":"Turnover in every state"}},{"kind":"participation","id":"01M83QTGDEQ4R9ZGNB2ZYSXB6S","record":{"id":"01M83QTGDEQ4R9ZGNB2ZYSXB6S","series":"01M83QTGDEQ4R9ZGNB2ZYSXB6P","organisation":"01D03BBF00DBN5WW1ZMCCZNSQH"}},{"kind":"participation","id":"01M83QTGDEQ4R9ZGNB2ZYSXB6R","record":{"id":"01M83QTGDEQ4R9ZGNB2ZYSXB6R","series":"01M83QTGDEQ4R9ZGNB2ZYSXB6P","organisation":"01D03BBF00FNAMQQGQ53G1PFY5"}}]}');
INSERT INTO "journal" VALUES('staff/01D03BBF00BC4HNMBJXVZHE2EY',4,1795421979067,'01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGDVP243T5CB1TBMPD3M','series_published','{"t":"event","stream":"staff/01D03BBF00BC4HNMBJXVZHE2EY","seq":4,"at":1795421979067,"name":"series_published","actor":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","command":"01M83QTGDVP243T5CB1TBMPD3M","puts":[],"removes":[{"kind":"series","id":"01M83QTGDEQ4R9ZGNB2ZYSXB6P"},{"kind":"objective","id":"01M83QTGDEQ4R9ZGNB2ZYSXB6Q"},{"kind":"participation","id":"01M83QTGDEQ4R9ZGNB2ZYSXB6S"},{"kind":"participation","id":"01M83QTGDEQ4R9ZGNB2ZYSXB6R"}]}');
INSERT INTO "journal" VALUES('extended/01D03BBF00BC4HNMBJXVZHE2EY',4,1795421979071,'01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGDYVS0W4ZRX08YD3F73','meeting_announced','{"t":"event","stream":"extended/01D03BBF00BC4HNMBJXVZHE2EY","seq":4,"at":1795421979071,"name":"meeting_announced","actor":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","command":"01M83QTGDYVS0W4ZRX08YD3F73","puts":[{"kind":"meeting","id":"01M83QTGDMYKVKCEBRDB0XGNBV","record":{"id":"01M83QTGDMYKVKCEBRDB0XGNBV","collaborative":"01D03BBF00BC4HNMBJXVZHE2EY","series":"01M83QTGDEQ4R9ZGNB2ZYSXB6P","ordinal":1,"type":"session","state":"announced","title":"An earlier session","summary":"","starts_local":"2026-11-24T14:00","zone":"America/New_York","starts_at":1795546800000,"minutes":90,"place":"","objectives":[],"principles":[],"presenting":[],"pre_work":"","materials":"","outcome":"","cancel_reason":"","revision":2,"current":true}}]}');
INSERT INTO "journal" VALUES('staff/01D03BBF00BC4HNMBJXVZHE2EY',5,1795421979071,'01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGDYVS0W4ZRX08YD3F73','meeting_announced','{"t":"event","stream":"staff/01D03BBF00BC4HNMBJXVZHE2EY","seq":5,"at":1795421979071,"name":"meeting_announced","actor":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","command":"01M83QTGDYVS0W4ZRX08YD3F73","puts":[],"removes":[{"kind":"meeting","id":"01M83QTGDMYKVKCEBRDB0XGNBV"}]}');
INSERT INTO "journal" VALUES('series/01M83QTGDEQ4R9ZGNB2ZYSXB6P',1,1795421979075,'01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGE3XSFHV42XTC54SN2N','thread_started','{"t":"event","stream":"series/01M83QTGDEQ4R9ZGNB2ZYSXB6P","seq":1,"at":1795421979075,"name":"thread_started","actor":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","command":"01M83QTGE3XSFHV42XTC54SN2N","puts":[{"kind":"thread","id":"01M83QTGE39ZE5HSTKNH0MVJYK","record":{"id":"01M83QTGE39ZE5HSTKNH0MVJYK","collaborative":"01D03BBF00BC4HNMBJXVZHE2EY","anchor":"topic","anchor_id":"01M83QTGDEQ4R9ZGNB2ZYSXB6P","stream":"series/01M83QTGDEQ4R9ZGNB2ZYSXB6P","title":"Earlier topic","started_by":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","started_at":1795421979075,"last_number":1,"last_at":1795421979075,"last_by":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","posts":1,"pinned":false,"current":true,"own":false}},{"kind":"post","id":"01M83QTGE39ZE5HSTKNH0MVJYM","record":{"id":"01M83QTGE39ZE5HSTKNH0MVJYM","thread":"01M83QTGE39ZE5HSTKNH0MVJYK","number":1,"author":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","at":1795421979075,"text":"How did it go?","html":"<p>How did it go?</p>\n","revision":1,"removed":false}}]}');
INSERT INTO "journal" VALUES('person/01M83QTGAY4KQKS5ZHZ0ZMS8XY',2,1795421979075,'01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGE3XSFHV42XTC54SN2N','thread_started','{"t":"event","stream":"person/01M83QTGAY4KQKS5ZHZ0ZMS8XY","seq":2,"at":1795421979075,"name":"thread_started","actor":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","command":"01M83QTGE3XSFHV42XTC54SN2N","puts":[{"kind":"read_mark","id":"01M83QTGE39ZE5HSTKNH0MVJYN","record":{"id":"01M83QTGE39ZE5HSTKNH0MVJYN","person":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","thread":"01M83QTGE39ZE5HSTKNH0MVJYK","number":1}}]}');
INSERT INTO "journal" VALUES('series/01M83QTGDEQ4R9ZGNB2ZYSXB6P',2,1795421979078,'01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGE68YWFFBH91727JZ59','post_added','{"t":"event","stream":"series/01M83QTGDEQ4R9ZGNB2ZYSXB6P","seq":2,"at":1795421979078,"name":"post_added","actor":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","command":"01M83QTGE68YWFFBH91727JZ59","puts":[{"kind":"post","id":"01M83QTGE6JR28W4MZP5HH0Q6A","record":{"id":"01M83QTGE6JR28W4MZP5HH0Q6A","thread":"01M83QTGE39ZE5HSTKNH0MVJYK","number":2,"author":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","at":1795421979078,"text":"It went *well*.","html":"<p>It went <em>well</em>.</p>\n","revision":1,"removed":false}},{"kind":"thread","id":"01M83QTGE39ZE5HSTKNH0MVJYK","record":{"id":"01M83QTGE39ZE5HSTKNH0MVJYK","collaborative":"01D03BBF00BC4HNMBJXVZHE2EY","anchor":"topic","anchor_id":"01M83QTGDEQ4R9ZGNB2ZYSXB6P","stream":"series/01M83QTGDEQ4R9ZGNB2ZYSXB6P","title":"Earlier topic","started_by":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","started_at":1795421979075,"last_number":2,"last_at":1795421979078,"last_by":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","posts":2,"pinned":false,"current":true,"own":false}}]}');
INSERT INTO "journal" VALUES('person/01M83QTGAY4KQKS5ZHZ0ZMS8XY',3,1795421979078,'01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGE68YWFFBH91727JZ59','post_added','{"t":"event","stream":"person/01M83QTGAY4KQKS5ZHZ0ZMS8XY","seq":3,"at":1795421979078,"name":"post_added","actor":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","command":"01M83QTGE68YWFFBH91727JZ59","puts":[{"kind":"read_mark","id":"01M83QTGE39ZE5HSTKNH0MVJYN","record":{"id":"01M83QTGE39ZE5HSTKNH0MVJYN","person":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","thread":"01M83QTGE39ZE5HSTKNH0MVJYK","number":2}}]}');
INSERT INTO "journal" VALUES('series/01M83QTGDEQ4R9ZGNB2ZYSXB6P',3,1795421979080,'01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGE8SFPPXG3R8AYY6EG0','post_edited','{"t":"event","stream":"series/01M83QTGDEQ4R9ZGNB2ZYSXB6P","seq":3,"at":1795421979080,"name":"post_edited","actor":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","command":"01M83QTGE8SFPPXG3R8AYY6EG0","puts":[{"kind":"post","id":"01M83QTGE6JR28W4MZP5HH0Q6A","record":{"id":"01M83QTGE6JR28W4MZP5HH0Q6A","thread":"01M83QTGE39ZE5HSTKNH0MVJYK","number":2,"author":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","at":1795421979078,"text":"It went **very** well.","html":"<p>It went <strong>very</strong> well.</p>\n","edited_at":1795421979080,"revision":2,"removed":false}}]}');
INSERT INTO "journal" VALUES('person/01M83QTGAY4KQKS5ZHZ0ZMS8XY',4,1795421979082,'01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGEAYHHMBBZBA5Z5AR38','read_marked','{"t":"event","stream":"person/01M83QTGAY4KQKS5ZHZ0ZMS8XY","seq":4,"at":1795421979082,"name":"read_marked","actor":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","command":"01M83QTGEAYHHMBBZBA5Z5AR38","puts":[{"kind":"read_mark","id":"01M83QTGE39ZE5HSTKNH0MVJYN","record":{"id":"01M83QTGE39ZE5HSTKNH0MVJYN","person":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","thread":"01M83QTGE39ZE5HSTKNH0MVJYK","number":2}}]}');
INSERT INTO "journal" VALUES('series/01M83QTGDEQ4R9ZGNB2ZYSXB6P',4,1795421979084,'01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGEBYECPXBMCVKZB52D7','thread_started','{"t":"event","stream":"series/01M83QTGDEQ4R9ZGNB2ZYSXB6P","seq":4,"at":1795421979084,"name":"thread_started","actor":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","command":"01M83QTGEBYECPXBMCVKZB52D7","puts":[{"kind":"thread","id":"01M83QTGECHSEKXSJTXQW1H14D","record":{"id":"01M83QTGECHSEKXSJTXQW1H14D","collaborative":"01D03BBF00BC4HNMBJXVZHE2EY","anchor":"meeting","anchor_id":"01M83QTGDMYKVKCEBRDB0XGNBV","stream":"series/01M83QTGDEQ4R9ZGNB2ZYSXB6P","title":"Earlier meeting","started_by":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","started_at":1795421979084,"last_number":1,"last_at":1795421979084,"last_by":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","posts":1,"pinned":false,"current":true,"own":true}},{"kind":"post","id":"01M83QTGECHSEKXSJTXQW1H14E","record":{"id":"01M83QTGECHSEKXSJTXQW1H14E","thread":"01M83QTGECHSEKXSJTXQW1H14D","number":1,"author":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","at":1795421979084,"text":"How did it go?","html":"<p>How did it go?</p>\n","revision":1,"removed":false}}]}');
INSERT INTO "journal" VALUES('person/01M83QTGAY4KQKS5ZHZ0ZMS8XY',5,1795421979084,'01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGEBYECPXBMCVKZB52D7','thread_started','{"t":"event","stream":"person/01M83QTGAY4KQKS5ZHZ0ZMS8XY","seq":5,"at":1795421979084,"name":"thread_started","actor":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","command":"01M83QTGEBYECPXBMCVKZB52D7","puts":[{"kind":"read_mark","id":"01M83QTGECHSEKXSJTXQW1H14F","record":{"id":"01M83QTGECHSEKXSJTXQW1H14F","person":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","thread":"01M83QTGECHSEKXSJTXQW1H14D","number":1}}]}');
INSERT INTO "journal" VALUES('series/01M83QTGDEQ4R9ZGNB2ZYSXB6P',5,1795421979086,'01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGEDPEJZP5HNH188MV2B','post_added','{"t":"event","stream":"series/01M83QTGDEQ4R9ZGNB2ZYSXB6P","seq":5,"at":1795421979086,"name":"post_added","actor":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","command":"01M83QTGEDPEJZP5HNH188MV2B","puts":[{"kind":"post","id":"01M83QTGEEQKXFB29MP2Q94JF9","record":{"id":"01M83QTGEEQKXFB29MP2Q94JF9","thread":"01M83QTGECHSEKXSJTXQW1H14D","number":2,"author":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","at":1795421979086,"text":"It went *well*.","html":"<p>It went <em>well</em>.</p>\n","revision":1,"removed":false}},{"kind":"thread","id":"01M83QTGECHSEKXSJTXQW1H14D","record":{"id":"01M83QTGECHSEKXSJTXQW1H14D","collaborative":"01D03BBF00BC4HNMBJXVZHE2EY","anchor":"meeting","anchor_id":"01M83QTGDMYKVKCEBRDB0XGNBV","stream":"series/01M83QTGDEQ4R9ZGNB2ZYSXB6P","title":"Earlier meeting","started_by":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","started_at":1795421979084,"last_number":2,"last_at":1795421979086,"last_by":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","posts":2,"pinned":false,"current":true,"own":true}}]}');
INSERT INTO "journal" VALUES('person/01M83QTGAY4KQKS5ZHZ0ZMS8XY',6,1795421979086,'01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGEDPEJZP5HNH188MV2B','post_added','{"t":"event","stream":"person/01M83QTGAY4KQKS5ZHZ0ZMS8XY","seq":6,"at":1795421979086,"name":"post_added","actor":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","command":"01M83QTGEDPEJZP5HNH188MV2B","puts":[{"kind":"read_mark","id":"01M83QTGECHSEKXSJTXQW1H14F","record":{"id":"01M83QTGECHSEKXSJTXQW1H14F","person":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","thread":"01M83QTGECHSEKXSJTXQW1H14D","number":2}}]}');
INSERT INTO "journal" VALUES('series/01M83QTGDEQ4R9ZGNB2ZYSXB6P',6,1795421979088,'01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGEFY40BN9P2HYPGD17B','post_edited','{"t":"event","stream":"series/01M83QTGDEQ4R9ZGNB2ZYSXB6P","seq":6,"at":1795421979088,"name":"post_edited","actor":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","command":"01M83QTGEFY40BN9P2HYPGD17B","puts":[{"kind":"post","id":"01M83QTGEEQKXFB29MP2Q94JF9","record":{"id":"01M83QTGEEQKXFB29MP2Q94JF9","thread":"01M83QTGECHSEKXSJTXQW1H14D","number":2,"author":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","at":1795421979086,"text":"It went **very** well.","html":"<p>It went <strong>very</strong> well.</p>\n","edited_at":1795421979088,"revision":2,"removed":false}}]}');
INSERT INTO "journal" VALUES('person/01M83QTGAY4KQKS5ZHZ0ZMS8XY',7,1795421979089,'01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGEHW0AW520HWRX1KJBM','read_marked','{"t":"event","stream":"person/01M83QTGAY4KQKS5ZHZ0ZMS8XY","seq":7,"at":1795421979089,"name":"read_marked","actor":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","command":"01M83QTGEHW0AW520HWRX1KJBM","puts":[{"kind":"read_mark","id":"01M83QTGECHSEKXSJTXQW1H14F","record":{"id":"01M83QTGECHSEKXSJTXQW1H14F","person":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","thread":"01M83QTGECHSEKXSJTXQW1H14D","number":2}}]}');
INSERT INTO "journal" VALUES('extended/01D03BBF00BC4HNMBJXVZHE2EY',5,1795421979091,'01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGEJ427YDGS5ETRB57WH','room_opened','{"t":"event","stream":"extended/01D03BBF00BC4HNMBJXVZHE2EY","seq":5,"at":1795421979091,"name":"room_opened","actor":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","command":"01M83QTGEJ427YDGS5ETRB57WH","puts":[{"kind":"meeting","id":"01M83QTGDMYKVKCEBRDB0XGNBV","record":{"id":"01M83QTGDMYKVKCEBRDB0XGNBV","collaborative":"01D03BBF00BC4HNMBJXVZHE2EY","series":"01M83QTGDEQ4R9ZGNB2ZYSXB6P","ordinal":1,"type":"session","state":"live","title":"An earlier session","summary":"","starts_local":"2026-11-24T14:00","zone":"America/New_York","starts_at":1795546800000,"minutes":90,"place":"","objectives":[],"principles":[],"presenting":[],"pre_work":"","materials":"","outcome":"","cancel_reason":"","revision":2,"current":true}}]}');
INSERT INTO "journal" VALUES('meeting/01M83QTGDMYKVKCEBRDB0XGNBV',3,1795421979091,'01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGEJ427YDGS5ETRB57WH','room_opened','{"t":"event","stream":"meeting/01M83QTGDMYKVKCEBRDB0XGNBV","seq":3,"at":1795421979091,"name":"room_opened","actor":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","command":"01M83QTGEJ427YDGS5ETRB57WH","puts":[{"kind":"room","id":"01M83QTGDMYKVKCEBRDB0XGNBV","record":{"id":"01M83QTGDMYKVKCEBRDB0XGNBV","state":"open","opened_at":1795421979091,"item_minutes":0,"host":"01M83QTGAY4KQKS5ZHZ0ZMS8XY"}}]}');
INSERT INTO "journal" VALUES('meeting/01M83QTGDMYKVKCEBRDB0XGNBV',4,1795421979094,'01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGENQ3NEHE96P5X3PE0A','item_moved','{"t":"event","stream":"meeting/01M83QTGDMYKVKCEBRDB0XGNBV","seq":4,"at":1795421979094,"name":"item_moved","actor":"01M83QTGAY4KQKS5ZHZ0ZMS8XY","command":"01M83QTGENQ3NEHE96P5X3PE0A","puts":[{"kind":"item_run","id":"01M83QTGDS97JR6N3G57PKMAK2","record":{"id":"01M83QTGDS97JR6N3G57PKMAK2","meeting":"01M83QTGDMYKVKCEBRDB0XGNBV","started_at":1795421979094,"seconds":0,"added_minutes":0}},{"kind":"room","id":"01M83QTGDMYKVKCEBRDB0XGNBV","record":{"id":"01M83QTGDMYKVKCEBRDB0XGNBV","state":"open","opened_at":1795421979091,"current_item":"01M83QTGDS97JR6N3G57PKMAK2","item_started_at":1795421979094,"item_minutes":10,"host":"01M83QTGAY4KQKS5ZHZ0ZMS8XY"}}]}');
CREATE TABLE known_devices (
    person TEXT NOT NULL REFERENCES people (id),
    device_hash TEXT NOT NULL,
    used_at INTEGER NOT NULL,
    PRIMARY KEY (person, device_hash)
) STRICT, WITHOUT ROWID;
INSERT INTO "known_devices" VALUES('01M83QTGAY4KQKS5ZHZ0ZMS8XY','6e74866d070e3e9f01bd9d3bc335d178f88f3b87c5bd3efc9f3fe26a093d9d42',1795421979026);
CREATE TABLE mail (
    id TEXT NOT NULL PRIMARY KEY,
    -- Who it is for; nothing for an address that is nobody's here.
    person TEXT REFERENCES people (id),
    -- As it is written; compared without regard to case and outer blanks (INV-7).
    address TEXT NOT NULL,
    address_folded TEXT NOT NULL,
    -- A word that grows with the product: what is mailed for a new purpose needs no new table.
    purpose TEXT NOT NULL CHECK (purpose <> ''),
    -- The request, person, organisation, meeting, lane or collaborative that it tells of, by its purpose.
    about TEXT,
    subject TEXT NOT NULL,
    plain TEXT NOT NULL,
    html TEXT NOT NULL,
    calendar TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL
        CHECK (status IN ('queued', 'held', 'sent', 'failed', 'bounced', 'suppressed', 'withheld', 'outdated')),
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
CREATE TABLE meetings (
    id TEXT NOT NULL PRIMARY KEY,
    collaborative TEXT NOT NULL REFERENCES collaboratives (id),
    series TEXT REFERENCES series (id),
    ordinal INTEGER NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('session', 'webinar', 'convening', 'one_to_one', 'check_in', 'planning')),
    state TEXT NOT NULL CHECK (state IN ('draft', 'announced', 'live', 'ended', 'cancelled')),
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    starts_local TEXT NOT NULL,
    zone TEXT NOT NULL,
    starts_at INTEGER NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes > 0),
    place TEXT NOT NULL,
    objectives TEXT NOT NULL,
    principles TEXT NOT NULL,
    presenting TEXT NOT NULL,
    pre_work TEXT NOT NULL,
    materials TEXT NOT NULL,
    outcome TEXT NOT NULL,
    moved_at INTEGER,
    cancel_reason TEXT NOT NULL,
    revision INTEGER NOT NULL,
    current INTEGER NOT NULL CHECK (current IN (0, 1)),
    link TEXT NOT NULL,
    dial_in TEXT NOT NULL,
    -- A meeting that was cancelled before it was announced stays with those who may see drafts.
    announced_at INTEGER
, calendar_sequence INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "meetings" VALUES('01M83QTGDMYKVKCEBRDB0XGNBV','01D03BBF00BC4HNMBJXVZHE2EY','01M83QTGDEQ4R9ZGNB2ZYSXB6P',1,'session','live','An earlier session','','2026-11-24T14:00','America/New_York',1795546800000,90,'','','','','','','',NULL,'',2,1,'','',1795421979071,0);
CREATE TABLE membership_years (
    collaborative TEXT NOT NULL REFERENCES collaboratives (id),
    -- "2026-2027"
    label TEXT NOT NULL,
    starts_on TEXT NOT NULL,
    -- Its last day.
    ends_on TEXT NOT NULL,
    -- Who has not renewed goes on reading for so long.
    grace_days INTEGER NOT NULL CHECK (grace_days BETWEEN 0 AND 366),
    -- Open to be renewed for, running, over with some still in their grace, over.
    status TEXT NOT NULL CHECK (status IN ('open', 'active', 'grace', 'closed')),
    -- So many days before its end its contacts were reminded last; 0 for not yet.
    reminded INTEGER NOT NULL DEFAULT 0 CHECK (reminded >= 0),
    PRIMARY KEY (collaborative, label)
) STRICT, WITHOUT ROWID;
INSERT INTO "membership_years" VALUES('01D03BBF00BC4HNMBJXVZHE2EY','2026-2027','2026-07-01','2027-06-30',30,'active',0);
CREATE TABLE memberships (
    organisation TEXT NOT NULL REFERENCES organisations (id),
    year TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('applied', 'approved', 'active', 'grace', 'expired', 'suspended', 'withdrawn')),
    tier TEXT NOT NULL CHECK (tier IN ('core', 'extended')),
    seat_cap INTEGER NOT NULL CHECK (seat_cap BETWEEN 1 AND 500),
    decided_at INTEGER NOT NULL DEFAULT 0,
    decided_by TEXT REFERENCES people (id),
    PRIMARY KEY (organisation, year)
) STRICT, WITHOUT ROWID;
INSERT INTO "memberships" VALUES('01D03BBF00DBN5WW1ZMCCZNSQH','2026-2027','active','core',6,1795421979048,'01M83QTGAY4KQKS5ZHZ0ZMS8XY');
INSERT INTO "memberships" VALUES('01D03BBF00FNAMQQGQ53G1PFY5','2026-2027','active','core',6,1795421979040,'01M83QTGAY4KQKS5ZHZ0ZMS8XY');
CREATE TABLE no_steps (
    id TEXT NOT NULL PRIMARY KEY,
    meeting TEXT NOT NULL REFERENCES meetings (id),
    organisation TEXT NOT NULL REFERENCES organisations (id),
    reason TEXT NOT NULL,
    UNIQUE (meeting, organisation)
) STRICT;
CREATE TABLE objectives (
    id TEXT NOT NULL PRIMARY KEY,
    series TEXT NOT NULL REFERENCES series (id),
    ordinal INTEGER NOT NULL,
    short_name TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;
INSERT INTO "objectives" VALUES('01M83QTGDEQ4R9ZGNB2ZYSXB6Q','01M83QTGDEQ4R9ZGNB2ZYSXB6P',1,'Turnover','Turnover in every state');
CREATE TABLE organisation_domains (
    organisation TEXT NOT NULL REFERENCES organisations (id),
    domain TEXT NOT NULL,
    -- The lead whose own address is of that domain.
    confirmed_by TEXT NOT NULL REFERENCES people (id),
    confirmed_at INTEGER NOT NULL,
    PRIMARY KEY (organisation, domain)
) STRICT, WITHOUT ROWID;
CREATE TABLE organisations (
    id TEXT NOT NULL PRIMARY KEY,
    collaborative TEXT NOT NULL REFERENCES collaboratives (id),
    type TEXT NOT NULL CHECK (type IN ('state_agency', 'convener', 'ta_provider', 'partner', 'federal')),
    name TEXT NOT NULL,
    code TEXT NOT NULL,
    short_name TEXT NOT NULL,
    zone TEXT NOT NULL,
    tile_column INTEGER NOT NULL,
    tile_row INTEGER NOT NULL
) STRICT;
INSERT INTO "organisations" VALUES('01D03BBF003BN51WJVERMPQZNA','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Alabama State Department of Education','AL','Alabama','America/Chicago',6,6);
INSERT INTO "organisations" VALUES('01D03BBF00Y3749KGFCG13M010','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Alaska Department of Education & Early Development','AK','Alaska','America/Anchorage',0,0);
INSERT INTO "organisations" VALUES('01D03BBF00P7TRHH4EHRFGD7BG','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Arizona Department of Education','AZ','Arizona','America/Phoenix',1,5);
INSERT INTO "organisations" VALUES('01D03BBF00W2HJBETDM3F073FW','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Arkansas Department of Education, Division of Elementary and Secondary Education','AR','Arkansas','America/Chicago',4,5);
INSERT INTO "organisations" VALUES('01D03BBF00YPQWSV89SE7BM056','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','California Department of Education','CA','California','America/Los_Angeles',0,4);
INSERT INTO "organisations" VALUES('01D03BBF00AW341989BDT9V5EV','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Colorado Department of Education','CO','Colorado','America/Denver',2,4);
INSERT INTO "organisations" VALUES('01D03BBF0051J7ENJT1G0CQ8D5','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Connecticut State Department of Education','CT','Connecticut','America/New_York',9,3);
INSERT INTO "organisations" VALUES('01D03BBF00JFNHA3J0CJ63XH6B','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Delaware Department of Education','DE','Delaware','America/New_York',9,4);
INSERT INTO "organisations" VALUES('01D03BBF00SEJQ97HJQNQ3PQP6','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Office of the State Superintendent of Education','DC','District of Columbia','America/New_York',8,5);
INSERT INTO "organisations" VALUES('01D03BBF006GM97ZFG856DBM15','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Florida Department of Education','FL','Florida','America/New_York',8,7);
INSERT INTO "organisations" VALUES('01D03BBF00ZVMX6VMCFW18DTYC','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Georgia Department of Education','GA','Georgia','America/New_York',7,6);
INSERT INTO "organisations" VALUES('01D03BBF009TA23M3JWYHGA776','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Hawaii State Department of Education','HI','Hawaii','Pacific/Honolulu',0,7);
INSERT INTO "organisations" VALUES('01D03BBF00X80CNCTHMA7592Z9','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Idaho Department of Education','ID','Idaho','America/Boise',1,2);
INSERT INTO "organisations" VALUES('01D03BBF00TVWQHYAMA0MMJ5B2','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Illinois State Board of Education','IL','Illinois','America/Chicago',5,2);
INSERT INTO "organisations" VALUES('01D03BBF008E2HFT9RPM5VHP2E','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Indiana Department of Education','IN','Indiana','America/Indiana/Indianapolis',5,3);
INSERT INTO "organisations" VALUES('01D03BBF00ZZSEH94N7GNDJ00G','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Iowa Department of Education','IA','Iowa','America/Chicago',4,3);
INSERT INTO "organisations" VALUES('01D03BBF001QYMF8KEP5847J4B','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Kansas State Department of Education','KS','Kansas','America/Chicago',3,5);
INSERT INTO "organisations" VALUES('01D03BBF00DBN5WW1ZMCCZNSQH','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Kentucky Department of Education','KY','Kentucky','America/New_York',5,4);
INSERT INTO "organisations" VALUES('01D03BBF00XJC97H4H129PRRHD','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Louisiana Department of Education','LA','Louisiana','America/Chicago',4,6);
INSERT INTO "organisations" VALUES('01D03BBF00VMJCMJ93PEYWQHTR','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Maine Department of Education','ME','Maine','America/New_York',10,0);
INSERT INTO "organisations" VALUES('01D03BBF000XCJDNC47YZF3HHJ','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Maryland State Department of Education','MD','Maryland','America/New_York',8,4);
INSERT INTO "organisations" VALUES('01D03BBF00FSQMNBXW2X88HD0Z','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Massachusetts Department of Elementary and Secondary Education','MA','Massachusetts','America/New_York',9,2);
INSERT INTO "organisations" VALUES('01D03BBF00EE0ND2EM3GBEQCYX','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Michigan Department of Education','MI','Michigan','America/Detroit',6,2);
INSERT INTO "organisations" VALUES('01D03BBF008T5835EN372E0NVF','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Minnesota Department of Education','MN','Minnesota','America/Chicago',4,2);
INSERT INTO "organisations" VALUES('01D03BBF00QTZYGN5SFVBNWVDF','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Mississippi Department of Education','MS','Mississippi','America/Chicago',5,6);
INSERT INTO "organisations" VALUES('01D03BBF00RDVM3FXNT6W825N4','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Missouri Department of Elementary and Secondary Education','MO','Missouri','America/Chicago',4,4);
INSERT INTO "organisations" VALUES('01D03BBF004JSY8SE1G9HCA0KY','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Montana Office of Public Instruction','MT','Montana','America/Denver',2,2);
INSERT INTO "organisations" VALUES('01D03BBF00F293VBZ76NJCCDNQ','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Nebraska Department of Education','NE','Nebraska','America/Chicago',3,4);
INSERT INTO "organisations" VALUES('01D03BBF00HM3EYW2QX9VZRE2A','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Nevada Department of Education','NV','Nevada','America/Los_Angeles',1,3);
INSERT INTO "organisations" VALUES('01D03BBF00XC31MTCG5DEF7KNQ','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','New Hampshire Department of Education','NH','New Hampshire','America/New_York',10,1);
INSERT INTO "organisations" VALUES('01D03BBF00HHVMD98FGBBK9AX5','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','New Jersey Department of Education','NJ','New Jersey','America/New_York',8,3);
INSERT INTO "organisations" VALUES('01D03BBF00CBKJFSWMWB7WMJ2C','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','New Mexico Public Education Department','NM','New Mexico','America/Denver',2,5);
INSERT INTO "organisations" VALUES('01D03BBF00T2BEB67X3Y35R5YQ','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','New York State Education Department','NY','New York','America/New_York',8,2);
INSERT INTO "organisations" VALUES('01D03BBF00M9DGPKCB08F8AS8Y','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','North Carolina Department of Public Instruction','NC','North Carolina','America/New_York',6,5);
INSERT INTO "organisations" VALUES('01D03BBF00N0Z5G7TC512MFAYC','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','North Dakota Department of Public Instruction','ND','North Dakota','America/Chicago',3,2);
INSERT INTO "organisations" VALUES('01D03BBF00FNAMQQGQ53G1PFY5','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Ohio Department of Education and Workforce','OH','Ohio','America/New_York',6,3);
INSERT INTO "organisations" VALUES('01D03BBF00CGDVWGQB4K9XFEPM','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Oklahoma State Department of Education','OK','Oklahoma','America/Chicago',3,6);
INSERT INTO "organisations" VALUES('01D03BBF00RNR75389B6VYM9JC','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Oregon Department of Education','OR','Oregon','America/Los_Angeles',0,3);
INSERT INTO "organisations" VALUES('01D03BBF001X7X29ZVWA2B1YYX','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Pennsylvania Department of Education','PA','Pennsylvania','America/New_York',7,3);
INSERT INTO "organisations" VALUES('01D03BBF003A268PGXJRPKV9PX','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Rhode Island Department of Elementary and Secondary Education','RI','Rhode Island','America/New_York',10,3);
INSERT INTO "organisations" VALUES('01D03BBF00NJF5X5PGMA8X1DCE','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','South Carolina Department of Education','SC','South Carolina','America/New_York',7,5);
INSERT INTO "organisations" VALUES('01D03BBF00CQ7VG0HTDC6TC6AY','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','South Dakota Department of Education','SD','South Dakota','America/Chicago',3,3);
INSERT INTO "organisations" VALUES('01D03BBF00A3D0VQNZ352R6XFQ','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Tennessee Department of Education','TN','Tennessee','America/Chicago',5,5);
INSERT INTO "organisations" VALUES('01D03BBF00AVCPS00V8KVDBYHC','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Texas Education Agency','TX','Texas','America/Chicago',3,7);
INSERT INTO "organisations" VALUES('01D03BBF00CFDSK6NE6XV0Z9E3','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Utah State Board of Education','UT','Utah','America/Denver',1,4);
INSERT INTO "organisations" VALUES('01D03BBF00BYCQ1S3FJ7W9QE7S','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Vermont Agency of Education','VT','Vermont','America/New_York',9,1);
INSERT INTO "organisations" VALUES('01D03BBF00DJK6FP0JHS43MTCE','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Virginia Department of Education','VA','Virginia','America/New_York',7,4);
INSERT INTO "organisations" VALUES('01D03BBF00XNHSE5JK7MPWTKQC','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Office of Superintendent of Public Instruction','WA','Washington','America/Los_Angeles',0,2);
INSERT INTO "organisations" VALUES('01D03BBF00TBNNNVVQ50HQW7H2','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','West Virginia Department of Education','WV','West Virginia','America/New_York',6,4);
INSERT INTO "organisations" VALUES('01D03BBF00H35FFBTCMM7EGV67','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Wisconsin Department of Public Instruction','WI','Wisconsin','America/Chicago',5,1);
INSERT INTO "organisations" VALUES('01D03BBF003XM5MPF4AVYMJZKS','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Wyoming Department of Education','WY','Wyoming','America/Denver',2,3);
INSERT INTO "organisations" VALUES('01D03BBF00R0QEAW33AXMF2MDJ','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','American Samoa Department of Education','AS','American Samoa','Pacific/Pago_Pago',2,8);
INSERT INTO "organisations" VALUES('01D03BBF00QAQTJ4A08KE3DK96','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Guam Department of Education','GU','Guam','Pacific/Guam',0,8);
INSERT INTO "organisations" VALUES('01D03BBF000XYVRGXRSYEXMJT0','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Commonwealth of the Northern Mariana Islands Public School System','MP','Northern Mariana Islands','Pacific/Saipan',1,8);
INSERT INTO "organisations" VALUES('01D03BBF008CT0D8VTH4RZCTCE','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Puerto Rico Department of Education','PR','Puerto Rico','America/Puerto_Rico',9,7);
INSERT INTO "organisations" VALUES('01D03BBF001Y2WPQK6YFMGESTW','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Virgin Islands Department of Education','VI','U.S. Virgin Islands','America/St_Thomas',10,7);
INSERT INTO "organisations" VALUES('01D03BBF00HCWSCKQSF7FYF4JW','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Department of Defense Education Activity','DODEA','Department of Defense Education Activity','America/New_York',9,8);
INSERT INTO "organisations" VALUES('01D03BBF00AKYVXMRJ2ZS8VRF0','01D03BBF00BC4HNMBJXVZHE2EY','state_agency','Bureau of Indian Education','BIE','Bureau of Indian Education','America/New_York',10,8);
INSERT INTO "organisations" VALUES('01D03BBF003PDPDQT4ZGXSQQV2','01D03BBF00BC4HNMBJXVZHE2EY','convener','Council of Chief State School Officers','','CCSSO','America/New_York',-1,-1);
CREATE TABLE participations (
    id TEXT NOT NULL PRIMARY KEY,
    series TEXT NOT NULL REFERENCES series (id),
    organisation TEXT NOT NULL REFERENCES organisations (id),
    UNIQUE (series, organisation)
) STRICT;
INSERT INTO "participations" VALUES('01M83QTGDEQ4R9ZGNB2ZYSXB6R','01M83QTGDEQ4R9ZGNB2ZYSXB6P','01D03BBF00FNAMQQGQ53G1PFY5');
INSERT INTO "participations" VALUES('01M83QTGDEQ4R9ZGNB2ZYSXB6S','01M83QTGDEQ4R9ZGNB2ZYSXB6P','01D03BBF00DBN5WW1ZMCCZNSQH');
CREATE TABLE password_tries (
    address_folded TEXT NOT NULL,
    device_hash TEXT NOT NULL,
    tried INTEGER NOT NULL CHECK (tried > 0),
    tried_at INTEGER NOT NULL,
    PRIMARY KEY (address_folded, device_hash)
) STRICT, WITHOUT ROWID;
CREATE TABLE passwords (
    person TEXT NOT NULL PRIMARY KEY REFERENCES people (id),
    hash TEXT NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE people (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    -- As it is written in mail; compared without regard to case and outer blanks (INV-7).
    address TEXT NOT NULL,
    address_folded TEXT NOT NULL UNIQUE,
    zone TEXT NOT NULL,
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    theme TEXT NOT NULL DEFAULT 'system',
    density TEXT NOT NULL DEFAULT 'comfortable',
    shortcuts INTEGER NOT NULL DEFAULT 1 CHECK (shortcuts IN (0, 1)),
    last_visit INTEGER NOT NULL DEFAULT 0,
    this_visit INTEGER NOT NULL DEFAULT 0,
    seen_at INTEGER NOT NULL DEFAULT 0
, step_mails INTEGER NOT NULL DEFAULT 1 CHECK (step_mails IN (0, 1))) STRICT;
INSERT INTO "people" VALUES('01M83QTGAY4KQKS5ZHZ0ZMS8XY','Ada Earlier','ada@earlier.example','ada@earlier.example','America/New_York',1,'system','comfortable',1,0,0,0,1);
CREATE TABLE post_versions (
    post TEXT NOT NULL REFERENCES posts (id),
    revision INTEGER NOT NULL,
    at INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (post, revision)
) STRICT, WITHOUT ROWID;
INSERT INTO "post_versions" VALUES('01M83QTGE6JR28W4MZP5HH0Q6A',1,1795421979078,'It went *well*.');
INSERT INTO "post_versions" VALUES('01M83QTGEEQKXFB29MP2Q94JF9',1,1795421979086,'It went *well*.');
CREATE TABLE posts (
    id TEXT NOT NULL PRIMARY KEY,
    thread TEXT NOT NULL REFERENCES threads (id),
    number INTEGER NOT NULL CHECK (number > 0),
    author TEXT NOT NULL REFERENCES people (id),
    at INTEGER NOT NULL,
    reply_to TEXT REFERENCES posts (id),
    text TEXT NOT NULL,
    html TEXT NOT NULL,
    renderer INTEGER NOT NULL,
    edited_at INTEGER,
    revision INTEGER NOT NULL,
    removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
    removed_by TEXT REFERENCES people (id),
    UNIQUE (thread, number)
) STRICT;
INSERT INTO "posts" VALUES('01M83QTGE39ZE5HSTKNH0MVJYM','01M83QTGE39ZE5HSTKNH0MVJYK',1,'01M83QTGAY4KQKS5ZHZ0ZMS8XY',1795421979075,NULL,'How did it go?','<p>How did it go?</p>
',1,NULL,1,0,NULL);
INSERT INTO "posts" VALUES('01M83QTGE6JR28W4MZP5HH0Q6A','01M83QTGE39ZE5HSTKNH0MVJYK',2,'01M83QTGAY4KQKS5ZHZ0ZMS8XY',1795421979078,NULL,'It went **very** well.','<p>It went <strong>very</strong> well.</p>
',1,1795421979080,2,0,NULL);
INSERT INTO "posts" VALUES('01M83QTGECHSEKXSJTXQW1H14E','01M83QTGECHSEKXSJTXQW1H14D',1,'01M83QTGAY4KQKS5ZHZ0ZMS8XY',1795421979084,NULL,'How did it go?','<p>How did it go?</p>
',1,NULL,1,0,NULL);
INSERT INTO "posts" VALUES('01M83QTGEEQKXFB29MP2Q94JF9','01M83QTGECHSEKXSJTXQW1H14D',2,'01M83QTGAY4KQKS5ZHZ0ZMS8XY',1795421979086,NULL,'It went **very** well.','<p>It went <strong>very</strong> well.</p>
',1,1795421979088,2,0,NULL);
CREATE TABLE presence_intervals (
    attendance TEXT NOT NULL REFERENCES attendance (id),
    joined_at INTEGER NOT NULL,
    left_at INTEGER CHECK (left_at >= joined_at),
    beat_at INTEGER NOT NULL,
    PRIMARY KEY (attendance, joined_at)
) STRICT, WITHOUT ROWID;
CREATE TABLE principles (
    id TEXT NOT NULL PRIMARY KEY,
    collaborative TEXT NOT NULL REFERENCES collaboratives (id),
    number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 99),
    title TEXT NOT NULL,
    tagline TEXT NOT NULL,
    summary TEXT NOT NULL,
    state_roles TEXT NOT NULL,
    attribution TEXT NOT NULL,
    UNIQUE (collaborative, number)
) STRICT;
INSERT INTO "principles" VALUES('01D03BBF005WHS8CKT8Y6P8SS9','01D03BBF00BC4HNMBJXVZHE2EY',1,'Elevate school improvement as an urgent priority','If everything is a priority, nothing is.','Improvement of the lowest-performing schools comes first at the school, the district and the state agency alike. Everyone can say who decides, who acts and who answers for results at each level.','Write down the state''s vision and theory of action for improvement, grounded in what earlier efforts taught, and say what has to be true at school, district and state level for it to work.
Give the work a seat: put the improvement lead on the senior team, protect staff time and money for it, and keep equity at the center of the agency''s plan.
Use the chief''s public voice and the agency''s reporting to keep attention on identified schools.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
INSERT INTO "principles" VALUES('01D03BBF008C21WD1WVA5TFF8G','01D03BBF00BC4HNMBJXVZHE2EY',2,'Make decisions on what best serves each and every student','Put students at the center so that every student succeeds.','Choices are tested against what will serve every student, on the expectation that all of them can reach the goals. Rules and habits that hold low performance in place are questioned and changed.','Review state and local policy for barriers to improvement, and create conditions or authorities that let schools move faster when they stall.
Be willing to try different funding or governance arrangements where the present ones do not serve students.
Connect every office in the agency, including those for students with disabilities and English learners, to the improvement work.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
INSERT INTO "principles" VALUES('01D03BBF004R18C20E09JAKZXF','01D03BBF00BC4HNMBJXVZHE2EY',3,'Engage early, regularly and authentically','If you want to go far, go together.','Improvement is done with schools, families and communities rather than to them. Trust, shared planning and two-way feedback come early and continue, and community assets and services outside school are brought in.','Make families, staff, civil-rights groups and community members partners in needs assessment, planning, monitoring and adjustment.
Provide or arrange training so families and community members can take part on equal terms.
Vet and work with outside partners whose record and approach fit the system''s priorities.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
INSERT INTO "principles" VALUES('01D03BBF00N0G4PDKRJ9GSEREQ','01D03BBF00BC4HNMBJXVZHE2EY',4,'Select at each level the strategy that best fits','One size does not fit all.','Districts and schools design plans that fit their situation, and the state chooses the kind and degree of action that fits each case, up to its strongest authority for schools that do not improve.','Give needs assessments real weight: let them drive plan approval, funding, assistance and stronger action.
Vary support and monitoring by the needs, assets and capacity of each school and district.
Choose from a full range of state actions, from locally led work through networks and zones to closure or takeover, weighing capacity and local conditions.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
INSERT INTO "principles" VALUES('01D03BBF00CYAGJCBYWGPW0T87','01D03BBF00BC4HNMBJXVZHE2EY',5,'Support LEAs and schools in designing high-quality plans','Failing to plan is planning to fail.','Plans grow out of each school''s assets, needs and root causes, and draw on research about effective schools, implementation, what works for whom, and how learning and adversity interact.','See that plans address both conditions for learning and the quality of instruction.
Bring the district''s own role and capacity into planning and oversight.
Help schools find interventions that fit, and help them study promising approaches where evidence is thin.
Use timelines, templates and planning periods that keep plans complete, usable and open to revision.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
INSERT INTO "principles" VALUES('01D03BBF00NEMNJMT5B93KQJP8','01D03BBF00BC4HNMBJXVZHE2EY',6,'Focus on leaders and teachers in the highest-need schools','Talent matters.','The schools with the greatest need get, or grow, leaders and teachers with the particular skills that rapid improvement asks for.','Invest in school leadership, including through the optional Title II leadership set-aside, so identified schools can attract, develop and keep able leaders.
Look across preparation, hiring, development and retention for identified schools, and back ongoing learning embedded in the job.
Read local Title II plans alongside improvement applications, and point funds and incentives at the schools that need them most.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
INSERT INTO "principles" VALUES('01D03BBF0036Y969BW593D2K73','01D03BBF00BC4HNMBJXVZHE2EY',7,'Dedicate sufficient resources and align them','Put your money where your mouth is.','Time, people and money are enough for the job, pointed at the system''s goals, used efficiently because roles are clear, and partners are held to results.','Line up federal, state and local funding streams behind improvement plans.
Cut duplicate requirements and mixed messages that reach schools.
Staff the state agency for the work, including time for evaluation and continuous improvement.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
INSERT INTO "principles" VALUES('01D03BBF0075BNW0BM63MPWE07','01D03BBF00BC4HNMBJXVZHE2EY',8,'Set benchmarks and report progress','What gets measured gets done.','Ambitious but reachable short- and long-term benchmarks cover equity and excellence, and progress against them is reported openly.','Set benchmarks for thoughtful implementation, for leading indicators and for exit, and help districts do the same for schools identified for student-group performance.
Share progress with families and communities throughout, not only at the end.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
INSERT INTO "principles" VALUES('01D03BBF00E5BD2C4ZG2WEPD41','01D03BBF00BC4HNMBJXVZHE2EY',9,'Implement rigorously and continuously improve','Ideas are only as good as they are implemented.','Plans are carried out with care, information is gathered while the work is under way, and evidence about what works, for whom and where is used to change course.','Keep attention on implementation with districts, schools and partners.
Run regular data routines with milestones and feedback loops, and step in when progress stalls.
Carry lessons from successes and failures into the next choice of strategy.
Examine and improve the state agency''s own practice.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
INSERT INTO "principles" VALUES('01D03BBF00YZ0H68JQGPHNZXAS','01D03BBF00BC4HNMBJXVZHE2EY',10,'Plan from the beginning to sustain success','Don''t be a flash in the pan.','From day one there is a plan for the money, the political support and the local capacity to keep improving after extra help ends.','Build continuous-improvement capacity in districts, not only in schools, along with commitment among educators, families and the community.
Spread improvement funds to avoid a cliff, and help districts find lasting sources once schools exit.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
CREATE TABLE profile_entries (
    person TEXT NOT NULL REFERENCES profiles (person),
    side TEXT NOT NULL CHECK (side IN ('offers', 'wants')),
    position INTEGER NOT NULL CHECK (position >= 0),
    text TEXT NOT NULL,
    principle INTEGER CHECK (principle BETWEEN 1 AND 10),
    PRIMARY KEY (person, side, position)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE protocol_steps (
    protocol TEXT NOT NULL REFERENCES protocols (id),
    ordinal INTEGER NOT NULL CHECK (ordinal > 0),
    title TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes > 0),
    who TEXT NOT NULL,
    mode TEXT NOT NULL CHECK (mode IN ('plenary', 'breakout', 'individual', 'fishbowl', 'small')),
    instruction TEXT NOT NULL,
    capture TEXT NOT NULL,
    PRIMARY KEY (protocol, ordinal)
) STRICT, WITHOUT ROWID;
INSERT INTO "protocol_steps" VALUES('01D03BBF0022AKT56SZ3F7TZVV',1,'Alone: your 15 percent',5,'all','individual','What is in your hands to do now?','');
INSERT INTO "protocol_steps" VALUES('01D03BBF0022AKT56SZ3F7TZVV',2,'Share in small groups',12,'all','breakout','Each reads out ideas, one at a time.','ideas');
INSERT INTO "protocol_steps" VALUES('01D03BBF0022AKT56SZ3F7TZVV',3,'Consult',8,'all','breakout','Ask and advise, one person at a time.','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF00716XD5D6VBYCH27Y',1,'Introduce',3,'facilitator','plenary','State the goal, the norms and the times.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00716XD5D6VBYCH27Y',2,'Present the draft',12,'presenter','plenary','Give goals, audience, the draft and one focus question.','focus question');
INSERT INTO "protocol_steps" VALUES('01D03BBF00716XD5D6VBYCH27Y',3,'Clarifying questions',5,'participants','plenary','Facts only.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00716XD5D6VBYCH27Y',4,'Read in silence',8,'participants','individual','Note where the draft serves its goals and where it drifts.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00716XD5D6VBYCH27Y',5,'Choose feedback',2,'participants','individual','Mark one warm and one cool point to share.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00716XD5D6VBYCH27Y',6,'Warm and cool feedback',15,'participants','fishbowl','Talk to each other: strengths first, then gaps and questions; the presenter listens.','warm and cool points');
INSERT INTO "protocol_steps" VALUES('01D03BBF00716XD5D6VBYCH27Y',7,'Presenter responds',8,'presenter','plenary','Take up what you choose.','revisions to make');
INSERT INTO "protocol_steps" VALUES('01D03BBF00716XD5D6VBYCH27Y',8,'Debrief',7,'all','plenary','How did it go for the presenter? For the group?','');
INSERT INTO "protocol_steps" VALUES('01D03BBF007NB24S39JVVY9ASF',1,'Think of your question',1,'all','individual','What is your challenge, and what help do you need?','');
INSERT INTO "protocol_steps" VALUES('01D03BBF007NB24S39JVVY9ASF',2,'Form threes',1,'facilitator','breakout','Mix states; no two from one agency.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF007NB24S39JVVY9ASF',3,'Round 1: share, clarify',3,'client 1','breakout','Two minutes to share, one for questions.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF007NB24S39JVVY9ASF',4,'Round 1: consult, respond',6,'consultants','breakout','Client turns away and listens for five minutes, then says in one what helped.','most useful idea');
INSERT INTO "protocol_steps" VALUES('01D03BBF007NB24S39JVVY9ASF',5,'Round 2: share, clarify',3,'client 2','breakout','As round 1.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF007NB24S39JVVY9ASF',6,'Round 2: consult, respond',6,'consultants','breakout','As round 1.','most useful idea');
INSERT INTO "protocol_steps" VALUES('01D03BBF007NB24S39JVVY9ASF',7,'Round 3: share, clarify',3,'client 3','breakout','As round 1.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF007NB24S39JVVY9ASF',8,'Round 3: consult, respond',6,'consultants','breakout','As round 1.','most useful idea');
INSERT INTO "protocol_steps" VALUES('01D03BBF007NB24S39JVVY9ASF',9,'Gather',6,'all','plenary','Post one idea you will use.','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF00BA2EZPFHPDK761Y5',1,'Match call',15,'facilitator','small','Agree the question and who should come.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00BA2EZPFHPDK761Y5',2,'Context swap',10,'both','small','Five minutes each on size, law and roles that matter here.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00BA2EZPFHPDK761Y5',3,'Host shares',15,'host state','small','Show the thing itself: form, data routine, letter.','resources');
INSERT INTO "protocol_steps" VALUES('01D03BBF00BA2EZPFHPDK761Y5',4,'Work on it',15,'both','small','Apply it to the visiting state''s case.','ideas');
INSERT INTO "protocol_steps" VALUES('01D03BBF00BA2EZPFHPDK761Y5',5,'Next steps',5,'both','small','Who does what; may we tell the series?','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF00D7YBESPPZ1YXMGZQ',1,'Welcome and etiquette',10,'facilitator','plenary','Explain rounds, table hosts and the first question.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00D7YBESPPZ1YXMGZQ',2,'Round 1',20,'all','breakout','Talk at tables of four or five; write on the page.','table notes');
INSERT INTO "protocol_steps" VALUES('01D03BBF00D7YBESPPZ1YXMGZQ',3,'Round 2',20,'all','breakout','Move; the host stays and sums up, travellers add.','table notes');
INSERT INTO "protocol_steps" VALUES('01D03BBF00D7YBESPPZ1YXMGZQ',4,'Round 3',20,'all','breakout','Move again, or return home, with a closing question.','table notes');
INSERT INTO "protocol_steps" VALUES('01D03BBF00D7YBESPPZ1YXMGZQ',5,'Harvest',20,'all','plenary','Share patterns and what follows.','themes');
INSERT INTO "protocol_steps" VALUES('01D03BBF00JP1PFSEFKDJZEYGH',1,'Welcome, purpose, norms',5,'facilitator','plenary','Objectives of the session and how to take part.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00JP1PFSEFKDJZEYGH',2,'National context',10,'facilitator','plenary','What the requirement says and what states commonly find hard.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00JP1PFSEFKDJZEYGH',3,'Spotlight',15,'presenting state','plenary','What we did, for whom, what it took, what went wrong.','practice draft');
INSERT INTO "protocol_steps" VALUES('01D03BBF00JP1PFSEFKDJZEYGH',4,'Questions',10,'all','plenary','Facts first, then conditions: what would have to be true for us?','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00JP1PFSEFKDJZEYGH',5,'Breakouts by need',30,'all','breakout','Three or four rooms chosen from the pre-work poll; each with a host and a note taker.','room notes');
INSERT INTO "protocol_steps" VALUES('01D03BBF00JP1PFSEFKDJZEYGH',6,'Report',8,'hosts','plenary','Two points each.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00JP1PFSEFKDJZEYGH',7,'Action steps',10,'all','individual','Each state writes at least one step with an owner and a date.','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF00JP1PFSEFKDJZEYGH',8,'Feedback and close',2,'facilitator','plenary','Survey, next session, thread to carry on.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00K25YC4XBHQRD4X28',1,'Name the unwanted result',5,'facilitator','plenary','Offer a vivid worst outcome and agree it.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00K25YC4XBHQRD4X28',2,'How to make sure of it',12,'all','breakout','List all you could do to bring it about (1-2-4-All).','list 1');
INSERT INTO "protocol_steps" VALUES('01D03BBF00K25YC4XBHQRD4X28',3,'What looks like what we do?',12,'all','breakout','Go down the list, honestly.','list 2');
INSERT INTO "protocol_steps" VALUES('01D03BBF00K25YC4XBHQRD4X28',4,'First stops',11,'all','breakout','For each, what is the first step to stop?','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF00KVXJ881TK1GD8NM5',1,'Read updates',5,'all','individual','Read what was posted before the call.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00KVXJ881TK1GD8NM5',2,'Round',15,'each state','plenary','One minute: done, learned, stuck.','updates');
INSERT INTO "protocol_steps" VALUES('01D03BBF00KVXJ881TK1GD8NM5',3,'Help two',20,'all','breakout','Pick two stuck steps; ten minutes each of questions and ideas.','ideas');
INSERT INTO "protocol_steps" VALUES('01D03BBF00KVXJ881TK1GD8NM5',4,'Re-plan',5,'all','individual','Change the date, the step, or set it aside with a reason.','updates');
INSERT INTO "protocol_steps" VALUES('01D03BBF00R07WN7RAQDKER6P8',1,'What?',10,'all','breakout','Alone for one minute, then in small groups: what did we see or hear? Facts only.','observations');
INSERT INTO "protocol_steps" VALUES('01D03BBF00R07WN7RAQDKER6P8',2,'So what?',12,'all','breakout','Why does it matter? What pattern is there?','meaning');
INSERT INTO "protocol_steps" VALUES('01D03BBF00R07WN7RAQDKER6P8',3,'Now what?',12,'all','breakout','What follows for each state, and for us together?','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF00R07WN7RAQDKER6P8',4,'Share',6,'all','plenary','One next step per group.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00RZKD53HSBHTG9MHP',1,'Alone',1,'all','individual','Write your answer.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00RZKD53HSBHTG9MHP',2,'In pairs',2,'all','breakout','Share and build.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00RZKD53HSBHTG9MHP',3,'In fours',4,'all','breakout','Compare; notice what is the same and what is not.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00RZKD53HSBHTG9MHP',4,'All',5,'all','plenary','Each four offers one idea that stood out, no repeats.','ideas');
INSERT INTO "protocol_steps" VALUES('01D03BBF00WPCAMW3EZJCT7RX6',1,'Draft',6,'all','individual','Write one step: what, who, by when, how we will know.','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF00WPCAMW3EZJCT7RX6',2,'Swap',10,'pairs','breakout','Read your partner''s step: is it specific, owned, dated and checkable? What could stop it?','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00WPCAMW3EZJCT7RX6',3,'Revise',5,'all','individual','Improve it; cut it to what fits in 30 days.','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF00WPCAMW3EZJCT7RX6',4,'Link',5,'all','plenary','Look for another state with the same problem and link the steps.','cross-state links');
INSERT INTO "protocol_steps" VALUES('01D03BBF00WPCAMW3EZJCT7RX6',5,'Say it',4,'all','plenary','Read out one line.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00WRJEF9ZF4BA6MK5E',1,'Open and assign',2,'facilitator','plenary','Name the presenter, timekeeper and note taker; remind all that the aim is the presenter''s thinking.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00WRJEF9ZF4BA6MK5E',2,'Present the dilemma',8,'presenter','plenary','Say what is happening, what has been tried, and end with one focus question.','focus question');
INSERT INTO "protocol_steps" VALUES('01D03BBF00WRJEF9ZF4BA6MK5E',3,'Clarifying questions',5,'consultants','plenary','Ask only for short facts.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00WRJEF9ZF4BA6MK5E',4,'Probing questions',10,'consultants','plenary','Ask questions that widen the presenter''s view; the presenter may answer, the group does not debate. The presenter then restates the question.','restated question');
INSERT INTO "protocol_steps" VALUES('01D03BBF00WRJEF9ZF4BA6MK5E',5,'Group discussion',15,'consultants','fishbowl','Talk with each other about the dilemma while the presenter listens and takes notes.','ideas');
INSERT INTO "protocol_steps" VALUES('01D03BBF00WRJEF9ZF4BA6MK5E',6,'Presenter reflects',5,'presenter','plenary','Say what you heard, what is now clearer and what you may try.','next step');
INSERT INTO "protocol_steps" VALUES('01D03BBF00WRJEF9ZF4BA6MK5E',7,'Debrief',5,'all','plenary','How did the process go? What will each take home?','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF00Y3SYRKTP4T1TV8DX',1,'Set up',5,'facilitator','plenary','Name three or four to begin; keep one seat free; say how to step in.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00Y3SYRKTP4T1TV8DX',2,'Inner talk',20,'inner circle','fishbowl','Talk with each other. Anyone may take the free seat; someone then leaves.','points');
INSERT INTO "protocol_steps" VALUES('01D03BBF00Y3SYRKTP4T1TV8DX',3,'Outer observations',10,'outer circle','plenary','What did you hear? What was missing?','observations');
INSERT INTO "protocol_steps" VALUES('01D03BBF00Y3SYRKTP4T1TV8DX',4,'Inner reply',8,'inner circle','fishbowl','Respond.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00Y3SYRKTP4T1TV8DX',5,'Close',7,'all','plenary','One thing to take home.','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF00YEYCJ7B6B1AYJH5P',1,'Home groups',3,'facilitator','breakout','Give each member of a home group a different text.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00YEYCJ7B6B1AYJH5P',2,'Read',10,'all','individual','Read your text with two questions.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00YEYCJ7B6B1AYJH5P',3,'Expert groups',12,'all','breakout','Meet those with the same text; agree the three points to carry.','three points');
INSERT INTO "protocol_steps" VALUES('01D03BBF00YEYCJ7B6B1AYJH5P',4,'Back home',20,'all','breakout','Each teaches in four minutes; others ask.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00YEYCJ7B6B1AYJH5P',5,'Across texts',10,'all','plenary','What agrees, what conflicts, what fits us?','implications');
CREATE TABLE protocols (
    id TEXT NOT NULL PRIMARY KEY,
    collaborative TEXT NOT NULL REFERENCES collaboratives (id),
    key TEXT NOT NULL,
    title TEXT NOT NULL,
    purpose TEXT NOT NULL,
    use_when TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes > 0),
    credit TEXT NOT NULL,
    UNIQUE (collaborative, key)
) STRICT;
INSERT INTO "protocols" VALUES('01D03BBF00WRJEF9ZF4BA6MK5E','01D03BBF00BC4HNMBJXVZHE2EY','consultancy','Consultancy','Help one state think more widely about a specific, current dilemma.','One state has a hard question with no ready answer.',50,'Consultancy Protocol, developed by Gene Thompson-Grove, Paula Evans and Faith Dunne (Coalition of Essential Schools), revised by the National School Reform Faculty');
INSERT INTO "protocols" VALUES('01D03BBF00716XD5D6VBYCH27Y','01D03BBF00BC4HNMBJXVZHE2EY','tuning','Tuning Protocol','Sharpen a draft against its own goals.','A state has a draft form, policy, rubric or plan to improve.',60,'Tuning Protocol, developed by Joseph McDonald and David Allen (Coalition of Essential Schools)');
INSERT INTO "protocols" VALUES('01D03BBF007NB24S39JVVY9ASF','01D03BBF00BC4HNMBJXVZHE2EY','troika','Troika Consulting','Give and get quick help in threes.','Everyone has a live question and time is short.',35,'Troika Consulting, from Liberating Structures (Henri Lipmanowicz and Keith McCandless)');
INSERT INTO "protocols" VALUES('01D03BBF00RZKD53HSBHTG9MHP','01D03BBF00BC4HNMBJXVZHE2EY','one_two_four_all','1-2-4-All','Bring out everyone''s ideas on one question.','Opening a topic; choosing breakout themes; large groups.',12,'1-2-4-All, from Liberating Structures (Henri Lipmanowicz and Keith McCandless)');
INSERT INTO "protocols" VALUES('01D03BBF00R07WN7RAQDKER6P8','01D03BBF00BC4HNMBJXVZHE2EY','what_so_what','What, So What, Now What','Make sense of shared experience and move to action.','Closing a session; reading poll or survey results together.',40,'What, So What, Now What? (W3), from Liberating Structures; draws on Rolfe, Borton and others');
INSERT INTO "protocols" VALUES('01D03BBF00K25YC4XBHQRD4X28','01D03BBF00BC4HNMBJXVZHE2EY','triz','TRIZ (stop doing)','Find what we do that makes the bad result likely, and stop it.','A system seems stuck; requirements pile up.',40,'TRIZ, from Liberating Structures (adapted by its authors from the engineering method)');
INSERT INTO "protocols" VALUES('01D03BBF0022AKT56SZ3F7TZVV','01D03BBF00BC4HNMBJXVZHE2EY','fifteen_percent','15% Solutions','Find what each person can do now without permission or money.','People feel held up by rules or resources.',25,'15% Solutions, from Liberating Structures (after Gareth Morgan)');
INSERT INTO "protocols" VALUES('01D03BBF00Y3SYRKTP4T1TV8DX','01D03BBF00BC4HNMBJXVZHE2EY','fishbowl','Fishbowl','Let many listen closely to a few, then join.','Two or three states differ on a hard choice.',50,'Fishbowl, a widely used dialogue format');
INSERT INTO "protocols" VALUES('01D03BBF00D7YBESPPZ1YXMGZQ','01D03BBF00BC4HNMBJXVZHE2EY','world_cafe','World Café','Cross-pollinate ideas over several rounds.','A convening; several linked questions.',90,'World Café, by Juanita Brown and David Isaacs and the World Café community');
INSERT INTO "protocols" VALUES('01D03BBF00YEYCJ7B6B1AYJH5P','01D03BBF00BC4HNMBJXVZHE2EY','jigsaw','Jigsaw','Share a lot of reading quickly.','Several state examples or guidance documents to cover.',55,'Jigsaw, after Elliot Aronson and Spencer Kagan');
INSERT INTO "protocols" VALUES('01D03BBF00JP1PFSEFKDJZEYGH','01D03BBF00BC4HNMBJXVZHE2EY','state_spotlight','State spotlight','Hear one state''s practice and put it to use.','Standard P2P session with a presenting state.',90,'Our composite, from the public description of State Support Network exchanges');
INSERT INTO "protocols" VALUES('01D03BBF00WPCAMW3EZJCT7RX6','01D03BBF00BC4HNMBJXVZHE2EY','action_clinic','Action-step clinic','Turn intentions into steps that will happen.','Last part of a session or a 30-day check-in.',30,'Own design, using SMART, 30/60/90-day and PDSA conventions');
INSERT INTO "protocols" VALUES('01D03BBF00KVXJ881TK1GD8NM5','01D03BBF00BC4HNMBJXVZHE2EY','thirty_day','30-day check-in','Keep the work alive between sessions.','About 30, 60 and 90 days after a session.',45,'Own design, after PDSA huddles and 90-day cycle practice');
INSERT INTO "protocols" VALUES('01D03BBF00BA2EZPFHPDK761Y5','01D03BBF00BC4HNMBJXVZHE2EY','peer_match','One-to-one exchange','Pair two agencies on one question.','A state wants depth with one peer.',60,'Own design, from the one-to-one structure described by the State Support Network');
CREATE TABLE provider_domains (
    domain TEXT NOT NULL PRIMARY KEY,
    organisation TEXT NOT NULL REFERENCES providers (organisation)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE read_marks (
    id TEXT NOT NULL UNIQUE,
    person TEXT NOT NULL REFERENCES people (id),
    thread TEXT NOT NULL REFERENCES threads (id),
    number INTEGER NOT NULL,
    PRIMARY KEY (person, thread)
) STRICT, WITHOUT ROWID;
INSERT INTO "read_marks" VALUES('01M83QTGE39ZE5HSTKNH0MVJYN','01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGE39ZE5HSTKNH0MVJYK',2);
INSERT INTO "read_marks" VALUES('01M83QTGECHSEKXSJTXQW1H14F','01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGECHSEKXSJTXQW1H14D',2);
CREATE TABLE "receipts" (
    person TEXT NOT NULL,
    command TEXT NOT NULL,
    at INTEGER NOT NULL,
    digest TEXT NOT NULL,
    outcome TEXT NOT NULL,
    PRIMARY KEY (command, person)
) STRICT, WITHOUT ROWID;
INSERT INTO "receipts" VALUES('00000000000000000000000000','01M83QTG85FS1M58EQHGNGWF03',1795421978915,'c8ee368d1407c9d83066fbd65443eaed16e290bd77151cfb1a1b28b818a4a1d1','{"t":"ack","id":"01M83QTG85FS1M58EQHGNGWF03","positions":{}}');
INSERT INTO "receipts" VALUES('01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGD0ZYBDPGM5ATEH65RN',1795421979040,'58d3e5beaea369fa18aa411f6e3558e3895965c47355fed3a66b76bad194098b','{"t":"ack","id":"01M83QTGD0ZYBDPGM5ATEH65RN","positions":{"collaborative/01D03BBF00BC4HNMBJXVZHE2EY":1,"extended/01D03BBF00BC4HNMBJXVZHE2EY":1}}');
INSERT INTO "receipts" VALUES('01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGD7D99GWNTK3F0SJ2Y1',1795421979048,'857bfb057fc7b1b5899ce66039ddb50a23ea9ce34c1bed9ed9c3769bb26cf6f5','{"t":"ack","id":"01M83QTGD7D99GWNTK3F0SJ2Y1","positions":{"collaborative/01D03BBF00BC4HNMBJXVZHE2EY":2,"extended/01D03BBF00BC4HNMBJXVZHE2EY":2}}');
INSERT INTO "receipts" VALUES('01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGDD83NBNBJQN1REJFM6',1795421979054,'ce5979d3540105942a407836459349c6c1d4326f066c122eefcc039344946067','{"t":"ack","id":"01M83QTGDD83NBNBJQN1REJFM6","positions":{"person/01M83QTGAY4KQKS5ZHZ0ZMS8XY":1,"staff/01D03BBF00BC4HNMBJXVZHE2EY":1},"result":{"series":"01M83QTGDEQ4R9ZGNB2ZYSXB6P","slug":"an-earlier-series"}}');
INSERT INTO "receipts" VALUES('01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGDKYQKMC3RV7R4PCDFF',1795421979060,'64a0ec7c133166ab566e0ba8ab67fda8f875194602fe9a0373736737e5da38b5','{"t":"ack","id":"01M83QTGDKYQKMC3RV7R4PCDFF","positions":{"meeting/01M83QTGDMYKVKCEBRDB0XGNBV":1,"staff/01D03BBF00BC4HNMBJXVZHE2EY":2},"result":{"meeting":"01M83QTGDMYKVKCEBRDB0XGNBV","ordinal":1}}');
INSERT INTO "receipts" VALUES('01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGDRJ712RDPJ23XJYPD3',1795421979065,'2bb86fb2de4ab4dab3525015012341a1602dfbef257b68dc07c9ab71e4fca53d','{"t":"ack","id":"01M83QTGDRJ712RDPJ23XJYPD3","positions":{"meeting/01M83QTGDMYKVKCEBRDB0XGNBV":2,"staff/01D03BBF00BC4HNMBJXVZHE2EY":3},"result":{"revision":2,"total_minutes":20}}');
INSERT INTO "receipts" VALUES('01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGDVP243T5CB1TBMPD3M',1795421979067,'1958a50cb18db557bb11809b5b5adf588ea7827c2813d6fdf1920f4a9c641683','{"t":"ack","id":"01M83QTGDVP243T5CB1TBMPD3M","positions":{"extended/01D03BBF00BC4HNMBJXVZHE2EY":3,"staff/01D03BBF00BC4HNMBJXVZHE2EY":4}}');
INSERT INTO "receipts" VALUES('01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGDYVS0W4ZRX08YD3F73',1795421979071,'7dd6b454f9f4a3835521544ef68e6c69dfd45c4a262676a479d8f87e75cbde2d','{"t":"ack","id":"01M83QTGDYVS0W4ZRX08YD3F73","positions":{"extended/01D03BBF00BC4HNMBJXVZHE2EY":4,"staff/01D03BBF00BC4HNMBJXVZHE2EY":5}}');
INSERT INTO "receipts" VALUES('01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGE3XSFHV42XTC54SN2N',1795421979075,'005d1e75c44470265833c516794e88af18a3fbb7e2d185e64d1e93e4e3625edc','{"t":"ack","id":"01M83QTGE3XSFHV42XTC54SN2N","positions":{"person/01M83QTGAY4KQKS5ZHZ0ZMS8XY":2,"series/01M83QTGDEQ4R9ZGNB2ZYSXB6P":1},"result":{"thread":"01M83QTGE39ZE5HSTKNH0MVJYK","post":"01M83QTGE39ZE5HSTKNH0MVJYM","number":1}}');
INSERT INTO "receipts" VALUES('01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGE68YWFFBH91727JZ59',1795421979078,'37acb203f56e5c32faa04bfd993ad406d5c857db825e190ae87525f8be6ba321','{"t":"ack","id":"01M83QTGE68YWFFBH91727JZ59","positions":{"person/01M83QTGAY4KQKS5ZHZ0ZMS8XY":3,"series/01M83QTGDEQ4R9ZGNB2ZYSXB6P":2},"result":{"post":"01M83QTGE6JR28W4MZP5HH0Q6A","number":2}}');
INSERT INTO "receipts" VALUES('01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGE8SFPPXG3R8AYY6EG0',1795421979080,'94cae3bf8cfe50798a68d34389afa1a27b8d6f5dbd2ea06d7e3fcc705484929d','{"t":"ack","id":"01M83QTGE8SFPPXG3R8AYY6EG0","positions":{"series/01M83QTGDEQ4R9ZGNB2ZYSXB6P":3},"result":{"revision":2}}');
INSERT INTO "receipts" VALUES('01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGEAYHHMBBZBA5Z5AR38',1795421979082,'1b449c0b8e438c4988f80e8ecae44713ab6101964a550d548609baccffe90a0a','{"t":"ack","id":"01M83QTGEAYHHMBBZBA5Z5AR38","positions":{"person/01M83QTGAY4KQKS5ZHZ0ZMS8XY":4},"result":{"number":2}}');
INSERT INTO "receipts" VALUES('01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGEBYECPXBMCVKZB52D7',1795421979084,'2c7007b501aa97a80027ee792c2391bc6fefd3a8d4db166f31cfe27e95bfa798','{"t":"ack","id":"01M83QTGEBYECPXBMCVKZB52D7","positions":{"person/01M83QTGAY4KQKS5ZHZ0ZMS8XY":5,"series/01M83QTGDEQ4R9ZGNB2ZYSXB6P":4},"result":{"thread":"01M83QTGECHSEKXSJTXQW1H14D","post":"01M83QTGECHSEKXSJTXQW1H14E","number":1}}');
INSERT INTO "receipts" VALUES('01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGEDPEJZP5HNH188MV2B',1795421979086,'09f1b27218793f27f58ed27d4595eba8a8c9575295b2be947b3799758b245395','{"t":"ack","id":"01M83QTGEDPEJZP5HNH188MV2B","positions":{"person/01M83QTGAY4KQKS5ZHZ0ZMS8XY":6,"series/01M83QTGDEQ4R9ZGNB2ZYSXB6P":5},"result":{"post":"01M83QTGEEQKXFB29MP2Q94JF9","number":2}}');
INSERT INTO "receipts" VALUES('01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGEFY40BN9P2HYPGD17B',1795421979088,'cc8d1abc9b5a04286ec1cc299fb6dca0a39d2ee0bcce70a18d1c09ef2fad1613','{"t":"ack","id":"01M83QTGEFY40BN9P2HYPGD17B","positions":{"series/01M83QTGDEQ4R9ZGNB2ZYSXB6P":6},"result":{"revision":2}}');
INSERT INTO "receipts" VALUES('01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGEHW0AW520HWRX1KJBM',1795421979089,'9d1e2ac19e6af5142dbe726f4233d46230311082ff17eccae14ba8affb415185','{"t":"ack","id":"01M83QTGEHW0AW520HWRX1KJBM","positions":{"person/01M83QTGAY4KQKS5ZHZ0ZMS8XY":7},"result":{"number":2}}');
INSERT INTO "receipts" VALUES('01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGEJ427YDGS5ETRB57WH',1795421979091,'8610b1de80dfdc0fe6dbe611933260485dacb117d66dc54feb3470e1ae37d948','{"t":"ack","id":"01M83QTGEJ427YDGS5ETRB57WH","positions":{"extended/01D03BBF00BC4HNMBJXVZHE2EY":5,"meeting/01M83QTGDMYKVKCEBRDB0XGNBV":3}}');
INSERT INTO "receipts" VALUES('01M83QTGAY4KQKS5ZHZ0ZMS8XY','01M83QTGENQ3NEHE96P5X3PE0A',1795421979094,'ce3d6fc3f33d96b0a1407b7e94f0f789b758f65bf1514298a24f3dbc766624ed','{"t":"ack","id":"01M83QTGENQ3NEHE96P5X3PE0A","positions":{"meeting/01M83QTGDMYKVKCEBRDB0XGNBV":4},"result":{"current_item":"01M83QTGDS97JR6N3G57PKMAK2"}}');
CREATE TABLE recovery_codes (
    person TEXT NOT NULL REFERENCES people (id),
    code_hash TEXT NOT NULL,
    used_at INTEGER,
    PRIMARY KEY (person, code_hash)
) STRICT, WITHOUT ROWID;
INSERT INTO "recovery_codes" VALUES('01M83QTGAY4KQKS5ZHZ0ZMS8XY','10df73d04641f7c6edbe0f88b370a5e7443b08a70c946388ea5251948f9f9cb9',NULL);
INSERT INTO "recovery_codes" VALUES('01M83QTGAY4KQKS5ZHZ0ZMS8XY','13b66cbc0304a732822ce10056c6aa373677b7e57b71d56fc1f1d463c31a83d9',NULL);
INSERT INTO "recovery_codes" VALUES('01M83QTGAY4KQKS5ZHZ0ZMS8XY','38c414ba12a398fcd2060c1e23c4f65fcc7486796b57f7ff5bec9d78dea8422f',NULL);
INSERT INTO "recovery_codes" VALUES('01M83QTGAY4KQKS5ZHZ0ZMS8XY','62520a0f50fedd10bea7ee44fa8a12ea61f8e9c2f3c9683476c3deb807da5fec',NULL);
INSERT INTO "recovery_codes" VALUES('01M83QTGAY4KQKS5ZHZ0ZMS8XY','65b2ee77218105825ed12591c176b078b2bb50e4dd8f52ad6b605fc47e20d580',NULL);
INSERT INTO "recovery_codes" VALUES('01M83QTGAY4KQKS5ZHZ0ZMS8XY','67bb1673b173aa5e2a8e7c09be9f9c4a0cdc7b343c8af82f1fc63618fb06c4a4',NULL);
INSERT INTO "recovery_codes" VALUES('01M83QTGAY4KQKS5ZHZ0ZMS8XY','701bfac074b1db7ddbcb13e4b1f2397130a2e39e830089b6fee0ac94bb5c79fa',NULL);
INSERT INTO "recovery_codes" VALUES('01M83QTGAY4KQKS5ZHZ0ZMS8XY','703a85350ff8b738d3607315b47e55d0cc20cfec0945da38c29ff6c3f527af46',NULL);
INSERT INTO "recovery_codes" VALUES('01M83QTGAY4KQKS5ZHZ0ZMS8XY','998c0cd311300a12f6a14894a972f3cf5a8c374ea9f245b9e9dc75070f1e5c4e',NULL);
INSERT INTO "recovery_codes" VALUES('01M83QTGAY4KQKS5ZHZ0ZMS8XY','a5322547bb0de8764369bb48013e9c7d50d97df5f459020df07480bc430c55d2',NULL);
CREATE TABLE removed_agenda_items (
    trash TEXT NOT NULL REFERENCES trash (id),
    id TEXT NOT NULL PRIMARY KEY,
    meeting TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    title TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    who TEXT NOT NULL,
    mode TEXT NOT NULL,
    instruction TEXT NOT NULL,
    capture TEXT NOT NULL,
    next_steps INTEGER NOT NULL
) STRICT;
CREATE TABLE removed_meetings (
    trash TEXT NOT NULL REFERENCES trash (id),
    id TEXT NOT NULL PRIMARY KEY,
    collaborative TEXT NOT NULL REFERENCES collaboratives (id),
    series TEXT,
    ordinal INTEGER NOT NULL,
    type TEXT NOT NULL,
    state TEXT NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    starts_local TEXT NOT NULL,
    zone TEXT NOT NULL,
    starts_at INTEGER NOT NULL,
    minutes INTEGER NOT NULL,
    place TEXT NOT NULL,
    objectives TEXT NOT NULL,
    principles TEXT NOT NULL,
    presenting TEXT NOT NULL,
    pre_work TEXT NOT NULL,
    materials TEXT NOT NULL,
    outcome TEXT NOT NULL,
    moved_at INTEGER,
    cancel_reason TEXT NOT NULL,
    revision INTEGER NOT NULL,
    current INTEGER NOT NULL,
    link TEXT NOT NULL,
    dial_in TEXT NOT NULL,
    announced_at INTEGER,
    calendar_sequence INTEGER NOT NULL
) STRICT;
CREATE TABLE removed_no_steps (
    trash TEXT NOT NULL REFERENCES trash (id),
    id TEXT NOT NULL PRIMARY KEY,
    meeting TEXT NOT NULL,
    organisation TEXT NOT NULL REFERENCES organisations (id),
    reason TEXT NOT NULL
) STRICT;
CREATE TABLE removed_objectives (
    trash TEXT NOT NULL REFERENCES trash (id),
    id TEXT NOT NULL PRIMARY KEY,
    series TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    short_name TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE TABLE removed_participations (
    trash TEXT NOT NULL REFERENCES trash (id),
    id TEXT NOT NULL PRIMARY KEY,
    series TEXT NOT NULL,
    organisation TEXT NOT NULL REFERENCES organisations (id)
) STRICT;
CREATE TABLE removed_series (
    trash TEXT NOT NULL REFERENCES trash (id),
    id TEXT NOT NULL PRIMARY KEY,
    collaborative TEXT NOT NULL REFERENCES collaboratives (id),
    slug TEXT NOT NULL,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    state TEXT NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    current INTEGER NOT NULL,
    revision INTEGER NOT NULL
) STRICT;
CREATE TABLE removed_step_links (
    trash TEXT NOT NULL REFERENCES trash (id),
    id TEXT NOT NULL PRIMARY KEY,
    from_step TEXT NOT NULL REFERENCES action_steps (id),
    to_step TEXT NOT NULL REFERENCES action_steps (id),
    type TEXT NOT NULL
) STRICT;
CREATE TABLE role_grants (
    person TEXT NOT NULL REFERENCES people (id),
    role TEXT NOT NULL
        CHECK (role IN ('administrator', 'facilitator', 'state_lead', 'state_member', 'partner', 'observer')),
    collaborative TEXT NOT NULL REFERENCES collaboratives (id),
    PRIMARY KEY (person, collaborative, role)
) STRICT, WITHOUT ROWID;
INSERT INTO "role_grants" VALUES('01M83QTGAY4KQKS5ZHZ0ZMS8XY','administrator','01D03BBF00BC4HNMBJXVZHE2EY');
CREATE TABLE rooms (
    id TEXT NOT NULL PRIMARY KEY REFERENCES meetings (id),
    state TEXT NOT NULL CHECK (state IN ('closed', 'open', 'ended')),
    opened_at INTEGER,
    ended_at INTEGER,
    undo_until INTEGER,
    current_item TEXT REFERENCES agenda_items (id),
    item_started_at INTEGER,
    item_minutes INTEGER NOT NULL,
    host TEXT REFERENCES people (id),
    floor TEXT,
    floor_since INTEGER,
    -- The number of the last hand that was raised; numbers are never used again.
    last_ordinal INTEGER NOT NULL,
    -- Where the session stood when it was ended, for taking that back.
    undo_item TEXT REFERENCES agenda_items (id),
    CHECK ((current_item IS NULL) = (item_started_at IS NULL)),
    CHECK ((floor IS NULL) = (floor_since IS NULL)),
    CHECK (state = 'open' OR (current_item IS NULL AND floor IS NULL))
) STRICT;
INSERT INTO "rooms" VALUES('01M83QTGDMYKVKCEBRDB0XGNBV','open',1795421979091,NULL,NULL,'01M83QTGDS97JR6N3G57PKMAK2',1795421979094,10,'01M83QTGAY4KQKS5ZHZ0ZMS8XY',NULL,NULL,0,NULL);
CREATE TABLE rounds (
    collaborative TEXT NOT NULL REFERENCES collaboratives (id),
    name TEXT NOT NULL CHECK (name IN ('remind_owners', 'tend_requests')),
    looked_at INTEGER NOT NULL,
    PRIMARY KEY (collaborative, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE schema_versions (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL) STRICT;
INSERT INTO "schema_versions" VALUES(1,'0001_store');
INSERT INTO "schema_versions" VALUES(2,'0002_people');
INSERT INTO "schema_versions" VALUES(3,'0003_exchanges');
INSERT INTO "schema_versions" VALUES(4,'0004_discussions');
INSERT INTO "schema_versions" VALUES(5,'0005_rooms');
INSERT INTO "schema_versions" VALUES(6,'0006_action_steps');
INSERT INTO "schema_versions" VALUES(7,'0007_reference');
INSERT INTO "schema_versions" VALUES(8,'0008_own_threads');
INSERT INTO "schema_versions" VALUES(9,'0009_threads_by_news');
INSERT INTO "schema_versions" VALUES(10,'0010_written_in_order');
INSERT INTO "schema_versions" VALUES(11,'0011_grounds');
INSERT INTO "schema_versions" VALUES(12,'0012_sign_in_by_mail');
INSERT INTO "schema_versions" VALUES(13,'0013_membership');
INSERT INTO "schema_versions" VALUES(14,'0014_passwords');
INSERT INTO "schema_versions" VALUES(15,'0015_affiliations');
INSERT INTO "schema_versions" VALUES(16,'0016_identities');
INSERT INTO "schema_versions" VALUES(17,'0017_audit');
INSERT INTO "schema_versions" VALUES(18,'0018_erasure');
INSERT INTO "schema_versions" VALUES(19,'0019_profiles');
INSERT INTO "schema_versions" VALUES(20,'0020_terms');
INSERT INTO "schema_versions" VALUES(21,'0021_tokens');
INSERT INTO "schema_versions" VALUES(22,'0022_mail_suppression');
INSERT INTO "schema_versions" VALUES(23,'0023_guests');
INSERT INTO "schema_versions" VALUES(24,'0024_scoped_roles');
INSERT INTO "schema_versions" VALUES(25,'0025_trash');
INSERT INTO "schema_versions" VALUES(26,'0026_seats');
INSERT INTO "schema_versions" VALUES(27,'0027_year_goals');
CREATE TABLE scoped_role_grants (
    id TEXT NOT NULL PRIMARY KEY,
    collaborative TEXT NOT NULL REFERENCES collaboratives (id),
    person TEXT NOT NULL REFERENCES people (id),
    role TEXT NOT NULL CHECK (role IN ('facilitator', 'state_member', 'partner', 'observer')),
    scope TEXT NOT NULL CHECK (scope IN ('organisation', 'series', 'meeting')),
    subject TEXT NOT NULL,
    granted_by TEXT NOT NULL REFERENCES people (id),
    granted_at INTEGER NOT NULL,
    -- The last day it holds, where it was granted for a time.
    until TEXT,
    ended_at INTEGER,
    -- Nobody where its time was over.
    ended_by TEXT REFERENCES people (id)
) STRICT, WITHOUT ROWID;
CREATE TABLE seats (
    person TEXT NOT NULL REFERENCES people (id),
    collaborative TEXT NOT NULL REFERENCES collaboratives (id),
    organisation TEXT NOT NULL REFERENCES organisations (id),
    title TEXT NOT NULL,
    function TEXT NOT NULL,
    primary_contact INTEGER NOT NULL CHECK (primary_contact IN (0, 1)), taken_at INTEGER NOT NULL DEFAULT 0, left_at INTEGER, suspended_at INTEGER, used_at INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (person, collaborative)
) STRICT, WITHOUT ROWID;
INSERT INTO "seats" VALUES('01M83QTGAY4KQKS5ZHZ0ZMS8XY','01D03BBF00BC4HNMBJXVZHE2EY','01D03BBF003PDPDQT4ZGXSQQV2','','',0,1795421978974,NULL,NULL,1795421978974);
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
INSERT INTO "second_factors" VALUES('01M83QTGAY4KQKS5ZHZ0ZMS8XY','CVAHXTMJQP24UPMRS64UBAKJUNWM2M7F',1795421979011,1795421979026,59847399,0,0);
CREATE TABLE series (
    id TEXT NOT NULL PRIMARY KEY,
    collaborative TEXT NOT NULL REFERENCES collaboratives (id),
    slug TEXT NOT NULL,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'running', 'completed')),
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL CHECK (ends_on >= starts_on),
    current INTEGER NOT NULL CHECK (current IN (0, 1)),
    revision INTEGER NOT NULL,
    UNIQUE (collaborative, slug)
) STRICT;
INSERT INTO "series" VALUES('01M83QTGDEQ4R9ZGNB2ZYSXB6P','01D03BBF00BC4HNMBJXVZHE2EY','an-earlier-series','An earlier series','','running','2026-11-23','2027-02-21',1,1);
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
, request TEXT REFERENCES join_requests (id), linking TEXT REFERENCES unlinked_identities (ticket_hash)) STRICT, WITHOUT ROWID;
CREATE TABLE sign_ins (
    secret_hash TEXT NOT NULL PRIMARY KEY,
    person TEXT NOT NULL REFERENCES people (id),
    started_at INTEGER NOT NULL,
    used_at INTEGER NOT NULL,
    agent TEXT NOT NULL
, shared INTEGER NOT NULL DEFAULT 0 CHECK (shared IN (0, 1)), way TEXT NOT NULL DEFAULT 'unknown', agency TEXT REFERENCES organisations (id)) STRICT, WITHOUT ROWID;
INSERT INTO "sign_ins" VALUES('d0a53fb14de1f912daef51127988e4f548b7983a7d8cd9e7eb277c006073979e','01M83QTGAY4KQKS5ZHZ0ZMS8XY',1795421979026,1795421979026,'',0,'link',NULL);
CREATE TABLE step_lanes (
    id TEXT NOT NULL PRIMARY KEY,
    step TEXT NOT NULL REFERENCES action_steps (id),
    organisation TEXT NOT NULL REFERENCES organisations (id),
    owner TEXT NOT NULL REFERENCES people (id),
    due_on TEXT NOT NULL,
    status TEXT NOT NULL
        CHECK (status IN ('proposed', 'declined', 'not_started', 'on_track', 'at_risk', 'blocked', 'completed',
                          'set_aside')),
    outcome TEXT NOT NULL,
    finished_at INTEGER,
    UNIQUE (step, organisation)
) STRICT;
CREATE TABLE step_links (
    id TEXT NOT NULL PRIMARY KEY,
    from_step TEXT NOT NULL REFERENCES action_steps (id),
    to_step TEXT NOT NULL REFERENCES action_steps (id),
    type TEXT NOT NULL CHECK (type IN ('joint', 'adapted_from', 'same_problem', 'peer_review')),
    CHECK (from_step <> to_step),
    UNIQUE (from_step, to_step, type)
) STRICT;
CREATE TABLE step_reminders (
    lane TEXT NOT NULL,
    due_on TEXT NOT NULL,
    days_before INTEGER NOT NULL CHECK (days_before IN (0, 7)),
    PRIMARY KEY (lane, due_on, days_before)
) STRICT, WITHOUT ROWID;
CREATE TABLE step_updates (
    id TEXT NOT NULL PRIMARY KEY,
    step TEXT NOT NULL REFERENCES action_steps (id),
    lane TEXT NOT NULL REFERENCES step_lanes (id),
    author TEXT REFERENCES people (id),
    at INTEGER NOT NULL,
    from_status TEXT NOT NULL
        CHECK (from_status IN ('proposed', 'declined', 'not_started', 'on_track', 'at_risk', 'blocked', 'completed',
                               'set_aside')),
    to_status TEXT NOT NULL
        CHECK (to_status IN ('proposed', 'declined', 'not_started', 'on_track', 'at_risk', 'blocked', 'completed',
                             'set_aside')),
    text TEXT NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    UNIQUE (step, number)
) STRICT;
CREATE TABLE streams (
    name TEXT NOT NULL PRIMARY KEY,
    head INTEGER NOT NULL CHECK (head >= 0),
    floor INTEGER NOT NULL CHECK (floor >= 0)
) STRICT, WITHOUT ROWID;
INSERT INTO "streams" VALUES('collaborative/01D03BBF00BC4HNMBJXVZHE2EY',2,0);
INSERT INTO "streams" VALUES('extended/01D03BBF00BC4HNMBJXVZHE2EY',5,0);
INSERT INTO "streams" VALUES('meeting/01M83QTGDMYKVKCEBRDB0XGNBV',4,0);
INSERT INTO "streams" VALUES('person/01M83QTGAY4KQKS5ZHZ0ZMS8XY',7,0);
INSERT INTO "streams" VALUES('series/01M83QTGDEQ4R9ZGNB2ZYSXB6P',6,0);
INSERT INTO "streams" VALUES('staff/01D03BBF00BC4HNMBJXVZHE2EY',5,0);
CREATE TABLE suppressed_addresses (
    address_folded TEXT NOT NULL PRIMARY KEY,
    since INTEGER NOT NULL,
    -- What a mail server said.
    answer TEXT NOT NULL
) STRICT, WITHOUT ROWID;
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
CREATE TABLE terms_acceptances (
    person TEXT NOT NULL REFERENCES people (id),
    collaborative TEXT NOT NULL,
    version INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (person, collaborative, version),
    FOREIGN KEY (collaborative, version) REFERENCES terms (collaborative, version)
) STRICT, WITHOUT ROWID;
CREATE TABLE threads (
    id TEXT NOT NULL PRIMARY KEY,
    collaborative TEXT NOT NULL REFERENCES collaboratives (id),
    anchor TEXT NOT NULL CHECK (anchor IN ('topic', 'meeting', 'action_step')),
    anchor_id TEXT NOT NULL,
    -- Where its posts are news: moves with the visibility of what it is tied to.
    stream TEXT NOT NULL,
    title TEXT NOT NULL,
    started_by TEXT NOT NULL REFERENCES people (id),
    started_at INTEGER NOT NULL,
    last_number INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    last_by TEXT REFERENCES people (id),
    posts INTEGER NOT NULL,
    pinned INTEGER NOT NULL CHECK (pinned IN (0, 1)),
    current INTEGER NOT NULL CHECK (current IN (0, 1))
, own INTEGER NOT NULL DEFAULT 0 CHECK (own IN (0, 1))) STRICT;
INSERT INTO "threads" VALUES('01M83QTGE39ZE5HSTKNH0MVJYK','01D03BBF00BC4HNMBJXVZHE2EY','topic','01M83QTGDEQ4R9ZGNB2ZYSXB6P','series/01M83QTGDEQ4R9ZGNB2ZYSXB6P','Earlier topic','01M83QTGAY4KQKS5ZHZ0ZMS8XY',1795421979075,2,1795421979078,'01M83QTGAY4KQKS5ZHZ0ZMS8XY',2,0,1,0);
INSERT INTO "threads" VALUES('01M83QTGECHSEKXSJTXQW1H14D','01D03BBF00BC4HNMBJXVZHE2EY','meeting','01M83QTGDMYKVKCEBRDB0XGNBV','series/01M83QTGDEQ4R9ZGNB2ZYSXB6P','Earlier meeting','01M83QTGAY4KQKS5ZHZ0ZMS8XY',1795421979084,2,1795421979086,'01M83QTGAY4KQKS5ZHZ0ZMS8XY',2,0,1,1);
CREATE TABLE trash (
    id TEXT NOT NULL PRIMARY KEY,
    collaborative TEXT NOT NULL REFERENCES collaboratives (id),
    kind TEXT NOT NULL
        CHECK (kind IN ('series', 'objective', 'participation', 'meeting', 'agenda_item', 'step_link', 'no_step')),
    -- The series, meeting or step that it was part of.
    part_of TEXT,
    -- Who follows this saw it, and sees it in the trash.
    stream TEXT NOT NULL,
    title TEXT NOT NULL,
    place TEXT NOT NULL,
    text TEXT NOT NULL,
    removed_by TEXT REFERENCES people (id),
    removed_at INTEGER NOT NULL
) STRICT;
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
CREATE TABLE year_goals (
    id TEXT NOT NULL PRIMARY KEY,
    collaborative TEXT NOT NULL REFERENCES collaboratives (id),
    -- "2026-2027"; of years before the collaborative came here too.
    year TEXT NOT NULL,
    -- The version that stands.
    revision INTEGER NOT NULL CHECK (revision > 0),
    UNIQUE (collaborative, year)
) STRICT;
INSERT INTO "year_goals" VALUES('01D03BBF00RDDHC1FH0TB1DDV1','01D03BBF00BC4HNMBJXVZHE2EY','2018-2019',1);
INSERT INTO "year_goals" VALUES('01D03BBF00KWPGR5GPJND6KXJ5','01D03BBF00BC4HNMBJXVZHE2EY','2019-2020',1);
INSERT INTO "year_goals" VALUES('01D03BBF00123F3A662FH59CCH','01D03BBF00BC4HNMBJXVZHE2EY','2016-2017',1);
CREATE TABLE year_goals_versions (
    year_goals TEXT NOT NULL REFERENCES year_goals (id),
    revision INTEGER NOT NULL CHECK (revision > 0),
    -- What the year is for, in a sentence.
    overall TEXT NOT NULL,
    at INTEGER NOT NULL,
    -- Nobody where it came with the collaborative.
    written_by TEXT REFERENCES people (id),
    PRIMARY KEY (year_goals, revision)
) STRICT, WITHOUT ROWID;
INSERT INTO "year_goals_versions" VALUES('01D03BBF00123F3A662FH59CCH',1,'Move to ESSA in turning around low-performing schools and districts.',1795421978363,NULL);
INSERT INTO "year_goals_versions" VALUES('01D03BBF00KWPGR5GPJND6KXJ5',1,'Advance equity in school improvement and prepare for schools that do not improve.',1795421978363,NULL);
INSERT INTO "year_goals_versions" VALUES('01D03BBF00RDDHC1FH0TB1DDV1',1,'Help states put the CCSSO principles to use as their ESSA plans begin to operate for the lowest-performing schools.',1795421978363,NULL);
CREATE UNIQUE INDEX organisations_by_code ON organisations (collaborative, code) WHERE code <> '';
CREATE INDEX organisations_by_collaborative ON organisations (collaborative, short_name);
CREATE INDEX seats_by_organisation ON seats (organisation);
CREATE INDEX seats_by_collaborative ON seats (collaborative);
CREATE INDEX sign_ins_by_person ON sign_ins (person);
CREATE INDEX invitations_by_person ON invitations (person);
CREATE INDEX api_tokens_by_person ON api_tokens (person);
CREATE UNIQUE INDEX objectives_by_series ON objectives (series, ordinal);
CREATE INDEX participations_by_organisation ON participations (organisation, series);
CREATE UNIQUE INDEX meetings_by_series ON meetings (series, ordinal) WHERE series IS NOT NULL;
CREATE INDEX meetings_by_time ON meetings (collaborative, starts_at);
CREATE INDEX agenda_by_meeting ON agenda_items (meeting, ordinal);
CREATE INDEX threads_by_anchor ON threads (anchor, anchor_id);
CREATE INDEX posts_by_reply ON posts (reply_to) WHERE reply_to IS NOT NULL;
CREATE INDEX rooms_by_item ON rooms (current_item) WHERE current_item IS NOT NULL;
CREATE INDEX rooms_by_undo_item ON rooms (undo_item) WHERE undo_item IS NOT NULL;
CREATE INDEX item_runs_by_meeting ON item_runs (meeting);
CREATE UNIQUE INDEX attendance_by_person ON attendance (meeting, person) WHERE person IS NOT NULL;
CREATE INDEX attendance_by_meeting ON attendance (meeting, id);
CREATE INDEX attendance_of_person ON attendance (person) WHERE person IS NOT NULL;
CREATE INDEX attendance_by_organisation ON attendance (organisation) WHERE organisation IS NOT NULL;
CREATE INDEX attendance_connected ON attendance (connected, meeting, id) WHERE connected = 1;
CREATE UNIQUE INDEX presence_open ON presence_intervals (attendance) WHERE left_at IS NULL;
CREATE INDEX action_steps_by_stream ON action_steps (stream, due_on, id);
CREATE INDEX action_steps_by_meeting ON action_steps (meeting, organisation) WHERE meeting IS NOT NULL;
CREATE INDEX action_steps_by_series ON action_steps (series, organisation) WHERE series IS NOT NULL;
CREATE INDEX action_steps_by_organisation ON action_steps (organisation, due_on);
CREATE INDEX step_lanes_by_organisation ON step_lanes (organisation, step);
CREATE INDEX step_lanes_by_owner ON step_lanes (owner, step);
CREATE INDEX step_updates_by_lane ON step_updates (lane, number);
CREATE INDEX step_links_by_target ON step_links (to_step);
CREATE INDEX no_steps_by_organisation ON no_steps (organisation);
CREATE INDEX threads_by_news ON threads (stream, last_at, id);
CREATE UNIQUE INDEX threads_own ON threads (anchor, anchor_id) WHERE own = 1;
CREATE INDEX journal_kept ON journal (at) WHERE payload IS NOT NULL;
CREATE INDEX threads_current ON threads (stream) WHERE current = 1;
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
CREATE TRIGGER grounds_seats_added AFTER INSERT ON seats BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_seats_gone AFTER DELETE ON seats BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_role_grants_added AFTER INSERT ON role_grants BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_role_grants_changed AFTER UPDATE ON role_grants BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_role_grants_gone AFTER DELETE ON role_grants BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_participations_added AFTER INSERT ON participations BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_participations_changed AFTER UPDATE OF series, organisation ON participations BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_participations_gone AFTER DELETE ON participations BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_sign_ins_replaced BEFORE INSERT ON sign_ins
WHEN EXISTS (SELECT 1 FROM sign_ins WHERE secret_hash = new.secret_hash) BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_sign_ins_gone AFTER DELETE ON sign_ins BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_sign_ins_aged AFTER UPDATE OF used_at ON sign_ins
WHEN new.used_at < old.used_at BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_api_tokens_replaced BEFORE INSERT ON api_tokens
WHEN EXISTS (SELECT 1 FROM api_tokens WHERE secret_hash = new.secret_hash) BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_api_tokens_gone AFTER DELETE ON api_tokens BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_streams_changed AFTER UPDATE OF name, floor ON streams BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_streams_gone AFTER DELETE ON streams BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_facts_of_store_added AFTER INSERT ON facts_of_store BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_facts_of_store_changed AFTER UPDATE ON facts_of_store BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_facts_of_store_gone AFTER DELETE ON facts_of_store BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE INDEX sign_in_codes_by_address ON sign_in_codes (address_folded, asked_at);
CREATE INDEX sign_in_codes_by_person ON sign_in_codes (person);
CREATE INDEX sign_in_codes_by_age ON sign_in_codes (asked_at);
CREATE INDEX sign_in_codes_mistyped ON sign_in_codes (asked_at) WHERE wrong > 0;
CREATE INDEX seats_held ON seats (organisation) WHERE left_at IS NULL;
CREATE INDEX memberships_by_year ON memberships (year, status);
CREATE UNIQUE INDEX memberships_carrying ON memberships (organisation) WHERE status IN ('active', 'grace');
CREATE TRIGGER grounds_memberships_added AFTER INSERT ON memberships BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_memberships_changed AFTER UPDATE OF organisation, status, tier ON memberships BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_memberships_gone AFTER DELETE ON memberships BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE INDEX join_requests_open ON join_requests (collaborative, confirmed_at) WHERE status = 'confirmed';
CREATE INDEX join_requests_decided ON join_requests (collaborative, decided_at) WHERE status IN ('approved', 'declined', 'expired');
CREATE INDEX join_requests_by_address ON join_requests (address_folded);
CREATE INDEX join_requests_unconfirmed ON join_requests (asked_at) WHERE status = 'submitted';
CREATE INDEX sign_in_codes_by_request ON sign_in_codes (request) WHERE request IS NOT NULL;
CREATE INDEX password_tries_by_age ON password_tries (tried_at);
CREATE INDEX password_tries_few ON password_tries (tried_at) WHERE tried <= 5;
CREATE INDEX half_sign_ins_by_person ON half_sign_ins (person);
CREATE INDEX half_sign_ins_by_age ON half_sign_ins (begun_at);
CREATE TRIGGER grounds_sign_ins_changed AFTER UPDATE OF secret_hash, person, started_at, shared ON sign_ins BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_second_factors_added AFTER INSERT ON second_factors BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_second_factors_changed AFTER UPDATE OF person, confirmed_at ON second_factors BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_second_factors_gone AFTER DELETE ON second_factors BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE INDEX affiliations_by_organisation ON affiliations (organisation);
CREATE UNIQUE INDEX seats_contact ON seats (organisation) WHERE primary_contact = 1 AND left_at IS NULL;
CREATE INDEX rooms_by_host ON rooms (host) WHERE state = 'open';
CREATE INDEX provider_domains_by_organisation ON provider_domains (organisation);
CREATE INDEX agency_sign_ins_by_age ON agency_sign_ins (begun_at);
CREATE INDEX identities_by_person ON identities (person);
CREATE INDEX identities_by_organisation ON identities (organisation);
CREATE INDEX unlinked_identities_by_age ON unlinked_identities (begun_at);
CREATE INDEX sign_in_codes_by_linking ON sign_in_codes (linking) WHERE linking IS NOT NULL;
CREATE INDEX sign_ins_by_agency ON sign_ins (agency) WHERE agency IS NOT NULL;
CREATE INDEX half_sign_ins_by_linking ON half_sign_ins (linking) WHERE linking IS NOT NULL;
CREATE INDEX audit_by_collaborative ON audit (collaborative, at, seq);
CREATE INDEX audit_by_organisation ON audit (organisation, at, seq);
CREATE INDEX audit_by_series ON audit (series) WHERE series IS NOT NULL;
CREATE INDEX audit_of_series ON audit (collaborative, at, seq) WHERE series IS NOT NULL;
CREATE INDEX audit_by_verb ON audit (collaborative, verb, at, seq);
CREATE INDEX audit_by_target ON audit (target, at, seq);
CREATE INDEX audit_by_actor ON audit (actor, at, seq);
CREATE INDEX audit_people_by_row ON audit_people (seq);
CREATE TRIGGER audit_never_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
CREATE TRIGGER audit_never_removed BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
CREATE TRIGGER audit_only_at_the_end BEFORE INSERT ON audit
WHEN new.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM audit) BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
CREATE TRIGGER audit_bodies_never_changed BEFORE UPDATE ON audit_bodies BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
CREATE TRIGGER audit_bodies_only_erased BEFORE DELETE ON audit_bodies
WHEN NOT EXISTS (SELECT 1 FROM audit_erased WHERE seq = old.seq) BEGIN SELECT RAISE(ABORT, 'a body goes only by an erasure'); END;
CREATE TRIGGER audit_bodies_never_again BEFORE INSERT ON audit_bodies
WHEN EXISTS (SELECT 1 FROM audit_bodies WHERE seq = new.seq) OR EXISTS (SELECT 1 FROM audit_erased WHERE seq = new.seq)
BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
CREATE INDEX posts_removed ON posts (edited_at, id) WHERE removed = 1;
CREATE INDEX posts_removed_by_author ON posts (author, edited_at) WHERE removed = 1;
CREATE INDEX threads_by_starter ON threads (started_by);
CREATE INDEX posts_by_remover ON posts (removed_by) WHERE removed_by IS NOT NULL;
CREATE INDEX action_steps_by_setter ON action_steps (set_by);
CREATE INDEX step_updates_by_author ON step_updates (author) WHERE author IS NOT NULL;
CREATE INDEX memberships_by_decider ON memberships (decided_by) WHERE decided_by IS NOT NULL;
CREATE INDEX join_requests_by_decider ON join_requests (decided_by) WHERE decided_by IS NOT NULL;
CREATE INDEX join_requests_by_person ON join_requests (person) WHERE person IS NOT NULL;
CREATE INDEX organisation_domains_by_confirmer ON organisation_domains (confirmed_by);
CREATE INDEX people_by_name ON people (lower(name), id);
CREATE INDEX terms_by_publisher ON terms (published_by);
CREATE INDEX terms_acceptances_by_version ON terms_acceptances (collaborative, version, at, person);
CREATE TRIGGER grounds_api_tokens_changed AFTER UPDATE OF secret_hash, person, expires_at, scopes ON api_tokens BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE INDEX mail_queued ON mail (next_at) WHERE status = 'queued';
CREATE INDEX mail_waiting_until ON mail (useless_at) WHERE status IN ('queued', 'held');
CREATE INDEX mail_queued_by_address ON mail (address_folded, purpose, id) WHERE status = 'queued';
CREATE INDEX mail_held ON mail (made_at) WHERE status = 'held';
CREATE INDEX mail_by_age ON mail (made_at);
CREATE INDEX mail_by_person ON mail (person) WHERE person IS NOT NULL;
CREATE INDEX mail_by_address ON mail (address_folded);
CREATE INDEX suppressed_addresses_by_age ON suppressed_addresses (since);
CREATE INDEX step_reminders_by_day ON step_reminders (due_on);
CREATE INDEX step_lanes_open ON step_lanes (due_on) WHERE status IN ('not_started', 'on_track', 'at_risk', 'blocked');
CREATE INDEX guests_waiting ON guests (meeting, asked_at) WHERE status = 'waiting';
CREATE INDEX guests_by_attendance ON guests (attendance) WHERE attendance IS NOT NULL;
CREATE INDEX guests_by_age ON guests (asked_at);
CREATE INDEX guests_by_decider ON guests (decided_by) WHERE decided_by IS NOT NULL;
CREATE INDEX guest_links_by_maker ON guest_links (made_by);
CREATE UNIQUE INDEX scoped_role_grants_held ON scoped_role_grants (person, collaborative, subject, role)
    WHERE ended_at IS NULL;
CREATE INDEX scoped_role_grants_by_subject ON scoped_role_grants (subject, person) WHERE ended_at IS NULL;
CREATE INDEX scoped_role_grants_by_person ON scoped_role_grants (person);
CREATE INDEX scoped_role_grants_by_collaborative ON scoped_role_grants (collaborative);
CREATE INDEX scoped_role_grants_by_granter ON scoped_role_grants (granted_by);
CREATE INDEX scoped_role_grants_by_ender ON scoped_role_grants (ended_by);
CREATE TRIGGER grounds_scoped_role_grants_added AFTER INSERT ON scoped_role_grants BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_scoped_role_grants_changed AFTER UPDATE ON scoped_role_grants BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_scoped_role_grants_gone AFTER DELETE ON scoped_role_grants BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE INDEX trash_by_age ON trash (collaborative, removed_at, id);
CREATE INDEX trash_by_remover ON trash (removed_by) WHERE removed_by IS NOT NULL;
CREATE INDEX removed_series_by_trash ON removed_series (trash);
CREATE INDEX removed_series_by_slug ON removed_series (collaborative, slug);
CREATE INDEX removed_objectives_by_trash ON removed_objectives (trash);
CREATE INDEX removed_participations_by_trash ON removed_participations (trash);
CREATE INDEX removed_participations_by_organisation ON removed_participations (organisation);
CREATE INDEX removed_meetings_by_trash ON removed_meetings (trash);
CREATE INDEX removed_agenda_items_by_trash ON removed_agenda_items (trash);
CREATE INDEX removed_step_links_by_trash ON removed_step_links (trash);
CREATE INDEX removed_step_links_from ON removed_step_links (from_step);
CREATE INDEX removed_step_links_to ON removed_step_links (to_step);
CREATE INDEX removed_no_steps_by_trash ON removed_no_steps (trash);
CREATE INDEX removed_no_steps_by_organisation ON removed_no_steps (organisation);
CREATE INDEX read_marks_by_thread ON read_marks (thread);
CREATE INDEX guests_by_meeting ON guests (meeting);
CREATE TRIGGER grounds_seats_changed AFTER UPDATE OF person, collaborative, organisation, left_at, suspended_at ON seats BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE INDEX year_goals_versions_by_writer ON year_goals_versions (written_by) WHERE written_by IS NOT NULL;
COMMIT;
