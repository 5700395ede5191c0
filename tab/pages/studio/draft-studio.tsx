import type { ReactNode } from 'react';
import { useSearchParams } from 'wouter';
import type { ChosenDto, DraftDto, DraftSummaryDto } from '../../../src/draft/api-contract';
import type { PairingAim } from '../../../src/domain/pairing-contract';
import { useAnnounce } from '../../components/announcer';
import { Notice } from '../../components/notice';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { ResourceView } from '../../components/resource-view';
import { ViewLinks } from '../../components/view-links';
import { useWords } from '../../lib/words-context';
import { withAim } from './aim-kinds';
import { AimResult } from './aim-result';
import { differenceOf, namesIn } from './choice-sets';
import { CompareView } from './compare-view';
import { CoverageView } from './coverage-view';
import { DraftSummary } from './draft-summary';
import { NotAsked } from './not-asked';
import { PendingChoices } from './pending-choices';
import { PolicyPanel } from './policy-panel';
import { PublishDraft } from './publish-draft';
import { RefusedLocks } from './refused-locks';
import { StudioPairs } from './studio-pairs';
import { useChoices } from './use-choices';
import { useDraftList } from './use-draft';

const views = ['pairs', 'weights', 'coverage', 'compare'] as const;

interface Props {
  readonly programmeId: string;
  readonly draft: DraftDto;
  readonly drafts: readonly DraftSummaryDto[];
  readonly busy: boolean;
  readonly onRun: (choices: ChosenDto) => void;
}

/** A draft that was computed: its pairs, what they were weighed by, who is rarely chosen, and another draft beside it. */
export function DraftStudio({ programmeId, draft, drafts, busy, onRun }: Props): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const [params] = useSearchParams();
  const view = views.find((one) => one === params.get('view')) ?? 'pairs';
  const choices = useChoices(programmeId, draft);
  const list = useDraftList(programmeId, draft.id, draft.revision);
  const open = draft.state === 'ready';
  const announce = useAnnounce();

  async function lower(aim: PairingAim, lowered: PairingAim): Promise<void> {
    const done = await choices.change(({ policy }) => {
      const aims = withAim(policy.aims, aim, lowered);
      return aims === undefined ? undefined : { policy: { ...policy, aims } };
    });
    if (done !== 'refused') announce(t(done === 'saved' ? 'aim.lowered' : 'aim.lower-stale'));
  }

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
      <DraftSummary draft={draft} byHand={list.value?.pairs.filter((pair) => pair.byHand === true).length ?? 0}>
        <PublishDraft
          programmeId={programmeId}
          draft={draft}
          list={list.value}
          pending={open && differenceOf(draft.choices, choices.next) !== undefined}
        />
      </DraftSummary>
      <AimResult
        draft={draft}
        next={choices.next.policy.aims}
        onLower={open ? (aim, lowered) => void lower(aim, lowered) : undefined}
      />
      <NotAsked pairs={draft.notAsked} names={namesIn(list.value)} />
      <RefusedLocks refused={draft.refusedLocks} names={namesIn(list.value)} />
      <ViewLinks
        label={t('studio.parts')}
        view={view}
        views={views.map((one) => ({ view: one, words: t(`studio.tab.${one}`) }))}
      />
      <div className={page.page}>
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
                  {value.pairs.length === 0 && draft.seen?.free !== 0 && (
                    <Notice title={t('draft.no-pairs-title')} text={t('draft.no-pairs')} />
                  )}
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
