import { plusDays } from '../../../src/kernel/clock';
import { listPersonalSteps } from '../../../src/own-page/list-personal-steps';
import { openProposals } from '../../../src/proposal/open-proposals';
import { aProposal } from '../../helpers/factories/pair';
import { memoryPorts } from '../../helpers/memory-ports';
import { castOf, put } from '../../helpers/stage';

const now = '2027-01-11T09:00:00.000Z';

it('A proposal waits on the page and in the home card of the side that is asked, and of that side only', async () => {
  const ports = memoryPorts();
  const stage = await castOf(ports, { now, planned: true });
  await put(
    ports,
    'passages',
    'proposal',
    'X',
    aProposal({ id: 'X', mentorId: 'M1', menteeId: 'S1', createdAt: now, replyBy: plusDays(now, 7) }),
  );
  await put(ports, 'passages', 'asked', 'M1|X', { proposalId: 'X' });
  const sides = async () =>
    Promise.all(
      ['M1', 'S1'].map(async (id) => (await openProposals(ports, 'passages', id, stage.now)).map((open) => open.side)),
    );
  expect(await sides()).toEqual([['mentor'], []]);
  expect((await stage.press('M1', { verb: 'home/show' })).view).toMatchObject({
    programmes: [{ state: 'proposal-open' }],
  });

  const programme = await ports.programmes.get('passages', 'programme', 'programme');
  const mentor = await ports.programmes.get('passages', 'participant', 'M1');
  if (programme === undefined || mentor === undefined) throw new Error('the cast is incomplete');
  const steps = (
    await listPersonalSteps(ports, programme.value, mentor.value, () => Promise.resolve(undefined), now)
  ).filter((step) => step.step === 'proposal');
  expect(steps).toMatchObject([
    { actions: [{ verb: 'proposal/accept', proposalId: 'X', revision: 1 }, { verb: 'proposal/decline' }] },
  ]);
  const mentee = await ports.programmes.get('passages', 'participant', 'S1');
  expect(JSON.stringify(steps)).not.toContain(mentee?.value.profile.name);

  await stage.press('M1', { verb: 'proposal/accept', programmeId: 'passages', proposalId: 'X', revision: 1 });
  expect(await sides()).toEqual([[], ['mentee']]);
  stage.now = plusDays(now, 30);
  expect(await sides()).toEqual([[], []]);
});
