import type { MyPage } from '../../src/own-page/api-contract';
import { plusDays } from '../../src/kernel/clock';
import { expectDone, type Insist, type LocalStage } from './local-stage';

/** Days left before the hour that is called off, so that whoever hears of it still does, over a weekend and some deaths. */
const leadDays = 3;
/** Days between that hour and the return. */
const daysAfter = 10;

/** What one person does on their own page, asked again while servers die under it. */
export interface Person {
  readonly programmeId: string;
  readonly directoryId: string;
  readonly stage: LocalStage;
  readonly insist: Insist;
}

/** Once the person has an hour agreed on, they go away over it. Returns whether they did. */
export async function goAway(person: Person): Promise<boolean> {
  const [{ now }, page] = await Promise.all([ask(person, 'GET', '/me'), myPage(person)]);
  if (page.me?.pause !== undefined) return true;
  const start = page.pairs.find(({ state }) => state === 'active')?.nextSession?.start;
  if (start === undefined || start < plusDays(now, leadDays)) return false;
  await act(person, { verb: 'pause/set', until: plusDays(start, daysAfter).slice(0, 10) });
  return (await myPage(person)).me?.pause !== undefined;
}

/** The person ends their pair. Returns whether it is asked for, or over. */
export async function leavePair(person: Person): Promise<boolean> {
  const pair = (await myPage(person)).pairs[0];
  if (pair === undefined) return false;
  if (pair.leave === 'open') await act(person, { verb: 'pair/leave-confirm', pairId: pair.pairId });
  return (await myPage(person)).pairs[0]?.leave !== 'open';
}

function myPage(person: Person): Promise<MyPage> {
  return ask(person, 'GET', `/programmes/${person.programmeId}/me`);
}

function act(person: Person, action: Readonly<Record<string, string>>): Promise<unknown> {
  return ask(person, 'POST', '/actions', { programmeId: person.programmeId, ...action });
}

async function ask({ stage, insist, directoryId }: Person, method: string, path: string, body?: unknown): Promise<any> {
  const headers = { authorization: `Bearer ${await stage.teams.tabToken(directoryId)}` };
  return expectDone(insist(() => stage.api(method, path, body, headers)));
}

/** The programme has one administrator, and one more where `also` is given: saved again until it is so, while servers die under it. */
export async function changeAdministrators({
  stage,
  insist,
  programmeId,
  also,
}: Omit<Person, 'directoryId'> & { readonly also?: { readonly name: string; readonly email: string } }): Promise<void> {
  const path = `/programmes/${programmeId}/plan`;
  for (let tries = 0; tries < 50; tries++) {
    const { plan, version } = await expectDone(insist(() => stage.api('GET', path)));
    const [first] = plan.administrators;
    const administrators = [
      first,
      ...(also === undefined ? [] : [{ name: also.name, email: also.email, language: 'en' }]),
    ];
    if (plan.administrators.length === administrators.length) return;
    const headers = { 'if-match': `"${String(version)}"` };
    await expectDone(
      insist(() => stage.api('PUT', path, { ...plan, administrators }, headers)),
      412,
    );
  }
  throw new Error('The administrators could not be changed');
}
