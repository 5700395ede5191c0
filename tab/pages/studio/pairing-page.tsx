import type { ReactNode } from 'react';
import { Button, makeStyles } from '@fluentui/react-components';
import { useSearchParams } from 'wouter';
import { draftStartedSchema, type ChosenDto, type DraftDto } from '../../../src/draft/api-contract';
import { useCommand } from '../../api/use-command';
import { LabelledSelect } from '../../components/labelled-select';
import { Notice } from '../../components/notice';
import { PageHeading } from '../../components/page-heading';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { ResourceView } from '../../components/resource-view';
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
  const draft = head.value;

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
        actions={
          <Button
            appearance={draft === undefined ? 'primary' : 'secondary'}
            disabled={busy}
            onClick={() => void run(nextChoices(draft))}
          >
            {t(draft === undefined ? 'draft.start' : 'draft.again')}
          </Button>
        }
      />
      {start.problem !== undefined && <ProblemNotice problem={start.problem} />}
      <ResourceView resource={head} missing={<Notice title={t('draft.empty')} text={t('draft.empty-text')} />}>
        {(value) => (
          <ShownDraft programmeId={id} draft={value} busy={busy} onRun={(choices) => void run(choices)} onShow={show} />
        )}
      </ResourceView>
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
  readonly onRun: (choices: ChosenDto) => void;
  readonly onShow: (draftId: string | undefined) => void;
}

function ShownDraft({ programmeId, draft, busy, onRun, onShow }: ShownProps): ReactNode {
  const styles = useStyles();
  const page = usePageStyles();
  const words = useWords();
  const { t } = words;
  const drafts = useDrafts(programmeId).value?.drafts ?? [];
  const [latest] = drafts;
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
      {(draft.state === 'queued' || draft.state === 'computing') && (
        <DraftJob programmeId={programmeId} draft={draft} />
      )}
      {draft.renewal !== undefined && <RenewalDraft programmeId={programmeId} draft={draft} />}
      {draft.renewal === undefined && draft.state === 'failed' && (
        <FailedDraft key={draft.id} programmeId={programmeId} draft={draft} busy={busy} onRun={onRun} />
      )}
      {draft.renewal === undefined && isComputed(draft) && (
        <DraftStudio programmeId={programmeId} draft={draft} drafts={drafts} busy={busy} onRun={onRun} />
      )}
    </>
  );
}

function isComputed({ state }: DraftDto): boolean {
  return state === 'ready' || state === 'publishing' || state === 'published';
}
