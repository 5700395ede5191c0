import type { ReactNode } from 'react';
import type { ProgrammeCounts } from '../../../src/domain/programme-counts';
import { BarRows } from '../../components/bar-rows';
import { DataBehind } from '../../components/data-behind';
import { usePageStyles } from '../../components/page-styles';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';

interface Props {
  readonly counts: ProgrammeCounts;
  readonly isOver: boolean;
}

/** From the people of the programme to those who said yes. */
export function EnrolmentFunnel({ counts, isOver }: Props): ReactNode {
  const { t, format } = useWords();
  const page = usePageStyles();
  const { total, reachable, invited, enrolled, withoutPartner, withdrawn } = counts.participants;
  const steps = [
    { label: t('funnel.imported'), count: total },
    { label: t('funnel.reachable'), count: reachable },
    { label: t('funnel.invited'), count: invited },
    { label: t('funnel.enrolled'), count: enrolled },
  ];
  const title =
    invited === 0
      ? t('funnel.title-before', { total })
      : t('funnel.title', { share: format.share(invited === 0 ? 0 : enrolled / invited), enrolled });
  return (
    <Section title={title}>
      <BarRows
        rows={steps.map(({ label, count }) => ({
          label,
          value: format.number(count),
          share: total === 0 ? 0 : count / total,
        }))}
      />
      {!isOver && withoutPartner > 0 && (
        <p className={page.quiet}>
          {t(counts.pairs.finished > 0 ? 'funnel.between-pairs' : 'funnel.without-partner', { count: withoutPartner })}
        </p>
      )}
      {withdrawn > 0 && <p className={page.quiet}>{t('funnel.withdrawn', { count: withdrawn })}</p>}
      <DataBehind
        columns={[t('funnel.step'), t('funnel.people'), t('funnel.share')]}
        rows={steps.map(({ label, count }) => [
          label,
          format.number(count),
          total === 0 ? '–' : format.share(count / total),
        ])}
      />
    </Section>
  );
}
