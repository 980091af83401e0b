// Waiting is always for a condition, with a bound, and says what it waited for.

export const patience_ms = 15_000;
const look_again_ms = 50;

/** What `look` answers, once it answers something. A throwing look counts as "not yet". */
export async function until(words, look, timeout_ms = patience_ms) {
  const end = performance.now() + timeout_ms;
  let last;
  while (performance.now() < end) {
    try {
      const answer = await look();
      if (answer) return answer;
      last = undefined;
    } catch (trouble) {
      last = trouble;
    }
    await new Promise(resolve => setTimeout(resolve, look_again_ms));
  }
  throw new Error(`waited ${timeout_ms / 1000} s for: ${words}${last ? `\n${last.message ?? last}` : ''}`);
}
