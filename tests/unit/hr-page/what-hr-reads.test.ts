import { readBoard, readBoardTag } from '../../../src/board/read-board';
import { listDrafts } from '../../../src/draft/list-drafts';
import { plusDays } from '../../../src/kernel/clock';
import { listPeople } from '../../../src/enrolment/list-people';
import { readOverview } from '../../../src/hr-page/overview';
import { withdrawProposal } from '../../../src/proposal/withdraw-proposal';
import { listJobs } from '../../../src/hr-page/list-jobs';
import { dueKey, type WorkToSchedule } from '../../../src/domain/due-work';
import { aProposal } from '../../helpers/factories/pair';
import { memoryPorts } from '../../helpers/memory-ports';
import { messagesOfHr } from '../../helpers/messages-of-hr';
import { actorOf, castOf, put, type Stage } from '../../helpers/stage';

const now = '2027-01-11T09:00:00.000Z';
const pairingRoundEndsAt = plusDays(now, 14);
const proposalId = 'X';
const answer = (verb: 'accept' | 'decline', revision: number) =>
  ({
    verb: `proposal/${verb}`,
    programmeId: 'passages',
    proposalId,
    revision,
    ...(verb === 'decline' ? { reason: '' } : {}),
  }) as Parameters<Stage['press']>[1];

/** The mentor has just been asked, as the publication of a draft asks. */
async function asked(): Promise<Stage> {
  const ports = memoryPorts();
  // The id under which HR finds the proposal of two people again.
  ports.secrets.sha256 = () => proposalId;
  const stage = await castOf(ports, { now, planned: true });
  const proposal = aProposal({
    id: proposalId,
    mentorId: 'M1',
    menteeId: 'S1',
    createdAt: now,
    replyBy: plusDays(now, 7),
    pairingRoundEndsAt,
  });
  await put(ports, stage.programmeId, 'proposal', proposalId, proposal);
  for (const due of [
    { kind: 'proposal-remind', at: plusDays(now, 4), ref: proposalId, occurrence: 'mentor' },
    { kind: 'proposal-expire', at: pairingRoundEndsAt, ref: proposalId, occurrence: 'mentor' },
  ] satisfies WorkToSchedule[])
    await put(ports, stage.programmeId, 'due', dueKey(due), { ...due, correlationId: 'c' });
  await stage.work();
  return stage;
}

async function everythingOfHr(stage: Stage): Promise<string> {
  const { ports, programmeId, now: at } = stage;
  return JSON.stringify([
    await readBoardTag(ports, programmeId, at),
    await readBoard(ports, programmeId, at),
    await readOverview(ports, programmeId, { language: 'en', now: at }),
    await messagesOfHr(stage),
    await listPeople(ports, programmeId, undefined, 'en', 'hr'),
    await listDrafts(ports, programmeId),
    await listJobs(ports, programmeId, 'en'),
  ]);
}

/** What HR reads a minute after each press, and each day until the reply date. */
async function readsAfter(...presses: ((stage: Stage) => Promise<unknown>)[]): Promise<readonly string[]> {
  const stage = await asked();
  const texts: string[] = [];
  for (const press of presses) {
    stage.now = plusDays(stage.now, 1);
    await press(stage);
    await stage.work();
    await stage.deliver();
    await stage.work();
    texts.push(await everythingOfHr(stage));
  }
  while (stage.now < pairingRoundEndsAt) {
    stage.now = plusDays(stage.now, 1);
    await stage.work();
    await stage.deliver();
    await stage.work();
    texts.push(await everythingOfHr(stage));
  }
  return texts;
}

const nothing = () => Promise.resolve();
const takeBack = (stage: Stage) =>
  withdrawProposal(stage.ports, stage.programmeId, ['M1', 'S1'], actorOf('administrator-1'), stage.context);

describe('What HR reads until and after the reply date', () => {
  it('is the same, byte for byte, whether the mentor said no or nothing', async () => {
    expect(await readsAfter((stage) => stage.press('M1', answer('decline', 1)))).toEqual(await readsAfter(nothing));
  });

  it('is the same, byte for byte, whether the mentee said no or nothing', async () => {
    const yes = (stage: Stage) => stage.press('M1', answer('accept', 1));
    const silence = await readsAfter(yes, nothing);
    expect(await readsAfter(yes, (stage) => stage.press('S1', answer('decline', 2)))).toEqual(silence);
  });

  it('is the same after HR took a proposal back, whether or not somebody had said no', async () => {
    const no = (stage: Stage) => stage.press('M1', answer('decline', 1));
    expect(await readsAfter(no, takeBack)).toEqual(await readsAfter(nothing, takeBack));
  });
});
