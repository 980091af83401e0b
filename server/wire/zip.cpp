#include "wire/zip.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <stdexcept>
#include <utility>

namespace interstate::wire {
namespace {

struct Freed {
    void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};

void check(int code, archive* of) {
    if (code == ARCHIVE_OK) return;
    const char* words = archive_error_string(of);
    throw std::runtime_error{std::string{"cannot pack a ZIP: "} + (words ? words : "out of memory")};
}

la_ssize_t keep(archive*, void* packed, const void* bytes, std::size_t size) {
    static_cast<std::string*>(packed)->append(static_cast<const char*>(bytes), size);
    return static_cast<la_ssize_t>(size);
}

} // namespace

void Zip::Closed::operator()(archive* open) const { archive_write_free(open); }

Zip::Zip() : archive_{archive_write_new()} {
    if (!archive_) throw std::bad_alloc{};
    check(archive_write_set_format_zip(archive_.get()), archive_.get());
    // Nothing is filled up behind the last byte.
    check(archive_write_set_bytes_in_last_block(archive_.get(), 1), archive_.get());
    check(archive_write_open(archive_.get(), &packed_, nullptr, keep, nullptr), archive_.get());
}

Zip::~Zip() = default;

void Zip::add(const std::string& name, std::string_view bytes) {
    const std::unique_ptr<archive_entry, Freed> entry{archive_entry_new()};
    if (!entry) throw std::bad_alloc{};
    // No time is set: one would be written in the zone of this machine.
    archive_entry_set_pathname(entry.get(), name.c_str());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(bytes.size()));
    check(archive_write_header(archive_.get(), entry.get()), archive_.get());
    if (archive_write_data(archive_.get(), bytes.data(), bytes.size()) !=
        static_cast<la_ssize_t>(bytes.size()))
        check(ARCHIVE_FATAL, archive_.get());
    check(archive_write_finish_entry(archive_.get()), archive_.get());
}

std::string Zip::finish() {
    check(archive_write_close(archive_.get()), archive_.get());
    return std::move(packed_);
}

} // namespace interstate::wire
