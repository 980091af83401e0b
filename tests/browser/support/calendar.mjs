// What day of the membership year it is: its days are moved while the server is down, as a long wait would.

import { until } from './until.mjs';

const day_ms = 86_400_000;
const day = (ms, days) => new Date(ms + days * day_ms).toISOString().slice(0, 10);

/** By the clock of the convener. */
const today = () =>
  Date.parse(new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(Date.now()));

let looks = 1;

/** The running year ends in so many days; the server has looked at the calendar when this is over. */
export async function yearEndsIn(house, days, grace = 30) {
  const { DatabaseSync } = await import('node:sqlite');
  await house.kill();
  const database = new DatabaseSync(`${house.data}/interstate.db`);
  database.exec('PRAGMA busy_timeout = 10000'); // the server writes too
  const run = (sql, ...values) => database.prepare(sql).run(...values);
  const ends = today() + days * day_ms;
  run(
    "UPDATE membership_years SET starts_on = ?, ends_on = ?, grace_days = ? WHERE status = 'active'",
    day(ends, -364),
    day(ends, 0),
    grace,
  );
  run(
    "UPDATE membership_years SET starts_on = ?, ends_on = ? WHERE status = 'open'",
    day(ends, 1),
    day(ends, 365),
  );
  run("DELETE FROM due_items WHERE kind = 'turn_year'");
  run("INSERT INTO due_items (at, kind, target) SELECT ?, 'turn_year', id FROM collaboratives", ++looks);
  run('UPDATE collaboratives SET looked_on = ?', day(today(), 0));
  run('UPDATE sign_in_codes SET asked_at = asked_at - ?', day_ms); // who asked before may ask again
  database.close();
  await house.start();
  await until('the server has looked at the calendar', () => {
    const seen = new DatabaseSync(`${house.data}/interstate.db`, { readOnly: true });
    const { at } = seen.prepare("SELECT at FROM due_items WHERE kind = 'turn_year'").get() ?? { at: 0 };
    seen.close();
    return at > Date.now() - day_ms;
  });
}

/** The days of grace of the year that is over are over too. */
export async function graceIsOver(house) {
  const { DatabaseSync } = await import('node:sqlite');
  await house.kill();
  const database = new DatabaseSync(`${house.data}/interstate.db`);
  database.exec('PRAGMA busy_timeout = 10000'); // the server writes too
  database.exec("UPDATE membership_years SET grace_days = 0 WHERE status = 'grace'");
  database.close();
  await yearEndsIn(house, 300);
}
