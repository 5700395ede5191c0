import type { PollReply } from '../domain/needs-poll';
import type { SurveyAnswers, SurveyKeys } from '../domain/survey-ports';
import { conflict } from '../domain/unit-of-work';
import { noticed, shown } from '../member/action-outcome';
import { current, type Press, type PressAnswer } from '../member/press';
import { needsPollView } from './poll-view';
import { knownPollKey } from './read-poll-key';
import { isTakingBallots, wasAskedBy } from './rules';
import { ballotPartition, ballotPseudonym, sealBallot, type Ballot } from './seal-ballot';

export interface PollAnswer {
  readonly poll: string;
  /** Ids of topics with commas between. */
  readonly learn: string;
  readonly teach: string;
  readonly takePart: PollReply | '';
}

/**
 * One person's answers, in place of what they sent before: their ballot, which was there since the poll opened, is written anew, and nothing else is written of the press. Late, nothing
 * changes; where a topic is none that the poll offers, what was there stays. Throws `poll-key-closed`.
 */
export async function answerNeedsPoll(
  press: Press<'programmes' | 'secrets', SurveyAnswers & SurveyKeys>,
  { poll: id, learn, teach, takePart }: PollAnswer,
): Promise<PressAnswer> {
  const { ports, member, context } = press;
  const programme = member.programme.value;
  const nothing = noticed('not-found', member.reader);
  const { participant } = member;
  if (participant === undefined) return nothing;
  const [poll, polled] = await Promise.all([
    ports.programmes.get(programme.id, 'needs-poll', id),
    ports.programmes.get(programme.id, 'polled', participant.key),
  ]);
  if (poll === undefined || !wasAskedBy(id, polled?.value, participant.value)) return nothing;
  const view = needsPollView(programme, poll.value, member.reader, context.now);
  if (!isTakingBallots(poll.value, context.now)) return current(press, view);
  const offered = new Set(poll.value.topics);
  const [wanted, shared] = [topicsIn(learn), topicsIn(teach)];
  if (![...wanted, ...shared].every((topic) => offered.has(topic))) return noticed('invalid-input', member.reader);
  const ballot: Ballot = { learn: wanted, teach: shared, ...(takePart === '' ? {} : { takePart }) };
  const key = await knownPollKey(ports, programme.id, id);
  if (key === undefined) return nothing;
  const partition = ballotPartition(programme.id, id);
  const pseudonym = ballotPseudonym(ports, key, id, participant.value.id);
  const stored = await ports.answers.get(partition, 'ballot', pseudonym);
  if (stored === undefined) return nothing;
  const value = sealBallot(ports, key, partition, pseudonym, ballot);
  const written = await ports.answers.commit(partition, [
    { op: 'replace', kind: 'ballot', key: pseudonym, etag: stored.etag, value },
  ]);
  return written.ok ? shown({ ...view, state: 'sent' }, member.reader, true) : conflict;
}

/** Each once. */
function topicsIn(text: string): readonly string[] {
  return [...new Set(text.split(',').map((topic) => topic.trim()))].filter((topic) => topic !== '');
}
