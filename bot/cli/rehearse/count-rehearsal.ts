import type { Instant } from '../../../src/kernel/clock';
import { messages } from '../../../src/dispatch/messages';
import type { LedgerState } from '../../../src/domain/message';
import type { ProgrammePlan } from '../../../src/domain/programme-contract';
import type { ProgrammeStore } from '../../../src/domain/rows';
import type { Session } from '../../../src/domain/session';
import { isTold } from '../../../src/privacy/small-groups';
import type { TeamsService } from '../../local/teams-service/teams-service';
import { readRows } from './read-rows';
import type { Rehearsal } from './rehearsal-contract';

export interface Played {
  readonly plan: ProgrammePlan;
  readonly store: ProgrammeStore;
  readonly teams: TeamsService;
  readonly begins: Instant;
  readonly ends: Instant;
  readonly seed: number;
  readonly milliseconds: number;
}

/** Recounts the whole programme from its rows and from the journal of the simulated Teams, not from the product's own counters. */
export async function countRehearsal(played: Played): Promise<Rehearsal> {
  const { plan, store } = played;
  const people = await readRows(store, plan.id, 'participant');
  const proposals = await readRows(store, plan.id, 'proposal');
  const pairs = await readRows(store, plan.id, 'pair');
  const sessions = await readRows(store, plan.id, 'session');
  const statuses = await readRows(store, plan.id, 'status');
  const rounds = await readRows(store, plan.id, 'survey-round');
  const renewals = await readRows(store, plan.id, 'renewal');
  const paired = new Set(pairs.flatMap((pair) => [pair.mentorId, pair.menteeId]));
  const enrolled = people.filter((person) => person.state === 'enrolled');
  const surveys = rounds
    .map((round) => {
      const asked = statuses.filter((status) => status.surveyRound === round.id);
      const of = (state: string): number => asked.filter((status) => status.state === state).length;
      return {
        surveyRound: round.id,
        asked: asked.length,
        answered: of('answered'),
        skipped: of('skipped'),
        reminded: asked.reduce((sum, { reminders = 0 }) => sum + reminders, 0),
      };
    })
    .filter((survey) => survey.asked > 0);
  const end = (states: readonly Session['state'][]): number =>
    sessions.filter((session) => states.includes(session.state)).length;
  const held = end(['held']);
  return {
    programme: {
      id: plan.id,
      name: plan.name,
      months: plan.months,
      start: played.begins,
      end: played.ends,
      seed: played.seed,
    },
    participants: enrolled.length,
    pairs: pairs.length,
    unpaired: enrolled.filter((person) => !paired.has(person.id)).length,
    people: {
      inFile: people.length,
      reachable: people.filter((person) => person.reach === 'reachable').length,
      invited: people.filter((person) => person.invitedAt !== undefined).length,
      enrolled: enrolled.length,
      notNow: people.filter((person) => person.state === 'not-now').length,
      silent: people.filter((person) => person.state === 'invited').length,
    },
    proposals: {
      asked: proposals.length,
      accepted: proposals.filter((proposal) => proposal.state === 'accepted').length,
      notFormed: proposals.filter((proposal) => proposal.state === 'declined' || proposal.state === 'expired').length,
    },
    renewals: { asked: renewals.length, formed: pairs.filter((pair) => pair.renews !== undefined).length },
    sessions: {
      planned: sessions.length,
      booked: sessions.filter((session) => session.booked !== undefined || session.moves > 0).length,
      held,
      moved: sessions.reduce((sum, session) => sum + session.moves, 0),
      missed: end(['missed']),
      unclear: end(['unclear']),
    },
    surveys,
    messages: await countMessages(played),
    measures: [
      ...measuresOf(people.length, enrolled.length, sessions, held, surveys),
      ...(await toldChanges(store, plan.id)),
    ],
    months: countMonths(played, sessions),
    milliseconds: played.milliseconds,
  };
}

async function countMessages({ plan, store, teams }: Played): Promise<Rehearsal['messages']> {
  const counts: Record<LedgerState | 'queued', number> = {
    queued: 0,
    sent: 0,
    failed: 0,
    blocked: 0,
    ambiguous: 0,
    cancelled: 0,
    skipped: 0,
    dead: 0,
  };
  counts.queued = (await readRows(store, plan.id, 'queued')).length;
  const perPersonAndMonth = new Map<string, number>();
  for (const entry of await readRows(store, plan.id, 'ledger')) {
    counts[entry.state]++;
    if (entry.state !== 'sent' || entry.recipient.to === 'channel') continue;
    // What comes of a person's own press, or of a session they booked, is no interruption.
    if (messages[entry.kind].class.is !== 'unprompted') continue;
    const key = `${entry.recipient.id}|${entry.at.slice(0, 7)}`;
    perPersonAndMonth.set(key, (perPersonAndMonth.get(key) ?? 0) + 1);
  }
  const sends = teams.journal().filter((entry) => entry.kind === 'send');
  return {
    audience: Object.values(counts).reduce((sum, count) => sum + count, 0),
    ...counts,
    delivered: sends.length,
    mostInOneMonth: Math.max(0, ...perPersonAndMonth.values()),
  };
}

function measuresOf(
  inFile: number,
  enrolled: number,
  sessions: readonly Session[],
  held: number,
  surveys: Rehearsal['surveys'],
): Rehearsal['measures'] {
  const share = (part: number, whole: number): number => Math.round((1000 * part) / Math.max(1, whole)) / 10;
  const responses = surveys.reduce(
    (sum, survey) => ({ asked: sum.asked + survey.asked, answered: sum.answered + survey.answered }),
    { asked: 0, answered: 0 },
  );
  return [
    { measure: 'enrolment', value: share(enrolled, inFile), unit: '%', n: inFile },
    { measure: 'session-completion', value: share(held, sessions.length), unit: '%', n: sessions.length },
    { measure: 'hours-together', value: held, unit: 'h', n: held },
    { measure: 'responses', value: share(responses.answered, responses.asked), unit: '%', n: responses.asked },
  ].filter((measure) => isTold(measure.n));
}

/** What the closing survey told of the same people since the start, by statement and side. */
async function toldChanges(store: ProgrammeStore, programmeId: string): Promise<Rehearsal['measures']> {
  const figures = await store.get(programmeId, 'figures', 'closing');
  const rounded = (value: number): number => Math.round(1000 * value) / 1000;
  return (figures?.value.changes ?? []).flatMap(({ measure, side, since, n, change, low, high }) =>
    since === 'baseline'
      ? [
          {
            measure: `change.${measure}.${side}`,
            value: rounded(change),
            unit: 'points',
            n,
            low: rounded(low),
            high: rounded(high),
          },
        ]
      : [],
  );
}

function countMonths({ plan, teams, begins, ends }: Played, sessions: readonly Session[]): Rehearsal['months'] {
  const sends = teams.journal().filter((entry) => entry.kind === 'send');
  const first = sessions.map((session) => session.windowStart).sort()[0] ?? begins;
  return Array.from({ length: plan.months }, (_, index) => {
    const month = index + 1;
    const from = new Date(Date.parse(first) + index * 30.4 * 86_400_000).toISOString();
    const to = month === plan.months ? ends : new Date(Date.parse(first) + month * 30.4 * 86_400_000).toISOString();
    const of = sessions.filter((session) => session.number === month);
    const sent = sends.filter((entry) => entry.at >= from && entry.at < to);
    return {
      month,
      planned: of.length,
      held: of.filter((session) => session.state === 'held').length,
      missed: of.filter((session) => session.state === 'missed').length,
      messages: sent.filter((entry) => entry.personDirectoryId !== undefined).length,
      channelPosts: sent.filter((entry) => entry.channelId !== undefined).length,
    };
  });
}
