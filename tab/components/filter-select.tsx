import type { ReactNode } from 'react';
import { Field, Select } from '@fluentui/react-components';
import { usePageStyles } from './page-styles';

interface Props<Value extends string> {
  readonly label: string;
  readonly value: Value;
  /** In the order in which they are offered. */
  readonly options: readonly { readonly value: Value; readonly words: string }[];
  readonly onChoose: (value: Value) => void;
}

/** One of the choices above a list that say what of it is shown. */
export function FilterSelect<Value extends string>({ label, value, options, onChoose }: Props<Value>): ReactNode {
  const page = usePageStyles();
  return (
    <Field label={label} className={page.field}>
      <Select
        value={value}
        onChange={(_event, data) => {
          const chosen = options.find((option) => option.value === data.value);
          if (chosen !== undefined) onChoose(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </Select>
    </Field>
  );
}
