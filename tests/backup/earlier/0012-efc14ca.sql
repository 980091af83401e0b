-- Made by earlier/make.py with the program of efc14ca, through its own commands; schema 12.
-- person: ada@earlier.example
-- token: 6nSxfywb95WitqrcyM54pH6wj356e2UWLIy2_lg8Utg
-- cookie: interstate_46467=_8v9fLCfIUEgFmqbzMVFRlIgcIp1vwWS5w-M6DU6Nc4
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
INSERT INTO "agenda_items" VALUES('01M827AZ2RR06J7D399YXXZ2K8','01M827AZ2N8PCNGFCD7D1KYW17',1,'Welcome',10,'all','plenary','','',0);
INSERT INTO "agenda_items" VALUES('01M827AZ2RR06J7D399YXXZ2K9','01M827AZ2N8PCNGFCD7D1KYW17',2,'Next steps',10,'all','plenary','','',1);
CREATE TABLE api_tokens (
    secret_hash TEXT NOT NULL PRIMARY KEY,
    person TEXT NOT NULL REFERENCES people (id),
    name TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "api_tokens" VALUES('76530264c4d89f7cd19a7b25d6d914f5ec6762fe9750dbb2a777377d280a96aa','01M827AZ1W2ZGN2861NYEKW52T','test',1795371138208,1826907138208);
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
) STRICT;
INSERT INTO "collaboratives" VALUES('01D03BBF00CN4CB23K5CWPKPB1','sdi','School and District Improvement (SDI) Collaborative','SDI','2026-2027','{"description":"A membership group of state education agencies working on how states, and the districts in them, improve schools. Members look at new research-based strategies, hear from people with expertise, and work across states on problems they share, with particular attention to what districts do for every school.","convener":"Council of Chief State School Officers (CCSSO)","goals":[{"year":"2018-2019","source":"seed 000","overall":"Help states put the CCSSO principles to use as their ESSA plans begin to operate for the lowest-performing schools.","goals":[{"id":"G1","text":"Make family and community engagement a strong lever for improvement, with community-school and family-engagement partners.","principles":[3]},{"id":"G2","text":"Turn school transformation into workable strategy, including a look at high school redesign.","principles":[4,5]},{"id":"G3","text":"Keep going on ESSA implementation where states ask for it: sharper exit criteria, decisions driven by data, and support models for technical assistance.","principles":[4]},{"id":"G4","text":"Study supports for student groups in literacy, mathematics, English learning, and social-emotional or multi-tiered supports.","principles":[2]}]},{"year":"2019-2020","source":"https://ccsso.org/school-and-district-improvement-sdi-collaborative","overall":"Advance equity in school improvement and prepare for schools that do not improve.","principle_links_are":"our suggestion","goals":[{"id":"G1","text":"Write a paper on where equity, evidence-based practice and school improvement meet.","principles":[2,5]},{"id":"G2","text":"Each state sets one or two strategic goals for advancing equity at home.","principles":[2]},{"id":"G3","text":"Produce a resource on more rigorous options a state can use to help districts whose schools are not improving.","principles":[4]},{"id":"G4","text":"Work with experts to set state improvement goals focused on CSI and TSI schools and on next options for those that do not improve.","principles":[4,8]},{"id":"G5","text":"Find openings to advance equity and plan state implementation in schools identified for comprehensive or targeted support.","principles":[2,9]}]},{"year":"2016-2017","source":"http://www.ccsso.org/Resources/Programs/School_and_District_Improvement_(SDI).html","overall":"Move to ESSA in turning around low-performing schools and districts.","principle_links_are":"none in source","goals":[{"id":"G1","text":"Sharpen implementation plans against ESSA requirements.","principles":[]},{"id":"G2","text":"Find ways to give schools and districts good support under ESSA.","principles":[]},{"id":"G3","text":"Coordinate services and supports inside the agency.","principles":[]},{"id":"G4","text":"Develop effective, efficient statewide systems of support.","principles":[]},{"id":"G5","text":"Create plan templates for identified schools.","principles":[]},{"id":"G6","text":"Deepen knowledge in high-need areas such as student supports, educator pipelines and stakeholder engagement.","principles":[]}]}],"who_joins":[{"key":"school_improvement_lead","label":"School improvement leads"},{"key":"title_i_director","label":"Title I directors"},{"key":"school_leadership","label":"School leadership staff"},{"key":"deputy_superintendent","label":"Deputy superintendents"},{"key":"associate_superintendent","label":"Associate superintendents"},{"key":"principal_supervisor","label":"Principal supervisors"}],"resources":["School and District Improvement (SDI) Collaborative Membership Information (yearly)","CCSSO Principles of Effective School Improvement Systems","Roadmap to the Principles of Effective School Improvement Systems","Deep Dive into Principle 1 of Principles of Effective School Improvement Systems","Deep Dive into Principle 2 of Principles of Effective School Improvement Systems","Deep Dive into Principle 3 of Principles of Effective School Improvement Systems","Deep Dive into Principle 4 of Principles of Effective School Improvement Systems","Deep Dive into Principle 5 of Principles of Effective School Improvement Systems","Deep Dive into Principle 6 of Principles of Effective School Improvement Systems","Deep Dive into Principle 7 of Principles of Effective School Improvement Systems","Deep Dive into Principle 8 of Principles of Effective School Improvement Systems","Deep Dive into Principle 9 of Principles of Effective School Improvement Systems","Deep Dive into Principle 10 of Principles of Effective School Improvement Systems","Collaborative meeting dates (yearly)","Membership signup form"]}');
CREATE TABLE due_items (
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    target TEXT NOT NULL,
    PRIMARY KEY (at, kind, target)
) STRICT, WITHOUT ROWID;
INSERT INTO "due_items" VALUES(1795371138108,'welcome_person','01M827AZ1W2ZGN2861NYEKW52T');
INSERT INTO "due_items" VALUES(1795469400000,'close_abandoned','01M827AZ2N8PCNGFCD7D1KYW17');
CREATE TABLE facts_of_store (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "facts_of_store" VALUES('epoch','01M827AYY07Q0WAEWW7SR8G38Q');
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
INSERT INTO "grounds" VALUES(1,9);
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
INSERT INTO "invitations" VALUES('b66379c26e74ff55ac4a5700e2531b5bed4652aa04569338091b3ba162d38a33','01M827AZ1W2ZGN2861NYEKW52T',1795371138108,1796580738108,1795371138122);
CREATE TABLE item_runs (
    id TEXT NOT NULL PRIMARY KEY REFERENCES agenda_items (id),
    meeting TEXT NOT NULL REFERENCES meetings (id),
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    -- Of visits that are over.
    used_ms INTEGER NOT NULL CHECK (used_ms >= 0),
    added_minutes INTEGER NOT NULL CHECK (added_minutes >= 0)
) STRICT;
INSERT INTO "item_runs" VALUES('01M827AZ2RR06J7D399YXXZ2K8','01M827AZ2N8PCNGFCD7D1KYW17',1795371138184,NULL,0,0);
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
INSERT INTO "journal" VALUES('staff/01D03BBF00CN4CB23K5CWPKPB1',1,1795371138127,'01M827AZ1W2ZGN2861NYEKW52T','01M827AZ2EZMZ4ES523EHBRP9M','series_created','{"t":"event","stream":"staff/01D03BBF00CN4CB23K5CWPKPB1","seq":1,"at":1795371138127,"name":"series_created","actor":"01M827AZ1W2ZGN2861NYEKW52T","command":"01M827AZ2EZMZ4ES523EHBRP9M","puts":[{"kind":"series","id":"01M827AZ2FXTTZGT10QXKVYHEZ","record":{"id":"01M827AZ2FXTTZGT10QXKVYHEZ","collaborative":"01D03BBF00CN4CB23K5CWPKPB1","slug":"an-earlier-series","title":"An earlier series","description":"","state":"draft","starts_on":"2026-11-22","ends_on":"2027-02-20","current":true,"revision":1}},{"kind":"objective","id":"01M827AZ2FXTTZGT10QXKVYHF0","record":{"id":"01M827AZ2FXTTZGT10QXKVYHF0","series":"01M827AZ2FXTTZGT10QXKVYHEZ","ordinal":1,"short_name":"Turnover","text":"Turnover in every state"}},{"kind":"participation","id":"01M827AZ2FXTTZGT10QXKVYHF1","record":{"id":"01M827AZ2FXTTZGT10QXKVYHF1","series":"01M827AZ2FXTTZGT10QXKVYHEZ","organisation":"01D03BBF00FND1FGY1TACQ8K9C"}},{"kind":"participation","id":"01M827AZ2FXTTZGT10QXKVYHF2","record":{"id":"01M827AZ2FXTTZGT10QXKVYHF2","series":"01M827AZ2FXTTZGT10QXKVYHEZ","organisation":"01D03BBF00247DWFDBA32J12ND"}}]}');
INSERT INTO "journal" VALUES('person/01M827AZ1W2ZGN2861NYEKW52T',1,1795371138127,'01M827AZ1W2ZGN2861NYEKW52T','01M827AZ2EZMZ4ES523EHBRP9M','series_created','{"t":"event","stream":"person/01M827AZ1W2ZGN2861NYEKW52T","seq":1,"at":1795371138127,"name":"series_created","actor":"01M827AZ1W2ZGN2861NYEKW52T","command":"01M827AZ2EZMZ4ES523EHBRP9M","puts":[{"kind":"standing","id":"01M827AZ1W2ZGN2861NYEKW52T","record":{"id":"01M827AZ1W2ZGN2861NYEKW52T","collaborative":"01D03BBF00CN4CB23K5CWPKPB1","organisation":"01D03BBF00M7RB5DRA1TH91Y19","roles":["administrator"],"series":["01M827AZ2FXTTZGT10QXKVYHEZ"]}}]}');
INSERT INTO "journal" VALUES('staff/01D03BBF00CN4CB23K5CWPKPB1',2,1795371138133,'01M827AZ1W2ZGN2861NYEKW52T','01M827AZ2NE97NANJ8AW971ENM','meeting_scheduled','{"t":"event","stream":"staff/01D03BBF00CN4CB23K5CWPKPB1","seq":2,"at":1795371138133,"name":"meeting_scheduled","actor":"01M827AZ1W2ZGN2861NYEKW52T","command":"01M827AZ2NE97NANJ8AW971ENM","puts":[{"kind":"meeting","id":"01M827AZ2N8PCNGFCD7D1KYW17","record":{"id":"01M827AZ2N8PCNGFCD7D1KYW17","collaborative":"01D03BBF00CN4CB23K5CWPKPB1","series":"01M827AZ2FXTTZGT10QXKVYHEZ","ordinal":1,"type":"session","state":"draft","title":"An earlier session","summary":"","starts_local":"2026-11-23T14:00","zone":"America/New_York","starts_at":1795460400000,"minutes":90,"place":"","objectives":[],"principles":[],"presenting":[],"pre_work":"","materials":"","outcome":"","cancel_reason":"","revision":1,"current":true}}]}');
INSERT INTO "journal" VALUES('meeting/01M827AZ2N8PCNGFCD7D1KYW17',1,1795371138133,'01M827AZ1W2ZGN2861NYEKW52T','01M827AZ2NE97NANJ8AW971ENM','meeting_scheduled','{"t":"event","stream":"meeting/01M827AZ2N8PCNGFCD7D1KYW17","seq":1,"at":1795371138133,"name":"meeting_scheduled","actor":"01M827AZ1W2ZGN2861NYEKW52T","command":"01M827AZ2NE97NANJ8AW971ENM","puts":[{"kind":"meeting_link","id":"01M827AZ2N8PCNGFCD7D1KYW17","record":{"id":"01M827AZ2N8PCNGFCD7D1KYW17","link":"","dial_in":""}}]}');
INSERT INTO "journal" VALUES('staff/01D03BBF00CN4CB23K5CWPKPB1',3,1795371138136,'01M827AZ1W2ZGN2861NYEKW52T','01M827AZ2RT0XDVVD9E8QYPGZG','agenda_set','{"t":"event","stream":"staff/01D03BBF00CN4CB23K5CWPKPB1","seq":3,"at":1795371138136,"name":"agenda_set","actor":"01M827AZ1W2ZGN2861NYEKW52T","command":"01M827AZ2RT0XDVVD9E8QYPGZG","puts":[{"kind":"meeting","id":"01M827AZ2N8PCNGFCD7D1KYW17","record":{"id":"01M827AZ2N8PCNGFCD7D1KYW17","collaborative":"01D03BBF00CN4CB23K5CWPKPB1","series":"01M827AZ2FXTTZGT10QXKVYHEZ","ordinal":1,"type":"session","state":"draft","title":"An earlier session","summary":"","starts_local":"2026-11-23T14:00","zone":"America/New_York","starts_at":1795460400000,"minutes":90,"place":"","objectives":[],"principles":[],"presenting":[],"pre_work":"","materials":"","outcome":"","cancel_reason":"","revision":2,"current":true}}]}');
INSERT INTO "journal" VALUES('meeting/01M827AZ2N8PCNGFCD7D1KYW17',2,1795371138136,'01M827AZ1W2ZGN2861NYEKW52T','01M827AZ2RT0XDVVD9E8QYPGZG','agenda_set','{"t":"event","stream":"meeting/01M827AZ2N8PCNGFCD7D1KYW17","seq":2,"at":1795371138136,"name":"agenda_set","actor":"01M827AZ1W2ZGN2861NYEKW52T","command":"01M827AZ2RT0XDVVD9E8QYPGZG","puts":[{"kind":"agenda_item","id":"01M827AZ2RR06J7D399YXXZ2K8","record":{"id":"01M827AZ2RR06J7D399YXXZ2K8","meeting":"01M827AZ2N8PCNGFCD7D1KYW17","ordinal":1,"title":"Welcome","minutes":10,"who":"all","mode":"plenary","instruction":"","capture":"","next_steps":false}},{"kind":"agenda_item","id":"01M827AZ2RR06J7D399YXXZ2K9","record":{"id":"01M827AZ2RR06J7D399YXXZ2K9","meeting":"01M827AZ2N8PCNGFCD7D1KYW17","ordinal":2,"title":"Next steps","minutes":10,"who":"all","mode":"plenary","instruction":"","capture":"","next_steps":true}}]}');
INSERT INTO "journal" VALUES('extended/01D03BBF00CN4CB23K5CWPKPB1',1,1795371138140,'01M827AZ1W2ZGN2861NYEKW52T','01M827AZ2WRX1TDM6STAFVQR7P','series_published','{"t":"event","stream":"extended/01D03BBF00CN4CB23K5CWPKPB1","seq":1,"at":1795371138140,"name":"series_published","actor":"01M827AZ1W2ZGN2861NYEKW52T","command":"01M827AZ2WRX1TDM6STAFVQR7P","puts":[{"kind":"series","id":"01M827AZ2FXTTZGT10QXKVYHEZ","record":{"id":"01M827AZ2FXTTZGT10QXKVYHEZ","collaborative":"01D03BBF00CN4CB23K5CWPKPB1","slug":"an-earlier-series","title":"An earlier series","description":"","state":"running","starts_on":"2026-11-22","ends_on":"2027-02-20","current":true,"revision":1}},{"kind":"objective","id":"01M827AZ2FXTTZGT10QXKVYHF0","record":{"id":"01M827AZ2FXTTZGT10QXKVYHF0","series":"01M827AZ2FXTTZGT10QXKVYHEZ","ordinal":1,"short_name":"Turnover","text":"Turnover in every state"}},{"kind":"participation","id":"01M827AZ2FXTTZGT10QXKVYHF2","record":{"id":"01M827AZ2FXTTZGT10QXKVYHF2","series":"01M827AZ2FXTTZGT10QXKVYHEZ","organisation":"01D03BBF00247DWFDBA32J12ND"}},{"kind":"participation","id":"01M827AZ2FXTTZGT10QXKVYHF1","record":{"id":"01M827AZ2FXTTZGT10QXKVYHF1","series":"01M827AZ2FXTTZGT10QXKVYHEZ","organisation":"01D03BBF00FND1FGY1TACQ8K9C"}}]}');
INSERT INTO "journal" VALUES('staff/01D03BBF00CN4CB23K5CWPKPB1',4,1795371138140,'01M827AZ1W2ZGN2861NYEKW52T','01M827AZ2WRX1TDM6STAFVQR7P','series_published','{"t":"event","stream":"staff/01D03BBF00CN4CB23K5CWPKPB1","seq":4,"at":1795371138140,"name":"series_published","actor":"01M827AZ1W2ZGN2861NYEKW52T","command":"01M827AZ2WRX1TDM6STAFVQR7P","puts":[],"removes":[{"kind":"series","id":"01M827AZ2FXTTZGT10QXKVYHEZ"},{"kind":"objective","id":"01M827AZ2FXTTZGT10QXKVYHF0"},{"kind":"participation","id":"01M827AZ2FXTTZGT10QXKVYHF2"},{"kind":"participation","id":"01M827AZ2FXTTZGT10QXKVYHF1"}]}');
INSERT INTO "journal" VALUES('extended/01D03BBF00CN4CB23K5CWPKPB1',2,1795371138144,'01M827AZ1W2ZGN2861NYEKW52T','01M827AZ30FKW5T127FX9PVHTH','meeting_announced','{"t":"event","stream":"extended/01D03BBF00CN4CB23K5CWPKPB1","seq":2,"at":1795371138144,"name":"meeting_announced","actor":"01M827AZ1W2ZGN2861NYEKW52T","command":"01M827AZ30FKW5T127FX9PVHTH","puts":[{"kind":"meeting","id":"01M827AZ2N8PCNGFCD7D1KYW17","record":{"id":"01M827AZ2N8PCNGFCD7D1KYW17","collaborative":"01D03BBF00CN4CB23K5CWPKPB1","series":"01M827AZ2FXTTZGT10QXKVYHEZ","ordinal":1,"type":"session","state":"announced","title":"An earlier session","summary":"","starts_local":"2026-11-23T14:00","zone":"America/New_York","starts_at":1795460400000,"minutes":90,"place":"","objectives":[],"principles":[],"presenting":[],"pre_work":"","materials":"","outcome":"","cancel_reason":"","revision":2,"current":true}}]}');
INSERT INTO "journal" VALUES('staff/01D03BBF00CN4CB23K5CWPKPB1',5,1795371138144,'01M827AZ1W2ZGN2861NYEKW52T','01M827AZ30FKW5T127FX9PVHTH','meeting_announced','{"t":"event","stream":"staff/01D03BBF00CN4CB23K5CWPKPB1","seq":5,"at":1795371138144,"name":"meeting_announced","actor":"01M827AZ1W2ZGN2861NYEKW52T","command":"01M827AZ30FKW5T127FX9PVHTH","puts":[],"removes":[{"kind":"meeting","id":"01M827AZ2N8PCNGFCD7D1KYW17"}]}');
INSERT INTO "journal" VALUES('series/01M827AZ2FXTTZGT10QXKVYHEZ',1,1795371138148,'01M827AZ1W2ZGN2861NYEKW52T','01M827AZ34ZZQ4E9HH9P6DWE8P','thread_started','{"t":"event","stream":"series/01M827AZ2FXTTZGT10QXKVYHEZ","seq":1,"at":1795371138148,"name":"thread_started","actor":"01M827AZ1W2ZGN2861NYEKW52T","command":"01M827AZ34ZZQ4E9HH9P6DWE8P","puts":[{"kind":"thread","id":"01M827AZ34106KNPRKCRQ54A8E","record":{"id":"01M827AZ34106KNPRKCRQ54A8E","collaborative":"01D03BBF00CN4CB23K5CWPKPB1","anchor":"topic","anchor_id":"01M827AZ2FXTTZGT10QXKVYHEZ","stream":"series/01M827AZ2FXTTZGT10QXKVYHEZ","title":"Earlier topic","started_by":"01M827AZ1W2ZGN2861NYEKW52T","started_at":1795371138148,"last_number":1,"last_at":1795371138148,"last_by":"01M827AZ1W2ZGN2861NYEKW52T","posts":1,"pinned":false,"current":true,"own":false}},{"kind":"post","id":"01M827AZ34106KNPRKCRQ54A8F","record":{"id":"01M827AZ34106KNPRKCRQ54A8F","thread":"01M827AZ34106KNPRKCRQ54A8E","number":1,"author":"01M827AZ1W2ZGN2861NYEKW52T","at":1795371138148,"text":"How did it go?","html":"<p>How did it go?</p>\n","revision":1,"removed":false}}]}');
INSERT INTO "journal" VALUES('person/01M827AZ1W2ZGN2861NYEKW52T',2,1795371138148,'01M827AZ1W2ZGN2861NYEKW52T','01M827AZ34ZZQ4E9HH9P6DWE8P','thread_started','{"t":"event","stream":"person/01M827AZ1W2ZGN2861NYEKW52T","seq":2,"at":1795371138148,"name":"thread_started","actor":"01M827AZ1W2ZGN2861NYEKW52T","command":"01M827AZ34ZZQ4E9HH9P6DWE8P","puts":[{"kind":"read_mark","id":"01M827AZ34106KNPRKCRQ54A8G","record":{"id":"01M827AZ34106KNPRKCRQ54A8G","person":"01M827AZ1W2ZGN2861NYEKW52T","thread":"01M827AZ34106KNPRKCRQ54A8E","number":1}}]}');
INSERT INTO "journal" VALUES('series/01M827AZ2FXTTZGT10QXKVYHEZ',2,1795371138152,'01M827AZ1W2ZGN2861NYEKW52T','01M827AZ38TRR3YP42WSDPXXS4','post_added','{"t":"event","stream":"series/01M827AZ2FXTTZGT10QXKVYHEZ","seq":2,"at":1795371138152,"name":"post_added","actor":"01M827AZ1W2ZGN2861NYEKW52T","command":"01M827AZ38TRR3YP42WSDPXXS4","puts":[{"kind":"post","id":"01M827AZ38Q16QXN69CNM6790Y","record":{"id":"01M827AZ38Q16QXN69CNM6790Y","thread":"01M827AZ34106KNPRKCRQ54A8E","number":2,"author":"01M827AZ1W2ZGN2861NYEKW52T","at":1795371138152,"text":"It went *well*.","html":"<p>It went <em>well</em>.</p>\n","revision":1,"removed":false}},{"kind":"thread","id":"01M827AZ34106KNPRKCRQ54A8E","record":{"id":"01M827AZ34106KNPRKCRQ54A8E","collaborative":"01D03BBF00CN4CB23K5CWPKPB1","anchor":"topic","anchor_id":"01M827AZ2FXTTZGT10QXKVYHEZ","stream":"series/01M827AZ2FXTTZGT10QXKVYHEZ","title":"Earlier topic","started_by":"01M827AZ1W2ZGN2861NYEKW52T","started_at":1795371138148,"last_number":2,"last_at":1795371138152,"last_by":"01M827AZ1W2ZGN2861NYEKW52T","posts":2,"pinned":false,"current":true,"own":false}}]}');
INSERT INTO "journal" VALUES('person/01M827AZ1W2ZGN2861NYEKW52T',3,1795371138152,'01M827AZ1W2ZGN2861NYEKW52T','01M827AZ38TRR3YP42WSDPXXS4','post_added','{"t":"event","stream":"person/01M827AZ1W2ZGN2861NYEKW52T","seq":3,"at":1795371138152,"name":"post_added","actor":"01M827AZ1W2ZGN2861NYEKW52T","command":"01M827AZ38TRR3YP42WSDPXXS4","puts":[{"kind":"read_mark","id":"01M827AZ34106KNPRKCRQ54A8G","record":{"id":"01M827AZ34106KNPRKCRQ54A8G","person":"01M827AZ1W2ZGN2861NYEKW52T","thread":"01M827AZ34106KNPRKCRQ54A8E","number":2}}]}');
INSERT INTO "journal" VALUES('series/01M827AZ2FXTTZGT10QXKVYHEZ',3,1795371138156,'01M827AZ1W2ZGN2861NYEKW52T','01M827AZ3CCAH0DR0DZA8EGJY2','post_edited','{"t":"event","stream":"series/01M827AZ2FXTTZGT10QXKVYHEZ","seq":3,"at":1795371138156,"name":"post_edited","actor":"01M827AZ1W2ZGN2861NYEKW52T","command":"01M827AZ3CCAH0DR0DZA8EGJY2","puts":[{"kind":"post","id":"01M827AZ38Q16QXN69CNM6790Y","record":{"id":"01M827AZ38Q16QXN69CNM6790Y","thread":"01M827AZ34106KNPRKCRQ54A8E","number":2,"author":"01M827AZ1W2ZGN2861NYEKW52T","at":1795371138152,"text":"It went **very** well.","html":"<p>It went <strong>very</strong> well.</p>\n","edited_at":1795371138156,"revision":2,"removed":false}}]}');
INSERT INTO "journal" VALUES('person/01M827AZ1W2ZGN2861NYEKW52T',4,1795371138160,'01M827AZ1W2ZGN2861NYEKW52T','01M827AZ3GMH3Y3VE8KDRJX161','read_marked','{"t":"event","stream":"person/01M827AZ1W2ZGN2861NYEKW52T","seq":4,"at":1795371138160,"name":"read_marked","actor":"01M827AZ1W2ZGN2861NYEKW52T","command":"01M827AZ3GMH3Y3VE8KDRJX161","puts":[{"kind":"read_mark","id":"01M827AZ34106KNPRKCRQ54A8G","record":{"id":"01M827AZ34106KNPRKCRQ54A8G","person":"01M827AZ1W2ZGN2861NYEKW52T","thread":"01M827AZ34106KNPRKCRQ54A8E","number":2}}]}');
INSERT INTO "journal" VALUES('series/01M827AZ2FXTTZGT10QXKVYHEZ',4,1795371138164,'01M827AZ1W2ZGN2861NYEKW52T','01M827AZ3MSEWXDD4RBVF30R4T','thread_started','{"t":"event","stream":"series/01M827AZ2FXTTZGT10QXKVYHEZ","seq":4,"at":1795371138164,"name":"thread_started","actor":"01M827AZ1W2ZGN2861NYEKW52T","command":"01M827AZ3MSEWXDD4RBVF30R4T","puts":[{"kind":"thread","id":"01M827AZ3M0SYHHTTEHCWX7W4Q","record":{"id":"01M827AZ3M0SYHHTTEHCWX7W4Q","collaborative":"01D03BBF00CN4CB23K5CWPKPB1","anchor":"meeting","anchor_id":"01M827AZ2N8PCNGFCD7D1KYW17","stream":"series/01M827AZ2FXTTZGT10QXKVYHEZ","title":"Earlier meeting","started_by":"01M827AZ1W2ZGN2861NYEKW52T","started_at":1795371138164,"last_number":1,"last_at":1795371138164,"last_by":"01M827AZ1W2ZGN2861NYEKW52T","posts":1,"pinned":false,"current":true,"own":true}},{"kind":"post","id":"01M827AZ3M0SYHHTTEHCWX7W4R","record":{"id":"01M827AZ3M0SYHHTTEHCWX7W4R","thread":"01M827AZ3M0SYHHTTEHCWX7W4Q","number":1,"author":"01M827AZ1W2ZGN2861NYEKW52T","at":1795371138164,"text":"How did it go?","html":"<p>How did it go?</p>\n","revision":1,"removed":false}}]}');
INSERT INTO "journal" VALUES('person/01M827AZ1W2ZGN2861NYEKW52T',5,1795371138164,'01M827AZ1W2ZGN2861NYEKW52T','01M827AZ3MSEWXDD4RBVF30R4T','thread_started','{"t":"event","stream":"person/01M827AZ1W2ZGN2861NYEKW52T","seq":5,"at":1795371138164,"name":"thread_started","actor":"01M827AZ1W2ZGN2861NYEKW52T","command":"01M827AZ3MSEWXDD4RBVF30R4T","puts":[{"kind":"read_mark","id":"01M827AZ3M0SYHHTTEHCWX7W4S","record":{"id":"01M827AZ3M0SYHHTTEHCWX7W4S","person":"01M827AZ1W2ZGN2861NYEKW52T","thread":"01M827AZ3M0SYHHTTEHCWX7W4Q","number":1}}]}');
INSERT INTO "journal" VALUES('series/01M827AZ2FXTTZGT10QXKVYHEZ',5,1795371138168,'01M827AZ1W2ZGN2861NYEKW52T','01M827AZ3R90454NZWH7QQT7MH','post_added','{"t":"event","stream":"series/01M827AZ2FXTTZGT10QXKVYHEZ","seq":5,"at":1795371138168,"name":"post_added","actor":"01M827AZ1W2ZGN2861NYEKW52T","command":"01M827AZ3R90454NZWH7QQT7MH","puts":[{"kind":"post","id":"01M827AZ3RPCC5Y576M6PMDBRR","record":{"id":"01M827AZ3RPCC5Y576M6PMDBRR","thread":"01M827AZ3M0SYHHTTEHCWX7W4Q","number":2,"author":"01M827AZ1W2ZGN2861NYEKW52T","at":1795371138168,"text":"It went *well*.","html":"<p>It went <em>well</em>.</p>\n","revision":1,"removed":false}},{"kind":"thread","id":"01M827AZ3M0SYHHTTEHCWX7W4Q","record":{"id":"01M827AZ3M0SYHHTTEHCWX7W4Q","collaborative":"01D03BBF00CN4CB23K5CWPKPB1","anchor":"meeting","anchor_id":"01M827AZ2N8PCNGFCD7D1KYW17","stream":"series/01M827AZ2FXTTZGT10QXKVYHEZ","title":"Earlier meeting","started_by":"01M827AZ1W2ZGN2861NYEKW52T","started_at":1795371138164,"last_number":2,"last_at":1795371138168,"last_by":"01M827AZ1W2ZGN2861NYEKW52T","posts":2,"pinned":false,"current":true,"own":true}}]}');
INSERT INTO "journal" VALUES('person/01M827AZ1W2ZGN2861NYEKW52T',6,1795371138168,'01M827AZ1W2ZGN2861NYEKW52T','01M827AZ3R90454NZWH7QQT7MH','post_added','{"t":"event","stream":"person/01M827AZ1W2ZGN2861NYEKW52T","seq":6,"at":1795371138168,"name":"post_added","actor":"01M827AZ1W2ZGN2861NYEKW52T","command":"01M827AZ3R90454NZWH7QQT7MH","puts":[{"kind":"read_mark","id":"01M827AZ3M0SYHHTTEHCWX7W4S","record":{"id":"01M827AZ3M0SYHHTTEHCWX7W4S","person":"01M827AZ1W2ZGN2861NYEKW52T","thread":"01M827AZ3M0SYHHTTEHCWX7W4Q","number":2}}]}');
INSERT INTO "journal" VALUES('series/01M827AZ2FXTTZGT10QXKVYHEZ',6,1795371138172,'01M827AZ1W2ZGN2861NYEKW52T','01M827AZ3W85JS6MB3BQV1QDAJ','post_edited','{"t":"event","stream":"series/01M827AZ2FXTTZGT10QXKVYHEZ","seq":6,"at":1795371138172,"name":"post_edited","actor":"01M827AZ1W2ZGN2861NYEKW52T","command":"01M827AZ3W85JS6MB3BQV1QDAJ","puts":[{"kind":"post","id":"01M827AZ3RPCC5Y576M6PMDBRR","record":{"id":"01M827AZ3RPCC5Y576M6PMDBRR","thread":"01M827AZ3M0SYHHTTEHCWX7W4Q","number":2,"author":"01M827AZ1W2ZGN2861NYEKW52T","at":1795371138168,"text":"It went **very** well.","html":"<p>It went <strong>very</strong> well.</p>\n","edited_at":1795371138172,"revision":2,"removed":false}}]}');
INSERT INTO "journal" VALUES('person/01M827AZ1W2ZGN2861NYEKW52T',7,1795371138176,'01M827AZ1W2ZGN2861NYEKW52T','01M827AZ40HS9MXESE3NEX6PTN','read_marked','{"t":"event","stream":"person/01M827AZ1W2ZGN2861NYEKW52T","seq":7,"at":1795371138176,"name":"read_marked","actor":"01M827AZ1W2ZGN2861NYEKW52T","command":"01M827AZ40HS9MXESE3NEX6PTN","puts":[{"kind":"read_mark","id":"01M827AZ3M0SYHHTTEHCWX7W4S","record":{"id":"01M827AZ3M0SYHHTTEHCWX7W4S","person":"01M827AZ1W2ZGN2861NYEKW52T","thread":"01M827AZ3M0SYHHTTEHCWX7W4Q","number":2}}]}');
INSERT INTO "journal" VALUES('extended/01D03BBF00CN4CB23K5CWPKPB1',3,1795371138180,'01M827AZ1W2ZGN2861NYEKW52T','01M827AZ448ERVZSAMGMX63R8H','room_opened','{"t":"event","stream":"extended/01D03BBF00CN4CB23K5CWPKPB1","seq":3,"at":1795371138180,"name":"room_opened","actor":"01M827AZ1W2ZGN2861NYEKW52T","command":"01M827AZ448ERVZSAMGMX63R8H","puts":[{"kind":"meeting","id":"01M827AZ2N8PCNGFCD7D1KYW17","record":{"id":"01M827AZ2N8PCNGFCD7D1KYW17","collaborative":"01D03BBF00CN4CB23K5CWPKPB1","series":"01M827AZ2FXTTZGT10QXKVYHEZ","ordinal":1,"type":"session","state":"live","title":"An earlier session","summary":"","starts_local":"2026-11-23T14:00","zone":"America/New_York","starts_at":1795460400000,"minutes":90,"place":"","objectives":[],"principles":[],"presenting":[],"pre_work":"","materials":"","outcome":"","cancel_reason":"","revision":2,"current":true}}]}');
INSERT INTO "journal" VALUES('meeting/01M827AZ2N8PCNGFCD7D1KYW17',3,1795371138180,'01M827AZ1W2ZGN2861NYEKW52T','01M827AZ448ERVZSAMGMX63R8H','room_opened','{"t":"event","stream":"meeting/01M827AZ2N8PCNGFCD7D1KYW17","seq":3,"at":1795371138180,"name":"room_opened","actor":"01M827AZ1W2ZGN2861NYEKW52T","command":"01M827AZ448ERVZSAMGMX63R8H","puts":[{"kind":"room","id":"01M827AZ2N8PCNGFCD7D1KYW17","record":{"id":"01M827AZ2N8PCNGFCD7D1KYW17","state":"open","opened_at":1795371138180,"item_minutes":0,"host":"01M827AZ1W2ZGN2861NYEKW52T"}}]}');
INSERT INTO "journal" VALUES('meeting/01M827AZ2N8PCNGFCD7D1KYW17',4,1795371138184,'01M827AZ1W2ZGN2861NYEKW52T','01M827AZ48GD8Y6SC2C5XZCXQP','item_moved','{"t":"event","stream":"meeting/01M827AZ2N8PCNGFCD7D1KYW17","seq":4,"at":1795371138184,"name":"item_moved","actor":"01M827AZ1W2ZGN2861NYEKW52T","command":"01M827AZ48GD8Y6SC2C5XZCXQP","puts":[{"kind":"item_run","id":"01M827AZ2RR06J7D399YXXZ2K8","record":{"id":"01M827AZ2RR06J7D399YXXZ2K8","meeting":"01M827AZ2N8PCNGFCD7D1KYW17","started_at":1795371138184,"seconds":0,"added_minutes":0}},{"kind":"room","id":"01M827AZ2N8PCNGFCD7D1KYW17","record":{"id":"01M827AZ2N8PCNGFCD7D1KYW17","state":"open","opened_at":1795371138180,"current_item":"01M827AZ2RR06J7D399YXXZ2K8","item_started_at":1795371138184,"item_minutes":10,"host":"01M827AZ1W2ZGN2861NYEKW52T"}}]}');
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
) STRICT;
INSERT INTO "meetings" VALUES('01M827AZ2N8PCNGFCD7D1KYW17','01D03BBF00CN4CB23K5CWPKPB1','01M827AZ2FXTTZGT10QXKVYHEZ',1,'session','live','An earlier session','','2026-11-23T14:00','America/New_York',1795460400000,90,'','','','','','','',NULL,'',2,1,'','',1795371138144);
CREATE TABLE memberships (
    organisation TEXT NOT NULL REFERENCES organisations (id),
    year TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('pending', 'active', 'lapsed', 'withdrawn')),
    PRIMARY KEY (organisation, year)
) STRICT, WITHOUT ROWID;
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
INSERT INTO "objectives" VALUES('01M827AZ2FXTTZGT10QXKVYHF0','01M827AZ2FXTTZGT10QXKVYHEZ',1,'Turnover','Turnover in every state');
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
INSERT INTO "organisations" VALUES('01D03BBF006DVYDDZWT40F68GE','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Alabama State Department of Education','AL','Alabama','America/Chicago',6,6);
INSERT INTO "organisations" VALUES('01D03BBF0040WKZKTANN71VM7G','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Alaska Department of Education & Early Development','AK','Alaska','America/Anchorage',0,0);
INSERT INTO "organisations" VALUES('01D03BBF00J80K69SPARQTB8K0','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Arizona Department of Education','AZ','Arizona','America/Phoenix',1,5);
INSERT INTO "organisations" VALUES('01D03BBF00Y4K7N05HES1HP254','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Arkansas Department of Education, Division of Elementary and Secondary Education','AR','Arkansas','America/Chicago',4,5);
INSERT INTO "organisations" VALUES('01D03BBF00ZAXCR4056QNK99PS','01D03BBF00CN4CB23K5CWPKPB1','state_agency','California Department of Education','CA','California','America/Los_Angeles',0,4);
INSERT INTO "organisations" VALUES('01D03BBF00Y16DW7ARE8584Y2H','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Colorado Department of Education','CO','Colorado','America/Denver',2,4);
INSERT INTO "organisations" VALUES('01D03BBF00NBMK9ZNX6MX3JJP9','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Connecticut State Department of Education','CT','Connecticut','America/New_York',9,3);
INSERT INTO "organisations" VALUES('01D03BBF00V4XMWDRGZPSW1JB3','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Delaware Department of Education','DE','Delaware','America/New_York',9,4);
INSERT INTO "organisations" VALUES('01D03BBF00JJ26P5FTRH4Z6RCY','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Office of the State Superintendent of Education','DC','District of Columbia','America/New_York',8,5);
INSERT INTO "organisations" VALUES('01D03BBF00QZVY54664DZ8Q94R','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Florida Department of Education','FL','Florida','America/New_York',8,7);
INSERT INTO "organisations" VALUES('01D03BBF00V14NB9CK8KZCWAR7','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Georgia Department of Education','GA','Georgia','America/New_York',7,6);
INSERT INTO "organisations" VALUES('01D03BBF00T8T3XNV0MEGWDKV4','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Hawaii State Department of Education','HI','Hawaii','Pacific/Honolulu',0,7);
INSERT INTO "organisations" VALUES('01D03BBF00QGZH6BJRC3CD75RN','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Idaho Department of Education','ID','Idaho','America/Boise',1,2);
INSERT INTO "organisations" VALUES('01D03BBF00ATDQN4RH0PNGYYX2','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Illinois State Board of Education','IL','Illinois','America/Chicago',5,2);
INSERT INTO "organisations" VALUES('01D03BBF00V7HJPJ52STG0CP6H','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Indiana Department of Education','IN','Indiana','America/Indiana/Indianapolis',5,3);
INSERT INTO "organisations" VALUES('01D03BBF00XTJVTM864RN9RKAY','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Iowa Department of Education','IA','Iowa','America/Chicago',4,3);
INSERT INTO "organisations" VALUES('01D03BBF00R4KFPW8JHKPQKXXZ','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Kansas State Department of Education','KS','Kansas','America/Chicago',3,5);
INSERT INTO "organisations" VALUES('01D03BBF00247DWFDBA32J12ND','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Kentucky Department of Education','KY','Kentucky','America/New_York',5,4);
INSERT INTO "organisations" VALUES('01D03BBF00WHSKFRJBVA6PX8NY','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Louisiana Department of Education','LA','Louisiana','America/Chicago',4,6);
INSERT INTO "organisations" VALUES('01D03BBF00H8434DWN1C7VHB9D','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Maine Department of Education','ME','Maine','America/New_York',10,0);
INSERT INTO "organisations" VALUES('01D03BBF00WZYR6XXZR9SZ0SPR','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Maryland State Department of Education','MD','Maryland','America/New_York',8,4);
INSERT INTO "organisations" VALUES('01D03BBF003QTBF7EPX96V0QQP','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Massachusetts Department of Elementary and Secondary Education','MA','Massachusetts','America/New_York',9,2);
INSERT INTO "organisations" VALUES('01D03BBF00GG0S00V348TA5FAQ','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Michigan Department of Education','MI','Michigan','America/Detroit',6,2);
INSERT INTO "organisations" VALUES('01D03BBF00TCYJCXWAX5MQZTX8','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Minnesota Department of Education','MN','Minnesota','America/Chicago',4,2);
INSERT INTO "organisations" VALUES('01D03BBF00BDR2KZZR3YNR3YRG','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Mississippi Department of Education','MS','Mississippi','America/Chicago',5,6);
INSERT INTO "organisations" VALUES('01D03BBF0008P157168X6AKTTY','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Missouri Department of Elementary and Secondary Education','MO','Missouri','America/Chicago',4,4);
INSERT INTO "organisations" VALUES('01D03BBF00YVGTB8XBSEEAZW0N','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Montana Office of Public Instruction','MT','Montana','America/Denver',2,2);
INSERT INTO "organisations" VALUES('01D03BBF008G6EJZV8ZATY1AD2','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Nebraska Department of Education','NE','Nebraska','America/Chicago',3,4);
INSERT INTO "organisations" VALUES('01D03BBF00PYS78PPM47TVBEFK','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Nevada Department of Education','NV','Nevada','America/Los_Angeles',1,3);
INSERT INTO "organisations" VALUES('01D03BBF00MYTNK0MWN6FSV9GK','01D03BBF00CN4CB23K5CWPKPB1','state_agency','New Hampshire Department of Education','NH','New Hampshire','America/New_York',10,1);
INSERT INTO "organisations" VALUES('01D03BBF00075SVHZVRQRQEWCN','01D03BBF00CN4CB23K5CWPKPB1','state_agency','New Jersey Department of Education','NJ','New Jersey','America/New_York',8,3);
INSERT INTO "organisations" VALUES('01D03BBF00P0VWFG1TAWXRVXYC','01D03BBF00CN4CB23K5CWPKPB1','state_agency','New Mexico Public Education Department','NM','New Mexico','America/Denver',2,5);
INSERT INTO "organisations" VALUES('01D03BBF00Y42P2QKXN4K2B9C7','01D03BBF00CN4CB23K5CWPKPB1','state_agency','New York State Education Department','NY','New York','America/New_York',8,2);
INSERT INTO "organisations" VALUES('01D03BBF00XKTX1BTE6ASERZYA','01D03BBF00CN4CB23K5CWPKPB1','state_agency','North Carolina Department of Public Instruction','NC','North Carolina','America/New_York',6,5);
INSERT INTO "organisations" VALUES('01D03BBF00AAHM0E9W59DBT1BC','01D03BBF00CN4CB23K5CWPKPB1','state_agency','North Dakota Department of Public Instruction','ND','North Dakota','America/Chicago',3,2);
INSERT INTO "organisations" VALUES('01D03BBF00FND1FGY1TACQ8K9C','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Ohio Department of Education and Workforce','OH','Ohio','America/New_York',6,3);
INSERT INTO "organisations" VALUES('01D03BBF00T5DVYTCA0NQ0EAEK','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Oklahoma State Department of Education','OK','Oklahoma','America/Chicago',3,6);
INSERT INTO "organisations" VALUES('01D03BBF00JYD3SCD1M4C1RWCV','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Oregon Department of Education','OR','Oregon','America/Los_Angeles',0,3);
INSERT INTO "organisations" VALUES('01D03BBF00Y37ZGN91035GF1VQ','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Pennsylvania Department of Education','PA','Pennsylvania','America/New_York',7,3);
INSERT INTO "organisations" VALUES('01D03BBF00WJ3ZJD02ATWDV1HD','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Rhode Island Department of Elementary and Secondary Education','RI','Rhode Island','America/New_York',10,3);
INSERT INTO "organisations" VALUES('01D03BBF00HNK874D21HE55KYB','01D03BBF00CN4CB23K5CWPKPB1','state_agency','South Carolina Department of Education','SC','South Carolina','America/New_York',7,5);
INSERT INTO "organisations" VALUES('01D03BBF0022J1CJ7NTQMB4BJZ','01D03BBF00CN4CB23K5CWPKPB1','state_agency','South Dakota Department of Education','SD','South Dakota','America/Chicago',3,3);
INSERT INTO "organisations" VALUES('01D03BBF00E97DWF0JYVETMJF7','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Tennessee Department of Education','TN','Tennessee','America/Chicago',5,5);
INSERT INTO "organisations" VALUES('01D03BBF0021ZXGMH9M1S6T7HP','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Texas Education Agency','TX','Texas','America/Chicago',3,7);
INSERT INTO "organisations" VALUES('01D03BBF002KCPFWBEGQ8FK93K','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Utah State Board of Education','UT','Utah','America/Denver',1,4);
INSERT INTO "organisations" VALUES('01D03BBF00Z41V2WKFZ3FDB0SB','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Vermont Agency of Education','VT','Vermont','America/New_York',9,1);
INSERT INTO "organisations" VALUES('01D03BBF00G87EWFCY50BSXCG8','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Virginia Department of Education','VA','Virginia','America/New_York',7,4);
INSERT INTO "organisations" VALUES('01D03BBF006WCGY1XTK4R3N2Y4','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Office of Superintendent of Public Instruction','WA','Washington','America/Los_Angeles',0,2);
INSERT INTO "organisations" VALUES('01D03BBF00AF7H9Z0DK9Y08HKA','01D03BBF00CN4CB23K5CWPKPB1','state_agency','West Virginia Department of Education','WV','West Virginia','America/New_York',6,4);
INSERT INTO "organisations" VALUES('01D03BBF00F915C979TKK7YKVX','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Wisconsin Department of Public Instruction','WI','Wisconsin','America/Chicago',5,1);
INSERT INTO "organisations" VALUES('01D03BBF00JG11AT5BVHDFYZJF','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Wyoming Department of Education','WY','Wyoming','America/Denver',2,3);
INSERT INTO "organisations" VALUES('01D03BBF00ERT10DQ6FYZZTN8E','01D03BBF00CN4CB23K5CWPKPB1','state_agency','American Samoa Department of Education','AS','American Samoa','Pacific/Pago_Pago',2,8);
INSERT INTO "organisations" VALUES('01D03BBF00RB9TXCECJ9R5CGN3','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Guam Department of Education','GU','Guam','Pacific/Guam',0,8);
INSERT INTO "organisations" VALUES('01D03BBF00ZDCX928HS3MZ2164','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Commonwealth of the Northern Mariana Islands Public School System','MP','Northern Mariana Islands','Pacific/Saipan',1,8);
INSERT INTO "organisations" VALUES('01D03BBF00HT3YT6BS8NX3QSH2','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Puerto Rico Department of Education','PR','Puerto Rico','America/Puerto_Rico',9,7);
INSERT INTO "organisations" VALUES('01D03BBF00V5G2TM5SJGQDZ65P','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Virgin Islands Department of Education','VI','U.S. Virgin Islands','America/St_Thomas',10,7);
INSERT INTO "organisations" VALUES('01D03BBF009VXW0EMJCXY4ZKK6','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Department of Defense Education Activity','DODEA','Department of Defense Education Activity','America/New_York',9,8);
INSERT INTO "organisations" VALUES('01D03BBF002RVV9FQ5NSXTNQW2','01D03BBF00CN4CB23K5CWPKPB1','state_agency','Bureau of Indian Education','BIE','Bureau of Indian Education','America/New_York',10,8);
INSERT INTO "organisations" VALUES('01D03BBF00M7RB5DRA1TH91Y19','01D03BBF00CN4CB23K5CWPKPB1','convener','Council of Chief State School Officers','','CCSSO','America/New_York',-1,-1);
CREATE TABLE participations (
    id TEXT NOT NULL PRIMARY KEY,
    series TEXT NOT NULL REFERENCES series (id),
    organisation TEXT NOT NULL REFERENCES organisations (id),
    UNIQUE (series, organisation)
) STRICT;
INSERT INTO "participations" VALUES('01M827AZ2FXTTZGT10QXKVYHF1','01M827AZ2FXTTZGT10QXKVYHEZ','01D03BBF00FND1FGY1TACQ8K9C');
INSERT INTO "participations" VALUES('01M827AZ2FXTTZGT10QXKVYHF2','01M827AZ2FXTTZGT10QXKVYHEZ','01D03BBF00247DWFDBA32J12ND');
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
INSERT INTO "people" VALUES('01M827AZ1W2ZGN2861NYEKW52T','Ada Earlier','ada@earlier.example','ada@earlier.example','America/New_York',1,'system','comfortable',1,0,0,0);
CREATE TABLE post_versions (
    post TEXT NOT NULL REFERENCES posts (id),
    revision INTEGER NOT NULL,
    at INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (post, revision)
) STRICT, WITHOUT ROWID;
INSERT INTO "post_versions" VALUES('01M827AZ38Q16QXN69CNM6790Y',1,1795371138152,'It went *well*.');
INSERT INTO "post_versions" VALUES('01M827AZ3RPCC5Y576M6PMDBRR',1,1795371138168,'It went *well*.');
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
INSERT INTO "posts" VALUES('01M827AZ34106KNPRKCRQ54A8F','01M827AZ34106KNPRKCRQ54A8E',1,'01M827AZ1W2ZGN2861NYEKW52T',1795371138148,NULL,'How did it go?','<p>How did it go?</p>
',1,NULL,1,0,NULL);
INSERT INTO "posts" VALUES('01M827AZ38Q16QXN69CNM6790Y','01M827AZ34106KNPRKCRQ54A8E',2,'01M827AZ1W2ZGN2861NYEKW52T',1795371138152,NULL,'It went **very** well.','<p>It went <strong>very</strong> well.</p>
',1,1795371138156,2,0,NULL);
INSERT INTO "posts" VALUES('01M827AZ3M0SYHHTTEHCWX7W4R','01M827AZ3M0SYHHTTEHCWX7W4Q',1,'01M827AZ1W2ZGN2861NYEKW52T',1795371138164,NULL,'How did it go?','<p>How did it go?</p>
',1,NULL,1,0,NULL);
INSERT INTO "posts" VALUES('01M827AZ3RPCC5Y576M6PMDBRR','01M827AZ3M0SYHHTTEHCWX7W4Q',2,'01M827AZ1W2ZGN2861NYEKW52T',1795371138168,NULL,'It went **very** well.','<p>It went <strong>very</strong> well.</p>
',1,1795371138172,2,0,NULL);
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
INSERT INTO "principles" VALUES('01D03BBF00488SEQCBM2ENE5MW','01D03BBF00CN4CB23K5CWPKPB1',1,'Elevate school improvement as an urgent priority','If everything is a priority, nothing is.','Improvement of the lowest-performing schools comes first at the school, the district and the state agency alike. Everyone can say who decides, who acts and who answers for results at each level.','Write down the state''s vision and theory of action for improvement, grounded in what earlier efforts taught, and say what has to be true at school, district and state level for it to work.
Give the work a seat: put the improvement lead on the senior team, protect staff time and money for it, and keep equity at the center of the agency''s plan.
Use the chief''s public voice and the agency''s reporting to keep attention on identified schools.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
INSERT INTO "principles" VALUES('01D03BBF00MH1EN1XHZVZJ378J','01D03BBF00CN4CB23K5CWPKPB1',2,'Make decisions on what best serves each and every student','Put students at the center so that every student succeeds.','Choices are tested against what will serve every student, on the expectation that all of them can reach the goals. Rules and habits that hold low performance in place are questioned and changed.','Review state and local policy for barriers to improvement, and create conditions or authorities that let schools move faster when they stall.
Be willing to try different funding or governance arrangements where the present ones do not serve students.
Connect every office in the agency, including those for students with disabilities and English learners, to the improvement work.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
INSERT INTO "principles" VALUES('01D03BBF001J4NF9HDHV8W7CA9','01D03BBF00CN4CB23K5CWPKPB1',3,'Engage early, regularly and authentically','If you want to go far, go together.','Improvement is done with schools, families and communities rather than to them. Trust, shared planning and two-way feedback come early and continue, and community assets and services outside school are brought in.','Make families, staff, civil-rights groups and community members partners in needs assessment, planning, monitoring and adjustment.
Provide or arrange training so families and community members can take part on equal terms.
Vet and work with outside partners whose record and approach fit the system''s priorities.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
INSERT INTO "principles" VALUES('01D03BBF00AXA9K6D6AZF032Z5','01D03BBF00CN4CB23K5CWPKPB1',4,'Select at each level the strategy that best fits','One size does not fit all.','Districts and schools design plans that fit their situation, and the state chooses the kind and degree of action that fits each case, up to its strongest authority for schools that do not improve.','Give needs assessments real weight: let them drive plan approval, funding, assistance and stronger action.
Vary support and monitoring by the needs, assets and capacity of each school and district.
Choose from a full range of state actions, from locally led work through networks and zones to closure or takeover, weighing capacity and local conditions.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
INSERT INTO "principles" VALUES('01D03BBF00Q465YYS3DWNHCN5N','01D03BBF00CN4CB23K5CWPKPB1',5,'Support LEAs and schools in designing high-quality plans','Failing to plan is planning to fail.','Plans grow out of each school''s assets, needs and root causes, and draw on research about effective schools, implementation, what works for whom, and how learning and adversity interact.','See that plans address both conditions for learning and the quality of instruction.
Bring the district''s own role and capacity into planning and oversight.
Help schools find interventions that fit, and help them study promising approaches where evidence is thin.
Use timelines, templates and planning periods that keep plans complete, usable and open to revision.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
INSERT INTO "principles" VALUES('01D03BBF00D0JW298MCYN52RHT','01D03BBF00CN4CB23K5CWPKPB1',6,'Focus on leaders and teachers in the highest-need schools','Talent matters.','The schools with the greatest need get, or grow, leaders and teachers with the particular skills that rapid improvement asks for.','Invest in school leadership, including through the optional Title II leadership set-aside, so identified schools can attract, develop and keep able leaders.
Look across preparation, hiring, development and retention for identified schools, and back ongoing learning embedded in the job.
Read local Title II plans alongside improvement applications, and point funds and incentives at the schools that need them most.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
INSERT INTO "principles" VALUES('01D03BBF00NT8HS320KQ26M6ZM','01D03BBF00CN4CB23K5CWPKPB1',7,'Dedicate sufficient resources and align them','Put your money where your mouth is.','Time, people and money are enough for the job, pointed at the system''s goals, used efficiently because roles are clear, and partners are held to results.','Line up federal, state and local funding streams behind improvement plans.
Cut duplicate requirements and mixed messages that reach schools.
Staff the state agency for the work, including time for evaluation and continuous improvement.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
INSERT INTO "principles" VALUES('01D03BBF0005910WJ2G59783WM','01D03BBF00CN4CB23K5CWPKPB1',8,'Set benchmarks and report progress','What gets measured gets done.','Ambitious but reachable short- and long-term benchmarks cover equity and excellence, and progress against them is reported openly.','Set benchmarks for thoughtful implementation, for leading indicators and for exit, and help districts do the same for schools identified for student-group performance.
Share progress with families and communities throughout, not only at the end.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
INSERT INTO "principles" VALUES('01D03BBF00BPDVC82JVEDZGW65','01D03BBF00CN4CB23K5CWPKPB1',9,'Implement rigorously and continuously improve','Ideas are only as good as they are implemented.','Plans are carried out with care, information is gathered while the work is under way, and evidence about what works, for whom and where is used to change course.','Keep attention on implementation with districts, schools and partners.
Run regular data routines with milestones and feedback loops, and step in when progress stalls.
Carry lessons from successes and failures into the next choice of strategy.
Examine and improve the state agency''s own practice.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
INSERT INTO "principles" VALUES('01D03BBF00CBA9VJVX3RYM6352','01D03BBF00CN4CB23K5CWPKPB1',10,'Plan from the beginning to sustain success','Don''t be a flash in the pan.','From day one there is a plan for the money, the political support and the local capacity to keep improving after extra help ends.','Build continuous-improvement capacity in districts, not only in schools, along with commitment among educators, families and the community.
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
INSERT INTO "protocol_steps" VALUES('01D03BBF0015E05Y4A228YM8BZ',1,'Introduce',3,'facilitator','plenary','State the goal, the norms and the times.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF0015E05Y4A228YM8BZ',2,'Present the draft',12,'presenter','plenary','Give goals, audience, the draft and one focus question.','focus question');
INSERT INTO "protocol_steps" VALUES('01D03BBF0015E05Y4A228YM8BZ',3,'Clarifying questions',5,'participants','plenary','Facts only.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF0015E05Y4A228YM8BZ',4,'Read in silence',8,'participants','individual','Note where the draft serves its goals and where it drifts.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF0015E05Y4A228YM8BZ',5,'Choose feedback',2,'participants','individual','Mark one warm and one cool point to share.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF0015E05Y4A228YM8BZ',6,'Warm and cool feedback',15,'participants','fishbowl','Talk to each other: strengths first, then gaps and questions; the presenter listens.','warm and cool points');
INSERT INTO "protocol_steps" VALUES('01D03BBF0015E05Y4A228YM8BZ',7,'Presenter responds',8,'presenter','plenary','Take up what you choose.','revisions to make');
INSERT INTO "protocol_steps" VALUES('01D03BBF0015E05Y4A228YM8BZ',8,'Debrief',7,'all','plenary','How did it go for the presenter? For the group?','');
INSERT INTO "protocol_steps" VALUES('01D03BBF001X3ZFPN9V614NYFH',1,'Think of your question',1,'all','individual','What is your challenge, and what help do you need?','');
INSERT INTO "protocol_steps" VALUES('01D03BBF001X3ZFPN9V614NYFH',2,'Form threes',1,'facilitator','breakout','Mix states; no two from one agency.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF001X3ZFPN9V614NYFH',3,'Round 1: share, clarify',3,'client 1','breakout','Two minutes to share, one for questions.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF001X3ZFPN9V614NYFH',4,'Round 1: consult, respond',6,'consultants','breakout','Client turns away and listens for five minutes, then says in one what helped.','most useful idea');
INSERT INTO "protocol_steps" VALUES('01D03BBF001X3ZFPN9V614NYFH',5,'Round 2: share, clarify',3,'client 2','breakout','As round 1.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF001X3ZFPN9V614NYFH',6,'Round 2: consult, respond',6,'consultants','breakout','As round 1.','most useful idea');
INSERT INTO "protocol_steps" VALUES('01D03BBF001X3ZFPN9V614NYFH',7,'Round 3: share, clarify',3,'client 3','breakout','As round 1.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF001X3ZFPN9V614NYFH',8,'Round 3: consult, respond',6,'consultants','breakout','As round 1.','most useful idea');
INSERT INTO "protocol_steps" VALUES('01D03BBF001X3ZFPN9V614NYFH',9,'Gather',6,'all','plenary','Post one idea you will use.','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF0036CZEBMHQKYXS6RJ',1,'Name the unwanted result',5,'facilitator','plenary','Offer a vivid worst outcome and agree it.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF0036CZEBMHQKYXS6RJ',2,'How to make sure of it',12,'all','breakout','List all you could do to bring it about (1-2-4-All).','list 1');
INSERT INTO "protocol_steps" VALUES('01D03BBF0036CZEBMHQKYXS6RJ',3,'What looks like what we do?',12,'all','breakout','Go down the list, honestly.','list 2');
INSERT INTO "protocol_steps" VALUES('01D03BBF0036CZEBMHQKYXS6RJ',4,'First stops',11,'all','breakout','For each, what is the first step to stop?','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF005FFJY078V9AEG8BX',1,'Welcome, purpose, norms',5,'facilitator','plenary','Objectives of the session and how to take part.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF005FFJY078V9AEG8BX',2,'National context',10,'facilitator','plenary','What the requirement says and what states commonly find hard.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF005FFJY078V9AEG8BX',3,'Spotlight',15,'presenting state','plenary','What we did, for whom, what it took, what went wrong.','practice draft');
INSERT INTO "protocol_steps" VALUES('01D03BBF005FFJY078V9AEG8BX',4,'Questions',10,'all','plenary','Facts first, then conditions: what would have to be true for us?','');
INSERT INTO "protocol_steps" VALUES('01D03BBF005FFJY078V9AEG8BX',5,'Breakouts by need',30,'all','breakout','Three or four rooms chosen from the pre-work poll; each with a host and a note taker.','room notes');
INSERT INTO "protocol_steps" VALUES('01D03BBF005FFJY078V9AEG8BX',6,'Report',8,'hosts','plenary','Two points each.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF005FFJY078V9AEG8BX',7,'Action steps',10,'all','individual','Each state writes at least one step with an owner and a date.','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF005FFJY078V9AEG8BX',8,'Feedback and close',2,'facilitator','plenary','Survey, next session, thread to carry on.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF007DM5JC4VD8B9TWTP',1,'Alone: your 15 percent',5,'all','individual','What is in your hands to do now?','');
INSERT INTO "protocol_steps" VALUES('01D03BBF007DM5JC4VD8B9TWTP',2,'Share in small groups',12,'all','breakout','Each reads out ideas, one at a time.','ideas');
INSERT INTO "protocol_steps" VALUES('01D03BBF007DM5JC4VD8B9TWTP',3,'Consult',8,'all','breakout','Ask and advise, one person at a time.','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF009G2EBY5YRRWJP3Z1',1,'Match call',15,'facilitator','small','Agree the question and who should come.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF009G2EBY5YRRWJP3Z1',2,'Context swap',10,'both','small','Five minutes each on size, law and roles that matter here.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF009G2EBY5YRRWJP3Z1',3,'Host shares',15,'host state','small','Show the thing itself: form, data routine, letter.','resources');
INSERT INTO "protocol_steps" VALUES('01D03BBF009G2EBY5YRRWJP3Z1',4,'Work on it',15,'both','small','Apply it to the visiting state''s case.','ideas');
INSERT INTO "protocol_steps" VALUES('01D03BBF009G2EBY5YRRWJP3Z1',5,'Next steps',5,'both','small','Who does what; may we tell the series?','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF00A2ZCZ4J20H9MXXD7',1,'Welcome and etiquette',10,'facilitator','plenary','Explain rounds, table hosts and the first question.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00A2ZCZ4J20H9MXXD7',2,'Round 1',20,'all','breakout','Talk at tables of four or five; write on the page.','table notes');
INSERT INTO "protocol_steps" VALUES('01D03BBF00A2ZCZ4J20H9MXXD7',3,'Round 2',20,'all','breakout','Move; the host stays and sums up, travellers add.','table notes');
INSERT INTO "protocol_steps" VALUES('01D03BBF00A2ZCZ4J20H9MXXD7',4,'Round 3',20,'all','breakout','Move again, or return home, with a closing question.','table notes');
INSERT INTO "protocol_steps" VALUES('01D03BBF00A2ZCZ4J20H9MXXD7',5,'Harvest',20,'all','plenary','Share patterns and what follows.','themes');
INSERT INTO "protocol_steps" VALUES('01D03BBF00BA0BNWMJ6RQPZ61F',1,'Open and assign',2,'facilitator','plenary','Name the presenter, timekeeper and note taker; remind all that the aim is the presenter''s thinking.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00BA0BNWMJ6RQPZ61F',2,'Present the dilemma',8,'presenter','plenary','Say what is happening, what has been tried, and end with one focus question.','focus question');
INSERT INTO "protocol_steps" VALUES('01D03BBF00BA0BNWMJ6RQPZ61F',3,'Clarifying questions',5,'consultants','plenary','Ask only for short facts.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00BA0BNWMJ6RQPZ61F',4,'Probing questions',10,'consultants','plenary','Ask questions that widen the presenter''s view; the presenter may answer, the group does not debate. The presenter then restates the question.','restated question');
INSERT INTO "protocol_steps" VALUES('01D03BBF00BA0BNWMJ6RQPZ61F',5,'Group discussion',15,'consultants','fishbowl','Talk with each other about the dilemma while the presenter listens and takes notes.','ideas');
INSERT INTO "protocol_steps" VALUES('01D03BBF00BA0BNWMJ6RQPZ61F',6,'Presenter reflects',5,'presenter','plenary','Say what you heard, what is now clearer and what you may try.','next step');
INSERT INTO "protocol_steps" VALUES('01D03BBF00BA0BNWMJ6RQPZ61F',7,'Debrief',5,'all','plenary','How did the process go? What will each take home?','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF00F674TP6QXXBSGVQG',1,'Draft',6,'all','individual','Write one step: what, who, by when, how we will know.','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF00F674TP6QXXBSGVQG',2,'Swap',10,'pairs','breakout','Read your partner''s step: is it specific, owned, dated and checkable? What could stop it?','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00F674TP6QXXBSGVQG',3,'Revise',5,'all','individual','Improve it; cut it to what fits in 30 days.','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF00F674TP6QXXBSGVQG',4,'Link',5,'all','plenary','Look for another state with the same problem and link the steps.','cross-state links');
INSERT INTO "protocol_steps" VALUES('01D03BBF00F674TP6QXXBSGVQG',5,'Say it',4,'all','plenary','Read out one line.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00G27E4CYJRFHCGZFM',1,'Alone',1,'all','individual','Write your answer.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00G27E4CYJRFHCGZFM',2,'In pairs',2,'all','breakout','Share and build.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00G27E4CYJRFHCGZFM',3,'In fours',4,'all','breakout','Compare; notice what is the same and what is not.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00G27E4CYJRFHCGZFM',4,'All',5,'all','plenary','Each four offers one idea that stood out, no repeats.','ideas');
INSERT INTO "protocol_steps" VALUES('01D03BBF00J7W7AXV2EJKJV3H0',1,'Read updates',5,'all','individual','Read what was posted before the call.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00J7W7AXV2EJKJV3H0',2,'Round',15,'each state','plenary','One minute: done, learned, stuck.','updates');
INSERT INTO "protocol_steps" VALUES('01D03BBF00J7W7AXV2EJKJV3H0',3,'Help two',20,'all','breakout','Pick two stuck steps; ten minutes each of questions and ideas.','ideas');
INSERT INTO "protocol_steps" VALUES('01D03BBF00J7W7AXV2EJKJV3H0',4,'Re-plan',5,'all','individual','Change the date, the step, or set it aside with a reason.','updates');
INSERT INTO "protocol_steps" VALUES('01D03BBF00KNY2MTMQHC6J2FKZ',1,'Set up',5,'facilitator','plenary','Name three or four to begin; keep one seat free; say how to step in.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00KNY2MTMQHC6J2FKZ',2,'Inner talk',20,'inner circle','fishbowl','Talk with each other. Anyone may take the free seat; someone then leaves.','points');
INSERT INTO "protocol_steps" VALUES('01D03BBF00KNY2MTMQHC6J2FKZ',3,'Outer observations',10,'outer circle','plenary','What did you hear? What was missing?','observations');
INSERT INTO "protocol_steps" VALUES('01D03BBF00KNY2MTMQHC6J2FKZ',4,'Inner reply',8,'inner circle','fishbowl','Respond.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00KNY2MTMQHC6J2FKZ',5,'Close',7,'all','plenary','One thing to take home.','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF00MK4BXRVV6VG2A7XA',1,'What?',10,'all','breakout','Alone for one minute, then in small groups: what did we see or hear? Facts only.','observations');
INSERT INTO "protocol_steps" VALUES('01D03BBF00MK4BXRVV6VG2A7XA',2,'So what?',12,'all','breakout','Why does it matter? What pattern is there?','meaning');
INSERT INTO "protocol_steps" VALUES('01D03BBF00MK4BXRVV6VG2A7XA',3,'Now what?',12,'all','breakout','What follows for each state, and for us together?','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF00MK4BXRVV6VG2A7XA',4,'Share',6,'all','plenary','One next step per group.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00ZR68GE2MDN9F4GET',1,'Home groups',3,'facilitator','breakout','Give each member of a home group a different text.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00ZR68GE2MDN9F4GET',2,'Read',10,'all','individual','Read your text with two questions.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00ZR68GE2MDN9F4GET',3,'Expert groups',12,'all','breakout','Meet those with the same text; agree the three points to carry.','three points');
INSERT INTO "protocol_steps" VALUES('01D03BBF00ZR68GE2MDN9F4GET',4,'Back home',20,'all','breakout','Each teaches in four minutes; others ask.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00ZR68GE2MDN9F4GET',5,'Across texts',10,'all','plenary','What agrees, what conflicts, what fits us?','implications');
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
INSERT INTO "protocols" VALUES('01D03BBF00BA0BNWMJ6RQPZ61F','01D03BBF00CN4CB23K5CWPKPB1','consultancy','Consultancy','Help one state think more widely about a specific, current dilemma.','One state has a hard question with no ready answer.',50,'Consultancy Protocol, developed by Gene Thompson-Grove, Paula Evans and Faith Dunne (Coalition of Essential Schools), revised by the National School Reform Faculty');
INSERT INTO "protocols" VALUES('01D03BBF0015E05Y4A228YM8BZ','01D03BBF00CN4CB23K5CWPKPB1','tuning','Tuning Protocol','Sharpen a draft against its own goals.','A state has a draft form, policy, rubric or plan to improve.',60,'Tuning Protocol, developed by Joseph McDonald and David Allen (Coalition of Essential Schools)');
INSERT INTO "protocols" VALUES('01D03BBF001X3ZFPN9V614NYFH','01D03BBF00CN4CB23K5CWPKPB1','troika','Troika Consulting','Give and get quick help in threes.','Everyone has a live question and time is short.',35,'Troika Consulting, from Liberating Structures (Henri Lipmanowicz and Keith McCandless)');
INSERT INTO "protocols" VALUES('01D03BBF00G27E4CYJRFHCGZFM','01D03BBF00CN4CB23K5CWPKPB1','one_two_four_all','1-2-4-All','Bring out everyone''s ideas on one question.','Opening a topic; choosing breakout themes; large groups.',12,'1-2-4-All, from Liberating Structures (Henri Lipmanowicz and Keith McCandless)');
INSERT INTO "protocols" VALUES('01D03BBF00MK4BXRVV6VG2A7XA','01D03BBF00CN4CB23K5CWPKPB1','what_so_what','What, So What, Now What','Make sense of shared experience and move to action.','Closing a session; reading poll or survey results together.',40,'What, So What, Now What? (W3), from Liberating Structures; draws on Rolfe, Borton and others');
INSERT INTO "protocols" VALUES('01D03BBF0036CZEBMHQKYXS6RJ','01D03BBF00CN4CB23K5CWPKPB1','triz','TRIZ (stop doing)','Find what we do that makes the bad result likely, and stop it.','A system seems stuck; requirements pile up.',40,'TRIZ, from Liberating Structures (adapted by its authors from the engineering method)');
INSERT INTO "protocols" VALUES('01D03BBF007DM5JC4VD8B9TWTP','01D03BBF00CN4CB23K5CWPKPB1','fifteen_percent','15% Solutions','Find what each person can do now without permission or money.','People feel held up by rules or resources.',25,'15% Solutions, from Liberating Structures (after Gareth Morgan)');
INSERT INTO "protocols" VALUES('01D03BBF00KNY2MTMQHC6J2FKZ','01D03BBF00CN4CB23K5CWPKPB1','fishbowl','Fishbowl','Let many listen closely to a few, then join.','Two or three states differ on a hard choice.',50,'Fishbowl, a widely used dialogue format');
INSERT INTO "protocols" VALUES('01D03BBF00A2ZCZ4J20H9MXXD7','01D03BBF00CN4CB23K5CWPKPB1','world_cafe','World Café','Cross-pollinate ideas over several rounds.','A convening; several linked questions.',90,'World Café, by Juanita Brown and David Isaacs and the World Café community');
INSERT INTO "protocols" VALUES('01D03BBF00ZR68GE2MDN9F4GET','01D03BBF00CN4CB23K5CWPKPB1','jigsaw','Jigsaw','Share a lot of reading quickly.','Several state examples or guidance documents to cover.',55,'Jigsaw, after Elliot Aronson and Spencer Kagan');
INSERT INTO "protocols" VALUES('01D03BBF005FFJY078V9AEG8BX','01D03BBF00CN4CB23K5CWPKPB1','state_spotlight','State spotlight','Hear one state''s practice and put it to use.','Standard P2P session with a presenting state.',90,'Our composite, from the public description of State Support Network exchanges');
INSERT INTO "protocols" VALUES('01D03BBF00F674TP6QXXBSGVQG','01D03BBF00CN4CB23K5CWPKPB1','action_clinic','Action-step clinic','Turn intentions into steps that will happen.','Last part of a session or a 30-day check-in.',30,'Own design, using SMART, 30/60/90-day and PDSA conventions');
INSERT INTO "protocols" VALUES('01D03BBF00J7W7AXV2EJKJV3H0','01D03BBF00CN4CB23K5CWPKPB1','thirty_day','30-day check-in','Keep the work alive between sessions.','About 30, 60 and 90 days after a session.',45,'Own design, after PDSA huddles and 90-day cycle practice');
INSERT INTO "protocols" VALUES('01D03BBF009G2EBY5YRRWJP3Z1','01D03BBF00CN4CB23K5CWPKPB1','peer_match','One-to-one exchange','Pair two agencies on one question.','A state wants depth with one peer.',60,'Own design, from the one-to-one structure described by the State Support Network');
CREATE TABLE read_marks (
    id TEXT NOT NULL UNIQUE,
    person TEXT NOT NULL REFERENCES people (id),
    thread TEXT NOT NULL REFERENCES threads (id),
    number INTEGER NOT NULL,
    PRIMARY KEY (person, thread)
) STRICT, WITHOUT ROWID;
INSERT INTO "read_marks" VALUES('01M827AZ34106KNPRKCRQ54A8G','01M827AZ1W2ZGN2861NYEKW52T','01M827AZ34106KNPRKCRQ54A8E',2);
INSERT INTO "read_marks" VALUES('01M827AZ3M0SYHHTTEHCWX7W4S','01M827AZ1W2ZGN2861NYEKW52T','01M827AZ3M0SYHHTTEHCWX7W4Q',2);
CREATE TABLE "receipts" (
    person TEXT NOT NULL,
    command TEXT NOT NULL,
    at INTEGER NOT NULL,
    digest TEXT NOT NULL,
    outcome TEXT NOT NULL,
    PRIMARY KEY (command, person)
) STRICT, WITHOUT ROWID;
INSERT INTO "receipts" VALUES('00000000000000000000000000','01M827AZ11W3JPPWVA2JHKC0X1',1795371138081,'c8ee368d1407c9d83066fbd65443eaed16e290bd77151cfb1a1b28b818a4a1d1','{"t":"ack","id":"01M827AZ11W3JPPWVA2JHKC0X1","positions":{}}');
INSERT INTO "receipts" VALUES('01M827AZ1W2ZGN2861NYEKW52T','01M827AZ2EZMZ4ES523EHBRP9M',1795371138127,'08e766659114b2c1bd4fa1d120e95e3dda5e7ab80441f582db8d6f9713570155','{"t":"ack","id":"01M827AZ2EZMZ4ES523EHBRP9M","positions":{"person/01M827AZ1W2ZGN2861NYEKW52T":1,"staff/01D03BBF00CN4CB23K5CWPKPB1":1},"result":{"series":"01M827AZ2FXTTZGT10QXKVYHEZ","slug":"an-earlier-series"}}');
INSERT INTO "receipts" VALUES('01M827AZ1W2ZGN2861NYEKW52T','01M827AZ2NE97NANJ8AW971ENM',1795371138133,'1602fa6eaedc8875ba41aba13360b1f446a4004578701cd045b632f142aaaa2b','{"t":"ack","id":"01M827AZ2NE97NANJ8AW971ENM","positions":{"meeting/01M827AZ2N8PCNGFCD7D1KYW17":1,"staff/01D03BBF00CN4CB23K5CWPKPB1":2},"result":{"meeting":"01M827AZ2N8PCNGFCD7D1KYW17","ordinal":1}}');
INSERT INTO "receipts" VALUES('01M827AZ1W2ZGN2861NYEKW52T','01M827AZ2RT0XDVVD9E8QYPGZG',1795371138136,'9deee864d86485470fc0b2fdcd4dd9a093198ef0970fb3c89ffa899c3a5d103e','{"t":"ack","id":"01M827AZ2RT0XDVVD9E8QYPGZG","positions":{"meeting/01M827AZ2N8PCNGFCD7D1KYW17":2,"staff/01D03BBF00CN4CB23K5CWPKPB1":3},"result":{"revision":2,"total_minutes":20}}');
INSERT INTO "receipts" VALUES('01M827AZ1W2ZGN2861NYEKW52T','01M827AZ2WRX1TDM6STAFVQR7P',1795371138140,'977b264a5af6265ed258dbbb88e7d20ec288bfd2fecc9cb5d6d8dedce547d6c0','{"t":"ack","id":"01M827AZ2WRX1TDM6STAFVQR7P","positions":{"extended/01D03BBF00CN4CB23K5CWPKPB1":1,"staff/01D03BBF00CN4CB23K5CWPKPB1":4}}');
INSERT INTO "receipts" VALUES('01M827AZ1W2ZGN2861NYEKW52T','01M827AZ30FKW5T127FX9PVHTH',1795371138144,'af354443126a5778b90784c3a80cec50f2c74620ecbda1d3acc493261733fe14','{"t":"ack","id":"01M827AZ30FKW5T127FX9PVHTH","positions":{"extended/01D03BBF00CN4CB23K5CWPKPB1":2,"staff/01D03BBF00CN4CB23K5CWPKPB1":5}}');
INSERT INTO "receipts" VALUES('01M827AZ1W2ZGN2861NYEKW52T','01M827AZ34ZZQ4E9HH9P6DWE8P',1795371138148,'57e8e027dcc8097cae74585f08f7417ec8e1869aa9b57061ff72f413471212a6','{"t":"ack","id":"01M827AZ34ZZQ4E9HH9P6DWE8P","positions":{"person/01M827AZ1W2ZGN2861NYEKW52T":2,"series/01M827AZ2FXTTZGT10QXKVYHEZ":1},"result":{"thread":"01M827AZ34106KNPRKCRQ54A8E","post":"01M827AZ34106KNPRKCRQ54A8F","number":1}}');
INSERT INTO "receipts" VALUES('01M827AZ1W2ZGN2861NYEKW52T','01M827AZ38TRR3YP42WSDPXXS4',1795371138152,'bc98e9b227a927d86b8421010d2ff3bc65038ed15beaa25a43d3d6b9c1bc0cb1','{"t":"ack","id":"01M827AZ38TRR3YP42WSDPXXS4","positions":{"person/01M827AZ1W2ZGN2861NYEKW52T":3,"series/01M827AZ2FXTTZGT10QXKVYHEZ":2},"result":{"post":"01M827AZ38Q16QXN69CNM6790Y","number":2}}');
INSERT INTO "receipts" VALUES('01M827AZ1W2ZGN2861NYEKW52T','01M827AZ3CCAH0DR0DZA8EGJY2',1795371138156,'17adde1c3f9fba28ad7af909ec32011209e6827d0e65064a6b535923e1d28c76','{"t":"ack","id":"01M827AZ3CCAH0DR0DZA8EGJY2","positions":{"series/01M827AZ2FXTTZGT10QXKVYHEZ":3},"result":{"revision":2}}');
INSERT INTO "receipts" VALUES('01M827AZ1W2ZGN2861NYEKW52T','01M827AZ3GMH3Y3VE8KDRJX161',1795371138160,'43a7b0581d03e49e95393c2f53d81b6f85e97e3050e40805fefbac04ef232978','{"t":"ack","id":"01M827AZ3GMH3Y3VE8KDRJX161","positions":{"person/01M827AZ1W2ZGN2861NYEKW52T":4},"result":{"number":2}}');
INSERT INTO "receipts" VALUES('01M827AZ1W2ZGN2861NYEKW52T','01M827AZ3MSEWXDD4RBVF30R4T',1795371138164,'5409c9942d50c96aaa07d1c60c7eff72c2b42af04053816708208135964aceb5','{"t":"ack","id":"01M827AZ3MSEWXDD4RBVF30R4T","positions":{"person/01M827AZ1W2ZGN2861NYEKW52T":5,"series/01M827AZ2FXTTZGT10QXKVYHEZ":4},"result":{"thread":"01M827AZ3M0SYHHTTEHCWX7W4Q","post":"01M827AZ3M0SYHHTTEHCWX7W4R","number":1}}');
INSERT INTO "receipts" VALUES('01M827AZ1W2ZGN2861NYEKW52T','01M827AZ3R90454NZWH7QQT7MH',1795371138168,'a61200e5763e6f3bc695c2ae2c3d26183d753e47d40be3ca909538ff4caf0d11','{"t":"ack","id":"01M827AZ3R90454NZWH7QQT7MH","positions":{"person/01M827AZ1W2ZGN2861NYEKW52T":6,"series/01M827AZ2FXTTZGT10QXKVYHEZ":5},"result":{"post":"01M827AZ3RPCC5Y576M6PMDBRR","number":2}}');
INSERT INTO "receipts" VALUES('01M827AZ1W2ZGN2861NYEKW52T','01M827AZ3W85JS6MB3BQV1QDAJ',1795371138172,'1b07249d1bbd0582c9cbd952d2690b6a93768cc88dfd2044a117519f3e275763','{"t":"ack","id":"01M827AZ3W85JS6MB3BQV1QDAJ","positions":{"series/01M827AZ2FXTTZGT10QXKVYHEZ":6},"result":{"revision":2}}');
INSERT INTO "receipts" VALUES('01M827AZ1W2ZGN2861NYEKW52T','01M827AZ40HS9MXESE3NEX6PTN',1795371138176,'26c5fe56ea0d19fa22ce0fb674de34ecd68bc6126951a2d8947cc948444641a1','{"t":"ack","id":"01M827AZ40HS9MXESE3NEX6PTN","positions":{"person/01M827AZ1W2ZGN2861NYEKW52T":7},"result":{"number":2}}');
INSERT INTO "receipts" VALUES('01M827AZ1W2ZGN2861NYEKW52T','01M827AZ448ERVZSAMGMX63R8H',1795371138180,'d7f8a6294b79659a16e8b11f3ee5e36e03332a40915c94601ca778bc8fbac1c4','{"t":"ack","id":"01M827AZ448ERVZSAMGMX63R8H","positions":{"extended/01D03BBF00CN4CB23K5CWPKPB1":3,"meeting/01M827AZ2N8PCNGFCD7D1KYW17":3}}');
INSERT INTO "receipts" VALUES('01M827AZ1W2ZGN2861NYEKW52T','01M827AZ48GD8Y6SC2C5XZCXQP',1795371138184,'0303aa963e82bf5836e936e0a939c295668b2942659a5689c8490cbb63e3e284','{"t":"ack","id":"01M827AZ48GD8Y6SC2C5XZCXQP","positions":{"meeting/01M827AZ2N8PCNGFCD7D1KYW17":4},"result":{"current_item":"01M827AZ2RR06J7D399YXXZ2K8"}}');
CREATE TABLE role_grants (
    person TEXT NOT NULL REFERENCES people (id),
    role TEXT NOT NULL
        CHECK (role IN ('administrator', 'facilitator', 'state_lead', 'state_member', 'partner', 'observer')),
    collaborative TEXT NOT NULL REFERENCES collaboratives (id),
    PRIMARY KEY (person, collaborative, role)
) STRICT, WITHOUT ROWID;
INSERT INTO "role_grants" VALUES('01M827AZ1W2ZGN2861NYEKW52T','administrator','01D03BBF00CN4CB23K5CWPKPB1');
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
INSERT INTO "rooms" VALUES('01M827AZ2N8PCNGFCD7D1KYW17','open',1795371138180,NULL,NULL,'01M827AZ2RR06J7D399YXXZ2K8',1795371138184,10,'01M827AZ1W2ZGN2861NYEKW52T',NULL,NULL,0,NULL);
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
CREATE TABLE seats (
    person TEXT NOT NULL REFERENCES people (id),
    collaborative TEXT NOT NULL REFERENCES collaboratives (id),
    organisation TEXT NOT NULL REFERENCES organisations (id),
    title TEXT NOT NULL,
    function TEXT NOT NULL,
    primary_contact INTEGER NOT NULL CHECK (primary_contact IN (0, 1)),
    PRIMARY KEY (person, collaborative)
) STRICT, WITHOUT ROWID;
INSERT INTO "seats" VALUES('01M827AZ1W2ZGN2861NYEKW52T','01D03BBF00CN4CB23K5CWPKPB1','01D03BBF00M7RB5DRA1TH91Y19','','',0);
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
INSERT INTO "series" VALUES('01M827AZ2FXTTZGT10QXKVYHEZ','01D03BBF00CN4CB23K5CWPKPB1','an-earlier-series','An earlier series','','running','2026-11-22','2027-02-20',1,1);
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
CREATE TABLE sign_ins (
    secret_hash TEXT NOT NULL PRIMARY KEY,
    person TEXT NOT NULL REFERENCES people (id),
    started_at INTEGER NOT NULL,
    used_at INTEGER NOT NULL,
    agent TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "sign_ins" VALUES('a295ec9e4e947e30c6bcdc7a03e672a625ee919f771f09a3369c15b27038f45b','01M827AZ1W2ZGN2861NYEKW52T',1795371138122,1795371138122,'');
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
INSERT INTO "streams" VALUES('extended/01D03BBF00CN4CB23K5CWPKPB1',3,0);
INSERT INTO "streams" VALUES('meeting/01M827AZ2N8PCNGFCD7D1KYW17',4,0);
INSERT INTO "streams" VALUES('person/01M827AZ1W2ZGN2861NYEKW52T',7,0);
INSERT INTO "streams" VALUES('series/01M827AZ2FXTTZGT10QXKVYHEZ',6,0);
INSERT INTO "streams" VALUES('staff/01D03BBF00CN4CB23K5CWPKPB1',5,0);
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
INSERT INTO "threads" VALUES('01M827AZ34106KNPRKCRQ54A8E','01D03BBF00CN4CB23K5CWPKPB1','topic','01M827AZ2FXTTZGT10QXKVYHEZ','series/01M827AZ2FXTTZGT10QXKVYHEZ','Earlier topic','01M827AZ1W2ZGN2861NYEKW52T',1795371138148,2,1795371138152,'01M827AZ1W2ZGN2861NYEKW52T',2,0,1,0);
INSERT INTO "threads" VALUES('01M827AZ3M0SYHHTTEHCWX7W4Q','01D03BBF00CN4CB23K5CWPKPB1','meeting','01M827AZ2N8PCNGFCD7D1KYW17','series/01M827AZ2FXTTZGT10QXKVYHEZ','Earlier meeting','01M827AZ1W2ZGN2861NYEKW52T',1795371138164,2,1795371138168,'01M827AZ1W2ZGN2861NYEKW52T',2,0,1,1);
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
CREATE TRIGGER grounds_seats_changed AFTER UPDATE OF person, collaborative, organisation ON seats BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_seats_gone AFTER DELETE ON seats BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_role_grants_added AFTER INSERT ON role_grants BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_role_grants_changed AFTER UPDATE ON role_grants BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_role_grants_gone AFTER DELETE ON role_grants BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_participations_added AFTER INSERT ON participations BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_participations_changed AFTER UPDATE OF series, organisation ON participations BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
CREATE TRIGGER grounds_participations_gone AFTER DELETE ON participations BEGIN UPDATE grounds SET number = number + 1 WHERE one = 1; END;
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
COMMIT;
