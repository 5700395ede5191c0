import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { DraftDto } from '../../../src/draft/api-contract';
import { topicName } from '../../../src/participant/topics';
import { Figures } from '../../components/figures';
import { usePageStyles } from '../../components/page-styles';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';

const useStyles = makeStyles({
  pair: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, paddingBottom: tokens.spacingVerticalM },
  head: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: '2px 16px' },
  names: { fontWeight: tokens.fontWeightSemibold },
  points: { fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground2 },
  summary: { cursor: 'pointer', color: tokens.colorNeutralForeground2 },
  reasons: { listStyle: 'none', margin: '6px 0 0', padding: 0, display: 'grid', gap: '4px' },
  reason: { display: 'grid', gridTemplateColumns: '52px minmax(0, 1fr)' },
});

type Pair = DraftDto['pairs'][number];

/** Whether the draft is the best possible, each pair with the reasons that add up to its points, and who is left over and why. */
export function DraftResultView({ draft }: { readonly draft: DraftDto }): ReactNode {
  const styles = useStyles();
  const page = usePageStyles();
  const { t, format, language } = useWords();
  if (draft.state === 'queued' || draft.state === 'computing' || draft.state === 'failed') return null;
  return (
    <>
      <Section title={t(draft.optimal ? 'draft.optimal' : 'draft.good', { count: draft.pairCount })}>
        <Figures
          figures={[
            { label: t('draft.pairs'), value: format.number(draft.pairCount) },
            { label: t('draft.unpaired'), value: format.number(draft.unpairedCount) },
            { label: t('draft.total'), value: format.number(draft.total) },
            { label: t('draft.bound'), value: format.number(draft.upperBound) },
          ]}
        />
        <p className={page.quiet}>{t(draft.optimal ? 'draft.optimal-why' : 'draft.good-why')}</p>
        <p className={page.small}>
          {t('draft.trace', {
            when: format.moment(draft.createdAt),
            seed: draft.seed,
            hash: draft.inputHash.slice(0, 12),
          })}
        </p>
      </Section>
      <Section title={t('draft.list', { count: draft.pairCount })}>
        {draft.pairs.length === 0 ? (
          <p className={page.quiet}>{t('draft.no-pairs')}</p>
        ) : (
          <ul className={page.plain}>
            {draft.pairs.map((pair) => (
              <li key={`${pair.mentor.id} ${pair.mentee.id}`} className={styles.pair}>
                <PairReasons pair={pair} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      {draft.unpaired.length > 0 && (
        <Section title={t('draft.left', { count: draft.unpairedCount })}>
          <ul className={page.list}>
            {draft.unpaired.map((left) => (
              <li key={left.person.id}>
                <strong>{left.person.name}</strong> – {left.reasons.map((reason) => reason[language]).join(' ')}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function PairReasons({ pair }: { readonly pair: Pair }): ReactNode {
  const styles = useStyles();
  const { t, format, language } = useWords();
  return (
    <>
      <div className={styles.head}>
        <span className={styles.names}>{t('draft.pair', { mentor: pair.mentor.name, mentee: pair.mentee.name })}</span>
        <span className={styles.points}>{t('draft.points', { points: pair.score })}</span>
      </div>
      <div>{pair.topics.map((topic) => topicName(topic, language)).join(', ')}</div>
      <details>
        <summary className={styles.summary}>{t('draft.reasons', { count: pair.parts.length })}</summary>
        <ul className={styles.reasons}>
          {pair.parts.map((part) => (
            <li key={`${part.part} ${part.reason.en}`} className={styles.reason}>
              <span className={styles.points}>
                {part.points >= 0 ? '+' : '−'}
                {format.number(Math.abs(part.points))}
              </span>
              <span>{part.reason[language]}</span>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
