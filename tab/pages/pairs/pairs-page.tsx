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
              <HealthSummary counts={healths.map((health) => ({ health, count: pairs[health] }))} total={total} />
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

interface HealthProps {
  readonly counts: readonly { readonly health: (typeof healths)[number]; readonly count: number }[];
  readonly total: number;
}

function HealthSummary({ counts, total }: HealthProps): ReactNode {
  const { t, format } = useWords();
  const needing = counts.find(({ health }) => health === 'needs-a-time')?.count ?? 0;
  return (
    <Section title={needing === 0 ? t('pairs.summary-well', { total }) : t('pairs.summary', { needing, total })}>
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
      <DataBehind
        columns={[t('pairs.health'), t('pairs.count')]}
        rows={counts.map(({ health, count }) => [t(`health.${health}`), format.number(count)])}
      />
    </Section>
  );
}
