import type { ReactNode } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  tag: {
    display: 'inline-block',
    padding: '1px 8px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  good: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
  },
  attention: {
    border: `1px solid ${tokens.colorStatusWarningForeground1}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
});

interface Props {
  /** good: as it should be. attention: something can be done about it. plain: everything else. */
  readonly tone: 'good' | 'attention' | 'plain';
  readonly children: ReactNode;
}

/** A state in a word or two; the words tell, the colour only helps. */
export function StatusTag({ tone, children }: Props): ReactNode {
  const styles = useStyles();
  return (
    <span
      className={mergeClasses(styles.tag, tone === 'good' && styles.good, tone === 'attention' && styles.attention)}
    >
      {children}
    </span>
  );
}
