import { mayPress } from '../../../src/dispatch/policy';
import { roleNames, rolesOf, type ProgrammeRoles } from '../../../src/member/roles';
import { actionOf, actions, actionSchema, verbOf, type Verb } from '../../../src/dispatch/actions';
import { memoryPorts } from '../../helpers/memory-ports';

const nobody: ProgrammeRoles = { administrator: false, sponsor: false, delegateOf: [] };
const roles = {
  nobody,
  administrator: { ...nobody, administrator: true },
  sponsor: { ...nobody, sponsor: true },
  delegate: { ...nobody, delegateOf: ['S1'] },
  participant: { ...nobody, participantId: 'M1' },
} as const satisfies Readonly<Record<string, ProgrammeRoles>>;
type Who = keyof typeof roles;

/** The whole matrix by hand: a verb more, or a role more for a verb, is a decision that has to be written here too. */
const expected: Readonly<Record<Verb, readonly Who[]>> = {
  'pledge/give': ['sponsor'],
  'invitation/accept': ['participant'],
  'invitation/not-now': ['participant'],
  'programme/leave': ['participant'],
  'programme/leave-confirm': ['participant'],
  // Whoever was asked, by their account: no role gives it (`tests/api/people.test.ts`).
  'link/yes': [],
  'link/no': [],
  'profile/save': ['participant'],
  'proposal/accept': ['participant'],
  'proposal/decline': ['participant'],
  'pair/show': ['participant'],
  'pair/leave': ['participant'],
  'pair/leave-confirm': ['participant'],
  'pair/stay': ['participant'],
  'charter/show': ['participant'],
  'charter/accept': ['participant'],
  'plan/swap': ['participant'],
  'plan/aim': ['participant'],
  'rematch/another': ['participant'],
  'rematch/enough': ['participant'],
  'needs-poll/show': ['participant'],
  'needs-poll/answer': ['participant'],
  'renewal/show': ['participant'],
  'renewal/choose': ['participant'],
  'pause/open': ['participant'],
  'pause/set': ['participant'],
  'pause/end': ['participant'],
  'diversity/show': ['participant'],
  'diversity/save': ['participant'],
  'diversity/withdraw': ['participant'],
  'session/suits': ['delegate', 'participant'],
  'session/none-suit': ['delegate', 'participant'],
  'session/move': ['delegate', 'participant'],
  'session/met': ['participant'],
  'session/not-met': ['participant'],
  'survey/answer': ['participant'],
  'survey/save': ['participant'],
  'survey/skip': ['participant'],
  'survey/edit': ['participant'],
  'survey/comment': ['participant'],
  'survey/delete-comment': ['participant'],
  'to-do/weekly': ['administrator'],
  'to-do/weekly-stop': ['administrator'],
  'language/set': ['nobody', 'administrator', 'sponsor', 'delegate', 'participant'],
  'home/show': ['nobody', 'administrator', 'sponsor', 'delegate', 'participant'],
};
const verbs = Object.keys(expected) as Verb[];

describe('Who may press what', () => {
  it.each(
    verbs.flatMap((verb) =>
      (Object.keys(roles) as Who[]).map((who) => [verb, who, expected[verb].includes(who)] as const),
    ),
  )('%s by %s: %s', (verb, who, may) => {
    const { who: listed } = actionOf(verb);
    expect(listed === 'anyone' || (listed !== 'account' && mayPress(listed, roles[who]))).toBe(may);
  });

  it('is said for every verb that a card or the tab can carry, and for no other', () => {
    const inSchema = actionSchema.options.map((option) => option.shape.verb._zod.def.values[0]).sort();
    expect(inSchema).toEqual([...verbs].sort());
    expect(actions.map(verbOf).sort()).toEqual([...verbs].sort());
  });
});

describe('Roles', () => {
  it('are read in the person’s own partition; an unknown person has none', async () => {
    const ports = memoryPorts();
    const stranger = { directoryId: 'd', appRoles: [], name: 'd' };
    expect([...roleNames(await rolesOf(ports, stranger, 'passages'))]).toEqual([]);
    await ports.people.commit('d', [
      {
        op: 'insert',
        kind: 'membership',
        key: 'passages',
        value: {
          programmeId: 'passages',
          participantId: 'M1',
          contacts: [
            { id: 'sponsor', role: 'sponsor' },
            { id: 'delegate-1', role: 'delegate', menteeId: 'S1' },
            { id: 'administrator-1', role: 'administrator' },
          ],
        },
      },
    ]);
    expect([...roleNames(await rolesOf(ports, stranger, 'passages'))].sort()).toEqual([
      'administrator',
      'delegate',
      'participant',
      'sponsor',
    ]);
    expect([...roleNames(await rolesOf(ports, stranger, 'another'))]).toEqual([]);
  });

  it('of the whole tenant come from the application role, spelt exactly', async () => {
    const of = async (role: string) =>
      (await rolesOf(memoryPorts(), { directoryId: 'd', appRoles: [role], name: 'd' }, 'passages')).administrator;
    expect([await of('Programme.Admin'), await of('programme.admin'), await of('Programme.Admin ')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
