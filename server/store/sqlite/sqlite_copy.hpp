#pragma once
// Copies of an SQLite database: how they are made while others write, finished, and looked at.
#include "store/connection.hpp"

#include <filesystem>
#include <functional>

namespace interstate::store {

/// Copies the database as it stood at one moment into `to`, an empty file that nobody else opens, a piece
/// at a time; `after_piece` is called after each, and waits for as long as it likes. Others write meanwhile,
/// as fast as they can: the copy is never begun again. They cannot give their log back until the last page
/// was read, so it grows; at the end this process works it off, so that no commit of theirs has to.
/// `to` may be short of what the system still holds back: sync it.
void copy_while_written(const std::filesystem::path& from, const std::filesystem::path& to,
                        const std::function<void()>& after_piece);

/// Opens a copy that nobody else opens, to write in it. Without a log of its own: what is committed
/// stands in the file, but only the caller's sync brings it to the disk, and a failure leaves it torn.
std::unique_ptr<Connection> open_own_copy(const std::filesystem::path& file);

/// Opens a database to look at it only: no byte of it changes, and nothing appears beside it, on a disk that
/// is read-only too. Where a log lies beside it (a server runs, or was killed), it is read through that log.
/// Throws Failure for what is no database of ours.
std::unique_ptr<Connection> open_to_look(const std::filesystem::path& file);

/// Whether a log lies beside it, without which the file is not all of the database.
bool has_log(const std::filesystem::path& file);

/// Writes the whole database anew: pages that were freed, with whatever they said, are gone, and so is what
/// stands in its log. Needs as much space again while it does.
void write_anew(Connection& connection);

} // namespace interstate::store
