import { useId, useState, type ReactNode } from 'react';
import { Field, Input, makeStyles, Slider } from '@fluentui/react-components';
import { useWords } from '../lib/words-context';

const useStyles = makeStyles({
  field: { minWidth: 0 },
  row: { display: 'flex', alignItems: 'center', gap: '8px', minWidth: 0 },
  // A step draws a mark every ten points, which says nothing.
  slider: { flex: '1 1 auto', minWidth: 0, '& .fui-Slider__rail::before': { backgroundImage: 'none' } },
  number: { flex: '0 0 96px', width: '96px', '& input': { minWidth: 0, width: '100%' } },
});

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Step of the slider; without one there is only the field. */
  readonly slide?: number;
  /** Where the slider ends; at the highest number where absent. */
  readonly slideTo?: number;
  readonly disabled?: boolean;
  readonly onChange: (value: number) => void;
}

/** A whole number by slider, by field, or both. What is typed counts once it is within its bounds; leaving the field brings back what counts. */
export function NumberField(props: Props): ReactNode {
  const { label, hint, value, low, high, slide, slideTo = high, disabled = false, onChange } = props;
  const styles = useStyles();
  const { t } = useWords();
  const labelId = useId();
  const [typed, setTyped] = useState<string>();
  const wrong = typed !== undefined && numberIn(typed, low, high) === undefined;
  return (
    <Field
      className={styles.field}
      label={{ children: label, id: labelId }}
      {...(wrong ? { validationMessage: t('policy.invalid', { low, high }) } : {})}
      {...(hint === undefined ? {} : { hint })}
    >
      {(field) => (
        <div className={styles.row}>
          {slide !== undefined && (
            <Slider
              className={styles.slider}
              aria-labelledby={labelId}
              min={low}
              max={slideTo}
              step={slide}
              value={Math.min(value, slideTo)}
              disabled={disabled}
              onChange={(_event, { value: next }) => {
                setTyped(undefined);
                onChange(next);
              }}
            />
          )}
          <Input
            {...field}
            className={styles.number}
            type="number"
            min={low}
            max={high}
            disabled={disabled}
            {...(slide === undefined
              ? {}
              : { 'aria-label': t('policy.exact', { what: label }), 'aria-labelledby': undefined })}
            value={typed ?? String(value)}
            onChange={(_event, { value: text }) => {
              setTyped(text);
              const next = numberIn(text, low, high);
              if (next !== undefined) onChange(next);
            }}
            onBlur={() => {
              setTyped(undefined);
            }}
          />
        </div>
      )}
    </Field>
  );
}

function numberIn(text: string, low: number, high: number): number | undefined {
  const value = Number(text);
  return text.trim() !== '' && Number.isInteger(value) && value >= low && value <= high ? value : undefined;
}
