import type { ReactNode } from 'react';
import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import type { NeedsPollAnswer } from '../../../src/needs-poll/api-contract';
import { usePageStyles } from '../../components/page-styles';
import { useWords } from '../../lib/words-context';

const useStyles = makeStyles({
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  families: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 260px), 1fr))',
    gap: tokens.spacingVerticalS,
    alignItems: 'start',
  },
  family: { cursor: 'pointer', padding: '4px 0' },
  topics: { display: 'flex', flexDirection: 'column' },
});

interface Props {
  readonly families: NeedsPollAnswer['families'];
  readonly limits: NeedsPollAnswer['topicLimits'];
  readonly chosen: readonly string[];
  readonly onChange: (topics: readonly string[]) => void;
}

/** The topics that a poll offers, family by family; what cannot be chosen any more is shut. */
export function TopicChoice({ families, limits, chosen, onChange }: Props): ReactNode {
  const styles = useStyles();
  const page = usePageStyles();
  const { t, topic, format } = useWords();
  return (
    <fieldset className={styles.group}>
      <legend>{t('poll.choose-topics')}</legend>
      <p className={page.quiet} aria-live="polite">
        {t('poll.chosen', { count: chosen.length, ...limits })}
      </p>
      <div className={styles.families}>
        {families.map(({ words, topics }) => (
          <details key={words}>
            <summary className={styles.family}>
              {t('poll.family', {
                name: words,
                count: format.number(topics.filter((id) => chosen.includes(id)).length),
              })}
            </summary>
            <div className={styles.topics}>
              {topics.map((id) => (
                <Checkbox
                  key={id}
                  label={topic(id)}
                  checked={chosen.includes(id)}
                  disabled={!chosen.includes(id) && chosen.length >= limits.most}
                  onChange={(_event, { checked }) => {
                    onChange(checked === true ? [...chosen, id] : chosen.filter((one) => one !== id));
                  }}
                />
              ))}
            </div>
          </details>
        ))}
      </div>
    </fieldset>
  );
}
