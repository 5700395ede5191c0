import { useState, type ReactNode } from 'react';
import type { DraftDto } from '../../../src/draft/api-contract';
import { DataBehind } from '../../components/data-behind';
import { LabelledSelect } from '../../components/labelled-select';
import { Notice } from '../../components/notice';
import { usePageStyles } from '../../components/page-styles';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';
import { CoverageBars } from './coverage-bars';

type Group = DraftDto['coverage'][number];
const dimensions = ['site', 'function', 'country', 'language'] as const;
const sides = ['mentor', 'mentee'] as const;

/** Which groups of volunteers are rarely chosen, on each side; the server sends none under five people. */
export function CoverageView({ coverage }: { readonly coverage: readonly Group[] }): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const there = dimensions.filter((by) => coverage.some((group) => group.by === by));
  const [wanted, setWanted] = useState<Group['by']>();
  const by = wanted !== undefined && there.includes(wanted) ? wanted : there[0];
  if (by === undefined) return <Notice title={t('coverage.empty')} text={t('coverage.empty-text')} />;
  return (
    <div className={page.page}>
      <p className={page.quiet}>{t('coverage.text')}</p>
      <div className={page.bar}>
        <div className={page.field}>
          <LabelledSelect
            label={t('coverage.by')}
            value={by}
            onChoose={(value) => {
              setWanted(dimensions.find((one) => one === value));
            }}
          >
            {there.map((one) => (
              <option key={one} value={one}>
                {t(`coverage.by.${one}`)}
              </option>
            ))}
          </LabelledSelect>
        </div>
      </div>
      <div className={page.columns}>
        {sides.map((side) => (
          <CoverageOfSide
            key={side}
            by={by}
            side={side}
            groups={coverage.filter((group) => group.by === by && group.side === side)}
          />
        ))}
      </div>
    </div>
  );
}

interface SideProps {
  readonly by: Group['by'];
  readonly side: Group['side'];
  readonly groups: readonly Group[];
}

function CoverageOfSide({ by, side, groups }: SideProps): ReactNode {
  const page = usePageStyles();
  const { t, format, language } = useWords();
  const [least] = groups;
  if (least === undefined) {
    return (
      <Section title={t('coverage.none', { side })}>
        <p className={page.quiet}>{t('coverage.none-text')}</p>
      </Section>
    );
  }
  const rows = groups.map((group) => ({ ...group, name: nameOf(group, language) }));
  const { placed, volunteers } = least;
  return (
    <Section
      title={
        placed === volunteers
          ? t('coverage.finding-all', { side })
          : t('coverage.finding', { side, placed, volunteers, group: nameOf(least, language) })
      }
    >
      <CoverageBars
        rows={rows.map((row) => ({
          label: row.name,
          value: t('coverage.row', { placed: row.placed, volunteers: row.volunteers }),
          share: row.placed / row.volunteers,
        }))}
      />
      <DataBehind
        columns={[t(`coverage.by.${by}`), t('coverage.volunteers'), t('coverage.placed')]}
        rows={rows.map((row) => [row.name, format.number(row.volunteers), format.number(row.placed)])}
      />
    </Section>
  );
}

/** The group as people read it: countries and languages are codes in the file. */
function nameOf({ by, group }: Group, language: 'fr' | 'en'): string {
  if (by !== 'country' && by !== 'language') return group;
  try {
    return new Intl.DisplayNames(language, { type: by === 'country' ? 'region' : 'language' }).of(group) ?? group;
  } catch {
    return group;
  }
}
