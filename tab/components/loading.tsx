import type { ReactNode } from 'react';
import { makeStyles, Spinner, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  box: { display: 'flex', justifyContent: 'center', padding: tokens.spacingVerticalXXXL },
});

/** While the first data is on its way. */
export function Loading({ label }: { readonly label: string }): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.box}>
      <Spinner label={label} labelPosition="below" size="small" />
    </div>
  );
}
