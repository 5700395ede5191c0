import { plusDays } from '../../../src/kernel/clock';
import { aParticipant } from '../../helpers/factories/participant';
import { aProposal } from '../../helpers/factories/pair';
import { memoryPorts } from '../../helpers/memory-ports';
import { castOf, put } from '../../helpers/stage';

const now = '2027-01-11T09:00:00.000Z';

/** A programme of six months with two pairs, running until the day given, then away until the other, then worked off at once. */
async function away(from: string, until: string) {
  const ports = memoryPorts();
  const people = ['M1', 'S1', 'M2', 'S2'].map((id) =>
    aParticipant({ id, profile: { role: id.startsWith('M') ? 'mentor' : 'mentee' } }),
  );
  const stage = await castOf(ports, { now, planned: true, participants: people });
  for (const n of ['1', '2']) {
    await put(
      ports,
      'passages',
      'proposal',
      `X${n}`,
      aProposal({
        id: `X${n}`,
        mentorId: `M${n}`,
        menteeId: `S${n}`,
        state: 'asking-mentee',
        revision: 2,
        replyBy: plusDays(now, 7),
      }),
    );
    await stage.press(`S${n}`, { verb: 'proposal/accept', programmeId: 'passages', proposalId: `X${n}`, revision: 2 });
  }
  await stage.advance(from);
  stage.now = until;
  for (let round = 0; round < 4; round++) await stage.work();
  return { stage, delivered: await stage.deliver() };
}

describe('F63: after an absence', () => {
  it.each([
    ['three hours', 3 / 24],
    ['three days', 3],
    ['three months', 92],
  ])('of %s nobody hears of one thing twice, and what is over is skipped with a record', async (_case, days) => {
    const from = plusDays(now, 20);
    const { delivered } = await away(from, plusDays(from, days));
    const sent = delivered.filter(({ prepared }) => prepared.ok);
    const about = sent.map(({ message }) => JSON.stringify([message.kind, message.recipient, message.subject]));
    expect(new Set(about).size).toBe(about.length);
    expect(sent.filter(({ message }) => message.recipient.to === 'channel').length).toBeLessThanOrEqual(1);
    for (const person of ['M1', 'S1', 'M2', 'S2']) {
      expect(
        sent.filter(({ message }) => 'id' in message.recipient && message.recipient.id === person).length,
      ).toBeLessThanOrEqual(4);
    }
  });

  it('of three months the channel gets none of the months that are over; each is in the ledger as skipped', async () => {
    const from = plusDays(now, 20);
    const { delivered } = await away(from, plusDays(from, 92));
    const posts = delivered.filter(({ message }) => message.kind === 'channel-reminder');
    expect(posts.map(({ message }) => message.subject.month)).toEqual([1, 2, 3]);
    expect(posts.filter(({ prepared }) => !prepared.ok && prepared.state === 'skipped').length).toBeGreaterThanOrEqual(
      2,
    );
  });

  it('months whose time is over are missed and only the current one is offered', async () => {
    const from = plusDays(now, 20);
    const { stage } = await away(from, plusDays(from, 80));
    const rows = await stage.ports.programmes.range('passages', 'session', { limit: 50 });
    const byState = rows.rows.filter((row) => row.value.state === 'proposing').map((row) => row.value.number);
    expect(byState.sort()).toEqual([4, 4]);
    expect(
      rows.rows
        .filter((row) => row.value.state === 'missed')
        .map((row) => row.value.number)
        .sort(),
    ).toEqual([1, 1, 2, 2, 3, 3]);
  });

  it('beyond the end of the programme everything ends quietly', async () => {
    const { stage, delivered } = await away(plusDays(now, 20), plusDays(now, 400));
    expect(delivered.filter(({ prepared }) => prepared.ok)).toEqual([]);
    expect(await stage.counts()).toMatchObject({ 'pairs.active': 0 });
  });
});
