import { expectNothingLostOrDoubled } from '../../helpers/crash-findings';
import { startCrashPlay, type CrashPlay } from '../../helpers/crash-play';
import { useAzurite } from '../../helpers/azurite';
import { repeatWhenAmbiguous, type MessageKind } from '../../../src/messaging/model';

const azurite = useAzurite();
const kinds = Object.keys(repeatWhenAmbiguous) as MessageKind[];
const moments = ['transaction', 'claim', 'sent', 'marked'] as const;
const plays: CrashPlay[] = [];

afterAll(() => Promise.all(plays.map((play) => play.close())));

/** One programme, during which the server dies once at every point of these kinds. */
async function dieAtEveryPoint(some: readonly MessageKind[]): Promise<void> {
  const points = some.flatMap((kind) => moments.map((moment) => `${moment}:${kind}`));
  const left = (crashes: readonly string[]): readonly string[] => points.filter((point) => !crashes.includes(point));
  const play = await startCrashPlay(azurite.connectionString(), {
    servers: 1,
    environment: (crashes) => ({
      PASSERELLE_CRASH_AT: left(crashes)
        .map((point) => `${point}:1`)
        .join(','),
    }),
  });
  plays.push(play);
  await play.run();
  const found = await play.findings();
  expect(left(play.crashes)).toEqual([]);
  expect(play.deaths()).toBe(points.length);
  expectNothingLostOrDoubled(found);
  expect(found.pairs.length).toBeGreaterThanOrEqual(3);
  const ambiguous = new Set(found.ledger.filter(({ state }) => state === 'ambiguous').map(({ kind }) => kind));
  expect([...ambiguous].sort()).toEqual(some.filter((kind) => !repeatWhenAmbiguous[kind]).sort());
}

test('F41 F42 a server that dies at each point of each kind of message loses nothing unannounced and doubles nothing', async () => {
  // Two tenants side by side, since each death costs mostly waiting.
  const halves = [kinds.filter((_, index) => index % 2 === 0), kinds.filter((_, index) => index % 2 === 1)];
  await Promise.all(halves.map(dieAtEveryPoint));
}, 600_000);
