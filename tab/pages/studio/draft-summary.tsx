import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { Translate } from '../../lib/translate';
import type { DraftDto } from '../../../src/draft/api-contract';
import { Figures } from '../../components/figures';
import { usePageStyles } from '../../components/page-styles';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';

const useStyles = makeStyles({
  summary: { cursor: 'pointer', color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly draft: DraftDto;
  readonly byHand: number;
  /** What can be done with the whole draft. */
  readonly children: ReactNode;
}

/** How many pairs the draft has, whether another choice could be better, and what would place more people. */
export function DraftSummary({ draft, byHand, children }: Props): ReactNode {
  const styles = useStyles();
  const page = usePageStyles();
  const { t, format, language } = useWords();
  const aims = draft.choices.policy.aims.length === 0 ? 'none' : 'some';
  return (
    <>
      <Section title={titleOf(draft, t)}>
        <Figures
          figures={[
            { label: t('draft.pairs'), value: format.number(draft.pairCount) },
            { label: t('draft.unpaired'), value: format.number(draft.unpairedCount) },
            { label: t('draft.total'), value: format.number(draft.total) },
          ]}
        />
        {draft.pairCount > 0 && (
          <p className={page.quiet}>
            {draft.optimal
              ? t('draft.optimal-why', { aims })
              : t('draft.good-why', { aims, points: Math.max(0, draft.upperBound - draft.total) })}
          </p>
        )}
        {draft.seen !== undefined && <WhoWasSeen seen={draft.seen} />}
        <UnknownRules rules={draft.unknownRules} />
        {byHand > 0 && <p className={page.quiet}>{t('studio.by-hand-count', { count: byHand })}</p>}
        <details>
          <summary className={styles.summary}>{t('studio.how')}</summary>
          <p className={page.small}>
            {t('studio.bound', { points: draft.upperBound })}
            <br />
            {t('draft.trace', {
              when: format.moment(draft.createdAt),
              seed: draft.seed,
              hash: draft.inputHash.slice(0, 12),
            })}
          </p>
        </details>
        {children}
      </Section>
      {draft.help.length > 0 && (
        <Section title={t('studio.help')}>
          <ul className={page.list}>
            {draft.help.map((one) => (
              <li key={one.en}>{one[language]}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function titleOf({ pairCount, optimal, seen }: DraftDto, t: Translate): string {
  if (seen?.free === 0) return t('draft.nobody-free');
  return t(optimal ? 'draft.optimal' : 'draft.good', { count: pairCount });
}

/** Of how many the draft chose, and who was held elsewhere: else an empty draft would read as if nobody fitted anybody. */
function WhoWasSeen({ seen }: { readonly seen: NonNullable<DraftDto['seen']> }): ReactNode {
  const styles = useStyles();
  const page = usePageStyles();
  const { t } = useWords();
  return (
    <>
      <p className={page.quiet}>{t('draft.seen', { free: seen.free, pairs: seen.inPairs, held: seen.held })}</p>
      {seen.held > 0 && (
        <details>
          <summary className={styles.summary}>{t('draft.held', { count: seen.held })}</summary>
          <p className={page.small}>{seen.heldNames.join(', ')}</p>
        </details>
      )}
    </>
  );
}

/** In how many pairs a rule could not be applied, each in its words. */
export function UnknownRules({ rules }: { readonly rules: DraftDto['unknownRules'] }): ReactNode {
  const page = usePageStyles();
  const { language } = useWords();
  if (rules.length === 0) return null;
  return (
    <ul className={page.list}>
      {rules.map((one) => (
        <li key={one.rule}>{one[language]}</li>
      ))}
    </ul>
  );
}
