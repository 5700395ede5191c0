import type { ReactNode } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useWords } from '../lib/words-context';

const narrow = '@media (max-width: 640px)';
/** More columns than a phone has room for. */
const manyColumns = 3;

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
  // On a phone the columns of a wide table stand below each other, each cell behind the name of its column.
  stacked: { [narrow]: { display: 'block' } },
  gone: { [narrow]: { display: 'none' } },
  named: {
    [narrow]: {
      display: 'flex',
      justifyContent: 'space-between',
      gap: '8px',
      '::before': { content: 'attr(data-column)', color: tokens.colorNeutralForeground2 },
    },
  },
});

interface Props {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The table behind a picture, folded until it is asked for. */
export function DataBehind({ columns, rows }: Props): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  const isWide = columns.length > manyColumns;
  const stacked = isWide && styles.stacked;
  return (
    <details>
      <summary className={styles.summary}>{t('chart.table')}</summary>
      <table className={mergeClasses(styles.table, stacked)}>
        <thead className={mergeClasses(isWide && styles.gone)}>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={`${styles.cell} ${styles.head}`}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={mergeClasses(stacked)}>
          {rows.map(([first, ...others]) => (
            <tr key={first} className={mergeClasses(stacked)}>
              <th scope="row" className={mergeClasses(styles.cell, stacked)}>
                {first}
              </th>
              {others.map((value, index) => (
                <td
                  key={columns[index + 1]}
                  className={mergeClasses(styles.cell, isWide && styles.named)}
                  data-column={columns[index + 1]}
                >
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
