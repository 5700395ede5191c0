import { useRef, useState, type ReactNode } from 'react';
import { Spinner } from '@fluentui/react-components';
import { peopleCheckSchema, type PeopleCheck } from '../../../src/people-file/api-contract';
import { startedSchema } from '../../../src/hr-page/programme-api-contract';
import { useCommand } from '../../api/use-command';
import { useAnnounce } from '../../components/announcer';
import { FilePicker } from '../../components/file-picker';
import { JobProgress } from '../../components/job-progress';
import { PageHeading } from '../../components/page-heading';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { TextLink } from '../../components/text-link';
import { readBase64 } from '../../lib/read-base64';
import { useProgrammeId } from '../../lib/use-programme-id';
import { useWords } from '../../lib/words-context';
import { choiceOf, requestOf, withFix, type ColumnChoice } from './column-choice';
import { CompleteFile } from './complete-file';
import { ImportColumns } from './import-columns';
import { changesOf, ImportDecision } from './import-decision';
import { ImportFindings, type Fix } from './import-findings';
import { ImportPreview } from './import-preview';

const asRead = { choice: {}, changed: false };

interface ChosenFile {
  readonly name: string;
  readonly contentBase64: string;
}

type Stage =
  | { readonly stage: 'choose' }
  | { readonly stage: 'preview'; readonly file: ChosenFile; readonly check: PeopleCheck }
  | { readonly stage: 'applying'; readonly jobId: string; readonly count: number };

/** People from a file: choose, see how its columns are read, what it would change and what is to be known of it, confirm, watch. */
export function ImportPage(): ReactNode {
  const id = useProgrammeId();
  const page = usePageStyles();
  const { t } = useWords();
  const announce = useAnnounce();
  const check = useCommand(`/programmes/${id}/jobs`);
  const confirm = useCommand(`/programmes/${id}/people`);
  const [stage, setStage] = useState<Stage>({ stage: 'choose' });
  const [unreadable, setUnreadable] = useState(false);
  const [complete, setComplete] = useState(false);
  const told = useRef<HTMLDivElement>(null);
  const [columns, setColumns] = useState<{ readonly choice: ColumnChoice; readonly changed: boolean }>(asRead);

  async function choose(file: File): Promise<void> {
    confirm.forget();
    setStage({ stage: 'choose' });
    setComplete(false);
    const contentBase64 = await readBase64(file).catch(() => undefined);
    setUnreadable(contentBase64 === undefined);
    if (contentBase64 !== undefined) await read({ name: file.name, contentBase64 });
  }

  async function read(file: ChosenFile, choice?: ColumnChoice, listsAll = false): Promise<boolean> {
    const checked = await check.run({
      path: `/programmes/${id}/people/check`,
      schema: peopleCheckSchema,
      body: {
        fileName: file.name,
        contentBase64: file.contentBase64,
        ...(choice === undefined ? {} : requestOf(choice)),
        ...(listsAll ? { complete: true } : {}),
      },
    });
    if (checked === undefined) return false;
    setColumns({ choice: choiceOf(checked.columns, choice), changed: false });
    setStage({ stage: 'preview', file, check: checked });
    const missing = checked.columns.missing.length;
    announce(
      missing > 0
        ? t('columns.title-missing', { count: missing })
        : t('import.checked', { accepted: checked.accepted, left: checked.rows - checked.accepted }),
    );
    return true;
  }

  async function readAs(file: ChosenFile, listsAll: boolean): Promise<void> {
    setComplete(listsAll);
    if (!(await read(file, columns.choice, listsAll))) setComplete(!listsAll);
  }

  async function readFixed(file: ChosenFile, fix: Fix): Promise<void> {
    // The button that was pressed goes with what it settles.
    told.current?.focus();
    await read(file, withFix(columns.choice, fix), complete);
  }

  async function apply(importId: string, count: number, leaving?: number): Promise<void> {
    const started = await confirm.run({
      path: `/programmes/${id}/people/imports/${encodeURIComponent(importId)}/confirm`,
      schema: startedSchema,
      ...(leaving === undefined ? {} : { body: { leaving } }),
    });
    if (started !== undefined) setStage({ stage: 'applying', jobId: started.jobId, count });
  }

  return (
    <div className={page.page}>
      <PageHeading title={t('import.title')} detail={t('import.detail')} />
      {stage.stage !== 'applying' && (
        <FilePicker
          label={t(stage.stage === 'choose' ? 'import.choose' : 'import.choose-other')}
          hint={t('import.hint')}
          accept=".csv,.xlsx,text/csv"
          disabled={check.busy}
          primary={stage.stage === 'choose'}
          onFile={(file) => void choose(file)}
        />
      )}
      {check.busy && <Spinner size="small" label={t('import.reading')} labelPosition="after" />}
      {unreadable && <ProblemNotice problem={{ code: 'file-unreadable', message: t('import.unreadable') }} />}
      {check.problem !== undefined && <ProblemNotice problem={check.problem} />}
      {confirm.problem !== undefined && <ProblemNotice problem={confirm.problem} />}
      {stage.stage === 'preview' && (
        <>
          <ImportColumns
            columns={stage.check.columns}
            choice={columns.choice}
            changed={columns.changed}
            busy={check.busy}
            onChange={(choice) => {
              setColumns({ choice, changed: true });
            }}
            onRead={() => void read(stage.file, columns.choice, complete)}
          />
          <div ref={told} tabIndex={-1} className={page.page}>
            {stage.check.columns.missing.length === 0 && <ImportPreview name={stage.file.name} check={stage.check} />}
            <ImportFindings check={stage.check} busy={check.busy} onFix={(fix) => void readFixed(stage.file, fix)} />
          </div>
          {stage.check.columns.missing.length === 0 && (
            <CompleteFile
              check={stage.check}
              complete={complete}
              busy={check.busy}
              onChange={(listsAll) => void readAs(stage.file, listsAll)}
            />
          )}
          {columns.changed ? (
            <p className={page.text}>{t('columns.changed')}</p>
          ) : (
            <ImportDecision
              check={stage.check}
              busy={confirm.busy || check.busy}
              onConfirm={(importId, leaving) => void apply(importId, changesOf(stage.check), leaving)}
              onCancel={() => {
                setStage({ stage: 'choose' });
              }}
            />
          )}
        </>
      )}
      {stage.stage === 'applying' && (
        <>
          <JobProgress programmeId={id} jobId={stage.jobId} done={t('import.done', { count: stage.count })} />
          <TextLink to={`/programmes/${id}/people`}>{t('import.see-people')}</TextLink>
        </>
      )}
    </div>
  );
}
