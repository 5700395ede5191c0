import { composeStorage } from '../../bot/compose-storage';
import { readConfig } from '../../bot/config';
import { localEnvironment } from '../../bot/local/local-environment';
import type { ServerProcess } from '../../bot/local/server-process';
import { createLog } from '../../bot/log';
import { createMetrics } from '../../bot/metrics';
import { createOrderedIds } from '../../bot/ordered-ids';
import { createRealClock } from '../../bot/real-clock';
import { openLocalClock } from '../../bot/local/local-clock';
import { fewestAsked } from '../../src/domain/needs-poll';
import { plusDays } from '../../src/kernel/clock';
import { readAll } from '../../src/kernel/read-all';
import type { LedgerEntry } from '../../src/domain/message';
import type { Pair, Proposal } from '../../src/domain/proposal';
import { changeAdministrators, goAway, leavePair } from './crash-pair-endings';
import {
  directoryIdOf,
  expectDone,
  setUpProgramme,
  stageStart,
  startStage,
  type Insist,
  type LocalStage,
} from './local-stage';
import { bySize } from './size';

const programmeId = 'passages';
/** In full until the sponsor has what the closing survey tells; small until the pairs of the first draft have met. */
const days = bySize({ small: 40, full: 170 });
/** Somebody of the file whom no roster knows. */
const unlinked = 'p99';
/** Whoever stands behind in the file is there for the needs poll, which is put to twenty. */
const lastWhoTakesPart = 9;
/** Last day of silence, by person. Reminders on different days, since one that is on its way when a server dies is not sent again. */
const lateUntil: ReadonlyMap<number, number> = new Map([
  [1, 9],
  [2, 9],
  [7, 11],
]);

export interface CrashPlay {
  readonly stage: LocalStage;
  /** Ends one server as a crash would; false where none lives. */
  killOne(): boolean;
  /** How many servers have ended by SIGKILL. */
  deaths(): number;
  readonly crashes: string[];
  /** Plays the programme day by day to its end, on whatever servers live. */
  run(): Promise<void>;
  findings(): Promise<Findings>;
  close(): Promise<void>;
}

export interface Findings {
  readonly ledger: readonly LedgerEntry[];
  /** Messages that are still queued though their moment has come. */
  readonly queued: number;
  readonly pairs: readonly Pair[];
  readonly proposals: readonly Proposal[];
  /** Everything Teams accepted from the lane: its activity id, and where it went with what it said. */
  readonly accepted: readonly { readonly id: string; readonly copyOf: string }[];
}

/**
 * A whole programme on servers that are replaced as they die. `environment` gives what a new server is started with, after the crashes
 * so far. People answer at once, save those who make reminders and pairs that are not formed happen.
 */
export async function startCrashPlay(
  storageConnection: string,
  options: {
    readonly servers: number;
    readonly environment?: (crashes: readonly string[]) => Readonly<Record<string, string>>;
  },
): Promise<CrashPlay> {
  const { servers, environment = () => ({}) } = options;
  const stage = await startStage(storageConnection, {
    mentors: 4,
    mentees: fewestAsked - 4,
    withAssistant: true,
  });
  const crashes: string[] = [];
  let dead = 0;
  let over = false;
  let alive: ServerProcess[] = [];
  let starting = Promise.resolve();

  const startOne = async (): Promise<void> => {
    let server: ServerProcess;
    try {
      server = await stage.startServer(environment(crashes), (text) => {
        for (const [, point = ''] of text.matchAll(/^crash (\S+)$/gm)) crashes.push(point);
      });
    } catch {
      // It died in its very first moments.
      dead++;
      return over ? undefined : startOne();
    }
    alive.push(server);
    void server.ended.then((how) => {
      alive = alive.filter((one) => one !== server);
      if (how !== 'SIGKILL' || over) return;
      dead++;
      const next = alive[0];
      if (next !== undefined) stage.use(next);
      starting = starting.then(startOne);
    });
  };
  await Promise.all(Array.from({ length: servers }, startOne));

  /** The servers may die under it: asked again until one answers. One that says it is too busy has not answered. */
  const insist: Insist = async (ask) => {
    for (let tries = 0; ; tries++) {
      try {
        const answer = await ask();
        if (tries > 200 || (answer as { readonly status?: number } | undefined)?.status !== 503) return answer;
        await new Promise((resolve) => setTimeout(resolve, 500));
      } catch (error) {
        if (tries > 200 || (error as Error).name !== 'TypeError') throw error;
        await starting;
        const next = alive[0];
        if (next !== undefined) stage.use(next);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  };
  const settle = (): Promise<unknown> => insist(() => stage.local('settle', {}));
  const advance = (): Promise<unknown> => insist(() => stage.local('clock/advance', { to: 'day' }));

  return {
    stage,
    crashes,
    killOne() {
      const victim = alive.at(-1);
      if (victim === undefined) return false;
      alive = alive.filter((one) => one !== victim);
      return process.kill(victim.pid, 'SIGKILL');
    },
    deaths: () => dead,
    async run() {
      const { name, email } = stage.assistant;
      await setUpProgramme(stage, {
        insist,
        plan: { months: 3, delegates: [{ name, email, mentee: 'p5' }] },
        unknown: unlinked,
      });
      await askNeeds(stage, insist, settle);
      await requestPledge(stage, insist);
      await untilDone(() => stage.press(stage.sponsor, 'pledge/give', { words: 'Yes' }), settle, advance);
      await insist(() => stage.api('POST', `/programmes/${programmeId}/open`));
      await insist(() => stage.api('POST', '/actions', { verb: 'to-do/weekly', programmeId }));
      const person = (n: number) => ({ stage, insist, programmeId, directoryId: directoryIdOf(n) });
      let isAway = false;
      let hasLeft = false;
      for (let day = 0; day < days; day++) {
        await advance();
        await pressAll(stage, day);
        if (day === 4 || day === 30) await draftAndPublish(stage, insist, settle);
        if (day > 100) await letGoOn(stage, insist, settle);
        // On quiet days: a server that dies over two kinds at once leaves what belongs to neither point.
        if (day > 20 && !isAway) {
          isAway = await goAway(person(5));
          // What follows has its hours: not a day passes while servers die over it.
          if (isAway) await settle();
        }
        if (day === 60) await changeAdministrators({ stage, insist, programmeId, also: stage.assistant });
        if (day === 64) await changeAdministrators({ stage, insist, programmeId });
        if (day === 68) await askWhether(stage, insist);
        hasLeft ||= day > 45 && (await leavePair(person(6)));
      }
      await settle();
    },
    async findings() {
      const config = readConfig(
        localEnvironment({
          port: 0,
          teams: stage.teams,
          storageConnection,
          clockFile: stage.clockFile,
          more: { STORAGE_PREFIX: stage.prefix },
        }),
      );
      const { programmes } = await composeStorage(config, {
        ids: createOrderedIds(createRealClock()),
        log: createLog({ level: 'silent' }),
        metrics: createMetrics(),
      });
      const now = openLocalClock(stage.clockFile, createRealClock()).now();
      const all = async (kind: 'ledger' | 'queued' | 'pair' | 'proposal'): Promise<any[]> => {
        const values: unknown[] = [];
        for await (const row of readAll(programmes, programmeId, kind)) values.push(row.value);
        return values;
      };
      return {
        ledger: await all('ledger'),
        queued: (await all('queued')).filter((message) => message.notBefore <= now).length,
        pairs: await all('pair'),
        proposals: await all('proposal'),
        accepted: stage.teams.journal().flatMap((entry) =>
          entry.kind === 'send' && entry.activity?.attachments !== undefined
            ? [
                {
                  id: entry.activityId ?? '',
                  copyOf: `${entry.personDirectoryId ?? entry.channelId ?? ''} ${JSON.stringify(entry.activity.attachments)}`,
                },
              ]
            : [],
        ),
      };
    },
    async close() {
      over = true;
      await starting;
      await stage.close();
    },
  };
}

/** Opens a needs poll of everybody, also when a server dies over it. */
async function askNeeds(stage: LocalStage, insist: Insist, settle: () => Promise<unknown>): Promise<void> {
  const path = `/programmes/${programmeId}/needs-poll`;
  const poll = {
    population: 'everyone',
    topics: ['generative-ai', 'podcasts', 'cybersecurity'],
    closesOn: plusDays(stageStart, 4).slice(0, 10),
  };
  for (let tries = 0; tries < 50; tries++) {
    await settle();
    const { status, body } = await insist(() => stage.api('GET', path));
    if (status === 200 && body.polls.length > 0) return;
    await stage.api('POST', path, poll).catch(() => undefined);
  }
  throw new Error('The needs poll could not be opened');
}

/** Asks the sponsor once, also when a server dies over it. */
async function requestPledge(stage: LocalStage, insist: Insist): Promise<void> {
  for (let tries = 0; tries < 50; tries++) {
    const lists = await Promise.all(
      ['', '?state=sent'].map((state) => insist(() => stage.api('GET', `/programmes/${programmeId}/messages${state}`))),
    );
    const known = lists.every(({ status }) => status === 200);
    const asked = (messages: readonly { readonly kind: string }[]): boolean =>
      messages.some(({ kind }) => kind === 'pledge-request');
    const isAsked = known && lists.some(({ body }) => asked(body.messages));
    if (isAsked) return;
    if (known) await stage.api('POST', `/programmes/${programmeId}/pledge-request`).catch(() => undefined);
    else await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('The sponsor could not be asked');
}

async function untilDone(
  act: () => Promise<unknown>,
  settle: () => Promise<unknown>,
  advance: () => Promise<unknown>,
): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    await settle();
    const result = (await act().catch(() => undefined)) as { readonly outcome?: string } | undefined;
    if (result?.outcome === 'card') return;
    await advance();
  }
  throw new Error('The sponsor could not pledge');
}

async function draftAndPublish(stage: LocalStage, insist: Insist, settle: () => Promise<unknown>): Promise<void> {
  const started = await insist(() => stage.api('POST', `/programmes/${programmeId}/drafts`, { seed: 1 }));
  if (started.status >= 300) return;
  await settle();
  await insist(() => stage.api('POST', `/programmes/${programmeId}/drafts/${String(started.body.draftId)}/publish`));
  await settle();
}

/** A week after HR heard of pairs that want to go on, they may. */
async function letGoOn(stage: LocalStage, insist: Insist, settle: () => Promise<unknown>): Promise<void> {
  const { body } = await insist(() => stage.api('GET', `/programmes/${programmeId}/drafts`));
  const { body: me } = await insist(() => stage.api('GET', '/me'));
  for (const draft of body.drafts ?? []) {
    if (draft.renewal !== true || draft.state !== 'ready' || plusDays(draft.createdAt, 7) > me.now) continue;
    await insist(() => stage.api('POST', `/programmes/${programmeId}/drafts/${String(draft.id)}/publish`));
    await settle();
  }
}

/** Everybody answers, the assistant for person 5, save: persons from 10 on answer the needs poll alone, person 9 never answers the invitation, persons 1, 2 and 7 are days late with proposals, person 8 declines the first, persons 1, 2 and 5 answer no survey. */
async function pressAll(stage: LocalStage, day: number): Promise<void> {
  for (const [index, { directoryId }] of [...stage.people, stage.assistant].entries()) {
    const person = index + 1;
    for (const message of stage.teams.conversation(directoryId)) {
      if (message.author !== 'bot' || message.deleted) continue;
      const text = JSON.stringify(message.cards);
      const has = (verb: string): boolean => text.includes(`"${verb}"`);
      const press = (verb: string, inputs: Readonly<Record<string, unknown>> = {}): Promise<unknown> =>
        stage.teams.press(directoryId, message.id, verb, inputs).catch(() => undefined);
      if (has('needs-poll/answer')) await press('needs-poll/answer', { takePart: 'yes' });
      if (directoryId !== stage.assistant.directoryId && person > lastWhoTakesPart) continue;
      if (has('invitation/accept')) {
        if (person !== 9) await press('invitation/accept');
      } else if (has('proposal/accept')) {
        if (person === 8 && day < 20) await press('proposal/decline');
        else if (day > (lateUntil.get(person) ?? 0)) await press('proposal/accept');
      } else if (has('session/suits')) await press('session/suits', { slots: slotsOf(text) });
      else if (has('session/met')) await press('session/met');
      else if (has('renewal/choose')) await press('renewal/choose', { goOn: 'again', otherwise: 'enough' });
      else if (has('link/no')) await press('link/no');
      else if (has('survey/skip') && person > 2 && person !== 5) await press('survey/skip');
    }
  }
}

/** HR says that the assistant is somebody of the file; they say no, so that nothing of the rest changes. */
async function askWhether(stage: LocalStage, insist: Insist): Promise<void> {
  const path = `/programmes/${programmeId}/people/${unlinked}/link`;
  await expectDone(insist(() => stage.api('POST', path, { directoryId: stage.assistant.directoryId })));
}

function slotsOf(card: string): string {
  return [...card.matchAll(/"value":"(\d)"/g)].map(([, slot]) => slot).join(',');
}
