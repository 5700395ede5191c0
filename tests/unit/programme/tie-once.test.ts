import { performAction } from '../../../src/dispatch/perform-action';
import { readAll } from '../../../src/kernel/read-all';
import { refreshReach } from '../../../src/programme/refresh-reach';
import { rememberTeam } from '../../../src/programme/remember-team';
import { aParticipant } from '../../helpers/factories/participant';
import { memoryPorts } from '../../helpers/memory-ports';
import { castOf } from '../../helpers/stage';

const now = '2026-11-23T09:00:00.000Z';
const directoryId = 'directory-A';

test('F77: an account that says yes to a link by hand after the look-up has read whose it is, and before it ties, stays one person', async () => {
  const ports = memoryPorts();
  const waiting = { state: 'imported', reach: 'not-linked' } as const;
  const asked = aParticipant({ id: 'H', profile: { name: 'Ana Lô' }, ...waiting });
  const listed = aParticipant({ id: 'R', profile: { email: 'a@x.fr' }, ...waiting });
  const stage = await castOf(ports, { now, participants: [] });
  for (const { directoryId: _none, ...one } of [{ ...asked, linkAsked: { directoryId, by: 'hr', at: now } }, listed])
    await ports.programmes.commit('passages', [{ op: 'insert', kind: 'participant', key: one.id, value: one }]);
  await rememberTeam(ports, { teamId: 't', name: 'Team', serviceUrl: 's', seenAt: now }, stage.context);
  let said = false;
  const range: typeof ports.people.range = async (partition, kind, query) => {
    const page = await ports.people.range(partition, kind, query);
    if (said || kind !== 'membership') return page;
    said = true;
    const actor = { directoryId, appRoles: [], name: 'Lô Ana' };
    await performAction(ports, actor, { verb: 'link/yes', programmeId: 'passages', participantId: 'H' }, stage.context);
    return page;
  };
  const directory = {
    members: () => Promise.resolve([{ directoryId, teamsUserId: '29:1', name: 'Ana Lô', email: 'a@x.fr' }]),
    channels: () => Promise.resolve([]),
  };
  await refreshReach({ ...ports, people: { ...ports.people, range } }, directory, 'passages', stage.context);
  const tied: string[] = [];
  for await (const { value } of readAll(ports.programmes, 'passages', 'participant'))
    if (value.directoryId === directoryId) tied.push(value.id);
  expect([said, tied]).toEqual([true, ['H']]);
});
