import type { ReactNode } from 'react';
import { roundName } from '../lib/round-name';
import { useWords } from '../lib/words-context';
import { ProgrammeTimeline } from './programme-timeline';
import { Section } from './section';

interface Props {
  readonly startsOn: string;
  readonly months: number;
  readonly now: string;
  readonly rounds: readonly (Parameters<typeof roundName>[0] & { readonly id: string; readonly opensAt: string })[];
}

/** Where the programme stands between its first day and its last, with its surveys. */
export function TimelineSection({ startsOn, months, now, rounds }: Props): ReactNode {
  const { t, format } = useWords();
  return (
    <Section title={t('timeline.title', { months, start: format.day(startsOn) })}>
      <ProgrammeTimeline
        startsOn={startsOn}
        months={months}
        now={now}
        rounds={rounds.map((round) => ({ id: round.id, words: roundName(round, t), opensAt: round.opensAt }))}
      />
    </Section>
  );
}
