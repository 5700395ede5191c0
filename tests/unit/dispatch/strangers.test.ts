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

type InProgramme = Extract<Action, { readonly programmeId: string }>;

/** Every press that names a programme: the compiler asks for a new one. */
function everyAction(programmeId: string): {
  readonly [V in InProgramme['verb']]: Omit<Extract<InProgramme, { readonly verb: V }>, 'verb'>;
} {
  const programme = { programmeId };
  const proposal = { programmeId, proposalId: 'X', revision: 1 };
  const pair = { programmeId, pairId: 'pair-1' };
  const session = { ...pair, number: 1, slotRound: 1 };
  const survey = { programmeId, surveyRound: 'baseline' };
  return {
    'pledge/give': { programmeId, words: '' },
    'invitation/accept': programme,
    'invitation/not-now': programme,
    'programme/leave': programme,
    'programme/leave-confirm': programme,
    'link/yes': { programmeId, participantId: 'M1' },
    'link/no': { programmeId, participantId: 'M1' },
    'profile/save': { programmeId, languages: 'fr', expertise: '', goals: '' },
    'proposal/accept': proposal,
    'proposal/decline': proposal,
    'pair/show': pair,
    'pair/leave': pair,
    'pair/leave-confirm': pair,
    'pair/stay': pair,
    'rematch/another': pair,
    'rematch/enough': pair,
    'charter/show': pair,
    'charter/accept': { ...pair, version: 1 },
    'plan/swap': { ...pair, revision: 1, number: 2, with: 3 },
    'plan/aim': { ...pair, revision: 1, number: 2, words: 'An aim' },
    'renewal/show': pair,
    'renewal/choose': { ...pair, goOn: 'again', otherwise: '' },
    'pause/open': programme,
    'pause/set': { programmeId, until: '2027-03-01' },
    'pause/end': programme,
    'needs-poll/show': { programmeId, poll: '1' },
    'needs-poll/answer': { programmeId, poll: '1', learn: '', teach: '', takePart: 'yes' },
    'diversity/show': programme,
    'diversity/save': { programmeId, attribute: 'gender', gender: 'woman' },
    'diversity/withdraw': { programmeId, attribute: 'gender' },
    'session/suits': { ...session, slots: '0' },
    'session/none-suit': session,
    'session/move': session,
    'session/met': session,
    'session/not-met': session,
    'survey/answer': { ...survey, answers: { confidence: '3' } },
    'survey/save': { ...survey, answers: { confidence: '3' } },
    'survey/skip': survey,
    'survey/edit': survey,
    'survey/comment': { ...survey, question: 'comment' },
    'survey/delete-comment': { ...survey, question: 'comment' },
    'to-do/weekly': programme,
    'to-do/weekly-stop': programme,
  };
}

const actions = (programmeId: string): readonly Action[] =>
  Object.entries(everyAction(programmeId)).map(([verb, rest]) => ({ verb, ...rest }) as Action);

test.each(actions('passages').map((action) => action.verb))(
  'F28: %s by a stranger answers the same whether the programme exists or not, and writes nothing',
  async (verb) => {
    const { stage, ports } = await twoProgrammes();
    const written = JSON.stringify(ports.programmes.dump());
    const of = (programmeId: string) =>
      actions(programmeId).find((action) => action.verb === verb) ?? { verb: 'home/show' as const };
    const tenantHr = { ...actorOf('hr'), appRoles: ['Programme.Admin'] };
    // Whoever may set up programmes may press these two, and nothing else.
    const strangers = [
      actorOf('nobody'),
      actorOf('M7'),
      actorOf('administrator-7'),
      ...(verb.startsWith('to-do/') ? [] : [tenantHr]),
    ];
    for (const who of strangers) {
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
