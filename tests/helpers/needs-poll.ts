import { beginNeedsPoll, type PollPlan } from '../../src/needs-poll/begin-poll';
import { aParticipant } from './factories/participant';
import { memoryPorts, type MemoryPorts } from './memory-ports';
import { actorOf, castOf, type Stage } from './stage';

export const pollTopics = ['generative-ai', 'podcasts', 'cybersecurity'] as const;
const closesOn = '2027-01-22';
export const afterClose = '2027-01-22T23:05:00.000Z';

/** So many people of the list, on whom nobody has decided yet; half may be mentored. */
export function aList(people: number) {
  return Array.from({ length: people }, (_, index) =>
    aParticipant({
      id: `P${String(index)}`,
      state: 'imported',
      profile: { role: index % 2 === 0 ? 'mentor' : 'mentee' },
    }),
  );
}

/** A programme in preparation with so many people whom the bot reaches. */
export function preparedPoll(people: number, ports: MemoryPorts = memoryPorts()): Promise<Stage> {
  return castOf(ports, { programme: { state: 'setup' }, participants: aList(people) });
}

/** HR opens a poll of everybody, until 22 January. */
export function beginPoll(stage: Stage, plan: Partial<PollPlan> = {}) {
  const whole = { population: 'everyone', topics: pollTopics, closesOn, ...plan } as const;
  return beginNeedsPoll(stage.ports, stage.programmeId, whole, actorOf('hr'), stage.context);
}

/** The same, with ballots laid out and cards queued. */
export async function openedPoll(people: number, ports?: MemoryPorts): Promise<Stage> {
  const stage = await preparedPoll(people, ports);
  const begun = await beginPoll(stage);
  if (!begun.ok) throw new Error(begun.reason);
  await stage.work();
  return stage;
}

/** A press on the card of the poll. */
export function pollAnswer(answer: { learn?: string; teach?: string; takePart?: 'yes' | 'perhaps' | 'no' | '' } = {}) {
  return {
    verb: 'needs-poll/answer',
    programmeId: 'passages',
    poll: '1',
    learn: '',
    teach: '',
    takePart: '',
    ...answer,
  } as const;
}
