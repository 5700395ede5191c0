import { readMessagesOf } from '../../../src/delivery/read-messages-of';
import { actorOf } from '../../helpers/stage';
import { aRunningPair, pairProgramme } from '../../helpers/running-pair';

const operator = { name: 'Ada', why: 'request 42' };
const read = async (id: string) => {
  const stage = await aRunningPair();
  await stage.press('S1', { verb: 'pair/leave-confirm', programmeId: pairProgramme, pairId: 'pair-1' });
  await stage.advance('2027-01-13T09:00:00.000Z', 12);
  const found = await readMessagesOf(
    stage.ports,
    pairProgramme,
    { to: 'participant', id },
    operator,
    actorOf('operator'),
    stage.context,
  );
  const audit = await stage.ports.programmes.range(pairProgramme, 'audit', { limit: 9 });
  return { found, audit: audit.rows.map(({ value }) => value) };
};

it('An operator reads every message of one person, of whatever kind, and the audit keeps who asked and why', async () => {
  const { found, audit } = await read('M1');
  expect(found).toMatchObject({ ok: true, value: { waiting: [], ended: [{ kind: 'pair-ended', state: 'sent' }] } });
  expect(JSON.stringify(found)).not.toContain('"S1"');
  expect(audit).toMatchObject([{ what: 'messages-read', about: 'M1', operator, by: 'directory-operator' }]);
});

it('Of somebody who is not there nothing is read, and nothing kept', async () => {
  expect(await read('M9')).toEqual({ found: { ok: false, reason: 'not-found' }, audit: [] });
});
