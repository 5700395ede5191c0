import { renderCard } from '../../../bot/teams/cards/render-card';
import { readMyPage } from '../../../src/dispatch/read-my-page';
import { mutualWishes } from '../../../src/domain/renewal-rules';
import fc from 'fast-check';
import { aProfile } from '../../helpers/factories/participant';
import { actorOf, type Delivery, type Stage } from '../../helpers/stage';
import { whatOthersRead } from '../../helpers/what-others-read';
import {
  asked,
  asksAt,
  candidates,
  finish,
  finished,
  hearsBy,
  lastHours,
  programmeId,
  renewalDrafts,
  renewalOf,
  replyBy,
  say,
  wishOf,
} from '../../helpers/finished-pair';

const ref = { programmeId, pairId: 'pair-1' };
const show = { verb: 'renewal/show', ...ref } as const;
const questions = (delivered: readonly Delivery[]) =>
  delivered.filter(({ message }) => message.kind === 'renewal-question');
const stepsOf = async (stage: Stage, who: string) => {
  const page = await readMyPage(stage.ports, actorOf(who), programmeId, stage.now);
  if (!page.ok) throw new Error(page.reason);
  return page.value.steps.filter(({ step }) => step === 'renewal');
};

describe('When a pair finishes', () => {
  it('both are asked once what comes next, after the closing survey’s card', async () => {
    const stage = await finished();
    expect(await renewalOf(stage)).toEqual({ pairId: 'pair-1', asksAt, replyBy, hearsBy, choices: {} });
    const delivered = await stage.advance(replyBy, 6);
    const kinds = (id: string) =>
      delivered.flatMap(({ message: { recipient, kind } }) =>
        recipient.to === 'participant' && recipient.id === id ? [kind] : [],
      );
    expect(kinds('M1')).toEqual(['survey', 'renewal-question', 'survey-reminder']);
    expect(kinds('S1')).toEqual(['survey', 'renewal-question', 'survey-reminder']);
    for (const { prepared } of questions(delivered))
      expect(prepared).toMatchObject({
        ok: true,
        view: { card: 'renewal', state: 'open', replyBy, hearsBy, months: 3 },
      });
  });

  it('they are asked a day later where no survey closes the programme', async () => {
    const stage = await finished({ closing: false });
    expect((await renewalOf(stage))?.asksAt).toBe('2027-03-26T10:00:00.000Z');
  });

  it('nobody is asked about a pair that ended early', async () => {
    const stage = await lastHours();
    await stage.press('M1', { verb: 'pair/leave-confirm', ...ref });
    await stage.advance('2027-03-30T09:00:00.000Z', 6);
    expect(await renewalOf(stage)).toBeUndefined();
    expect(await wishOf(stage, 'M1')).toBe('another');
  });

  it('nobody is asked after the planned end of the programme', async () => {
    const stage = await lastHours({ closing: false });
    stage.now = '2027-05-22T20:00:00.000Z';
    await finish(stage);
    expect(await renewalOf(stage)).toBeUndefined();
    expect(await wishOf(stage, 'M1')).toBe('unsaid');
  });

  it('neither is a candidate for somebody new by silence; whoever asks for somebody else is, from the day both were told', async () => {
    const stage = await asked();
    expect(await candidates(stage)).toEqual([]);
    await say(stage, 'S1', '', 'another');
    expect(await candidates(stage)).toEqual([]);
    await stage.advance(replyBy, 24);
    expect(await candidates(stage)).toEqual([]);
    await stage.advance(hearsBy, 24);
    expect(await candidates(stage)).toEqual(['S1']);
    expect(await stage.counts()).toMatchObject({ 'participants.without-partner': 2 });
  });
});

describe('Until the reply date', () => {
  it('each chooses what they like, again and again; the last word counts', async () => {
    const stage = await asked();
    expect((await stage.press('M1', show)).view).toMatchObject({ card: 'renewal', state: 'open', goOn: [] });
    expect(await say(stage, 'M1', 'again')).toMatchObject({
      changed: true,
      view: { state: 'chosen', goOn: ['again'], otherwise: 'enough' },
    });
    expect(await say(stage, 'M1', 'again', 'enough')).toMatchObject({ changed: false, view: { state: 'chosen' } });
    expect(await say(stage, 'M1', 'swap,again', 'another')).toMatchObject({
      changed: true,
      view: { goOn: ['again', 'swap'], otherwise: 'another' },
    });
    expect(await stepsOf(stage, 'M1')).toMatchObject([
      { answered: true, goOn: ['again', 'swap'], otherwise: 'another', replyBy, partnerName: 'Marc' },
    ]);
    expect(await say(stage, 'M1', '', 'enough')).toMatchObject({ changed: true, view: { goOn: [] } });
    expect((await renewalOf(stage))?.choices).toMatchObject({ mentor: { goOn: [], otherwise: 'enough' } });
  });

  it('a press before the question, after the reply date, or by anybody else changes nothing', async () => {
    const early = await finished();
    expect((await say(early, 'M1', 'again')).view).toEqual({ card: 'notice', notice: 'not-found' });
    expect(await stepsOf(early, 'M1')).toEqual([]);
    const stage = await asked({ pairs: 2 });
    const foreign = { verb: 'renewal/choose', ...ref, goOn: 'again', otherwise: '' } as const;
    for (const who of ['M2', 'S2', 'delegate-1', 'administrator-1', 'nobody'])
      expect((await stage.press(who, foreign)).view).toMatchObject({ card: 'notice' });
    stage.now = replyBy;
    expect(await say(stage, 'M1', 'again')).toMatchObject({ changed: false, view: { state: 'closed' } });
    await stage.work();
    expect(await say(stage, 'M1', 'again')).toMatchObject({ changed: false, view: { state: 'closed' } });
    expect((await renewalOf(stage))?.choices).toEqual({});
  });

  it('roles that cannot be swapped are not offered, and a press for it says nothing', async () => {
    const people = (id: string) =>
      id === 'M1' ? { profile: aProfile({ id, name: 'Inès 1', guest: true, partnerOrganisation: 'University' }) } : {};
    const stage = await asked({ people });
    expect((await stage.press('M1', show)).view).toMatchObject({ canSwap: false });
    expect((await stage.press('S1', show)).view).toMatchObject({ canSwap: false });
    expect((await say(stage, 'S1', 'swap')).view).toMatchObject({ goOn: [] });
  });

  it.each([
    ['M1', 'S1'],
    ['S1', 'M1'],
  ] as const)('nothing that %s says changes a byte of what %s, their assistant or HR reads', async (who, partner) => {
    const read = (stage: Stage) => whatOthersRead(stage, partner, [show]);
    const silent = await asked();
    for (const [goOn, otherwise] of [
      ['again', 'another'],
      ['swap', 'enough'],
      ['', 'another'],
      ['', 'enough'],
    ] as const) {
      const stage = await asked();
      await say(stage, who, goOn, otherwise);
      expect(await read(stage)).toBe(await read(silent));
    }
  });

  it('is the same for one who said no and one who said nothing, also afterwards', async () => {
    const others = async (act: (stage: Stage) => Promise<unknown>): Promise<readonly string[]> => {
      const stage = await asked();
      await say(stage, 'M1', 'again', 'enough');
      await act(stage);
      const texts: string[] = [];
      for (const at of [replyBy, '2027-04-28T10:00:00.000Z', hearsBy]) {
        // An id tells nothing: it is counted up here and drawn in the product.
        const delivered = (await stage.advance(at, 24)).map(({ message, prepared }) => [
          { ...message, id: '' },
          prepared,
        ]);
        texts.push(await whatOthersRead(stage, 'M1', [show]), JSON.stringify(delivered));
      }
      return texts;
    };
    const silence = await others(() => Promise.resolve());
    expect(await others((stage) => say(stage, 'S1', '', 'enough'))).toEqual(silence);
    expect(await others((stage) => say(stage, 'S1', 'swap', 'enough'))).toEqual(silence);
  });

  it('the card’s own words are complete, whoever reads it', async () => {
    const stage = await asked();
    await say(stage, 'S1', 'again', 'enough');
    for (const who of ['M1', 'S1']) {
      const { view, reader } = await stage.press(who, show);
      expect(JSON.stringify(renderCard(view, reader, { base: 'https://p.example' }))).not.toContain('${');
    }
  });
});

it('Both meet in what both accept, the same roles first, whichever of the two is asked', () => {
  const wishes = fc.subarray(['again', 'swap'] as const);
  fc.assert(
    fc.property(fc.option(wishes), fc.option(wishes), (one, other) => {
      const choice = (goOn: readonly ('again' | 'swap')[]) => ({ goOn, otherwise: 'enough' as const, at: asksAt });
      const choices = (mentor: typeof one, mentee: typeof one) => ({
        ...(mentor === null ? {} : { mentor: choice(mentor) }),
        ...(mentee === null ? {} : { mentee: choice(mentee) }),
      });
      const both = (['again', 'swap'] as const).filter((wish) => one?.includes(wish) && other?.includes(wish));
      expect(mutualWishes(choices(one, other))).toEqual(both);
      expect(mutualWishes(choices(other, one))).toEqual(both);
    }),
  );
});

it('A pair with one yes is in no draft', async () => {
  const stage = await asked();
  await say(stage, 'M1', 'again,swap');
  await stage.advance(replyBy, 24);
  expect(await renewalDrafts(stage)).toEqual([]);
});
