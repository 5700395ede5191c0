import { ok, refused, type Result } from '../kernel/result';
import { listRuleEnds } from './list-rule-ends';
import { reachRemedy } from '../enrolment/reach-remedy';
import type { Overview } from './programme-api-contract';
import type { Objective } from '../domain/programme-contract';
import type { Language } from '../language/languages';
import { listUnreadable } from './list-unreadable';
import type { Contact, Programme } from '../domain/programme';
import type { Ports } from '../domain/ports';
import { programmeCounts, roundCounts } from './programme-counts';
import { readinessWords } from './readiness-words';

const mostRounds = 50;

/**
 * What HR sees first: the plan in short, what is missing, the counts. Three point reads and three ranges, whatever the number of people, and
 * what `listRuleEnds` and `listUnreadable` read for each of the 50 they show at most.
 */
export async function readOverview(
  ports: Ports<'programmes'>,
  programmeId: string,
  language: Language,
): Promise<Result<Overview, 'not-found'>> {
  const [programme, head, sponsor, rounds, unreadable, ruleEnds] = await Promise.all([
    ports.programmes.get(programmeId, 'programme', 'programme'),
    ports.programmes.get(programmeId, 'board', 'head'),
    ports.programmes.get(programmeId, 'contact', 'sponsor'),
    ports.programmes.range(programmeId, 'survey-round', { limit: mostRounds }),
    listUnreadable(ports, programmeId),
    listRuleEnds(ports, programmeId, language),
  ]);
  if (programme === undefined) return refused('not-found');
  const { plan } = programme.value;
  return ok({
    ...programmeFacts(programme.value),
    version: String(programme.value.revision),
    format: plan.format,
    timeZone: plan.timeZone,
    ...sponsorFacts(programme.value, sponsor?.value, language),
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
    readiness: readinessWords(programme.value, language),
    counts: programmeCounts(head?.value),
    rounds: rounds.rows.map((round) => roundCounts(round, head?.value)),
    ...(head === undefined ? {} : { foldedAt: head.value.foldedAt }),
    ruleEnds: [...ruleEnds],
    unreadable: [...unreadable],
  });
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
