import { useRef, useState, type ReactNode } from 'react';
import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { ownLimits, type OwnQuestion } from '../../../src/domain/own-questions';
import { questionsAnswerSchema, type QuestionsAnswer } from '../../../src/questions/api-contract';
import { useCommand } from '../../api/use-command';
import { useAnnounce } from '../../components/announcer';
import { Notice } from '../../components/notice';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';
import {
  areAlike,
  draftOf,
  keepDraft,
  moved,
  newQuestion,
  storedDraft,
  type OpenDraft,
  type QuestionDraft,
} from './question-draft';
import { QuestionItem } from './question-item';
import { QuestionPreview } from './question-preview';
import { ThresholdFields } from './threshold-fields';
import { useUnsavedGuard } from './use-unsaved-guard';

interface Props {
  readonly programmeId: string;
  readonly stored: QuestionsAnswer;
}

/** The questions in their order, each to be edited in its place; saved all at once, so that nobody's changes are lost. */
export function QuestionsForm({ programmeId, stored }: Props): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const announce = useAnnounce();
  const save = useCommand(`/programmes/${programmeId}`);
  const [open, setOpen] = useState<OpenDraft | undefined>(() => draftOf(programmeId));
  const [edited, setEdited] = useState<string>();
  const list = useRef<HTMLOListElement>(null);
  const now = storedDraft(stored);
  const shown = open?.typed ?? now;
  const isUnsaved = open !== undefined && !areAlike(open.typed, now);
  const isOvertaken = isUnsaved && !areAlike(open.base, now);
  const fields = new Map((save.problem?.fields ?? []).map(({ path, message }) => [path, message]));
  useUnsavedGuard(isUnsaved);

  function keep(draft: OpenDraft | undefined): void {
    keepDraft(programmeId, draft);
    setOpen(draft);
  }

  function change(next: Partial<QuestionDraft>): void {
    keep({ typed: { ...shown, ...next }, base: open?.base ?? now });
  }

  function undo(): void {
    keep(undefined);
    setEdited(undefined);
    save.forget();
  }

  function move(index: number, by: number): void {
    change({ questions: moved(shown.questions, index, by) });
    announce(t('questions.moved', { place: index + by + 1, total: shown.questions.length }));
  }

  function remove(index: number): void {
    change({ questions: shown.questions.toSpliced(index, 1) });
    announce(t('questions.removed'));
    list.current?.focus();
  }

  async function send(): Promise<void> {
    const saved = await save.run({
      method: 'PUT',
      path: `/programmes/${programmeId}/questions`,
      schema: questionsAnswerSchema,
      body: { questions: shown.questions, thresholds: shown.thresholds },
      headers: { 'if-match': `"${stored.version}"` },
    });
    if (saved === undefined) return;
    keep(undefined);
    setEdited(undefined);
    announce(t('questions.saved'));
  }

  const canAdd = !stored.isFrozen && stored.surveys.length > 0 && shown.questions.length < ownLimits.inAll;
  return (
    <>
      {stored.isFrozen && <Notice title={t('questions.frozen')} text={t('questions.frozen-what')} />}
      {!stored.isFrozen && stored.surveys.length === 0 && (
        <Notice title={t('questions.no-surveys')} text={t('questions.no-surveys-what')} />
      )}
      <Section title={t('questions.own', { count: shown.questions.length })}>
        <p className={page.quiet}>{t('questions.rules')}</p>
        <ol ref={list} className={page.plain} tabIndex={-1} aria-label={t('questions.title')}>
          {shown.questions.map((question, index) => (
            <QuestionItem
              key={question.id}
              question={question}
              index={index}
              total={shown.questions.length}
              surveys={stored.surveys}
              isFrozen={stored.isFrozen}
              isEdited={edited === question.id}
              faultAt={(path) => fields.get(`questions.${index}.${path}`)}
              onEdit={() => {
                setEdited(edited === question.id ? undefined : question.id);
              }}
              onChange={(next: OwnQuestion) => {
                change({ questions: shown.questions.with(index, next) });
              }}
              onMove={(by) => {
                move(index, by);
              }}
              onRemove={() => {
                remove(index);
              }}
            />
          ))}
        </ol>
        {canAdd && (
          <div>
            <Button
              onClick={() => {
                const question = newQuestion(shown.questions, stored.surveys);
                change({ questions: [...shown.questions, question] });
                setEdited(question.id);
              }}
            >
              {t('questions.add')}
            </Button>
          </div>
        )}
      </Section>
      <ThresholdFields
        thresholds={shown.thresholds}
        least={stored.least}
        isFrozen={stored.isFrozen}
        faultAt={(name) => fields.get(`thresholds.${name}`)}
        onChange={(thresholds) => {
          change({ thresholds });
        }}
      />
      {save.problem !== undefined &&
        (save.problem.fields === undefined ? (
          <ProblemNotice problem={save.problem} />
        ) : (
          <Faults fields={save.problem.fields} />
        ))}
      {isOvertaken && (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody>
            <MessageBarTitle>{t('questions.overtaken')}</MessageBarTitle>
            {t('questions.overtaken-what')}
          </MessageBarBody>
          <MessageBarActions>
            <Button onClick={undo}>{t('questions.take-theirs')}</Button>
            <Button
              onClick={() => {
                keep({ typed: shown, base: now });
                save.forget();
              }}
            >
              {t('questions.keep-mine')}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {isUnsaved && !isOvertaken && (
        <p className={page.quiet} role="status">
          {t('questions.unsaved')}
        </p>
      )}
      <div className={page.buttons}>
        <Button appearance="primary" disabled={save.busy || !isUnsaved || isOvertaken} onClick={() => void send()}>
          {t('questions.save')}
        </Button>
        <Button disabled={!isUnsaved} onClick={undo}>
          {t('questions.undo')}
        </Button>
      </div>
      {stored.surveys.length > 0 && <QuestionPreview questions={shown.questions} surveys={stored.surveys} />}
    </>
  );
}

/** All that did not fit; each is also told at its field. */
function Faults({
  fields,
}: {
  readonly fields: readonly { readonly path: string; readonly message: string }[];
}): ReactNode {
  const { t } = useWords();
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{t('questions.faults', { count: fields.length })}</MessageBarTitle>
        <ul>
          {fields.map(({ path, message }) => {
            const place = /^questions\.(\d+)/u.exec(path)?.[1];
            return (
              <li key={path}>
                {place === undefined ? message : t('questions.fault', { number: Number(place) + 1, message })}
              </li>
            );
          })}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
