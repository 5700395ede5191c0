import type { ReactNode } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { movesSchema, type MoveFigure, type MovesPage } from '../../../src/hr-page/moves-api-contract';
import { useResource } from '../../api/use-resource';
import { DataBehind } from '../../components/data-behind';
import { IntervalRows } from '../../components/interval-rows';
import { usePageStyles } from '../../components/page-styles';
import { ResourceView } from '../../components/resource-view';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';
import { MovesForm } from './moves-form';
import { useDecimals } from './use-decimals';
import { useTicks } from './use-ticks';

/** Totals that are typed twice a programme. */
const period = 60_000;

const useStyles = makeStyles({
  summary: { cursor: 'pointer', color: tokens.colorNeutralForeground2 },
  forms: { marginTop: tokens.spacingVerticalM },
});

interface Props {
  readonly programmeId: string;
}

/** Who left and who moved, as HR counted them: what may be told, and for HR the fields. */
export function MovesSections({ programmeId }: Props): ReactNode {
  const resource = useResource(`/programmes/${programmeId}/moves`, movesSchema, period);
  return (
    <ResourceView resource={resource}>
      {({ periods, told }) => (
        <>
          {told.map((figure) => (
            <MovesSection key={`${String(figure.months)}|${figure.group}|${figure.what}`} figure={figure} />
          ))}
          <MovesForms programmeId={programmeId} periods={periods} />
        </>
      )}
    </ResourceView>
  );
}

/** The fields of HR, folded: whoever reads results does not go through them. */
function MovesForms({ programmeId, periods }: Props & Pick<MovesPage, 'periods'>): ReactNode {
  const page = usePageStyles();
  const styles = useStyles();
  const { t } = useWords();
  if (periods.every(({ version }) => version === undefined)) return null;
  return (
    <details>
      <summary className={styles.summary}>{t('moves.totals')}</summary>
      <div className={mergeClasses(page.page, styles.forms)}>
        {periods.map((one) =>
          one.version === undefined ? null : (
            <MovesForm
              key={one.months}
              programmeId={programmeId}
              period={one}
              version={one.version}
              isAfterUntyped={
                one.typed === undefined &&
                periods.some(({ months, typed }) => months < one.months && typed === undefined)
              }
            />
          ),
        )}
      </div>
    </details>
  );
}

function MovesSection({ figure }: { readonly figure: MoveFigure }): ReactNode {
  const page = usePageStyles();
  const { t, format, insight } = useWords();
  const ticks = useTicks();
  const { months, group, what, participants, waiting, difference } = figure;
  const { points } = useDecimals();
  const rows = (['participants', 'waiting'] as const).map((side) => {
    const { n, share, low, high } = figure[side];
    return {
      key: side,
      label: t(`moves.${side}`),
      detail: t('changes.people', { n }),
      value: t('ladder.value', { share: format.share(share), low: format.share(low), high: format.share(high) }),
      middle: share,
      low,
      high,
      n,
    };
  });
  return (
    <Section
      title={t('moves.title-told', {
        what,
        group,
        months,
        participants: format.share(participants.share),
        waiting: format.share(waiting.share),
      })}
    >
      <IntervalRows ticks={ticks.share} rows={rows} />
      <p className={page.text}>
        {t('moves.difference', {
          value: points(100 * difference.value),
          low: points(100 * difference.low),
          high: points(100 * difference.high),
        })}
      </p>
      <p className={page.quiet}>{t('moves.description')}</p>
      <DataBehind
        columns={[insight('column.role'), insight('column.n'), t('results.interval')]}
        rows={rows.map(({ label, n, value }) => [label, format.number(n), value])}
      />
    </Section>
  );
}
