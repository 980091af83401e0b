// Asks for the records of an organization, and puts the file where downloads go.

import type { Refusal } from '../../protocol/frames';

export interface RecordsAsked {
  collaborative: string;
  organisation: string;
  /** YYYY-MM-DD; whole days in the zone of who asks. */
  from: string;
  until: string;
  reason: string;
}

export interface RecordsTaken {
  file: string;
  /** SHA-256 of its manifest. */
  hash: string;
}

export type RecordsOutcome = { taken: RecordsTaken } | { refusal: Refusal };

const unreached: Refusal = {
  code: 'try_again',
  message: 'The server could not be reached. Nothing was downloaded. Try it again.',
} as Refusal;

export async function takeRecords(asked: RecordsAsked): Promise<RecordsOutcome> {
  try {
    const reply = await fetch('/api/export/records.zip', {
      method: 'POST',
      headers: { accept: 'application/zip, application/json' },
      body: new URLSearchParams({ ...asked }),
      cache: 'no-store',
      redirect: 'error',
    });
    if (!reply.ok) return { refusal: await refusalOf(reply) };
    const file = fileOf(reply.headers.get('content-disposition'));
    save(await reply.blob(), file);
    return { taken: { file, hash: reply.headers.get('manifest-sha256') ?? '' } };
  } catch {
    return { refusal: unreached };
  }
}

async function refusalOf(reply: Response): Promise<Refusal> {
  try {
    return (await reply.json()) as Refusal;
  } catch {
    return unreached;
  }
}

export const fileOf = (disposition: string | null): string =>
  /filename="([\w.-]+)"/.exec(disposition ?? '')?.[1] ?? 'records.zip';

function save(blob: Blob, file: string) {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = file;
  link.click();
  // The browser may still be reading it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
