#include "app/records_package.hpp"

#include "app/records_words.hpp"
#include "base/sha256.hpp"
#include "features/audit/audit.hpp"
#include "store/migrations.hpp"
#include "wire/codec.hpp"
#include "wire/csv.hpp"
#include "wire/json_text.hpp"
#include "wire/zip.hpp"

#include <utility>

namespace interstate::app {
namespace {

using public_records::Period;
using public_records::RecordsFacts;
using public_records::RecordsRequest;
using public_records::Row;
using public_records::Sheet;

/// "2026-11-22T15:40:12.345Z"
std::string utc_text(std::int64_t ms) {
    const auto digits = [](std::int64_t number, std::size_t width) {
        auto text = std::to_string(number);
        return std::string(width - text.size(), '0') + text;
    };
    const auto of_minute = ((ms % 60'000) + 60'000) % 60'000;
    return local_time(Instant{ms}, ZoneName{}).str() + ":" + digits(of_minute / 1000, 2) + "." +
           digits(of_minute % 1000, 3) + "Z";
}

/// One table in both forms, written row by row.
class Table {
  public:
    explicit Table(std::vector<std::string> columns) : columns_{std::move(columns)}, csv_{columns_} {}

    void add(Row row) {
        std::vector<std::string> cells;
        json_ += rows_++ == 0 ? "\n" : ",\n";
        wire::ObjectText object{json_};
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            auto& value = row[i];
            if (value && columns_[i].ends_with("_at")) value = utc_text(std::stoll(*value));
            if (value && columns_[i] == "words") value = public_records::without_secrets(*value);
            if (value)
                object.text(columns_[i], *value);
            else
                object.json(columns_[i], "null");
            cells.push_back(value.value_or(""));
        }
        object.end();
        csv_.row(cells);
    }
    [[nodiscard]] const std::string& csv() const { return csv_.text(); }
    [[nodiscard]] std::string json() const { return json_ + (rows_ == 0 ? "]\n" : "\n]\n"); }
    [[nodiscard]] std::size_t bytes() const { return csv_.text().size() + json_.size(); }
    [[nodiscard]] int rows() const { return rows_; }

  private:
    std::vector<std::string> columns_;
    wire::Csv csv_;
    std::string json_ = "[";
    int rows_ = 0;
};

class Packing {
  public:
    explicit Packing(std::size_t most_bytes) : most_bytes_{most_bytes} {}

    /// So many bytes more would be too many.
    [[nodiscard]] bool is_too_much(std::size_t more) const { return bytes_ + more > most_bytes_; }
    void add(const std::string& name, const std::string& text, std::optional<int> rows = {}) {
        zip_.add(name, text);
        bytes_ += text.size();
        const auto hash = sha256_text(text);
        sums_ += hash + "  " + name + "\n";
        files_.push_back({{"name", name}, {"bytes", text.size()}, {"sha256", hash}});
        if (rows) files_.back()["rows"] = *rows;
    }
    /// As `sha256sum -c` reads them.
    [[nodiscard]] const std::string& sums() const { return sums_; }
    [[nodiscard]] const wire::Json& files() const { return files_; }
    std::string finish(const std::string& manifest) {
        zip_.add("manifest.json", manifest);
        return zip_.finish();
    }

  private:
    std::size_t most_bytes_;
    std::size_t bytes_ = 0;
    wire::Zip zip_;
    std::string sums_;
    wire::Json files_ = wire::Json::array();
};

std::optional<std::string> text_of(const std::optional<Ulid>& id) {
    return id ? std::optional{id->str()} : std::nullopt;
}

const Sheet audit_sheet{.name = "audit",
                        .about = "What was done to the organization, its people and its things, by whom. How "
                                 "people sign in, and what they asked for as persons, is not among it.",
                        .columns = "number, done_at, what, who, way, verb, kind, id",
                        .sql = {}};

void read_audit(store::Transaction& tx, const RecordsRequest& request, const Period& period,
                const std::function<bool(const Row&)>& take) {
    audit::read_of_organisation(
        tx, request.organisation, period.since, period.until, [&](const audit::AuditLine& line) {
            return take({std::to_string(line.seq), std::to_string(line.at.ms), line.sentence, line.actor_name,
                         word_of(line.via), line.verb, line.target_kind, text_of(line.target)});
        });
}

std::unexpected<Refusal> refuse_too_much() {
    return refuse_field("too_much", "from", "These are more records than one package holds.",
                        "a shorter range; what lies outside of it goes into a package of its own");
}

/// One sheet, in CSV and JSON; how many rows, or nothing where it is too much.
std::optional<int> add_sheet(store::Transaction& tx, const Sheet& sheet, const RecordsRequest& request,
                             const Period& period, Packing& packing) {
    Table table{columns_of(sheet)};
    bool fits = true;
    const auto take = [&](const Row& row) {
        table.add(row);
        return fits = !packing.is_too_much(table.bytes());
    };
    if (sheet.sql.empty())
        read_audit(tx, request, period, take);
    else
        public_records::read(tx, sheet, request, period, take);
    if (!fits) return std::nullopt;
    packing.add(std::string{"csv/"} + sheet.name + ".csv", table.csv(), table.rows());
    packing.add(std::string{"json/"} + sheet.name + ".json", table.json(), table.rows());
    return table.rows();
}

/// What was asked, by whom and when, and what came of it.
std::string manifest_of(const RecordsRequest& request, const RecordsFacts& facts, const Period& period,
                        const RecordsMaking& making, const Packing& packing, const Context& context) {
    const auto& organisation = *facts.organisation;
    const wire::Json manifest{
        {"format", "interstate-records"},
        {"format_version", 1},
        {"organization",
         {{"id", request.organisation.str()}, {"name", organisation.name}, {"code", organisation.code}}},
        {"collaborative", {{"id", request.collaborative.str()}, {"name", organisation.collaborative}}},
        {"range",
         {{"from", request.from.str()},
          {"until", request.until.str()},
          {"zone", facts.zone.str()},
          {"from_utc", utc_text(period.since.ms)},
          {"before_utc", utc_text(period.until.ms)}}},
        {"reason", request.reason.str()},
        {"made_by", {{"id", facts.who.person.str()}, {"name", facts.name}}},
        {"made_at_utc", utc_text(context.now.ms)},
        {"program", making.build},
        {"schema", store::migrations().back().number},
        {"demonstration", making.demonstration},
        // The same for the same content of the same days, whoever asks and whenever.
        {"content_sha256", sha256_text(packing.sums())},
        {"files", packing.files()}};
    return manifest.dump(2) + "\n";
}

/// "records-oh-2026-07-01-2026-12-31.zip"
std::string file_name(const RecordsRequest& request, const RecordsFacts::Named& organisation) {
    std::string place;
    for (const char letter : folded(organisation.code.empty() ? organisation.short_name : organisation.code))
        if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')) place += letter;
    return "records-" + place.substr(0, 20) + "-" + request.from.str() + "-" + request.until.str() + ".zip";
}

} // namespace

Result<RecordsPackage> package_of(store::Transaction& tx, const RecordsRequest& request,
                                  const RecordsMaking& making, const Context& context) {
    const auto facts = public_records::gather(tx, request, context);
    const auto period = decide(request, facts, context);
    if (!period) return std::unexpected(period.error());
    Packing packing{making.most_bytes};
    std::vector<SheetInside> inside;
    auto sheets = public_records::sheets();
    sheets.push_back(audit_sheet);
    for (const auto& sheet : sheets) {
        const auto rows = add_sheet(tx, sheet, request, *period, packing);
        if (!rows) return refuse_too_much();
        inside.push_back({sheet.name, sheet.about, *rows});
    }
    packing.add("README.txt", records_readme({.organisation = facts.organisation->name,
                                              .collaborative = facts.organisation->collaborative,
                                              .from = request.from,
                                              .until = request.until,
                                              .zone = facts.zone,
                                              .demonstration = making.demonstration,
                                              .sheets = inside}));
    const auto sums = packing.sums();
    const auto manifest = manifest_of(request, facts, *period, making, packing, context);
    packing.add("SHA256SUMS", sums);
    return RecordsPackage{.zip = packing.finish(manifest),
                          .manifest_hash = sha256_text(manifest),
                          .file = file_name(request, *facts.organisation)};
}

} // namespace interstate::app
