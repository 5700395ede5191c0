import type { Action } from '../../../src/dispatch/actions';
import { performAction } from '../../../src/dispatch/perform-action';
import { aPair, aProposal } from '../../helpers/factories/pair';
import { aParticipant } from '../../helpers/factories/participant';
import { aContact } from '../../helpers/factories/programme';
import { aSession } from '../../helpers/factories/session';
import { memoryPorts, type MemoryPorts } from '../../helpers/memory-ports';
import { actorOf, castOf, put, type Stage } from '../../helpers/stage';

const now = '2027-01-11T09:00:00.000Z';

/** Two programmes with the same ids inside; each has its own mentor and mentee. */
async function twoProgrammes(): Promise<{ stage: Stage; ports: MemoryPorts }> {
  const ports = memoryPorts();
  const stage = await castOf(ports, { now, planned: true, contacts: [aContact()] });
  await castOf(ports, {
    now,
    planned: true,
    programme: { id: 'other' },
    participants: [aParticipant({ id: 'M7' }), aParticipant({ id: 'S7', profile: { role: 'mentee' } })],
    contacts: [aContact({ id: 'administrator-7', role: 'administrator' })],
  });
  for (const [id, mentorId, menteeId] of [
    ['passages', 'M1', 'S1'],
    ['other', 'M7', 'S7'],
  ] as const) {
    await put(
      ports,
      id,
      'proposal',
      'X',
      aProposal({ id: 'X', mentorId, menteeId, replyBy: '2027-01-18T09:00:00.000Z' }),
    );
    await put(ports, id, 'pair', 'pair-1', aPair({ mentorId, menteeId }));
    await put(ports, id, 'session', 'pair-1|01', aSession({ mentorId, menteeId }));
  }
  return { stage, ports };
}

const actions = (programmeId: string): readonly Action[] => [
  { verb: 'pledge/give', programmeId, words: '' },
  { verb: 'invitation/accept', programmeId },
  { verb: 'invitation/not-now', programmeId },
  { verb: 'profile/save', programmeId, languages: 'fr', expertise: '', goals: '' },
  { verb: 'proposal/accept', programmeId, proposalId: 'X', revision: 1 },
  { verb: 'proposal/decline', programmeId, proposalId: 'X', revision: 1 },
  { verb: 'session/suits', programmeId, pairId: 'pair-1', number: 1, slotRound: 1, slots: '0' },
  { verb: 'session/none-suit', programmeId, pairId: 'pair-1', number: 1, slotRound: 1 },
  { verb: 'session/move', programmeId, pairId: 'pair-1', number: 1, slotRound: 1 },
  { verb: 'session/met', programmeId, pairId: 'pair-1', number: 1, slotRound: 1 },
  { verb: 'session/not-met', programmeId, pairId: 'pair-1', number: 1, slotRound: 1 },
  { verb: 'survey/answer', programmeId, surveyRound: 'baseline', answers: { confidence: '3' } },
  { verb: 'survey/save', programmeId, surveyRound: 'baseline', answers: { confidence: '3' } },
  { verb: 'survey/skip', programmeId, surveyRound: 'baseline' },
  { verb: 'survey/edit', programmeId, surveyRound: 'baseline' },
];

test.each(actions('passages').map((action) => action.verb))(
  'F28: %s by a stranger answers the same whether the programme exists or not, and writes nothing',
  async (verb) => {
    const { stage, ports } = await twoProgrammes();
    const written = JSON.stringify(ports.programmes.dump());
    const of = (programmeId: string) =>
      actions(programmeId).find((action) => action.verb === verb) ?? { verb: 'home/show' as const };
    for (const who of [actorOf('nobody'), { ...actorOf('hr'), appRoles: ['Programme.Admin'] }, actorOf('M7')]) {
      const here = await performAction(ports, who, of('passages'), stage.context);
      const nowhere = await performAction(ports, who, of('no-such-programme'), stage.context);
      expect(here).toEqual(nowhere);
      expect(here).toMatchObject({ changed: false, view: { card: 'notice', notice: 'not-found' } });
    }
    expect(JSON.stringify(ports.programmes.dump())).toBe(written);
  },
);

test('F29: ids of another programme, even when they are the same there, reach nothing of it', async () => {
  const { stage, ports } = await twoProgrammes();
  const others = () => JSON.stringify(ports.programmes.dump().filter((row) => row.partition === 'other'));
  const before = others();
  for (const action of actions('passages')) await stage.press('M1', action);
  for (const action of actions('other')) {
    expect((await stage.press('M1', action)).view).toEqual({ card: 'notice', notice: 'not-found' });
    expect((await stage.press('sponsor', action)).view).toEqual({ card: 'notice', notice: 'not-found' });
  }
  expect(others()).toBe(before);
});

test('somebody with a part in the programme, but not this one, hears that it is not theirs to do', async () => {
  const { stage } = await twoProgrammes();
  expect((await stage.press('M1', { verb: 'pledge/give', programmeId: 'passages', words: '' })).view).toEqual({
    card: 'notice',
    notice: 'not-allowed',
  });
  expect(
    (await stage.press('sponsor', { verb: 'proposal/accept', programmeId: 'passages', proposalId: 'X', revision: 1 }))
      .view,
  ).toEqual({ card: 'notice', notice: 'not-allowed' });
});

test('a card in the wrong hands names nobody', async () => {
  const { stage } = await twoProgrammes();
  for (const action of actions('passages')) {
    expect(JSON.stringify(await stage.press('M7', action))).not.toMatch(/Inès|Marc|Belkacem|Lefèvre|armorel/u);
  }
});
