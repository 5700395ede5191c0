import { useState, type ReactNode } from 'react';
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import type { FieldColumns, FileColumns } from '../../../src/people-file/api-contract';
import { LabelledSelect } from '../../components/labelled-select';
import { usePageStyles } from '../../components/page-styles';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';
import { withColumn, withConstant, withMeaning, withSuperior, type ColumnChoice } from './column-choice';
import { RowsLeftOutFields } from './rows-left-out-fields';
import { ValueMeanings } from './value-meanings';

const useStyles = makeStyles({
  summary: { cursor: 'pointer', color: tokens.colorBrandForegroundLink, padding: '6px 0' },
  form: { display: 'grid', gap: tokens.spacingVerticalL, paddingTop: tokens.spacingVerticalS },
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 240px), 1fr))',
    gap: tokens.spacingVerticalM,
    alignItems: 'end',
  },
  found: { margin: 0, overflowWrap: 'anywhere' },
});

interface Props {
  readonly columns: FileColumns;
  readonly choice: ColumnChoice;
  readonly changed: boolean;
  readonly busy: boolean;
  readonly onChange: (choice: ColumnChoice) => void;
  readonly onRead: () => void;
}

/** Which column was read as what, and the form to choose otherwise: open by itself only where something is missing. */
export function ImportColumns({ columns, choice, changed, busy, onChange, onRead }: Props): ReactNode {
  const styles = useStyles();
  const page = usePageStyles();
  const { t, language } = useWords();
  const unclear = columns.fields.flatMap(({ values = [] }) => values.filter(({ meaning }) => meaning === undefined));
  const [opened, setOpened] = useState(false);
  const missing = columns.missing.length;
  const title =
    missing > 0
      ? t('columns.title-missing', { count: missing })
      : unclear.length > 0
        ? t('columns.title-unclear', { count: unclear.length })
        : t('columns.title');
  const list = new Intl.ListFormat(language).format(columns.missing.map((what) => t(`columns.missing.${what}`)));
  return (
    <Section title={title}>
      {missing > 0 && <p className={page.text}>{t('columns.missing', { list })}</p>}
      <FoundFacts fields={columns.fields} superiors={columns.superiors} />
      <details
        open={opened || missing > 0 || unclear.length > 0}
        onToggle={(event) => {
          setOpened(event.currentTarget.open);
        }}
      >
        <summary className={styles.summary}>{t('columns.change')}</summary>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            onRead();
          }}
        >
          {columns.fields.map((read) => (
            <ValueMeanings
              key={read.field}
              read={read}
              choice={choice[read.field]}
              onMeaning={(value, meaning) => {
                onChange(withMeaning(choice, read.field, value, meaning));
              }}
            />
          ))}
          <p className={page.quiet}>{t('columns.what')}</p>
          <div className={styles.grid}>
            {columns.fields.map(({ field }) => (
              <ColumnSelects key={field} field={field} headers={columns.headers} choice={choice} onChange={onChange} />
            ))}
            <SuperiorSelects columns={columns} choice={choice} onChange={onChange} />
          </div>
          <RowsLeftOutFields headers={columns.headers} choice={choice} onChange={onChange} />
          {columns.headersMore > 0 && (
            <p className={page.quiet}>{t('columns.headers-more', { count: columns.headersMore })}</p>
          )}
          <div className={page.buttons}>
            <Button type="submit" appearance={changed ? 'primary' : 'secondary'} disabled={busy || !changed}>
              {t('columns.read')}
            </Button>
          </div>
        </form>
      </details>
    </Section>
  );
}

function FoundFacts({ fields, superiors }: Pick<FileColumns, 'fields' | 'superiors'>): ReactNode {
  const styles = useStyles();
  const page = usePageStyles();
  const { t } = useWords();
  const found = fields.filter(({ columns, constant }) => columns.length > 0 || constant !== undefined);
  if (found.length + superiors.length === 0) return null;
  return (
    <dl className={page.facts}>
      {found.map(({ field, columns, constant }) => (
        <div key={field}>
          <dt className={page.small}>{t(`column.${field}`)}</dt>
          <dd className={styles.found}>
            {constant === undefined ? columns.join(' + ') : t('columns.constant-is', { value: constant })}
          </dd>
        </div>
      ))}
      {superiors.length > 0 && (
        <div>
          <dt className={page.small}>{t('columns.superiors')}</dt>
          <dd className={styles.found}>{superiors.join(', ')}</dd>
        </div>
      )}
    </dl>
  );
}

interface SelectsProps {
  readonly field: FieldColumns['field'];
  readonly headers: readonly string[];
  readonly choice: ColumnChoice;
  readonly onChange: (choice: ColumnChoice) => void;
}

/** Who each row is about is its own: everything else may be the same for everybody. */
const ofOneRow: ReadonlySet<FieldColumns['field']> = new Set(['id', 'email', 'name', 'managerId']);
/** Stands for a constant among the headers, none of which begins with a space. */
const everybody = ' everybody';

/** The column of a field, or what holds for everybody; a name can be made of two. */
function ColumnSelects({ field, headers, choice, onChange }: SelectsProps): ReactNode {
  const { t } = useWords();
  const { columns: chosen = [], constant } = choice[field] ?? {};
  const needed =
    field === 'name' || field === 'role' || ((field === 'id' || field === 'email') && !hasPersonId(choice));
  const label = t(`column.${field}`);
  return (
    <>
      <ColumnSelect
        label={needed ? `${label} (${t('columns.needed')})` : label}
        none={t('columns.none')}
        headers={headers}
        value={constant === undefined ? (chosen[0] ?? '') : everybody}
        same={ofOneRow.has(field) ? undefined : t('columns.constant')}
        onChoose={(column) => {
          onChange(column === everybody ? withConstant(choice, field, '') : withColumn(choice, field, 0, column));
        }}
      />
      {constant !== undefined && (
        <Field label={t('columns.constant-for', { field: label })}>
          <Input
            value={constant}
            maxLength={200}
            onChange={(_event, { value }) => {
              onChange(withConstant(choice, field, value));
            }}
          />
        </Field>
      )}
      {field === 'name' && chosen.length > 0 && (
        <ColumnSelect
          label={t('columns.then', { field: label })}
          none={t('columns.no-second')}
          headers={headers.filter((header) => header !== chosen[0])}
          value={chosen[1] ?? ''}
          onChoose={(column) => {
            onChange(withColumn(choice, field, 1, column));
          }}
        />
      )}
    </>
  );
}

/** The most columns of people above somebody that a map may name. */
const mostSuperiors = 10;

/** The columns of people above somebody, each with a way to take it away, and room for one more. */
function SuperiorSelects({ columns, choice, onChange }: Pick<Props, 'columns' | 'choice' | 'onChange'>): ReactNode {
  const { t } = useWords();
  const chosen = choice.superiors ?? columns.superiors;
  return [...chosen, ''].slice(0, mostSuperiors).map((header, place) => (
    <ColumnSelect
      key={header}
      label={place === 0 ? t('columns.superiors') : t('columns.superiors-more')}
      none={place === 0 || header !== '' ? t('columns.none') : t('columns.no-second')}
      headers={columns.headers.filter((other) => other === header || !chosen.includes(other))}
      value={header}
      onChoose={(column) => {
        onChange(withSuperior(choice, columns.superiors, place, column));
      }}
    />
  ));
}

function hasPersonId({ id, email }: ColumnChoice): boolean {
  return (id?.columns.length ?? 0) + (email?.columns.length ?? 0) > 0;
}

interface SelectProps {
  readonly label: string;
  readonly none: string;
  readonly headers: readonly string[];
  readonly value: string;
  /** What offers a constant, where the field may have one. */
  readonly same?: string | undefined;
  readonly onChoose: (column: string) => void;
}

function ColumnSelect({ label, none, headers, value, same, onChoose }: SelectProps): ReactNode {
  // A column read by its usual name may stand beyond those listed.
  const options = value === '' || value === everybody || headers.includes(value) ? headers : [value, ...headers];
  return (
    <LabelledSelect label={label} value={value} onChoose={onChoose}>
      <option value="">{none}</option>
      {same !== undefined && <option value={everybody}>{same}</option>}
      {options.map((header) => (
        <option key={header} value={header}>
          {header}
        </option>
      ))}
    </LabelledSelect>
  );
}
