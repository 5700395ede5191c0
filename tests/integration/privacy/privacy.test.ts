import type { TableClient } from '@azure/data-tables';
import { createRowStore } from '../../../bot/storage/create-row-store';
import { answerCatalogue } from '../../../bot/storage/row-catalogues';
import { plusDays } from '../../../src/kernel/clock';
import { readBoard } from '../../../src/board/read-board';
import type { AllPorts } from '../../../src/dispatch/all-ports';
import type { AnswerRows } from '../../../src/domain/rows';
import { statusKey } from '../../../src/domain/survey';
import { aProposal } from '../../helpers/factories/pair';
import { aParticipant } from '../../helpers/factories/participant';
import { useAzurite } from '../../helpers/azurite';
import { memoryPorts } from '../../helpers/memory-ports';
import { messagesOfHr } from '../../helpers/messages-of-hr';
import { castOf, directoryIdOf, put, type Stage } from '../../helpers/stage';
import { useTestPorts } from '../../helpers/test-ports';

const now = '2027-01-11T09:00:00.000Z';
const azurite = useAzurite();
const newPorts = useTestPorts();

async function raw(client: TableClient): Promise<readonly Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  for await (const row of client.listEntities()) rows.push({ ...row });
  return rows;
}

describe('The table of answers', () => {
  /** Twelve people who answer one after the other, in the order of their numbers. */
  async function answered(): Promise<{ stage: Stage; client: TableClient; ids: readonly string[] }> {
    const client = await azurite.newTable('answers');
    const ports: AllPorts = {
      ...memoryPorts(),
      answers: createRowStore<AnswerRows>({
        tableClient: client,
        tenant: 'tenant-1',
        catalogue: answerCatalogue,
        ids: { next: () => 'op' },
      }),
    };
    const ids = Array.from({ length: 12 }, (_, index) => `person-${String(index)}`);
    const participants = ids.map((id) =>
      aParticipant({ id, profile: { name: `Nom ${id}`, email: `${id}@armorel.example` } }),
    );
    const stage = await castOf(ports, { now, planned: true, participants });
    for (const id of ids) {
      await put(ports, 'passages', 'status', statusKey('baseline', id), {
        surveyRound: 'baseline',
        participantId: id,
        state: 'asked',
        on: '2027-01-11',
      });
      await stage.press(id, {
        verb: 'survey/answer',
        programmeId: 'passages',
        surveyRound: 'baseline',
        answers: { confidence: '3' },
      });
    }
    return { stage, client, ids };
  }

  it('holds no id, name, address or directory id of anybody, in any column or key', async () => {
    const { client, ids } = await answered();
    const text = JSON.stringify(await raw(client));
    for (const id of ids)
      for (const hidden of [id, directoryIdOf(id), `Nom ${id}`, '@armorel']) expect(text).not.toContain(hidden);
  });

  it('tells nothing of the presses once the night has sealed them: neither order nor time', async () => {
    const { stage, client, ids } = await answered();
    const sheetsByTime = async (kind: string) =>
      [...(await raw(client))]
        .filter((row) => row['kind'] === kind)
        .sort((a, b) => String(a['timestamp']).localeCompare(String(b['timestamp'])));
    const pressed = await sheetsByTime('waiting-sheet');
    expect(pressed).toHaveLength(ids.length);
    const lastPress = Math.max(...pressed.map((row) => Date.parse(String(row['timestamp']))));
    stage.now = plusDays(now, 1);
    await stage.work();
    expect(await sheetsByTime('waiting-sheet')).toEqual([]);
    const sealed = await sheetsByTime('sheet');
    expect(sealed).toHaveLength(ids.length);
    const keysOf = (rows: readonly Record<string, unknown>[]) => rows.map((row) => String(row['rowKey']).split('|')[1]);
    expect(keysOf(sealed).filter((key) => keysOf(pressed).includes(key))).toEqual([]);
    // The store's own times follow the pseudonyms, and so nothing else.
    expect(keysOf(sealed)).toEqual(keysOf(sealed).toSorted());
    for (const row of sealed) expect(Date.parse(String(row['timestamp']))).toBeGreaterThanOrEqual(lastPress);
    const statuses = await stage.ports.programmes.range('passages', 'status', { limit: 100 });
    expect(statuses.rows.map((row) => row.value.on)).toEqual(ids.map(() => '2027-01-12'));
  });
});

describe('Before both have said yes', () => {
  const secret = {
    name: 'Zebulon Quartz',
    email: 'zq@armorel.example',
    site: 'Vladivostok',
    managerId: 'boss-77',
    function: 'Finance',
  };

  /** Both are asked, in both directions; the mentee says no with a reason. */
  async function asked(decline: boolean): Promise<Stage> {
    const ports = await newPorts();
    const participants = [
      aParticipant({ id: 'M1', profile: { ...secret } }),
      aParticipant({
        id: 'S1',
        profile: { ...secret, name: 'Ondine Basalte', email: 'ob@armorel.example', role: 'mentee' },
      }),
    ];
    const stage = await castOf(ports, { now, planned: true, participants });
    await put(
      ports,
      'passages',
      'proposal',
      'X',
      aProposal({ id: 'X', mentorId: 'M1', menteeId: 'S1', replyBy: plusDays(now, 7) }),
    );
    await stage.press('M1', { verb: 'proposal/accept', programmeId: 'passages', proposalId: 'X', revision: 1 });
    if (decline)
      await stage.press('S1', {
        verb: 'proposal/decline',
        programmeId: 'passages',
        proposalId: 'X',
        revision: 2,
      });
    await stage.work();
    return stage;
  }

  it('no message, drawn or queued, names or describes the other', async () => {
    const stage = await asked(false);
    const delivered = await stage.advance(plusDays(now, 9), 24);
    expect(delivered.length).toBeGreaterThan(2);
    const views = delivered.map(({ prepared }) => (prepared.ok ? prepared.view : prepared));
    expect(JSON.stringify(views)).not.toMatch(/Zebulon|Ondine|Quartz|Basalte|armorel|Vladivostok|boss-77/u);
  });

  it('HR and mentor read the same after a no as in silence, until the reply date; the reason is nowhere but in the proposal', async () => {
    const read = async (stage: Stage): Promise<unknown> => {
      const messages = await messagesOfHr(stage);
      return { messages, board: await readBoard(stage.ports, 'passages', stage.now), counts: await stage.counts() };
    };
    const [silent, declined] = [await asked(false), await asked(true)];
    const afterNo = await read(declined);
    expect(afterNo).toEqual(await read(silent));
    expect(JSON.stringify(afterNo)).not.toContain('get on');
    for (const kind of ['queued', 'change', 'ledger', 'due', 'projection', 'board', 'board-part', 'pair'] as const) {
      expect(JSON.stringify(await declined.ports.programmes.range('passages', kind, { limit: 200 }))).not.toContain(
        'get on',
      );
    }
  });
});
