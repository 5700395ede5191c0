import type { ReactNode } from 'react';
import type { Forecast, Results } from '../../../src/insight/results-contract';
import { DataBehind } from '../../components/data-behind';
import { usePageStyles } from '../../components/page-styles';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';
import { useDecimals } from './use-decimals';

/** What will be visible with so many people, before it is. */
export function ForecastSection({ results: { expected, forecasts } }: { readonly results: Results }): ReactNode {
  const page = usePageStyles();
  const { t, format } = useWords();
  const decimals = useDecimals();
  const smallest = ({ smallestChange }: Forecast): string =>
    smallestChange === undefined ? '–' : decimals.decimal(smallestChange);
  return (
    <Section title={t('forecast.title')}>
      <p className={page.text}>{t('forecast.now', { people: expected.people, tells: expected.tells })}</p>
      {expected.smallestChange !== undefined && (
        <p className={page.text}>{t('forecast.smallest', { change: smallest(expected) })}</p>
      )}
      <DataBehind
        columns={[t('forecast.people'), t('forecast.shown'), t('forecast.change')]}
        rows={forecasts.map((forecast) => [
          format.number(forecast.people),
          t(`forecast.tells.${forecast.tells}`),
          smallest(forecast),
        ])}
      />
    </Section>
  );
}
