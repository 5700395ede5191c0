import { useMemo, useState, type ReactNode } from 'react';
import type { DraftDto, DraftListDto } from '../../../src/draft/api-contract';
import type { DraftListPair as ListPair } from '../../../src/domain/draft';
import { DataTable, type Column } from '../../components/data-table';
import { Pager } from '../../components/pager';
import { usePageStyles } from '../../components/page-styles';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';
import { aimWords } from './aim-kinds';
import { changedMentors, type ChangedMentor } from './changed-mentors';
import { aimAbout, differenceOf, differingParts, type PolicyPart } from './choice-sets';

const mentorsPerPage = 30;

interface Props {
  readonly draft: DraftDto;
  readonly list: DraftListDto;
  readonly other: DraftDto;
  readonly otherList: DraftListDto;
}

/** Two drafts side by side: figures, weights and rules, and every mentor whose mentee differs. */
export function DraftDifferences({ draft, list, other, otherList }: Props): ReactNode {
  const { t, format } = useWords();
  const { same, changed } = useMemo(() => changedMentors(list.pairs, otherList.pairs), [list, otherList]);
  const figures = [
    { label: t('draft.pairs'), one: draft.pairCount, two: other.pairCount },
    { label: t('compare.left'), one: draft.unpairedCount, two: other.unpairedCount },
    { label: t('draft.total'), one: draft.total, two: other.total },
  ];
  const columns: readonly Column<(typeof figures)[number]>[] = [
    { key: 'measure', title: t('compare.measure'), cell: ({ label }) => label },
    { key: 'one', title: t('compare.this'), cell: ({ one }) => format.number(one) },
    { key: 'two', title: t('compare.other'), cell: ({ two }) => format.number(two) },
  ];
  return (
    <>
      <Section title={t('compare.figures', { same, changed: changed.length })}>
        <DataTable caption={t('compare.measure')} columns={columns} rows={figures} rowKey={({ label }) => label} />
      </Section>
      <PolicyDifferences draft={draft} other={other} />
      <ChangedMentors changed={changed} />
    </>
  );
}

function PolicyDifferences({ draft, other }: Pick<Props, 'draft' | 'other'>): ReactNode {
  const page = usePageStyles();
  const { t, format } = useWords();
  const parts = differingParts(draft.choices.policy, other.choices.policy);
  const aimTitle = (subject: string): string => {
    const aim = aimAbout(draft.choices.policy, subject) ?? aimAbout(other.choices.policy, subject);
    return aim === undefined ? '' : t('compare.aim', { kind: t(`aim.kind.${aim.kind}`) });
  };
  const valueOf = (of: DraftDto, part: PolicyPart): string => {
    const { policy } = of.choices;
    if (part.kind === 'aim') {
      const aim = aimAbout(policy, part.name);
      return aim === undefined ? t('aim.none') : aimWords(aim, t);
    }
    const value: unknown = part.kind === 'weight' ? policy.weights[part.name] : policy[part.name];
    if (typeof value === 'number') return format.number(value);
    return t(value === true ? 'policy.yes' : 'policy.no');
  };
  const columns: readonly Column<PolicyPart>[] = [
    {
      key: 'part',
      title: t('compare.part'),
      cell: (part) => {
        if (part.kind === 'aim') return aimTitle(part.name);
        return t(part.kind === 'weight' ? `policy.weight.${part.name}` : `policy.rule.${part.name}`);
      },
    },
    { key: 'one', title: t('compare.this'), cell: (part) => valueOf(draft, part) },
    { key: 'two', title: t('compare.other'), cell: (part) => valueOf(other, part) },
  ];
  const difference = differenceOf(other.choices, draft.choices);
  const pairs =
    difference === undefined ? 0 : difference.locked + difference.unlocked + difference.apart + difference.together;
  const choices = pairs === 0 ? undefined : difference;
  const title = t('compare.policy', { count: parts.length });
  return (
    <Section title={title}>
      {choices !== undefined && (
        <p className={page.text}>
          {t('compare.choices', {
            kept: choices.locked,
            keptThere: choices.unlocked,
            apart: choices.apart,
            apartThere: choices.together,
          })}
        </p>
      )}
      {parts.length > 0 && <DataTable caption={title} columns={columns} rows={parts} rowKey={({ name }) => name} />}
    </Section>
  );
}

function ChangedMentors({ changed }: { readonly changed: readonly ChangedMentor[] }): ReactNode {
  const { t } = useWords();
  const [wanted, setWanted] = useState(0);
  const pages = Math.ceil(changed.length / mentorsPerPage);
  const shown = Math.min(wanted, Math.max(0, pages - 1));
  const partners = (pairs: readonly ListPair[]): string =>
    pairs.length === 0
      ? t('compare.nobody')
      : pairs.map(({ mentee, score }) => t('compare.partner', { name: mentee.name, points: score })).join(', ');
  const columns: readonly Column<ChangedMentor>[] = [
    { key: 'mentor', title: t('pairs.mentor'), cell: ({ mentor }) => mentor.name },
    { key: 'one', title: t('compare.this'), cell: ({ first }) => partners(first) },
    { key: 'two', title: t('compare.other'), cell: ({ second }) => partners(second) },
  ];
  const title = t('compare.pairs', { count: changed.length });
  return (
    <Section title={title}>
      {changed.length > 0 && (
        <DataTable
          caption={title}
          columns={columns}
          rows={changed.slice(shown * mentorsPerPage, (shown + 1) * mentorsPerPage)}
          rowKey={({ mentor }) => mentor.id}
        />
      )}
      <Pager label={title} page={shown} pages={pages} onPage={setWanted} />
    </Section>
  );
}
