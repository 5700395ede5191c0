import { createHash } from 'node:crypto';
import { charterVersion, charterWords, wordsFor } from '../../../src/charter/charter-words';
import type { CharterAcceptance } from '../../../src/domain/charter';
import { vaultOf } from '../../../src/domain/pair-vault';
import { readBoard } from '../../../src/board/read-board';
import { readOverview } from '../../../src/hr-page/overview';
import { readMyPage } from '../../../src/dispatch/read-my-page';
import { aPair } from '../../helpers/factories/pair';
import { actorOf } from '../../helpers/stage';
import { aRunningPair, pairProgramme as programmeId, type RunningPair } from '../../helpers/running-pair';
import { messagesOfHr } from '../../helpers/messages-of-hr';
import { whatOthersRead } from '../../helpers/what-others-read';

const pairId = 'pair-1';
const accept = { verb: 'charter/accept', programmeId, pairId, version: charterVersion } as const;
const show = { verb: 'charter/show', programmeId, pairId } as const;

const pairOf = async ({ ports }: RunningPair) => (await ports.programmes.get(programmeId, 'pair', pairId))!.value;
const vaultRows = ({ ports }: RunningPair) =>
  ports.pairs.dump().map(({ partition, key, value }) => [partition, key, value]);
const pageOf = async (stage: RunningPair, who: string, language: 'fr' | 'en' = 'en') => {
  const page = await readMyPage(stage.ports, actorOf(who), programmeId, stage.now, language);
  if (!page.ok) throw new Error(page.reason);
  return page.value;
};

describe('The charter of a pair', () => {
  it('is asked of both, and kept for each with its words and the day in their zone', async () => {
    const stage = await aRunningPair({ M1: { profile: { timeZone: 'Asia/Tokyo' } as never } });
    stage.now = '2027-01-11T16:00:00.000Z';
    expect((await stage.press('M1', show)).view).toMatchObject({
      card: 'introduction',
      charter: { partnerAccepted: false },
    });
    const mentor = await stage.press('M1', accept);
    expect(mentor).toMatchObject({
      changed: true,
      view: { card: 'introduction', charter: { accepted: { acceptedOn: '2027-01-12' }, partnerAccepted: false } },
    });
    expect(vaultRows(stage)).toEqual([
      [
        'passages|pair-1',
        'M1',
        {
          participantId: 'M1',
          side: 'mentor',
          version: charterVersion,
          words: [...charterWords(mentor.reader.language)],
          acceptedOn: '2027-01-12',
        },
      ],
    ]);
    expect((await stage.press('S1', show)).view).toMatchObject({ charter: { partnerAccepted: true } });
    expect((await stage.press('S1', accept)).view).toMatchObject({
      charter: { accepted: { acceptedOn: '2027-01-11' }, partnerAccepted: true },
    });
    expect((await pairOf(stage)).charterAccepted).toEqual({ mentor: true, mentee: true });
  });

  it('pressed again keeps the first day', async () => {
    const stage = await aRunningPair();
    await stage.press('M1', accept);
    await stage.press('S1', accept);
    const before = vaultRows(stage);
    stage.now = '2027-01-15T09:00:00.000Z';
    for (const who of ['M1', 'S1']) {
      const again = await stage.press(who, accept);
      expect(again).toMatchObject({ changed: false, view: { charter: { accepted: { acceptedOn: '2027-01-11' } } } });
    }
    expect(vaultRows(stage)).toEqual(before);
  });

  it.each(['delegate-1', 'administrator-1', 'S2', 'nobody'])('is accepted by nobody else: %s', async (who) => {
    const stage = await aRunningPair();
    const pressed = await stage.press(who, accept);
    expect(pressed).toMatchObject({ changed: false, view: { card: 'notice' } });
    expect(JSON.stringify((await stage.press(who, show)).view)).not.toMatch(/Inès|Marc|charter/);
    expect(vaultRows(stage)).toEqual([]);
    expect((await pairOf(stage)).charterAccepted).toBeUndefined();
  });

  it('is not accepted by an assistant for the executive: neither their page nor their card has it', async () => {
    const stage = await aRunningPair();
    expect((await pageOf(stage, 'S1')).steps.map(({ step }) => step)).toContain('charter');
    expect(JSON.stringify((await pageOf(stage, 'delegate-1')).assisting)).not.toContain('charter');
    await stage.press('S1', accept);
    expect(await pageOf(stage, 'delegate-1')).toMatchObject({ pairs: [], steps: [] });
  });

  it('of a pair that is over is not asked for any more: the card says kindly that it is over', async () => {
    for (const state of ['ended', 'finished'] as const) {
      const stage = await aRunningPair();
      const pair = (await stage.ports.programmes.get(programmeId, 'pair', pairId))!;
      const value = aPair({ ...pair.value, state, endedAt: stage.now });
      await stage.ports.programmes.commit(programmeId, [
        { op: 'replace', kind: 'pair', key: pairId, value, etag: pair.etag },
      ]);
      expect(await stage.press('M1', accept)).toMatchObject({ changed: false, view: { card: 'pair', state: 'over' } });
      expect(vaultRows(stage)).toEqual([]);
      expect((await pageOf(stage, 'M1')).steps.map(({ step }) => step)).not.toContain('charter');
    }
  });

  it('is asked of neither on their page while one of the two is away, and accepted by whoever presses all the same', async () => {
    const stage = await aRunningPair({
      S1: { pause: { until: '2027-02-01', resumesAt: '2027-01-31T23:00:00.000Z', since: '2027-01-10T09:00:00.000Z' } },
    });
    for (const who of ['M1', 'S1'])
      expect((await pageOf(stage, who)).steps.map(({ step }) => step)).not.toContain('charter');
    expect(await stage.press('S1', accept)).toMatchObject({ changed: true });
  });

  it('whose words the card had from before is shown as it is now, and not accepted', async () => {
    const stage = await aRunningPair();
    const pressed = await stage.press('M1', { ...accept, version: charterVersion + 1 });
    expect(pressed).toMatchObject({
      changed: false,
      view: { card: 'introduction', charter: { partnerAccepted: false } },
    });
    expect(vaultRows(stage)).toEqual([]);
  });
});

describe('A server that dies between the vault and the programme', () => {
  const died = 'The server died.';

  it('leaves a charter that reads as open, and the next press completes it with the first day', async () => {
    const stage = await aRunningPair();
    await stage.press('S1', accept);
    const commit = jest.spyOn(stage.ports.programmes, 'commit').mockRejectedValueOnce(new Error(died));
    await expect(stage.press('M1', accept)).rejects.toThrow(died);
    commit.mockRestore();
    expect((await pairOf(stage)).charterAccepted).toEqual({ mentee: true });
    expect((await stage.press('M1', show)).view).toMatchObject({ charter: { partnerAccepted: true } });
    expect((await pageOf(stage, 'M1')).pairs[0]?.charter).toBeUndefined();
    expect((await pageOf(stage, 'S1')).pairs[0]?.charter).toMatchObject({ partnerAccepted: false });

    stage.now = '2027-01-13T09:00:00.000Z';
    expect(await stage.press('M1', accept)).toMatchObject({
      changed: true,
      view: { charter: { accepted: { acceptedOn: '2027-01-11' }, partnerAccepted: true } },
    });
  });

  it('loses nothing where the words have changed before the next press: those of the press count', async () => {
    const stage = await aRunningPair();
    await putEarlier(stage, 'M1');
    stage.now = '2027-01-13T09:00:00.000Z';
    expect((await stage.press('M1', accept)).view).toMatchObject({
      charter: { accepted: { version: charterVersion, acceptedOn: '2027-01-13' } },
    });
  });
});

describe('Other words of the charter', () => {
  it('ask nobody again who has accepted: what they accepted stays and is what they read', async () => {
    const stage = await aRunningPair();
    await stage.press('M1', accept);
    await putEarlier(stage, 'M1');
    const before = vaultRows(stage);
    const page = await pageOf(stage, 'M1', 'fr');
    expect(page.steps.map(({ step }) => step)).not.toContain('charter');
    expect(page.pairs[0]?.charter).toEqual({
      acceptedOn: '2026-12-01',
      words: ['Words of before.'],
      partnerAccepted: false,
    });
    expect(await stage.press('M1', accept)).toMatchObject({ changed: false });
    expect(vaultRows(stage)).toEqual(before);
  });

  it('are another version: these are the words of version 1', () => {
    const digest = createHash('sha256').update(JSON.stringify([charterWords('fr'), charterWords('en')]));
    expect([charterVersion, digest.digest('hex')]).toEqual([
      1,
      '903212ef66a0de54ef75e01ce3c366fd2f5e19f0334d54490169c5e07e0a7de2',
    ]);
  });

  it('of today are read in the reader’s own language, whichever they accepted in', () => {
    const accepted = { version: charterVersion, words: charterWords('fr'), acceptedOn: '2027-01-11' };
    expect(wordsFor({ accepted, partnerAccepted: false }, 'en')).toEqual(charterWords('en'));
  });
});

describe('The first session', () => {
  const booked = { programmeId, pairId, number: 1, slotRound: 1 } as const;

  it('is offered and booked all the same; the card says that the charter comes first, to whom it is open', async () => {
    const stage = await aRunningPair();
    const move = { verb: 'session/move', ...booked } as const;
    const mentor = await stage.press('M1', move);
    expect(mentor.view).toMatchObject({ card: 'slots', charterFirst: true });
    await stage.press('M1', accept);
    expect((await stage.press('M1', { ...move, slotRound: 0 })).view).not.toHaveProperty('charterFirst');
    expect((await stage.press('S1', { ...move, slotRound: 0 })).view).toMatchObject({ charterFirst: true });
    expect((await stage.press('delegate-1', { ...move, slotRound: 0 })).view).not.toHaveProperty('charterFirst');
  });
});

describe('HR and everybody else', () => {
  it('reads nothing that tells of a yes in one pair, nor of the words', async () => {
    const stage = await aRunningPair();
    await stage.work();
    const hr = async () =>
      JSON.stringify([
        await readOverview(stage.ports, programmeId, { language: 'en', now: '2027-01-11T09:00:00.000Z' }),
        await readBoard(stage.ports, programmeId, '2027-01-11T09:00:00.000Z'),
        await messagesOfHr(stage),
      ]);
    const before = [await hr(), await stage.counts()];
    stage.now = '2027-01-11T10:00:00.000Z';
    await stage.press('M1', accept);
    await stage.work();
    expect([await hr(), await stage.counts()]).toEqual(before);
    await stage.press('S1', accept);
    await stage.work();
    expect([await hr(), await stage.counts()]).toEqual(before);
    const read = await whatOthersRead(stage, 'S2', []);
    for (const words of [...charterWords('fr'), ...charterWords('en')]) expect(read).not.toContain(words);
  });
});

/** An acceptance of words that were the charter's before. */
async function putEarlier({ ports }: RunningPair, participantId: string): Promise<void> {
  const vault = vaultOf(programmeId, pairId);
  const there = await ports.pairs.get(vault, 'charter', participantId);
  const value: CharterAcceptance = {
    participantId,
    side: 'mentor',
    version: charterVersion - 1,
    words: ['Words of before.'],
    acceptedOn: '2026-12-01',
  };
  const write = { kind: 'charter', key: participantId, value } as const;
  await ports.pairs.commit(vault, [
    there === undefined ? { op: 'insert', ...write } : { op: 'replace', ...write, etag: there.etag },
  ]);
}
