import { expectNothingLostOrDoubled } from '../../helpers/crash-findings';
import { startCrashPlay, type CrashPlay } from '../../helpers/crash-play';
import { useAzurite } from '../../helpers/azurite';
import { bySize } from '../../helpers/size';
import type { MessageKind } from '../../../src/domain/message';
import { messages } from '../../../src/dispatch/messages';

const azurite = useAzurite();
const kinds = Object.keys(messages) as MessageKind[];
const moments = ['transaction', 'claim', 'sent', 'marked'] as const;
/** Programmes with the kinds over which a server dies in each. Every sixth kind, so that kinds of the same days are not together. */
const groups = bySize<readonly (readonly MessageKind[])[]>({
  // One that may never be repeated, and one that tells two people of the same thing.
  small: [['proposal-reminder', 'introduction']],
  full: Array.from({ length: 6 }, (_, group) => kinds.filter((_kind, index) => index % 6 === group)),
});
/** In milliseconds: far above what it takes on two busy cores, fourteen to thirty minutes in full. */
const hangsAfter = bySize({ small: 900_000, full: 3_000_000 });
const plays: CrashPlay[] = [];

afterAll(() => Promise.all(plays.map((play) => play.close())));

/**
 * One programme, during which the server dies once at every one of these points. A point that this programme did not come by, since
 * deaths move what happens when, is come by in another.
 */
async function dieAtEvery(points: readonly string[], programmes = 3): Promise<void> {
  const left = (crashes: readonly string[]): readonly string[] => points.filter((point) => !crashes.includes(point));
  const play = await startCrashPlay(azurite.connectionString(), {
    servers: 1,
    environment: (crashes) => ({
      // One message at a time: a death leaves no other message's fate unknown.
      SENDS_TOGETHER: '1',
      PASSERELLE_CRASH_AT: left(crashes)
        .map((point) => `${point}:1`)
        .join(','),
    }),
  });
  plays.push(play);
  await play.run();
  const found = await play.findings();
  const reached = points.filter((point) => play.crashes.includes(point));
  expect(play.deaths()).toBe(reached.length);
  expectNothingLostOrDoubled(found);
  expect(found.pairs.length).toBeGreaterThanOrEqual(3);
  // What may not be repeated is told as ambiguous, and nothing else.
  const ambiguous = found.ledger.filter(({ state }) => state === 'ambiguous').map(({ kind }) => kind);
  const unrepeated = kinds.filter(
    (kind) =>
      messages[kind].whenAmbiguous === 'drop' && messages[kind].endUntold !== true && reached.includes(`sent:${kind}`),
  );
  expect(ambiguous.sort()).toEqual(unrepeated.sort());
  if (programmes === 1) expect(left(play.crashes)).toEqual([]);
  else if (reached.length < points.length) await dieAtEvery(left(play.crashes), programmes - 1);
}

test(
  `F41 F42 a server that dies at each point of ${String(groups.flat().length)} kinds of message loses nothing unannounced and doubles nothing`,
  async () => {
    // Tenants side by side, since each death costs mostly waiting.
    await Promise.all(
      groups.map((some) => dieAtEvery(some.flatMap((kind) => moments.map((moment) => `${moment}:${kind}`)))),
    );
  },
  hangsAfter,
);
