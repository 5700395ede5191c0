import type { ReactNode } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useWords } from '../lib/words-context';
import { DataBehind } from './data-behind';
import { usePageStyles } from './page-styles';

const useStyles = makeStyles({
  months: {
    display: 'grid',
    gridAutoFlow: 'column',
    gridAutoColumns: 'minmax(0, 1fr)',
    gap: '3px',
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
  month: { display: 'flex', flexDirection: 'column', gap: '4px', minWidth: 0 },
  bar: {
    height: '12px',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusSmall,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    backgroundColor: tokens.colorNeutralBackground1,
    forcedColorAdjust: 'none',
  },
  past: { backgroundColor: tokens.colorBrandForeground1, border: `1px solid ${tokens.colorBrandForeground1}` },
  label: { fontSize: tokens.fontSizeBase200, textAlign: 'center', overflow: 'hidden' },
  now: { fontWeight: tokens.fontWeightBold },
  marks: {
    fontSize: tokens.fontSizeBase200,
    textAlign: 'center',
    height: tokens.lineHeightBase200,
    overflow: 'hidden',
  },
});

export interface TimelineRound {
  readonly id: string;
  readonly words: string;
  readonly opensAt: string;
}

interface Props {
  /** ISO date of the first day. */
  readonly startsOn: string;
  readonly months: number;
  /** The month the programme is in, from 1. */
  readonly month: number | 'before' | 'after';
  /** Programme time. */
  readonly now: string;
  /** Surveys that open on a day of the programme. */
  readonly rounds: readonly TimelineRound[];
  /** Whether a survey follows each session as well, whenever that is. */
  readonly hasPulse: boolean;
}

/** The months of a programme as a line: what is behind, the month it is in, where its surveys stand. */
export function ProgrammeTimeline({ startsOn, months, month, now, rounds, hasPulse }: Props): ReactNode {
  const styles = useStyles();
  const page = usePageStyles();
  const { t, format } = useWords();
  const passed = month === 'before' ? -1 : month === 'after' ? months : month - 1;
  const numbers = Array.from({ length: months }, (_none, index) => index);
  const roundsIn = (index: number): readonly TimelineRound[] =>
    rounds
      .filter((round) => monthIndex(startsOn, round.opensAt, months) === index)
      .toSorted((a, b) => Date.parse(a.opensAt) - Date.parse(b.opensAt));
  return (
    <>
      <div role="img" aria-label={t('timeline.alternative', { month, months })}>
        <div className={styles.months} aria-hidden>
          {numbers.map((index) => (
            <div key={index} className={styles.month}>
              <span className={styles.marks}>{'◆'.repeat(roundsIn(index).length)}</span>
              <span
                className={mergeClasses(styles.bar, index < passed && styles.past)}
                style={partly(index, passed, startsOn, now)}
              />
              <span className={mergeClasses(styles.label, index === passed && styles.now)}>
                {format.month(startsOn, index)}
              </span>
            </div>
          ))}
        </div>
      </div>
      {rounds.length > 0 && <span className={page.small}>{t('timeline.marks')}</span>}
      {hasPulse && <span className={page.small}>{t('timeline.pulse')}</span>}
      <DataBehind
        columns={[t('timeline.month'), t('timeline.state'), t('timeline.surveys')]}
        rows={numbers.map((index) => [
          `${index + 1} – ${format.month(startsOn, index)}`,
          index < passed ? t('timeline.past') : index === passed ? t('timeline.current') : t('timeline.future'),
          roundsIn(index)
            .map((round) => round.words)
            .join(', ') || '–',
        ])}
      />
    </>
  );
}

/** Whole months from a date to an instant; negative before it. */
export function monthsBetween(startsOn: string, now: string): number {
  const start = new Date(`${startsOn}T00:00:00Z`);
  const at = new Date(now);
  const whole = (at.getUTCFullYear() - start.getUTCFullYear()) * 12 + at.getUTCMonth() - start.getUTCMonth();
  return at.getUTCDate() < start.getUTCDate() ? whole - 1 : whole;
}

function monthIndex(startsOn: string, at: string, months: number): number {
  return Math.min(months - 1, Math.max(0, monthsBetween(startsOn, at)));
}

/** The month we are in is filled as far as it has gone. */
function partly(index: number, passed: number, startsOn: string, now: string): { readonly backgroundImage?: string } {
  if (index !== passed) return {};
  const start = new Date(`${startsOn}T00:00:00Z`);
  start.setUTCMonth(start.getUTCMonth() + passed);
  const share = Math.round(Math.min(100, Math.max(4, ((Date.parse(now) - start.getTime()) / (30 * 86_400_000)) * 100)));
  return {
    backgroundImage: `linear-gradient(to right, ${tokens.colorBrandForeground1} ${share}%, transparent ${share}%)`,
  };
}
