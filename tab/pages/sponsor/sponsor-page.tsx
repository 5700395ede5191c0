import type { ReactNode } from 'react';
import { Redirect, useParams } from 'wouter';
import { sponsorPageSchema, type SponsorPage as SponsorPageDto } from '../../../src/hr-page/programme-api-contract';
import { useResource } from '../../api/use-resource';
import { Figures } from '../../components/figures';
import { HiddenNotice } from '../../components/hidden-notice';
import { Notice } from '../../components/notice';
import { PageHeading } from '../../components/page-heading';
import { ledHere } from '../../lib/history-state';
import { usePageStyles } from '../../components/page-styles';
import { ResourceView } from '../../components/resource-view';
import { ResponseRounds } from '../../components/response-rounds';
import { Section } from '../../components/section';
import { TimelineSection } from '../../components/timeline-section';
import { useMe } from '../../lib/me-context';
import { useWords } from '../../lib/words-context';
import { SponsorResults } from './sponsor-results';

/** The sponsor's page: figures of the whole programme, never a person or a pair. */
export function SponsorPage(): ReactNode {
  const { id } = useParams();
  const me = useMe();
  const { t } = useWords();
  if (id !== undefined) return <Sponsored id={id} />;
  const first = me.programmes.find(({ roles }) => roles.includes('sponsor'));
  if (first !== undefined) return <Redirect to={`/sponsor/${first.id}`} replace state={ledHere} />;
  return <Notice title={t('sponsor.nothing')} text={t('sponsor.nothing-text')} />;
}

function Sponsored({ id }: { readonly id: string }): ReactNode {
  const resource = useResource(`/programmes/${id}/sponsor`, sponsorPageSchema);
  return <ResourceView resource={resource}>{(value) => <SponsorBody programme={value} />}</ResourceView>;
}

function SponsorBody({ programme }: { readonly programme: SponsorPageDto }): ReactNode {
  const page = usePageStyles();
  const { t, format, language } = useWords();
  const { now } = useMe();
  const hidden = programme.figures.some((figure) => figure.hidden);
  return (
    <div className={page.page}>
      <PageHeading level={1} title={programme.name[language]} detail={t('sponsor.detail')} />
      <p className={page.text}>
        {programme.state === 'closed'
          ? t('sponsor.closing')
          : t(`phase.${programme.phase}`, {
              month: programme.month ?? 1,
              months: programme.months,
              start: format.day(programme.startsOn),
            })}
      </p>
      <div className={page.columns}>
        <Section title={t('sponsor.figures')}>
          <Figures
            figures={programme.figures.map(({ figure, hidden: kept, value }) => ({
              label: t(`sponsor.figure.${figure}`),
              inWords: kept || value === undefined,
              value: kept || value === undefined ? <HiddenNotice /> : format.number(value),
            }))}
          />
          {hidden && <p className={page.quiet}>{t('hidden.why')}</p>}
        </Section>
        <TimelineSection programme={programme} now={now} />
        <ResponseRounds rounds={programme.rounds} />
        {programme.pledge !== undefined && (
          <Section title={t('sponsor.own-pledge')}>
            <p className={page.text}>
              {programme.pledge.words === ''
                ? t('sponsor.pledged', { when: format.date(programme.pledge.at) })
                : t('sponsor.pledged-words', { when: format.date(programme.pledge.at), words: programme.pledge.words })}
            </p>
          </Section>
        )}
      </div>
      <SponsorResults programmeId={programme.id} />
    </div>
  );
}
