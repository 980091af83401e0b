// The starting content: what every installation begins with.
#include "content/goals.hpp"
#include "content/ids.hpp"
#include "content/writing.hpp"
#include "features/action_steps/reminders.hpp"
#include "features/identity/tending.hpp"
#include "features/membership/membership.hpp"
#include "features/membership/years.hpp"
#include "features/reference/reference.hpp"
#include "store/due_items.hpp"

#include <cstdlib>

namespace interstate::content {
namespace {

using membership::OrganisationKind;

/// Organisations and protocols are older than any membership year, so that their ids never depend on the day
/// of loading.
const Instant founding{1'546'300'800'000}; // January 1, 2019

/// What the public page is made of: the collaborative's own words, kept as they were read.
std::string about(const Record& facts) {
    Json about = Json::object();
    for (const char* member : {"description", "convener", "who_joins", "resources"}) {
        if (!facts.has(member)) facts.origin().fail("“" + std::string{member} + "” is missing");
        about[member] = facts.json().at(member);
    }
    if (facts.has("contact")) about["contact"] = facts.json().at("contact");
    return wire::dump(about);
}

void write_collaborative(Load& load, const Record& facts, std::string_view slug,
                         std::string_view short_name) {
    load.collaborative =
        load.ids.make<CollaborativeId>(founding, "collaborative", std::string{slug}, facts.origin());
    load.tx.run(
        "INSERT INTO collaboratives (id, slug, name, short_name, year, about) VALUES (?, ?, ?, ?, ?, ?)",
        load.collaborative, slug, facts.get<Text<1, 200>>("name"), short_name,
        membership_year(load.context.today), about(facts));
    write_year(load, membership_year(load.context.today));
    for (const char* kind :
         {membership::TurnYear::name, action_steps::RemindOwners::name, identity::TendRequests::name})
        store::leave_due(load.tx, {load.context.now, kind, load.collaborative});
}

void write_jurisdictions(Load& load) {
    const Source source{load.context, "jurisdictions.json"};
    for (const auto& record : source.records("jurisdictions")) {
        const auto code = record.get<Text<1, 8>>("code");
        const auto tile = record.record("tile");
        load.tx.run("INSERT INTO organisations (id, collaborative, type, name, code, short_name, zone, "
                    "tile_column, tile_row)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    load.ids.make<OrganisationId>(founding, "state", code.str(), record.origin()),
                    load.collaborative, OrganisationKind::state_agency,
                    record.record("agency").get<Text<1, 200>>("name"), code, record.get<Text<1, 80>>("name"),
                    record.record("time_zones").get<ZoneName>("primary"), tile.get<int>("col"),
                    tile.get<int>("row"));
    }
}

void write_convener(Load& load, const std::string& name, const std::string& short_name) {
    const Origin origin{"collaborative.json", "convener"};
    load.tx.run("INSERT INTO organisations (id, collaborative, type, name, code, short_name, zone, "
                "tile_column, tile_row)"
                " VALUES (?, ?, ?, ?, '', ?, 'America/New_York', -1, -1)",
                load.ids.make<OrganisationId>(founding, "organisation", short_name, origin),
                load.collaborative, OrganisationKind::convener, name, short_name);
}

void write_principles(Load& load) {
    const Source source{load.context, "principles.json"};
    const auto attribution = source.top().record("license").get<Text<1, 600>>("attribution");
    for (const auto& record : source.records("principles")) {
        std::string roles;
        for (const auto& role : record.words("sample_state_roles")) roles += role + "\n";
        load.tx.run("INSERT INTO principles (id, collaborative, number, title, tagline, summary, "
                    "state_roles, attribution)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    load.ids.make<Ulid>(founding, "principle", record.origin().record, record.origin()),
                    load.collaborative, record.get<int>("number"), record.get<Text<1, 120>>("heading"),
                    record.get<Text<1, 300>>("tagline"), record.get<Prose<0, 4000>>("summary"),
                    bounded<Prose<0, 4000>>(roles, "sample_state_roles", record.origin()), attribution);
    }
}

void write_protocol_steps(Load& load, const Ulid& protocol, const Record& record) {
    int ordinal = 0;
    for (const auto& step : record.records("steps")) {
        load.tx.run(
            "INSERT INTO protocol_steps (protocol, ordinal, title, minutes, who, mode, instruction, capture)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            protocol, ++ordinal, step.get<Text<1, 200>>("title"), step.get<int>("minutes"),
            step.get<Text<0, 80>>("who"), step.get<meetings::ItemMode>("mode"),
            bounded<Prose<0, 1000>>(step.text_or_empty("instruction"), "instruction", step.origin()),
            bounded<Text<0, 120>>(step.text_or_empty("capture"), "capture", step.origin()));
    }
}

void write_protocols(Load& load) {
    const Source source{load.context, "protocols.json"};
    for (const auto& record : source.records("protocols")) {
        const auto id = load.ids.make<Ulid>(founding, "protocol", record.origin().record, record.origin());
        load.tx.run(
            "INSERT INTO protocols (id, collaborative, key, title, purpose, use_when, minutes, credit)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            id, load.collaborative, record.get<Text<1, 60>>("key"), record.get<Text<1, 120>>("name"),
            record.get<Prose<0, 1000>>("purpose"), record.get<Prose<0, 1000>>("use_when"),
            record.get<int>("total_minutes"),
            bounded<Prose<0, 1000>>(record.text_or_empty("credit"), "credit", record.origin()));
        write_protocol_steps(load, id, record);
    }
}

} // namespace

void write_year(Load& load, const std::string& label) {
    const auto running = membership_year(load.context.today);
    load.tx.run("INSERT INTO membership_years (collaborative, label, starts_on, ends_on, grace_days, status)"
                " VALUES (?, ?, ?, ?, 30, ?) ON CONFLICT (collaborative, label) DO NOTHING",
                load.collaborative, label, label.substr(0, 4) + "-07-01", label.substr(5) + "-06-30",
                std::string_view{label == running  ? "active"
                                 : label < running ? "closed"
                                                   : "open"});
}

std::string membership_year(const CivilDate& day) {
    const int year = std::atoi(day.str().c_str());
    const int start = day.str().substr(5) >= "07-01" ? year : year - 1;
    return std::to_string(start) + "-" + std::to_string(start + 1);
}

LoadContext LoadContext::at(Instant now, std::string seed) {
    return {.now = now, .today = local_date(now, ZoneName{"America/New_York"}), .seed = std::move(seed)};
}

void load_starting_content(store::Transaction& tx, const LoadContext& context) {
    Ids ids{context.seed};
    Load load{tx, context, ids, {}};
    const Source source{context, "collaborative.json"};
    write_collaborative(load, source.top(), collaborative_slug, "SDI");
    write_jurisdictions(load);
    write_convener(load, "Council of Chief State School Officers", "CCSSO");
    write_principles(load);
    write_goals(load, source.top());
    write_protocols(load);
}

std::string add_collaborative(store::Transaction& tx, const LoadContext& context, std::string_view file_name,
                              std::string_view text) {
    const Origin origin{std::string{file_name}, "the collaborative"};
    const auto json = wire::parse_object(text);
    if (!json) origin.fail("it is not one JSON object with each member once");
    const Record facts{*json, origin};
    const auto slug = facts.get<Text<1, 40>>("slug").str();
    if (slug.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != slug.npos)
        origin.fail("“slug” has lower case letters, digits and - only: it stands in addresses");
    if (tx.any("SELECT 1 FROM collaboratives WHERE slug = ?", slug))
        origin.fail("“slug”: there is a collaborative “" + slug + "” already");
    Ids ids{context.seed + "/" + slug};
    Load load{tx, context, ids, {}};
    write_collaborative(load, facts, slug, facts.get<Text<1, 40>>("short_name").str());
    write_jurisdictions(load);
    write_convener(load, facts.get<Text<1, 200>>("convener").str(),
                   facts.get<Text<1, 80>>("convener_short_name").str());
    write_principles(load);
    write_goals(load, facts);
    write_protocols(load);
    // What its public page could not say is found now, not by whoever comes by.
    (void)public_page(tx, load.collaborative, context.now);
    return slug;
}

} // namespace interstate::content
