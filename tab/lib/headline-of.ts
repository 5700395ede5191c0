import type { Overview } from '../../src/hr-page/programme-api-contract';
import type { Words } from './words-context';

type Standing = Pick<Overview, 'month' | 'months' | 'startsOn' | 'counts'> & {
  readonly phase: Exclude<Overview['phase'], 'setting-up'>;
};

/** One sentence on where a programme stands, for HR: with its figures as they are. */
export function headlineOf({ phase, month, months, startsOn, counts }: Standing, { t, format }: Words): string {
  const { active, finished } = counts.pairs;
  const { held } = counts.sessions;
  switch (phase) {
    case 'enrolling': {
      const { invited, enrolled } = counts.participants;
      return t('headline.enrolling', { invited, enrolled });
    }
    case 'proposing':
      return t('headline.proposing', { open: counts.proposals.open });
    case 'starting':
      return t('headline.starting', { active, start: format.day(startsOn) });
    case 'under-way':
      return t('headline.under-way', { month: month ?? 1, months, active, held });
    case 'last-pairs':
      return t('headline.last-pairs', { months, active, held });
    case 'closed':
      return t('headline.closed', { finished, held });
    case 'finishing':
    case 'searching':
    case 'paused':
      return t(`headline.${phase}`);
  }
}
