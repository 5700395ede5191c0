import type { Thing } from '../run/shared-desk';

/** The address of something that the files of one worker share: see `tests/run`. */
export async function sharedAddress(thing: Thing): Promise<string> {
  const desk = process.env['PASSERELLE_TEST_DESK'] ?? '';
  // A connection kept from before may close at the moment it is used again.
  const answer = await fetch(`${desk}/${thing}?worker=${process.env['JEST_WORKER_ID'] ?? '1'}`, {
    headers: { connection: 'close' },
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text;
}
