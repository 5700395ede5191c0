import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { EyeOffRegular } from '@fluentui/react-icons/svg/eye-off';
import { useWords } from '../lib/words-context';

const useStyles = makeStyles({
  line: {
    display: 'inline-flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground2,
  },
  icon: { flex: '0 0 auto', fontSize: '20px' },
});

/** In place of a number that would tell of fewer than five. */
export function HiddenNotice(): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <span className={styles.line}>
      <EyeOffRegular className={styles.icon} aria-hidden />
      {t('hidden.short')}
    </span>
  );
}
