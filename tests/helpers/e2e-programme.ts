import type { PeopleCheck } from '../../src/people-file/api-contract';
import type { Language } from '../../src/language/languages';
import { cast, castCsv, castPlan, castTeam } from './e2e-cast';
import type { E2eStage } from './e2e-stage';

/** A call of the API that must succeed; its body. */
async function done(call: ReturnType<E2eStage['api']>): Promise<unknown> {
  const { status, body } = await call;
  if (status >= 300) throw new Error(`${String(status)}: ${JSON.stringify(body)}`);
  return body;
}

/** Brings the cast’s programme to the moment at which everybody is invited, without a browser. */
export async function inviteCast(stage: E2eStage, language: Language): Promise<void> {
  const root = '/programmes/passages';
  await done(stage.api('PUT', `${root}/plan`, castPlan(language), { headers: { 'if-none-match': '*' } }));
  const file = { fileName: 'people.csv', contentBase64: castCsv(language).toString('base64') };
  const { importId } = (await done(stage.api('POST', `${root}/people/check`, file))) as PeopleCheck;
  await stage.teams.addBotToTeam(castTeam);
  await done(stage.api('POST', `${root}/people/imports/${importId ?? ''}/confirm`));
  await stage.settle();
  await done(stage.api('POST', `${root}/pledge-request`));
  await stage.settle();
  await stage.pressAll([cast.sponsor], 'pledge/give', { words: '' });
  await done(stage.api('POST', `${root}/open`));
  await stage.settle();
}

/** Goes on to published proposals, which wait with the mentors. */
export async function proposeToCast(stage: E2eStage): Promise<void> {
  const root = '/programmes/passages/drafts';
  await stage.pressAll([cast.junior, cast.senior, ...cast.otherMentors, ...cast.otherMentees], 'invitation/accept');
  const { draftId } = (await done(stage.api('POST', root, { seed: 1 }))) as { draftId: string };
  await stage.settle();
  await done(stage.api('POST', `${root}/${draftId}/publish`));
  await stage.settle();
}

/** Goes on to pairs: mentors, then mentees, say yes. */
export async function pairCast(stage: E2eStage): Promise<void> {
  await stage.pressAll([cast.junior, ...cast.otherMentors], 'proposal/accept');
  await stage.pressAll([cast.senior, ...cast.otherMentees], 'proposal/accept');
}

/** Goes on to first hours that everybody agreed on; for the senior it is the assistant who answers. */
export async function meetInCast(stage: E2eStage): Promise<void> {
  for (const people of [
    [cast.junior, ...cast.otherMentors],
    [cast.assistant, ...cast.otherMentees],
  ])
    await stage.pressAll(people, 'session/suits', { slots: '0,1,2' });
}
