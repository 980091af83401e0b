// A computer whose clock is wrong, or is put forward while somebody looks at it.

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
