import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { plusDays, type Instant } from '../../../src/kernel/clock';
import type { PeopleCheck } from '../../../src/people-file/api-contract';
import type { Overview } from '../../../src/hr-page/programme-api-contract';
import type { ProgrammePlan } from '../../../src/domain/programme-contract';
import type { DraftDto, DraftsDto } from '../../../src/draft/api-contract';
import { CodedError } from '../../../src/kernel/coded-error';
import { seededChance } from './chance';
import type { RehearsalCast } from './rehearsal-cast';
import type { RehearsalStage } from './rehearsal-stage';
import { SimulatedPeople } from './simulated-people';

export interface RehearsalScript {
  readonly stage: RehearsalStage;
  readonly cast: RehearsalCast;
  readonly plan: ProgrammePlan;
  readonly peopleFile: string;
  readonly map?: unknown;
  readonly seed: number;
  readonly tell: (line: string) => void;
  /** What HR reads that is not so, as of now. */
  readonly compare: () => Promise<readonly string[]>;
}

/** What HR does in a rehearsal, and so many days after the start. Drafts come again for those whom the first left over. */
const draftDays = [9, 30, 51];
/** Times HR looks whether the sponsor has pledged. */
const mostLooks = 50;
/** Days after the last month until the programme is over. */
const epilogueDays = 70;
/** Days between HR's looks for pairs that want to go on, once the months are over. */
const lookDays = 7;

/**
 * Plays the programme from its plan to its end; returns when it began and ended, and what went wrong: presses that did not end as expected,
 * and figures of HR's, compared every day, that are not so.
 */
export async function playProgramme(
  script: RehearsalScript,
): Promise<{ readonly begins: Instant; readonly ends: Instant; readonly complaints: readonly string[] }> {
  const { stage, plan, tell } = script;
  const begins = stage.now();
  let ends = plusDays(begins, (draftDays[0] ?? 0) + plan.months * 31 + epilogueDays);
  let look = plusDays(begins, (draftDays[0] ?? 0) + plan.months * 30);
  const people = new SimulatedPeople(stage.teams, seededChance(script.seed));
  await setUp(script, people);
  const drafts = draftDays.map((days) => plusDays(begins, days));
  let next = await stage.settle();
  const wrong: string[] = [];
  let day = '';
  while (stage.now() < ends) {
    next = await stage.advance(earliest(stage.now(), next, people.next(), drafts[0], look, ends));
    if (drafts[0] !== undefined && stage.now() >= drafts[0]) {
      drafts.shift();
      await draftAndPublish(script);
      next = await stage.settle();
    }
    if (stage.now() >= look) {
      look = plusDays(stage.now(), lookDays);
      // The programme waits for those who go on.
      if (await letGoOn(script)) ends = plusDays(stage.now(), plan.months * 31 + epilogueDays);
      next = await stage.settle();
    }
    people.look(stage.now());
    if ((await people.act(stage.now())) > 0) next = await stage.settle();
    people.look(stage.now());
    const today = stage.now().slice(0, 10);
    if (today !== day) wrong.push(...(await script.compare()).map((words) => `${today}: ${words}`));
    day = today;
  }
  tell(`The programme ended on ${stage.now().slice(0, 10)}.`);
  return { begins, ends: stage.now(), complaints: [...people.complaints, ...wrong] };
}

/** The first of the moments given, but never one that is past. */
function earliest(now: Instant, ...moments: readonly (Instant | undefined)[]): Instant {
  const first = moments.filter((moment) => moment !== undefined).sort()[0] ?? now;
  return first > now ? first : now;
}

async function setUp(script: RehearsalScript, people: SimulatedPeople): Promise<void> {
  const { stage, cast, plan, tell } = script;
  const root = `/programmes/${plan.id}`;
  await stage.api('PUT', `${root}/plan`, plan, { 'if-none-match': '*' });
  const check = await stage.api<PeopleCheck>('POST', `${root}/people/check`, {
    fileName: basename(script.peopleFile),
    contentBase64: (await readFile(script.peopleFile)).toString('base64'),
    ...(script.map === undefined ? {} : { map: script.map }),
  });
  if (check.importId === undefined) throw new CodedError('nobody-accepted', 'No row of the people file can be taken');
  tell(
    `${String(check.accepted)} people read from ${basename(script.peopleFile)}, ${String(check.rows - check.accepted)} rows rejected.`,
  );
  await stage.teams.addBotToTeam(cast.team.id);
  await stage.settle();
  await stage.api('POST', `${root}/people/imports/${check.importId}/confirm`);
  await stage.settle();
  await stage.api('POST', `${root}/pledge-request`);
  await stage.settle();
  people.look(stage.now());
  await untilReady(script, people);
  await stage.api('POST', `${root}/open`);
  await stage.settle();
  people.look(stage.now());
  tell(`Enrolment opened on ${stage.now().slice(0, 10)}.`);
}

/** The sponsor takes a day or two; nothing opens before. */
async function untilReady({ stage, plan }: RehearsalScript, people: SimulatedPeople): Promise<void> {
  for (let looks = 0; looks < mostLooks; looks++) {
    const overview = await stage.api<Overview>('GET', `/programmes/${plan.id}`);
    if (overview.readiness.ready) return;
    // Her card may wait for her next contact time.
    const next = people.next() ?? (await stage.settle());
    if (next === undefined) break;
    await stage.advance(earliest(stage.now(), next));
    await people.act(stage.now());
    await stage.settle();
    people.look(stage.now());
  }
  const overview = await stage.api<Overview>('GET', `/programmes/${plan.id}`);
  if (overview.readiness.ready) return;
  const missing = overview.readiness.items.filter((item) => !item.done).map((item) => item.words);
  throw new CodedError('not-ready', `Enrolment cannot open: ${missing.join('; ')}`);
}

async function draftAndPublish({ stage, plan, seed, tell }: RehearsalScript): Promise<void> {
  const root = `/programmes/${plan.id}/drafts`;
  const started = await stage.api<{ draftId: string }>('POST', root, { seed });
  await stage.settle();
  const draft = await stage.api<DraftDto>('GET', `${root}/${started.draftId}`);
  if (draft.state !== 'ready') throw new CodedError('draft-not-ready', `The draft ended as ${draft.state}`);
  tell(
    `Draft of ${stage.now().slice(0, 10)}: ${String(draft.pairCount)} pairs, ${String(draft.unpairedCount)} left over, total ${String(draft.total)} of at most ${String(draft.upperBound)}.`,
  );
  if (draft.pairCount === 0) return;
  const unguarded = draft.managersUnknown === true;
  if (unguarded) tell('Nobody’s manager is known: people may be paired with their own boss. Published all the same.');
  await stage.api('POST', `${root}/${started.draftId}/publish`, unguarded ? { managersUnknown: true } : undefined);
  await stage.settle();
}

/** Publishes the pairs that want to go on. Returns whether there were any. */
async function letGoOn({ stage, plan, tell }: RehearsalScript): Promise<boolean> {
  const root = `/programmes/${plan.id}/drafts`;
  const { drafts } = await stage.api<DraftsDto>('GET', root);
  const ready = drafts.filter(({ renewal, state }) => renewal === true && state === 'ready');
  for (const { id, pairCount } of ready) {
    await stage.api('POST', `${root}/${id}/publish`);
    await stage.settle();
    tell(`On ${stage.now().slice(0, 10)} ${String(pairCount)} pairs went on, as both had asked.`);
  }
  return ready.length > 0;
}
