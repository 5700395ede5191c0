import { routes } from '../../../src/dispatch/routes';
import { compareDrafts } from '../../../src/draft/compare-drafts';
import { ageBands, genders, type AgeBand, type Gender } from '../../../src/domain/diversity';
import { readAll } from '../../../src/kernel/read-all';
import type { RowStore } from '../../../src/kernel/row-store';
import { pairingPolicySchema } from '../../../src/domain/pairing-contract';
import type { AllPorts } from '../../../src/dispatch/all-ports';
import type { BackgroundWorker } from '../../../bot/jobs/background-worker';
import { createLog, type Log } from '../../../bot/log';
import { personCatalogue, programmeCatalogue, tenantCatalogue } from '../../../bot/storage/row-catalogues';
import { call, people, startApi, startIssuer, tokenFor, type TestApi, type TestIssuer } from '../../helpers/api-server';
import { useAzurite } from '../../helpers/azurite';
import { aContact } from '../../helpers/factories/programme';
import { pairInThisThread } from '../../helpers/in-this-thread';
import { startLaneStage, type LaneStage } from '../../helpers/lane-stage';
import { directoryIdOf } from '../../helpers/local-stage';
import { seedMembership, seedProgramme } from '../../helpers/test-ports';

const programmeId = 'passages';
const perSide = 12;
const functions = ['Finance', 'Production'] as const;

const azurite = useAzurite();
let issuer: TestIssuer;
beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(() => issuer.stop());

/** What one person says; nothing where they say nothing. */
interface Answers {
  readonly gender?: Gender;
  readonly ageBand?: AgeBand;
}

/** Mentors are 1 to 12, mentees 13 to 24; every other one is of Finance. Finance and Production differ in who they are. */
const said: readonly Answers[] = Array.from({ length: 2 * perSide }, (_, index): Answers => {
  const isFinance = index % 2 === 0;
  const place = Math.floor((index % perSide) / 2);
  if (place === 5) return {};
  return {
    gender: place === 4 ? 'non-binary' : isFinance === place > 1 ? 'woman' : 'man',
    ageBand: isFinance ? (place > 1 ? 'under-30' : '50-59') : place > 2 ? '40-49' : '60-and-over',
  };
});

/** Who says what each of these places says, where some two exchange what they say. */
function exchanged(...swaps: readonly (readonly [one: number, other: number])[]): readonly number[] {
  const who = said.map((_, place) => place);
  for (const [one, other] of swaps) [who[one], who[other]] = [other, one];
  return who;
}

/** Everything that is not a person's own, by what it was read from. */
type Seen = ReadonlyMap<string, string>;

/** A programme on real storage, with the real API, work and sending; ids are counted and clocks stand, so that two plays can be compared. */
class Play {
  private readonly lines: string[] = [];
  private readonly ports: AllPorts;
  private readonly log: Log;
  private api!: TestApi;
  private readonly engine: BackgroundWorker;
  readonly seen = new Map<string, string>();
  readonly drafts: string[] = [];

  constructor(private readonly stage: LaneStage) {
    let last = 0;
    this.ports = { ...stage.ports, ids: { next: () => `id-${String(++last).padStart(6, '0')}` } };
    this.log = createLog({ level: 'debug', destination: { write: (line) => void this.lines.push(line) } });
    // One message at a time, so that they always go in the same order.
    const pace = {
      sendsPerSecond: 10,
      tickSeconds: 1,
      idleSeconds: 30,
      claimSeconds: 90,
      leaseSeconds: 30,
      sendsTogether: 1,
    };
    this.engine = stage.engine({ ports: this.ports, pairer: pairInThisThread, log: this.log, pace });
  }

  async begin(): Promise<void> {
    const { stage, ports } = this;
    await stage.seed(programmeId, 2 * perSide, {
      programme: { state: 'running', plan: { diversity: { gender: true, ageBand: true } } },
      participant: (n) => {
        const index = n - 1;
        const isMentor = index < perSide;
        const [topic, other] =
          index % 2 === 0 ? (['generative-ai', 'negotiation'] as const) : (['negotiation', 'generative-ai'] as const);
        return {
          state: 'enrolled',
          profile: {
            role: isMentor ? 'mentor' : 'mentee',
            level: isMentor ? 2 : 8,
            function: functions[index % 2] as string,
            expertise: isMentor
              ? [
                  { topic, level: 1 + (index % 4) },
                  { topic: other, level: 1 },
                ]
              : [],
            goals: isMentor
              ? []
              : [
                  { topic, priority: 1 + (index % 3) },
                  { topic: other, priority: 1 },
                ],
          },
        };
      },
    });
    const administrator = aContact({
      id: 'administrator-1',
      role: 'administrator',
      name: 'Awa Diop',
      directoryId: people.hr,
    });
    const at = stage.programme.now();
    const counts = { 'participants.enrolled': 2 * perSide };
    await seedProgramme(ports, programmeId, {
      contact: { 'administrator-1': administrator },
      change: { [`${at}|c`]: { at, id: 'c', what: 'enrolled', correlationId: 'c', by: 'system', counts } },
    });
    await seedMembership(ports, people.hr, {
      programmeId,
      contacts: [{ id: 'administrator-1', role: 'administrator' }],
    });
    const { programme: programmeClock, real: realClock } = stage;
    const testPorts = { ...ports, sent: [], reads: { gets: 0, ranges: 0 } };
    this.api = await startApi(testPorts, issuer, { programmeClock, realClock, log: this.log });
    await this.work();
  }

  end(): Promise<void> {
    return this.api.stop();
  }

  /** One person after the other says what they say, as the tab sends it; the page that is theirs alone tells it back. */
  async say(answers: readonly Answers[], who: readonly number[]): Promise<void> {
    for (const [place, { gender, ageBand }] of answers.entries()) {
      const of = { verb: 'diversity/save', programmeId };
      const token = await this.tokenOf(directoryIdOf((who[place] as number) + 1));
      const saved = [
        gender && (await call(this.api, 'POST', '/actions', { token, body: { ...of, attribute: 'gender', gender } })),
        ageBand &&
          (await call(this.api, 'POST', '/actions', { token, body: { ...of, attribute: 'ageBand', ageBand } })),
      ];
      for (const one of saved) if (one) expect(one.status).toBe(200);
      const own = await call(this.api, 'GET', `/programmes/${programmeId}/me`, { token });
      for (const word of [gender, ageBand]) if (word !== undefined) expect(own.text).toContain(`"${word}"`);
    }
    await this.work();
  }

  /** One request of HR, whose answer is seen. */
  async hr(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown, language = 'en', status = 200): Promise<any> {
    const answer = await call(this.api, method, path, {
      token: await this.tokenOf(people.hr),
      headers: { 'accept-language': language },
      ...(body === undefined ? {} : { body }),
    });
    this.see(
      `${method} ${path} ${language}`,
      `${String(answer.status)} ${JSON.stringify([...answer.headers].filter(([name]) => name !== 'date'))} ${answer.text}`,
    );
    expect([path, answer.status, answer.text.slice(0, 200)]).toEqual([path, status, expect.anything()]);
    return answer.body;
  }

  /** Drafts pairs as HR decides, and looks at the draft. */
  async draft(choices: object): Promise<string> {
    const { draftId } = await this.hr('POST', `/programmes/${programmeId}/drafts`, { seed: 7, ...choices });
    await this.work();
    this.drafts.push(draftId);
    const draft = await this.hr('GET', `/programmes/${programmeId}/drafts/${draftId as string}`);
    expect(draft.state).toBe('ready');
    return draftId;
  }

  async work(): Promise<void> {
    const { settled } = await this.engine.settle(120_000);
    expect(settled).toBe(true);
  }

  /** Every operation that reads, as the API describes itself, for everything there is; both languages; every page. */
  async readEverything(): Promise<void> {
    const { paths } = (await call(this.api, 'GET', '/openapi.json')).body as {
      paths: Record<string, Record<string, unknown>>;
    };
    const ids: Readonly<Record<string, readonly string[]>> = {
      id: [programmeId],
      draftId: this.drafts,
      personId: Array.from({ length: 2 * perSide }, (_, index) => `p${String(index + 1)}`),
      pageId: (await this.hr('GET', `/programmes/${programmeId}/board`)).pages.map((page: { id: string }) => page.id),
      jobId: (await this.hr('GET', `/programmes/${programmeId}/jobs`)).jobs.map((job: { id: string }) => job.id),
    };
    for (const [path, methods] of Object.entries(paths)) {
      if (!('get' in methods) || leftOut.has(path)) continue;
      for (const filled of filledIn(path, ids)) {
        if (path === routes['draft-partners'].path) await this.readPartners(filled);
        else for (const language of ['en', 'fr']) await this.readPages(filled, language);
      }
    }
  }

  private async readPages(path: string, language: string): Promise<void> {
    let next: string | number | undefined;
    do {
      const cursor = next === undefined ? '' : `?cursor=${encodeURIComponent(next)}`;
      next = (await this.hr('GET', `${path}${cursor}`, undefined, language))?.next;
    } while (next !== undefined);
  }

  /** Whom some of each side could be paired with; a draft that was published tells it no more. */
  private async readPartners(path: string): Promise<void> {
    const published = (await this.hr('GET', path.replace(/\/partners$/u, ''))).state !== 'ready';
    for (let index = 0; index < 2 * perSide; index += 4) {
      const side = index < perSide ? 'mentor' : 'mentee';
      await this.hr('GET', `${path}?person=p${String(index + 1)}&side=${side}`, undefined, 'en', published ? 409 : 200);
    }
  }

  /** Every stored row but what people said of themselves; in how groups are made up (`diversity-tally`) answers are counted, so words are there. */
  async readRows(): Promise<void> {
    const { programmes, people: persons, tenants } = this.ports;
    for (const kind of Object.keys(programmeCatalogue))
      if (kind !== 'diversity') await this.seeRows(programmes, programmeId, kind);
    for (const directoryId of [
      people.hr,
      ...Array.from({ length: 2 * perSide }, (_, index) => directoryIdOf(index + 1)),
    ])
      for (const kind of Object.keys(personCatalogue)) await this.seeRows(persons, directoryId, kind);
    for (const kind of Object.keys(tenantCatalogue)) await this.seeRows(tenants, 'tenant', kind);
    this.see('log', this.lines.join(''));
    this.see('sent', JSON.stringify(this.stage.teams.journal()));
  }

  private async seeRows<Rows>(store: RowStore<Rows>, partition: string, kind: string): Promise<void> {
    const rows: unknown[] = [];
    for await (const { key, value } of readAll(store, partition, kind as keyof Rows & string)) rows.push([key, value]);
    this.see(`row ${kind} ${partition}`, JSON.stringify(rows));
  }

  private tokenOf(directoryId: string): Promise<string> {
    return tokenFor(issuer, directoryId, {}, { issuedAt: this.stage.real.now() });
  }

  private see(where: string, text: string): void {
    this.seen.set(`${String(this.seen.size).padStart(4, '0')} ${where}`, withoutChance(text));
  }
}

/** The description tells of nobody; a participant's own page, plan and comments are not HR's to read; the workbook says what the CSV does, and holds the machine's hour. */
const leftOut = new Set<string>(
  (['openapi-read', 'my-page', 'my-plan', 'my-comments', 'results-xlsx'] as const).map((name) => routes[name].path),
);

/** A path with every combination of what its parameters may be. */
function filledIn(path: string, ids: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const name = /\{(\w+)\}/u.exec(path)?.[1];
  if (name === undefined) return [path];
  const values = ids[name];
  if (values === undefined) throw new Error(`Nothing is known to read ${path} with`);
  return values.flatMap((value) => filledIn(path.replace(`{${name}}`, value), ids));
}

/** Without what differs between any two runs: ports, ids and keys that Teams or the machine makes by chance, and times of the real clock. */
function withoutChance(text: string): string {
  return text
    .replaceAll(/(?<=127\.0\.0\.1:)\d+/gu, 'PORT')
    .replaceAll(/"(?:time|milliseconds|realTime)":[\d.]+/gu, '"time":0');
}

/** The whole play: people say, HR drafts without aims, with mixed ones and with a lock, compares, tries a change, publishes. `justDrafts` ends it before HR compares. */
async function played(answers: readonly Answers[], who = exchanged(), justDrafts = false): Promise<Seen> {
  const stage = await startLaneStage(azurite.connectionString(), azurite.uniqueName('t').slice(0, 20));
  const play = new Play(stage);
  try {
    await play.begin();
    await play.say(answers, who);
    const aims = [
      { kind: 'mixed', by: 'gender', percent: 55 },
      { kind: 'mixed', by: 'ageBand', percent: 85 },
      { kind: 'across', by: 'function', percent: 50 },
    ];
    const of = (some: readonly object[]) => pairingPolicySchema.parse({ aims: some, weights: { otherFunction: 0 } });
    const free = await play.draft({ policy: of([]) });
    await play.draft({ policy: of(aims.slice(0, 1)) });
    await play.draft({ policy: of(aims), locked: [['p1', 'p15']] });
    const aimed = await play.draft({ policy: of(aims) });
    if (justDrafts) return play.seen;
    const listOf = async (id: string) => (await play.hr('GET', `/programmes/${programmeId}/drafts/${id}/list`)).pairs;
    const [first, second] = [await listOf(free), await listOf(aimed)];
    play.seen.set('comparison', JSON.stringify(compareDrafts(first, second)));
    await play.readEverything();
    await play.hr('POST', `/programmes/${programmeId}/drafts/${aimed}/publish`, { managersUnknown: true });
    await play.work();
    await play.readEverything();
    await play.readRows();
    return play.seen;
  } finally {
    await play.end();
    await stage.close();
  }
}

/** Where two plays differ. */
function differences(one: Seen, other: Seen): readonly string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter((where) => one.get(where) !== other.get(where));
}

describe('What people say of their gender and age band', () => {
  let seen: Seen;
  beforeAll(async () => {
    seen = await played(said);
  }, 300_000);

  it('is in no answer of the API to HR, export, log line, message or row but their own', () => {
    const words = new RegExp(
      `(?<![\\w-])(?:${[...genders, ...ageBands].join('|')}|femme|homme|non-binaire)(?![\\w-])`,
      'iu',
    );
    expect(seen.size).toBeGreaterThan(100);
    const telling = [...seen].filter(([, text]) => words.test(text)).map(([where]) => where);
    expect(telling.map((where) => where.slice(5))).toEqual([`row diversity-tally ${programmeId}`]);
    expect([...seen.keys()].join('\n')).toMatch(/board\.csv/u);
    expect(seen.get('comparison')).toMatch(/"onlySecond":\[\{/u);
  });

  it('leaves every byte that others read as it is when two of one group exchange it, also where one of them is silent', async () => {
    const swaps = [
      [0, 4],
      [13, 23],
    ] as const;
    for (const [one, other] of swaps) expect(said[one]).not.toEqual(said[other]);
    expect(differences(seen, await played(said, exchanged(...swaps)))).toEqual([]);
  }, 300_000);

  it('makes a difference where groups are made up otherwise: the play would show one', async () => {
    const other = await played(
      said.map(({ gender, ...rest }, index) => ({
        ...rest,
        ...(gender && { gender: index % 4 === 0 ? 'man' : 'woman' }),
      })),
      exchanged(),
      true,
    );
    const drafts = [...other.keys()].filter((where) => where.includes('/drafts/'));
    expect(drafts.some((where) => other.get(where) !== seen.get(where))).toBe(true);
  }, 300_000);
});
