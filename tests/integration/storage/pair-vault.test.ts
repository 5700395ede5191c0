import { createRowStore } from '../../../bot/storage/create-row-store';
import { createOwnPairRows, createPairBackup, createPairErasure } from '../../../bot/storage/pair-vault-ports';
import { pairCatalogue } from '../../../bot/storage/row-catalogues';
import type { CharterAcceptance } from '../../../src/domain/charter';
import { vaultOf, type VaultRow } from '../../../src/domain/pair-vault';
import { useAzurite } from '../../helpers/azurite';
import { countingIds } from './example-rows';

const azurite = useAzurite();

const acceptance = (participantId: string, side: 'mentor' | 'mentee'): CharterAcceptance => ({
  participantId,
  side,
  version: 1,
  words: [`Words of ${participantId}`],
  acceptedOn: '2027-01-11',
});

const plan = { pairId: 'pair-1', sessions: [{ name: 'meet', aim: 'Words of both' }], revision: 1 };

const wordsIn = (value: VaultRow['value']): string =>
  'words' in value ? value.words.join() : value.sessions.map(({ aim = '' }) => aim).join();

/** Two pairs of programme `alpha`, with the charter of all four; the same ids in another programme, and in another tenant. */
async function aVault() {
  const tableClient = await azurite.newTable('pairs');
  const of = (tenant: string) => ({ tableClient, tenant, catalogue: pairCatalogue, ids: countingIds(tenant) });
  const options = of('tenant-1');
  for (const [tenant, programmeId] of [
    ['tenant-1', 'alpha'],
    ['tenant-1', 'alpha-2'],
    ['tenant-1', 'alph'],
    ['tenant-2', 'alpha'],
  ] as const)
    for (const [pairId, mentor, mentee] of [
      ['pair-1', 'M/1|é', 'S1'],
      ['pair-2', 'M2', 'S2'],
    ] as const) {
      const done = await createRowStore(of(tenant)).commit(vaultOf(programmeId, pairId), [
        { op: 'insert', kind: 'charter', key: mentor, value: acceptance(mentor, 'mentor') },
        { op: 'insert', kind: 'charter', key: mentee, value: acceptance(mentee, 'mentee') },
      ]);
      expect(done.ok).toBe(true);
    }
  const backup = createPairBackup(options);
  const all = async (programmeId = 'alpha', from = backup): Promise<readonly string[]> => {
    const found: VaultRow[] = [];
    for await (const row of from.rowsOfProgramme(programmeId)) found.push(row);
    return found.map(({ pairId, kind, key, value }) => `${pairId} ${kind} ${key} ${wordsIn(value)}`);
  };
  return { tableClient, options, all, other: createPairBackup(of('tenant-2')) };
}

const whole = [
  'pair-1 charter M/1|é Words of M/1|é',
  'pair-1 charter S1 Words of S1',
  'pair-2 charter M2 Words of M2',
  'pair-2 charter S2 Words of S2',
];

describe('The operator’s backup', () => {
  it('reads every pair of one programme, and of no other programme or tenant', async () => {
    const { all } = await aVault();
    expect(await all()).toEqual(whole);
    expect(await all('alpha-3')).toEqual([]);
  });

  it('never passes for whole where a row cannot be read', async () => {
    const { all, tableClient } = await aVault();
    const row = { partitionKey: 'tenant-1|alpha|pair-1', rowKey: 'charter|X1', kind: 'charter', op: 'op' };
    await tableClient.createEntity({ ...row, v: 99, body: '{}' });
    await expect(all()).rejects.toMatchObject({ code: 'rows-unreadable' });
  });
});

describe('Somebody who asks for their data', () => {
  it('is given what they have in a pair of theirs, and nothing of the other', async () => {
    const { options } = await aVault();
    const own = createOwnPairRows(options);
    expect(await own.rowsOf('alpha', 'pair-1', 'M/1|é')).toEqual([
      { pairId: 'pair-1', kind: 'charter', key: 'M/1|é', value: acceptance('M/1|é', 'mentor') },
    ]);
    expect(await own.rowsOf('alpha', 'pair-2', 'M/1|é')).toEqual([]);
  });

  it('is given what both of a pair wrote together, whichever of the two asks', async () => {
    const { options } = await aVault();
    await createRowStore(options).commit(vaultOf('alpha', 'pair-1'), [
      { op: 'insert', kind: 'plan', key: 'plan', value: plan },
    ]);
    const own = createOwnPairRows(options);
    for (const who of ['M/1|é', 'S1'])
      expect(await own.rowsOf('alpha', 'pair-1', who)).toContainEqual({
        pairId: 'pair-1',
        kind: 'plan',
        key: 'plan',
        value: plan,
      });
  });
});

describe('Erasing', () => {
  it('a person takes away all that is theirs in a pair, and leaves the other’s', async () => {
    const { options, all, other } = await aVault();
    const erasure = createPairErasure(options);
    expect(await erasure.erasePerson('alpha', 'pair-1', 'M/1|é')).toBe(1);
    expect(await all()).toEqual(whole.slice(1));
    expect(await erasure.erasePerson('alpha', 'pair-1', 'M/1|é')).toBe(0);
    expect(await all('alpha-2')).toEqual(whole);
    expect(await all('alpha', other)).toEqual(whole);
  });

  it('a person takes away what both wrote together, since nobody knows which of them wrote it; somebody called as the row is takes no more', async () => {
    const { options, all } = await aVault();
    const rows = createRowStore(options);
    for (const programmeId of ['alpha', 'alpha-2'])
      await rows.commit(vaultOf(programmeId, 'pair-1'), [
        { op: 'insert', kind: 'plan', key: 'plan', value: plan },
        { op: 'insert', kind: 'charter', key: 'plan', value: acceptance('plan', 'mentee') },
      ]);
    const erasure = createPairErasure(options);
    expect(await erasure.erasePerson('alpha', 'pair-1', 'S1')).toBe(2);
    expect((await all()).filter((row) => row.startsWith('pair-1'))).toEqual([
      whole[0],
      'pair-1 charter plan Words of plan',
    ]);
    expect(await erasure.erasePerson('alpha-2', 'pair-1', 'plan')).toBe(2);
  });

  it('a pair takes away all of it, what this release cannot read and more than one transaction holds too', async () => {
    const { options, all, tableClient } = await aVault();
    const at = { partitionKey: 'tenant-1|alpha|pair-2', op: 'op', body: '{}' };
    await tableClient.createEntity({ ...at, rowKey: 'later|X', kind: 'later', v: 9 });
    for (let n = 0; n < 100; n++)
      await tableClient.createEntity({ ...at, rowKey: `charter|N${String(n)}`, kind: 'charter', v: 1 });
    expect(await createPairErasure(options).erasePair('alpha', 'pair-2')).toBe(103);
    expect(await all()).toEqual(whole.slice(0, 2));
  });
});
