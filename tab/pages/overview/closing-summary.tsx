import type { ReactNode } from 'react';
import type { Overview } from '../../../src/hr-page/programme-api-contract';
import { usePageStyles } from '../../components/page-styles';
import { Section } from '../../components/section';
import { TextLink } from '../../components/text-link';
import { useWords } from '../../lib/words-context';

/** What a programme that is over came to, in words that can be taken into a report. */
export function ClosingSummary({ programme }: { readonly programme: Overview }): ReactNode {
  const page = usePageStyles();
  const { t, format } = useWords();
  const { participants, pairs, sessions } = programme.counts;
  return (
    <Section title={t('closing.title')}>
      <p className={page.text}>
        {t('closing.what', {
          start: format.day(programme.startsOn),
          end: format.date(programme.closedAt ?? programme.startsOn),
          enrolled: participants.enrolled,
          invited: participants.invited,
          pairs: pairs.active + pairs.finished + pairs.ended,
        })}
      </p>
      <p className={page.text}>{t('closing.pairs', { finished: pairs.finished, ended: pairs.ended })}</p>
      <p className={page.text}>{t('closing.sessions', { held: sessions.held, missed: sessions.missed })}</p>
      <p className={page.quiet}>{t('closing.kept')}</p>
      <div>
        <TextLink to={`/programmes/${programme.id}/pairs`}>{t('nav.pairs')}</TextLink>
      </div>
    </Section>
  );
}
