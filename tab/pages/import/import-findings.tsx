import { useId, useState, type ReactNode } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Finding, PeopleCheck } from '../../../src/people-file/api-contract';
import { DataTable, type Column } from '../../components/data-table';
import { usePageStyles } from '../../components/page-styles';
import { Section } from '../../components/section';
import { useWords, type Words } from '../../lib/words-context';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalL },
  finding: { display: 'grid', gap: tokens.spacingVerticalXS, minWidth: 0, overflowWrap: 'anywhere' },
  column: { fontWeight: tokens.fontWeightSemibold },
});

type Example = Finding['examples'][number];
/** Named beside a finding; the others are shown when they are asked for. */
const mostNamed = 5;

export type Fix = NonNullable<Finding['fix']>;

interface Props {
  readonly check: PeopleCheck;
  readonly busy: boolean;
  readonly onFix: (fix: Fix) => void;
}

/** What is to be told of a file, each thing once however many rows it holds for: what protects people, then what is refused, then what is assumed. */
export function ImportFindings({ check, busy, onFix }: Props): ReactNode {
  const styles = useStyles();
  const page = usePageStyles();
  const { t } = useWords();
  // Which columns are missing is the title of their choice, above.
  const told = check.findings.filter(({ reason, fix }) => reason !== 'column-missing' || fix !== undefined);
  const parts = (['protects', 'refused', 'noticed'] as const).map((part) => ({
    part,
    findings: told.filter(({ kind, protects }) => part === (protects === true ? 'protects' : kind)),
  }));
  return (
    <>
      {parts.map(
        ({ part, findings }) =>
          findings.length > 0 && (
            <Section key={part} title={t(`findings.${part}`, { count: findings.length })}>
              {part !== 'noticed' && <p className={page.quiet}>{t(`findings.${part}-what`)}</p>}
              <ul className={styles.list}>
                {findings.map((finding) => (
                  <FindingItem
                    key={`${finding.reason} ${finding.column} ${finding.message.en}`}
                    finding={finding}
                    columns={check.columns}
                    busy={busy}
                    onFix={onFix}
                  />
                ))}
              </ul>
            </Section>
          ),
      )}
      {check.findingsMore > 0 && <p className={page.quiet}>{t('findings.more', { count: check.findingsMore })}</p>}
    </>
  );
}

interface ItemProps extends Pick<Props, 'busy' | 'onFix'> {
  readonly finding: Finding;
  readonly columns: PeopleCheck['columns'];
}

function FindingItem({ finding, columns, busy, onFix }: ItemProps): ReactNode {
  const styles = useStyles();
  const page = usePageStyles();
  const { t, format, language } = useWords();
  const [opened, setOpened] = useState(false);
  const words = useId();
  const { count, examples, fix, column } = finding;
  // One value of all stands in the sentence.
  const isOne = new Set(examples.map(({ value }) => value)).size === 1;
  const named = examples
    .slice(0, mostNamed)
    .map(({ row, value = '' }) => (isOne ? format.number(row) : `${format.number(row)} (${value})`));
  return (
    <li className={styles.finding}>
      <p id={words} className={page.text}>
        {column !== '' && (
          <span className={styles.column}>{t('findings.column', { column: columnWords(column, columns, t) })}</span>
        )}
        {finding.message[language]}
      </p>
      {count > 0 && (
        <p className={page.quiet}>{t('findings.rows', { count, named: named.length, list: named.join(', ') })}</p>
      )}
      {(count > 0 || fix !== undefined) && (
        <div className={page.buttons}>
          {fix !== undefined && (
            <Button
              size="small"
              disabled={busy}
              onClick={() => {
                onFix(fix);
              }}
            >
              {t('findings.fix', {
                column: fix.column,
                field: t(`column.${fix.field}`),
                matches: fix.matches,
                of: fix.of,
              })}
            </Button>
          )}
          {count > 0 && (
            <Button
              size="small"
              appearance="subtle"
              aria-expanded={opened}
              aria-describedby={words}
              onClick={() => {
                setOpened(!opened);
              }}
            >
              {t(opened ? 'findings.hide' : 'findings.show', { count })}
            </Button>
          )}
        </div>
      )}
      {opened && <FindingRows finding={finding} />}
    </li>
  );
}

/** The rows of one finding, with who they are about as far as the file says. */
function FindingRows({ finding: { count, examples, message } }: { readonly finding: Finding }): ReactNode {
  const page = usePageStyles();
  const { t, format, language } = useWords();
  const has = (key: keyof Example): boolean => examples.some((example) => example[key] !== undefined);
  const columns: readonly Column<Example>[] = [
    { key: 'row', title: t('findings.line'), cell: ({ row }) => format.number(row) },
    ...(has('name') ? [{ key: 'name', title: t('column.name'), cell: ({ name }: Example) => name ?? '' }] : []),
    ...(has('id') ? [{ key: 'id', title: t('column.id'), cell: ({ id }: Example) => id ?? '' }] : []),
    ...(has('value') ? [{ key: 'value', title: t('findings.value'), cell: ({ value }: Example) => value ?? '' }] : []),
    ...(has('message')
      ? [{ key: 'message', title: t('findings.reason'), cell: (example: Example) => example.message?.[language] ?? '' }]
      : []),
  ];
  return (
    <>
      <DataTable caption={message[language]} columns={columns} rows={examples} rowKey={({ row }) => String(row)} />
      {count > examples.length && (
        <p className={page.quiet}>{t('findings.rows-more', { count: count - examples.length })}</p>
      )}
    </>
  );
}

/** A column as the file calls it; where the file has none, as the choice of columns above calls it. */
function columnWords(column: string, { headers, fields }: PeopleCheck['columns'], t: Words['t']): string {
  const asked = headers.includes(column) ? undefined : fields.find(({ field }) => field === column);
  return asked === undefined ? column : t(`column.${asked.field}`);
}
