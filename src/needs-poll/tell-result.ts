import { fewestAsked, type PollCell, type PollResult } from '../domain/needs-poll';
import type { Instant } from '../kernel/clock';
import { fewestTold } from '../privacy/small-groups';
import type { Ballot } from './seal-ballot';

/** The ways in which replies may stand together, the finest first. */
const partitions: readonly (readonly (readonly PollCell[])[])[] = [
  [['yes'], ['perhaps'], ['no'], ['silent']],
  [['yes'], ['perhaps'], ['no', 'silent']],
  [['yes'], ['perhaps', 'no'], ['silent']],
  [['yes', 'perhaps'], ['no'], ['silent']],
  [['yes'], ['perhaps', 'no', 'silent']],
  [
    ['yes', 'perhaps'],
    ['no', 'silent'],
  ],
];

/**
 * What is told of the ballots of a poll that `invited` people were asked by. Nothing of fewer than twenty who were asked, or five who answered. A topic has its number
 * where five people at least chose it, five who answered did not, and it stays possible that five did not answer; replies stand together until each number is of five people at least, those
 * who did not say among them, so that it does not follow who is missing. `fewest` stands for five where the plan asks for more.
 */
export function tellResult(
  ballots: readonly Ballot[],
  topics: readonly string[],
  invited: number,
  frozenAt: Instant,
  fewest = fewestTold,
): PollResult {
  const answered = ballots.filter(isAnswered);
  if (invited < fewestAsked || answered.length < fewest) return { frozenAt, topics: [] };
  const takePart = tellReplies(answered, invited, fewest);
  return {
    frozenAt,
    ...(takePart === undefined ? {} : { takePart }),
    topics: topics
      .map((topic) => ({
        topic,
        ...numberOf('learn', topic, answered, invited, fewest),
        ...numberOf('teach', topic, answered, invited, fewest),
      }))
      .filter(({ learn, teach }) => learn !== undefined || teach !== undefined)
      .toSorted((a, b) => (b.learn ?? 0) - (a.learn ?? 0) || (b.teach ?? 0) - (a.teach ?? 0)),
  };
}

function isAnswered({ learn, teach, takePart }: Ballot): boolean {
  return learn.length > 0 || teach.length > 0 || takePart !== undefined;
}

function numberOf<Question extends 'learn' | 'teach'>(
  question: Question,
  topic: string,
  answered: readonly Ballot[],
  invited: number,
  fewest: number,
): Partial<Record<Question, number>> {
  const chose = answered.filter((ballot) => ballot[question].includes(topic)).length;
  if (chose < fewest || answered.length - chose < fewest) return {};
  // Whoever reads the number knows that so many more answered: of those who did not, so many must be possible too.
  if (invited - chose < 2 * fewest) return {};
  return { [question]: chose } as Record<Question, number>;
}

function tellReplies(answered: readonly Ballot[], invited: number, fewest: number): PollResult['takePart'] {
  const count = (cell: PollCell): number =>
    cell === 'silent'
      ? invited - answered.filter(({ takePart }) => takePart !== undefined).length
      : answered.filter(({ takePart }) => takePart === cell).length;
  for (const partition of partitions) {
    const cells = partition.map((of) => ({ of, people: of.reduce((sum, cell) => sum + count(cell), 0) }));
    if (cells.every(({ people }) => people >= fewest)) return cells;
  }
  return undefined;
}
