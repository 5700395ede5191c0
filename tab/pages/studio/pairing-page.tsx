import { useState, type ReactNode } from 'react';
import { Button, makeStyles } from '@fluentui/react-components';
import { useSearchParams } from 'wouter';
import {
  draftStartedSchema,
  type ChosenDto,
  type DraftDto,
  type DraftSummaryDto,
} from '../../../src/draft/api-contract';
import { useCommand } from '../../api/use-command';
import { LabelledSelect } from '../../components/labelled-select';
import { Notice } from '../../components/notice';
import { PageHeading } from '../../components/page-heading';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { ResourceView } from '../../components/resource-view';
import { TextLink } from '../../components/text-link';
import { useMe } from '../../lib/me-context';
import { useOverview } from '../../lib/use-overview';
import { useProgrammeId } from '../../lib/use-programme-id';
import { useWords } from '../../lib/words-context';
import { DraftJob } from './draft-job';
import { draftName } from './draft-name';
import { DraftStudio } from './draft-studio';
import { FailedDraft } from './failed-draft';
import { RenewalDraft } from './renewal-draft';
import { useDraftHead, useDrafts } from './use-draft';

const useStyles = makeStyles({ draft: { flex: '0 1 420px', minWidth: 0 } });
const firstSeed = 1;

/** The pairing studio: drafts nobody else sees, what HR decides about them, and the moment one is published. */
export function PairingPage(): ReactNode {
  const id = useProgrammeId();
  const page = usePageStyles();
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const head = useDraftHead(id, params.get('draft') ?? 'latest');
  const start = useCommand(`/programmes/${id}`);
  const state = useOverview(id).value?.state;
  const isOpen = state === 'enrolling' || state === 'running';
  const draft = head.value;
  const takesPart = useMe().programmes.some((one) => one.id === id && one.roles.includes('participant'));
  const [warned, setWarned] = useState(false);

  async function run(choices: ChosenDto | undefined): Promise<void> {
    const started = await start.run({
      path: `/programmes/${id}/drafts`,
      schema: draftStartedSchema,
      body: { seed: draft?.seed ?? firstSeed, ...choices },
    });
    if (started !== undefined) show(undefined);
  }

  function show(draftId: string | undefined): void {
    setParams(
      (before) => {
        if (draftId === undefined) before.delete('draft');
        else before.set('draft', draftId);
        return before;
      },
      { replace: true },
    );
  }

  const busy = start.busy || draft?.state === 'queued' || draft?.state === 'computing' || draft?.state === 'publishing';
  return (
    <div className={page.page}>
      <PageHeading
        title={t('draft.title')}
        detail={t('draft.detail')}
        {...(isOpen
          ? {
              actions: (
                <Button
                  appearance={draft === undefined ? 'primary' : 'secondary'}
                  disabled={busy}
                  onClick={() => void run(nextChoices(draft))}
                >
                  {t(draft === undefined ? 'draft.start' : 'draft.again')}
                </Button>
              ),
            }
          : {})}
      />
      {start.problem !== undefined && <ProblemNotice problem={start.problem} />}
      {state === 'setup' ? (
        <Notice title={t('draft.not-yet')} text={t('draft.not-yet-text')}>
          <TextLink to={`/programmes/${id}`}>{t('nav.overview')}</TextLink>
        </Notice>
      ) : (
        <>
          {state === 'closed' && <Notice title={t('draft.over')} text={t('draft.over-text')} />}
          <ResourceView
            resource={head}
            missing={isOpen && <Notice title={t('draft.empty')} text={t('draft.empty-text')} />}
          >
            {(value) =>
              takesPart && !warned ? (
                <Notice title={t('draft.yours')} text={t('draft.yours-text')}>
                  <Button
                    onClick={() => {
                      setWarned(true);
                    }}
                  >
                    {t('draft.yours-show')}
                  </Button>
                </Notice>
              ) : (
                <ShownDraft
                  programmeId={id}
                  draft={value}
                  busy={busy}
                  isOver={state === 'closed'}
                  onRun={(choices) => void run(choices)}
                  onShow={show}
                />
              )
            }
          </ResourceView>
        </>
      )}
    </div>
  );
}

/** What the next run takes over: pairs that are already proposed are no longer there to be kept. */
function nextChoices(draft: DraftDto | undefined): ChosenDto | undefined {
  if (draft === undefined) return undefined;
  const choices = draft.pending ?? draft.choices;
  return draft.state === 'published' ? { ...choices, locked: [] } : choices;
}

interface ShownProps {
  readonly programmeId: string;
  readonly draft: DraftDto;
  readonly busy: boolean;
  /** The programme is over: what was not published is only a record. */
  readonly isOver: boolean;
  readonly onRun: (choices: ChosenDto) => void;
  readonly onShow: (draftId: string | undefined) => void;
}

function ShownDraft({ programmeId, draft, busy, isOver, onRun, onShow }: ShownProps): ReactNode {
  const styles = useStyles();
  const page = usePageStyles();
  const words = useWords();
  const { t } = words;
  const drafts = useDrafts(programmeId).value?.drafts ?? [];
  const [latest] = drafts;
  const isRecord = isOver && draft.state !== 'published';
  return (
    <>
      {drafts.length > 1 && (
        <div className={page.bar}>
          <div className={styles.draft}>
            <LabelledSelect
              label={t('studio.draft')}
              value={draft.id}
              onChoose={(draftId) => {
                onShow(draftId === latest?.id ? undefined : draftId);
              }}
            >
              {drafts.map((one) => (
                <option key={one.id} value={one.id}>
                  {draftName(one, words)}
                </option>
              ))}
            </LabelledSelect>
          </div>
        </div>
      )}
      {latest !== undefined && latest.id !== draft.id && <p className={page.quiet}>{t('studio.older')}</p>}
      {isRecord ? (
        <p className={page.quiet}>{t('draft.over-unpublished')}</p>
      ) : (
        <OpenDraft programmeId={programmeId} draft={draft} drafts={drafts} busy={busy} onRun={onRun} />
      )}
    </>
  );
}

interface OpenProps extends Pick<ShownProps, 'programmeId' | 'draft' | 'busy' | 'onRun'> {
  readonly drafts: readonly DraftSummaryDto[];
}

function OpenDraft({ programmeId, draft, drafts, busy, onRun }: OpenProps): ReactNode {
  if (draft.renewal !== undefined) return <RenewalDraft programmeId={programmeId} draft={draft} />;
  if (draft.state === 'queued' || draft.state === 'computing')
    return <DraftJob programmeId={programmeId} draft={draft} />;
  if (draft.state === 'failed')
    return <FailedDraft key={draft.id} programmeId={programmeId} draft={draft} busy={busy} onRun={onRun} />;
  return (
    isComputed(draft) && (
      <DraftStudio programmeId={programmeId} draft={draft} drafts={drafts} busy={busy} onRun={onRun} />
    )
  );
}

function isComputed({ state }: DraftDto): boolean {
  return state === 'ready' || state === 'publishing' || state === 'published';
}
