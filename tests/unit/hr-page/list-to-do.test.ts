import { listToDo, type Standing } from '../../../src/hr-page/list-to-do';
import { emptyBoard } from '../../../src/domain/board';
import type { DraftHead } from '../../../src/domain/draft';
import { blankDraft } from '../../../src/domain/draft-rules';
import { listedKeys, type ListedMessage } from '../../../src/domain/message';
import type { Programme } from '../../../src/domain/programme';
import { aProgramme } from '../../helpers/factories/programme';
import { memoryPorts } from '../../helpers/memory-ports';
import { put } from '../../helpers/stage';

const now = '2027-02-16T09:00:00.000Z';
const running: Partial<Programme> = { state: 'running', beginsAt: '2027-01-11T08:00:00.000Z' };
const people = {
  'participants.imported': 20,
  'participants.reachable': 20,
  'participants.invited': 20,
  'participants.enrolled': 20,
};
const pairs = { 'pairs.active': 10 };

async function toDo(
  {
    programme = running,
    counts = { ...people, ...pairs },
  }: Partial<Record<'programme', Partial<Programme>>> & {
    readonly counts?: Readonly<Record<string, number>>;
  },
  ...drafts: readonly Partial<DraftHead>[]
) {
  const ports = memoryPorts();
  for (const [index, draft] of drafts.entries()) {
    const id = `draft-${String(index)}`;
    await put(ports, 'passages', 'draft', id, {
      ...blankDraft,
      id,
      seed: 1,
      createdAt: now,
      createdBy: 'hr',
      ...draft,
    });
  }
  const standing: Standing = { programme: aProgramme(programme), head: { ...emptyBoard(now), counts }, now };
  return listToDo(ports, standing);
}

describe('What HR reads there is to do', () => {
  it('is nothing where all goes well, and once the programme is over', async () => {
    expect(await toDo({})).toEqual([]);
    expect(await toDo({ programme: { ...running, state: 'closed' }, counts: { 'participants.imported': 3 } })).toEqual(
      [],
    );
  });

  it('is to look for pairs while people have no partner, and to publish what was found', async () => {
    const counts = { ...people, ...pairs, 'participants.without-partner': 6 };
    expect(await toDo({ counts })).toEqual([{ item: 'draft', count: 6 }]);
    expect(await toDo({ counts }, { state: 'computing' })).toEqual([]);
    expect(await toDo({ counts }, { state: 'ready', pairs: 3 })).toEqual([{ item: 'publish', count: 3 }]);
    expect(await toDo({ counts }, { state: 'ready', pairs: 0 })).toEqual([]);
  });

  it('is to look for pairs for those whom no open proposal holds, and for nobody where it holds them all', async () => {
    const counts = { ...people, ...pairs, 'participants.without-partner': 10 };
    // Six, or more where somebody who takes two partners is in both.
    expect(await toDo({ counts: { ...counts, 'proposals.asked': 2 } })).toEqual([
      { item: 'draft', count: 6, atLeast: true },
    ]);
    expect(await toDo({ counts: { ...counts, 'proposals.asked': 5 } })).toEqual([]);
  });

  it('is no draft once pairs have finished, nor in the last month: whoever finished is not without a partner', async () => {
    const counts = { ...people, 'participants.without-partner': 6 };
    expect(await toDo({ counts: { ...counts, 'pairs.finished': 10 } })).toEqual([]);
    expect(await toDo({ counts: { ...counts, 'pairs.active': 7, 'pairs.finished': 3 } })).toEqual([]);
    const inTheLastMonth = { ...running, beginsAt: '2026-09-01T08:00:00.000Z' };
    expect(await toDo({ programme: inTheLastMonth, counts: { ...counts, ...pairs } })).toEqual([]);
  });

  it('is no publication either in the last month or after it: the draft that waits since the first would have no months left', async () => {
    const counts = { ...people, 'participants.without-partner': 6 };
    const left = { state: 'ready', pairs: 3 } as const;
    for (const beginsAt of ['2026-09-01T08:00:00.000Z', '2026-01-11T08:00:00.000Z'])
      expect(await toDo({ programme: { ...running, beginsAt }, counts: { ...counts, ...pairs } }, left)).toEqual([]);
  });

  it('is a look at the pairs that have had two months without a session, as many as the page of pairs shows', async () => {
    const ports = memoryPorts();
    const healthByDay = { '': { 'on-track': 10 }, '2027-02-15': { 'on-track': -4, 'needs-a-time': 4 } };
    const head = { ...emptyBoard(now), counts: { ...people, ...pairs }, healthByDay };
    expect(await listToDo(ports, { programme: aProgramme(running), head, now })).toEqual([
      { item: 'needs-a-time', count: 4 },
    ]);
  });

  it('names the first date before which pairs that want to go on are published', async () => {
    const goOn = (until: string, count: number): Partial<DraftHead> => ({
      state: 'ready',
      pairs: count,
      renewal: { until, toldAt: now },
    });
    expect(await toDo({}, goOn('2027-03-02T17:00:00.000Z', 3), goOn('2027-02-20T17:00:00.000Z', 1))).toEqual([
      { item: 'renewals', count: 4, until: '2027-02-20T17:00:00.000Z' },
    ]);
  });

  it('is a channel in which the bot cannot write, messages that did not arrive, and whom it cannot reach', async () => {
    const { channel: _seen, ...rest } = aProgramme(running);
    const counts = { ...people, ...pairs, 'participants.reachable': 17 };
    const ports = memoryPorts();
    for (const [id, state, at] of [
      ['m1', 'failed', '2027-02-15T09:00:00.000Z'],
      ['m2', 'dead', '2027-02-03T09:00:00.000Z'],
      ['m3', 'sent', '2027-02-15T09:00:00.000Z'],
      ['m4', 'failed', '2027-01-20T09:00:00.000Z'],
    ] as const) {
      const message: ListedMessage = {
        id,
        kind: 'introduction',
        recipient: { to: 'participant', id: 'M1' },
        subject: {},
        state,
        reason: state,
        createdAt: at,
        at,
        tries: 1,
        correlationId: 'c',
      };
      for (const key of listedKeys(message)) await put(ports, 'passages', 'listed', key, message);
    }
    expect(await listToDo(ports, { programme: rest, head: { ...emptyBoard(now), counts }, now })).toEqual([
      { item: 'channel', count: 1 },
      { item: 'messages-failed', count: 2 },
      { item: 'link', count: 3 },
    ]);
  });

  it('counts who was invited and has not said yes, without a word on who said no', async () => {
    const counts = { ...people, ...pairs, 'participants.enrolled': 13 };
    const openedAt = '2027-02-10T08:00:00.000Z';
    expect(await toDo({ programme: { ...running, openedAt }, counts })).toEqual([{ item: 'not-enrolled', count: 7 }]);
  });

  it('says that the one reminder has gone once it has, and nothing in the last two months, when a yes comes too late', async () => {
    const counts = { ...people, ...pairs, 'participants.enrolled': 13 };
    const openedAt = '2026-12-10T08:00:00.000Z';
    expect(await toDo({ programme: { ...running, openedAt }, counts })).toEqual([
      { item: 'not-enrolled', count: 7, reminded: true },
    ]);
    const late = { ...running, openedAt, beginsAt: '2026-10-10T08:00:00.000Z' };
    expect(await toDo({ programme: late, counts })).toEqual([]);
  });
});
