import { exportBoard } from '../../src/board/export-board';
import { readBoard } from '../../src/board/read-board';
import { listDrafts } from '../../src/draft/list-drafts';
import type { Action } from '../../src/dispatch/actions';
import { listPeople } from '../../src/enrolment/list-people';
import { readMyPage } from '../../src/dispatch/read-my-page';
import { readOverview } from '../../src/hr-page/overview';
import type { ProgrammeRows } from '../../src/domain/rows';
import { messagesOfHr } from './messages-of-hr';
import { actorOf, type Stage } from './stage';

const kinds: readonly (keyof ProgrammeRows)[] = [
  'ledger',
  'listed',
  'unreached',
  'message-day',
  'queued',
  'change',
  'job',
  'projection',
  'board',
  'board-part',
  'draft',
  'draft-part',
  'pair',
  'session',
  'person-pairs',
  'taken',
  'status',
  'participant',
  'proposal',
];

/** Kinds whose keys are made of an id and of what the row says too. An id tells nothing: it is counted up in the tests and drawn in the product. */
const keyedByIds: ReadonlySet<keyof ProgrammeRows> = new Set(['ledger', 'listed', 'queued', 'change']);

/** Everything the partner, their assistant and HR can read of the programme, and every row they are told of, as one text. */
export async function whatOthersRead(stage: Stage, partner: string, presses: readonly Action[]): Promise<string> {
  const { ports, programmeId } = stage;
  const hr = actorOf('administrator-1');
  const read: unknown[] = [
    await readMyPage(ports, actorOf(partner), programmeId, stage.now),
    await readMyPage(ports, actorOf('delegate-1'), programmeId, stage.now),
    (await stage.press(partner, { verb: 'home/show' })).view,
    (await stage.press('delegate-1', { verb: 'home/show' })).view,
    await readBoard(ports, programmeId, stage.now),
    await readOverview(ports, programmeId, { language: 'en', now: stage.now }),
    await listDrafts(ports, programmeId),
    await listPeople(ports, programmeId, undefined, 'en', 'hr'),
    await messagesOfHr(stage),
    await stage.counts(),
    await exportBoard(ports, programmeId, hr, { ...stage.context, correlationId: 'export' }),
  ];
  for (const press of presses) read.push((await stage.press(partner, press)).view);
  for (const kind of kinds)
    read.push(
      (await ports.programmes.range(programmeId, kind, { limit: 500 })).rows.map(({ key, value }) =>
        keyedByIds.has(kind) ? { ...value, id: undefined } : [key, value],
      ),
    );
  for (const id of [partner, 'administrator-1', 'delegate-1'])
    for (const kind of ['membership', 'booked', 'former', 'person'] as const)
      read.push(
        (await ports.people.range(actorOf(id).directoryId, kind, { limit: 100 })).rows.map(({ value }) => value),
      );
  return JSON.stringify(read);
}
