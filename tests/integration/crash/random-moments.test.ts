import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { expectNothingLostOrDoubled } from '../../helpers/crash-findings';
import { startCrashPlay } from '../../helpers/crash-play';
import { useAzurite } from '../../helpers/azurite';

const azurite = useAzurite();
const deaths = 50;
const seed = 20_261_123;

test('two servers that share the storage and die at fifty seeded moments do everything once', async () => {
  const play = await startCrashPlay(azurite.connectionString(), { servers: 2 });
  try {
    const random = xoroshiro128plus(seed);
    let planned = 0;
    let quiet = 0;
    // After so many things that happened in Teams, and so many milliseconds, one of the two dies.
    const stop = play.stage.teams.onEvent(() => {
      if (planned >= deaths || quiet-- > 0) return;
      planned++;
      quiet = uniformInt(random, 1, 6);
      setTimeout(() => play.killOne(), uniformInt(random, 0, 40));
    });
    await play.run();
    stop();
    expect(planned).toBe(deaths);
    expect(play.deaths()).toBeGreaterThanOrEqual(deaths / 2);
    const found = await play.findings();
    expectNothingLostOrDoubled(found);
    expect(found.pairs.length).toBeGreaterThanOrEqual(3);
  } finally {
    await play.close();
  }
}, 600_000);
