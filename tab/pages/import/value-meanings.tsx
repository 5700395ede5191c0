import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { presences } from '../../../src/people-file/presence-contract';
import type { FieldColumns } from '../../../src/people-file/api-contract';
import { LabelledSelect } from '../../components/labelled-select';
import { usePageStyles } from '../../components/page-styles';
import { useWords } from '../../lib/words-context';
import type { FieldChoice } from './column-choice';

const useStyles = makeStyles({
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0, marginBottom: tokens.spacingVerticalS, fontWeight: tokens.fontWeightSemibold },
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 240px), 1fr))',
    gap: tokens.spacingVerticalM,
    alignItems: 'end',
  },
});

const levels = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'] as const;
/** Stands for an empty cell in the list, where '' is "nothing chosen yet". */
const blank = 'blank';
/** What these mean decides who is in the file at all: HR may put it right even where every value is understood. */
const alwaysAsked: ReadonlySet<FieldColumns['field']> = new Set(['role', 'status']);

interface Props {
  readonly read: FieldColumns;
  readonly choice: FieldChoice | undefined;
  readonly onMeaning: (value: string, meaning: string | undefined) => void;
}

/** What each value of the file means, for a field with a closed set of values: "1" is a mentor. */
export function ValueMeanings({ read, choice, onMeaning }: Props): ReactNode {
  const styles = useStyles();
  const page = usePageStyles();
  const { t } = useWords();
  const { field, columns, values = [], valuesMore = 0 } = read;
  const [column] = columns;
  const given = choice?.values ?? {};
  const asked =
    values.length > 0 &&
    choice?.columns[0] === column &&
    (alwaysAsked.has(field) || values.some(({ value, meaning }) => meaning === undefined || value in given));
  if (!asked || column === undefined) return null;
  const label = t(`column.${field}`);
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t('columns.values', { field: label, column })}</legend>
      <div className={styles.grid}>
        {values.map(({ value, meaning }) => {
          const current = given[value] ?? meaning;
          return (
            <LabelledSelect
              key={value}
              label={t('columns.value', { value })}
              value={current === '' ? blank : (current ?? '')}
              onChoose={(chosen) => {
                onMeaning(value, chosen === '' ? undefined : chosen === blank ? '' : chosen);
              }}
            >
              {(meaning === undefined || value in given) && <option value="">{t('columns.meaning-none')}</option>}
              <Meanings field={field} />
            </LabelledSelect>
          );
        })}
      </div>
      {valuesMore > 0 && <p className={page.quiet}>{t('columns.values-more', { count: valuesMore })}</p>}
    </fieldset>
  );
}

function Meanings({ field }: { readonly field: FieldColumns['field'] }): ReactNode {
  const { t } = useWords();
  if (field === 'role')
    return (['mentor', 'mentee', 'both'] as const).map((role) => (
      <option key={role} value={role}>
        {t(`role.${role}`)}
      </option>
    ));
  return (
    <>
      {field === 'level' &&
        levels.map((level) => (
          <option key={level} value={level}>
            {level}
          </option>
        ))}
      {field === 'guest' &&
        (['yes', 'no'] as const).map((answer) => (
          <option key={answer} value={answer}>
            {t(`answer.${answer}`)}
          </option>
        ))}
      {field === 'status' &&
        presences.map((presence) => (
          <option key={presence} value={presence}>
            {t(`presence.${presence}`)}
          </option>
        ))}
      <option value={blank}>{t('columns.meaning-blank')}</option>
    </>
  );
}
