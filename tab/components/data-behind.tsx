import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useWords } from '../lib/words-context';

const useStyles = makeStyles({
  summary: { cursor: 'pointer', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  table: {
    marginTop: tokens.spacingVerticalS,
    borderCollapse: 'collapse',
    width: '100%',
    fontSize: tokens.fontSizeBase200,
  },
  cell: {
    textAlign: 'start',
    padding: '4px 8px 4px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontWeight: 'inherit',
  },
  head: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The table behind a picture, folded until it is asked for. */
export function DataBehind({ columns, rows }: Props): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <details>
      <summary className={styles.summary}>{t('chart.table')}</summary>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={`${styles.cell} ${styles.head}`}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...others]) => (
            <tr key={first}>
              <th scope="row" className={styles.cell}>
                {first}
              </th>
              {others.map((value, index) => (
                <td key={columns[index + 1]} className={styles.cell}>
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
