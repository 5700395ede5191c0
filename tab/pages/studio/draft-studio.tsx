import { useId, type ReactNode } from 'react';
import { makeStyles, Tab, TabList } from '@fluentui/react-components';
import { useSearchParams } from 'react-router';
import type { ChosenDto, DraftDto, DraftsDto } from '../../../src/draft/api-contract';
import { Notice } from '../../components/notice';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { ResourceView } from '../../components/resource-view';
import { useWords } from '../../lib/words-context';
import { differenceOf } from './choice-sets';
import { CompareView } from './compare-view';
import { CoverageView } from './coverage-view';
import { DraftSummary } from './draft-summary';
import { PendingChoices } from './pending-choices';
import { PolicyPanel } from './policy-panel';
import { PublishDraft } from './publish-draft';
import { StudioPairs } from './studio-pairs';
import { useChoices } from './use-choices';
import { useDraftList } from './use-draft';

const useStyles = makeStyles({ tabs: { flexWrap: 'wrap' } });
const views = ['pairs', 'weights', 'coverage', 'compare'] as const;

interface Props {
  readonly programmeId: string;
  readonly draft: DraftDto;
  readonly drafts: DraftsDto['drafts'];
  readonly busy: boolean;
  readonly onRun: (choices: ChosenDto) => void;
}

/** A draft that was computed: its pairs, what they were weighed by, who is rarely chosen, and another draft beside it. */
export function DraftStudio({ programmeId, draft, drafts, busy, onRun }: Props): ReactNode {
  const styles = useStyles();
  const page = usePageStyles();
  const { t } = useWords();
  const tabsId = useId();
  const [params, setParams] = useSearchParams();
  const view = views.find((one) => one === params.get('view')) ?? 'pairs';
  const choices = useChoices(programmeId, draft);
  const list = useDraftList(programmeId, draft.id, draft.revision);
  const open = draft.state === 'ready';
  return (
    <>
      {choices.problem !== undefined && <ProblemNotice problem={choices.problem} />}
      {choices.merged && <p className={page.quiet}>{t('studio.merged')}</p>}
      {open && (
        <PendingChoices
          shown={draft.choices}
          next={choices.next}
          busy={busy}
          onRun={() => {
            onRun(choices.next);
          }}
        />
      )}
      <PublishDraft
        programmeId={programmeId}
        draft={draft}
        list={list.value}
        pending={open && differenceOf(draft.choices, choices.next) !== undefined}
      />
      <DraftSummary draft={draft} byHand={list.value?.pairs.filter((pair) => pair.byHand === true).length ?? 0} />
      <TabList
        className={styles.tabs}
        aria-label={t('studio.parts')}
        selectedValue={view}
        onTabSelect={(_event, { value }) => {
          setParams(
            (before) => {
              before.set('view', String(value));
              return before;
            },
            { replace: true, preventScrollReset: true },
          );
        }}
      >
        {views.map((one) => (
          <Tab key={one} value={one} id={`${tabsId}${one}`}>
            {t(`studio.tab.${one}`)}
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" aria-labelledby={`${tabsId}${view}`} className={page.page}>
        {view === 'weights' && (
          <PolicyPanel
            draft={draft}
            choices={choices}
            busy={busy}
            onRun={(policy) => {
              onRun({ ...choices.next, policy });
            }}
          />
        )}
        {view === 'coverage' && <CoverageView coverage={draft.coverage} />}
        {(view === 'pairs' || view === 'compare') && (
          <ResourceView resource={list}>
            {(value) =>
              view === 'compare' ? (
                <CompareView programmeId={programmeId} draft={draft} list={value} drafts={drafts} />
              ) : (
                <>
                  {value.pairs.length === 0 && <Notice title={t('draft.no-pairs-title')} text={t('draft.no-pairs')} />}
                  <StudioPairs programmeId={programmeId} draft={draft} list={value} choices={choices} />
                </>
              )
            }
          </ResourceView>
        )}
      </div>
    </>
  );
}
