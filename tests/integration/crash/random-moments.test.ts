import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { expectNothingLostOrDoubled } from '../../helpers/crash-findings';
import { startCrashPlay } from '../../helpers/crash-play';
import { useAzurite } from '../../helpers/azurite';
import { bySize } from '../../helpers/size';

const azurite = useAzurite();
const deaths = bySize({ small: 6, full: 50 });
/** In milliseconds: far above what it takes on two busy cores, about eleven minutes in full. */
const hangsAfter = bySize({ small: 600_000, full: 1_500_000 });
const seed = 20_261_123;

test(
  `two servers that share the storage and die at ${String(deaths)} moments of seed ${String(seed)} do everything once`,
  async () => {
    const play = await startCrashPlay(azurite.connectionString(), { servers: 2 });
    try {
      const random = xoroshiro128plus(seed);
      let done = 0;
      let quiet = 0;
      // From the sponsor's card on: after so many things that happened in Teams, and so many milliseconds, one of the two dies.
      const stop = play.stage.teams.onEvent(() => {
        const begun = play.stage.teams
          .journal()
          .some(({ personDirectoryId }) => personDirectoryId === play.stage.sponsor);
        if (!begun || done >= deaths || quiet-- > 0) return;
        quiet = uniformInt(random, 1, 5);
        setTimeout(
          () => {
            if (done < deaths && play.killOne()) done++;
          },
          uniformInt(random, 0, 40),
        );
      });
      await play.run();
      stop();
      expect(done).toBe(deaths);
      expect(play.deaths()).toBeGreaterThanOrEqual(deaths);
      const found = await play.findings();
      expectNothingLostOrDoubled(found);
      expect(found.pairs.length).toBeGreaterThanOrEqual(3);
    } finally {
      await play.close();
    }
  },
  hangsAfter,
);
