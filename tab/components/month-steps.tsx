import type { ReactNode } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CalendarRegular } from '@fluentui/react-icons/svg/calendar';
import { CheckmarkFilled } from '@fluentui/react-icons/svg/checkmark';
import { HourglassRegular } from '@fluentui/react-icons/svg/hourglass';
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal';
import { PauseRegular } from '@fluentui/react-icons/svg/pause';
import { QuestionRegular } from '@fluentui/react-icons/svg/question';
import { SubtractRegular } from '@fluentui/react-icons/svg/subtract';
import type { MonthStep } from '../../src/domain/board';
import type { Translate } from '../lib/translate';
import { useWords } from '../lib/words-context';

const useStyles = makeStyles({
  row: { display: 'inline-flex', gap: '3px' },
  step: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '22px',
    height: '22px',
    boxSizing: 'border-box',
    fontSize: '14px',
    borderRadius: tokens.borderRadiusSmall,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground1,
    forcedColorAdjust: 'none',
  },
  held: {
    // Not the background of buttons, which in the dark theme is too near the card’s.
    backgroundColor: tokens.colorBrandForeground1,
    border: `1px solid ${tokens.colorBrandForeground1}`,
    color: tokens.colorNeutralBackground1,
  },
  booked: { border: `2px solid ${tokens.colorBrandStroke1}`, color: tokens.colorBrandForeground1 },
  moving: { border: `1px dashed ${tokens.colorNeutralStrokeAccessible}` },
  afterEnd: {
    backgroundImage: `linear-gradient(to top right, transparent 46%, ${tokens.colorNeutralStrokeAccessible} 46% 54%, transparent 54%)`,
  },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 16px',
    margin: 0,
    padding: 0,
    listStyle: 'none',
    fontSize: tokens.fontSizeBase200,
  },
  entry: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
});

const pictures: Readonly<Record<MonthStep, ReactNode>> = {
  none: null,
  proposing: <HourglassRegular aria-hidden />,
  booked: <CalendarRegular aria-hidden />,
  asked: <MoreHorizontalRegular aria-hidden />,
  held: <CheckmarkFilled aria-hidden />,
  missed: <SubtractRegular aria-hidden />,
  unclear: <QuestionRegular aria-hidden />,
  paused: <PauseRegular aria-hidden />,
  'after-end': null,
};

function Step({ step }: { readonly step: MonthStep }): ReactNode {
  const styles = useStyles();
  return (
    <span
      aria-hidden
      className={mergeClasses(
        styles.step,
        step === 'held' && styles.held,
        step === 'booked' && styles.booked,
        (step === 'proposing' || step === 'asked') && styles.moving,
        step === 'after-end' && styles.afterEnd,
      )}
    >
      {pictures[step]}
    </span>
  );
}

/** The months of a pair as a row of small steps, told in words to those who do not see them. */
export function MonthSteps({ months }: { readonly months: readonly MonthStep[] }): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <span className={styles.row} role="img" aria-label={monthsInWords(months, t)}>
      {months.map((step, index) => (
        // The position is the month: it is the identity of a step.
        <Step key={index} step={step} />
      ))}
    </span>
  );
}

/** What each small step means. */
export function MonthStepsLegend(): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <ul className={styles.legend} aria-label={t('steps.legend')}>
      {(['held', 'booked', 'proposing', 'asked', 'unclear', 'missed', 'paused', 'none', 'after-end'] as const).map(
        (step) => (
          <li key={step} className={styles.entry}>
            <Step step={step} />
            {t(`steps.${step}`)}
          </li>
        ),
      )}
    </ul>
  );
}

/** `Month 1: held. Month 2: booked. …` */
export function monthsInWords(months: readonly MonthStep[], t: Translate): string {
  return months.map((step, index) => t('steps.month', { number: index + 1, step: t(`steps.${step}`) })).join(' ');
}
