// Days from now; and a computer whose clock is wrong, or is put forward while somebody looks at it.

const day_ms = 86_400_000;

/** As a field for a date takes it. */
export const dateIn = days => new Date(Date.now() + days * day_ms).toISOString().slice(0, 10);

/** Runs in the page before anything else. */
export function shiftable(shift_ms) {
  const RealDate = Date;
  const now = RealDate.now.bind(RealDate);
  globalThis.clockShift_ms = shift_ms;
  const shifted = () => now() + globalThis.clockShift_ms;
  globalThis.Date = class extends RealDate {
    constructor(...given) {
      if (given.length === 0) super(shifted());
      else super(...given);
    }
    static now() {
      return shifted();
    }
  };
}
