import type { ReactNode } from 'react';
import type { ProgrammeCounts } from '../../../src/hr-page/programme-api-contract';
import { BarRows } from '../../components/bar-rows';
import { DataBehind } from '../../components/data-behind';
import { usePageStyles } from '../../components/page-styles';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';

/** From the people of the file to those who said yes. */
export function EnrolmentFunnel({ counts }: { readonly counts: ProgrammeCounts }): ReactNode {
  const { t, format } = useWords();
  const page = usePageStyles();
  const { total, invited, enrolled, notNow, lookingAgain, withdrawn } = counts.participants;
  const steps = [
    { label: t('funnel.imported'), count: total },
    { label: t('funnel.invited'), count: invited },
    { label: t('funnel.enrolled'), count: enrolled },
    { label: t('funnel.not-now'), count: notNow, quiet: true },
  ];
  const title =
    invited === 0
      ? t('funnel.title-before', { total })
      : t('funnel.title', { share: format.share(invited === 0 ? 0 : enrolled / invited), enrolled });
  return (
    <Section title={title}>
      <BarRows
        rows={steps.map(({ label, count, quiet }) => ({
          label,
          value: format.number(count),
          share: total === 0 ? 0 : count / total,
          quiet: quiet === true,
        }))}
      />
      {lookingAgain > 0 && <p className={page.quiet}>{t('funnel.looking-again', { count: lookingAgain })}</p>}
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
