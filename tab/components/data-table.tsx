import type { ReactNode } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const narrow = '@media (max-width: 700px)';
const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase300,
    [narrow]: { display: 'block' },
  },
  head: { [narrow]: { display: 'none' } },
  body: { [narrow]: { display: 'block' } },
  row: {
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [narrow]: { display: 'block', padding: `${tokens.spacingVerticalM} 0` },
  },
  headCell: {
    textAlign: 'start',
    verticalAlign: 'bottom',
    padding: '8px 12px 8px 0',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  cell: {
    textAlign: 'start',
    verticalAlign: 'top',
    padding: '10px 12px 10px 0',
    fontWeight: 'inherit',
    minWidth: 0,
    [narrow]: {
      display: 'grid',
      gridTemplateColumns: 'minmax(84px, 30%) minmax(0, 1fr)',
      columnGap: tokens.spacingHorizontalM,
      padding: '3px 0',
    },
  },
  name: { [narrow]: { fontWeight: tokens.fontWeightSemibold } },
  label: {
    fontWeight: tokens.fontWeightRegular,
    display: 'none',
    color: tokens.colorNeutralForeground2,
    [narrow]: { display: 'block' },
  },
  sort: {
    font: 'inherit',
    color: 'inherit',
    background: 'none',
    border: 'none',
    padding: '4px 0',
    cursor: 'pointer',
    textDecorationLine: 'underline',
    textDecorationStyle: 'dotted',
    textUnderlineOffset: '3px',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

export interface Column<T, Key extends string = string> {
  readonly key: Key;
  readonly title: string;
  readonly cell: (row: T) => ReactNode;
  readonly sortable?: boolean;
}

interface Props<T, Key extends string> {
  readonly caption: string;
  readonly columns: readonly Column<T, Key>[];
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
  readonly sort?: { readonly key: string; readonly descending: boolean; readonly onSort: (key: Key) => void };
}

/**
 * A table that becomes a list of labelled facts on a narrow screen. The roles are written out because
 * a changed `display` takes them away in some browsers; the first column names its row.
 */
export function DataTable<T, Key extends string>({ caption, columns, rows, rowKey, sort }: Props<T, Key>): ReactNode {
  const styles = useStyles();
  return (
    <table className={styles.table} role="table" aria-label={caption}>
      <thead className={styles.head} role="rowgroup">
        <tr role="row">
          {columns.map((column) => {
            const sorted = sort !== undefined && sort.key === column.key;
            return (
              <th
                key={column.key}
                scope="col"
                role="columnheader"
                className={styles.headCell}
                {...(sorted ? { 'aria-sort': sort.descending ? ('descending' as const) : ('ascending' as const) } : {})}
              >
                {sort !== undefined && column.sortable === true ? (
                  <button
                    type="button"
                    className={styles.sort}
                    onClick={() => {
                      sort.onSort(column.key);
                    }}
                  >
                    {column.title}
                    {sorted && <span aria-hidden> {sort.descending ? '↓' : '↑'}</span>}
                  </button>
                ) : (
                  column.title
                )}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody className={styles.body} role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row" className={styles.row}>
            {columns.map((column, index) => {
              const inside = (
                <>
                  <span className={styles.label} aria-hidden>
                    {column.title}
                  </span>
                  <div>{column.cell(row)}</div>
                </>
              );
              return index === 0 ? (
                <th key={column.key} scope="row" role="rowheader" className={mergeClasses(styles.cell, styles.name)}>
                  {inside}
                </th>
              ) : (
                <td key={column.key} role="cell" className={styles.cell}>
                  {inside}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
