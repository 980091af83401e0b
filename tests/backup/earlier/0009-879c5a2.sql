-- Made by earlier/make.py with the program of 879c5a2, through its own commands; schema 9.
-- person: ada@earlier.example
-- token: kk4-iVomrngK_uFNnazER2zXD1k-1oUL8mNpsYw0AII
-- cookie: interstate_44721=jbVU3PtfjvHdgPcufVxglOqOrJC1E6PYiem_N5GiAI0
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
INSERT INTO "agenda_items" VALUES('01M80XTFT4B9VAYRZJJM0HEYMS','01M80XTFT06QK4S0P8TXMRS9TV',1,'Welcome',10,'all','plenary','','',0);
INSERT INTO "agenda_items" VALUES('01M80XTFT4B9VAYRZJJM0HEYMT','01M80XTFT06QK4S0P8TXMRS9TV',2,'Next steps',10,'all','plenary','','',1);
CREATE TABLE api_tokens (
    secret_hash TEXT NOT NULL PRIMARY KEY,
    person TEXT NOT NULL REFERENCES people (id),
    name TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "api_tokens" VALUES('d66c041fd8df9661a901139715f333ea8169e8e7d1412f2686679aea2d4ee292','01M80XTFS888DPQ3AJB8YA00A0','test',1795327606664,1826863606664);
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
INSERT INTO "collaboratives" VALUES('01D03BBF0045K57808FJQJG9KB','sdi','School and District Improvement (SDI) Collaborative','SDI','2026-2027','{"description":"A membership group of state education agencies working on how states, and the districts in them, improve schools. Members look at new research-based strategies, hear from people with expertise, and work across states on problems they share, with particular attention to what districts do for every school.","convener":"Council of Chief State School Officers (CCSSO)","goals":[{"year":"2018-2019","source":"seed 000","overall":"Help states put the CCSSO principles to use as their ESSA plans begin to operate for the lowest-performing schools.","goals":[{"id":"G1","text":"Make family and community engagement a strong lever for improvement, with community-school and family-engagement partners.","principles":[3]},{"id":"G2","text":"Turn school transformation into workable strategy, including a look at high school redesign.","principles":[4,5]},{"id":"G3","text":"Keep going on ESSA implementation where states ask for it: sharper exit criteria, decisions driven by data, and support models for technical assistance.","principles":[4]},{"id":"G4","text":"Study supports for student groups in literacy, mathematics, English learning, and social-emotional or multi-tiered supports.","principles":[2]}]},{"year":"2019-2020","source":"https://ccsso.org/school-and-district-improvement-sdi-collaborative","overall":"Advance equity in school improvement and prepare for schools that do not improve.","principle_links_are":"our suggestion","goals":[{"id":"G1","text":"Write a paper on where equity, evidence-based practice and school improvement meet.","principles":[2,5]},{"id":"G2","text":"Each state sets one or two strategic goals for advancing equity at home.","principles":[2]},{"id":"G3","text":"Produce a resource on more rigorous options a state can use to help districts whose schools are not improving.","principles":[4]},{"id":"G4","text":"Work with experts to set state improvement goals focused on CSI and TSI schools and on next options for those that do not improve.","principles":[4,8]},{"id":"G5","text":"Find openings to advance equity and plan state implementation in schools identified for comprehensive or targeted support.","principles":[2,9]}]},{"year":"2016-2017","source":"http://www.ccsso.org/Resources/Programs/School_and_District_Improvement_(SDI).html","overall":"Move to ESSA in turning around low-performing schools and districts.","principle_links_are":"none in source","goals":[{"id":"G1","text":"Sharpen implementation plans against ESSA requirements.","principles":[]},{"id":"G2","text":"Find ways to give schools and districts good support under ESSA.","principles":[]},{"id":"G3","text":"Coordinate services and supports inside the agency.","principles":[]},{"id":"G4","text":"Develop effective, efficient statewide systems of support.","principles":[]},{"id":"G5","text":"Create plan templates for identified schools.","principles":[]},{"id":"G6","text":"Deepen knowledge in high-need areas such as student supports, educator pipelines and stakeholder engagement.","principles":[]}]}],"who_joins":[{"key":"school_improvement_lead","label":"School improvement leads"},{"key":"title_i_director","label":"Title I directors"},{"key":"school_leadership","label":"School leadership staff"},{"key":"deputy_superintendent","label":"Deputy superintendents"},{"key":"associate_superintendent","label":"Associate superintendents"},{"key":"principal_supervisor","label":"Principal supervisors"}],"resources":["School and District Improvement (SDI) Collaborative Membership Information (yearly)","CCSSO Principles of Effective School Improvement Systems","Roadmap to the Principles of Effective School Improvement Systems","Deep Dive into Principle 1 of Principles of Effective School Improvement Systems","Deep Dive into Principle 2 of Principles of Effective School Improvement Systems","Deep Dive into Principle 3 of Principles of Effective School Improvement Systems","Deep Dive into Principle 4 of Principles of Effective School Improvement Systems","Deep Dive into Principle 5 of Principles of Effective School Improvement Systems","Deep Dive into Principle 6 of Principles of Effective School Improvement Systems","Deep Dive into Principle 7 of Principles of Effective School Improvement Systems","Deep Dive into Principle 8 of Principles of Effective School Improvement Systems","Deep Dive into Principle 9 of Principles of Effective School Improvement Systems","Deep Dive into Principle 10 of Principles of Effective School Improvement Systems","Collaborative meeting dates (yearly)","Membership signup form"]}');
CREATE TABLE due_items (
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    target TEXT NOT NULL,
    PRIMARY KEY (at, kind, target)
) STRICT, WITHOUT ROWID;
INSERT INTO "due_items" VALUES(1795327606567,'welcome_person','01M80XTFS888DPQ3AJB8YA00A0');
INSERT INTO "due_items" VALUES(1795469400000,'close_abandoned','01M80XTFT06QK4S0P8TXMRS9TV');
CREATE TABLE facts_of_store (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "facts_of_store" VALUES('epoch','01M80XTFP43ZQ3F41DSMP63BA8');
INSERT INTO "facts_of_store" VALUES('kind','real');
CREATE TABLE followers (
    follower TEXT NOT NULL,
    stream TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (follower, stream)
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
INSERT INTO "invitations" VALUES('0d5afec429c0cd63f0a24f9ef35257c1b3df39ce34e451d912b99604d3d873d1','01M80XTFS888DPQ3AJB8YA00A0',1795327606567,1796537206567,1795327606578);
CREATE TABLE item_runs (
    id TEXT NOT NULL PRIMARY KEY REFERENCES agenda_items (id),
    meeting TEXT NOT NULL REFERENCES meetings (id),
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    -- Of visits that are over.
    used_ms INTEGER NOT NULL CHECK (used_ms >= 0),
    added_minutes INTEGER NOT NULL CHECK (added_minutes >= 0)
) STRICT;
INSERT INTO "item_runs" VALUES('01M80XTFT4B9VAYRZJJM0HEYMS','01M80XTFT06QK4S0P8TXMRS9TV',1795327606644,NULL,0,0);
CREATE TABLE journal (
    stream TEXT NOT NULL,
    seq INTEGER NOT NULL CHECK (seq > 0),
    at INTEGER NOT NULL,
    actor TEXT,
    command TEXT NOT NULL,
    name TEXT NOT NULL,
    payload TEXT,
    PRIMARY KEY (stream, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO "journal" VALUES('extended/01D03BBF0045K57808FJQJG9KB',1,1795327606600,'01M80XTFS888DPQ3AJB8YA00A0','01M80XTFT8RKT3BY0HM3VVKA72','series_published','{"t":"event","stream":"extended/01D03BBF0045K57808FJQJG9KB","seq":1,"at":1795327606600,"name":"series_published","actor":"01M80XTFS888DPQ3AJB8YA00A0","command":"01M80XTFT8RKT3BY0HM3VVKA72","puts":[{"kind":"series","id":"01M80XTFSS9NGV2MFADJH9BHCY","record":{"id":"01M80XTFSS9NGV2MFADJH9BHCY","collaborative":"01D03BBF0045K57808FJQJG9KB","slug":"an-earlier-series","title":"An earlier series","description":"","state":"running","starts_on":"2026-11-22","ends_on":"2027-02-20","current":true,"revision":1}},{"kind":"objective","id":"01M80XTFSS9NGV2MFADJH9BHCZ","record":{"id":"01M80XTFSS9NGV2MFADJH9BHCZ","series":"01M80XTFSS9NGV2MFADJH9BHCY","ordinal":1,"short_name":"Turnover","text":"Turnover in every state"}},{"kind":"participation","id":"01M80XTFSS9NGV2MFADJH9BHD1","record":{"id":"01M80XTFSS9NGV2MFADJH9BHD1","series":"01M80XTFSS9NGV2MFADJH9BHCY","organisation":"01D03BBF00NM6C78V0G292XBC5"}},{"kind":"participation","id":"01M80XTFSS9NGV2MFADJH9BHD0","record":{"id":"01M80XTFSS9NGV2MFADJH9BHD0","series":"01M80XTFSS9NGV2MFADJH9BHCY","organisation":"01D03BBF00ZYYCYAK51YD0SFSB"}}]}');
INSERT INTO "journal" VALUES('extended/01D03BBF0045K57808FJQJG9KB',2,1795327606604,'01M80XTFS888DPQ3AJB8YA00A0','01M80XTFTCKEAMWJ180J7JSQ4K','meeting_announced','{"t":"event","stream":"extended/01D03BBF0045K57808FJQJG9KB","seq":2,"at":1795327606604,"name":"meeting_announced","actor":"01M80XTFS888DPQ3AJB8YA00A0","command":"01M80XTFTCKEAMWJ180J7JSQ4K","puts":[{"kind":"meeting","id":"01M80XTFT06QK4S0P8TXMRS9TV","record":{"id":"01M80XTFT06QK4S0P8TXMRS9TV","collaborative":"01D03BBF0045K57808FJQJG9KB","series":"01M80XTFSS9NGV2MFADJH9BHCY","ordinal":1,"type":"session","state":"announced","title":"An earlier session","summary":"","starts_local":"2026-11-23T14:00","zone":"America/New_York","starts_at":1795460400000,"minutes":90,"place":"","objectives":[],"principles":[],"presenting":[],"pre_work":"","materials":"","outcome":"","cancel_reason":"","revision":2,"current":true}}]}');
INSERT INTO "journal" VALUES('extended/01D03BBF0045K57808FJQJG9KB',3,1795327606640,'01M80XTFS888DPQ3AJB8YA00A0','01M80XTFVGYGQFZ896W7K51CXR','room_opened','{"t":"event","stream":"extended/01D03BBF0045K57808FJQJG9KB","seq":3,"at":1795327606640,"name":"room_opened","actor":"01M80XTFS888DPQ3AJB8YA00A0","command":"01M80XTFVGYGQFZ896W7K51CXR","puts":[{"kind":"meeting","id":"01M80XTFT06QK4S0P8TXMRS9TV","record":{"id":"01M80XTFT06QK4S0P8TXMRS9TV","collaborative":"01D03BBF0045K57808FJQJG9KB","series":"01M80XTFSS9NGV2MFADJH9BHCY","ordinal":1,"type":"session","state":"live","title":"An earlier session","summary":"","starts_local":"2026-11-23T14:00","zone":"America/New_York","starts_at":1795460400000,"minutes":90,"place":"","objectives":[],"principles":[],"presenting":[],"pre_work":"","materials":"","outcome":"","cancel_reason":"","revision":2,"current":true}}]}');
INSERT INTO "journal" VALUES('meeting/01M80XTFT06QK4S0P8TXMRS9TV',1,1795327606592,'01M80XTFS888DPQ3AJB8YA00A0','01M80XTFT0JBVHMB6DNQ7R8VR5','meeting_scheduled','{"t":"event","stream":"meeting/01M80XTFT06QK4S0P8TXMRS9TV","seq":1,"at":1795327606592,"name":"meeting_scheduled","actor":"01M80XTFS888DPQ3AJB8YA00A0","command":"01M80XTFT0JBVHMB6DNQ7R8VR5","puts":[{"kind":"meeting_link","id":"01M80XTFT06QK4S0P8TXMRS9TV","record":{"id":"01M80XTFT06QK4S0P8TXMRS9TV","link":"","dial_in":""}}]}');
INSERT INTO "journal" VALUES('meeting/01M80XTFT06QK4S0P8TXMRS9TV',2,1795327606596,'01M80XTFS888DPQ3AJB8YA00A0','01M80XTFT4RB687AJ3EV6S88B4','agenda_set','{"t":"event","stream":"meeting/01M80XTFT06QK4S0P8TXMRS9TV","seq":2,"at":1795327606596,"name":"agenda_set","actor":"01M80XTFS888DPQ3AJB8YA00A0","command":"01M80XTFT4RB687AJ3EV6S88B4","puts":[{"kind":"agenda_item","id":"01M80XTFT4B9VAYRZJJM0HEYMS","record":{"id":"01M80XTFT4B9VAYRZJJM0HEYMS","meeting":"01M80XTFT06QK4S0P8TXMRS9TV","ordinal":1,"title":"Welcome","minutes":10,"who":"all","mode":"plenary","instruction":"","capture":"","next_steps":false}},{"kind":"agenda_item","id":"01M80XTFT4B9VAYRZJJM0HEYMT","record":{"id":"01M80XTFT4B9VAYRZJJM0HEYMT","meeting":"01M80XTFT06QK4S0P8TXMRS9TV","ordinal":2,"title":"Next steps","minutes":10,"who":"all","mode":"plenary","instruction":"","capture":"","next_steps":true}}]}');
INSERT INTO "journal" VALUES('meeting/01M80XTFT06QK4S0P8TXMRS9TV',3,1795327606640,'01M80XTFS888DPQ3AJB8YA00A0','01M80XTFVGYGQFZ896W7K51CXR','room_opened','{"t":"event","stream":"meeting/01M80XTFT06QK4S0P8TXMRS9TV","seq":3,"at":1795327606640,"name":"room_opened","actor":"01M80XTFS888DPQ3AJB8YA00A0","command":"01M80XTFVGYGQFZ896W7K51CXR","puts":[{"kind":"room","id":"01M80XTFT06QK4S0P8TXMRS9TV","record":{"id":"01M80XTFT06QK4S0P8TXMRS9TV","state":"open","opened_at":1795327606640,"item_minutes":0,"host":"01M80XTFS888DPQ3AJB8YA00A0"}}]}');
INSERT INTO "journal" VALUES('meeting/01M80XTFT06QK4S0P8TXMRS9TV',4,1795327606644,'01M80XTFS888DPQ3AJB8YA00A0','01M80XTFVKE8BRQBJG5W60W52G','item_moved','{"t":"event","stream":"meeting/01M80XTFT06QK4S0P8TXMRS9TV","seq":4,"at":1795327606644,"name":"item_moved","actor":"01M80XTFS888DPQ3AJB8YA00A0","command":"01M80XTFVKE8BRQBJG5W60W52G","puts":[{"kind":"item_run","id":"01M80XTFT4B9VAYRZJJM0HEYMS","record":{"id":"01M80XTFT4B9VAYRZJJM0HEYMS","meeting":"01M80XTFT06QK4S0P8TXMRS9TV","started_at":1795327606644,"seconds":0,"added_minutes":0}},{"kind":"room","id":"01M80XTFT06QK4S0P8TXMRS9TV","record":{"id":"01M80XTFT06QK4S0P8TXMRS9TV","state":"open","opened_at":1795327606640,"current_item":"01M80XTFT4B9VAYRZJJM0HEYMS","item_started_at":1795327606644,"item_minutes":10,"host":"01M80XTFS888DPQ3AJB8YA00A0"}}]}');
INSERT INTO "journal" VALUES('person/01M80XTFS888DPQ3AJB8YA00A0',1,1795327606585,'01M80XTFS888DPQ3AJB8YA00A0','01M80XTFSSVYVRSSKHBV8PWT92','series_created','{"t":"event","stream":"person/01M80XTFS888DPQ3AJB8YA00A0","seq":1,"at":1795327606585,"name":"series_created","actor":"01M80XTFS888DPQ3AJB8YA00A0","command":"01M80XTFSSVYVRSSKHBV8PWT92","puts":[{"kind":"standing","id":"01M80XTFS888DPQ3AJB8YA00A0","record":{"id":"01M80XTFS888DPQ3AJB8YA00A0","collaborative":"01D03BBF0045K57808FJQJG9KB","organisation":"01D03BBF00N9SXHT9E49BK90GN","roles":["administrator"],"series":["01M80XTFSS9NGV2MFADJH9BHCY"]}}]}');
INSERT INTO "journal" VALUES('person/01M80XTFS888DPQ3AJB8YA00A0',2,1795327606608,'01M80XTFS888DPQ3AJB8YA00A0','01M80XTFTGZQY6JRCFERKS7D65','thread_started','{"t":"event","stream":"person/01M80XTFS888DPQ3AJB8YA00A0","seq":2,"at":1795327606608,"name":"thread_started","actor":"01M80XTFS888DPQ3AJB8YA00A0","command":"01M80XTFTGZQY6JRCFERKS7D65","puts":[{"kind":"read_mark","id":"01M80XTFTGG2WZECW5SVVNWNFM","record":{"id":"01M80XTFTGG2WZECW5SVVNWNFM","person":"01M80XTFS888DPQ3AJB8YA00A0","thread":"01M80XTFTGG2WZECW5SVVNWNFJ","number":1}}]}');
INSERT INTO "journal" VALUES('person/01M80XTFS888DPQ3AJB8YA00A0',3,1795327606612,'01M80XTFS888DPQ3AJB8YA00A0','01M80XTFTM9NHEAV33CH635K5K','post_added','{"t":"event","stream":"person/01M80XTFS888DPQ3AJB8YA00A0","seq":3,"at":1795327606612,"name":"post_added","actor":"01M80XTFS888DPQ3AJB8YA00A0","command":"01M80XTFTM9NHEAV33CH635K5K","puts":[{"kind":"read_mark","id":"01M80XTFTGG2WZECW5SVVNWNFM","record":{"id":"01M80XTFTGG2WZECW5SVVNWNFM","person":"01M80XTFS888DPQ3AJB8YA00A0","thread":"01M80XTFTGG2WZECW5SVVNWNFJ","number":2}}]}');
INSERT INTO "journal" VALUES('person/01M80XTFS888DPQ3AJB8YA00A0',4,1795327606619,'01M80XTFS888DPQ3AJB8YA00A0','01M80XTFTVKNYG0Q7D5X61DPEA','read_marked','{"t":"event","stream":"person/01M80XTFS888DPQ3AJB8YA00A0","seq":4,"at":1795327606619,"name":"read_marked","actor":"01M80XTFS888DPQ3AJB8YA00A0","command":"01M80XTFTVKNYG0Q7D5X61DPEA","puts":[{"kind":"read_mark","id":"01M80XTFTGG2WZECW5SVVNWNFM","record":{"id":"01M80XTFTGG2WZECW5SVVNWNFM","person":"01M80XTFS888DPQ3AJB8YA00A0","thread":"01M80XTFTGG2WZECW5SVVNWNFJ","number":2}}]}');
INSERT INTO "journal" VALUES('person/01M80XTFS888DPQ3AJB8YA00A0',5,1795327606624,'01M80XTFS888DPQ3AJB8YA00A0','01M80XTFV08A1X5D6R52GYXZ7D','thread_started','{"t":"event","stream":"person/01M80XTFS888DPQ3AJB8YA00A0","seq":5,"at":1795327606624,"name":"thread_started","actor":"01M80XTFS888DPQ3AJB8YA00A0","command":"01M80XTFV08A1X5D6R52GYXZ7D","puts":[{"kind":"read_mark","id":"01M80XTFV0GVVQGJSTB5P9DP5N","record":{"id":"01M80XTFV0GVVQGJSTB5P9DP5N","person":"01M80XTFS888DPQ3AJB8YA00A0","thread":"01M80XTFV0GVVQGJSTB5P9DP5K","number":1}}]}');
INSERT INTO "journal" VALUES('person/01M80XTFS888DPQ3AJB8YA00A0',6,1795327606627,'01M80XTFS888DPQ3AJB8YA00A0','01M80XTFV3RPCX7JD7V3F48BN3','post_added','{"t":"event","stream":"person/01M80XTFS888DPQ3AJB8YA00A0","seq":6,"at":1795327606627,"name":"post_added","actor":"01M80XTFS888DPQ3AJB8YA00A0","command":"01M80XTFV3RPCX7JD7V3F48BN3","puts":[{"kind":"read_mark","id":"01M80XTFV0GVVQGJSTB5P9DP5N","record":{"id":"01M80XTFV0GVVQGJSTB5P9DP5N","person":"01M80XTFS888DPQ3AJB8YA00A0","thread":"01M80XTFV0GVVQGJSTB5P9DP5K","number":2}}]}');
INSERT INTO "journal" VALUES('person/01M80XTFS888DPQ3AJB8YA00A0',7,1795327606636,'01M80XTFS888DPQ3AJB8YA00A0','01M80XTFVC54JYSFYY4S7SXFJ9','read_marked','{"t":"event","stream":"person/01M80XTFS888DPQ3AJB8YA00A0","seq":7,"at":1795327606636,"name":"read_marked","actor":"01M80XTFS888DPQ3AJB8YA00A0","command":"01M80XTFVC54JYSFYY4S7SXFJ9","puts":[{"kind":"read_mark","id":"01M80XTFV0GVVQGJSTB5P9DP5N","record":{"id":"01M80XTFV0GVVQGJSTB5P9DP5N","person":"01M80XTFS888DPQ3AJB8YA00A0","thread":"01M80XTFV0GVVQGJSTB5P9DP5K","number":2}}]}');
INSERT INTO "journal" VALUES('series/01M80XTFSS9NGV2MFADJH9BHCY',1,1795327606608,'01M80XTFS888DPQ3AJB8YA00A0','01M80XTFTGZQY6JRCFERKS7D65','thread_started','{"t":"event","stream":"series/01M80XTFSS9NGV2MFADJH9BHCY","seq":1,"at":1795327606608,"name":"thread_started","actor":"01M80XTFS888DPQ3AJB8YA00A0","command":"01M80XTFTGZQY6JRCFERKS7D65","puts":[{"kind":"thread","id":"01M80XTFTGG2WZECW5SVVNWNFJ","record":{"id":"01M80XTFTGG2WZECW5SVVNWNFJ","collaborative":"01D03BBF0045K57808FJQJG9KB","anchor":"topic","anchor_id":"01M80XTFSS9NGV2MFADJH9BHCY","stream":"series/01M80XTFSS9NGV2MFADJH9BHCY","title":"Earlier topic","started_by":"01M80XTFS888DPQ3AJB8YA00A0","started_at":1795327606608,"last_number":1,"last_at":1795327606608,"last_by":"01M80XTFS888DPQ3AJB8YA00A0","posts":1,"pinned":false,"current":true,"own":false}},{"kind":"post","id":"01M80XTFTGG2WZECW5SVVNWNFK","record":{"id":"01M80XTFTGG2WZECW5SVVNWNFK","thread":"01M80XTFTGG2WZECW5SVVNWNFJ","number":1,"author":"01M80XTFS888DPQ3AJB8YA00A0","at":1795327606608,"text":"How did it go?","html":"<p>How did it go?</p>\n","revision":1,"removed":false}}]}');
INSERT INTO "journal" VALUES('series/01M80XTFSS9NGV2MFADJH9BHCY',2,1795327606612,'01M80XTFS888DPQ3AJB8YA00A0','01M80XTFTM9NHEAV33CH635K5K','post_added','{"t":"event","stream":"series/01M80XTFSS9NGV2MFADJH9BHCY","seq":2,"at":1795327606612,"name":"post_added","actor":"01M80XTFS888DPQ3AJB8YA00A0","command":"01M80XTFTM9NHEAV33CH635K5K","puts":[{"kind":"post","id":"01M80XTFTMX4WVS3Q2DBZEEM98","record":{"id":"01M80XTFTMX4WVS3Q2DBZEEM98","thread":"01M80XTFTGG2WZECW5SVVNWNFJ","number":2,"author":"01M80XTFS888DPQ3AJB8YA00A0","at":1795327606612,"text":"It went *well*.","html":"<p>It went <em>well</em>.</p>\n","revision":1,"removed":false}},{"kind":"thread","id":"01M80XTFTGG2WZECW5SVVNWNFJ","record":{"id":"01M80XTFTGG2WZECW5SVVNWNFJ","collaborative":"01D03BBF0045K57808FJQJG9KB","anchor":"topic","anchor_id":"01M80XTFSS9NGV2MFADJH9BHCY","stream":"series/01M80XTFSS9NGV2MFADJH9BHCY","title":"Earlier topic","started_by":"01M80XTFS888DPQ3AJB8YA00A0","started_at":1795327606608,"last_number":2,"last_at":1795327606612,"last_by":"01M80XTFS888DPQ3AJB8YA00A0","posts":2,"pinned":false,"current":true,"own":false}}]}');
INSERT INTO "journal" VALUES('series/01M80XTFSS9NGV2MFADJH9BHCY',3,1795327606616,'01M80XTFS888DPQ3AJB8YA00A0','01M80XTFTRJKTJMVAHFD3834GJ','post_edited','{"t":"event","stream":"series/01M80XTFSS9NGV2MFADJH9BHCY","seq":3,"at":1795327606616,"name":"post_edited","actor":"01M80XTFS888DPQ3AJB8YA00A0","command":"01M80XTFTRJKTJMVAHFD3834GJ","puts":[{"kind":"post","id":"01M80XTFTMX4WVS3Q2DBZEEM98","record":{"id":"01M80XTFTMX4WVS3Q2DBZEEM98","thread":"01M80XTFTGG2WZECW5SVVNWNFJ","number":2,"author":"01M80XTFS888DPQ3AJB8YA00A0","at":1795327606612,"text":"It went **very** well.","html":"<p>It went <strong>very</strong> well.</p>\n","edited_at":1795327606616,"revision":2,"removed":false}}]}');
INSERT INTO "journal" VALUES('series/01M80XTFSS9NGV2MFADJH9BHCY',4,1795327606624,'01M80XTFS888DPQ3AJB8YA00A0','01M80XTFV08A1X5D6R52GYXZ7D','thread_started','{"t":"event","stream":"series/01M80XTFSS9NGV2MFADJH9BHCY","seq":4,"at":1795327606624,"name":"thread_started","actor":"01M80XTFS888DPQ3AJB8YA00A0","command":"01M80XTFV08A1X5D6R52GYXZ7D","puts":[{"kind":"thread","id":"01M80XTFV0GVVQGJSTB5P9DP5K","record":{"id":"01M80XTFV0GVVQGJSTB5P9DP5K","collaborative":"01D03BBF0045K57808FJQJG9KB","anchor":"meeting","anchor_id":"01M80XTFT06QK4S0P8TXMRS9TV","stream":"series/01M80XTFSS9NGV2MFADJH9BHCY","title":"Earlier meeting","started_by":"01M80XTFS888DPQ3AJB8YA00A0","started_at":1795327606624,"last_number":1,"last_at":1795327606624,"last_by":"01M80XTFS888DPQ3AJB8YA00A0","posts":1,"pinned":false,"current":true,"own":true}},{"kind":"post","id":"01M80XTFV0GVVQGJSTB5P9DP5M","record":{"id":"01M80XTFV0GVVQGJSTB5P9DP5M","thread":"01M80XTFV0GVVQGJSTB5P9DP5K","number":1,"author":"01M80XTFS888DPQ3AJB8YA00A0","at":1795327606624,"text":"How did it go?","html":"<p>How did it go?</p>\n","revision":1,"removed":false}}]}');
INSERT INTO "journal" VALUES('series/01M80XTFSS9NGV2MFADJH9BHCY',5,1795327606627,'01M80XTFS888DPQ3AJB8YA00A0','01M80XTFV3RPCX7JD7V3F48BN3','post_added','{"t":"event","stream":"series/01M80XTFSS9NGV2MFADJH9BHCY","seq":5,"at":1795327606627,"name":"post_added","actor":"01M80XTFS888DPQ3AJB8YA00A0","command":"01M80XTFV3RPCX7JD7V3F48BN3","puts":[{"kind":"post","id":"01M80XTFV333ZRNTG0QM9584JN","record":{"id":"01M80XTFV333ZRNTG0QM9584JN","thread":"01M80XTFV0GVVQGJSTB5P9DP5K","number":2,"author":"01M80XTFS888DPQ3AJB8YA00A0","at":1795327606627,"text":"It went *well*.","html":"<p>It went <em>well</em>.</p>\n","revision":1,"removed":false}},{"kind":"thread","id":"01M80XTFV0GVVQGJSTB5P9DP5K","record":{"id":"01M80XTFV0GVVQGJSTB5P9DP5K","collaborative":"01D03BBF0045K57808FJQJG9KB","anchor":"meeting","anchor_id":"01M80XTFT06QK4S0P8TXMRS9TV","stream":"series/01M80XTFSS9NGV2MFADJH9BHCY","title":"Earlier meeting","started_by":"01M80XTFS888DPQ3AJB8YA00A0","started_at":1795327606624,"last_number":2,"last_at":1795327606627,"last_by":"01M80XTFS888DPQ3AJB8YA00A0","posts":2,"pinned":false,"current":true,"own":true}}]}');
INSERT INTO "journal" VALUES('series/01M80XTFSS9NGV2MFADJH9BHCY',6,1795327606632,'01M80XTFS888DPQ3AJB8YA00A0','01M80XTFV8250EX78RXHXG3XC9','post_edited','{"t":"event","stream":"series/01M80XTFSS9NGV2MFADJH9BHCY","seq":6,"at":1795327606632,"name":"post_edited","actor":"01M80XTFS888DPQ3AJB8YA00A0","command":"01M80XTFV8250EX78RXHXG3XC9","puts":[{"kind":"post","id":"01M80XTFV333ZRNTG0QM9584JN","record":{"id":"01M80XTFV333ZRNTG0QM9584JN","thread":"01M80XTFV0GVVQGJSTB5P9DP5K","number":2,"author":"01M80XTFS888DPQ3AJB8YA00A0","at":1795327606627,"text":"It went **very** well.","html":"<p>It went <strong>very</strong> well.</p>\n","edited_at":1795327606632,"revision":2,"removed":false}}]}');
INSERT INTO "journal" VALUES('staff/01D03BBF0045K57808FJQJG9KB',1,1795327606585,'01M80XTFS888DPQ3AJB8YA00A0','01M80XTFSSVYVRSSKHBV8PWT92','series_created','{"t":"event","stream":"staff/01D03BBF0045K57808FJQJG9KB","seq":1,"at":1795327606585,"name":"series_created","actor":"01M80XTFS888DPQ3AJB8YA00A0","command":"01M80XTFSSVYVRSSKHBV8PWT92","puts":[{"kind":"series","id":"01M80XTFSS9NGV2MFADJH9BHCY","record":{"id":"01M80XTFSS9NGV2MFADJH9BHCY","collaborative":"01D03BBF0045K57808FJQJG9KB","slug":"an-earlier-series","title":"An earlier series","description":"","state":"draft","starts_on":"2026-11-22","ends_on":"2027-02-20","current":true,"revision":1}},{"kind":"objective","id":"01M80XTFSS9NGV2MFADJH9BHCZ","record":{"id":"01M80XTFSS9NGV2MFADJH9BHCZ","series":"01M80XTFSS9NGV2MFADJH9BHCY","ordinal":1,"short_name":"Turnover","text":"Turnover in every state"}},{"kind":"participation","id":"01M80XTFSS9NGV2MFADJH9BHD0","record":{"id":"01M80XTFSS9NGV2MFADJH9BHD0","series":"01M80XTFSS9NGV2MFADJH9BHCY","organisation":"01D03BBF00ZYYCYAK51YD0SFSB"}},{"kind":"participation","id":"01M80XTFSS9NGV2MFADJH9BHD1","record":{"id":"01M80XTFSS9NGV2MFADJH9BHD1","series":"01M80XTFSS9NGV2MFADJH9BHCY","organisation":"01D03BBF00NM6C78V0G292XBC5"}}]}');
INSERT INTO "journal" VALUES('staff/01D03BBF0045K57808FJQJG9KB',2,1795327606592,'01M80XTFS888DPQ3AJB8YA00A0','01M80XTFT0JBVHMB6DNQ7R8VR5','meeting_scheduled','{"t":"event","stream":"staff/01D03BBF0045K57808FJQJG9KB","seq":2,"at":1795327606592,"name":"meeting_scheduled","actor":"01M80XTFS888DPQ3AJB8YA00A0","command":"01M80XTFT0JBVHMB6DNQ7R8VR5","puts":[{"kind":"meeting","id":"01M80XTFT06QK4S0P8TXMRS9TV","record":{"id":"01M80XTFT06QK4S0P8TXMRS9TV","collaborative":"01D03BBF0045K57808FJQJG9KB","series":"01M80XTFSS9NGV2MFADJH9BHCY","ordinal":1,"type":"session","state":"draft","title":"An earlier session","summary":"","starts_local":"2026-11-23T14:00","zone":"America/New_York","starts_at":1795460400000,"minutes":90,"place":"","objectives":[],"principles":[],"presenting":[],"pre_work":"","materials":"","outcome":"","cancel_reason":"","revision":1,"current":true}}]}');
INSERT INTO "journal" VALUES('staff/01D03BBF0045K57808FJQJG9KB',3,1795327606596,'01M80XTFS888DPQ3AJB8YA00A0','01M80XTFT4RB687AJ3EV6S88B4','agenda_set','{"t":"event","stream":"staff/01D03BBF0045K57808FJQJG9KB","seq":3,"at":1795327606596,"name":"agenda_set","actor":"01M80XTFS888DPQ3AJB8YA00A0","command":"01M80XTFT4RB687AJ3EV6S88B4","puts":[{"kind":"meeting","id":"01M80XTFT06QK4S0P8TXMRS9TV","record":{"id":"01M80XTFT06QK4S0P8TXMRS9TV","collaborative":"01D03BBF0045K57808FJQJG9KB","series":"01M80XTFSS9NGV2MFADJH9BHCY","ordinal":1,"type":"session","state":"draft","title":"An earlier session","summary":"","starts_local":"2026-11-23T14:00","zone":"America/New_York","starts_at":1795460400000,"minutes":90,"place":"","objectives":[],"principles":[],"presenting":[],"pre_work":"","materials":"","outcome":"","cancel_reason":"","revision":2,"current":true}}]}');
INSERT INTO "journal" VALUES('staff/01D03BBF0045K57808FJQJG9KB',4,1795327606600,'01M80XTFS888DPQ3AJB8YA00A0','01M80XTFT8RKT3BY0HM3VVKA72','series_published','{"t":"event","stream":"staff/01D03BBF0045K57808FJQJG9KB","seq":4,"at":1795327606600,"name":"series_published","actor":"01M80XTFS888DPQ3AJB8YA00A0","command":"01M80XTFT8RKT3BY0HM3VVKA72","puts":[],"removes":[{"kind":"series","id":"01M80XTFSS9NGV2MFADJH9BHCY"},{"kind":"objective","id":"01M80XTFSS9NGV2MFADJH9BHCZ"},{"kind":"participation","id":"01M80XTFSS9NGV2MFADJH9BHD1"},{"kind":"participation","id":"01M80XTFSS9NGV2MFADJH9BHD0"}]}');
INSERT INTO "journal" VALUES('staff/01D03BBF0045K57808FJQJG9KB',5,1795327606604,'01M80XTFS888DPQ3AJB8YA00A0','01M80XTFTCKEAMWJ180J7JSQ4K','meeting_announced','{"t":"event","stream":"staff/01D03BBF0045K57808FJQJG9KB","seq":5,"at":1795327606604,"name":"meeting_announced","actor":"01M80XTFS888DPQ3AJB8YA00A0","command":"01M80XTFTCKEAMWJ180J7JSQ4K","puts":[],"removes":[{"kind":"meeting","id":"01M80XTFT06QK4S0P8TXMRS9TV"}]}');
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
INSERT INTO "meetings" VALUES('01M80XTFT06QK4S0P8TXMRS9TV','01D03BBF0045K57808FJQJG9KB','01M80XTFSS9NGV2MFADJH9BHCY',1,'session','live','An earlier session','','2026-11-23T14:00','America/New_York',1795460400000,90,'','','','','','','',NULL,'',2,1,'','',1795327606604);
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
INSERT INTO "objectives" VALUES('01M80XTFSS9NGV2MFADJH9BHCZ','01M80XTFSS9NGV2MFADJH9BHCY',1,'Turnover','Turnover in every state');
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
INSERT INTO "organisations" VALUES('01D03BBF00VYQKSGAZNR5KMGTW','01D03BBF0045K57808FJQJG9KB','state_agency','Alabama State Department of Education','AL','Alabama','America/Chicago',6,6);
INSERT INTO "organisations" VALUES('01D03BBF00VZXXSE559B5Y24WM','01D03BBF0045K57808FJQJG9KB','state_agency','Alaska Department of Education & Early Development','AK','Alaska','America/Anchorage',0,0);
INSERT INTO "organisations" VALUES('01D03BBF00BWR3DYWAB2HG738F','01D03BBF0045K57808FJQJG9KB','state_agency','Arizona Department of Education','AZ','Arizona','America/Phoenix',1,5);
INSERT INTO "organisations" VALUES('01D03BBF00SAQ28NHKZZJFVZ5G','01D03BBF0045K57808FJQJG9KB','state_agency','Arkansas Department of Education, Division of Elementary and Secondary Education','AR','Arkansas','America/Chicago',4,5);
INSERT INTO "organisations" VALUES('01D03BBF00E31MZZ82JE66A0H5','01D03BBF0045K57808FJQJG9KB','state_agency','California Department of Education','CA','California','America/Los_Angeles',0,4);
INSERT INTO "organisations" VALUES('01D03BBF00YVZJXR0DJMV1BA8N','01D03BBF0045K57808FJQJG9KB','state_agency','Colorado Department of Education','CO','Colorado','America/Denver',2,4);
INSERT INTO "organisations" VALUES('01D03BBF0042SAWSN4ZC8HPQF6','01D03BBF0045K57808FJQJG9KB','state_agency','Connecticut State Department of Education','CT','Connecticut','America/New_York',9,3);
INSERT INTO "organisations" VALUES('01D03BBF00R2MCE8YA5NV6SWWM','01D03BBF0045K57808FJQJG9KB','state_agency','Delaware Department of Education','DE','Delaware','America/New_York',9,4);
INSERT INTO "organisations" VALUES('01D03BBF00RT2RR7Y8HK16PSDA','01D03BBF0045K57808FJQJG9KB','state_agency','Office of the State Superintendent of Education','DC','District of Columbia','America/New_York',8,5);
INSERT INTO "organisations" VALUES('01D03BBF00X6QAZ6T5FFDHT532','01D03BBF0045K57808FJQJG9KB','state_agency','Florida Department of Education','FL','Florida','America/New_York',8,7);
INSERT INTO "organisations" VALUES('01D03BBF00GQB88J2DSFRG88XA','01D03BBF0045K57808FJQJG9KB','state_agency','Georgia Department of Education','GA','Georgia','America/New_York',7,6);
INSERT INTO "organisations" VALUES('01D03BBF001C39CQ6758WEMWKH','01D03BBF0045K57808FJQJG9KB','state_agency','Hawaii State Department of Education','HI','Hawaii','Pacific/Honolulu',0,7);
INSERT INTO "organisations" VALUES('01D03BBF00EEG94KVX5V6QEX1X','01D03BBF0045K57808FJQJG9KB','state_agency','Idaho Department of Education','ID','Idaho','America/Boise',1,2);
INSERT INTO "organisations" VALUES('01D03BBF003T4YH3RVK74B0WTJ','01D03BBF0045K57808FJQJG9KB','state_agency','Illinois State Board of Education','IL','Illinois','America/Chicago',5,2);
INSERT INTO "organisations" VALUES('01D03BBF00D2C1F8T2YZY2WM5C','01D03BBF0045K57808FJQJG9KB','state_agency','Indiana Department of Education','IN','Indiana','America/Indiana/Indianapolis',5,3);
INSERT INTO "organisations" VALUES('01D03BBF0099WMFCMJG5KN6SYG','01D03BBF0045K57808FJQJG9KB','state_agency','Iowa Department of Education','IA','Iowa','America/Chicago',4,3);
INSERT INTO "organisations" VALUES('01D03BBF00DJ8QRY8Y9YXNVHW8','01D03BBF0045K57808FJQJG9KB','state_agency','Kansas State Department of Education','KS','Kansas','America/Chicago',3,5);
INSERT INTO "organisations" VALUES('01D03BBF00NM6C78V0G292XBC5','01D03BBF0045K57808FJQJG9KB','state_agency','Kentucky Department of Education','KY','Kentucky','America/New_York',5,4);
INSERT INTO "organisations" VALUES('01D03BBF00VMYJVSNNN74N1BAM','01D03BBF0045K57808FJQJG9KB','state_agency','Louisiana Department of Education','LA','Louisiana','America/Chicago',4,6);
INSERT INTO "organisations" VALUES('01D03BBF00ZV8Z5TXVZWW3NMBC','01D03BBF0045K57808FJQJG9KB','state_agency','Maine Department of Education','ME','Maine','America/New_York',10,0);
INSERT INTO "organisations" VALUES('01D03BBF00K08BE4E81CYMMCQ9','01D03BBF0045K57808FJQJG9KB','state_agency','Maryland State Department of Education','MD','Maryland','America/New_York',8,4);
INSERT INTO "organisations" VALUES('01D03BBF00VWRXTEHYENB34KCG','01D03BBF0045K57808FJQJG9KB','state_agency','Massachusetts Department of Elementary and Secondary Education','MA','Massachusetts','America/New_York',9,2);
INSERT INTO "organisations" VALUES('01D03BBF00S7089S3MYFW6RXJP','01D03BBF0045K57808FJQJG9KB','state_agency','Michigan Department of Education','MI','Michigan','America/Detroit',6,2);
INSERT INTO "organisations" VALUES('01D03BBF003B0KW74P3K828DXC','01D03BBF0045K57808FJQJG9KB','state_agency','Minnesota Department of Education','MN','Minnesota','America/Chicago',4,2);
INSERT INTO "organisations" VALUES('01D03BBF006Y7P8E9F32HKN76X','01D03BBF0045K57808FJQJG9KB','state_agency','Mississippi Department of Education','MS','Mississippi','America/Chicago',5,6);
INSERT INTO "organisations" VALUES('01D03BBF00VPK6V1MBZPF3YW56','01D03BBF0045K57808FJQJG9KB','state_agency','Missouri Department of Elementary and Secondary Education','MO','Missouri','America/Chicago',4,4);
INSERT INTO "organisations" VALUES('01D03BBF005T177TSJJ2G2W5AS','01D03BBF0045K57808FJQJG9KB','state_agency','Montana Office of Public Instruction','MT','Montana','America/Denver',2,2);
INSERT INTO "organisations" VALUES('01D03BBF00MS9ZRF9BQ53JC5R1','01D03BBF0045K57808FJQJG9KB','state_agency','Nebraska Department of Education','NE','Nebraska','America/Chicago',3,4);
INSERT INTO "organisations" VALUES('01D03BBF00XDGWX1M2P2QC29V2','01D03BBF0045K57808FJQJG9KB','state_agency','Nevada Department of Education','NV','Nevada','America/Los_Angeles',1,3);
INSERT INTO "organisations" VALUES('01D03BBF00CMABEEGG26QNFV5Y','01D03BBF0045K57808FJQJG9KB','state_agency','New Hampshire Department of Education','NH','New Hampshire','America/New_York',10,1);
INSERT INTO "organisations" VALUES('01D03BBF00181HEGXGXW04R439','01D03BBF0045K57808FJQJG9KB','state_agency','New Jersey Department of Education','NJ','New Jersey','America/New_York',8,3);
INSERT INTO "organisations" VALUES('01D03BBF00S25WT1J7TE0KEY0V','01D03BBF0045K57808FJQJG9KB','state_agency','New Mexico Public Education Department','NM','New Mexico','America/Denver',2,5);
INSERT INTO "organisations" VALUES('01D03BBF00F1N79Q757X3N9XNB','01D03BBF0045K57808FJQJG9KB','state_agency','New York State Education Department','NY','New York','America/New_York',8,2);
INSERT INTO "organisations" VALUES('01D03BBF00G47EJS43B96QX9ZM','01D03BBF0045K57808FJQJG9KB','state_agency','North Carolina Department of Public Instruction','NC','North Carolina','America/New_York',6,5);
INSERT INTO "organisations" VALUES('01D03BBF00P4G9FJ27YMPAKF3F','01D03BBF0045K57808FJQJG9KB','state_agency','North Dakota Department of Public Instruction','ND','North Dakota','America/Chicago',3,2);
INSERT INTO "organisations" VALUES('01D03BBF00ZYYCYAK51YD0SFSB','01D03BBF0045K57808FJQJG9KB','state_agency','Ohio Department of Education and Workforce','OH','Ohio','America/New_York',6,3);
INSERT INTO "organisations" VALUES('01D03BBF00SAS6087SYHR5M2W4','01D03BBF0045K57808FJQJG9KB','state_agency','Oklahoma State Department of Education','OK','Oklahoma','America/Chicago',3,6);
INSERT INTO "organisations" VALUES('01D03BBF005RVF86G3XS2H5SNR','01D03BBF0045K57808FJQJG9KB','state_agency','Oregon Department of Education','OR','Oregon','America/Los_Angeles',0,3);
INSERT INTO "organisations" VALUES('01D03BBF00MC100DTCKB032S34','01D03BBF0045K57808FJQJG9KB','state_agency','Pennsylvania Department of Education','PA','Pennsylvania','America/New_York',7,3);
INSERT INTO "organisations" VALUES('01D03BBF003A41R82VN2D659GR','01D03BBF0045K57808FJQJG9KB','state_agency','Rhode Island Department of Elementary and Secondary Education','RI','Rhode Island','America/New_York',10,3);
INSERT INTO "organisations" VALUES('01D03BBF003G8K264S45XR05J4','01D03BBF0045K57808FJQJG9KB','state_agency','South Carolina Department of Education','SC','South Carolina','America/New_York',7,5);
INSERT INTO "organisations" VALUES('01D03BBF00JN3ZPE7DA49S80BC','01D03BBF0045K57808FJQJG9KB','state_agency','South Dakota Department of Education','SD','South Dakota','America/Chicago',3,3);
INSERT INTO "organisations" VALUES('01D03BBF007MANHAGNES48Z9KT','01D03BBF0045K57808FJQJG9KB','state_agency','Tennessee Department of Education','TN','Tennessee','America/Chicago',5,5);
INSERT INTO "organisations" VALUES('01D03BBF00K6Z71SMXDJ0NXPKZ','01D03BBF0045K57808FJQJG9KB','state_agency','Texas Education Agency','TX','Texas','America/Chicago',3,7);
INSERT INTO "organisations" VALUES('01D03BBF00A4ZXDTWVTP2GYFMN','01D03BBF0045K57808FJQJG9KB','state_agency','Utah State Board of Education','UT','Utah','America/Denver',1,4);
INSERT INTO "organisations" VALUES('01D03BBF008SJHZ1F11AJSKYRQ','01D03BBF0045K57808FJQJG9KB','state_agency','Vermont Agency of Education','VT','Vermont','America/New_York',9,1);
INSERT INTO "organisations" VALUES('01D03BBF003ZBQGBVRZ7W64ZT5','01D03BBF0045K57808FJQJG9KB','state_agency','Virginia Department of Education','VA','Virginia','America/New_York',7,4);
INSERT INTO "organisations" VALUES('01D03BBF00NBBZNK04GRVXKMYC','01D03BBF0045K57808FJQJG9KB','state_agency','Office of Superintendent of Public Instruction','WA','Washington','America/Los_Angeles',0,2);
INSERT INTO "organisations" VALUES('01D03BBF0088TTDBKT333BDFAK','01D03BBF0045K57808FJQJG9KB','state_agency','West Virginia Department of Education','WV','West Virginia','America/New_York',6,4);
INSERT INTO "organisations" VALUES('01D03BBF00VZA58BF699THFRCB','01D03BBF0045K57808FJQJG9KB','state_agency','Wisconsin Department of Public Instruction','WI','Wisconsin','America/Chicago',5,1);
INSERT INTO "organisations" VALUES('01D03BBF008S8Z5E7ASF6BR28C','01D03BBF0045K57808FJQJG9KB','state_agency','Wyoming Department of Education','WY','Wyoming','America/Denver',2,3);
INSERT INTO "organisations" VALUES('01D03BBF00HHZ3DA9QW045W73Y','01D03BBF0045K57808FJQJG9KB','state_agency','American Samoa Department of Education','AS','American Samoa','Pacific/Pago_Pago',2,8);
INSERT INTO "organisations" VALUES('01D03BBF00HAZBN7J9TABF6Z9V','01D03BBF0045K57808FJQJG9KB','state_agency','Guam Department of Education','GU','Guam','Pacific/Guam',0,8);
INSERT INTO "organisations" VALUES('01D03BBF00E6MMY6A2YEH50FAC','01D03BBF0045K57808FJQJG9KB','state_agency','Commonwealth of the Northern Mariana Islands Public School System','MP','Northern Mariana Islands','Pacific/Saipan',1,8);
INSERT INTO "organisations" VALUES('01D03BBF009D4VY8E0SXF3R003','01D03BBF0045K57808FJQJG9KB','state_agency','Puerto Rico Department of Education','PR','Puerto Rico','America/Puerto_Rico',9,7);
INSERT INTO "organisations" VALUES('01D03BBF00VCKYWZKETY61XS98','01D03BBF0045K57808FJQJG9KB','state_agency','Virgin Islands Department of Education','VI','U.S. Virgin Islands','America/St_Thomas',10,7);
INSERT INTO "organisations" VALUES('01D03BBF006PV26HQ080QKX3SK','01D03BBF0045K57808FJQJG9KB','state_agency','Department of Defense Education Activity','DODEA','Department of Defense Education Activity','America/New_York',9,8);
INSERT INTO "organisations" VALUES('01D03BBF00ZSRA8DZVCST925TJ','01D03BBF0045K57808FJQJG9KB','state_agency','Bureau of Indian Education','BIE','Bureau of Indian Education','America/New_York',10,8);
INSERT INTO "organisations" VALUES('01D03BBF00N9SXHT9E49BK90GN','01D03BBF0045K57808FJQJG9KB','convener','Council of Chief State School Officers','','CCSSO','America/New_York',-1,-1);
CREATE TABLE participations (
    id TEXT NOT NULL PRIMARY KEY,
    series TEXT NOT NULL REFERENCES series (id),
    organisation TEXT NOT NULL REFERENCES organisations (id),
    UNIQUE (series, organisation)
) STRICT;
INSERT INTO "participations" VALUES('01M80XTFSS9NGV2MFADJH9BHD0','01M80XTFSS9NGV2MFADJH9BHCY','01D03BBF00ZYYCYAK51YD0SFSB');
INSERT INTO "participations" VALUES('01M80XTFSS9NGV2MFADJH9BHD1','01M80XTFSS9NGV2MFADJH9BHCY','01D03BBF00NM6C78V0G292XBC5');
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
INSERT INTO "people" VALUES('01M80XTFS888DPQ3AJB8YA00A0','Ada Earlier','ada@earlier.example','ada@earlier.example','America/New_York',1,'system','comfortable',1,0,0,0);
CREATE TABLE post_versions (
    post TEXT NOT NULL REFERENCES posts (id),
    revision INTEGER NOT NULL,
    at INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (post, revision)
) STRICT, WITHOUT ROWID;
INSERT INTO "post_versions" VALUES('01M80XTFTMX4WVS3Q2DBZEEM98',1,1795327606612,'It went *well*.');
INSERT INTO "post_versions" VALUES('01M80XTFV333ZRNTG0QM9584JN',1,1795327606627,'It went *well*.');
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
INSERT INTO "posts" VALUES('01M80XTFTGG2WZECW5SVVNWNFK','01M80XTFTGG2WZECW5SVVNWNFJ',1,'01M80XTFS888DPQ3AJB8YA00A0',1795327606608,NULL,'How did it go?','<p>How did it go?</p>
',1,NULL,1,0,NULL);
INSERT INTO "posts" VALUES('01M80XTFTMX4WVS3Q2DBZEEM98','01M80XTFTGG2WZECW5SVVNWNFJ',2,'01M80XTFS888DPQ3AJB8YA00A0',1795327606612,NULL,'It went **very** well.','<p>It went <strong>very</strong> well.</p>
',1,1795327606616,2,0,NULL);
INSERT INTO "posts" VALUES('01M80XTFV0GVVQGJSTB5P9DP5M','01M80XTFV0GVVQGJSTB5P9DP5K',1,'01M80XTFS888DPQ3AJB8YA00A0',1795327606624,NULL,'How did it go?','<p>How did it go?</p>
',1,NULL,1,0,NULL);
INSERT INTO "posts" VALUES('01M80XTFV333ZRNTG0QM9584JN','01M80XTFV0GVVQGJSTB5P9DP5K',2,'01M80XTFS888DPQ3AJB8YA00A0',1795327606627,NULL,'It went **very** well.','<p>It went <strong>very</strong> well.</p>
',1,1795327606632,2,0,NULL);
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
INSERT INTO "principles" VALUES('01D03BBF00NJX9NRS8F6DFTAD1','01D03BBF0045K57808FJQJG9KB',1,'Elevate school improvement as an urgent priority','If everything is a priority, nothing is.','Improvement of the lowest-performing schools comes first at the school, the district and the state agency alike. Everyone can say who decides, who acts and who answers for results at each level.','Write down the state''s vision and theory of action for improvement, grounded in what earlier efforts taught, and say what has to be true at school, district and state level for it to work.
Give the work a seat: put the improvement lead on the senior team, protect staff time and money for it, and keep equity at the center of the agency''s plan.
Use the chief''s public voice and the agency''s reporting to keep attention on identified schools.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
INSERT INTO "principles" VALUES('01D03BBF00P2MVFDC36G8RGYN1','01D03BBF0045K57808FJQJG9KB',2,'Make decisions on what best serves each and every student','Put students at the center so that every student succeeds.','Choices are tested against what will serve every student, on the expectation that all of them can reach the goals. Rules and habits that hold low performance in place are questioned and changed.','Review state and local policy for barriers to improvement, and create conditions or authorities that let schools move faster when they stall.
Be willing to try different funding or governance arrangements where the present ones do not serve students.
Connect every office in the agency, including those for students with disabilities and English learners, to the improvement work.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
INSERT INTO "principles" VALUES('01D03BBF00D3QXEM721DDE2XZX','01D03BBF0045K57808FJQJG9KB',3,'Engage early, regularly and authentically','If you want to go far, go together.','Improvement is done with schools, families and communities rather than to them. Trust, shared planning and two-way feedback come early and continue, and community assets and services outside school are brought in.','Make families, staff, civil-rights groups and community members partners in needs assessment, planning, monitoring and adjustment.
Provide or arrange training so families and community members can take part on equal terms.
Vet and work with outside partners whose record and approach fit the system''s priorities.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
INSERT INTO "principles" VALUES('01D03BBF00P9APMJ11G42Y95F3','01D03BBF0045K57808FJQJG9KB',4,'Select at each level the strategy that best fits','One size does not fit all.','Districts and schools design plans that fit their situation, and the state chooses the kind and degree of action that fits each case, up to its strongest authority for schools that do not improve.','Give needs assessments real weight: let them drive plan approval, funding, assistance and stronger action.
Vary support and monitoring by the needs, assets and capacity of each school and district.
Choose from a full range of state actions, from locally led work through networks and zones to closure or takeover, weighing capacity and local conditions.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
INSERT INTO "principles" VALUES('01D03BBF00BFDFKC6WTEYPNJQW','01D03BBF0045K57808FJQJG9KB',5,'Support LEAs and schools in designing high-quality plans','Failing to plan is planning to fail.','Plans grow out of each school''s assets, needs and root causes, and draw on research about effective schools, implementation, what works for whom, and how learning and adversity interact.','See that plans address both conditions for learning and the quality of instruction.
Bring the district''s own role and capacity into planning and oversight.
Help schools find interventions that fit, and help them study promising approaches where evidence is thin.
Use timelines, templates and planning periods that keep plans complete, usable and open to revision.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
INSERT INTO "principles" VALUES('01D03BBF005J16PWV99W0NMEW1','01D03BBF0045K57808FJQJG9KB',6,'Focus on leaders and teachers in the highest-need schools','Talent matters.','The schools with the greatest need get, or grow, leaders and teachers with the particular skills that rapid improvement asks for.','Invest in school leadership, including through the optional Title II leadership set-aside, so identified schools can attract, develop and keep able leaders.
Look across preparation, hiring, development and retention for identified schools, and back ongoing learning embedded in the job.
Read local Title II plans alongside improvement applications, and point funds and incentives at the schools that need them most.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
INSERT INTO "principles" VALUES('01D03BBF004MBBQKPKKJH27KZ1','01D03BBF0045K57808FJQJG9KB',7,'Dedicate sufficient resources and align them','Put your money where your mouth is.','Time, people and money are enough for the job, pointed at the system''s goals, used efficiently because roles are clear, and partners are held to results.','Line up federal, state and local funding streams behind improvement plans.
Cut duplicate requirements and mixed messages that reach schools.
Staff the state agency for the work, including time for evaluation and continuous improvement.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
INSERT INTO "principles" VALUES('01D03BBF00HQ9PGGTJD1C9SM9W','01D03BBF0045K57808FJQJG9KB',8,'Set benchmarks and report progress','What gets measured gets done.','Ambitious but reachable short- and long-term benchmarks cover equity and excellence, and progress against them is reported openly.','Set benchmarks for thoughtful implementation, for leading indicators and for exit, and help districts do the same for schools identified for student-group performance.
Share progress with families and communities throughout, not only at the end.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
INSERT INTO "principles" VALUES('01D03BBF00TF128QJ25JKVQ6G6','01D03BBF0045K57808FJQJG9KB',9,'Implement rigorously and continuously improve','Ideas are only as good as they are implemented.','Plans are carried out with care, information is gathered while the work is under way, and evidence about what works, for whom and where is used to change course.','Keep attention on implementation with districts, schools and partners.
Run regular data routines with milestones and feedback loops, and step in when progress stalls.
Carry lessons from successes and failures into the next choice of strategy.
Examine and improve the state agency''s own practice.','Based on "CCSSO Principles of Effective School Improvement Systems" (Council of Chief State School Officers, 2017), CC BY 4.0. Headings shorten the source wording; summaries, short titles and state roles have been condensed and reworded; taglines are quoted.');
INSERT INTO "principles" VALUES('01D03BBF007HJYR2FSFFK4H1R2','01D03BBF0045K57808FJQJG9KB',10,'Plan from the beginning to sustain success','Don''t be a flash in the pan.','From day one there is a plan for the money, the political support and the local capacity to keep improving after extra help ends.','Build continuous-improvement capacity in districts, not only in schools, along with commitment among educators, families and the community.
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
INSERT INTO "protocol_steps" VALUES('01D03BBF0006X0QKJQ8J3J9228',1,'What?',10,'all','breakout','Alone for one minute, then in small groups: what did we see or hear? Facts only.','observations');
INSERT INTO "protocol_steps" VALUES('01D03BBF0006X0QKJQ8J3J9228',2,'So what?',12,'all','breakout','Why does it matter? What pattern is there?','meaning');
INSERT INTO "protocol_steps" VALUES('01D03BBF0006X0QKJQ8J3J9228',3,'Now what?',12,'all','breakout','What follows for each state, and for us together?','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF0006X0QKJQ8J3J9228',4,'Share',6,'all','plenary','One next step per group.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF000Q98PRWJMRWX5SK9',1,'Set up',5,'facilitator','plenary','Name three or four to begin; keep one seat free; say how to step in.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF000Q98PRWJMRWX5SK9',2,'Inner talk',20,'inner circle','fishbowl','Talk with each other. Anyone may take the free seat; someone then leaves.','points');
INSERT INTO "protocol_steps" VALUES('01D03BBF000Q98PRWJMRWX5SK9',3,'Outer observations',10,'outer circle','plenary','What did you hear? What was missing?','observations');
INSERT INTO "protocol_steps" VALUES('01D03BBF000Q98PRWJMRWX5SK9',4,'Inner reply',8,'inner circle','fishbowl','Respond.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF000Q98PRWJMRWX5SK9',5,'Close',7,'all','plenary','One thing to take home.','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF001SK355H3W62ME594',1,'Name the unwanted result',5,'facilitator','plenary','Offer a vivid worst outcome and agree it.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF001SK355H3W62ME594',2,'How to make sure of it',12,'all','breakout','List all you could do to bring it about (1-2-4-All).','list 1');
INSERT INTO "protocol_steps" VALUES('01D03BBF001SK355H3W62ME594',3,'What looks like what we do?',12,'all','breakout','Go down the list, honestly.','list 2');
INSERT INTO "protocol_steps" VALUES('01D03BBF001SK355H3W62ME594',4,'First stops',11,'all','breakout','For each, what is the first step to stop?','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF003T74CDSN5VY58TY3',1,'Read updates',5,'all','individual','Read what was posted before the call.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF003T74CDSN5VY58TY3',2,'Round',15,'each state','plenary','One minute: done, learned, stuck.','updates');
INSERT INTO "protocol_steps" VALUES('01D03BBF003T74CDSN5VY58TY3',3,'Help two',20,'all','breakout','Pick two stuck steps; ten minutes each of questions and ideas.','ideas');
INSERT INTO "protocol_steps" VALUES('01D03BBF003T74CDSN5VY58TY3',4,'Re-plan',5,'all','individual','Change the date, the step, or set it aside with a reason.','updates');
INSERT INTO "protocol_steps" VALUES('01D03BBF006S5H80JZ6GEZFB7N',1,'Open and assign',2,'facilitator','plenary','Name the presenter, timekeeper and note taker; remind all that the aim is the presenter''s thinking.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF006S5H80JZ6GEZFB7N',2,'Present the dilemma',8,'presenter','plenary','Say what is happening, what has been tried, and end with one focus question.','focus question');
INSERT INTO "protocol_steps" VALUES('01D03BBF006S5H80JZ6GEZFB7N',3,'Clarifying questions',5,'consultants','plenary','Ask only for short facts.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF006S5H80JZ6GEZFB7N',4,'Probing questions',10,'consultants','plenary','Ask questions that widen the presenter''s view; the presenter may answer, the group does not debate. The presenter then restates the question.','restated question');
INSERT INTO "protocol_steps" VALUES('01D03BBF006S5H80JZ6GEZFB7N',5,'Group discussion',15,'consultants','fishbowl','Talk with each other about the dilemma while the presenter listens and takes notes.','ideas');
INSERT INTO "protocol_steps" VALUES('01D03BBF006S5H80JZ6GEZFB7N',6,'Presenter reflects',5,'presenter','plenary','Say what you heard, what is now clearer and what you may try.','next step');
INSERT INTO "protocol_steps" VALUES('01D03BBF006S5H80JZ6GEZFB7N',7,'Debrief',5,'all','plenary','How did the process go? What will each take home?','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF008H59FX54XKQV6PSF',1,'Draft',6,'all','individual','Write one step: what, who, by when, how we will know.','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF008H59FX54XKQV6PSF',2,'Swap',10,'pairs','breakout','Read your partner''s step: is it specific, owned, dated and checkable? What could stop it?','');
INSERT INTO "protocol_steps" VALUES('01D03BBF008H59FX54XKQV6PSF',3,'Revise',5,'all','individual','Improve it; cut it to what fits in 30 days.','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF008H59FX54XKQV6PSF',4,'Link',5,'all','plenary','Look for another state with the same problem and link the steps.','cross-state links');
INSERT INTO "protocol_steps" VALUES('01D03BBF008H59FX54XKQV6PSF',5,'Say it',4,'all','plenary','Read out one line.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF009Y6468QWPB47K9CE',1,'Think of your question',1,'all','individual','What is your challenge, and what help do you need?','');
INSERT INTO "protocol_steps" VALUES('01D03BBF009Y6468QWPB47K9CE',2,'Form threes',1,'facilitator','breakout','Mix states; no two from one agency.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF009Y6468QWPB47K9CE',3,'Round 1: share, clarify',3,'client 1','breakout','Two minutes to share, one for questions.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF009Y6468QWPB47K9CE',4,'Round 1: consult, respond',6,'consultants','breakout','Client turns away and listens for five minutes, then says in one what helped.','most useful idea');
INSERT INTO "protocol_steps" VALUES('01D03BBF009Y6468QWPB47K9CE',5,'Round 2: share, clarify',3,'client 2','breakout','As round 1.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF009Y6468QWPB47K9CE',6,'Round 2: consult, respond',6,'consultants','breakout','As round 1.','most useful idea');
INSERT INTO "protocol_steps" VALUES('01D03BBF009Y6468QWPB47K9CE',7,'Round 3: share, clarify',3,'client 3','breakout','As round 1.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF009Y6468QWPB47K9CE',8,'Round 3: consult, respond',6,'consultants','breakout','As round 1.','most useful idea');
INSERT INTO "protocol_steps" VALUES('01D03BBF009Y6468QWPB47K9CE',9,'Gather',6,'all','plenary','Post one idea you will use.','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF00DDB2CMGVW9VWD846',1,'Alone',1,'all','individual','Write your answer.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00DDB2CMGVW9VWD846',2,'In pairs',2,'all','breakout','Share and build.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00DDB2CMGVW9VWD846',3,'In fours',4,'all','breakout','Compare; notice what is the same and what is not.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00DDB2CMGVW9VWD846',4,'All',5,'all','plenary','Each four offers one idea that stood out, no repeats.','ideas');
INSERT INTO "protocol_steps" VALUES('01D03BBF00FDHWMS0GR4C4Q9R4',1,'Welcome, purpose, norms',5,'facilitator','plenary','Objectives of the session and how to take part.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00FDHWMS0GR4C4Q9R4',2,'National context',10,'facilitator','plenary','What the requirement says and what states commonly find hard.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00FDHWMS0GR4C4Q9R4',3,'Spotlight',15,'presenting state','plenary','What we did, for whom, what it took, what went wrong.','practice draft');
INSERT INTO "protocol_steps" VALUES('01D03BBF00FDHWMS0GR4C4Q9R4',4,'Questions',10,'all','plenary','Facts first, then conditions: what would have to be true for us?','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00FDHWMS0GR4C4Q9R4',5,'Breakouts by need',30,'all','breakout','Three or four rooms chosen from the pre-work poll; each with a host and a note taker.','room notes');
INSERT INTO "protocol_steps" VALUES('01D03BBF00FDHWMS0GR4C4Q9R4',6,'Report',8,'hosts','plenary','Two points each.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00FDHWMS0GR4C4Q9R4',7,'Action steps',10,'all','individual','Each state writes at least one step with an owner and a date.','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF00FDHWMS0GR4C4Q9R4',8,'Feedback and close',2,'facilitator','plenary','Survey, next session, thread to carry on.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00GK5KAHX8YS6Z4PS0',1,'Welcome and etiquette',10,'facilitator','plenary','Explain rounds, table hosts and the first question.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00GK5KAHX8YS6Z4PS0',2,'Round 1',20,'all','breakout','Talk at tables of four or five; write on the page.','table notes');
INSERT INTO "protocol_steps" VALUES('01D03BBF00GK5KAHX8YS6Z4PS0',3,'Round 2',20,'all','breakout','Move; the host stays and sums up, travellers add.','table notes');
INSERT INTO "protocol_steps" VALUES('01D03BBF00GK5KAHX8YS6Z4PS0',4,'Round 3',20,'all','breakout','Move again, or return home, with a closing question.','table notes');
INSERT INTO "protocol_steps" VALUES('01D03BBF00GK5KAHX8YS6Z4PS0',5,'Harvest',20,'all','plenary','Share patterns and what follows.','themes');
INSERT INTO "protocol_steps" VALUES('01D03BBF00H27063M3CR37N1WR',1,'Introduce',3,'facilitator','plenary','State the goal, the norms and the times.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00H27063M3CR37N1WR',2,'Present the draft',12,'presenter','plenary','Give goals, audience, the draft and one focus question.','focus question');
INSERT INTO "protocol_steps" VALUES('01D03BBF00H27063M3CR37N1WR',3,'Clarifying questions',5,'participants','plenary','Facts only.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00H27063M3CR37N1WR',4,'Read in silence',8,'participants','individual','Note where the draft serves its goals and where it drifts.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00H27063M3CR37N1WR',5,'Choose feedback',2,'participants','individual','Mark one warm and one cool point to share.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00H27063M3CR37N1WR',6,'Warm and cool feedback',15,'participants','fishbowl','Talk to each other: strengths first, then gaps and questions; the presenter listens.','warm and cool points');
INSERT INTO "protocol_steps" VALUES('01D03BBF00H27063M3CR37N1WR',7,'Presenter responds',8,'presenter','plenary','Take up what you choose.','revisions to make');
INSERT INTO "protocol_steps" VALUES('01D03BBF00H27063M3CR37N1WR',8,'Debrief',7,'all','plenary','How did it go for the presenter? For the group?','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00MFA6TG889VQV6VRB',1,'Home groups',3,'facilitator','breakout','Give each member of a home group a different text.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00MFA6TG889VQV6VRB',2,'Read',10,'all','individual','Read your text with two questions.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00MFA6TG889VQV6VRB',3,'Expert groups',12,'all','breakout','Meet those with the same text; agree the three points to carry.','three points');
INSERT INTO "protocol_steps" VALUES('01D03BBF00MFA6TG889VQV6VRB',4,'Back home',20,'all','breakout','Each teaches in four minutes; others ask.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00MFA6TG889VQV6VRB',5,'Across texts',10,'all','plenary','What agrees, what conflicts, what fits us?','implications');
INSERT INTO "protocol_steps" VALUES('01D03BBF00V8YAWZB7R7FN8DF5',1,'Match call',15,'facilitator','small','Agree the question and who should come.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00V8YAWZB7R7FN8DF5',2,'Context swap',10,'both','small','Five minutes each on size, law and roles that matter here.','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00V8YAWZB7R7FN8DF5',3,'Host shares',15,'host state','small','Show the thing itself: form, data routine, letter.','resources');
INSERT INTO "protocol_steps" VALUES('01D03BBF00V8YAWZB7R7FN8DF5',4,'Work on it',15,'both','small','Apply it to the visiting state''s case.','ideas');
INSERT INTO "protocol_steps" VALUES('01D03BBF00V8YAWZB7R7FN8DF5',5,'Next steps',5,'both','small','Who does what; may we tell the series?','action steps');
INSERT INTO "protocol_steps" VALUES('01D03BBF00VFJ0F5VYABCKGVXP',1,'Alone: your 15 percent',5,'all','individual','What is in your hands to do now?','');
INSERT INTO "protocol_steps" VALUES('01D03BBF00VFJ0F5VYABCKGVXP',2,'Share in small groups',12,'all','breakout','Each reads out ideas, one at a time.','ideas');
INSERT INTO "protocol_steps" VALUES('01D03BBF00VFJ0F5VYABCKGVXP',3,'Consult',8,'all','breakout','Ask and advise, one person at a time.','action steps');
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
INSERT INTO "protocols" VALUES('01D03BBF006S5H80JZ6GEZFB7N','01D03BBF0045K57808FJQJG9KB','consultancy','Consultancy','Help one state think more widely about a specific, current dilemma.','One state has a hard question with no ready answer.',50,'Consultancy Protocol, developed by Gene Thompson-Grove, Paula Evans and Faith Dunne (Coalition of Essential Schools), revised by the National School Reform Faculty');
INSERT INTO "protocols" VALUES('01D03BBF00H27063M3CR37N1WR','01D03BBF0045K57808FJQJG9KB','tuning','Tuning Protocol','Sharpen a draft against its own goals.','A state has a draft form, policy, rubric or plan to improve.',60,'Tuning Protocol, developed by Joseph McDonald and David Allen (Coalition of Essential Schools)');
INSERT INTO "protocols" VALUES('01D03BBF009Y6468QWPB47K9CE','01D03BBF0045K57808FJQJG9KB','troika','Troika Consulting','Give and get quick help in threes.','Everyone has a live question and time is short.',35,'Troika Consulting, from Liberating Structures (Henri Lipmanowicz and Keith McCandless)');
INSERT INTO "protocols" VALUES('01D03BBF00DDB2CMGVW9VWD846','01D03BBF0045K57808FJQJG9KB','one_two_four_all','1-2-4-All','Bring out everyone''s ideas on one question.','Opening a topic; choosing breakout themes; large groups.',12,'1-2-4-All, from Liberating Structures (Henri Lipmanowicz and Keith McCandless)');
INSERT INTO "protocols" VALUES('01D03BBF0006X0QKJQ8J3J9228','01D03BBF0045K57808FJQJG9KB','what_so_what','What, So What, Now What','Make sense of shared experience and move to action.','Closing a session; reading poll or survey results together.',40,'What, So What, Now What? (W3), from Liberating Structures; draws on Rolfe, Borton and others');
INSERT INTO "protocols" VALUES('01D03BBF001SK355H3W62ME594','01D03BBF0045K57808FJQJG9KB','triz','TRIZ (stop doing)','Find what we do that makes the bad result likely, and stop it.','A system seems stuck; requirements pile up.',40,'TRIZ, from Liberating Structures (adapted by its authors from the engineering method)');
INSERT INTO "protocols" VALUES('01D03BBF00VFJ0F5VYABCKGVXP','01D03BBF0045K57808FJQJG9KB','fifteen_percent','15% Solutions','Find what each person can do now without permission or money.','People feel held up by rules or resources.',25,'15% Solutions, from Liberating Structures (after Gareth Morgan)');
INSERT INTO "protocols" VALUES('01D03BBF000Q98PRWJMRWX5SK9','01D03BBF0045K57808FJQJG9KB','fishbowl','Fishbowl','Let many listen closely to a few, then join.','Two or three states differ on a hard choice.',50,'Fishbowl, a widely used dialogue format');
INSERT INTO "protocols" VALUES('01D03BBF00GK5KAHX8YS6Z4PS0','01D03BBF0045K57808FJQJG9KB','world_cafe','World Café','Cross-pollinate ideas over several rounds.','A convening; several linked questions.',90,'World Café, by Juanita Brown and David Isaacs and the World Café community');
INSERT INTO "protocols" VALUES('01D03BBF00MFA6TG889VQV6VRB','01D03BBF0045K57808FJQJG9KB','jigsaw','Jigsaw','Share a lot of reading quickly.','Several state examples or guidance documents to cover.',55,'Jigsaw, after Elliot Aronson and Spencer Kagan');
INSERT INTO "protocols" VALUES('01D03BBF00FDHWMS0GR4C4Q9R4','01D03BBF0045K57808FJQJG9KB','state_spotlight','State spotlight','Hear one state''s practice and put it to use.','Standard P2P session with a presenting state.',90,'Our composite, from the public description of State Support Network exchanges');
INSERT INTO "protocols" VALUES('01D03BBF008H59FX54XKQV6PSF','01D03BBF0045K57808FJQJG9KB','action_clinic','Action-step clinic','Turn intentions into steps that will happen.','Last part of a session or a 30-day check-in.',30,'Own design, using SMART, 30/60/90-day and PDSA conventions');
INSERT INTO "protocols" VALUES('01D03BBF003T74CDSN5VY58TY3','01D03BBF0045K57808FJQJG9KB','thirty_day','30-day check-in','Keep the work alive between sessions.','About 30, 60 and 90 days after a session.',45,'Own design, after PDSA huddles and 90-day cycle practice');
INSERT INTO "protocols" VALUES('01D03BBF00V8YAWZB7R7FN8DF5','01D03BBF0045K57808FJQJG9KB','peer_match','One-to-one exchange','Pair two agencies on one question.','A state wants depth with one peer.',60,'Own design, from the one-to-one structure described by the State Support Network');
CREATE TABLE read_marks (
    id TEXT NOT NULL UNIQUE,
    person TEXT NOT NULL REFERENCES people (id),
    thread TEXT NOT NULL REFERENCES threads (id),
    number INTEGER NOT NULL,
    PRIMARY KEY (person, thread)
) STRICT, WITHOUT ROWID;
INSERT INTO "read_marks" VALUES('01M80XTFTGG2WZECW5SVVNWNFM','01M80XTFS888DPQ3AJB8YA00A0','01M80XTFTGG2WZECW5SVVNWNFJ',2);
INSERT INTO "read_marks" VALUES('01M80XTFV0GVVQGJSTB5P9DP5N','01M80XTFS888DPQ3AJB8YA00A0','01M80XTFV0GVVQGJSTB5P9DP5K',2);
CREATE TABLE receipts (
    person TEXT NOT NULL,
    command TEXT NOT NULL,
    at INTEGER NOT NULL,
    digest TEXT NOT NULL,
    outcome TEXT NOT NULL,
    PRIMARY KEY (person, command)
) STRICT, WITHOUT ROWID;
INSERT INTO "receipts" VALUES('00000000000000000000000000','01M80XTFRFE1CNGR8KWKME3XC2',1795327606543,'c8ee368d1407c9d83066fbd65443eaed16e290bd77151cfb1a1b28b818a4a1d1','{"t":"ack","id":"01M80XTFRFE1CNGR8KWKME3XC2","positions":{}}');
INSERT INTO "receipts" VALUES('01M80XTFS888DPQ3AJB8YA00A0','01M80XTFSSVYVRSSKHBV8PWT92',1795327606585,'c993aa94b29a8b47cfe814e2ec39f1054d27d6e4496db4768039fb1ba12972ac','{"t":"ack","id":"01M80XTFSSVYVRSSKHBV8PWT92","positions":{"person/01M80XTFS888DPQ3AJB8YA00A0":1,"staff/01D03BBF0045K57808FJQJG9KB":1},"result":{"series":"01M80XTFSS9NGV2MFADJH9BHCY","slug":"an-earlier-series"}}');
INSERT INTO "receipts" VALUES('01M80XTFS888DPQ3AJB8YA00A0','01M80XTFT0JBVHMB6DNQ7R8VR5',1795327606592,'2b2a3c092bd1c121a252398ea252e6fd94d764f1eefa97b17df9222dd1ae99fb','{"t":"ack","id":"01M80XTFT0JBVHMB6DNQ7R8VR5","positions":{"meeting/01M80XTFT06QK4S0P8TXMRS9TV":1,"staff/01D03BBF0045K57808FJQJG9KB":2},"result":{"meeting":"01M80XTFT06QK4S0P8TXMRS9TV","ordinal":1}}');
INSERT INTO "receipts" VALUES('01M80XTFS888DPQ3AJB8YA00A0','01M80XTFT4RB687AJ3EV6S88B4',1795327606596,'ad0169424d4fa3b3291cea602c33a27c0138942e274f8efff9b34a7865f0533f','{"t":"ack","id":"01M80XTFT4RB687AJ3EV6S88B4","positions":{"meeting/01M80XTFT06QK4S0P8TXMRS9TV":2,"staff/01D03BBF0045K57808FJQJG9KB":3},"result":{"revision":2,"total_minutes":20}}');
INSERT INTO "receipts" VALUES('01M80XTFS888DPQ3AJB8YA00A0','01M80XTFT8RKT3BY0HM3VVKA72',1795327606600,'9f0ef2f49ba2bca1ad11e9c9bdbf3a4926533043268cc4f913242cff0d5326b6','{"t":"ack","id":"01M80XTFT8RKT3BY0HM3VVKA72","positions":{"extended/01D03BBF0045K57808FJQJG9KB":1,"staff/01D03BBF0045K57808FJQJG9KB":4}}');
INSERT INTO "receipts" VALUES('01M80XTFS888DPQ3AJB8YA00A0','01M80XTFTCKEAMWJ180J7JSQ4K',1795327606604,'99aef6c02e7ec1d145c85c5eef1c188db2547aa503b8d28bfcc1606fe64c6b5d','{"t":"ack","id":"01M80XTFTCKEAMWJ180J7JSQ4K","positions":{"extended/01D03BBF0045K57808FJQJG9KB":2,"staff/01D03BBF0045K57808FJQJG9KB":5}}');
INSERT INTO "receipts" VALUES('01M80XTFS888DPQ3AJB8YA00A0','01M80XTFTGZQY6JRCFERKS7D65',1795327606608,'fa5333f7f0115da1541d994963c1d2f85dbf573b5426c65760db955cd9edfb9a','{"t":"ack","id":"01M80XTFTGZQY6JRCFERKS7D65","positions":{"person/01M80XTFS888DPQ3AJB8YA00A0":2,"series/01M80XTFSS9NGV2MFADJH9BHCY":1},"result":{"thread":"01M80XTFTGG2WZECW5SVVNWNFJ","post":"01M80XTFTGG2WZECW5SVVNWNFK","number":1}}');
INSERT INTO "receipts" VALUES('01M80XTFS888DPQ3AJB8YA00A0','01M80XTFTM9NHEAV33CH635K5K',1795327606612,'7d3d19dfcd0cd605d095d168d1c05d443080b11e51890e3364bbce1a68627db8','{"t":"ack","id":"01M80XTFTM9NHEAV33CH635K5K","positions":{"person/01M80XTFS888DPQ3AJB8YA00A0":3,"series/01M80XTFSS9NGV2MFADJH9BHCY":2},"result":{"post":"01M80XTFTMX4WVS3Q2DBZEEM98","number":2}}');
INSERT INTO "receipts" VALUES('01M80XTFS888DPQ3AJB8YA00A0','01M80XTFTRJKTJMVAHFD3834GJ',1795327606616,'27302b83b40dbf063db29a2948b6edc0e6fb188958b81d52bd8385ee257005ac','{"t":"ack","id":"01M80XTFTRJKTJMVAHFD3834GJ","positions":{"series/01M80XTFSS9NGV2MFADJH9BHCY":3},"result":{"revision":2}}');
INSERT INTO "receipts" VALUES('01M80XTFS888DPQ3AJB8YA00A0','01M80XTFTVKNYG0Q7D5X61DPEA',1795327606619,'79eb81bd8bf899abdab91e1f3f9dba81cc40a311efbdbf967a3b421f0094b558','{"t":"ack","id":"01M80XTFTVKNYG0Q7D5X61DPEA","positions":{"person/01M80XTFS888DPQ3AJB8YA00A0":4},"result":{"number":2}}');
INSERT INTO "receipts" VALUES('01M80XTFS888DPQ3AJB8YA00A0','01M80XTFV08A1X5D6R52GYXZ7D',1795327606624,'2343d8bbb46694db2e304c86778809335095e84d43070b161804ce63ef326668','{"t":"ack","id":"01M80XTFV08A1X5D6R52GYXZ7D","positions":{"person/01M80XTFS888DPQ3AJB8YA00A0":5,"series/01M80XTFSS9NGV2MFADJH9BHCY":4},"result":{"thread":"01M80XTFV0GVVQGJSTB5P9DP5K","post":"01M80XTFV0GVVQGJSTB5P9DP5M","number":1}}');
INSERT INTO "receipts" VALUES('01M80XTFS888DPQ3AJB8YA00A0','01M80XTFV3RPCX7JD7V3F48BN3',1795327606627,'54f6a2658d97c0bfab1008d9aff44ee8b4c38b405360a782c719b8e023944e8d','{"t":"ack","id":"01M80XTFV3RPCX7JD7V3F48BN3","positions":{"person/01M80XTFS888DPQ3AJB8YA00A0":6,"series/01M80XTFSS9NGV2MFADJH9BHCY":5},"result":{"post":"01M80XTFV333ZRNTG0QM9584JN","number":2}}');
INSERT INTO "receipts" VALUES('01M80XTFS888DPQ3AJB8YA00A0','01M80XTFV8250EX78RXHXG3XC9',1795327606632,'0f0780a841a4d20425969d2361a2b4dd16fed32c20d421eb5acca3bacc4d0343','{"t":"ack","id":"01M80XTFV8250EX78RXHXG3XC9","positions":{"series/01M80XTFSS9NGV2MFADJH9BHCY":6},"result":{"revision":2}}');
INSERT INTO "receipts" VALUES('01M80XTFS888DPQ3AJB8YA00A0','01M80XTFVC54JYSFYY4S7SXFJ9',1795327606636,'61b903120e552724e583497449c7bd5fcc57186e715d63465834065ffb43e151','{"t":"ack","id":"01M80XTFVC54JYSFYY4S7SXFJ9","positions":{"person/01M80XTFS888DPQ3AJB8YA00A0":7},"result":{"number":2}}');
INSERT INTO "receipts" VALUES('01M80XTFS888DPQ3AJB8YA00A0','01M80XTFVGYGQFZ896W7K51CXR',1795327606640,'0229ae1fa8c6616e565e81dca22e5a781ba2744c7e5ef64ce00e5b4bc7015be5','{"t":"ack","id":"01M80XTFVGYGQFZ896W7K51CXR","positions":{"extended/01D03BBF0045K57808FJQJG9KB":3,"meeting/01M80XTFT06QK4S0P8TXMRS9TV":3}}');
INSERT INTO "receipts" VALUES('01M80XTFS888DPQ3AJB8YA00A0','01M80XTFVKE8BRQBJG5W60W52G',1795327606644,'a8efc186e6d04ffd33803853a6bb9bbf3be8adfef92ad2dac77221532aef915b','{"t":"ack","id":"01M80XTFVKE8BRQBJG5W60W52G","positions":{"meeting/01M80XTFT06QK4S0P8TXMRS9TV":4},"result":{"current_item":"01M80XTFT4B9VAYRZJJM0HEYMS"}}');
CREATE TABLE role_grants (
    person TEXT NOT NULL REFERENCES people (id),
    role TEXT NOT NULL
        CHECK (role IN ('administrator', 'facilitator', 'state_lead', 'state_member', 'partner', 'observer')),
    collaborative TEXT NOT NULL REFERENCES collaboratives (id),
    PRIMARY KEY (person, collaborative, role)
) STRICT, WITHOUT ROWID;
INSERT INTO "role_grants" VALUES('01M80XTFS888DPQ3AJB8YA00A0','administrator','01D03BBF0045K57808FJQJG9KB');
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
INSERT INTO "rooms" VALUES('01M80XTFT06QK4S0P8TXMRS9TV','open',1795327606640,NULL,NULL,'01M80XTFT4B9VAYRZJJM0HEYMS',1795327606644,10,'01M80XTFS888DPQ3AJB8YA00A0',NULL,NULL,0,NULL);
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
CREATE TABLE seats (
    person TEXT NOT NULL REFERENCES people (id),
    collaborative TEXT NOT NULL REFERENCES collaboratives (id),
    organisation TEXT NOT NULL REFERENCES organisations (id),
    title TEXT NOT NULL,
    function TEXT NOT NULL,
    primary_contact INTEGER NOT NULL CHECK (primary_contact IN (0, 1)),
    PRIMARY KEY (person, collaborative)
) STRICT, WITHOUT ROWID;
INSERT INTO "seats" VALUES('01M80XTFS888DPQ3AJB8YA00A0','01D03BBF0045K57808FJQJG9KB','01D03BBF00N9SXHT9E49BK90GN','','',0);
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
INSERT INTO "series" VALUES('01M80XTFSS9NGV2MFADJH9BHCY','01D03BBF0045K57808FJQJG9KB','an-earlier-series','An earlier series','','running','2026-11-22','2027-02-20',1,1);
CREATE TABLE sign_ins (
    secret_hash TEXT NOT NULL PRIMARY KEY,
    person TEXT NOT NULL REFERENCES people (id),
    started_at INTEGER NOT NULL,
    used_at INTEGER NOT NULL,
    agent TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "sign_ins" VALUES('07c3fc42320d44cc70bd61637fca77b0e7bd06ee59ffb551510357ebd7502368','01M80XTFS888DPQ3AJB8YA00A0',1795327606579,1795327606579,'');
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
INSERT INTO "streams" VALUES('extended/01D03BBF0045K57808FJQJG9KB',3,0);
INSERT INTO "streams" VALUES('meeting/01M80XTFT06QK4S0P8TXMRS9TV',4,0);
INSERT INTO "streams" VALUES('person/01M80XTFS888DPQ3AJB8YA00A0',7,0);
INSERT INTO "streams" VALUES('series/01M80XTFSS9NGV2MFADJH9BHCY',6,0);
INSERT INTO "streams" VALUES('staff/01D03BBF0045K57808FJQJG9KB',5,0);
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
INSERT INTO "threads" VALUES('01M80XTFTGG2WZECW5SVVNWNFJ','01D03BBF0045K57808FJQJG9KB','topic','01M80XTFSS9NGV2MFADJH9BHCY','series/01M80XTFSS9NGV2MFADJH9BHCY','Earlier topic','01M80XTFS888DPQ3AJB8YA00A0',1795327606608,2,1795327606612,'01M80XTFS888DPQ3AJB8YA00A0',2,0,1,0);
INSERT INTO "threads" VALUES('01M80XTFV0GVVQGJSTB5P9DP5K','01D03BBF0045K57808FJQJG9KB','meeting','01M80XTFT06QK4S0P8TXMRS9TV','series/01M80XTFSS9NGV2MFADJH9BHCY','Earlier meeting','01M80XTFS888DPQ3AJB8YA00A0',1795327606624,2,1795327606627,'01M80XTFS888DPQ3AJB8YA00A0',2,0,1,1);
CREATE INDEX journal_kept ON journal (at) WHERE payload IS NOT NULL;
CREATE INDEX receipts_by_age ON receipts (at);
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
CREATE INDEX threads_by_stream ON threads (stream, current, last_at);
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
COMMIT;
