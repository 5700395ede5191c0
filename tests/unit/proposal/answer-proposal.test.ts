import { plusDays } from '../../../src/kernel/clock';
import type { CardView } from '../../../src/domain/view';
import { aProposal } from '../../helpers/factories/pair';
import { aParticipant } from '../../helpers/factories/participant';
import { memoryPorts, type MemoryPorts } from '../../helpers/memory-ports';
import { withdraw } from '../../../src/domain/proposal-rules';
import { castOf, mentorAndMentee, put, Stage, type Cast } from '../../helpers/stage';

const now = '2027-01-11T09:00:00.000Z';
const proposal = aProposal({ id: 'X', mentorId: 'M1', menteeId: 'S1', createdAt: now, replyBy: plusDays(now, 7) });

async function asked(cast: Cast = {}): Promise<{ stage: Stage; ports: MemoryPorts }> {
  const ports = memoryPorts();
  const stage = await castOf(ports, { now, planned: true, ...cast });
  await put(ports, stage.programmeId, 'proposal', 'X', proposal);
  const due = {
    kind: 'proposal-expire',
    at: proposal.replyBy,
    ref: 'X',
    occurrence: 'mentor',
    correlationId: 'c',
  } as const;
  await put(ports, stage.programmeId, 'due', `${due.at}|${due.kind}|X|mentor`, due);
  return { stage, ports };
}

const answer = (verb: 'accept' | 'decline', revision: number) =>
  ({
    verb: `proposal/${verb}`,
    programmeId: 'passages',
    proposalId: 'X',
    revision,
  }) as Parameters<Stage['press']>[1];

async function expired(stage: Stage): Promise<void> {
  await stage.advance(plusDays(now, 9));
}

async function takenBack(stage: Stage): Promise<void> {
  const stored = await stage.ports.programmes.get('passages', 'proposal', 'X');
  if (stored === undefined) throw new Error('no proposal');
  const value = withdraw(stored.value, now);
  await stage.ports.programmes.commit('passages', [
    { op: 'replace', kind: 'proposal', key: 'X', value, etag: stored.etag },
  ]);
}

async function closed(stage: Stage): Promise<void> {
  const programme = await stage.ports.programmes.get('passages', 'programme', 'programme');
  if (programme === undefined) throw new Error('no programme');
  const value = { ...programme.value, state: 'closed' as const, closedAt: now };
  await stage.ports.programmes.commit('passages', [
    { op: 'replace', kind: 'programme', key: 'programme', value, etag: programme.etag },
  ]);
}

const rowsOf = (ports: MemoryPorts, kind: string): readonly unknown[] =>
  ports.programmes
    .dump()
    .filter((row) => row.kind === kind)
    .map((row) => row.value);

const cardOf = (view: CardView): string => ('state' in view ? `${view.card}:${view.state}` : view.card);

describe('Answering a proposal', () => {
  it('shows the introduction to a yes that read the proposal before, and the places after, another yes of the same person', async () => {
    const { stage, ports } = await asked();
    await stage.press('M1', answer('accept', 1));
    const before = await ports.programmes.get('passages', 'proposal', 'X');
    await stage.press('S1', answer('accept', 2));
    let isFirst = true;
    const late: MemoryPorts['programmes'] = {
      ...ports.programmes,
      get: async (partition, kind, key) => {
        const isOld = kind === 'proposal' && isFirst;
        if (isOld) isFirst = false;
        return isOld ? (before as never) : ports.programmes.get(partition, kind, key);
      },
    };
    const second = new Stage({ ...ports, programmes: late }, 'passages', now);
    expect(await second.press('S1', answer('accept', 2))).toMatchObject({
      changed: false,
      view: { card: 'introduction' },
    });
    expect(rowsOf(ports, 'pair')).toHaveLength(1);
  });

  it('goes from the mentor’s yes to the mentee’s yes to one pair, an introduction for each and six months of sessions', async () => {
    const { stage, ports } = await asked();
    expect(cardOf((await stage.press('M1', answer('accept', 1))).view)).toBe('proposal:waiting');
    const pressed = await stage.press('S1', answer('accept', 2));
    expect(pressed.view).toMatchObject({ card: 'introduction', partnerName: 'Inès Belkacem' });
    expect(rowsOf(ports, 'pair')).toHaveLength(1);
    expect((await stage.queued()).filter((message) => message.kind === 'introduction')).toMatchObject([
      { recipient: { to: 'participant', id: 'M1' } },
    ]);
    for (const [who, revision] of [
      ['S1', 2],
      ['S1', 3],
      ['M1', 1],
    ] as const)
      expect(await stage.press(who, answer('accept', revision))).toMatchObject({
        changed: false,
        view: { card: 'introduction', partnerName: who === 'S1' ? 'Inès Belkacem' : 'Marc Lefèvre' },
      });
    expect(rowsOf(ports, 'due').filter((due) => (due as { kind: string }).kind === 'session-propose')).toHaveLength(6);
  });

  it('repeated, late or with an old card changes nothing and shows the card that is true', async () => {
    const { stage, ports } = await asked();
    await stage.press('M1', answer('accept', 1));
    const written = JSON.stringify(ports.programmes.dump());
    for (const again of [answer('accept', 1), answer('decline', 1), answer('accept', 2)]) {
      expect(await stage.press('M1', again)).toMatchObject({
        changed: false,
        view: { card: 'proposal', state: 'waiting' },
      });
    }
    expect(await stage.press('S1', answer('accept', 1))).toMatchObject({
      changed: false,
      view: { card: 'proposal', state: 'open' },
    });
    expect(JSON.stringify(ports.programmes.dump())).toBe(written);
    stage.now = plusDays(now, 60);
    expect(await stage.press('S1', answer('accept', 2))).toMatchObject({
      changed: false,
      view: { state: 'not-formed' },
    });
  });

  it.each([
    ['has expired', { state: 'not-formed' }, expired],
    ['HR has taken back', { state: 'not-formed' }, takenBack],
    ['belongs to a programme that is over', { card: 'notice', notice: 'programme-closed' }, closed],
  ] as const)('F18: with a yes to one that %s reads why, and changes nothing', async (_why, card, over) => {
    const { stage, ports } = await asked();
    await stage.press('M1', answer('accept', 1));
    await over(stage);
    const before = JSON.stringify(ports.programmes.dump());
    for (const revision of [2, 3]) {
      expect(await stage.press('S1', answer('accept', revision))).toMatchObject({ changed: false, view: card });
    }
    expect(JSON.stringify(ports.programmes.dump())).toBe(before);
    expect(rowsOf(ports, 'pair')).toEqual([]);
  });

  it('of somebody else is answered like one that does not exist', async () => {
    const { stage } = await asked({ participants: [...mentorAndMentee(), aParticipant({ id: 'M2' })] });
    const theirs = await stage.press('M2', answer('accept', 1));
    const none = await stage.press('M2', {
      verb: 'proposal/accept',
      programmeId: 'passages',
      proposalId: 'no-such',
      revision: 1,
    });
    expect(theirs).toEqual(none);
    expect(theirs.view).toEqual({ card: 'notice', notice: 'not-found' });
  });

  it('with a no of the mentee leaves the mentor’s messages and the counts as silence does', async () => {
    const heard = async (decline: boolean): Promise<unknown> => {
      const { stage } = await asked();
      await stage.press('M1', answer('accept', 1));
      if (decline) await stage.press('S1', answer('decline', 2));
      await stage.work();
      const before = {
        counts: await stage.counts(),
        queued: (await stage.queued()).filter(
          (message) => message.recipient.to === 'participant' && message.recipient.id === 'M1',
        ),
      };
      const delivered = await stage.advance(plusDays(now, 9));
      const toMentor = delivered.filter(
        ({ message }) => message.recipient.to === 'participant' && message.recipient.id === 'M1',
      );
      return {
        before,
        after: await stage.counts(),
        told: toMentor.map(({ message, prepared }) => [message.kind, message.createdAt, prepared]),
      };
    };
    const silence = await heard(false);
    expect(await heard(true)).toEqual(silence);
    expect(JSON.stringify(silence)).toContain('not-formed');
  });
});
