import type { ReactNode } from 'react';
import { Field, makeStyles, Select } from '@fluentui/react-components';

const useStyles = makeStyles({
  field: { minWidth: 0, '& .fui-Select': { minWidth: 0 }, '& select': { minWidth: 0, textOverflow: 'ellipsis' } },
  label: { overflowWrap: 'anywhere' },
});

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChoose: (value: string) => void;
  /** The `option` elements. */
  readonly children: ReactNode;
}

/** One choice from a list, that stays as narrow as its place whatever the lengths of the words in it. */
export function LabelledSelect({ label, value, onChoose, children }: Props): ReactNode {
  const styles = useStyles();
  return (
    <Field className={styles.field} label={{ children: label, className: styles.label }}>
      <Select
        value={value}
        onChange={(_event, { value: chosen }) => {
          onChoose(chosen);
        }}
      >
        {children}
      </Select>
    </Field>
  );
}
