-- Made by earlier/make.py with the program of 86ac87b, through its own commands; schema 11.
-- person: ada@earlier.example
-- token: fdX-sUJoR8hk-fR1XmaiPb81DBJ_i4oAj37PcZ4xKWQ
-- cookie: interstate_32979=cf_bxljhbfcPSBeOrDZdPk39CJzcd-YlK0AzJyHOR_0
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
INSERT INTO "agenda_items" VALUES('01M81ZQ74GZWGYPF6HFJEQZ6AR','01M81ZQ74F2WY06RE1S5HN2D4N',1,'Welcome',10,'all','plenary','','',0);
INSERT INTO "agenda_items" VALUES('01M81ZQ74GZWGYPF6HFJEQZ6AS','01M81ZQ74F2WY06RE1S5HN2D4N',2,'Next steps',10,'all','plenary','','',1);
CREATE TABLE api_tokens (
    secret_hash TEXT NOT NULL PRIMARY KEY,
    person TEXT NOT NULL REFERENCES people (id),
    name TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "api_tokens" VALUES('3032bf034a0ed17f21e32ca3fa6d9a34ff20849fed383b49838de6a694c124b1','01M81ZQ74470NAEV994A3KCPSA','test',1795363151012,1826899151012);
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
INSERT INTO "collaboratives" VALUES('01D03BBF0049Z5N7N5R8SA5ZCM','sdi','School and District Improvement (SDI) Collaborative','SDI','2026-2027','{"description":"A membership group of state education agencies working on how states, and the districts in them, improve schools. Members look at new research-based strategies, hear from people with expertise, and work across states on problems they share, with particular attention to what districts do for every school.","convener":"Council of Chief State School Officers (CCSSO)","goals":[{"year":"2018-2019","source":"seed 000","overall":"Help states put the CCSSO principles to use as their ESSA plans begin to operate for the lowest-performing schools.","goals":[{"id":"G1","text":"Make family and community engagement a strong lever for improvement, with community-school and family-engagement partners.","principles":[3]},{"id":"G2","text":"Turn school transformation into workable strategy, including a look at high school redesign.","principles":[4,5]},{"id":"G3","text":"Keep going on ESSA implementation where states ask for it: sharper exit criteria, decisions driven by data, and support models for technical assistance.","principles":[4]},{"id":"G4","text":"Study supports for student groups in literacy, mathematics, English learning, and social-emotional or multi-tiered supports.","principles":[2]}]},{"year":"2019-2020","source":"https://ccsso.org/school-and-district-improvement-sdi-collaborative","overall":"Advance equity in school improvement and prepare for schools that do not improve.","principle_links_are":"our suggestion","goals":[{"id":"G1","text":"Write a paper on where equity, evidence-based practice and school improvement meet.","principles":[2,5]},{"id":"G2","text":"Each state sets one or two strategic goals for advancing equity at home.","principles":[2]},{"id":"G3","text":"Produce a resource on more rigorous options a state can use to help districts whose schools are not improving.","principles":[4]},{"id":"G4","text":"Work with experts to set state improvement goals focused on CSI and TSI schools and on next options for those that do not improve.","principles":[4,8]},{"id":"G5","text":"Find openings to advance equity and plan state implementation in schools identified for comprehensive or targeted support.","principles":[2,9]}]},{"year":"2016-2017","source":"http://www.ccsso.org/Resources/Programs/School_and_District_Improvement_(SDI).html","overall":"Move to ESSA in turning around low-performing schools and districts.","principle_links_are":"none in source","goals":[{"id":"G1","text":"Sharpen implementation plans against ESSA requirements.","principles":[]},{"id":"G2","text":"Find ways to give schools and districts good support under ESSA.","principles":[]},{"id":"G3","text":"Coordinate services and supports inside the agency.","principles":[]},{"id":"G4","text":"Develop effective, efficient statewide systems of support.","principles":[]},{"id":"G5","text":"Create plan templates for identified schools.","principles":[]},{"id":"G6","text":"Deepen knowledge in high-need areas such as student supports, educator pipelines and stakeholder engagement.","principles":[]}]}],"who_joins":[{"key":"school_improvement_lead","label":"School improvement leads"},{"key":"title_i_director","label":"Title I directors"},{"key":"school_leadership","label":"School leadership staff"},{"key":"deputy_superintendent","label":"Deputy superintendents"},{"key":"associate_superintendent","label":"Associate superintendents"},{"key":"principal_supervisor","label":"Principal supervisors"}],"resources":["School and District Improvement (SDI) Collaborative Membership Information (yearly)","CCSSO Principles of Effective School Improvement Systems","Roadmap to the Principles of Effective School Improvement Systems","Deep Dive into Principle 1 of Principles of Effective School Improvement Systems","Deep Dive into Principle 2 of Principles of Effective School Improvement Systems","Deep Dive into Principle 3 of Principles of Effective School Improvement Systems","Deep Dive into Principle 4 of Principles of Effective School Improvement Systems","Deep Dive into Principle 5 of Principles of Effective School Improvement Systems","Deep Dive into Principle 6 of Principles of Effective School Improvement Systems","Deep Dive into Principle 7 of Principles of Effective School Improvement Systems","Deep Dive into Principle 8 of Principles of Effective School Improvement Systems","Deep Dive into Principle 9 of Principles of Effective School Improvement Systems","Deep Dive into Principle 10 of Principles of Effective School Improvement Systems","Collaborative meeting dates (yearly)","Membership signup form"]}');
CREATE TABLE due_items (
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    target TEXT NOT NULL,
    PRIMARY KEY (at, kind, target)
) STRICT, WITHOUT ROWID;
INSERT INTO "due_items" VALUES(1795363150980,'welcome_person','01M81ZQ74470NAEV994A3KCPSA');
INSERT INTO "due_items" VALUES(1795469400000,'close_abandoned','01M81ZQ74F2WY06RE1S5HN2D4N');
CREATE TABLE facts_of_store (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "facts_of_store" VALUES('epoch','01M81ZQ72JP4X8ZN353RP2P8HC');
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
INSERT INTO "invitations" VALUES('1ab67b2abe7c34b64037949775f4dc90fc4bf2984ab07423f02a93b52ae50b65','01M81ZQ74470NAEV994A3KCPSA',1795363150980,1796572750980,1795363150984);
CREATE TABLE item_runs (
    id TEXT NOT NULL PRIMARY KEY REFERENCES agenda_items (id),
    meeting TEXT NOT NULL REFERENCES meetings (id),
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    -- Of visits that are over.
    used_ms INTEGER NOT NULL CHECK (used_ms >= 0),
    added_minutes INTEGER NOT NULL CHECK (added_minutes >= 0)
) STRICT;
INSERT INTO "item_runs" VALUES('01M81ZQ74GZWGYPF6HFJEQZ6AR','01M81ZQ74F2WY06RE1S5HN2D4N',1795363151003,NULL,0,0);
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
INSERT INTO "journal" VALUES('staff/01D03BBF0049Z5N7N5R8SA5ZCM',1,1795363150989,'01M81ZQ74470NAEV994A3KCPSA','01M81ZQ74DXHDP3D70ACSBSK9H','series_created','{"t":"event","stream":"staff/01D03BBF0049Z5N7N5R8SA5ZCM","seq":1,"at":1795363150989,"name":"series_created","actor":"01M81ZQ74470NAEV994A3KCPSA","command":"01M81ZQ74DXHDP3D70ACSBSK9H","puts":[{"kind":"series","id":"01M81ZQ74DTJ0F4REZT7FX4C4T","record":{"id":"01M81ZQ74DTJ0F4REZT7FX4C4T","collaborative":"01D03BBF0049Z5N7N5R8SA5ZCM","slug":"an-earlier-series","title":"An earlier series","description":"","state":"draft","starts_on":"2026-11-22","ends_on":"2027-02-20","current":true,"revision":1}},{"kind":"objective","id":"01M81ZQ74DTJ0F4REZT7FX4C4V","record":{"id":"01M81ZQ74DTJ0F4REZT7FX4C4V","series":"01M81ZQ74DTJ0F4REZT7FX4C4T","ordinal":1,"short_name":"Turnover","text":"Turnover in every state"}},{"kind":"participation","id":"01M81ZQ74DTJ0F4REZT7FX4C4W","record":{"id":"01M81ZQ74DTJ0F4REZT7FX4C4W","series":"01M81ZQ74DTJ0F4REZT7FX4C4T","organisation":"01D03BBF004GMQFTVA8SS3D0MB"}},{"kind":"participation","id":"01M81ZQ74DTJ0F4REZT7FX4C4X","record":{"id":"01M81ZQ74DTJ0F4REZT7FX4C4X","series":"01M81ZQ74DTJ0F4REZT7FX4C4T","organisation":"01D03BBF00001SSW0TSQ47AHQZ"}}]}');
INSERT INTO "journal" VALUES('person/01M81ZQ74470NAEV994A3KCPSA',1,1795363150989,'01M81ZQ74470NAEV994A3KCPSA','01M81ZQ74DXHDP3D70ACSBSK9H','series_created','{"t":"event","stream":"person/01M81ZQ74470NAEV994A3KCPSA","seq":1,"at":1795363150989,"name":"series_created","actor":"01M81ZQ74470NAEV994A3KCPSA","command":"01M81ZQ74DXHDP3D70ACSBSK9H","puts":[{"kind":"standing","id":"01M81ZQ74470NAEV994A3KCPSA","record":{"id":"01M81ZQ74470NAEV994A3KCPSA","collaborative":"01D03BBF0049Z5N7N5R8SA5ZCM","organisation":"01D03BBF00FBFMPFP6JE87VNDC","roles":["administrator"],"series":["01M81ZQ74DTJ0F4REZT7FX4C4T"]}}]}');
INSERT INTO "journal" VALUES('staff/01D03BBF0049Z5N7N5R8SA5ZCM',2,1795363150991,'01M81ZQ74470NAEV994A3KCPSA','01M81ZQ74F5TRSHSEAXWCNRM6P','meeting_scheduled','{"t":"event","stream":"staff/01D03BBF0049Z5N7N5R8SA5ZCM","seq":2,"at":1795363150991,"name":"meeting_scheduled","actor":"01M81ZQ74470NAEV994A3KCPSA","command":"01M81ZQ74F5TRSHSEAXWCNRM6P","puts":[{"kind":"meeting","id":"01M81ZQ74F2WY06RE1S5HN2D4N","record":{"id":"01M81ZQ74F2WY06RE1S5HN2D4N","collaborative":"01D03BBF0049Z5N7N5R8SA5ZCM","series":"01M81ZQ74DTJ0F4REZT7FX4C4T","ordinal":1,"type":"session","state":"draft","title":"An earlier session","summary":"","starts_local":"2026-11-23T14:00","zone":"America/New_York","starts_at":1795460400000,"minutes":90,"place":"","objectives":[],"principles":[],"presenting":[],"pre_work":"","materials":"","outcome":"","cancel_reason":"","revision":1,"current":true}}]}');
INSERT INTO "journal" VALUES('meeting/01M81ZQ74F2WY06RE1S5HN2D4N',1,1795363150991,'01M81ZQ74470NAEV994A3KCPSA','01M81ZQ74F5TRSHSEAXWCNRM6P','meeting_scheduled','{"t":"event","stream":"meeting/01M81ZQ74F2WY06RE1S5HN2D4N","seq":1,"at":1795363150991,"name":"meeting_scheduled","actor":"01M81ZQ74470NAEV994A3KCPSA","command":"01M81ZQ74F5TRSHSEAXWCNRM6P","puts":[{"kind":"meeting_link","id":"01M81ZQ74F2WY06RE1S5HN2D4N","record":{"id":"01M81ZQ74F2WY06RE1S5HN2D4N","link":"","dial_in":""}}]}');
INSERT INTO "journal" VALUES('staff/01D03BBF0049Z5N7N5R8SA5ZCM',3,1795363150992,'01M81ZQ74470NAEV994A3KCPSA','01M81ZQ74GMVJRC4QYM54SXTJJ','agenda_set','{"t":"event","stream":"staff/01D03BBF0049Z5N7N5R8SA5ZCM","seq":3,"at":1795363150992,"name":"agenda_set","actor":"01M81ZQ74470NAEV994A3KCPSA","command":"01M81ZQ74GMVJRC4QYM54SXTJJ","puts":[{"kind":"meeting","id":"01M81ZQ74F2WY06RE1S5HN2D4N","record":{"id":"01M81ZQ74F2WY06RE1S5HN2D4N","collaborative":"01D03BBF0049Z5N7N5R8SA5ZCM","series":"01M81ZQ74DTJ0F4REZT7FX4C4T","ordinal":1,"type":"session","state":"draft","title":"An earlier session","summary":"","starts_local":"2026-11-23T14:00","zone":"America/New_York","starts_at":1795460400000,"minutes":90,"place":"","objectives":[],"principles":[],"presenting":[],"pre_work":"","materials":"","outcome":"","cancel_reason":"","revision":2,"current":true}}]}');
INSERT INTO "journal" VALUES('meeting/01M81ZQ74F2WY06RE1S5HN2D4N',2,1795363150992,'01M81ZQ74470NAEV994A3KCPSA','01M81ZQ74GMVJRC4QYM54SXTJJ','agenda_set','{"t":"event","stream":"meeting/01M81ZQ74F2WY06RE1S5HN2D4N","seq":2,"at":1795363150992,"name":"agenda_set","actor":"01M81ZQ74470NAEV994A3KCPSA","command":"01M81ZQ74GMVJRC4QYM54SXTJJ","puts":[{"kind":"agenda_item","id":"01M81ZQ74GZWGYPF6HFJEQZ6AR","record":{"id":"01M81ZQ74GZWGYPF6HFJEQZ6AR","meeting":"01M81ZQ74F2WY06RE1S5HN2D4N","ordinal":1,"title":"Welcome","minutes":10,"who":"all","mode":"plenary","instruction":"","capture":"","next_steps":false}},{"kind":"agenda_item","id":"01M81ZQ74GZWGYPF6HFJEQZ6AS","record":{"id":"01M81ZQ74GZWGYPF6HFJEQZ6AS","meeting":"01M81ZQ74F2WY06RE1S5HN2D4N","ordinal":2,"title":"Next steps","minutes":10,"who":"all","mode":"plenary","instruction":"","capture":"","next_steps":true}}]}');
INSERT INTO "journal" VALUES('extended/01D03BBF0049Z5N7N5R8SA5ZCM',1,1795363150993,'01M81ZQ74470NAEV994A3KCPSA','01M81ZQ74HWABHMWWCXKAJVQ0K','series_published','{"t":"event","stream":"extended/01D03BBF0049Z5N7N5R8SA5ZCM","seq":1,"at":1795363150993,"name":"series_published","actor":"01M81ZQ74470NAEV994A3KCPSA","command":"01M81ZQ74HWABHMWWCXKAJVQ0K","puts":[{"kind":"series","id":"01M81ZQ74DTJ0F4REZT7FX4C4T","record":{"id":"01M81ZQ74DTJ0F4REZT7FX4C4T","collaborative":"01D03BBF0049Z5N7N5R8SA5ZCM","slug":"an-earlier-series","title":"An earlier series","description":"","state":"running","starts_on":"2026-11-22","ends_on":"2027-02-20","current":true,"revision":1}},{"kind":"objective","id":"01M81ZQ74DTJ0F4REZT7FX4C4V","record":{"id":"01M81ZQ74DTJ0F4REZT7FX4C4V","series":"01M81ZQ74DTJ0F4REZT7FX4C4T","ordinal":1,"short_name":"Turnover","text":"Turnover in every state"}},{"kind":"participation","id":"01M81ZQ74DTJ0F4REZT7FX4C4X","record":{"id":"01M81ZQ74DTJ0F4REZT7FX4C4X","series":"01M81ZQ74DTJ0F4REZT7FX4C4T","organisation":"01D03BBF00001SSW0TSQ47AHQZ"}},{"kind":"participation","id":"01M81ZQ74DTJ0F4REZT7FX4C4W","record":{"id":"01M81ZQ74DTJ0F4REZT7FX4C4W","series":"01M81ZQ74DTJ0F4REZT7FX4C4T","organisation":"01D03BBF004GMQFTVA8SS3D0MB"}}]}');
INSERT INTO "journal" VALUES('staff/01D03BBF0049Z5N7N5R8SA5ZCM',4,1795363150993,'01M81ZQ74470NAEV994A3KCPSA','01M81ZQ74HWABHMWWCXKAJVQ0K','series_published','{"t":"event","stream":"staff/01D03BBF0049Z5N7N5R8SA5ZCM","seq":4,"at":1795363150993,"name":"series_published","actor":"01M81ZQ74470NAEV994A3KCPSA","command":"01M81ZQ74HWABHMWWCXKAJVQ0K","puts":[],"removes":[{"kind":"series","id":"01M81ZQ74DTJ0F4REZT7FX4C4T"},{"kind":"objective","id":"01M81ZQ74DTJ0F4REZT7FX4C4V"},{"kind":"participation","id":"01M81ZQ74DTJ0F4REZT7FX4C4X"},{"kind":"participation","id":"01M81ZQ74DTJ0F4REZT7FX4C4W"}]}');
INSERT INTO "journal" VALUES('extended/01D03BBF0049Z5N7N5R8SA5ZCM',2,1795363150994,'01M81ZQ74470NAEV994A3KCPSA','01M81ZQ74JR9S96M1ZN1JER287','meeting_announced','{"t":"event","stream":"extended/01D03BBF0049Z5N7N5R8SA5ZCM","seq":2,"at":1795363150994,"name":"meeting_announced","actor":"01M81ZQ74470NAEV994A3KCPSA","command":"01M81ZQ74JR9S96M1ZN1JER287","puts":[{"kind":"meeting","id":"01M81ZQ74F2WY06RE1S5HN2D4N","record":{"id":"01M81ZQ74F2WY06RE1S5HN2D4N","collaborative":"01D03BBF0049Z5N7N5R8SA5ZCM","series":"01M81ZQ74DTJ0F4REZT7FX4C4T","ordinal":1,"type":"session","state":"announced","title":"An earlier session","summary":"","starts_local":"2026-11-23T14:00","zone":"America/New_York","starts_at":1795460400000,"minutes":90,"place":"","objectives":[],"principles":[],"presenting":[],"pre_work":"","materials":"","outcome":"","cancel_reason":"","revision":2,"current":true}}]}');
INSERT INTO "journal" VALUES('staff/01D03BBF0049Z5N7N5R8SA5ZCM',5,1795363150994,'01M81ZQ74470NAEV994A3KCPSA','01M81ZQ74JR9S96M1ZN1JER287','meeting_announced','{"t":"event","stream":"staff/01D03BBF0049Z5N7N5R8SA5ZCM","seq":5,"at":1795363150994,"name":"meeting_announced","actor":"01M81ZQ74470NAEV994A3KCPSA","command":"01M81ZQ74JR9S96M1ZN1JER287","puts":[],"removes":[{"kind":"meeting","id":"01M81ZQ74F2WY06RE1S5HN2D4N"}]}');
INSERT INTO "journal" VALUES('series/01M81ZQ74DTJ0F4REZT7FX4C4T',1,1795363150995,'01M81ZQ74470NAEV994A3KCPSA','01M81ZQ74KH1FVCTJV1W5EB06Y','thread_started','{"t":"event","stream":"series/01M81ZQ74DTJ0F4REZT7FX4C4T","seq":1,"at":1795363150995,"name":"thread_started","actor":"01M81ZQ74470NAEV994A3KCPSA","command":"01M81ZQ74KH1FVCTJV1W5EB06Y","puts":[{"kind":"thread","id":"01M81ZQ74KTM4GZVS56TCA9HT7","record":{"id":"01M81ZQ74KTM4GZVS56TCA9HT7","collaborative":"01D03BBF0049Z5N7N5R8SA5ZCM","anchor":"topic","anchor_id":"01M81ZQ74DTJ0F4REZT7FX4C4T","stream":"series/01M81ZQ74DTJ0F4REZT7FX4C4T","title":"Earlier topic","started_by":"01M81ZQ74470NAEV994A3KCPSA","started_at":1795363150995,"last_number":1,"last_at":1795363150995,"last_by":"01M81ZQ74470NAEV994A3KCPSA","posts":1,"pinned":false,"current":true,"own":false}},{"kind":"post","id":"01M81ZQ74KTM4GZVS56TCA9HT8","record":{"id":"01M81ZQ74KTM4GZVS56TCA9HT8","thread":"01M81ZQ74KTM4GZVS56TCA9HT7","number":1,"author":"01M81ZQ74470NAEV994A3KCPSA","at":1795363150995,"text":"How did it go?","html":"<p>How did it go?</p>\n","revision":1,"removed":false}}]}');
INSERT INTO "journal" VALUES('person/01M81ZQ74470NAEV994A3KCPSA',2,1795363150995,'01M81ZQ74470NAEV994A3KCPSA','01M81ZQ74KH1FVCTJV1W5EB06Y','thread_started','{"t":"event","stream":"person/01M81ZQ74470NAEV994A3KCPSA","seq":2,"at":1795363150995,"name":"thread_started","actor":"01M81ZQ74470NAEV994A3KCPSA","command":"01M81ZQ74KH1FVCTJV1W5EB06Y","puts":[{"kind":"read_mark","id":"01M81ZQ74KTM4GZVS56TCA9HT9","record":{"id":"01M81ZQ74KTM4GZVS56TCA9HT9","person":"01M81ZQ74470NAEV994A3KCPSA","thread":"01M81ZQ74KTM4GZVS56TCA9HT7","number":1}}]}');
INSERT INTO "journal" VALUES('series/01M81ZQ74DTJ0F4REZT7FX4C4T',2,1795363150996,'01M81ZQ74470NAEV994A3KCPSA','01M81ZQ74MQ4AN7VXTFQ03S6DT','post_added','{"t":"event","stream":"series/01M81ZQ74DTJ0F4REZT7FX4C4T","seq":2,"at":1795363150996,"name":"post_added","actor":"01M81ZQ74470NAEV994A3KCPSA","command":"01M81ZQ74MQ4AN7VXTFQ03S6DT","puts":[{"kind":"post","id":"01M81ZQ74MDXR9G4Y4DB98RN0M","record":{"id":"01M81ZQ74MDXR9G4Y4DB98RN0M","thread":"01M81ZQ74KTM4GZVS56TCA9HT7","number":2,"author":"01M81ZQ74470NAEV994A3KCPSA","at":1795363150996,"text":"It went *well*.","html":"<p>It went <em>well</em>.</p>\n","revision":1,"removed":false}},{"kind":"thread","id":"01M81ZQ74KTM4GZVS56TCA9HT7","record":{"id":"01M81ZQ74KTM4GZVS56TCA9HT7","collaborative":"01D03BBF0049Z5N7N5R8SA5ZCM","anchor":"topic","anchor_id":"01M81ZQ74DTJ0F4REZT7FX4C4T","stream":"series/01M81ZQ74DTJ0F4REZT7FX4C4T","title":"Earlier topic","started_by":"01M81ZQ74470NAEV994A3KCPSA","started_at":1795363150995,"last_number":2,"last_at":1795363150996,"last_by":"01M81ZQ74470NAEV994A3KCPSA","posts":2,"pinned":false,"current":true,"own":false}}]}');
INSERT INTO "journal" VALUES('person/01M81ZQ74470NAEV994A3KCPSA',3,1795363150996,'01M81ZQ74470NAEV994A3KCPSA','01M81ZQ74MQ4AN7VXTFQ03S6DT','post_added','{"t":"event","stream":"person/01M81ZQ74470NAEV994A3KCPSA","seq":3,"at":1795363150996,"name":"post_added","actor":"01M81ZQ74470NAEV994A3KCPSA","command":"01M81ZQ74MQ4AN7VXTFQ03S6DT","puts":[{"kind":"read_mark","id":"01M81ZQ74KTM4GZVS56TCA9HT9","record":{"id":"01M81ZQ74KTM4GZVS56TCA9HT9","person":"01M81ZQ74470NAEV994A3KCPSA","thread":"01M81ZQ74KTM4GZVS56TCA9HT7","number":2}}]}');
INSERT INTO "journal" VALUES('series/01M81ZQ74DTJ0F4REZT7FX4C4T',3,1795363150997,'01M81ZQ74470NAEV994A3KCPSA','01M81ZQ74NDZXW0YRYGWRMYYQK','post_edited','{"t":"event","stream":"series/01M81ZQ74DTJ0F4REZT7FX4C4T","seq":3,"at":1795363150997,"name":"post_edited","actor":"01M81ZQ74470NAEV994A3KCPSA","command":"01M81ZQ74NDZXW0YRYGWRMYYQK","puts":[{"kind":"post","id":"01M81ZQ74MDXR9G4Y4DB98RN0M","record":{"id":"01M81ZQ74MDXR9G4Y4DB98RN0M","thread":"01M81ZQ74KTM4GZVS56TCA9HT7","number":2,"author":"01M81ZQ74470NAEV994A3KCPSA","at":1795363150996,"text":"It went **very** well.","html":"<p>It went <strong>very</strong> well.</p>\n","edited_at":1795363150997,"revision":2,"removed":false}}]}');
INSERT INTO "journal" VALUES('person/01M81ZQ74470NAEV994A3KCPSA',4,1795363150998,'01M81ZQ74470NAEV994A3KCPSA','01M81ZQ74P12AEB9BBPKHVBXX2','read_marked','{"t":"event","stream":"person/01M81ZQ74470NAEV994A3KCPSA","seq":4,"at":1795363150998,"name":"read_marked","actor":"01M81ZQ74470NAEV994A3KCPSA","command":"01M81ZQ74P12AEB9BBPKHVBXX2","puts":[{"kind":"read_mark","id":"01M81ZQ74KTM4GZVS56TCA9HT9","record":{"id":"01M81ZQ74KTM4GZVS56TCA9HT9","person":"01M81ZQ74470NAEV994A3KCPSA","thread":"01M81ZQ74KTM4GZVS56TCA9HT7","number":2}}]}');
INSERT INTO "journal" VALUES('series/01M81ZQ74DTJ0F4REZT7FX4C4T',4,1795363150999,'01M81ZQ74470NAEV994A3KCPSA','01M81ZQ74QBYFTCXNMPY1NKFWP','thread_started','{"t":"event","stream":"series/01M81ZQ74DTJ0F4REZT7FX4C4T","seq":4,"at":1795363150999,"name":"thread_started","actor":"01M81ZQ74470NAEV994A3KCPSA","command":"01M81ZQ74QBYFTCXNMPY1NKFWP","puts":[{"kind":"thread","id":"01M81ZQ74Q47MDVCSH38XQ9VSQ","record":{"id":"01M81ZQ74Q47MDVCSH38XQ9VSQ","collaborative":"01D03BBF0049Z5N7N5R8SA5ZCM","anchor":"meeting","anchor_id":"01M81ZQ74F2WY06RE1S5HN2D4N","stream":"series/01M81ZQ74DTJ0F4REZT7FX4C4T","title":"Earlier meeting","started_by":"01M81ZQ74470NAEV994A3KCPSA","started_at":1795363150999,"last_number":1,"last_at":1795363150999,"last_by":"01M81ZQ74470NAEV994A3KCPSA","posts":1,"pinned":false,"current":true,"own":true}},{"kind":"post","id":"01M81ZQ74Q47MDVCSH38XQ9VSR","record":{"id":"01M81ZQ74Q47MDVCSH38XQ9VSR","thread":"01M81ZQ74Q47MDVCSH38XQ9VSQ","number":1,"author":"01M81ZQ74470NAEV994A3KCPSA","at":1795363150999,"text":"How did it go?","html":"<p>How did it go?</p>\n","revision":1,"removed":false}}]}');
INSERT INTO "journal" VALUES('person/01M81ZQ74470NAEV994A3KCPSA',5,1795363150999,'01M81ZQ74470NAEV994A3KCPSA','01M81ZQ74QBYFTCXNMPY1NKFWP','thread_started','{"t":"event","stream":"person/01M81ZQ74470NAEV994A3KCPSA","seq":5,"at":1795363150999,"name":"thread_started","actor":"01M81ZQ74470NAEV994A3KCPSA","command":"01M81ZQ74QBYFTCXNMPY1NKFWP","puts":[{"kind":"read_mark","id":"01M81ZQ74Q47MDVCSH38XQ9VSS","record":{"id":"01M81ZQ74Q47MDVCSH38XQ9VSS","person":"01M81ZQ74470NAEV994A3KCPSA","thread":"01M81ZQ74Q47MDVCSH38XQ9VSQ","number":1}}]}');
INSERT INTO "journal" VALUES('series/01M81ZQ74DTJ0F4REZT7FX4C4T',5,1795363151000,'01M81ZQ74470NAEV994A3KCPSA','01M81ZQ74R0JC5HPQ92AS6HA9W','post_added','{"t":"event","stream":"series/01M81ZQ74DTJ0F4REZT7FX4C4T","seq":5,"at":1795363151000,"name":"post_added","actor":"01M81ZQ74470NAEV994A3KCPSA","command":"01M81ZQ74R0JC5HPQ92AS6HA9W","puts":[{"kind":"post","id":"01M81ZQ74R5QVBPFJ8S5SKKVRT","record":{"id":"01M81ZQ74R5QVBPFJ8S5SKKVRT","thread":"01M81ZQ74Q47MDVCSH38XQ9VSQ","number":2,"author":"01M81ZQ74470NAEV994A3KCPSA","at":1795363151000,"text":"It went *well*.","html":"<p>It went <em>well</em>.</p>\n","revision":1,"removed":false}},{"kind":"thread","id":"01M81ZQ74Q47MDVCSH38XQ9VSQ","record":{"id":"01M81ZQ74Q47MDVCSH38XQ9VSQ","collaborative":"01D03BBF0049Z5N7N5R8SA5ZCM","anchor":"meeting","anchor_id":"01M81ZQ74F2WY06RE1S5HN2D4N","stream":"series/01M81ZQ74DTJ0F4REZT7FX4C4T","title":"Earlier meeting","started_by":"01M81ZQ74470NAEV994A3KCPSA","started_at":1795363150999,"last_number":2,"last_at":1795363151000,"last_by":"01M81ZQ74470NAEV994A3KCPSA","posts":2,"pinned":false,"current":true,"own":true}}]}');
INSERT INTO "journal" VALUES('person/01M81ZQ74470NAEV994A3KCPSA',6,1795363151000,'01M81ZQ74470NAEV994A3KCPSA','01M81ZQ74R0JC5HPQ92AS6HA9W','post_added','{"t":"event","stream":"person/01M81ZQ74470NAEV994A3KCPSA","seq":6,"at":1795363151000,"name":"post_added","actor":"01M81ZQ74470NAEV994A3KCPSA","command":"01M81ZQ74R0JC5HPQ92AS6HA9W","puts":[{"kind":"read_mark","id":"01M81ZQ74Q47MDVCSH38XQ9VSS","record":{"id":"01M81ZQ74Q47MDVCSH38XQ9VSS","person":"01M81ZQ74470NAEV994A3KCPSA","thread":"01M81ZQ74Q47MDVCSH38XQ9VSQ","number":2}}]}');
INSERT INTO "journal" VALUES('series/01M81ZQ74DTJ0F4REZT7FX4C4T',6,1795363151001,'01M81ZQ74470NAEV994A3KCPSA','01M81ZQ74SWQ3TGD40V5WSGCKR','post_edited','{"t":"event","stream":"series/01M81ZQ74DTJ0F4REZT7FX4C4T","seq":6,"at":1795363151001,"name":"post_edited","actor":"01M81ZQ74470NAEV994A3KCPSA","command":"01M81ZQ74SWQ3TGD40V5WSGCKR","puts":[{"kind":"post","id":"01M81ZQ74R5QVBPFJ8S5SKKVRT","record":{"id":"01M81ZQ74R5QVBPFJ8S5SKKVRT","thread":"01M81ZQ74Q47MDVCSH38XQ9VSQ","number":2,"author":"01M81ZQ74470NAEV994A3KCPSA","at":1795363151000,"text":"It went **very** well.","html":"<p>It went <strong>very</strong> well.</p>\n","edited_at":1795363151001,"revision":2,"removed":false}}]}');
INSERT INTO "journal" VALUES('person/01M81ZQ74470NAEV994A3KCPSA',7,1795363151001,'01M81ZQ74470NAEV994A3KCPSA','01M81ZQ74STP0YFYW3KG017HMF','read_marked','{"t":"event","stream":"person/01M81ZQ74470NAEV994A3KCPSA","seq":7,"at":1795363151001,"name":"read_marked","actor":"01M81ZQ74470NAEV994A3KCPSA","command":"01M81ZQ74STP0YFYW3KG017HMF","puts":[{"kind":"read_mark","id":"01M81ZQ74Q47MDVCSH38XQ9VSS","record":{"id":"01M81ZQ74Q47MDVCSH38XQ9VSS","person":"01M81ZQ74470NAEV994A3KCPSA","thread":"01M81ZQ74Q47MDVCSH38XQ9VSQ","number":2}}]}');
INSERT INTO "journal" VALUES('extended/01D03BBF0049Z5N7N5R8SA5ZCM',3,1795363151002,'01M81ZQ74470NAEV994A3KCPSA','01M81ZQ74TRC78ETWDBEZWD5K4','room_opened','{"t":"event","stream":"extended/01D03BBF0049Z5N7N5R8SA5ZCM","seq":3,"at":1795363151002,"name":"room_opened","actor":"01M81ZQ74470NAEV994A3KCPSA","command":"01M81ZQ74TRC78ETWDBEZWD5K4","puts":[{"kind":"meeting","id":"01M81ZQ74F2WY06RE1S5HN2D4N","record":{"id":"01M81ZQ74F2WY06RE1S5HN2D4N","collaborative":"01D03BBF0049Z5N7N5R8SA5ZCM","series":"01M81ZQ74DTJ0F4REZT7FX4C4T","ordinal":1,"type":"session","state":"live","title":"An earlier session","summary":"","starts_local":"2026-11-23T14:00","zone":"America/New_York","starts_at":1795460400000,"minutes":90,"place":"","objectives":[],"principles":[],"presenting":[],"pre_work":"","materials":"","outcome":"","cancel_reason":"","revision":2,"current":true}}]}');
INSERT INTO "journal" VALUES('meeting/01M81ZQ74F2WY06RE1S5HN2D4N',3,1795363151002,'01M81ZQ74470NAEV994A3KCPSA','01M81ZQ74TRC78ETWDBEZWD5K4','room_opened','{"t":"event","stream":"meeting/01M81ZQ74F2WY06RE1S5HN2D4N","seq":3,"at":1795363151002,"name":"room_opened","actor":"01M81ZQ74470NAEV994A3KCPSA","command":"01M81ZQ74TRC78ETWDBEZWD5K4","puts":[{"kind":"room","id":"01M81ZQ74F2WY06RE1S5HN2D4N","record":{"id":"01M81ZQ74F2WY06RE1S5HN2D4N","state":"open","opened_at":1795363151002,"item_minutes":0,"host":"01M81ZQ74470NAEV994A3KCPSA"}}]}');
INSERT INTO "journal" VALUES('meeting/01M81ZQ74F2WY06RE1S5HN2D4N',4,1795363151003,'01M81ZQ74470NAEV994A3KCPSA','01M81ZQ74VRW2S2V35X55HDVV8','item_moved','{"t":"event","stream":"meeting/01M81ZQ74F2WY06RE1S5HN2D4N","seq":4,"at":1795363151003,"name":"item_moved","actor":"01M81ZQ74470NAEV994A3KCPSA","command":"01M81ZQ74VRW2S2V35X55HDVV8","puts":[{"kind":"item_run","id":"01M81ZQ74GZWGYPF6HFJEQZ6AR","record":{"id":"01M81ZQ74GZWGYPF6HFJEQZ6AR","meeting":"01M81ZQ74F2WY06RE1S5HN2D4N","started_at":1795363151003,"seconds":0,"added_minutes":0}},{"kind":"room","id":"01M81ZQ74F2WY06RE1S5HN2D4N","record":{"id":"01M81ZQ74F2WY06RE1S5HN2D4N","state":"open","opened_at":1795363151002,"current_item":"01M81ZQ74GZWGYPF6HFJEQZ6AR","item_started_at":1795363151003,"item_minutes":10,"host":"01M81ZQ74470NAEV994A3KCPSA"}}]}');
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
INSERT INTO "meetings" VALUES('01M81ZQ74F2WY06RE1S5HN2D4N','01D03BBF0049Z5N7N5R8SA5ZCM','01M81ZQ74DTJ0F4REZT7FX4C4T',1,'session','live','An earlier session','','2026-11-23T14:00','America/New_York',1795460400000,90,'','','','','','','',NULL,'',2,1,'','',1795363150994);
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
INSERT INTO "objectives" VALUES('01M81ZQ74DTJ0F4REZT7FX4C4V','01M81ZQ74DTJ0F4REZT7FX4C4T',1,'Turnover','Turnover in every state');
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
INSERT INTO "organisations" VALUES('01D03BBF007FDXBFNG07H3F6MM','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Alabama State Department of Education','AL','Alabama','America/Chicago',6,6);
INSERT INTO "organisations" VALUES('01D03BBF00AW7AE020XE53XN4F','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Alaska Department of Education & Early Development','AK','Alaska','America/Anchorage',0,0);
INSERT INTO "organisations" VALUES('01D03BBF00VSJT4RF86YEKKAVX','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Arizona Department of Education','AZ','Arizona','America/Phoenix',1,5);
INSERT INTO "organisations" VALUES('01D03BBF00P6QC3GBKE5H4WSZR','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Arkansas Department of Education, Division of Elementary and Secondary Education','AR','Arkansas','America/Chicago',4,5);
INSERT INTO "organisations" VALUES('01D03BBF008MGTN128HEX2M6RF','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','California Department of Education','CA','California','America/Los_Angeles',0,4);
INSERT INTO "organisations" VALUES('01D03BBF00AFR5DBPH7FZ1SCRN','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Colorado Department of Education','CO','Colorado','America/Denver',2,4);
INSERT INTO "organisations" VALUES('01D03BBF00RW74PDPSB2HGSRFJ','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Connecticut State Department of Education','CT','Connecticut','America/New_York',9,3);
INSERT INTO "organisations" VALUES('01D03BBF0098VPJPC5JJ4Y0GQ2','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Delaware Department of Education','DE','Delaware','America/New_York',9,4);
INSERT INTO "organisations" VALUES('01D03BBF00F8RER64V6863ZKWK','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Office of the State Superintendent of Education','DC','District of Columbia','America/New_York',8,5);
INSERT INTO "organisations" VALUES('01D03BBF00K2JQYEP2VJBC5WCG','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Florida Department of Education','FL','Florida','America/New_York',8,7);
INSERT INTO "organisations" VALUES('01D03BBF00T4SWJ3JMGCGKM7JD','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Georgia Department of Education','GA','Georgia','America/New_York',7,6);
INSERT INTO "organisations" VALUES('01D03BBF00XV122PGDJAE7AV6F','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Hawaii State Department of Education','HI','Hawaii','Pacific/Honolulu',0,7);
INSERT INTO "organisations" VALUES('01D03BBF00657MS1X1YGK9DCEZ','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Idaho Department of Education','ID','Idaho','America/Boise',1,2);
INSERT INTO "organisations" VALUES('01D03BBF00P4A4FN2HE9HEAQSA','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Illinois State Board of Education','IL','Illinois','America/Chicago',5,2);
INSERT INTO "organisations" VALUES('01D03BBF00GGVGKE807WF850YQ','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Indiana Department of Education','IN','Indiana','America/Indiana/Indianapolis',5,3);
INSERT INTO "organisations" VALUES('01D03BBF00YR1ZYKYN6C65R7D6','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Iowa Department of Education','IA','Iowa','America/Chicago',4,3);
INSERT INTO "organisations" VALUES('01D03BBF00QARD450J0BF9QSZK','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Kansas State Department of Education','KS','Kansas','America/Chicago',3,5);
INSERT INTO "organisations" VALUES('01D03BBF00001SSW0TSQ47AHQZ','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Kentucky Department of Education','KY','Kentucky','America/New_York',5,4);
INSERT INTO "organisations" VALUES('01D03BBF00A10XN3J60SMCC5N5','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Louisiana Department of Education','LA','Louisiana','America/Chicago',4,6);
INSERT INTO "organisations" VALUES('01D03BBF00R8FEDJR8P9F4VW8C','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Maine Department of Education','ME','Maine','America/New_York',10,0);
INSERT INTO "organisations" VALUES('01D03BBF004MD9SQAB2J0ZQ0Q0','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Maryland State Department of Education','MD','Maryland','America/New_York',8,4);
INSERT INTO "organisations" VALUES('01D03BBF00DWAXTSHZ4EX1CTXV','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Massachusetts Department of Elementary and Secondary Education','MA','Massachusetts','America/New_York',9,2);
INSERT INTO "organisations" VALUES('01D03BBF000GN8J84FZ9Q1WKMW','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Michigan Department of Education','MI','Michigan','America/Detroit',6,2);
INSERT INTO "organisations" VALUES('01D03BBF00TBSH9HNYTF6TQYDH','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Minnesota Department of Education','MN','Minnesota','America/Chicago',4,2);
INSERT INTO "organisations" VALUES('01D03BBF002AY4PD1KP54ZZHP7','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Mississippi Department of Education','MS','Mississippi','America/Chicago',5,6);
INSERT INTO "organisations" VALUES('01D03BBF00DY5QXQFDT1RKGRD2','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Missouri Department of Elementary and Secondary Education','MO','Missouri','America/Chicago',4,4);
INSERT INTO "organisations" VALUES('01D03BBF00XPV96T2CD3B2GF45','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Montana Office of Public Instruction','MT','Montana','America/Denver',2,2);
INSERT INTO "organisations" VALUES('01D03BBF000MNFAFCPW1Z06HDM','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Nebraska Department of Education','NE','Nebraska','America/Chicago',3,4);
INSERT INTO "organisations" VALUES('01D03BBF00A725D3YF912HVPVW','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Nevada Department of Education','NV','Nevada','America/Los_Angeles',1,3);
INSERT INTO "organisations" VALUES('01D03BBF00EV1P6DEQTPGW2MH5','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','New Hampshire Department of Education','NH','New Hampshire','America/New_York',10,1);
INSERT INTO "organisations" VALUES('01D03BBF00HXQ0AN1V7G54T6TZ','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','New Jersey Department of Education','NJ','New Jersey','America/New_York',8,3);
INSERT INTO "organisations" VALUES('01D03BBF00GQ44QR518DGTN66S','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','New Mexico Public Education Department','NM','New Mexico','America/Denver',2,5);
INSERT INTO "organisations" VALUES('01D03BBF00A2K2GV6VNRM6GEDR','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','New York State Education Department','NY','New York','America/New_York',8,2);
INSERT INTO "organisations" VALUES('01D03BBF00EJAJKHYAZH0CM8HT','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','North Carolina Department of Public Instruction','NC','North Carolina','America/New_York',6,5);
INSERT INTO "organisations" VALUES('01D03BBF005X8CR07CTGE0QC4D','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','North Dakota Department of Public Instruction','ND','North Dakota','America/Chicago',3,2);
INSERT INTO "organisations" VALUES('01D03BBF004GMQFTVA8SS3D0MB','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Ohio Department of Education and Workforce','OH','Ohio','America/New_York',6,3);
INSERT INTO "organisations" VALUES('01D03BBF00WVC11Y3XE5NTKXBS','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Oklahoma State Department of Education','OK','Oklahoma','America/Chicago',3,6);
INSERT INTO "organisations" VALUES('01D03BBF005BRAD28RF76CB46J','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Oregon Department of Education','OR','Oregon','America/Los_Angeles',0,3);
INSERT INTO "organisations" VALUES('01D03BBF006803PPRMK7243892','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Pennsylvania Department of Education','PA','Pennsylvania','America/New_York',7,3);
INSERT INTO "organisations" VALUES('01D03BBF00PJQVMP142V6E9XTP','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Rhode Island Department of Elementary and Secondary Education','RI','Rhode Island','America/New_York',10,3);
INSERT INTO "organisations" VALUES('01D03BBF00XP0K3BG7VCX7GRHK','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','South Carolina Department of Education','SC','South Carolina','America/New_York',7,5);
INSERT INTO "organisations" VALUES('01D03BBF001N6H2EBF5SCGY74E','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','South Dakota Department of Education','SD','South Dakota','America/Chicago',3,3);
INSERT INTO "organisations" VALUES('01D03BBF0031CCHNXM83SF428C','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Tennessee Department of Education','TN','Tennessee','America/Chicago',5,5);
INSERT INTO "organisations" VALUES('01D03BBF00ZQXJENR2VV5V3PY5','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Texas Education Agency','TX','Texas','America/Chicago',3,7);
INSERT INTO "organisations" VALUES('01D03BBF0088WNVJK8BFRTD9QB','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Utah State Board of Education','UT','Utah','America/Denver',1,4);
INSERT INTO "organisations" VALUES('01D03BBF00R4244XW0TEYZFQ76','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Vermont Agency of Education','VT','Vermont','America/New_York',9,1);
INSERT INTO "organisations" VALUES('01D03BBF00TRF9Q9G15457871Z','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Virginia Department of Education','VA','Virginia','America/New_York',7,4);
INSERT INTO "organisations" VALUES('01D03BBF0096DBSGWXJSMAYES0','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Office of Superintendent of Public Instruction','WA','Washington','America/Los_Angeles',0,2);
INSERT INTO "organisations" VALUES('01D03BBF0039Q1Y5H7844NGR2T','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','West Virginia Department of Education','WV','West Virginia','America/New_York',6,4);
INSERT INTO "organisations" VALUES('01D03BBF004TD26CHGF1TRMBF0','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Wisconsin Department of Public Instruction','WI','Wisconsin','America/Chicago',5,1);
INSERT INTO "organisations" VALUES('01D03BBF00AG3TB5K4F43MQ6TZ','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Wyoming Department of Education','WY','Wyoming','America/Denver',2,3);
INSERT INTO "organisations" VALUES('01D03BBF006V9YPYHSEXKP6E6Y','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','American Samoa Department of Education','AS','American Samoa','Pacific/Pago_Pago',2,8);
INSERT INTO "organisations" VALUES('01D03BBF004D102XJXJDJXQGJ2','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Guam Department of Education','GU','Guam','Pacific/Guam',0,8);
INSERT INTO "organisations" VALUES('01D03BBF0071V728HNWT5HQJZR','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Commonwealth of the Northern Mariana Islands Public School System','MP','Northern Mariana Islands','Pacific/Saipan',1,8);
INSERT INTO "organisations" VALUES('01D03BBF00QZWTXW5Y79J056PK','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Puerto Rico Department of Education','PR','Puerto Rico','America/Puerto_Rico',9,7);
INSERT INTO "organisations" VALUES('01D03BBF00EKPK5KX65R5JY4TX','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Virgin Islands Department of Education','VI','U.S. Virgin Islands','America/St_Thomas',10,7);
INSERT INTO "organisations" VALUES('01D03BBF00ZNKC311G175DN5BK','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Department of Defense Education Activity','DODEA','Department of Defense Education Activity','America/New_York',9,8);
INSERT INTO "organisations" VALUES('01D03BBF003S5DE4M6YGCPE5PY','01D03BBF0049Z5N7N5R8SA5ZCM','state_agency','Bureau of Indian Education','BIE','Bureau of Indian Education','America/New_York',10,8);
INSERT INTO "organisations" VALUES('01D03BBF00FBFMPFP6JE87VNDC','01D03BBF0049Z5N7N5R8SA5ZCM','convener','Council of Chief State School Officers','','CCSSO','America/New_York',-1,-1);
CREATE TABLE participations (
    id TEXT NOT NULL PRIMARY KEY,
    series TEXT NOT NULL REFERENCES series (id),
    organisation TEXT NOT NULL REFERENCES organisations (id),
    UNIQUE (series, organisation)
) STRICT;
INSERT INTO "participations" VALUES('01M81ZQ74DTJ0F4REZT7FX4C4W','01M81ZQ74DTJ0F4REZT7FX4C4T','01D03BBF004GMQFTVA8SS3D0MB');
INSERT INTO "participations" VALUES('01M81ZQ74DTJ0F4REZT7FX4C4X','01M81ZQ74DTJ0F4REZT7FX4C4T','01D03BBF00001SSW0TSQ47AHQZ');
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
INSERT INTO "people" VALUES('01M81ZQ74470NAEV994A3KCPSA','Ada Earlier','ada@earlier.example','ada@earlier.example','America/New_York',1,'system','comfortable',1,0,0,0);
CREATE TABLE post_versions (
    post TEXT NOT NULL REFERENCES posts (id),
    revision INTEGER NOT NULL,
    at INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (post, revision)
) STRICT, WITHOUT ROWID;
INSERT INTO "post_versions" VALUES('01M81ZQ74MDXR9G4Y4DB98RN0M',1,1795363150996,'It went *well*.');
INSERT INTO "post_versions" VALUES('01M81ZQ74R5QVBPFJ8S5SKKVRT',1,1795363151000,'It went *well*.');
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
INSERT INTO "posts" VALUES('01M81ZQ74KTM4GZVS56TCA9HT8','01M81ZQ74KTM4GZVS56TCA9HT7',1,'01M81ZQ74470NAEV994A3KCPSA',1795363150995,NULL,'How did it go?','<p>How did it go?</p>
',1,NULL,1,0,NULL);
INSERT INTO "posts" VALUES('01M81ZQ74MDXR9G4Y4DB98RN0M','01M81ZQ74KTM4GZVS56TCA9HT7',2,'01M81ZQ74470NAEV994A3KCPSA',1795363150996,NULL,'It went **very** well.','<p>It went <strong>very</strong> well.</p>
',1,1795363150997,2,0,NULL);
INSERT INTO "posts" VALUES('01M81ZQ74Q47MDVCSH38XQ9VSR','01M81ZQ74Q47MDVCSH38XQ9VSQ',1,'01M81ZQ74470NAEV994A3KCPSA',1795363150999,NULL,'How did it go?','<p>How did it go?</p>
',1,NULL,1,0,NULL);
INSERT INTO "posts" VALUES('01M81ZQ74R5QVBPFJ8S5SKKVRT','01M81ZQ74Q47MDVCSH38XQ9VSQ',2,'01M81ZQ74470NAEV994A3KCPSA',1795363151000,NULL,'It went **very** well.','<p>It went <strong>very</strong> well.</p>
',1,1795363151001,2,0,NULL);
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
INSERT INTO "principles" VALUES('01D03BBF007ZGY1AYEM1Y283S0','01D03BBF0049Z5N7N5R8SA5ZCM',1,'Elevate school improvement as an urgent priority','If everything is a priority, nothing is.','Improvement of the lowest-performing schools comes first at the school, the district and the state agency alike. Everyone can say who decides, who acts and who answers for results at each level.','Write down the state''s vision and theory of action for improvement, grounded in what earlier efforts taught, and say what has to be true at school, district and state level for it to work.
Give the work a seat: put the improvement lead on the senior team, protect staff time and money for it, and keep equity at the center of the agency''s plan.
Use the chief''s public voice and the agency''s reporting to keep attention on identified schools.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
INSERT INTO "principles" VALUES('01D03BBF00XP2K4186P9P3QCA3','01D03BBF0049Z5N7N5R8SA5ZCM',2,'Make decisions on what best serves each and every student','Put students at the center so that every student succeeds.','Choices are tested against what will serve every student, on the expectation that all of them can reach the goals. Rules and habits that hold low performance in place are questioned and changed.','Review state and local policy for barriers to improvement, and create conditions or authorities that let schools move faster when they stall.
Be willing to try different funding or governance arrangements where the present ones do not serve students.
Connect every office in the agency, including those for students with disabilities and English learners, to the improvement work.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
INSERT INTO "principles" VALUES('01D03BBF000EZ9MS342FX9Y98W','01D03BBF0049Z5N7N5R8SA5ZCM',3,'Engage early, regularly and authentically','If you want to go far, go together.','Improvement is done with schools, families and communities rather than to them. Trust, shared planning and two-way feedback come early and continue, and community assets and services outside school are brought in.','Make families, staff, civil-rights groups and community members partners in needs assessment, planning, monitoring and adjustment.
Provide or arrange training so families and community members can take part on equal terms.
Vet and work with outside partners whose record and approach fit the system''s priorities.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
INSERT INTO "principles" VALUES('01D03BBF0021CBA5AV9QAG4ZGB','01D03BBF0049Z5N7N5R8SA5ZCM',4,'Select at each level the strategy that best fits','One size does not fit all.','Districts and schools design plans that fit their situation, and the state chooses the kind and degree of action that fits each case, up to its strongest authority for schools that do not improve.','Give needs assessments real weight: let them drive plan approval, funding, assistance and stronger action.
Vary support and monitoring by the needs, assets and capacity of each school and district.
Choose from a full range of state actions, from locally led work through networks and zones to closure or takeover, weighing capacity and local conditions.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
INSERT INTO "principles" VALUES('01D03BBF00M36TDJJSAQBNPADA','01D03BBF0049Z5N7N5R8SA5ZCM',5,'Support LEAs and schools in designing high-quality plans','Failing to plan is planning to fail.','Plans grow out of each school''s assets, needs and root causes, and draw on research about effective schools, implementation, what works for whom, and how learning and adversity interact.','See that plans address both conditions for learning and the quality of instruction.
Bring the district''s own role and capacity into planning and oversight.
Help schools find interventions that fit, and help them study promising approaches where evidence is thin.
Use timelines, templates and planning periods that keep plans complete, usable and open to revision.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
INSERT INTO "principles" VALUES('01D03BBF00AAJVJ421S8CAPVH9','01D03BBF0049Z5N7N5R8SA5ZCM',6,'Focus on leaders and teachers in the highest-need schools','Talent matters.','The schools with the greatest need get, or grow, leaders and teachers with the particular skills that rapid improvement asks for.','Invest in school leadership, including through the optional Title II leadership set-aside, so identified schools can attract, develop and keep able leaders.
Look across preparation, hiring, development and retention for identified schools, and back ongoing learning embedded in the job.
Read local Title II plans alongside improvement applications, and point funds and incentives at the schools that need them most.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
INSERT INTO "principles" VALUES('01D03BBF00HT60PTB6SX0E3TNS','01D03BBF0049Z5N7N5R8SA5ZCM',7,'Dedicate sufficient resources and align them','Put your money where your mouth is.','Time, people and money are enough for the job, pointed at the system''s goals, used efficiently because roles are clear, and partners are held to results.','Line up federal, state and local funding streams behind improvement plans.
Cut duplicate requirements and mixed messages that reach schools.
Staff the state agency for the work, including time for evaluation and continuous improvement.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
INSERT INTO "principles" VALUES('01D03BBF00RY0DGR53BYT1ZYSW','01D03BBF0049Z5N7N5R8SA5ZCM',8,'Set benchmarks and report progress','What gets measured gets done.','Ambitious but reachable short- and long-term benchmarks cover equity and excellence, and progress against them is reported openly.','Set benchmarks for thoughtful implementation, for leading indicators and for exit, and help districts do the same for schools identified for student-group performance.
Share progress with families and communities throughout, not only at the end.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
INSERT INTO "principles" VALUES('01D03BBF00MQZ9M6HAHCRFCG42','01D03BBF0049Z5N7N5R8SA5ZCM',9,'Implement rigorously and continuously improve','Ideas are only as good as they are implemented.','Plans are carried out with care, information is gathered while the work is under way, and evidence about what works, for whom and where is used to change course.','Keep attention on implementation with districts, schools and partners.
Run regular data routines with milestones and feedback loops, and step in when progress stalls.
Carry lessons from successes and failures into the next choice of strategy.
Examine and improve the state agency''s own practice.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
INSERT INTO "principles" VALUES('01D03BBF00ENGG7PKBECPZS053','01D03BBF0049Z5N7N5R8SA5ZCM',10,'Plan from the beginning to sustain success','Don''t be a flash in the pan.','From day one there is a plan for the money, the political support and the local capacity to keep improving after extra help ends.','Build continuous-improvement capacity in districts, not only in schools, along with commitment among educators, families and the community.
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
INSERT INTO "protocol_steps" VALUES('01D03BBF002B7G1FY8WEZW156K',1,'Draft',6,'all','individual','Write one step: what, who, by when, how we will know.','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF002B7G1FY8WEZW156K',2,'Swap',10,'pairs','breakout','Read your partner''s step: is it specific, owned, dated and checkable? What could stop it?','');
INSERT INTO "protocol_steps" VALUES('01D03BBF002B7G1FY8WEZW156K',3,'Revise',5,'all','individual','Improve it; cut it to what fits in 30 days.','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF002B7G1FY8WEZW156K',4,'Link',5,'all','plenary','Look for another state with the same problem and link the steps.','cross-state links');
INSERT INTO "protocol_steps" VALUES('01D03BBF002B7G1FY8WEZW156K',5,'Say it',4,'all','plenary','Read out one line.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF0038DF3XM6QZ5W59FJ',1,'Home groups',3,'facilitator','breakout','Give each member of a home group a different text.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF0038DF3XM6QZ5W59FJ',2,'Read',10,'all','individual','Read your text with two questions.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF0038DF3XM6QZ5W59FJ',3,'Expert groups',12,'all','breakout','Meet those with the same text; agree the three points to carry.','three points');
INSERT INTO "protocol_steps" VALUES('01D03BBF0038DF3XM6QZ5W59FJ',4,'Back home',20,'all','breakout','Each teaches in four minutes; others ask.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF0038DF3XM6QZ5W59FJ',5,'Across texts',10,'all','plenary','What agrees, what conflicts, what fits us?','implications');
INSERT INTO "protocol_steps" VALUES('01D03BBF0091M4WVMT3VNQFG2R',1,'Introduce',3,'facilitator','plenary','State the goal, the norms and the times.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF0091M4WVMT3VNQFG2R',2,'Present the draft',12,'presenter','plenary','Give goals, audience, the draft and one focus question.','focus question');
INSERT INTO "protocol_steps" VALUES('01D03BBF0091M4WVMT3VNQFG2R',3,'Clarifying questions',5,'participants','plenary','Facts only.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF0091M4WVMT3VNQFG2R',4,'Read in silence',8,'participants','individual','Note where the draft serves its goals and where it drifts.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF0091M4WVMT3VNQFG2R',5,'Choose feedback',2,'participants','individual','Mark one warm and one cool point to share.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF0091M4WVMT3VNQFG2R',6,'Warm and cool feedback',15,'participants','fishbowl','Talk to each other: strengths first, then gaps and questions; the presenter listens.','warm and cool points');
INSERT INTO "protocol_steps" VALUES('01D03BBF0091M4WVMT3VNQFG2R',7,'Presenter responds',8,'presenter','plenary','Take up what you choose.','revisions to make');
INSERT INTO "protocol_steps" VALUES('01D03BBF0091M4WVMT3VNQFG2R',8,'Debrief',7,'all','plenary','How did it go for the presenter? For the group?','');
INSERT INTO "protocol_steps" VALUES('01D03BBF0095FN3CW43C5ZJZW9',1,'Think of your question',1,'all','individual','What is your challenge, and what help do you need?','');
INSERT INTO "protocol_steps" VALUES('01D03BBF0095FN3CW43C5ZJZW9',2,'Form threes',1,'facilitator','breakout','Mix states; no two from one agency.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF0095FN3CW43C5ZJZW9',3,'Round 1: share, clarify',3,'client 1','breakout','Two minutes to share, one for questions.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF0095FN3CW43C5ZJZW9',4,'Round 1: consult, respond',6,'consultants','breakout','Client turns away and listens for five minutes, then says in one what helped.','most useful idea');
INSERT INTO "protocol_steps" VALUES('01D03BBF0095FN3CW43C5ZJZW9',5,'Round 2: share, clarify',3,'client 2','breakout','As round 1.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF0095FN3CW43C5ZJZW9',6,'Round 2: consult, respond',6,'consultants','breakout','As round 1.','most useful idea');
INSERT INTO "protocol_steps" VALUES('01D03BBF0095FN3CW43C5ZJZW9',7,'Round 3: share, clarify',3,'client 3','breakout','As round 1.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF0095FN3CW43C5ZJZW9',8,'Round 3: consult, respond',6,'consultants','breakout','As round 1.','most useful idea');
INSERT INTO "protocol_steps" VALUES('01D03BBF0095FN3CW43C5ZJZW9',9,'Gather',6,'all','plenary','Post one idea you will use.','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF00AG4B8YZP28XZ0P3F',1,'What?',10,'all','breakout','Alone for one minute, then in small groups: what did we see or hear? Facts only.','observations');
INSERT INTO "protocol_steps" VALUES('01D03BBF00AG4B8YZP28XZ0P3F',2,'So what?',12,'all','breakout','Why does it matter? What pattern is there?','meaning');
INSERT INTO "protocol_steps" VALUES('01D03BBF00AG4B8YZP28XZ0P3F',3,'Now what?',12,'all','breakout','What follows for each state, and for us together?','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF00AG4B8YZP28XZ0P3F',4,'Share',6,'all','plenary','One next step per group.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00DESG9GC48FXZ2W70',1,'Set up',5,'facilitator','plenary','Name three or four to begin; keep one seat free; say how to step in.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00DESG9GC48FXZ2W70',2,'Inner talk',20,'inner circle','fishbowl','Talk with each other. Anyone may take the free seat; someone then leaves.','points');
INSERT INTO "protocol_steps" VALUES('01D03BBF00DESG9GC48FXZ2W70',3,'Outer observations',10,'outer circle','plenary','What did you hear? What was missing?','observations');
INSERT INTO "protocol_steps" VALUES('01D03BBF00DESG9GC48FXZ2W70',4,'Inner reply',8,'inner circle','fishbowl','Respond.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00DESG9GC48FXZ2W70',5,'Close',7,'all','plenary','One thing to take home.','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF00F2397YWD83N605VV',1,'Match call',15,'facilitator','small','Agree the question and who should come.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00F2397YWD83N605VV',2,'Context swap',10,'both','small','Five minutes each on size, law and roles that matter here.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00F2397YWD83N605VV',3,'Host shares',15,'host state','small','Show the thing itself: form, data routine, letter.','resources');
INSERT INTO "protocol_steps" VALUES('01D03BBF00F2397YWD83N605VV',4,'Work on it',15,'both','small','Apply it to the visiting state''s case.','ideas');
INSERT INTO "protocol_steps" VALUES('01D03BBF00F2397YWD83N605VV',5,'Next steps',5,'both','small','Who does what; may we tell the series?','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF00JKZWW28X1TS3JQQV',1,'Read updates',5,'all','individual','Read what was posted before the call.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00JKZWW28X1TS3JQQV',2,'Round',15,'each state','plenary','One minute: done, learned, stuck.','updates');
INSERT INTO "protocol_steps" VALUES('01D03BBF00JKZWW28X1TS3JQQV',3,'Help two',20,'all','breakout','Pick two stuck steps; ten minutes each of questions and ideas.','ideas');
INSERT INTO "protocol_steps" VALUES('01D03BBF00JKZWW28X1TS3JQQV',4,'Re-plan',5,'all','individual','Change the date, the step, or set it aside with a reason.','updates');
INSERT INTO "protocol_steps" VALUES('01D03BBF00P03H0YDVP3RFEBCJ',1,'Welcome and etiquette',10,'facilitator','plenary','Explain rounds, table hosts and the first question.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00P03H0YDVP3RFEBCJ',2,'Round 1',20,'all','breakout','Talk at tables of four or five; write on the page.','table notes');
INSERT INTO "protocol_steps" VALUES('01D03BBF00P03H0YDVP3RFEBCJ',3,'Round 2',20,'all','breakout','Move; the host stays and sums up, travellers add.','table notes');
INSERT INTO "protocol_steps" VALUES('01D03BBF00P03H0YDVP3RFEBCJ',4,'Round 3',20,'all','breakout','Move again, or return home, with a closing question.','table notes');
INSERT INTO "protocol_steps" VALUES('01D03BBF00P03H0YDVP3RFEBCJ',5,'Harvest',20,'all','plenary','Share patterns and what follows.','themes');
INSERT INTO "protocol_steps" VALUES('01D03BBF00QE21TY8AQJ4T4TGR',1,'Alone',1,'all','individual','Write your answer.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00QE21TY8AQJ4T4TGR',2,'In pairs',2,'all','breakout','Share and build.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00QE21TY8AQJ4T4TGR',3,'In fours',4,'all','breakout','Compare; notice what is the same and what is not.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00QE21TY8AQJ4T4TGR',4,'All',5,'all','plenary','Each four offers one idea that stood out, no repeats.','ideas');
INSERT INTO "protocol_steps" VALUES('01D03BBF00RVCBJ3R38EYASFW2',1,'Alone: your 15 percent',5,'all','individual','What is in your hands to do now?','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00RVCBJ3R38EYASFW2',2,'Share in small groups',12,'all','breakout','Each reads out ideas, one at a time.','ideas');
INSERT INTO "protocol_steps" VALUES('01D03BBF00RVCBJ3R38EYASFW2',3,'Consult',8,'all','breakout','Ask and advise, one person at a time.','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF00TTWF6CR1CASZP0CH',1,'Open and assign',2,'facilitator','plenary','Name the presenter, timekeeper and note taker; remind all that the aim is the presenter''s thinking.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00TTWF6CR1CASZP0CH',2,'Present the dilemma',8,'presenter','plenary','Say what is happening, what has been tried, and end with one focus question.','focus question');
INSERT INTO "protocol_steps" VALUES('01D03BBF00TTWF6CR1CASZP0CH',3,'Clarifying questions',5,'consultants','plenary','Ask only for short facts.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00TTWF6CR1CASZP0CH',4,'Probing questions',10,'consultants','plenary','Ask questions that widen the presenter''s view; the presenter may answer, the group does not debate. The presenter then restates the question.','restated question');
INSERT INTO "protocol_steps" VALUES('01D03BBF00TTWF6CR1CASZP0CH',5,'Group discussion',15,'consultants','fishbowl','Talk with each other about the dilemma while the presenter listens and takes notes.','ideas');
INSERT INTO "protocol_steps" VALUES('01D03BBF00TTWF6CR1CASZP0CH',6,'Presenter reflects',5,'presenter','plenary','Say what you heard, what is now clearer and what you may try.','next step');
INSERT INTO "protocol_steps" VALUES('01D03BBF00TTWF6CR1CASZP0CH',7,'Debrief',5,'all','plenary','How did the process go? What will each take home?','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF00X37XTAC1DCW5XEYR',1,'Name the unwanted result',5,'facilitator','plenary','Offer a vivid worst outcome and agree it.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00X37XTAC1DCW5XEYR',2,'How to make sure of it',12,'all','breakout','List all you could do to bring it about (1-2-4-All).','list 1');
INSERT INTO "protocol_steps" VALUES('01D03BBF00X37XTAC1DCW5XEYR',3,'What looks like what we do?',12,'all','breakout','Go down the list, honestly.','list 2');
INSERT INTO "protocol_steps" VALUES('01D03BBF00X37XTAC1DCW5XEYR',4,'First stops',11,'all','breakout','For each, what is the first step to stop?','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF00XP5MN7X1SA6PKFQ8',1,'Welcome, purpose, norms',5,'facilitator','plenary','Objectives of the session and how to take part.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00XP5MN7X1SA6PKFQ8',2,'National context',10,'facilitator','plenary','What the requirement says and what states commonly find hard.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00XP5MN7X1SA6PKFQ8',3,'Spotlight',15,'presenting state','plenary','What we did, for whom, what it took, what went wrong.','practice draft');
INSERT INTO "protocol_steps" VALUES('01D03BBF00XP5MN7X1SA6PKFQ8',4,'Questions',10,'all','plenary','Facts first, then conditions: what would have to be true for us?','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00XP5MN7X1SA6PKFQ8',5,'Breakouts by need',30,'all','breakout','Three or four rooms chosen from the pre-work poll; each with a host and a note taker.','room notes');
INSERT INTO "protocol_steps" VALUES('01D03BBF00XP5MN7X1SA6PKFQ8',6,'Report',8,'hosts','plenary','Two points each.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00XP5MN7X1SA6PKFQ8',7,'Action steps',10,'all','individual','Each state writes at least one step with an owner and a date.','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF00XP5MN7X1SA6PKFQ8',8,'Feedback and close',2,'facilitator','plenary','Survey, next session, thread to carry on.','');
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
INSERT INTO "protocols" VALUES('01D03BBF00TTWF6CR1CASZP0CH','01D03BBF0049Z5N7N5R8SA5ZCM','consultancy','Consultancy','Help one state think more widely about a specific, current dilemma.','One state has a hard question with no ready answer.',50,'Consultancy Protocol, developed by Gene Thompson-Grove, Paula Evans and Faith Dunne (Coalition of Essential Schools), revised by the National School Reform Faculty');
INSERT INTO "protocols" VALUES('01D03BBF0091M4WVMT3VNQFG2R','01D03BBF0049Z5N7N5R8SA5ZCM','tuning','Tuning Protocol','Sharpen a draft against its own goals.','A state has a draft form, policy, rubric or plan to improve.',60,'Tuning Protocol, developed by Joseph McDonald and David Allen (Coalition of Essential Schools)');
INSERT INTO "protocols" VALUES('01D03BBF0095FN3CW43C5ZJZW9','01D03BBF0049Z5N7N5R8SA5ZCM','troika','Troika Consulting','Give and get quick help in threes.','Everyone has a live question and time is short.',35,'Troika Consulting, from Liberating Structures (Henri Lipmanowicz and Keith McCandless)');
INSERT INTO "protocols" VALUES('01D03BBF00QE21TY8AQJ4T4TGR','01D03BBF0049Z5N7N5R8SA5ZCM','one_two_four_all','1-2-4-All','Bring out everyone''s ideas on one question.','Opening a topic; choosing breakout themes; large groups.',12,'1-2-4-All, from Liberating Structures (Henri Lipmanowicz and Keith McCandless)');
INSERT INTO "protocols" VALUES('01D03BBF00AG4B8YZP28XZ0P3F','01D03BBF0049Z5N7N5R8SA5ZCM','what_so_what','What, So What, Now What','Make sense of shared experience and move to action.','Closing a session; reading poll or survey results together.',40,'What, So What, Now What? (W3), from Liberating Structures; draws on Rolfe, Borton and others');
INSERT INTO "protocols" VALUES('01D03BBF00X37XTAC1DCW5XEYR','01D03BBF0049Z5N7N5R8SA5ZCM','triz','TRIZ (stop doing)','Find what we do that makes the bad result likely, and stop it.','A system seems stuck; requirements pile up.',40,'TRIZ, from Liberating Structures (adapted by its authors from the engineering method)');
INSERT INTO "protocols" VALUES('01D03BBF00RVCBJ3R38EYASFW2','01D03BBF0049Z5N7N5R8SA5ZCM','fifteen_percent','15% Solutions','Find what each person can do now without permission or money.','People feel held up by rules or resources.',25,'15% Solutions, from Liberating Structures (after Gareth Morgan)');
INSERT INTO "protocols" VALUES('01D03BBF00DESG9GC48FXZ2W70','01D03BBF0049Z5N7N5R8SA5ZCM','fishbowl','Fishbowl','Let many listen closely to a few, then join.','Two or three states differ on a hard choice.',50,'Fishbowl, a widely used dialogue format');
INSERT INTO "protocols" VALUES('01D03BBF00P03H0YDVP3RFEBCJ','01D03BBF0049Z5N7N5R8SA5ZCM','world_cafe','World Café','Cross-pollinate ideas over several rounds.','A convening; several linked questions.',90,'World Café, by Juanita Brown and David Isaacs and the World Café community');
INSERT INTO "protocols" VALUES('01D03BBF0038DF3XM6QZ5W59FJ','01D03BBF0049Z5N7N5R8SA5ZCM','jigsaw','Jigsaw','Share a lot of reading quickly.','Several state examples or guidance documents to cover.',55,'Jigsaw, after Elliot Aronson and Spencer Kagan');
INSERT INTO "protocols" VALUES('01D03BBF00XP5MN7X1SA6PKFQ8','01D03BBF0049Z5N7N5R8SA5ZCM','state_spotlight','State spotlight','Hear one state''s practice and put it to use.','Standard P2P session with a presenting state.',90,'Our composite, from the public description of State Support Network exchanges');
INSERT INTO "protocols" VALUES('01D03BBF002B7G1FY8WEZW156K','01D03BBF0049Z5N7N5R8SA5ZCM','action_clinic','Action-step clinic','Turn intentions into steps that will happen.','Last part of a session or a 30-day check-in.',30,'Own design, using SMART, 30/60/90-day and PDSA conventions');
INSERT INTO "protocols" VALUES('01D03BBF00JKZWW28X1TS3JQQV','01D03BBF0049Z5N7N5R8SA5ZCM','thirty_day','30-day check-in','Keep the work alive between sessions.','About 30, 60 and 90 days after a session.',45,'Own design, after PDSA huddles and 90-day cycle practice');
INSERT INTO "protocols" VALUES('01D03BBF00F2397YWD83N605VV','01D03BBF0049Z5N7N5R8SA5ZCM','peer_match','One-to-one exchange','Pair two agencies on one question.','A state wants depth with one peer.',60,'Own design, from the one-to-one structure described by the State Support Network');
CREATE TABLE read_marks (
    id TEXT NOT NULL UNIQUE,
    person TEXT NOT NULL REFERENCES people (id),
    thread TEXT NOT NULL REFERENCES threads (id),
    number INTEGER NOT NULL,
    PRIMARY KEY (person, thread)
) STRICT, WITHOUT ROWID;
INSERT INTO "read_marks" VALUES('01M81ZQ74KTM4GZVS56TCA9HT9','01M81ZQ74470NAEV994A3KCPSA','01M81ZQ74KTM4GZVS56TCA9HT7',2);
INSERT INTO "read_marks" VALUES('01M81ZQ74Q47MDVCSH38XQ9VSS','01M81ZQ74470NAEV994A3KCPSA','01M81ZQ74Q47MDVCSH38XQ9VSQ',2);
CREATE TABLE "receipts" (
    person TEXT NOT NULL,
    command TEXT NOT NULL,
    at INTEGER NOT NULL,
    digest TEXT NOT NULL,
    outcome TEXT NOT NULL,
    PRIMARY KEY (command, person)
) STRICT, WITHOUT ROWID;
INSERT INTO "receipts" VALUES('00000000000000000000000000','01M81ZQ73Q36XSPYZS37K66K63',1795363150969,'c8ee368d1407c9d83066fbd65443eaed16e290bd77151cfb1a1b28b818a4a1d1','{"t":"ack","id":"01M81ZQ73Q36XSPYZS37K66K63","positions":{}}');
INSERT INTO "receipts" VALUES('01M81ZQ74470NAEV994A3KCPSA','01M81ZQ74DXHDP3D70ACSBSK9H',1795363150989,'4fd22370f81784806f2eb27d071af54f7e61b495eaa5304df86f30e7d699e12e','{"t":"ack","id":"01M81ZQ74DXHDP3D70ACSBSK9H","positions":{"person/01M81ZQ74470NAEV994A3KCPSA":1,"staff/01D03BBF0049Z5N7N5R8SA5ZCM":1},"result":{"series":"01M81ZQ74DTJ0F4REZT7FX4C4T","slug":"an-earlier-series"}}');
INSERT INTO "receipts" VALUES('01M81ZQ74470NAEV994A3KCPSA','01M81ZQ74F5TRSHSEAXWCNRM6P',1795363150991,'f5bb06eeba4d78633f322b05d1a215ff7cd9642fefef8f5045d2b62ce4c7e5b6','{"t":"ack","id":"01M81ZQ74F5TRSHSEAXWCNRM6P","positions":{"meeting/01M81ZQ74F2WY06RE1S5HN2D4N":1,"staff/01D03BBF0049Z5N7N5R8SA5ZCM":2},"result":{"meeting":"01M81ZQ74F2WY06RE1S5HN2D4N","ordinal":1}}');
INSERT INTO "receipts" VALUES('01M81ZQ74470NAEV994A3KCPSA','01M81ZQ74GMVJRC4QYM54SXTJJ',1795363150992,'80a0741926576830da0dfe099713c88abe7b810553517250fe12098356525b86','{"t":"ack","id":"01M81ZQ74GMVJRC4QYM54SXTJJ","positions":{"meeting/01M81ZQ74F2WY06RE1S5HN2D4N":2,"staff/01D03BBF0049Z5N7N5R8SA5ZCM":3},"result":{"revision":2,"total_minutes":20}}');
INSERT INTO "receipts" VALUES('01M81ZQ74470NAEV994A3KCPSA','01M81ZQ74HWABHMWWCXKAJVQ0K',1795363150993,'2e59bf0be6940ee4b78400a1087eaec8fb52f0b9a1fb88fde78ce2c66f7c08a0','{"t":"ack","id":"01M81ZQ74HWABHMWWCXKAJVQ0K","positions":{"extended/01D03BBF0049Z5N7N5R8SA5ZCM":1,"staff/01D03BBF0049Z5N7N5R8SA5ZCM":4}}');
INSERT INTO "receipts" VALUES('01M81ZQ74470NAEV994A3KCPSA','01M81ZQ74JR9S96M1ZN1JER287',1795363150994,'6031dc02fb9c62872c21a336ecc2d3d4d99b2a7f8f8031b7764773e45290ce99','{"t":"ack","id":"01M81ZQ74JR9S96M1ZN1JER287","positions":{"extended/01D03BBF0049Z5N7N5R8SA5ZCM":2,"staff/01D03BBF0049Z5N7N5R8SA5ZCM":5}}');
INSERT INTO "receipts" VALUES('01M81ZQ74470NAEV994A3KCPSA','01M81ZQ74KH1FVCTJV1W5EB06Y',1795363150995,'ebdb657e5da81c5b1467261b72e83da31add10fcd46f08f8bbab7ecf20f895b2','{"t":"ack","id":"01M81ZQ74KH1FVCTJV1W5EB06Y","positions":{"person/01M81ZQ74470NAEV994A3KCPSA":2,"series/01M81ZQ74DTJ0F4REZT7FX4C4T":1},"result":{"thread":"01M81ZQ74KTM4GZVS56TCA9HT7","post":"01M81ZQ74KTM4GZVS56TCA9HT8","number":1}}');
INSERT INTO "receipts" VALUES('01M81ZQ74470NAEV994A3KCPSA','01M81ZQ74MQ4AN7VXTFQ03S6DT',1795363150996,'2c00e2605b20062289da32cf7da49f684de92946ece7439edcb6c3c4e2c0201d','{"t":"ack","id":"01M81ZQ74MQ4AN7VXTFQ03S6DT","positions":{"person/01M81ZQ74470NAEV994A3KCPSA":3,"series/01M81ZQ74DTJ0F4REZT7FX4C4T":2},"result":{"post":"01M81ZQ74MDXR9G4Y4DB98RN0M","number":2}}');
INSERT INTO "receipts" VALUES('01M81ZQ74470NAEV994A3KCPSA','01M81ZQ74NDZXW0YRYGWRMYYQK',1795363150997,'9d4229634114680e5c5703af1bd364cd4719e6f6dfe9ffa4d7b36cdbf94137dc','{"t":"ack","id":"01M81ZQ74NDZXW0YRYGWRMYYQK","positions":{"series/01M81ZQ74DTJ0F4REZT7FX4C4T":3},"result":{"revision":2}}');
INSERT INTO "receipts" VALUES('01M81ZQ74470NAEV994A3KCPSA','01M81ZQ74P12AEB9BBPKHVBXX2',1795363150998,'bcf8293412c5b9507ab10ef9759dd559a65793e0094385cce4353eab654aa664','{"t":"ack","id":"01M81ZQ74P12AEB9BBPKHVBXX2","positions":{"person/01M81ZQ74470NAEV994A3KCPSA":4},"result":{"number":2}}');
INSERT INTO "receipts" VALUES('01M81ZQ74470NAEV994A3KCPSA','01M81ZQ74QBYFTCXNMPY1NKFWP',1795363150999,'cd1f5594083b48e11be0da2be005a7435917a29be8e0dba3fafdfb552290e992','{"t":"ack","id":"01M81ZQ74QBYFTCXNMPY1NKFWP","positions":{"person/01M81ZQ74470NAEV994A3KCPSA":5,"series/01M81ZQ74DTJ0F4REZT7FX4C4T":4},"result":{"thread":"01M81ZQ74Q47MDVCSH38XQ9VSQ","post":"01M81ZQ74Q47MDVCSH38XQ9VSR","number":1}}');
INSERT INTO "receipts" VALUES('01M81ZQ74470NAEV994A3KCPSA','01M81ZQ74R0JC5HPQ92AS6HA9W',1795363151000,'20cddc63d6fe2ae63d8d9292a003c36a05d4fac35eef4c44a59df3b19dad44e0','{"t":"ack","id":"01M81ZQ74R0JC5HPQ92AS6HA9W","positions":{"person/01M81ZQ74470NAEV994A3KCPSA":6,"series/01M81ZQ74DTJ0F4REZT7FX4C4T":5},"result":{"post":"01M81ZQ74R5QVBPFJ8S5SKKVRT","number":2}}');
INSERT INTO "receipts" VALUES('01M81ZQ74470NAEV994A3KCPSA','01M81ZQ74STP0YFYW3KG017HMF',1795363151001,'9b27e233bb8dcf308e80f872605da7f8b72ec2095edcfd84ecc905feba5259fe','{"t":"ack","id":"01M81ZQ74STP0YFYW3KG017HMF","positions":{"person/01M81ZQ74470NAEV994A3KCPSA":7},"result":{"number":2}}');
INSERT INTO "receipts" VALUES('01M81ZQ74470NAEV994A3KCPSA','01M81ZQ74SWQ3TGD40V5WSGCKR',1795363151001,'bebfd71e48462f3874a4a4459bb4d319f594b6436feb3386b37cd2c31874c13f','{"t":"ack","id":"01M81ZQ74SWQ3TGD40V5WSGCKR","positions":{"series/01M81ZQ74DTJ0F4REZT7FX4C4T":6},"result":{"revision":2}}');
INSERT INTO "receipts" VALUES('01M81ZQ74470NAEV994A3KCPSA','01M81ZQ74TRC78ETWDBEZWD5K4',1795363151002,'9c756d3ab6a344efb9c847c3e282b7c02b8e8893de9e3a44a92355825c826598','{"t":"ack","id":"01M81ZQ74TRC78ETWDBEZWD5K4","positions":{"extended/01D03BBF0049Z5N7N5R8SA5ZCM":3,"meeting/01M81ZQ74F2WY06RE1S5HN2D4N":3}}');
INSERT INTO "receipts" VALUES('01M81ZQ74470NAEV994A3KCPSA','01M81ZQ74VRW2S2V35X55HDVV8',1795363151003,'5699726fe6e41f07d8e70b06761f43f64a4011a6e4905c70446ee2dca6e4302d','{"t":"ack","id":"01M81ZQ74VRW2S2V35X55HDVV8","positions":{"meeting/01M81ZQ74F2WY06RE1S5HN2D4N":4},"result":{"current_item":"01M81ZQ74GZWGYPF6HFJEQZ6AR"}}');
CREATE TABLE role_grants (
    person TEXT NOT NULL REFERENCES people (id),
    role TEXT NOT NULL
        CHECK (role IN ('administrator', 'facilitator', 'state_lead', 'state_member', 'partner', 'observer')),
    collaborative TEXT NOT NULL REFERENCES collaboratives (id),
    PRIMARY KEY (person, collaborative, role)
) STRICT, WITHOUT ROWID;
INSERT INTO "role_grants" VALUES('01M81ZQ74470NAEV994A3KCPSA','administrator','01D03BBF0049Z5N7N5R8SA5ZCM');
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
INSERT INTO "rooms" VALUES('01M81ZQ74F2WY06RE1S5HN2D4N','open',1795363151002,NULL,NULL,'01M81ZQ74GZWGYPF6HFJEQZ6AR',1795363151003,10,'01M81ZQ74470NAEV994A3KCPSA',NULL,NULL,0,NULL);
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
CREATE TABLE seats (
    person TEXT NOT NULL REFERENCES people (id),
    collaborative TEXT NOT NULL REFERENCES collaboratives (id),
    organisation TEXT NOT NULL REFERENCES organisations (id),
    title TEXT NOT NULL,
    function TEXT NOT NULL,
    primary_contact INTEGER NOT NULL CHECK (primary_contact IN (0, 1)),
    PRIMARY KEY (person, collaborative)
) STRICT, WITHOUT ROWID;
INSERT INTO "seats" VALUES('01M81ZQ74470NAEV994A3KCPSA','01D03BBF0049Z5N7N5R8SA5ZCM','01D03BBF00FBFMPFP6JE87VNDC','','',0);
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
INSERT INTO "series" VALUES('01M81ZQ74DTJ0F4REZT7FX4C4T','01D03BBF0049Z5N7N5R8SA5ZCM','an-earlier-series','An earlier series','','running','2026-11-22','2027-02-20',1,1);
CREATE TABLE sign_ins (
    secret_hash TEXT NOT NULL PRIMARY KEY,
    person TEXT NOT NULL REFERENCES people (id),
    started_at INTEGER NOT NULL,
    used_at INTEGER NOT NULL,
    agent TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "sign_ins" VALUES('d61148c6d0485dafdbfc21fd3862772f900930a968cdf053bac51f90892086c6','01M81ZQ74470NAEV994A3KCPSA',1795363150985,1795363150985,'');
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
INSERT INTO "streams" VALUES('extended/01D03BBF0049Z5N7N5R8SA5ZCM',3,0);
INSERT INTO "streams" VALUES('meeting/01M81ZQ74F2WY06RE1S5HN2D4N',4,0);
INSERT INTO "streams" VALUES('person/01M81ZQ74470NAEV994A3KCPSA',7,0);
INSERT INTO "streams" VALUES('series/01M81ZQ74DTJ0F4REZT7FX4C4T',6,0);
INSERT INTO "streams" VALUES('staff/01D03BBF0049Z5N7N5R8SA5ZCM',5,0);
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
INSERT INTO "threads" VALUES('01M81ZQ74KTM4GZVS56TCA9HT7','01D03BBF0049Z5N7N5R8SA5ZCM','topic','01M81ZQ74DTJ0F4REZT7FX4C4T','series/01M81ZQ74DTJ0F4REZT7FX4C4T','Earlier topic','01M81ZQ74470NAEV994A3KCPSA',1795363150995,2,1795363150996,'01M81ZQ74470NAEV994A3KCPSA',2,0,1,0);
INSERT INTO "threads" VALUES('01M81ZQ74Q47MDVCSH38XQ9VSQ','01D03BBF0049Z5N7N5R8SA5ZCM','meeting','01M81ZQ74F2WY06RE1S5HN2D4N','series/01M81ZQ74DTJ0F4REZT7FX4C4T','Earlier meeting','01M81ZQ74470NAEV994A3KCPSA',1795363150999,2,1795363151000,'01M81ZQ74470NAEV994A3KCPSA',2,0,1,1);
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
COMMIT;
