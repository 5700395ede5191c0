import { catalogueTopics, familyName } from '../catalogues/topics';
import { fewestAsked, pollPopulations, topicLimits, type NeedsPoll } from '../domain/needs-poll';
import type { Ports } from '../domain/ports';
import type { Programme } from '../domain/programme';
import type { Instant } from '../kernel/clock';
import { readAll } from '../kernel/read-all';
import { ok, refused, type Result } from '../kernel/result';
import type { Language } from '../language/languages';
import type { NeedsPollAnswer } from './api-contract';
import { listAsked, listPolled } from './list-asked';
import { lastDaysOf } from './rules';
import { hasObjective, suggestObjectives } from './suggest-objectives';

/** The polls of a programme as HR reads them, and whom another could be put to: while one is open, how many were asked and nothing of who answered. */
export async function readNeedsPolls(
  ports: Ports<'programmes' | 'tenants' | 'holidayFrom'>,
  programmeId: string,
  { language, now }: { readonly language: Language; readonly now: Instant },
): Promise<Result<NeedsPollAnswer, 'not-found'>> {
  const stored = await ports.programmes.get(programmeId, 'programme', 'programme');
  if (stored === undefined) return refused('not-found');
  const programme = stored.value;
  const polls: NeedsPoll[] = [];
  for await (const { value } of readAll(ports.programmes, programmeId, 'needs-poll')) polls.unshift(value);
  const isBeforeEnrolment = programme.state === 'setup';
  return ok({
    version: String(programme.revision),
    isBeforeEnrolment,
    fewestAsked,
    topicLimits,
    days: lastDaysOf(ports, programme.plan.timeZone, now),
    families: isBeforeEnrolment ? familiesIn(language) : [],
    populations:
      isBeforeEnrolment && polls.every(({ state }) => state === 'closed') ? await countPeople(ports, programmeId) : [],
    polls: polls.map((poll) => showPoll(programme, poll, language)),
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

/** Read from the list only while a poll may be opened: rare, by HR alone, and exact, since twenty is a promise. */
async function countPeople(
  ports: Ports<'programmes' | 'tenants'>,
  programmeId: string,
): Promise<NeedsPollAnswer['populations']> {
  const polled = await listPolled(ports);
  return Promise.all(
    pollPopulations.map(async (population) => {
      const people = await listAsked(ports, programmeId, population);
      const isAskedBefore = people.some(({ directoryId = '' }) => polled.has(directoryId));
      return { population, people: people.length, isAskedBefore };
    }),
  );
}

function showPoll(
  { plan }: Programme,
  { id, state, population, topics, closesOn, invited, result }: NeedsPoll,
  language: Language,
): NeedsPollAnswer['polls'][number] {
  return {
    id,
    state: state === 'closed' ? 'closed' : 'open',
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
