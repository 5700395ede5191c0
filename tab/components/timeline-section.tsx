import type { ReactNode } from 'react';
import type { SponsorPage } from '../../src/hr-page/programme-api-contract';
import { usePageStyles } from './page-styles';
import { roundName } from '../lib/round-name';
import { useWords } from '../lib/words-context';
import { ProgrammeTimeline } from './programme-timeline';
import { Section } from './section';

interface Props {
  readonly programme: Pick<SponsorPage, 'startsOn' | 'startPassed' | 'months' | 'month' | 'phase' | 'rounds'>;
  readonly now: string;
}

/** Where the programme stands between its first day and its last, with its surveys. */
export function TimelineSection({ programme, now }: Props): ReactNode {
  const { startsOn, months, month, phase, rounds } = programme;
  const page = usePageStyles();
  const { t, format } = useWords();
  const isBefore = phase === 'setting-up' || phase === 'enrolling' || now < startsOn;
  return (
    <Section title={t('timeline.title', { months, start: format.day(startsOn) })}>
      {programme.startPassed === true && <p className={page.text}>{t('timeline.start-passed')}</p>}
      <ProgrammeTimeline
        startsOn={startsOn}
        months={months}
        month={month ?? (isBefore ? 'before' : 'after')}
        now={now}
        rounds={rounds
          // The follow-up comes after the last month that the line shows; those who wait are asked with the closing.
          .filter(({ instrument }) => !['pulse', 'waiting', 'follow-up'].includes(instrument))
          .map((round) => ({ id: round.id, words: roundName(round, t), opensAt: round.opensAt }))}
        hasPulse={rounds.some(({ instrument }) => instrument === 'pulse')}
      />
    </Section>
  );
}
