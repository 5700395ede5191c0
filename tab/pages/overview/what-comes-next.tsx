import type { ReactNode } from 'react';
import type { Overview } from '../../../src/hr-page/programme-api-contract';
import { usePageStyles } from '../../components/page-styles';
import { Section } from '../../components/section';
import { useMe } from '../../lib/me-context';
import { useWords } from '../../lib/words-context';

/** In the last month and after it: how pairs go on, until when, and when the programme closes; nothing before. */
export function WhatComesNext({ programme }: { readonly programme: Overview }): ReactNode {
  const page = usePageStyles();
  const { t, format } = useWords();
  const { now } = useMe();
  const { endsAt, toDo } = programme;
  if (!isAtTheEnd(programme) || endsAt === undefined) return null;
  const renewals = toDo.find(({ item }) => item === 'renewals');
  return (
    <Section title={t('next.title')}>
      {/* Nobody is asked after the planned end; what was asked before may still be published. */}
      {(now < endsAt || renewals !== undefined) && <p className={page.text}>{t('next.renewals')}</p>}
      {renewals?.until !== undefined && (
        <p className={page.text}>
          {t('next.publish-by', { count: renewals.count, date: format.date(renewals.until) })}
        </p>
      )}
      <p className={page.text}>
        {t(now < endsAt ? 'next.closes' : 'next.closes-later', { date: format.date(endsAt) })}
      </p>
    </Section>
  );
}

function isAtTheEnd({ phase, month, months }: Overview): boolean {
  return phase === 'last-pairs' || phase === 'finishing' || (phase === 'under-way' && month === months);
}
