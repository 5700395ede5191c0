import type { ReactNode } from 'react';
import type { ChosenDto, DraftDto } from '../../../src/draft/api-contract';
import { Notice } from '../../components/notice';
import { ProblemNotice } from '../../components/problem-notice';
import { useWords } from '../../lib/words-context';
import { withApart, withLock } from './choice-sets';
import { ChosenPairs } from './chosen-pairs';
import { PolicyPanel } from './policy-panel';
import { useChoices } from './use-choices';
import { useDraftList } from './use-draft';

interface Props {
  readonly programmeId: string;
  readonly draft: DraftDto;
  readonly busy: boolean;
  readonly onRun: (choices: ChosenDto) => void;
}

/** A draft that did not succeed or was cancelled: why, and the choices that can be changed before the next run. */
export function FailedDraft({ programmeId, draft, busy, onRun }: Props): ReactNode {
  const { t } = useWords();
  const choices = useChoices(programmeId, draft);
  const list = useDraftList(programmeId, draft.id, draft.revision);
  return (
    <>
      <Notice title={t('draft.failed')} text={draft.reason ?? t('draft.failed-text')} />
      {choices.problem !== undefined && <ProblemNotice problem={choices.problem} />}
      {(list.value !== undefined || list.problem !== undefined) && (
        <ChosenPairs
          next={choices.next}
          list={list.value}
          onUnlock={(pair) => void choices.change((newest) => withLock(newest, pair, false))}
          onRejoin={(pair) => void choices.change((newest) => withApart(newest, pair, false))}
        />
      )}
      <PolicyPanel
        draft={draft}
        choices={choices}
        busy={busy}
        onRun={(policy) => {
          onRun({ ...choices.next, policy });
        }}
      />
    </>
  );
}
