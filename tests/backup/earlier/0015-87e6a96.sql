-- Made by earlier/make.py with the program of 87e6a96, through its own commands; schema 15.
-- person: ada@earlier.example
-- token: vLUK37H5VpuKTydc53NShcUzN8upI-xPQ78RLr8R-JM
-- cookie: interstate_33869=C5ZUjbbwMssw--U32PR12vkJ3PWldLJ3JDmBwoI1p9w
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
INSERT INTO "agenda_items" VALUES('01M82KYGYM107FQ6KCZCVXTDKD','01M82KYGYKQXSQ7ZX3M0EX59GJ',1,'Welcome',10,'all','plenary','','',0);
INSERT INTO "agenda_items" VALUES('01M82KYGYM107FQ6KCZCVXTDKE','01M82KYGYKQXSQ7ZX3M0EX59GJ',2,'Next steps',10,'all','plenary','','',1);
CREATE TABLE api_tokens (
    secret_hash TEXT NOT NULL PRIMARY KEY,
    person TEXT NOT NULL REFERENCES people (id),
    name TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "api_tokens" VALUES('979d4eddc0aba598031090f3f232892aafb3653cebb611b8e01b8697dd60df7d','01M82KYGVGM6ACWHG6NV6QJ88F','test',1795384361993,1826920361993);
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
CREATE TABLE collaboratives (
    id TEXT NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    short_name TEXT NOT NULL,
    year TEXT NOT NULL,
    -- What the public page says, as it was imported: opaque text.
    about TEXT NOT NULL DEFAULT ''
, looked_on TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "collaboratives" VALUES('01D03BBF00CYN4NBQJRRAKDPYY','sdi','School and District Improvement (SDI) Collaborative','SDI','2026-2027','{"description":"A membership group of state education agencies working on how states, and the districts in them, improve schools. Members look at new research-based strategies, hear from people with expertise, and work across states on problems they share, with particular attention to what districts do for every school.","convener":"Council of Chief State School Officers (CCSSO)","goals":[{"year":"2018-2019","source":"seed 000","overall":"Help states put the CCSSO principles to use as their ESSA plans begin to operate for the lowest-performing schools.","goals":[{"id":"G1","text":"Make family and community engagement a strong lever for improvement, with community-school and family-engagement partners.","principles":[3]},{"id":"G2","text":"Turn school transformation into workable strategy, including a look at high school redesign.","principles":[4,5]},{"id":"G3","text":"Keep going on ESSA implementation where states ask for it: sharper exit criteria, decisions driven by data, and support models for technical assistance.","principles":[4]},{"id":"G4","text":"Study supports for student groups in literacy, mathematics, English learning, and social-emotional or multi-tiered supports.","principles":[2]}]},{"year":"2019-2020","source":"https://ccsso.org/school-and-district-improvement-sdi-collaborative","overall":"Advance equity in school improvement and prepare for schools that do not improve.","principle_links_are":"our suggestion","goals":[{"id":"G1","text":"Write a paper on where equity, evidence-based practice and school improvement meet.","principles":[2,5]},{"id":"G2","text":"Each state sets one or two strategic goals for advancing equity at home.","principles":[2]},{"id":"G3","text":"Produce a resource on more rigorous options a state can use to help districts whose schools are not improving.","principles":[4]},{"id":"G4","text":"Work with experts to set state improvement goals focused on CSI and TSI schools and on next options for those that do not improve.","principles":[4,8]},{"id":"G5","text":"Find openings to advance equity and plan state implementation in schools identified for comprehensive or targeted support.","principles":[2,9]}]},{"year":"2016-2017","source":"http://www.ccsso.org/Resources/Programs/School_and_District_Improvement_(SDI).html","overall":"Move to ESSA in turning around low-performing schools and districts.","principle_links_are":"none in source","goals":[{"id":"G1","text":"Sharpen implementation plans against ESSA requirements.","principles":[]},{"id":"G2","text":"Find ways to give schools and districts good support under ESSA.","principles":[]},{"id":"G3","text":"Coordinate services and supports inside the agency.","principles":[]},{"id":"G4","text":"Develop effective, efficient statewide systems of support.","principles":[]},{"id":"G5","text":"Create plan templates for identified schools.","principles":[]},{"id":"G6","text":"Deepen knowledge in high-need areas such as student supports, educator pipelines and stakeholder engagement.","principles":[]}]}],"who_joins":[{"key":"school_improvement_lead","label":"School improvement leads"},{"key":"title_i_director","label":"Title I directors"},{"key":"school_leadership","label":"School leadership staff"},{"key":"deputy_superintendent","label":"Deputy superintendents"},{"key":"associate_superintendent","label":"Associate superintendents"},{"key":"principal_supervisor","label":"Principal supervisors"}],"resources":["School and District Improvement (SDI) Collaborative Membership Information (yearly)","CCSSO Principles of Effective School Improvement Systems","Roadmap to the Principles of Effective School Improvement Systems","Deep Dive into Principle 1 of Principles of Effective School Improvement Systems","Deep Dive into Principle 2 of Principles of Effective School Improvement Systems","Deep Dive into Principle 3 of Principles of Effective School Improvement Systems","Deep Dive into Principle 4 of Principles of Effective School Improvement Systems","Deep Dive into Principle 5 of Principles of Effective School Improvement Systems","Deep Dive into Principle 6 of Principles of Effective School Improvement Systems","Deep Dive into Principle 7 of Principles of Effective School Improvement Systems","Deep Dive into Principle 8 of Principles of Effective School Improvement Systems","Deep Dive into Principle 9 of Principles of Effective School Improvement Systems","Deep Dive into Principle 10 of Principles of Effective School Improvement Systems","Collaborative meeting dates (yearly)","Membership signup form"]}','');
CREATE TABLE due_items (
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    target TEXT NOT NULL,
    PRIMARY KEY (at, kind, target)
) STRICT, WITHOUT ROWID;
INSERT INTO "due_items" VALUES(1795384361549,'turn_year','01D03BBF00CYN4NBQJRRAKDPYY');
INSERT INTO "due_items" VALUES(1795384361840,'welcome_person','01M82KYGVGM6ACWHG6NV6QJ88F');
INSERT INTO "due_items" VALUES(1795469400000,'close_abandoned','01M82KYGYKQXSQ7ZX3M0EX59GJ');
CREATE TABLE facts_of_store (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "facts_of_store" VALUES('epoch','01M82KYGJD80R2A8ZD90EDJ6GE');
INSERT INTO "facts_of_store" VALUES('kind','real');
CREATE TABLE followers (
    follower TEXT NOT NULL,
    stream TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (follower, stream)
) STRICT, WITHOUT ROWID;
CREATE TABLE grounds (
    one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    number INTEGER NOT NULL
) STRICT;
INSERT INTO "grounds" VALUES(1,13);
CREATE TABLE half_sign_ins (
    ticket_hash TEXT NOT NULL PRIMARY KEY,
    person TEXT NOT NULL REFERENCES people (id),
    begun_at INTEGER NOT NULL,
    shared INTEGER NOT NULL CHECK (shared IN (0, 1)),
    -- Where to go afterwards: a path.
    next TEXT NOT NULL,
    wrong INTEGER NOT NULL DEFAULT 0 CHECK (wrong >= 0)
) STRICT, WITHOUT ROWID;
CREATE TABLE hands (
    id TEXT NOT NULL PRIMARY KEY,
    meeting TEXT NOT NULL REFERENCES meetings (id),
    who TEXT NOT NULL UNIQUE REFERENCES attendance (id),
    ordinal INTEGER NOT NULL CHECK (ordinal > 0),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'speaking')),
    raised_at INTEGER NOT NULL,
    UNIQUE (meeting, ordinal)
) STRICT;
CREATE TABLE invitations (
    secret_hash TEXT NOT NULL PRIMARY KEY,
    person TEXT NOT NULL REFERENCES people (id),
    made_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER
) STRICT, WITHOUT ROWID;
INSERT INTO "invitations" VALUES('b42f26a699f09392e7c4834fa4ac7189e0ebbd170a9adab89eea2828848cde83','01M82KYGVGM6ACWHG6NV6QJ88F',1795384361840,1796593961840,1795384361892);
CREATE TABLE item_runs (
    id TEXT NOT NULL PRIMARY KEY REFERENCES agenda_items (id),
    meeting TEXT NOT NULL REFERENCES meetings (id),
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    -- Of visits that are over.
    used_ms INTEGER NOT NULL CHECK (used_ms >= 0),
    added_minutes INTEGER NOT NULL CHECK (added_minutes >= 0)
) STRICT;
INSERT INTO "item_runs" VALUES('01M82KYGYM107FQ6KCZCVXTDKD','01M82KYGYKQXSQ7ZX3M0EX59GJ',1795384361962,NULL,0,0);
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
) STRICT;
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
INSERT INTO "journal" VALUES('extended/01D03BBF00CYN4NBQJRRAKDPYY',1,1795384361925,'01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGY5MT99C28W4Q6XDVY1','member_admitted','{"t":"event","stream":"extended/01D03BBF00CYN4NBQJRRAKDPYY","seq":1,"at":1795384361925,"name":"member_admitted","actor":"01M82KYGVGM6ACWHG6NV6QJ88F","command":"01M82KYGY5MT99C28W4Q6XDVY1","puts":[{"kind":"organisation","id":"01D03BBF00AKBK75VV0831AM99","record":{"id":"01D03BBF00AKBK75VV0831AM99","collaborative":"01D03BBF00CYN4NBQJRRAKDPYY","type":"state_agency","name":"Ohio Department of Education and Workforce","code":"OH","short_name":"Ohio","zone":"America/New_York","tile_column":6,"tile_row":3,"member":true}}]}');
INSERT INTO "journal" VALUES('collaborative/01D03BBF00CYN4NBQJRRAKDPYY',1,1795384361925,'01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGY5MT99C28W4Q6XDVY1','member_admitted','{"t":"event","stream":"collaborative/01D03BBF00CYN4NBQJRRAKDPYY","seq":1,"at":1795384361925,"name":"member_admitted","actor":"01M82KYGVGM6ACWHG6NV6QJ88F","command":"01M82KYGY5MT99C28W4Q6XDVY1","puts":[{"kind":"membership","id":"01D03BBF00AKBK75VV0831AM99","record":{"id":"01D03BBF00AKBK75VV0831AM99","collaborative":"01D03BBF00CYN4NBQJRRAKDPYY","year":"2026-2027","status":"active","tier":"core","seat_cap":6,"renewed":false,"seats_taken":0,"admits_domain":""}}]}');
INSERT INTO "journal" VALUES('extended/01D03BBF00CYN4NBQJRRAKDPYY',2,1795384361929,'01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGY9XZ6GY90YTT3Z4ZM7','member_admitted','{"t":"event","stream":"extended/01D03BBF00CYN4NBQJRRAKDPYY","seq":2,"at":1795384361929,"name":"member_admitted","actor":"01M82KYGVGM6ACWHG6NV6QJ88F","command":"01M82KYGY9XZ6GY90YTT3Z4ZM7","puts":[{"kind":"organisation","id":"01D03BBF00BXDFYH8YTZ28133Q","record":{"id":"01D03BBF00BXDFYH8YTZ28133Q","collaborative":"01D03BBF00CYN4NBQJRRAKDPYY","type":"state_agency","name":"Kentucky Department of Education","code":"KY","short_name":"Kentucky","zone":"America/New_York","tile_column":5,"tile_row":4,"member":true}}]}');
INSERT INTO "journal" VALUES('collaborative/01D03BBF00CYN4NBQJRRAKDPYY',2,1795384361929,'01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGY9XZ6GY90YTT3Z4ZM7','member_admitted','{"t":"event","stream":"collaborative/01D03BBF00CYN4NBQJRRAKDPYY","seq":2,"at":1795384361929,"name":"member_admitted","actor":"01M82KYGVGM6ACWHG6NV6QJ88F","command":"01M82KYGY9XZ6GY90YTT3Z4ZM7","puts":[{"kind":"membership","id":"01D03BBF00BXDFYH8YTZ28133Q","record":{"id":"01D03BBF00BXDFYH8YTZ28133Q","collaborative":"01D03BBF00CYN4NBQJRRAKDPYY","year":"2026-2027","status":"active","tier":"core","seat_cap":6,"renewed":false,"seats_taken":0,"admits_domain":""}}]}');
INSERT INTO "journal" VALUES('staff/01D03BBF00CYN4NBQJRRAKDPYY',1,1795384361937,'01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGYH84QBG7YE9C660ZVK','series_created','{"t":"event","stream":"staff/01D03BBF00CYN4NBQJRRAKDPYY","seq":1,"at":1795384361937,"name":"series_created","actor":"01M82KYGVGM6ACWHG6NV6QJ88F","command":"01M82KYGYH84QBG7YE9C660ZVK","puts":[{"kind":"series","id":"01M82KYGYH730ZE2J2TQMG0T6J","record":{"id":"01M82KYGYH730ZE2J2TQMG0T6J","collaborative":"01D03BBF00CYN4NBQJRRAKDPYY","slug":"an-earlier-series","title":"An earlier series","description":"","state":"draft","starts_on":"2026-11-22","ends_on":"2027-02-20","current":true,"revision":1}},{"kind":"objective","id":"01M82KYGYH730ZE2J2TQMG0T6K","record":{"id":"01M82KYGYH730ZE2J2TQMG0T6K","series":"01M82KYGYH730ZE2J2TQMG0T6J","ordinal":1,"short_name":"Turnover","text":"Turnover in every state"}},{"kind":"participation","id":"01M82KYGYH730ZE2J2TQMG0T6M","record":{"id":"01M82KYGYH730ZE2J2TQMG0T6M","series":"01M82KYGYH730ZE2J2TQMG0T6J","organisation":"01D03BBF00AKBK75VV0831AM99"}},{"kind":"participation","id":"01M82KYGYH730ZE2J2TQMG0T6N","record":{"id":"01M82KYGYH730ZE2J2TQMG0T6N","series":"01M82KYGYH730ZE2J2TQMG0T6J","organisation":"01D03BBF00BXDFYH8YTZ28133Q"}}]}');
INSERT INTO "journal" VALUES('person/01M82KYGVGM6ACWHG6NV6QJ88F',1,1795384361937,'01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGYH84QBG7YE9C660ZVK','series_created','{"t":"event","stream":"person/01M82KYGVGM6ACWHG6NV6QJ88F","seq":1,"at":1795384361937,"name":"series_created","actor":"01M82KYGVGM6ACWHG6NV6QJ88F","command":"01M82KYGYH84QBG7YE9C660ZVK","puts":[{"kind":"standing","id":"01M82KYGVGM6ACWHG6NV6QJ88F","record":{"id":"01M82KYGVGM6ACWHG6NV6QJ88F","collaborative":"01D03BBF00CYN4NBQJRRAKDPYY","organisation":"01D03BBF00ERHMPXZQ6TKV5A4V","roles":["administrator"],"footing":"none","tier":"extended","series":["01M82KYGYH730ZE2J2TQMG0T6J"]}}]}');
INSERT INTO "journal" VALUES('staff/01D03BBF00CYN4NBQJRRAKDPYY',2,1795384361939,'01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGYKKJMXTV2239CTJQWF','meeting_scheduled','{"t":"event","stream":"staff/01D03BBF00CYN4NBQJRRAKDPYY","seq":2,"at":1795384361939,"name":"meeting_scheduled","actor":"01M82KYGVGM6ACWHG6NV6QJ88F","command":"01M82KYGYKKJMXTV2239CTJQWF","puts":[{"kind":"meeting","id":"01M82KYGYKQXSQ7ZX3M0EX59GJ","record":{"id":"01M82KYGYKQXSQ7ZX3M0EX59GJ","collaborative":"01D03BBF00CYN4NBQJRRAKDPYY","series":"01M82KYGYH730ZE2J2TQMG0T6J","ordinal":1,"type":"session","state":"draft","title":"An earlier session","summary":"","starts_local":"2026-11-23T14:00","zone":"America/New_York","starts_at":1795460400000,"minutes":90,"place":"","objectives":[],"principles":[],"presenting":[],"pre_work":"","materials":"","outcome":"","cancel_reason":"","revision":1,"current":true}}]}');
INSERT INTO "journal" VALUES('meeting/01M82KYGYKQXSQ7ZX3M0EX59GJ',1,1795384361939,'01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGYKKJMXTV2239CTJQWF','meeting_scheduled','{"t":"event","stream":"meeting/01M82KYGYKQXSQ7ZX3M0EX59GJ","seq":1,"at":1795384361939,"name":"meeting_scheduled","actor":"01M82KYGVGM6ACWHG6NV6QJ88F","command":"01M82KYGYKKJMXTV2239CTJQWF","puts":[{"kind":"meeting_link","id":"01M82KYGYKQXSQ7ZX3M0EX59GJ","record":{"id":"01M82KYGYKQXSQ7ZX3M0EX59GJ","link":"","dial_in":""}}]}');
INSERT INTO "journal" VALUES('staff/01D03BBF00CYN4NBQJRRAKDPYY',3,1795384361940,'01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGYMQ2BCKGMQPPJT6Y2Z','agenda_set','{"t":"event","stream":"staff/01D03BBF00CYN4NBQJRRAKDPYY","seq":3,"at":1795384361940,"name":"agenda_set","actor":"01M82KYGVGM6ACWHG6NV6QJ88F","command":"01M82KYGYMQ2BCKGMQPPJT6Y2Z","puts":[{"kind":"meeting","id":"01M82KYGYKQXSQ7ZX3M0EX59GJ","record":{"id":"01M82KYGYKQXSQ7ZX3M0EX59GJ","collaborative":"01D03BBF00CYN4NBQJRRAKDPYY","series":"01M82KYGYH730ZE2J2TQMG0T6J","ordinal":1,"type":"session","state":"draft","title":"An earlier session","summary":"","starts_local":"2026-11-23T14:00","zone":"America/New_York","starts_at":1795460400000,"minutes":90,"place":"","objectives":[],"principles":[],"presenting":[],"pre_work":"","materials":"","outcome":"","cancel_reason":"","revision":2,"current":true}}]}');
INSERT INTO "journal" VALUES('meeting/01M82KYGYKQXSQ7ZX3M0EX59GJ',2,1795384361940,'01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGYMQ2BCKGMQPPJT6Y2Z','agenda_set','{"t":"event","stream":"meeting/01M82KYGYKQXSQ7ZX3M0EX59GJ","seq":2,"at":1795384361940,"name":"agenda_set","actor":"01M82KYGVGM6ACWHG6NV6QJ88F","command":"01M82KYGYMQ2BCKGMQPPJT6Y2Z","puts":[{"kind":"agenda_item","id":"01M82KYGYM107FQ6KCZCVXTDKD","record":{"id":"01M82KYGYM107FQ6KCZCVXTDKD","meeting":"01M82KYGYKQXSQ7ZX3M0EX59GJ","ordinal":1,"title":"Welcome","minutes":10,"who":"all","mode":"plenary","instruction":"","capture":"","next_steps":false}},{"kind":"agenda_item","id":"01M82KYGYM107FQ6KCZCVXTDKE","record":{"id":"01M82KYGYM107FQ6KCZCVXTDKE","meeting":"01M82KYGYKQXSQ7ZX3M0EX59GJ","ordinal":2,"title":"Next steps","minutes":10,"who":"all","mode":"plenary","instruction":"","capture":"","next_steps":true}}]}');
INSERT INTO "journal" VALUES('extended/01D03BBF00CYN4NBQJRRAKDPYY',3,1795384361941,'01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGYNJMPKPK3M0Y766EPE','series_published','{"t":"event","stream":"extended/01D03BBF00CYN4NBQJRRAKDPYY","seq":3,"at":1795384361941,"name":"series_published","actor":"01M82KYGVGM6ACWHG6NV6QJ88F","command":"01M82KYGYNJMPKPK3M0Y766EPE","puts":[{"kind":"series","id":"01M82KYGYH730ZE2J2TQMG0T6J","record":{"id":"01M82KYGYH730ZE2J2TQMG0T6J","collaborative":"01D03BBF00CYN4NBQJRRAKDPYY","slug":"an-earlier-series","title":"An earlier series","description":"","state":"running","starts_on":"2026-11-22","ends_on":"2027-02-20","current":true,"revision":1}},{"kind":"objective","id":"01M82KYGYH730ZE2J2TQMG0T6K","record":{"id":"01M82KYGYH730ZE2J2TQMG0T6K","series":"01M82KYGYH730ZE2J2TQMG0T6J","ordinal":1,"short_name":"Turnover","text":"Turnover in every state"}},{"kind":"participation","id":"01M82KYGYH730ZE2J2TQMG0T6M","record":{"id":"01M82KYGYH730ZE2J2TQMG0T6M","series":"01M82KYGYH730ZE2J2TQMG0T6J","organisation":"01D03BBF00AKBK75VV0831AM99"}},{"kind":"participation","id":"01M82KYGYH730ZE2J2TQMG0T6N","record":{"id":"01M82KYGYH730ZE2J2TQMG0T6N","series":"01M82KYGYH730ZE2J2TQMG0T6J","organisation":"01D03BBF00BXDFYH8YTZ28133Q"}}]}');
INSERT INTO "journal" VALUES('staff/01D03BBF00CYN4NBQJRRAKDPYY',4,1795384361941,'01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGYNJMPKPK3M0Y766EPE','series_published','{"t":"event","stream":"staff/01D03BBF00CYN4NBQJRRAKDPYY","seq":4,"at":1795384361941,"name":"series_published","actor":"01M82KYGVGM6ACWHG6NV6QJ88F","command":"01M82KYGYNJMPKPK3M0Y766EPE","puts":[],"removes":[{"kind":"series","id":"01M82KYGYH730ZE2J2TQMG0T6J"},{"kind":"objective","id":"01M82KYGYH730ZE2J2TQMG0T6K"},{"kind":"participation","id":"01M82KYGYH730ZE2J2TQMG0T6M"},{"kind":"participation","id":"01M82KYGYH730ZE2J2TQMG0T6N"}]}');
INSERT INTO "journal" VALUES('extended/01D03BBF00CYN4NBQJRRAKDPYY',4,1795384361949,'01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGYXXRD7JNGJZDN8JY58','meeting_announced','{"t":"event","stream":"extended/01D03BBF00CYN4NBQJRRAKDPYY","seq":4,"at":1795384361949,"name":"meeting_announced","actor":"01M82KYGVGM6ACWHG6NV6QJ88F","command":"01M82KYGYXXRD7JNGJZDN8JY58","puts":[{"kind":"meeting","id":"01M82KYGYKQXSQ7ZX3M0EX59GJ","record":{"id":"01M82KYGYKQXSQ7ZX3M0EX59GJ","collaborative":"01D03BBF00CYN4NBQJRRAKDPYY","series":"01M82KYGYH730ZE2J2TQMG0T6J","ordinal":1,"type":"session","state":"announced","title":"An earlier session","summary":"","starts_local":"2026-11-23T14:00","zone":"America/New_York","starts_at":1795460400000,"minutes":90,"place":"","objectives":[],"principles":[],"presenting":[],"pre_work":"","materials":"","outcome":"","cancel_reason":"","revision":2,"current":true}}]}');
INSERT INTO "journal" VALUES('staff/01D03BBF00CYN4NBQJRRAKDPYY',5,1795384361949,'01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGYXXRD7JNGJZDN8JY58','meeting_announced','{"t":"event","stream":"staff/01D03BBF00CYN4NBQJRRAKDPYY","seq":5,"at":1795384361949,"name":"meeting_announced","actor":"01M82KYGVGM6ACWHG6NV6QJ88F","command":"01M82KYGYXXRD7JNGJZDN8JY58","puts":[],"removes":[{"kind":"meeting","id":"01M82KYGYKQXSQ7ZX3M0EX59GJ"}]}');
INSERT INTO "journal" VALUES('series/01M82KYGYH730ZE2J2TQMG0T6J',1,1795384361950,'01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGYYH0TMXB2PYYZWR22C','thread_started','{"t":"event","stream":"series/01M82KYGYH730ZE2J2TQMG0T6J","seq":1,"at":1795384361950,"name":"thread_started","actor":"01M82KYGVGM6ACWHG6NV6QJ88F","command":"01M82KYGYYH0TMXB2PYYZWR22C","puts":[{"kind":"thread","id":"01M82KYGYYH3KVZ8KEC65R5GQ7","record":{"id":"01M82KYGYYH3KVZ8KEC65R5GQ7","collaborative":"01D03BBF00CYN4NBQJRRAKDPYY","anchor":"topic","anchor_id":"01M82KYGYH730ZE2J2TQMG0T6J","stream":"series/01M82KYGYH730ZE2J2TQMG0T6J","title":"Earlier topic","started_by":"01M82KYGVGM6ACWHG6NV6QJ88F","started_at":1795384361950,"last_number":1,"last_at":1795384361950,"last_by":"01M82KYGVGM6ACWHG6NV6QJ88F","posts":1,"pinned":false,"current":true,"own":false}},{"kind":"post","id":"01M82KYGYYH3KVZ8KEC65R5GQ8","record":{"id":"01M82KYGYYH3KVZ8KEC65R5GQ8","thread":"01M82KYGYYH3KVZ8KEC65R5GQ7","number":1,"author":"01M82KYGVGM6ACWHG6NV6QJ88F","at":1795384361950,"text":"How did it go?","html":"<p>How did it go?</p>\n","revision":1,"removed":false}}]}');
INSERT INTO "journal" VALUES('person/01M82KYGVGM6ACWHG6NV6QJ88F',2,1795384361950,'01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGYYH0TMXB2PYYZWR22C','thread_started','{"t":"event","stream":"person/01M82KYGVGM6ACWHG6NV6QJ88F","seq":2,"at":1795384361950,"name":"thread_started","actor":"01M82KYGVGM6ACWHG6NV6QJ88F","command":"01M82KYGYYH0TMXB2PYYZWR22C","puts":[{"kind":"read_mark","id":"01M82KYGYYH3KVZ8KEC65R5GQ9","record":{"id":"01M82KYGYYH3KVZ8KEC65R5GQ9","person":"01M82KYGVGM6ACWHG6NV6QJ88F","thread":"01M82KYGYYH3KVZ8KEC65R5GQ7","number":1}}]}');
INSERT INTO "journal" VALUES('series/01M82KYGYH730ZE2J2TQMG0T6J',2,1795384361956,'01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGZ0PFNWMA5J96XJ8BX6','post_added','{"t":"event","stream":"series/01M82KYGYH730ZE2J2TQMG0T6J","seq":2,"at":1795384361956,"name":"post_added","actor":"01M82KYGVGM6ACWHG6NV6QJ88F","command":"01M82KYGZ0PFNWMA5J96XJ8BX6","puts":[{"kind":"post","id":"01M82KYGZ44CJEV72WBYXKQS85","record":{"id":"01M82KYGZ44CJEV72WBYXKQS85","thread":"01M82KYGYYH3KVZ8KEC65R5GQ7","number":2,"author":"01M82KYGVGM6ACWHG6NV6QJ88F","at":1795384361956,"text":"It went *well*.","html":"<p>It went <em>well</em>.</p>\n","revision":1,"removed":false}},{"kind":"thread","id":"01M82KYGYYH3KVZ8KEC65R5GQ7","record":{"id":"01M82KYGYYH3KVZ8KEC65R5GQ7","collaborative":"01D03BBF00CYN4NBQJRRAKDPYY","anchor":"topic","anchor_id":"01M82KYGYH730ZE2J2TQMG0T6J","stream":"series/01M82KYGYH730ZE2J2TQMG0T6J","title":"Earlier topic","started_by":"01M82KYGVGM6ACWHG6NV6QJ88F","started_at":1795384361950,"last_number":2,"last_at":1795384361956,"last_by":"01M82KYGVGM6ACWHG6NV6QJ88F","posts":2,"pinned":false,"current":true,"own":false}}]}');
INSERT INTO "journal" VALUES('person/01M82KYGVGM6ACWHG6NV6QJ88F',3,1795384361956,'01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGZ0PFNWMA5J96XJ8BX6','post_added','{"t":"event","stream":"person/01M82KYGVGM6ACWHG6NV6QJ88F","seq":3,"at":1795384361956,"name":"post_added","actor":"01M82KYGVGM6ACWHG6NV6QJ88F","command":"01M82KYGZ0PFNWMA5J96XJ8BX6","puts":[{"kind":"read_mark","id":"01M82KYGYYH3KVZ8KEC65R5GQ9","record":{"id":"01M82KYGYYH3KVZ8KEC65R5GQ9","person":"01M82KYGVGM6ACWHG6NV6QJ88F","thread":"01M82KYGYYH3KVZ8KEC65R5GQ7","number":2}}]}');
INSERT INTO "journal" VALUES('series/01M82KYGYH730ZE2J2TQMG0T6J',3,1795384361957,'01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGZ5MHR09S5XWFXPNQH2','post_edited','{"t":"event","stream":"series/01M82KYGYH730ZE2J2TQMG0T6J","seq":3,"at":1795384361957,"name":"post_edited","actor":"01M82KYGVGM6ACWHG6NV6QJ88F","command":"01M82KYGZ5MHR09S5XWFXPNQH2","puts":[{"kind":"post","id":"01M82KYGZ44CJEV72WBYXKQS85","record":{"id":"01M82KYGZ44CJEV72WBYXKQS85","thread":"01M82KYGYYH3KVZ8KEC65R5GQ7","number":2,"author":"01M82KYGVGM6ACWHG6NV6QJ88F","at":1795384361956,"text":"It went **very** well.","html":"<p>It went <strong>very</strong> well.</p>\n","edited_at":1795384361957,"revision":2,"removed":false}}]}');
INSERT INTO "journal" VALUES('person/01M82KYGVGM6ACWHG6NV6QJ88F',4,1795384361958,'01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGZ6XBTEYPJ6953JYCMR','read_marked','{"t":"event","stream":"person/01M82KYGVGM6ACWHG6NV6QJ88F","seq":4,"at":1795384361958,"name":"read_marked","actor":"01M82KYGVGM6ACWHG6NV6QJ88F","command":"01M82KYGZ6XBTEYPJ6953JYCMR","puts":[{"kind":"read_mark","id":"01M82KYGYYH3KVZ8KEC65R5GQ9","record":{"id":"01M82KYGYYH3KVZ8KEC65R5GQ9","person":"01M82KYGVGM6ACWHG6NV6QJ88F","thread":"01M82KYGYYH3KVZ8KEC65R5GQ7","number":2}}]}');
INSERT INTO "journal" VALUES('series/01M82KYGYH730ZE2J2TQMG0T6J',4,1795384361959,'01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGZ7WCAX8YJJJMW7Z8KT','thread_started','{"t":"event","stream":"series/01M82KYGYH730ZE2J2TQMG0T6J","seq":4,"at":1795384361959,"name":"thread_started","actor":"01M82KYGVGM6ACWHG6NV6QJ88F","command":"01M82KYGZ7WCAX8YJJJMW7Z8KT","puts":[{"kind":"thread","id":"01M82KYGZ7EQBD8ZZ8N0FYJHRM","record":{"id":"01M82KYGZ7EQBD8ZZ8N0FYJHRM","collaborative":"01D03BBF00CYN4NBQJRRAKDPYY","anchor":"meeting","anchor_id":"01M82KYGYKQXSQ7ZX3M0EX59GJ","stream":"series/01M82KYGYH730ZE2J2TQMG0T6J","title":"Earlier meeting","started_by":"01M82KYGVGM6ACWHG6NV6QJ88F","started_at":1795384361959,"last_number":1,"last_at":1795384361959,"last_by":"01M82KYGVGM6ACWHG6NV6QJ88F","posts":1,"pinned":false,"current":true,"own":true}},{"kind":"post","id":"01M82KYGZ7EQBD8ZZ8N0FYJHRN","record":{"id":"01M82KYGZ7EQBD8ZZ8N0FYJHRN","thread":"01M82KYGZ7EQBD8ZZ8N0FYJHRM","number":1,"author":"01M82KYGVGM6ACWHG6NV6QJ88F","at":1795384361959,"text":"How did it go?","html":"<p>How did it go?</p>\n","revision":1,"removed":false}}]}');
INSERT INTO "journal" VALUES('person/01M82KYGVGM6ACWHG6NV6QJ88F',5,1795384361959,'01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGZ7WCAX8YJJJMW7Z8KT','thread_started','{"t":"event","stream":"person/01M82KYGVGM6ACWHG6NV6QJ88F","seq":5,"at":1795384361959,"name":"thread_started","actor":"01M82KYGVGM6ACWHG6NV6QJ88F","command":"01M82KYGZ7WCAX8YJJJMW7Z8KT","puts":[{"kind":"read_mark","id":"01M82KYGZ7EQBD8ZZ8N0FYJHRP","record":{"id":"01M82KYGZ7EQBD8ZZ8N0FYJHRP","person":"01M82KYGVGM6ACWHG6NV6QJ88F","thread":"01M82KYGZ7EQBD8ZZ8N0FYJHRM","number":1}}]}');
INSERT INTO "journal" VALUES('series/01M82KYGYH730ZE2J2TQMG0T6J',5,1795384361959,'01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGZ7HNHS3DS9ZJXDTS5Y','post_added','{"t":"event","stream":"series/01M82KYGYH730ZE2J2TQMG0T6J","seq":5,"at":1795384361959,"name":"post_added","actor":"01M82KYGVGM6ACWHG6NV6QJ88F","command":"01M82KYGZ7HNHS3DS9ZJXDTS5Y","puts":[{"kind":"post","id":"01M82KYGZ7709SQG64SAX2M40B","record":{"id":"01M82KYGZ7709SQG64SAX2M40B","thread":"01M82KYGZ7EQBD8ZZ8N0FYJHRM","number":2,"author":"01M82KYGVGM6ACWHG6NV6QJ88F","at":1795384361959,"text":"It went *well*.","html":"<p>It went <em>well</em>.</p>\n","revision":1,"removed":false}},{"kind":"thread","id":"01M82KYGZ7EQBD8ZZ8N0FYJHRM","record":{"id":"01M82KYGZ7EQBD8ZZ8N0FYJHRM","collaborative":"01D03BBF00CYN4NBQJRRAKDPYY","anchor":"meeting","anchor_id":"01M82KYGYKQXSQ7ZX3M0EX59GJ","stream":"series/01M82KYGYH730ZE2J2TQMG0T6J","title":"Earlier meeting","started_by":"01M82KYGVGM6ACWHG6NV6QJ88F","started_at":1795384361959,"last_number":2,"last_at":1795384361959,"last_by":"01M82KYGVGM6ACWHG6NV6QJ88F","posts":2,"pinned":false,"current":true,"own":true}}]}');
INSERT INTO "journal" VALUES('person/01M82KYGVGM6ACWHG6NV6QJ88F',6,1795384361959,'01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGZ7HNHS3DS9ZJXDTS5Y','post_added','{"t":"event","stream":"person/01M82KYGVGM6ACWHG6NV6QJ88F","seq":6,"at":1795384361959,"name":"post_added","actor":"01M82KYGVGM6ACWHG6NV6QJ88F","command":"01M82KYGZ7HNHS3DS9ZJXDTS5Y","puts":[{"kind":"read_mark","id":"01M82KYGZ7EQBD8ZZ8N0FYJHRP","record":{"id":"01M82KYGZ7EQBD8ZZ8N0FYJHRP","person":"01M82KYGVGM6ACWHG6NV6QJ88F","thread":"01M82KYGZ7EQBD8ZZ8N0FYJHRM","number":2}}]}');
INSERT INTO "journal" VALUES('series/01M82KYGYH730ZE2J2TQMG0T6J',6,1795384361960,'01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGZ899TR8J2Y1NK5TWFR','post_edited','{"t":"event","stream":"series/01M82KYGYH730ZE2J2TQMG0T6J","seq":6,"at":1795384361960,"name":"post_edited","actor":"01M82KYGVGM6ACWHG6NV6QJ88F","command":"01M82KYGZ899TR8J2Y1NK5TWFR","puts":[{"kind":"post","id":"01M82KYGZ7709SQG64SAX2M40B","record":{"id":"01M82KYGZ7709SQG64SAX2M40B","thread":"01M82KYGZ7EQBD8ZZ8N0FYJHRM","number":2,"author":"01M82KYGVGM6ACWHG6NV6QJ88F","at":1795384361959,"text":"It went **very** well.","html":"<p>It went <strong>very</strong> well.</p>\n","edited_at":1795384361960,"revision":2,"removed":false}}]}');
INSERT INTO "journal" VALUES('person/01M82KYGVGM6ACWHG6NV6QJ88F',7,1795384361961,'01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGZ9J28AMS2VASFFMZB1','read_marked','{"t":"event","stream":"person/01M82KYGVGM6ACWHG6NV6QJ88F","seq":7,"at":1795384361961,"name":"read_marked","actor":"01M82KYGVGM6ACWHG6NV6QJ88F","command":"01M82KYGZ9J28AMS2VASFFMZB1","puts":[{"kind":"read_mark","id":"01M82KYGZ7EQBD8ZZ8N0FYJHRP","record":{"id":"01M82KYGZ7EQBD8ZZ8N0FYJHRP","person":"01M82KYGVGM6ACWHG6NV6QJ88F","thread":"01M82KYGZ7EQBD8ZZ8N0FYJHRM","number":2}}]}');
INSERT INTO "journal" VALUES('extended/01D03BBF00CYN4NBQJRRAKDPYY',5,1795384361961,'01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGZ9VR162M9MH2QAVV25','room_opened','{"t":"event","stream":"extended/01D03BBF00CYN4NBQJRRAKDPYY","seq":5,"at":1795384361961,"name":"room_opened","actor":"01M82KYGVGM6ACWHG6NV6QJ88F","command":"01M82KYGZ9VR162M9MH2QAVV25","puts":[{"kind":"meeting","id":"01M82KYGYKQXSQ7ZX3M0EX59GJ","record":{"id":"01M82KYGYKQXSQ7ZX3M0EX59GJ","collaborative":"01D03BBF00CYN4NBQJRRAKDPYY","series":"01M82KYGYH730ZE2J2TQMG0T6J","ordinal":1,"type":"session","state":"live","title":"An earlier session","summary":"","starts_local":"2026-11-23T14:00","zone":"America/New_York","starts_at":1795460400000,"minutes":90,"place":"","objectives":[],"principles":[],"presenting":[],"pre_work":"","materials":"","outcome":"","cancel_reason":"","revision":2,"current":true}}]}');
INSERT INTO "journal" VALUES('meeting/01M82KYGYKQXSQ7ZX3M0EX59GJ',3,1795384361961,'01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGZ9VR162M9MH2QAVV25','room_opened','{"t":"event","stream":"meeting/01M82KYGYKQXSQ7ZX3M0EX59GJ","seq":3,"at":1795384361961,"name":"room_opened","actor":"01M82KYGVGM6ACWHG6NV6QJ88F","command":"01M82KYGZ9VR162M9MH2QAVV25","puts":[{"kind":"room","id":"01M82KYGYKQXSQ7ZX3M0EX59GJ","record":{"id":"01M82KYGYKQXSQ7ZX3M0EX59GJ","state":"open","opened_at":1795384361961,"item_minutes":0,"host":"01M82KYGVGM6ACWHG6NV6QJ88F"}}]}');
INSERT INTO "journal" VALUES('meeting/01M82KYGYKQXSQ7ZX3M0EX59GJ',4,1795384361962,'01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGZAWHF9EE386PMYJ3KA','item_moved','{"t":"event","stream":"meeting/01M82KYGYKQXSQ7ZX3M0EX59GJ","seq":4,"at":1795384361962,"name":"item_moved","actor":"01M82KYGVGM6ACWHG6NV6QJ88F","command":"01M82KYGZAWHF9EE386PMYJ3KA","puts":[{"kind":"item_run","id":"01M82KYGYM107FQ6KCZCVXTDKD","record":{"id":"01M82KYGYM107FQ6KCZCVXTDKD","meeting":"01M82KYGYKQXSQ7ZX3M0EX59GJ","started_at":1795384361962,"seconds":0,"added_minutes":0}},{"kind":"room","id":"01M82KYGYKQXSQ7ZX3M0EX59GJ","record":{"id":"01M82KYGYKQXSQ7ZX3M0EX59GJ","state":"open","opened_at":1795384361961,"current_item":"01M82KYGYM107FQ6KCZCVXTDKD","item_started_at":1795384361962,"item_minutes":10,"host":"01M82KYGVGM6ACWHG6NV6QJ88F"}}]}');
CREATE TABLE known_devices (
    person TEXT NOT NULL REFERENCES people (id),
    device_hash TEXT NOT NULL,
    used_at INTEGER NOT NULL,
    PRIMARY KEY (person, device_hash)
) STRICT, WITHOUT ROWID;
INSERT INTO "known_devices" VALUES('01M82KYGVGM6ACWHG6NV6QJ88F','a98febb90bad5b1b65b349f7125a9ff6bcff7598a240e151a5791bf53d21ca3b',1795384361908);
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
, calendar TEXT NOT NULL DEFAULT '') STRICT;
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
INSERT INTO "meetings" VALUES('01M82KYGYKQXSQ7ZX3M0EX59GJ','01D03BBF00CYN4NBQJRRAKDPYY','01M82KYGYH730ZE2J2TQMG0T6J',1,'session','live','An earlier session','','2026-11-23T14:00','America/New_York',1795460400000,90,'','','','','','','',NULL,'',2,1,'','',1795384361949,0);
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
INSERT INTO "membership_years" VALUES('01D03BBF00CYN4NBQJRRAKDPYY','2026-2027','2026-07-01','2027-06-30',30,'active',0);
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
INSERT INTO "memberships" VALUES('01D03BBF00AKBK75VV0831AM99','2026-2027','active','core',6,1795384361925,'01M82KYGVGM6ACWHG6NV6QJ88F');
INSERT INTO "memberships" VALUES('01D03BBF00BXDFYH8YTZ28133Q','2026-2027','active','core',6,1795384361929,'01M82KYGVGM6ACWHG6NV6QJ88F');
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
INSERT INTO "objectives" VALUES('01M82KYGYH730ZE2J2TQMG0T6K','01M82KYGYH730ZE2J2TQMG0T6J',1,'Turnover','Turnover in every state');
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
INSERT INTO "organisations" VALUES('01D03BBF00KFTC8ATXCXV3RMPZ','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Alabama State Department of Education','AL','Alabama','America/Chicago',6,6);
INSERT INTO "organisations" VALUES('01D03BBF00X8QYJB59P2KDB5CE','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Alaska Department of Education & Early Development','AK','Alaska','America/Anchorage',0,0);
INSERT INTO "organisations" VALUES('01D03BBF00E56RFAZ2CJMRP8W5','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Arizona Department of Education','AZ','Arizona','America/Phoenix',1,5);
INSERT INTO "organisations" VALUES('01D03BBF00C37DQGBSSHMY0VGJ','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Arkansas Department of Education, Division of Elementary and Secondary Education','AR','Arkansas','America/Chicago',4,5);
INSERT INTO "organisations" VALUES('01D03BBF00FKG3DD678MWSJVFD','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','California Department of Education','CA','California','America/Los_Angeles',0,4);
INSERT INTO "organisations" VALUES('01D03BBF005DW1F7W68JYSHBX4','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Colorado Department of Education','CO','Colorado','America/Denver',2,4);
INSERT INTO "organisations" VALUES('01D03BBF002T0549Y669C9DKN4','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Connecticut State Department of Education','CT','Connecticut','America/New_York',9,3);
INSERT INTO "organisations" VALUES('01D03BBF00P5W754V91RYJ18YY','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Delaware Department of Education','DE','Delaware','America/New_York',9,4);
INSERT INTO "organisations" VALUES('01D03BBF00G4N14FBSTRKND3NZ','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Office of the State Superintendent of Education','DC','District of Columbia','America/New_York',8,5);
INSERT INTO "organisations" VALUES('01D03BBF00J3TW89RCE4B5NDZT','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Florida Department of Education','FL','Florida','America/New_York',8,7);
INSERT INTO "organisations" VALUES('01D03BBF00JFWQVSW5XF0VM4AV','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Georgia Department of Education','GA','Georgia','America/New_York',7,6);
INSERT INTO "organisations" VALUES('01D03BBF00BDD7674YQ0V5WETH','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Hawaii State Department of Education','HI','Hawaii','Pacific/Honolulu',0,7);
INSERT INTO "organisations" VALUES('01D03BBF00X2AZWN7K6W5D2RZ9','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Idaho Department of Education','ID','Idaho','America/Boise',1,2);
INSERT INTO "organisations" VALUES('01D03BBF00N9X4JF2Q8RR5H43Z','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Illinois State Board of Education','IL','Illinois','America/Chicago',5,2);
INSERT INTO "organisations" VALUES('01D03BBF00SHE9969G4RAY16FG','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Indiana Department of Education','IN','Indiana','America/Indiana/Indianapolis',5,3);
INSERT INTO "organisations" VALUES('01D03BBF00PCAKNWTNZ9J5B719','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Iowa Department of Education','IA','Iowa','America/Chicago',4,3);
INSERT INTO "organisations" VALUES('01D03BBF00YS3WQAVYHAM296D7','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Kansas State Department of Education','KS','Kansas','America/Chicago',3,5);
INSERT INTO "organisations" VALUES('01D03BBF00BXDFYH8YTZ28133Q','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Kentucky Department of Education','KY','Kentucky','America/New_York',5,4);
INSERT INTO "organisations" VALUES('01D03BBF00S3WTJT27ESNDTZVW','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Louisiana Department of Education','LA','Louisiana','America/Chicago',4,6);
INSERT INTO "organisations" VALUES('01D03BBF001HFYNKQ8M7DMCBDD','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Maine Department of Education','ME','Maine','America/New_York',10,0);
INSERT INTO "organisations" VALUES('01D03BBF0019KB4VKKWFDQH8JB','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Maryland State Department of Education','MD','Maryland','America/New_York',8,4);
INSERT INTO "organisations" VALUES('01D03BBF00H1SHE4KYHFYPK3HR','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Massachusetts Department of Elementary and Secondary Education','MA','Massachusetts','America/New_York',9,2);
INSERT INTO "organisations" VALUES('01D03BBF00X0KFCXHK0V3BH682','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Michigan Department of Education','MI','Michigan','America/Detroit',6,2);
INSERT INTO "organisations" VALUES('01D03BBF005WCMAJSBPVN6XRWX','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Minnesota Department of Education','MN','Minnesota','America/Chicago',4,2);
INSERT INTO "organisations" VALUES('01D03BBF00KMQ5D45P225T5DTZ','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Mississippi Department of Education','MS','Mississippi','America/Chicago',5,6);
INSERT INTO "organisations" VALUES('01D03BBF0048RG5PNX23KS7Y73','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Missouri Department of Elementary and Secondary Education','MO','Missouri','America/Chicago',4,4);
INSERT INTO "organisations" VALUES('01D03BBF006NVTXMCQDJT4DPEB','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Montana Office of Public Instruction','MT','Montana','America/Denver',2,2);
INSERT INTO "organisations" VALUES('01D03BBF0083GPKDXAXF6AGWZY','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Nebraska Department of Education','NE','Nebraska','America/Chicago',3,4);
INSERT INTO "organisations" VALUES('01D03BBF006SXSHDYRRPZJXFNV','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Nevada Department of Education','NV','Nevada','America/Los_Angeles',1,3);
INSERT INTO "organisations" VALUES('01D03BBF00PW8HK4DRYM2HVKCH','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','New Hampshire Department of Education','NH','New Hampshire','America/New_York',10,1);
INSERT INTO "organisations" VALUES('01D03BBF00NAMTM2X4VBHPBVPN','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','New Jersey Department of Education','NJ','New Jersey','America/New_York',8,3);
INSERT INTO "organisations" VALUES('01D03BBF00EWYS358MHX49K7J4','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','New Mexico Public Education Department','NM','New Mexico','America/Denver',2,5);
INSERT INTO "organisations" VALUES('01D03BBF00VCKPDCV0NBWNA2TV','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','New York State Education Department','NY','New York','America/New_York',8,2);
INSERT INTO "organisations" VALUES('01D03BBF00EKTQVGXH142WEB4G','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','North Carolina Department of Public Instruction','NC','North Carolina','America/New_York',6,5);
INSERT INTO "organisations" VALUES('01D03BBF00AY091ECPGH5JRW9J','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','North Dakota Department of Public Instruction','ND','North Dakota','America/Chicago',3,2);
INSERT INTO "organisations" VALUES('01D03BBF00AKBK75VV0831AM99','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Ohio Department of Education and Workforce','OH','Ohio','America/New_York',6,3);
INSERT INTO "organisations" VALUES('01D03BBF00EVKYWSB9RKW3D9VY','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Oklahoma State Department of Education','OK','Oklahoma','America/Chicago',3,6);
INSERT INTO "organisations" VALUES('01D03BBF00GFZYBWHKMAKKSJCM','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Oregon Department of Education','OR','Oregon','America/Los_Angeles',0,3);
INSERT INTO "organisations" VALUES('01D03BBF00M0Q65QYWTGCTP2SM','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Pennsylvania Department of Education','PA','Pennsylvania','America/New_York',7,3);
INSERT INTO "organisations" VALUES('01D03BBF00BGBXH6D13KXGKZ7K','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Rhode Island Department of Elementary and Secondary Education','RI','Rhode Island','America/New_York',10,3);
INSERT INTO "organisations" VALUES('01D03BBF00DGSWHG8492KAECX8','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','South Carolina Department of Education','SC','South Carolina','America/New_York',7,5);
INSERT INTO "organisations" VALUES('01D03BBF00B8EQSWA22735MAXS','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','South Dakota Department of Education','SD','South Dakota','America/Chicago',3,3);
INSERT INTO "organisations" VALUES('01D03BBF00B0AZ3NVSDYB1MVVY','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Tennessee Department of Education','TN','Tennessee','America/Chicago',5,5);
INSERT INTO "organisations" VALUES('01D03BBF00V2APS4ZNH66ARND7','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Texas Education Agency','TX','Texas','America/Chicago',3,7);
INSERT INTO "organisations" VALUES('01D03BBF00G3Q2FF0XVDRK05G1','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Utah State Board of Education','UT','Utah','America/Denver',1,4);
INSERT INTO "organisations" VALUES('01D03BBF007TFNZC3SVYNXA94J','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Vermont Agency of Education','VT','Vermont','America/New_York',9,1);
INSERT INTO "organisations" VALUES('01D03BBF00VXSD2A4GM0HHF3KC','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Virginia Department of Education','VA','Virginia','America/New_York',7,4);
INSERT INTO "organisations" VALUES('01D03BBF00WCDK8HKR7GSMK9Z3','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Office of Superintendent of Public Instruction','WA','Washington','America/Los_Angeles',0,2);
INSERT INTO "organisations" VALUES('01D03BBF00FDBPBCD9KZ362KY7','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','West Virginia Department of Education','WV','West Virginia','America/New_York',6,4);
INSERT INTO "organisations" VALUES('01D03BBF00JYM2W0DTMCG46Q7D','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Wisconsin Department of Public Instruction','WI','Wisconsin','America/Chicago',5,1);
INSERT INTO "organisations" VALUES('01D03BBF00FK6ES81N3DZ481ZY','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Wyoming Department of Education','WY','Wyoming','America/Denver',2,3);
INSERT INTO "organisations" VALUES('01D03BBF00PAE8ZAXTF4QXNH09','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','American Samoa Department of Education','AS','American Samoa','Pacific/Pago_Pago',2,8);
INSERT INTO "organisations" VALUES('01D03BBF007H7RGFM5FEEBE1WW','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Guam Department of Education','GU','Guam','Pacific/Guam',0,8);
INSERT INTO "organisations" VALUES('01D03BBF00NQMQ8NTQV6YJYZ66','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Commonwealth of the Northern Mariana Islands Public School System','MP','Northern Mariana Islands','Pacific/Saipan',1,8);
INSERT INTO "organisations" VALUES('01D03BBF006H5DE11YAR31BC2A','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Puerto Rico Department of Education','PR','Puerto Rico','America/Puerto_Rico',9,7);
INSERT INTO "organisations" VALUES('01D03BBF00SP35GGSCQS6S0DKY','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Virgin Islands Department of Education','VI','U.S. Virgin Islands','America/St_Thomas',10,7);
INSERT INTO "organisations" VALUES('01D03BBF00N29CK0E26SXKH2HE','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Department of Defense Education Activity','DODEA','Department of Defense Education Activity','America/New_York',9,8);
INSERT INTO "organisations" VALUES('01D03BBF006Y1Q11TE179NDN6R','01D03BBF00CYN4NBQJRRAKDPYY','state_agency','Bureau of Indian Education','BIE','Bureau of Indian Education','America/New_York',10,8);
INSERT INTO "organisations" VALUES('01D03BBF00ERHMPXZQ6TKV5A4V','01D03BBF00CYN4NBQJRRAKDPYY','convener','Council of Chief State School Officers','','CCSSO','America/New_York',-1,-1);
CREATE TABLE participations (
    id TEXT NOT NULL PRIMARY KEY,
    series TEXT NOT NULL REFERENCES series (id),
    organisation TEXT NOT NULL REFERENCES organisations (id),
    UNIQUE (series, organisation)
) STRICT;
INSERT INTO "participations" VALUES('01M82KYGYH730ZE2J2TQMG0T6M','01M82KYGYH730ZE2J2TQMG0T6J','01D03BBF00AKBK75VV0831AM99');
INSERT INTO "participations" VALUES('01M82KYGYH730ZE2J2TQMG0T6N','01M82KYGYH730ZE2J2TQMG0T6J','01D03BBF00BXDFYH8YTZ28133Q');
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
) STRICT;
INSERT INTO "people" VALUES('01M82KYGVGM6ACWHG6NV6QJ88F','Ada Earlier','ada@earlier.example','ada@earlier.example','America/New_York',1,'system','comfortable',1,0,0,0);
CREATE TABLE post_versions (
    post TEXT NOT NULL REFERENCES posts (id),
    revision INTEGER NOT NULL,
    at INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (post, revision)
) STRICT, WITHOUT ROWID;
INSERT INTO "post_versions" VALUES('01M82KYGZ44CJEV72WBYXKQS85',1,1795384361956,'It went *well*.');
INSERT INTO "post_versions" VALUES('01M82KYGZ7709SQG64SAX2M40B',1,1795384361959,'It went *well*.');
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
INSERT INTO "posts" VALUES('01M82KYGYYH3KVZ8KEC65R5GQ8','01M82KYGYYH3KVZ8KEC65R5GQ7',1,'01M82KYGVGM6ACWHG6NV6QJ88F',1795384361950,NULL,'How did it go?','<p>How did it go?</p>
',1,NULL,1,0,NULL);
INSERT INTO "posts" VALUES('01M82KYGZ44CJEV72WBYXKQS85','01M82KYGYYH3KVZ8KEC65R5GQ7',2,'01M82KYGVGM6ACWHG6NV6QJ88F',1795384361956,NULL,'It went **very** well.','<p>It went <strong>very</strong> well.</p>
',1,1795384361957,2,0,NULL);
INSERT INTO "posts" VALUES('01M82KYGZ7EQBD8ZZ8N0FYJHRN','01M82KYGZ7EQBD8ZZ8N0FYJHRM',1,'01M82KYGVGM6ACWHG6NV6QJ88F',1795384361959,NULL,'How did it go?','<p>How did it go?</p>
',1,NULL,1,0,NULL);
INSERT INTO "posts" VALUES('01M82KYGZ7709SQG64SAX2M40B','01M82KYGZ7EQBD8ZZ8N0FYJHRM',2,'01M82KYGVGM6ACWHG6NV6QJ88F',1795384361959,NULL,'It went **very** well.','<p>It went <strong>very</strong> well.</p>
',1,1795384361960,2,0,NULL);
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
INSERT INTO "principles" VALUES('01D03BBF00507WRB0K9TQ065T5','01D03BBF00CYN4NBQJRRAKDPYY',1,'Elevate school improvement as an urgent priority','If everything is a priority, nothing is.','Improvement of the lowest-performing schools comes first at the school, the district and the state agency alike. Everyone can say who decides, who acts and who answers for results at each level.','Write down the state''s vision and theory of action for improvement, grounded in what earlier efforts taught, and say what has to be true at school, district and state level for it to work.
Give the work a seat: put the improvement lead on the senior team, protect staff time and money for it, and keep equity at the center of the agency''s plan.
Use the chief''s public voice and the agency''s reporting to keep attention on identified schools.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
INSERT INTO "principles" VALUES('01D03BBF00E5JHEKGGSAMN0YA0','01D03BBF00CYN4NBQJRRAKDPYY',2,'Make decisions on what best serves each and every student','Put students at the center so that every student succeeds.','Choices are tested against what will serve every student, on the expectation that all of them can reach the goals. Rules and habits that hold low performance in place are questioned and changed.','Review state and local policy for barriers to improvement, and create conditions or authorities that let schools move faster when they stall.
Be willing to try different funding or governance arrangements where the present ones do not serve students.
Connect every office in the agency, including those for students with disabilities and English learners, to the improvement work.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
INSERT INTO "principles" VALUES('01D03BBF00T8XJ4FQC6JHC9MCR','01D03BBF00CYN4NBQJRRAKDPYY',3,'Engage early, regularly and authentically','If you want to go far, go together.','Improvement is done with schools, families and communities rather than to them. Trust, shared planning and two-way feedback come early and continue, and community assets and services outside school are brought in.','Make families, staff, civil-rights groups and community members partners in needs assessment, planning, monitoring and adjustment.
Provide or arrange training so families and community members can take part on equal terms.
Vet and work with outside partners whose record and approach fit the system''s priorities.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
INSERT INTO "principles" VALUES('01D03BBF0056MWSRJPVQP79MXX','01D03BBF00CYN4NBQJRRAKDPYY',4,'Select at each level the strategy that best fits','One size does not fit all.','Districts and schools design plans that fit their situation, and the state chooses the kind and degree of action that fits each case, up to its strongest authority for schools that do not improve.','Give needs assessments real weight: let them drive plan approval, funding, assistance and stronger action.
Vary support and monitoring by the needs, assets and capacity of each school and district.
Choose from a full range of state actions, from locally led work through networks and zones to closure or takeover, weighing capacity and local conditions.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
INSERT INTO "principles" VALUES('01D03BBF00BK1ZGC3QFY9ABBF0','01D03BBF00CYN4NBQJRRAKDPYY',5,'Support LEAs and schools in designing high-quality plans','Failing to plan is planning to fail.','Plans grow out of each school''s assets, needs and root causes, and draw on research about effective schools, implementation, what works for whom, and how learning and adversity interact.','See that plans address both conditions for learning and the quality of instruction.
Bring the district''s own role and capacity into planning and oversight.
Help schools find interventions that fit, and help them study promising approaches where evidence is thin.
Use timelines, templates and planning periods that keep plans complete, usable and open to revision.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
INSERT INTO "principles" VALUES('01D03BBF006FF2QSZEQW2JAKJA','01D03BBF00CYN4NBQJRRAKDPYY',6,'Focus on leaders and teachers in the highest-need schools','Talent matters.','The schools with the greatest need get, or grow, leaders and teachers with the particular skills that rapid improvement asks for.','Invest in school leadership, including through the optional Title II leadership set-aside, so identified schools can attract, develop and keep able leaders.
Look across preparation, hiring, development and retention for identified schools, and back ongoing learning embedded in the job.
Read local Title II plans alongside improvement applications, and point funds and incentives at the schools that need them most.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
INSERT INTO "principles" VALUES('01D03BBF00VDQMBHNN9S9RW1QR','01D03BBF00CYN4NBQJRRAKDPYY',7,'Dedicate sufficient resources and align them','Put your money where your mouth is.','Time, people and money are enough for the job, pointed at the system''s goals, used efficiently because roles are clear, and partners are held to results.','Line up federal, state and local funding streams behind improvement plans.
Cut duplicate requirements and mixed messages that reach schools.
Staff the state agency for the work, including time for evaluation and continuous improvement.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
INSERT INTO "principles" VALUES('01D03BBF003C6PNQ7A4WMD3JZY','01D03BBF00CYN4NBQJRRAKDPYY',8,'Set benchmarks and report progress','What gets measured gets done.','Ambitious but reachable short- and long-term benchmarks cover equity and excellence, and progress against them is reported openly.','Set benchmarks for thoughtful implementation, for leading indicators and for exit, and help districts do the same for schools identified for student-group performance.
Share progress with families and communities throughout, not only at the end.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
INSERT INTO "principles" VALUES('01D03BBF000QG0NB9X0W99BDGR','01D03BBF00CYN4NBQJRRAKDPYY',9,'Implement rigorously and continuously improve','Ideas are only as good as they are implemented.','Plans are carried out with care, information is gathered while the work is under way, and evidence about what works, for whom and where is used to change course.','Keep attention on implementation with districts, schools and partners.
Run regular data routines with milestones and feedback loops, and step in when progress stalls.
Carry lessons from successes and failures into the next choice of strategy.
Examine and improve the state agency''s own practice.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
INSERT INTO "principles" VALUES('01D03BBF00Q3N3GV1SDK6CE69Q','01D03BBF00CYN4NBQJRRAKDPYY',10,'Plan from the beginning to sustain success','Don''t be a flash in the pan.','From day one there is a plan for the money, the political support and the local capacity to keep improving after extra help ends.','Build continuous-improvement capacity in districts, not only in schools, along with commitment among educators, families and the community.
Spread improvement funds to avoid a cliff, and help districts find lasting sources once schools exit.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
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
INSERT INTO "protocol_steps" VALUES('01D03BBF0003H04XQ7KZ0Y80HD',1,'Set up',5,'facilitator','plenary','Name three or four to begin; keep one seat free; say how to step in.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF0003H04XQ7KZ0Y80HD',2,'Inner talk',20,'inner circle','fishbowl','Talk with each other. Anyone may take the free seat; someone then leaves.','points');
INSERT INTO "protocol_steps" VALUES('01D03BBF0003H04XQ7KZ0Y80HD',3,'Outer observations',10,'outer circle','plenary','What did you hear? What was missing?','observations');
INSERT INTO "protocol_steps" VALUES('01D03BBF0003H04XQ7KZ0Y80HD',4,'Inner reply',8,'inner circle','fishbowl','Respond.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF0003H04XQ7KZ0Y80HD',5,'Close',7,'all','plenary','One thing to take home.','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF0010RK3WQ8DVVEG8FT',1,'Match call',15,'facilitator','small','Agree the question and who should come.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF0010RK3WQ8DVVEG8FT',2,'Context swap',10,'both','small','Five minutes each on size, law and roles that matter here.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF0010RK3WQ8DVVEG8FT',3,'Host shares',15,'host state','small','Show the thing itself: form, data routine, letter.','resources');
INSERT INTO "protocol_steps" VALUES('01D03BBF0010RK3WQ8DVVEG8FT',4,'Work on it',15,'both','small','Apply it to the visiting state''s case.','ideas');
INSERT INTO "protocol_steps" VALUES('01D03BBF0010RK3WQ8DVVEG8FT',5,'Next steps',5,'both','small','Who does what; may we tell the series?','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF0020E6S2YQT39CJQBN',1,'Draft',6,'all','individual','Write one step: what, who, by when, how we will know.','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF0020E6S2YQT39CJQBN',2,'Swap',10,'pairs','breakout','Read your partner''s step: is it specific, owned, dated and checkable? What could stop it?','');
INSERT INTO "protocol_steps" VALUES('01D03BBF0020E6S2YQT39CJQBN',3,'Revise',5,'all','individual','Improve it; cut it to what fits in 30 days.','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF0020E6S2YQT39CJQBN',4,'Link',5,'all','plenary','Look for another state with the same problem and link the steps.','cross-state links');
INSERT INTO "protocol_steps" VALUES('01D03BBF0020E6S2YQT39CJQBN',5,'Say it',4,'all','plenary','Read out one line.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF003WFAAP233Z172YBN',1,'Welcome and etiquette',10,'facilitator','plenary','Explain rounds, table hosts and the first question.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF003WFAAP233Z172YBN',2,'Round 1',20,'all','breakout','Talk at tables of four or five; write on the page.','table notes');
INSERT INTO "protocol_steps" VALUES('01D03BBF003WFAAP233Z172YBN',3,'Round 2',20,'all','breakout','Move; the host stays and sums up, travellers add.','table notes');
INSERT INTO "protocol_steps" VALUES('01D03BBF003WFAAP233Z172YBN',4,'Round 3',20,'all','breakout','Move again, or return home, with a closing question.','table notes');
INSERT INTO "protocol_steps" VALUES('01D03BBF003WFAAP233Z172YBN',5,'Harvest',20,'all','plenary','Share patterns and what follows.','themes');
INSERT INTO "protocol_steps" VALUES('01D03BBF004NNEX8X2E75CA04R',1,'Name the unwanted result',5,'facilitator','plenary','Offer a vivid worst outcome and agree it.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF004NNEX8X2E75CA04R',2,'How to make sure of it',12,'all','breakout','List all you could do to bring it about (1-2-4-All).','list 1');
INSERT INTO "protocol_steps" VALUES('01D03BBF004NNEX8X2E75CA04R',3,'What looks like what we do?',12,'all','breakout','Go down the list, honestly.','list 2');
INSERT INTO "protocol_steps" VALUES('01D03BBF004NNEX8X2E75CA04R',4,'First stops',11,'all','breakout','For each, what is the first step to stop?','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF005CGHXBY3ZXZ23KTY',1,'Welcome, purpose, norms',5,'facilitator','plenary','Objectives of the session and how to take part.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF005CGHXBY3ZXZ23KTY',2,'National context',10,'facilitator','plenary','What the requirement says and what states commonly find hard.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF005CGHXBY3ZXZ23KTY',3,'Spotlight',15,'presenting state','plenary','What we did, for whom, what it took, what went wrong.','practice draft');
INSERT INTO "protocol_steps" VALUES('01D03BBF005CGHXBY3ZXZ23KTY',4,'Questions',10,'all','plenary','Facts first, then conditions: what would have to be true for us?','');
INSERT INTO "protocol_steps" VALUES('01D03BBF005CGHXBY3ZXZ23KTY',5,'Breakouts by need',30,'all','breakout','Three or four rooms chosen from the pre-work poll; each with a host and a note taker.','room notes');
INSERT INTO "protocol_steps" VALUES('01D03BBF005CGHXBY3ZXZ23KTY',6,'Report',8,'hosts','plenary','Two points each.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF005CGHXBY3ZXZ23KTY',7,'Action steps',10,'all','individual','Each state writes at least one step with an owner and a date.','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF005CGHXBY3ZXZ23KTY',8,'Feedback and close',2,'facilitator','plenary','Survey, next session, thread to carry on.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF008ZFQ0PZ4BVV6HE8P',1,'Introduce',3,'facilitator','plenary','State the goal, the norms and the times.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF008ZFQ0PZ4BVV6HE8P',2,'Present the draft',12,'presenter','plenary','Give goals, audience, the draft and one focus question.','focus question');
INSERT INTO "protocol_steps" VALUES('01D03BBF008ZFQ0PZ4BVV6HE8P',3,'Clarifying questions',5,'participants','plenary','Facts only.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF008ZFQ0PZ4BVV6HE8P',4,'Read in silence',8,'participants','individual','Note where the draft serves its goals and where it drifts.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF008ZFQ0PZ4BVV6HE8P',5,'Choose feedback',2,'participants','individual','Mark one warm and one cool point to share.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF008ZFQ0PZ4BVV6HE8P',6,'Warm and cool feedback',15,'participants','fishbowl','Talk to each other: strengths first, then gaps and questions; the presenter listens.','warm and cool points');
INSERT INTO "protocol_steps" VALUES('01D03BBF008ZFQ0PZ4BVV6HE8P',7,'Presenter responds',8,'presenter','plenary','Take up what you choose.','revisions to make');
INSERT INTO "protocol_steps" VALUES('01D03BBF008ZFQ0PZ4BVV6HE8P',8,'Debrief',7,'all','plenary','How did it go for the presenter? For the group?','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00AD3V3J86T6EKVDX9',1,'Home groups',3,'facilitator','breakout','Give each member of a home group a different text.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00AD3V3J86T6EKVDX9',2,'Read',10,'all','individual','Read your text with two questions.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00AD3V3J86T6EKVDX9',3,'Expert groups',12,'all','breakout','Meet those with the same text; agree the three points to carry.','three points');
INSERT INTO "protocol_steps" VALUES('01D03BBF00AD3V3J86T6EKVDX9',4,'Back home',20,'all','breakout','Each teaches in four minutes; others ask.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00AD3V3J86T6EKVDX9',5,'Across texts',10,'all','plenary','What agrees, what conflicts, what fits us?','implications');
INSERT INTO "protocol_steps" VALUES('01D03BBF00AYJQGJP85HWXJ2EA',1,'What?',10,'all','breakout','Alone for one minute, then in small groups: what did we see or hear? Facts only.','observations');
INSERT INTO "protocol_steps" VALUES('01D03BBF00AYJQGJP85HWXJ2EA',2,'So what?',12,'all','breakout','Why does it matter? What pattern is there?','meaning');
INSERT INTO "protocol_steps" VALUES('01D03BBF00AYJQGJP85HWXJ2EA',3,'Now what?',12,'all','breakout','What follows for each state, and for us together?','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF00AYJQGJP85HWXJ2EA',4,'Share',6,'all','plenary','One next step per group.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00G5B03TGEBBFXN1AH',1,'Think of your question',1,'all','individual','What is your challenge, and what help do you need?','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00G5B03TGEBBFXN1AH',2,'Form threes',1,'facilitator','breakout','Mix states; no two from one agency.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00G5B03TGEBBFXN1AH',3,'Round 1: share, clarify',3,'client 1','breakout','Two minutes to share, one for questions.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00G5B03TGEBBFXN1AH',4,'Round 1: consult, respond',6,'consultants','breakout','Client turns away and listens for five minutes, then says in one what helped.','most useful idea');
INSERT INTO "protocol_steps" VALUES('01D03BBF00G5B03TGEBBFXN1AH',5,'Round 2: share, clarify',3,'client 2','breakout','As round 1.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00G5B03TGEBBFXN1AH',6,'Round 2: consult, respond',6,'consultants','breakout','As round 1.','most useful idea');
INSERT INTO "protocol_steps" VALUES('01D03BBF00G5B03TGEBBFXN1AH',7,'Round 3: share, clarify',3,'client 3','breakout','As round 1.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00G5B03TGEBBFXN1AH',8,'Round 3: consult, respond',6,'consultants','breakout','As round 1.','most useful idea');
INSERT INTO "protocol_steps" VALUES('01D03BBF00G5B03TGEBBFXN1AH',9,'Gather',6,'all','plenary','Post one idea you will use.','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF00KP3Q0ZDXA66C7ZA1',1,'Alone: your 15 percent',5,'all','individual','What is in your hands to do now?','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00KP3Q0ZDXA66C7ZA1',2,'Share in small groups',12,'all','breakout','Each reads out ideas, one at a time.','ideas');
INSERT INTO "protocol_steps" VALUES('01D03BBF00KP3Q0ZDXA66C7ZA1',3,'Consult',8,'all','breakout','Ask and advise, one person at a time.','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF00PVC9NC22P9N4MWC6',1,'Open and assign',2,'facilitator','plenary','Name the presenter, timekeeper and note taker; remind all that the aim is the presenter''s thinking.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00PVC9NC22P9N4MWC6',2,'Present the dilemma',8,'presenter','plenary','Say what is happening, what has been tried, and end with one focus question.','focus question');
INSERT INTO "protocol_steps" VALUES('01D03BBF00PVC9NC22P9N4MWC6',3,'Clarifying questions',5,'consultants','plenary','Ask only for short facts.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00PVC9NC22P9N4MWC6',4,'Probing questions',10,'consultants','plenary','Ask questions that widen the presenter''s view; the presenter may answer, the group does not debate. The presenter then restates the question.','restated question');
INSERT INTO "protocol_steps" VALUES('01D03BBF00PVC9NC22P9N4MWC6',5,'Group discussion',15,'consultants','fishbowl','Talk with each other about the dilemma while the presenter listens and takes notes.','ideas');
INSERT INTO "protocol_steps" VALUES('01D03BBF00PVC9NC22P9N4MWC6',6,'Presenter reflects',5,'presenter','plenary','Say what you heard, what is now clearer and what you may try.','next step');
INSERT INTO "protocol_steps" VALUES('01D03BBF00PVC9NC22P9N4MWC6',7,'Debrief',5,'all','plenary','How did the process go? What will each take home?','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF00Y4MPK563B788R1M7',1,'Read updates',5,'all','individual','Read what was posted before the call.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00Y4MPK563B788R1M7',2,'Round',15,'each state','plenary','One minute: done, learned, stuck.','updates');
INSERT INTO "protocol_steps" VALUES('01D03BBF00Y4MPK563B788R1M7',3,'Help two',20,'all','breakout','Pick two stuck steps; ten minutes each of questions and ideas.','ideas');
INSERT INTO "protocol_steps" VALUES('01D03BBF00Y4MPK563B788R1M7',4,'Re-plan',5,'all','individual','Change the date, the step, or set it aside with a reason.','updates');
INSERT INTO "protocol_steps" VALUES('01D03BBF00ZSSFTG82Z1MBTE6F',1,'Alone',1,'all','individual','Write your answer.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00ZSSFTG82Z1MBTE6F',2,'In pairs',2,'all','breakout','Share and build.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00ZSSFTG82Z1MBTE6F',3,'In fours',4,'all','breakout','Compare; notice what is the same and what is not.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00ZSSFTG82Z1MBTE6F',4,'All',5,'all','plenary','Each four offers one idea that stood out, no repeats.','ideas');
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
INSERT INTO "protocols" VALUES('01D03BBF00PVC9NC22P9N4MWC6','01D03BBF00CYN4NBQJRRAKDPYY','consultancy','Consultancy','Help one state think more widely about a specific, current dilemma.','One state has a hard question with no ready answer.',50,'Consultancy Protocol, developed by Gene Thompson-Grove, Paula Evans and Faith Dunne (Coalition of Essential Schools), revised by the National School Reform Faculty');
INSERT INTO "protocols" VALUES('01D03BBF008ZFQ0PZ4BVV6HE8P','01D03BBF00CYN4NBQJRRAKDPYY','tuning','Tuning Protocol','Sharpen a draft against its own goals.','A state has a draft form, policy, rubric or plan to improve.',60,'Tuning Protocol, developed by Joseph McDonald and David Allen (Coalition of Essential Schools)');
INSERT INTO "protocols" VALUES('01D03BBF00G5B03TGEBBFXN1AH','01D03BBF00CYN4NBQJRRAKDPYY','troika','Troika Consulting','Give and get quick help in threes.','Everyone has a live question and time is short.',35,'Troika Consulting, from Liberating Structures (Henri Lipmanowicz and Keith McCandless)');
INSERT INTO "protocols" VALUES('01D03BBF00ZSSFTG82Z1MBTE6F','01D03BBF00CYN4NBQJRRAKDPYY','one_two_four_all','1-2-4-All','Bring out everyone''s ideas on one question.','Opening a topic; choosing breakout themes; large groups.',12,'1-2-4-All, from Liberating Structures (Henri Lipmanowicz and Keith McCandless)');
INSERT INTO "protocols" VALUES('01D03BBF00AYJQGJP85HWXJ2EA','01D03BBF00CYN4NBQJRRAKDPYY','what_so_what','What, So What, Now What','Make sense of shared experience and move to action.','Closing a session; reading poll or survey results together.',40,'What, So What, Now What? (W3), from Liberating Structures; draws on Rolfe, Borton and others');
INSERT INTO "protocols" VALUES('01D03BBF004NNEX8X2E75CA04R','01D03BBF00CYN4NBQJRRAKDPYY','triz','TRIZ (stop doing)','Find what we do that makes the bad result likely, and stop it.','A system seems stuck; requirements pile up.',40,'TRIZ, from Liberating Structures (adapted by its authors from the engineering method)');
INSERT INTO "protocols" VALUES('01D03BBF00KP3Q0ZDXA66C7ZA1','01D03BBF00CYN4NBQJRRAKDPYY','fifteen_percent','15% Solutions','Find what each person can do now without permission or money.','People feel held up by rules or resources.',25,'15% Solutions, from Liberating Structures (after Gareth Morgan)');
INSERT INTO "protocols" VALUES('01D03BBF0003H04XQ7KZ0Y80HD','01D03BBF00CYN4NBQJRRAKDPYY','fishbowl','Fishbowl','Let many listen closely to a few, then join.','Two or three states differ on a hard choice.',50,'Fishbowl, a widely used dialogue format');
INSERT INTO "protocols" VALUES('01D03BBF003WFAAP233Z172YBN','01D03BBF00CYN4NBQJRRAKDPYY','world_cafe','World Café','Cross-pollinate ideas over several rounds.','A convening; several linked questions.',90,'World Café, by Juanita Brown and David Isaacs and the World Café community');
INSERT INTO "protocols" VALUES('01D03BBF00AD3V3J86T6EKVDX9','01D03BBF00CYN4NBQJRRAKDPYY','jigsaw','Jigsaw','Share a lot of reading quickly.','Several state examples or guidance documents to cover.',55,'Jigsaw, after Elliot Aronson and Spencer Kagan');
INSERT INTO "protocols" VALUES('01D03BBF005CGHXBY3ZXZ23KTY','01D03BBF00CYN4NBQJRRAKDPYY','state_spotlight','State spotlight','Hear one state''s practice and put it to use.','Standard P2P session with a presenting state.',90,'Our composite, from the public description of State Support Network exchanges');
INSERT INTO "protocols" VALUES('01D03BBF0020E6S2YQT39CJQBN','01D03BBF00CYN4NBQJRRAKDPYY','action_clinic','Action-step clinic','Turn intentions into steps that will happen.','Last part of a session or a 30-day check-in.',30,'Own design, using SMART, 30/60/90-day and PDSA conventions');
INSERT INTO "protocols" VALUES('01D03BBF00Y4MPK563B788R1M7','01D03BBF00CYN4NBQJRRAKDPYY','thirty_day','30-day check-in','Keep the work alive between sessions.','About 30, 60 and 90 days after a session.',45,'Own design, after PDSA huddles and 90-day cycle practice');
INSERT INTO "protocols" VALUES('01D03BBF0010RK3WQ8DVVEG8FT','01D03BBF00CYN4NBQJRRAKDPYY','peer_match','One-to-one exchange','Pair two agencies on one question.','A state wants depth with one peer.',60,'Own design, from the one-to-one structure described by the State Support Network');
CREATE TABLE read_marks (
    id TEXT NOT NULL UNIQUE,
    person TEXT NOT NULL REFERENCES people (id),
    thread TEXT NOT NULL REFERENCES threads (id),
    number INTEGER NOT NULL,
    PRIMARY KEY (person, thread)
) STRICT, WITHOUT ROWID;
INSERT INTO "read_marks" VALUES('01M82KYGYYH3KVZ8KEC65R5GQ9','01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGYYH3KVZ8KEC65R5GQ7',2);
INSERT INTO "read_marks" VALUES('01M82KYGZ7EQBD8ZZ8N0FYJHRP','01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGZ7EQBD8ZZ8N0FYJHRM',2);
CREATE TABLE "receipts" (
    person TEXT NOT NULL,
    command TEXT NOT NULL,
    at INTEGER NOT NULL,
    digest TEXT NOT NULL,
    outcome TEXT NOT NULL,
    PRIMARY KEY (command, person)
) STRICT, WITHOUT ROWID;
INSERT INTO "receipts" VALUES('00000000000000000000000000','01M82KYGSD7VKXXNPCXANTV9HE',1795384361773,'c8ee368d1407c9d83066fbd65443eaed16e290bd77151cfb1a1b28b818a4a1d1','{"t":"ack","id":"01M82KYGSD7VKXXNPCXANTV9HE","positions":{}}');
INSERT INTO "receipts" VALUES('01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGY5MT99C28W4Q6XDVY1',1795384361925,'362ee13ba36d9c095c3dffd8dd840720eb6cc65984dfd17419d2e4397be6e468','{"t":"ack","id":"01M82KYGY5MT99C28W4Q6XDVY1","positions":{"collaborative/01D03BBF00CYN4NBQJRRAKDPYY":1,"extended/01D03BBF00CYN4NBQJRRAKDPYY":1}}');
INSERT INTO "receipts" VALUES('01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGY9XZ6GY90YTT3Z4ZM7',1795384361929,'3813dd7a360feae43494b2d7e7e49cb0d2d52f7526b890626320524ad26d1420','{"t":"ack","id":"01M82KYGY9XZ6GY90YTT3Z4ZM7","positions":{"collaborative/01D03BBF00CYN4NBQJRRAKDPYY":2,"extended/01D03BBF00CYN4NBQJRRAKDPYY":2}}');
INSERT INTO "receipts" VALUES('01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGYH84QBG7YE9C660ZVK',1795384361937,'010349b544fff3d809655d468d240a6c95ed7527fb7066675290007cdfc442ac','{"t":"ack","id":"01M82KYGYH84QBG7YE9C660ZVK","positions":{"person/01M82KYGVGM6ACWHG6NV6QJ88F":1,"staff/01D03BBF00CYN4NBQJRRAKDPYY":1},"result":{"series":"01M82KYGYH730ZE2J2TQMG0T6J","slug":"an-earlier-series"}}');
INSERT INTO "receipts" VALUES('01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGYKKJMXTV2239CTJQWF',1795384361939,'79131b5ed4df34c47db33cafedee19ff91f4c952aeae8b88f5d97149debbf057','{"t":"ack","id":"01M82KYGYKKJMXTV2239CTJQWF","positions":{"meeting/01M82KYGYKQXSQ7ZX3M0EX59GJ":1,"staff/01D03BBF00CYN4NBQJRRAKDPYY":2},"result":{"meeting":"01M82KYGYKQXSQ7ZX3M0EX59GJ","ordinal":1}}');
INSERT INTO "receipts" VALUES('01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGYMQ2BCKGMQPPJT6Y2Z',1795384361940,'c0f8c2de351de7052840ddfcddddec65f3729f6b7690626eaf37a6ce2d3c46f3','{"t":"ack","id":"01M82KYGYMQ2BCKGMQPPJT6Y2Z","positions":{"meeting/01M82KYGYKQXSQ7ZX3M0EX59GJ":2,"staff/01D03BBF00CYN4NBQJRRAKDPYY":3},"result":{"revision":2,"total_minutes":20}}');
INSERT INTO "receipts" VALUES('01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGYNJMPKPK3M0Y766EPE',1795384361941,'db95d4253ea14669a0da82965384b120b79484a1186686035d15293558c69384','{"t":"ack","id":"01M82KYGYNJMPKPK3M0Y766EPE","positions":{"extended/01D03BBF00CYN4NBQJRRAKDPYY":3,"staff/01D03BBF00CYN4NBQJRRAKDPYY":4}}');
INSERT INTO "receipts" VALUES('01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGYXXRD7JNGJZDN8JY58',1795384361949,'403da5b4a98c6b25ac1335f6f3296d557c00312cf6bb93bd135c54d1d4b0886b','{"t":"ack","id":"01M82KYGYXXRD7JNGJZDN8JY58","positions":{"extended/01D03BBF00CYN4NBQJRRAKDPYY":4,"staff/01D03BBF00CYN4NBQJRRAKDPYY":5}}');
INSERT INTO "receipts" VALUES('01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGYYH0TMXB2PYYZWR22C',1795384361950,'a6cb2ed9e75906ba0c2d334d0eda3fc0b1df67bfc792592f2741607bd8d7bad4','{"t":"ack","id":"01M82KYGYYH0TMXB2PYYZWR22C","positions":{"person/01M82KYGVGM6ACWHG6NV6QJ88F":2,"series/01M82KYGYH730ZE2J2TQMG0T6J":1},"result":{"thread":"01M82KYGYYH3KVZ8KEC65R5GQ7","post":"01M82KYGYYH3KVZ8KEC65R5GQ8","number":1}}');
INSERT INTO "receipts" VALUES('01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGZ0PFNWMA5J96XJ8BX6',1795384361956,'ee58fa2d0d5fc001d9de6cfb94ab882e3e9022972bf5186f49c40a1f40d7c582','{"t":"ack","id":"01M82KYGZ0PFNWMA5J96XJ8BX6","positions":{"person/01M82KYGVGM6ACWHG6NV6QJ88F":3,"series/01M82KYGYH730ZE2J2TQMG0T6J":2},"result":{"post":"01M82KYGZ44CJEV72WBYXKQS85","number":2}}');
INSERT INTO "receipts" VALUES('01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGZ5MHR09S5XWFXPNQH2',1795384361957,'ab2778d0f1b73d661e7ee99a5803b629f5e1cb6a61389acac9712568795898ee','{"t":"ack","id":"01M82KYGZ5MHR09S5XWFXPNQH2","positions":{"series/01M82KYGYH730ZE2J2TQMG0T6J":3},"result":{"revision":2}}');
INSERT INTO "receipts" VALUES('01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGZ6XBTEYPJ6953JYCMR',1795384361958,'910a4078153f6ce5c7e8e176b6fbb286eb139dbdb23c7d43deba9a2a75760785','{"t":"ack","id":"01M82KYGZ6XBTEYPJ6953JYCMR","positions":{"person/01M82KYGVGM6ACWHG6NV6QJ88F":4},"result":{"number":2}}');
INSERT INTO "receipts" VALUES('01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGZ7HNHS3DS9ZJXDTS5Y',1795384361959,'fbc3e11a93bf2698c9413dcd0b8f31309820b75e67d85f17c76bf2ab844acec8','{"t":"ack","id":"01M82KYGZ7HNHS3DS9ZJXDTS5Y","positions":{"person/01M82KYGVGM6ACWHG6NV6QJ88F":6,"series/01M82KYGYH730ZE2J2TQMG0T6J":5},"result":{"post":"01M82KYGZ7709SQG64SAX2M40B","number":2}}');
INSERT INTO "receipts" VALUES('01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGZ7WCAX8YJJJMW7Z8KT',1795384361959,'da0ee4253f7d06fd1bccdf8d8817b46207182bfd78a1560f3800238ccdd8fbbd','{"t":"ack","id":"01M82KYGZ7WCAX8YJJJMW7Z8KT","positions":{"person/01M82KYGVGM6ACWHG6NV6QJ88F":5,"series/01M82KYGYH730ZE2J2TQMG0T6J":4},"result":{"thread":"01M82KYGZ7EQBD8ZZ8N0FYJHRM","post":"01M82KYGZ7EQBD8ZZ8N0FYJHRN","number":1}}');
INSERT INTO "receipts" VALUES('01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGZ899TR8J2Y1NK5TWFR',1795384361960,'1e649743be3475ab4765e36bc6769d747886b1036aa5410e362def2b54406a36','{"t":"ack","id":"01M82KYGZ899TR8J2Y1NK5TWFR","positions":{"series/01M82KYGYH730ZE2J2TQMG0T6J":6},"result":{"revision":2}}');
INSERT INTO "receipts" VALUES('01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGZ9J28AMS2VASFFMZB1',1795384361961,'5c5c9aa20be0b087687e4386bb2521b235738e0f98269da437566f1338576d9a','{"t":"ack","id":"01M82KYGZ9J28AMS2VASFFMZB1","positions":{"person/01M82KYGVGM6ACWHG6NV6QJ88F":7},"result":{"number":2}}');
INSERT INTO "receipts" VALUES('01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGZ9VR162M9MH2QAVV25',1795384361961,'40ceafac6a58a1de1f6acdd2cc4e8224a034b5ca59ac28a293d83c05a46147d2','{"t":"ack","id":"01M82KYGZ9VR162M9MH2QAVV25","positions":{"extended/01D03BBF00CYN4NBQJRRAKDPYY":5,"meeting/01M82KYGYKQXSQ7ZX3M0EX59GJ":3}}');
INSERT INTO "receipts" VALUES('01M82KYGVGM6ACWHG6NV6QJ88F','01M82KYGZAWHF9EE386PMYJ3KA',1795384361962,'98420f5a02eb3889150961167698caa9507dcab452a2c29f5f7707f50d2f19f9','{"t":"ack","id":"01M82KYGZAWHF9EE386PMYJ3KA","positions":{"meeting/01M82KYGYKQXSQ7ZX3M0EX59GJ":4},"result":{"current_item":"01M82KYGYM107FQ6KCZCVXTDKD"}}');
CREATE TABLE recovery_codes (
    person TEXT NOT NULL REFERENCES people (id),
    code_hash TEXT NOT NULL,
    used_at INTEGER,
    PRIMARY KEY (person, code_hash)
) STRICT, WITHOUT ROWID;
INSERT INTO "recovery_codes" VALUES('01M82KYGVGM6ACWHG6NV6QJ88F','0e26cd073ae344e60acfb0e47049ff49b34c59e556470f038b95c0f0f6984c8a',NULL);
INSERT INTO "recovery_codes" VALUES('01M82KYGVGM6ACWHG6NV6QJ88F','1cae7becc2ed83822990005aea5df5367a355a332d00bf80fd341bb6cb3fac0d',NULL);
INSERT INTO "recovery_codes" VALUES('01M82KYGVGM6ACWHG6NV6QJ88F','2cd0b1793220bbf21e75b22a1ca1354cc7546137cef9c41b7cf3539e8cbc92af',NULL);
INSERT INTO "recovery_codes" VALUES('01M82KYGVGM6ACWHG6NV6QJ88F','34d5f1413d11239ec610909d4439612a4ef3d75aa6bddd4a8daf38b5f1363891',NULL);
INSERT INTO "recovery_codes" VALUES('01M82KYGVGM6ACWHG6NV6QJ88F','44c80e34331cbeb1a0f7cb307becb116d491846b5f15e28b2604167006afabdc',NULL);
INSERT INTO "recovery_codes" VALUES('01M82KYGVGM6ACWHG6NV6QJ88F','4aaf539a2c50fcc590fb9d8e7133f20fc0b719d1ca8e344e7f2c369080191c86',NULL);
INSERT INTO "recovery_codes" VALUES('01M82KYGVGM6ACWHG6NV6QJ88F','51a019c260ced80b6469bf3feb7ce02ece990f3e109fa5b7bc48c98abe269672',NULL);
INSERT INTO "recovery_codes" VALUES('01M82KYGVGM6ACWHG6NV6QJ88F','843a176d73deddcbda936e7f3c46cedfd4a45695915423f73aa3e5bc512e0d5d',NULL);
INSERT INTO "recovery_codes" VALUES('01M82KYGVGM6ACWHG6NV6QJ88F','b39057193efa57e1691f45e6a1739c1cffab075d10c18f69064a14821e584245',NULL);
INSERT INTO "recovery_codes" VALUES('01M82KYGVGM6ACWHG6NV6QJ88F','f2349fa6adffef97b509b250db76405e5e855b8f7d6792dae29d326e6ded6519',NULL);
CREATE TABLE role_grants (
    person TEXT NOT NULL REFERENCES people (id),
    role TEXT NOT NULL
        CHECK (role IN ('administrator', 'facilitator', 'state_lead', 'state_member', 'partner', 'observer')),
    collaborative TEXT NOT NULL REFERENCES collaboratives (id),
    PRIMARY KEY (person, collaborative, role)
) STRICT, WITHOUT ROWID;
INSERT INTO "role_grants" VALUES('01M82KYGVGM6ACWHG6NV6QJ88F','administrator','01D03BBF00CYN4NBQJRRAKDPYY');
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
INSERT INTO "rooms" VALUES('01M82KYGYKQXSQ7ZX3M0EX59GJ','open',1795384361961,NULL,NULL,'01M82KYGYM107FQ6KCZCVXTDKD',1795384361962,10,'01M82KYGVGM6ACWHG6NV6QJ88F',NULL,NULL,0,NULL);
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
CREATE TABLE seats (
    person TEXT NOT NULL REFERENCES people (id),
    collaborative TEXT NOT NULL REFERENCES collaboratives (id),
    organisation TEXT NOT NULL REFERENCES organisations (id),
    title TEXT NOT NULL,
    function TEXT NOT NULL,
    primary_contact INTEGER NOT NULL CHECK (primary_contact IN (0, 1)), taken_at INTEGER NOT NULL DEFAULT 0, left_at INTEGER,
    PRIMARY KEY (person, collaborative)
) STRICT, WITHOUT ROWID;
INSERT INTO "seats" VALUES('01M82KYGVGM6ACWHG6NV6QJ88F','01D03BBF00CYN4NBQJRRAKDPYY','01D03BBF00ERHMPXZQ6TKV5A4V','','',0,1795384361840,NULL);
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
INSERT INTO "second_factors" VALUES('01M82KYGVGM6ACWHG6NV6QJ88F','7LPORZTB34WCNCGRAYC4VX2K64YWB47G',1795384361896,1795384361908,59846145,0,0);
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
INSERT INTO "series" VALUES('01M82KYGYH730ZE2J2TQMG0T6J','01D03BBF00CYN4NBQJRRAKDPYY','an-earlier-series','An earlier series','','running','2026-11-22','2027-02-20',1,1);
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
, request TEXT REFERENCES join_requests (id)) STRICT, WITHOUT ROWID;
CREATE TABLE sign_ins (
    secret_hash TEXT NOT NULL PRIMARY KEY,
    person TEXT NOT NULL REFERENCES people (id),
    started_at INTEGER NOT NULL,
    used_at INTEGER NOT NULL,
    agent TEXT NOT NULL
, shared INTEGER NOT NULL DEFAULT 0 CHECK (shared IN (0, 1))) STRICT, WITHOUT ROWID;
INSERT INTO "sign_ins" VALUES('68b03db87c4d7de16df685e3b18aff2cdc6fa4d1f5bdfd6c9643a84b1b860d0b','01M82KYGVGM6ACWHG6NV6QJ88F',1795384361908,1795384361908,'',0);
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
INSERT INTO "streams" VALUES('collaborative/01D03BBF00CYN4NBQJRRAKDPYY',2,0);
INSERT INTO "streams" VALUES('extended/01D03BBF00CYN4NBQJRRAKDPYY',5,0);
INSERT INTO "streams" VALUES('meeting/01M82KYGYKQXSQ7ZX3M0EX59GJ',4,0);
INSERT INTO "streams" VALUES('person/01M82KYGVGM6ACWHG6NV6QJ88F',7,0);
INSERT INTO "streams" VALUES('series/01M82KYGYH730ZE2J2TQMG0T6J',6,0);
INSERT INTO "streams" VALUES('staff/01D03BBF00CYN4NBQJRRAKDPYY',5,0);
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
INSERT INTO "threads" VALUES('01M82KYGYYH3KVZ8KEC65R5GQ7','01D03BBF00CYN4NBQJRRAKDPYY','topic','01M82KYGYH730ZE2J2TQMG0T6J','series/01M82KYGYH730ZE2J2TQMG0T6J','Earlier topic','01M82KYGVGM6ACWHG6NV6QJ88F',1795384361950,2,1795384361956,'01M82KYGVGM6ACWHG6NV6QJ88F',2,0,1,0);
INSERT INTO "threads" VALUES('01M82KYGZ7EQBD8ZZ8N0FYJHRM','01D03BBF00CYN4NBQJRRAKDPYY','meeting','01M82KYGYKQXSQ7ZX3M0EX59GJ','series/01M82KYGYH730ZE2J2TQMG0T6J','Earlier meeting','01M82KYGVGM6ACWHG6NV6QJ88F',1795384361959,2,1795384361959,'01M82KYGVGM6ACWHG6NV6QJ88F',2,0,1,1);
CREATE UNIQUE INDEX organisations_by_code ON organisations (collaborative, code) WHERE code <> '';
CREATE INDEX organisations_by_collaborative ON organisations (collaborative, short_name);
CREATE UNIQUE INDEX seats_by_person ON seats (person);
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
CREATE TRIGGER grounds_api_tokens_changed AFTER UPDATE OF secret_hash, person, expires_at ON api_tokens BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_api_tokens_gone AFTER DELETE ON api_tokens BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_streams_changed AFTER UPDATE OF name, floor ON streams BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_streams_gone AFTER DELETE ON streams BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_facts_of_store_added AFTER INSERT ON facts_of_store BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_facts_of_store_changed AFTER UPDATE ON facts_of_store BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_facts_of_store_gone AFTER DELETE ON facts_of_store BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE INDEX mail_queued ON mail (next_at) WHERE status = 'queued';
CREATE INDEX mail_queued_until ON mail (useless_at) WHERE status = 'queued';
CREATE INDEX mail_queued_by_address ON mail (address_folded, purpose, id) WHERE status = 'queued';
CREATE INDEX mail_by_age ON mail (made_at);
CREATE INDEX sign_in_codes_by_address ON sign_in_codes (address_folded, asked_at);
CREATE INDEX sign_in_codes_by_person ON sign_in_codes (person);
CREATE INDEX sign_in_codes_by_age ON sign_in_codes (asked_at);
CREATE INDEX sign_in_codes_mistyped ON sign_in_codes (asked_at) WHERE wrong > 0;
CREATE INDEX seats_held ON seats (organisation) WHERE left_at IS NULL;
CREATE INDEX memberships_by_year ON memberships (year, status);
CREATE UNIQUE INDEX memberships_carrying ON memberships (organisation) WHERE status IN ('active', 'grace');
CREATE TRIGGER grounds_seats_changed AFTER UPDATE OF person, collaborative, organisation, left_at ON seats BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
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
COMMIT;
