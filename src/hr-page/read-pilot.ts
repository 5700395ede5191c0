import type { Ports } from '../domain/ports';
import { resultsOf } from '../insight/read-results';
import type { Instant } from '../kernel/clock';
import { ok, refused, type Result } from '../kernel/result';
import type { Language } from '../language/languages';
import type { ToldPilot } from './pilot-api-contract';
import { awaitsFigures } from './find-awaited-figures';
import { pilotWords } from './pilot-words';
import { progressOf, type ProgressReader } from './read-progress';
import { weighPilot } from './weigh-pilot';

interface About {
  /** The sponsor's rule is weighed by what the sponsor is told: what is hidden from them decides nothing that they read. */
  readonly reader: ProgressReader;
  readonly language: Language;
  readonly now: Instant;
}

/** The rule of a pilot with what it comes to, from the figures of the same reader's page of results; undefined where the plan has none. */
export async function readPilot(
  ports: Ports<'programmes'>,
  programmeId: string,
  { reader, language, now }: About,
): Promise<Result<ToldPilot | undefined, 'not-found'>> {
  const programme = (await ports.programmes.get(programmeId, 'programme', 'programme'))?.value;
  if (programme === undefined) return refused('not-found');
  const { pilot } = programme.plan;
  if (pilot === undefined) return ok(undefined);
  const [awaits, results, progress] = await Promise.all([
    awaitsFigures(ports, programmeId, now),
    resultsOf(ports, programme, now),
    progressOf(ports, programmeId, { reader, now }),
  ]);
  return ok(pilotWords(weighPilot(pilot, { state: programme.state, awaits, results, progress }), language));
}
