import type { ReactNode } from 'react';
import { BarRows } from '../../components/bar-rows';
import { DataBehind } from '../../components/data-behind';
import { Notice } from '../../components/notice';
import { PageHeading } from '../../components/page-heading';
import { usePageStyles } from '../../components/page-styles';
import { ResourceView } from '../../components/resource-view';
import { ResponseRounds } from '../../components/response-rounds';
import { Section } from '../../components/section';
import { TextLink } from '../../components/text-link';
import { useOverview } from '../../lib/use-overview';
import { useProgrammeId } from '../../lib/use-programme-id';
import { useWords } from '../../lib/words-context';
import { healths } from './board-view';
import { ExportBoard } from './export-board';
import { PairsTable } from './pairs-table';
import { useBoard } from './use-board';

/** Each pair as a row: which move, which could use a hand. Process facts only; what a pair says stays theirs. */
export function PairsPage(): ReactNode {
  const id = useProgrammeId();
  const page = usePageStyles();
  const { t, format } = useWords();
  const board = useBoard(id);
  const overview = useOverview(id);
  return (
    <div className={page.page}>
      <PageHeading
        title={t('pairs.title')}
        detail={
          board.value?.foldedAt === undefined
            ? t('pairs.detail')
            : t('pairs.detail-as-of', { when: format.moment(board.value.foldedAt) })
        }
        {...(board.value !== undefined && board.value.total > 0 ? { actions: <ExportBoard programmeId={id} /> } : {})}
      />
      <ResourceView resource={board}>
        {({ pairs, total, rows, whole }) =>
          total === 0 ? (
            <Notice title={t('pairs.empty')} text={t('pairs.empty-text')}>
              <TextLink to={`/programmes/${id}/pairing`}>{t('pairs.to-pairing')}</TextLink>
            </Notice>
          ) : (
            <>
              <HealthSummary
                programmeId={id}
                counts={healths.map((health) => ({ health, count: pairs[health] }))}
                total={total}
              />
              <PairsTable rows={rows} {...(whole ? {} : { arriving: { total } })} />
            </>
          )
        }
      </ResourceView>
      {overview.value !== undefined && overview.value.state !== 'setup' && (
        <ResponseRounds rounds={overview.value.rounds} />
      )}
    </div>
  );
}

/** Situations about which HR can do something, or may wonder whether to. */
const advised = ['needs-a-time', 'quiet', 'on-hold'] as const;

interface HealthProps {
  readonly programmeId: string;
  readonly counts: readonly { readonly health: (typeof healths)[number]; readonly count: number }[];
  readonly total: number;
}

function HealthSummary({ programmeId, counts, total }: HealthProps): ReactNode {
  const { t, format } = useWords();
  const page = usePageStyles();
  const of = (wanted: (typeof healths)[number]): number => counts.find(({ health }) => health === wanted)?.count ?? 0;
  const needing = of('needs-a-time');
  const running = total - of('finished') - of('ended');
  return (
    <Section title={needing === 0 ? t('pairs.summary-well', { running }) : t('pairs.summary', { needing, running })}>
      <BarRows
        rows={counts
          .filter(({ count }) => count > 0)
          .map(({ health, count }) => ({
            label: t(`health.${health}`),
            value: format.number(count),
            share: count / total,
            quiet: health !== 'on-track' && health !== 'finished',
          }))}
      />
      {advised.some((health) => of(health) > 0) && (
        <ul className={page.list}>
          {advised
            .filter((health) => of(health) > 0)
            .map((health) => (
              <li key={health}>
                <div className={page.stack}>
                  <TextLink to={`/programmes/${programmeId}/pairs?health=${health}`}>{t(`health.${health}`)}</TextLink>
                  <span className={page.small}>{t(`health.advice.${health}`)}</span>
                </div>
              </li>
            ))}
        </ul>
      )}
      <DataBehind
        columns={[t('pairs.health'), t('pairs.count'), t('pairs.rule')]}
        rows={counts.map(({ health, count }) => [
          t(`health.${health}`),
          format.number(count),
          t(`health.rule.${health}`),
        ])}
      />
    </Section>
  );
}
