import type { Instant } from '../kernel/clock';
import { ok, refused, type Result } from '../kernel/result';
import { listRuleEnds } from './list-rule-ends';
import { reachRemedy } from '../enrolment/reach-remedy';
import type { Overview } from './programme-api-contract';
import type { Objective } from '../domain/programme-contract';
import type { Language } from '../language/languages';
import { findOwnContact } from './find-own-contact';
import { listToDo } from './list-to-do';
import { listUnreadable } from './list-unreadable';
import type { Contact, Programme } from '../domain/programme';
import type { Ports } from '../domain/ports';
import { programmeCounts, type ProgrammeCounts } from '../domain/programme-counts';
import { hasStartPassed, programmeMonth, programmePhase } from '../domain/programme-phase';
import { roundCounts } from './round-counts';
import { plannedEnd } from '../programme/plan-programme';
import { pledgeAsked } from '../programme/request-pledge';
import { readinessWords } from './readiness-words';

const mostRounds = 50;

/**
 * What HR sees first: the plan in short, what is missing, the counts. Three point reads and three ranges, whatever the number of people,
 * what `listRuleEnds` and `listUnreadable` read for each of the 50 they show at most, and what `listToDo` reads; with a reader, two point
 * reads of theirs.
 */
export async function readOverview(
  ports: Ports<'programmes' | 'people'>,
  programmeId: string,
  { language, now, directoryId }: { readonly language: Language; readonly now: Instant; readonly directoryId?: string },
): Promise<Result<Overview, 'not-found'>> {
  const [programme, head, sponsor, rounds, own, unreadable, ruleEnds] = await Promise.all([
    ports.programmes.get(programmeId, 'programme', 'programme'),
    ports.programmes.get(programmeId, 'board', 'head'),
    ports.programmes.get(programmeId, 'contact', 'sponsor'),
    ports.programmes.range(programmeId, 'survey-round', { limit: mostRounds }),
    directoryId === undefined ? undefined : findOwnContact(ports, programmeId, directoryId),
    listUnreadable(ports, programmeId),
    listRuleEnds(ports, programmeId, { language, now }),
  ]);
  if (programme === undefined) return refused('not-found');
  const { plan } = programme.value;
  const counts = programmeCounts(head?.value);
  const toDo = await listToDo(ports, { programme: programme.value, head: head?.value, now });
  return ok({
    ...programmeFacts(programme.value),
    ...phaseFacts(programme.value, counts, now),
    version: String(programme.value.revision),
    format: plan.format,
    timeZone: plan.timeZone,
    ...sponsorFacts(programme.value, sponsor?.value, language),
    ...askedFacts(programme.value),
    ...(plan.channel === undefined
      ? {}
      : {
          channel: {
            team: plan.channel.team,
            channel: plan.channel.channel,
            found: programme.value.channel !== undefined,
          },
        }),
    ...(programme.value.openedAt === undefined ? {} : { openedAt: programme.value.openedAt }),
    ...(programme.value.closedAt === undefined ? {} : { closedAt: programme.value.closedAt }),
    ...endFacts(programme.value),
    readiness: readinessWords(programme.value, language),
    toDo: [...toDo],
    ...(own === undefined ? {} : { weeklyToDo: own.value.weeklyToDoSince !== undefined }),
    counts,
    rounds: rounds.rows.map((round) => roundCounts(round.value, head?.value)),
    ...(head === undefined ? {} : { foldedAt: head.value.foldedAt }),
    ruleEnds: programme.value.state === 'closed' ? [] : [...ruleEnds],
    unreadable: [...unreadable],
  });
}

function endFacts(programme: Programme): Pick<Overview, 'endsAt'> {
  const end = plannedEnd(programme);
  return end === undefined ? {} : { endsAt: end };
}

function askedFacts(programme: Programme): Pick<Overview, 'pledgeAsked'> {
  const asked = pledgeAsked(programme);
  return asked === undefined ? {} : { pledgeAsked: asked };
}

/** What any reader of the programme's pages may know of it. */
export function programmeFacts(
  programme: Programme,
): Pick<Overview, 'id' | 'name' | 'state' | 'startsOn' | 'months' | 'objectives' | 'pledge'> {
  const { plan } = programme;
  return {
    id: programme.id,
    name: plan.name,
    state: programme.state,
    startsOn: programme.beginsAt?.slice(0, 10) ?? plan.startsOn,
    months: plan.months,
    objectives: plan.objectives.map(objectiveFacts),
    ...(programme.pledge === undefined ? {} : { pledge: { at: programme.pledge.at, words: programme.pledge.words } }),
  };
}

/** Where the programme stands, told alike on every page. */
export function phaseFacts(
  programme: Programme,
  counts: ProgrammeCounts,
  now: Instant,
): Pick<Overview, 'phase' | 'month' | 'startPassed'> {
  const month = programmeMonth(programme, now);
  return {
    phase: programmePhase(programme, counts, now),
    ...(typeof month === 'number' ? { month } : {}),
    ...(hasStartPassed(programme, now) ? { startPassed: true } : {}),
  };
}

function objectiveFacts(objective: Objective): Overview['objectives'][number] {
  const { kind, wording, measure, unit, baseline, target } = objective;
  return {
    kind,
    wording,
    unit,
    ...(measure === undefined ? {} : { measure }),
    ...(baseline === undefined ? {} : { baseline }),
    ...(target === undefined ? {} : { target }),
  };
}

function sponsorFacts(
  programme: Programme,
  sponsor: Contact | undefined,
  language: Language,
): Pick<Overview, 'sponsor'> {
  const name = sponsor?.name ?? programme.plan.sponsor?.name;
  if (name === undefined) return {};
  const reach = sponsor?.reach ?? 'unknown';
  const remedy = reachRemedy(reach, language);
  return { sponsor: { name, reach, ...(remedy === undefined ? {} : { remedy }) } };
}
