import { routes, type RouteName, type RouteRule } from '../../src/dispatch/routes';
import type { Action } from '../../src/dispatch/actions';
import { dueKey } from '../../src/domain/due-work';
import { statusKey } from '../../src/domain/survey';
import { plusDays } from '../../src/kernel/clock';
import { call, people, startApi, startIssuer, tokenFor, type TestIssuer } from '../helpers/api-server';
import { aProposal } from '../helpers/factories/pair';
import { aParticipant } from '../helpers/factories/participant';
import { asked as askedWhatNow } from '../helpers/finished-pair';
import { memoryPorts } from '../helpers/memory-ports';
import { aRunningPair } from '../helpers/running-pair';
import { castOf, mentorAndMentee, put, type Stage } from '../helpers/stage';
import type { TestPorts } from '../helpers/test-ports';

const programmeId = 'passages';
const now = '2027-01-11T09:00:00.000Z';

let issuer: TestIssuer;
beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(() => issuer.stop());

type Read = (path: string) => Promise<{ readonly status: number; readonly body: any; readonly text: string }>;

/** Everything that HR can ask of the API, by route; of lists, also what each filter finds and what each line leads to. */
const asked: Partial<Record<RouteName, (read: Read) => Promise<readonly string[]> | readonly string[]>> = {
  'programme-read': () => [''],
  'plan-read': () => ['/plan'],
  'people-list': () => ['/people'],
  'departure-read': () => ['M1', 'S1', 'N1'].map((id) => `/people/${id}/departure`),
  'drafts-list': () => ['/drafts'],
  'draft-latest': () => ['/drafts/latest'],
  'draft-read': (read) => eachDraft(read, ''),
  'draft-list': (read) => eachDraft(read, '/list'),
  'draft-partners': (read) => eachDraft(read, '/partners?person=M1'),
  'board-read': () => ['/board'],
  'board-page-read': async (read) =>
    ((await read('/board')).body.pages ?? []).map((page: { id: string }) => `/board/pages/${page.id}`),
  'board-csv': () => ['/board.csv'],
  'messages-list': () => {
    const states = ['queued', 'sent', 'failed', 'blocked', 'ambiguous', 'cancelled', 'skipped', 'dead'];
    const kinds = ['proposal', 'invitation', 'survey', 'booked', 'introduction', 'pair-ended'];
    const filters = [...states.map((state) => `state=${state}`), ...kinds.map((kind) => `kind=${kind}`)];
    return ['', ...['M1', 'S1', 'N1'].map((id) => `person=${id}`), ...filters].map((query) => `/messages?${query}`);
  },
  'messages-count': () => ['/messages/totals'],
  'message-days': () => ['/messages/days'],
  'messages-unreached': () => ['/messages/unreached'],
  'jobs-list': () => ['/jobs'],
  'job-read': async (read) => (await read('/jobs')).body.jobs.map((job: { id: string }) => `/jobs/${job.id}`),
  'sponsor-page': () => ['/sponsor'],
  'progress-read': () => ['/progress'],
  'moves-read': () => ['/moves'],
  'pilot-read': () => ['/pilot'],
  'comments-read': () => ['/comments'],
  'progress-csv': () => ['/progress.csv'],
  'steering-read': () => ['/steering'],
  'questions-read': () => ['/questions'],
  'needs-poll-read': () => ['/needs-poll'],
  'needs-poll-csv': () => ['/needs-poll.csv'],
  'results-read': () => ['/results'],
  'results-csv': () => ['/results.csv'],
  // Made of `results-read` and `sponsor-page` alone, with the hour at which they were made.
  'results-xlsx': () => [],
  'board-report': () => [],
  // Made of `steering-read` alone, likewise.
  'steering-report': () => [],
};

async function eachDraft(read: Read, path: string): Promise<readonly string[]> {
  return (await read('/drafts')).body.drafts.map((draft: { id: string }) => `/drafts/${draft.id}${path}`);
}

/** An id tells nothing: it is counted up in the tests and drawn in the product. */
const withoutIds = (text: string): string => text.replace(/\bid-\d{6}\b|\b0-[0-9a-z-]{9,}/g, 'an id');

/** All that HR reads over HTTP, each answer with its tag, under its path. */
async function readByHr(stage: Stage): Promise<Readonly<Record<string, string>>> {
  const ports = { ...stage.ports, sent: [], reads: { gets: 0, ranges: 0 } } as unknown as TestPorts;
  const api = await startApi(ports, issuer);
  try {
    api.programmeClock.at = stage.now;
    const token = await tokenFor(issuer, people.operator, { roles: ['Programme.Admin'] });
    const answers: Record<string, string> = {};
    const read = async (path: string) => {
      const answer = await call(api, 'GET', `/programmes/${programmeId}${path}`, { token });
      const tag = answer.headers.get('etag') ?? '';
      answers[withoutIds(path)] = withoutIds(`${String(answer.status)} ${tag} ${answer.text}`).replace(
        /correlationId":"[^"]*/,
        '',
      );
      return answer;
    };
    for (const paths of Object.values(asked)) for (const path of await paths(read)) await read(path);
    return answers;
  } finally {
    await api.stop();
  }
}

/** Works, sends, and folds what that changed. */
async function settle(stage: Stage): Promise<void> {
  await stage.work();
  await stage.deliver();
  await stage.work();
}

async function proposed(): Promise<Stage> {
  const ports = memoryPorts();
  const stage = await castOf(ports, { now, planned: true });
  const endsAt = plusDays(now, 14);
  const proposal = aProposal({
    id: 'X',
    mentorId: 'M1',
    menteeId: 'S1',
    createdAt: now,
    replyBy: plusDays(now, 7),
    pairingRoundEndsAt: endsAt,
  });
  await put(ports, programmeId, 'proposal', 'X', proposal);
  for (const [kind, at] of [
    ['proposal-remind', plusDays(now, 4)],
    ['proposal-expire', endsAt],
  ] as const) {
    const due = { kind, at, ref: 'X', occurrence: 'mentor' };
    await put(ports, programmeId, 'due', dueKey(due), { ...due, correlationId: 'c' });
  }
  return stage;
}

async function menteeAsked(): Promise<Stage> {
  const stage = await proposed();
  await stage.press('M1', { verb: 'proposal/accept', programmeId, proposalId: 'X', revision: 1 });
  await settle(stage);
  return stage;
}

/** A volunteer who is invited, and whose survey is open. */
async function enrolling(): Promise<Stage> {
  const participants = [
    ...mentorAndMentee(),
    aParticipant({ id: 'N1', state: 'invited', invitedAt: now, profile: { name: 'Noé Petit' } }),
  ];
  const stage = await castOf(memoryPorts(), { now, planned: true, participants });
  const status = { surveyRound: 'baseline', participantId: 'M1', state: 'asked', on: '2027-01-11' } as const;
  await put(stage.ports, programmeId, 'status', statusKey('baseline', 'M1'), status);
  return stage;
}

interface PrivateAct {
  readonly name: string;
  readonly scene: () => Promise<Stage>;
  readonly who: string;
  readonly press: Action;
  /** Days after the act on which HR reads again; the last comes before it has an effect. */
  readonly days: readonly number[];
  /** Answers with a count that moves, and a version with it: how many said so, of whoever it was. */
  readonly moves?: readonly string[];
}

const of = { programmeId } as const;
const acts: readonly PrivateAct[] = [
  {
    name: 'a mentor’s no to a proposal',
    scene: proposed,
    who: 'M1',
    press: { verb: 'proposal/decline', ...of, proposalId: 'X', revision: 1 },
    days: [5, 13],
  },
  {
    name: 'a mentor’s yes to a proposal',
    scene: proposed,
    who: 'M1',
    press: { verb: 'proposal/accept', ...of, proposalId: 'X', revision: 1 },
    days: [5],
  },
  {
    name: 'a mentee’s no to a proposal',
    scene: menteeAsked,
    who: 'S1',
    press: { verb: 'proposal/decline', ...of, proposalId: 'X', revision: 2 },
    days: [13],
  },
  {
    name: 'a "not now" to an invitation',
    scene: enrolling,
    who: 'N1',
    press: { verb: 'invitation/not-now', ...of },
    days: [5],
  },
  {
    name: 'an answer to a survey',
    scene: enrolling,
    who: 'M1',
    press: { verb: 'survey/answer', ...of, surveyRound: 'baseline', answers: { confidence: '3' } },
    days: [5],
  },
  {
    name: 'a survey put aside',
    scene: enrolling,
    who: 'M1',
    press: { verb: 'survey/skip', ...of, surveyRound: 'baseline' },
    days: [5],
  },
  {
    name: 'the wish to end the pair',
    scene: aRunningPair,
    who: 'S1',
    press: { verb: 'pair/leave-confirm', ...of, pairId: 'pair-1' },
    days: [0.9],
  },
  {
    name: 'the pause of somebody in no pair',
    scene: aRunningPair,
    who: 'S2',
    press: { verb: 'pause/set', ...of, until: '2027-03-01' },
    days: [5],
  },
  ...(['again', 'swap', ''] as const).map((goOn): PrivateAct => ({
    name: `"${goOn === '' ? 'no more' : goOn}" after the last hour`,
    scene: askedWhatNow,
    who: 'M1',
    press: { verb: 'renewal/choose', ...of, pairId: 'pair-1', goOn, otherwise: 'enough' },
    days: [10],
  })),
];

it('HR’s reading is every route that an administrator may read', () => {
  const all = (Object.keys(routes) as RouteName[]).filter((name) => {
    const { method, who }: RouteRule = routes[name];
    return method === 'GET' && typeof who !== 'string' && who.includes('administrator');
  });
  expect(Object.keys(asked).toSorted()).toEqual(all.toSorted());
});

describe('HR reads the same, byte for byte, before and after', () => {
  it.each(acts.map((act) => [act.name, act] as const))('%s', async (_name, { scene, who, press, days, moves = [] }) => {
    const readOf = async (stage: Stage) =>
      Object.entries(await readByHr(stage)).filter(([path]) => !moves.includes(path));
    const [acted, silent] = [await scene(), await scene()];
    for (const stage of [acted, silent]) await settle(stage);
    const before = await readOf(acted);
    expect(before.filter(([, answer]) => answer.startsWith('200'))).not.toEqual([]);
    expect(before).toEqual(await readOf(silent));
    const outcome = await acted.press(who, press);
    expect(outcome.changed).toBe(true);
    await settle(acted);
    // At the same instant nothing has moved at all.
    expect(await readOf(acted)).toEqual(before);
    const start = acted.now;
    for (const day of days) {
      const to = plusDays(start, day);
      for (const stage of [acted, silent]) {
        await stage.advance(to, 24);
        await settle(stage);
      }
      expect(await readOf(acted)).toEqual(await readOf(silent));
    }
  });
});
