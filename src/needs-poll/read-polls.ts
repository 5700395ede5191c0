import { catalogueTopics, familyName } from '../catalogues/topics';
import { fewestAsked, pollPopulations, topicLimits, type NeedsPoll } from '../domain/needs-poll';
import type { Ports } from '../domain/ports';
import type { Programme } from '../domain/programme';
import type { Instant } from '../kernel/clock';
import { isUnreadable, readAll } from '../kernel/read-all';
import { ok, refused, type Result } from '../kernel/result';
import type { Language } from '../language/languages';
import { thresholdsOf } from '../privacy/small-groups';
import type { NeedsPollAnswer } from './api-contract';
import { listAsked, listPolled } from './list-asked';
import { isAskedBy, lastDaysOf, stateOf } from './rules';
import { hasObjective, suggestObjectives } from './suggest-objectives';

/** The polls of a programme as HR reads them, and whom another could be put to: while one is open, how many were asked and nothing of who answered. */
export async function readNeedsPolls(
  ports: Ports<'programmes' | 'tenants' | 'holidayFrom'>,
  programmeId: string,
  { language, now, isCounting }: { readonly language: Language; readonly now: Instant; readonly isCounting: boolean },
): Promise<Result<NeedsPollAnswer, 'not-found'>> {
  const stored = await ports.programmes.get(programmeId, 'programme', 'programme');
  if (stored === undefined) return refused('not-found');
  const programme = stored.value;
  const polls: NeedsPoll[] = [];
  for await (const { value } of readAll(ports.programmes, programmeId, 'needs-poll')) polls.push(value);
  polls.sort((one, other) => Number(other.id) - Number(one.id));
  const isBeforeEnrolment = programme.state === 'setup';
  const isAnyToOpen = isCounting && isBeforeEnrolment && polls.every(({ state }) => state === 'closed');
  const populations = isAnyToOpen ? await countPeople(ports, programmeId) : [];
  return ok({
    version: String(programme.revision),
    isBeforeEnrolment,
    fewestAsked,
    fewestTold: thresholdsOf(programme.plan).scores,
    topicLimits,
    days: lastDaysOf(ports, programme.plan.timeZone, now),
    families: isBeforeEnrolment ? familiesIn(language) : [],
    populations: populations ?? [],
    isUncounted: populations === undefined,
    polls: polls.map((poll) => showPoll(programme, poll, language, now)),
  });
}

function familiesIn(language: Language): NeedsPollAnswer['families'] {
  const families = new Map<string, string[]>();
  for (const topic of catalogueTopics()) {
    const words = familyName(topic, language);
    families.set(words, [...(families.get(words) ?? []), topic]);
  }
  return [...families].map(([words, topics]) => ({ words, topics }));
}

/** Read from the list only while a poll may be opened: rare, by HR alone, and exact, since twenty is a promise. Undefined where a row cannot be read. */
async function countPeople(
  ports: Ports<'programmes' | 'tenants'>,
  programmeId: string,
): Promise<NeedsPollAnswer['populations'] | undefined> {
  try {
    const polled = await listPolled(ports);
    const everyone = await listAsked(ports, programmeId, 'everyone');
    return pollPopulations.map((population) => {
      const people = everyone.filter((person) => isAskedBy(population, person));
      const isAskedBefore = people.some(({ directoryId = '' }) => polled.has(directoryId));
      return { population, people: people.length, isAskedBefore };
    });
  } catch (error) {
    if (isUnreadable(error)) return undefined;
    throw error;
  }
}

function showPoll(
  { plan }: Programme,
  { id, state, closesAt, population, topics, closesOn, invited, result }: NeedsPoll,
  language: Language,
  now: Instant,
): NeedsPollAnswer['polls'][number] {
  return {
    id,
    state: stateOf({ state, closesAt }, now),
    population,
    topics,
    closesOn,
    invited,
    ...(result === undefined
      ? {}
      : {
          result: {
            topics: result.topics,
            ...(result.takePart === undefined ? {} : { takePart: result.takePart }),
          },
        }),
    findings:
      result === undefined
        ? []
        : suggestObjectives(result, plan).map(({ finding, objective }) => ({
            finding,
            wording: objective.wording[language],
            isInPlan: hasObjective(plan, objective),
          })),
  };
}
