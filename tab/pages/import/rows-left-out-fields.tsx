import type { ReactNode } from 'react';
import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { LabelledSelect } from '../../components/labelled-select';
import { useWords } from '../../lib/words-context';
import { withRowsLeftOut, type ColumnChoice } from './column-choice';

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 240px), 1fr))',
    gap: tokens.spacingVerticalM,
    alignItems: 'end',
  },
});

interface Props {
  readonly headers: readonly string[];
  readonly choice: ColumnChoice;
  readonly onChange: (choice: ColumnChoice) => void;
}

/** Which rows take no part: a column, and the values of it that leave a row out. */
export function RowsLeftOutFields({ headers, choice, onChange }: Props): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  const { column, values } = choice.rowsLeftOut ?? { column: '', values: '' };
  return (
    <div className={styles.grid}>
      <LabelledSelect
        label={t('columns.left-out')}
        value={column}
        onChoose={(chosen) => {
          onChange(withRowsLeftOut(choice, { column: chosen, values: chosen === '' ? '' : values }));
        }}
      >
        <option value="">{t('columns.left-out-none')}</option>
        {headers.map((header) => (
          <option key={header} value={header}>
            {header}
          </option>
        ))}
      </LabelledSelect>
      {column !== '' && (
        <Field label={t('columns.left-out-values', { column })}>
          <Input
            value={values}
            onChange={(_event, { value }) => {
              onChange(withRowsLeftOut(choice, { column, values: value }));
            }}
          />
        </Field>
      )}
    </div>
  );
}
