import { useState } from 'react';
import { actionAnswerSchema } from '../../../src/hr-page/action-api-contract';
import type { Action, Verb } from '../../../src/dispatch/actions';
import type { Notice } from '../../../src/domain/view';
import type { CommentWarning } from '../../../src/survey/survey-view';
import type { ShownProblem } from '../../api/api-client';
import { useCommand } from '../../api/use-command';
import { useAnnounce } from '../../components/announcer';
import type { TextKey } from '../../lib/translate';
import { useWords } from '../../lib/words-context';

/** An action of the reader's: whether it is under way, and why the last one was refused. */
export interface Doing {
  readonly busy: boolean;
  readonly problem: ShownProblem | undefined;
  /** What a comment holds that is better left out; it was not sent. */
  readonly warning: readonly CommentWarning[];
  /** Does the action and says `done` aloud; the page then shows the state that is true now. False where it was refused. */
  send(action: Action, done: TextKey): Promise<boolean>;
}

const notices: Readonly<Record<Notice, TextKey>> = {
  'not-in-programme': 'step.notice.not-in-programme',
  'not-allowed': 'step.notice.not-allowed',
  'not-found': 'step.notice.not-found',
  'out-of-date': 'step.notice.out-of-date',
  'not-saved': 'step.notice.not-saved',
  working: 'step.notice.working',
  'invalid-input': 'step.notice.invalid-input',
  // Fields of the page take no longer text.
  'too-long': 'step.notice.invalid-input',
  // The page sends dates that cannot be two.
  'date-unread': 'step.notice.invalid-input',
  'programme-closed': 'step.notice.programme-closed',
  'no-identity': 'step.notice.no-identity',
  'capacity-reached': 'step.notice.capacity-reached',
  shortened: 'step.notice.shortened',
};

/** Sends what the reader presses: the same actions as on the bot's cards. */
export function useAction(programmeId: string): Doing {
  const { t } = useWords();
  const announce = useAnnounce();
  const command = useCommand(`/programmes/${programmeId}/me`);
  const [refusal, setRefusal] = useState<ShownProblem>();
  const [warning, setWarning] = useState<readonly CommentWarning[]>([]);
  return {
    busy: command.busy,
    problem: command.problem ?? refusal,
    warning,
    async send(action, done) {
      setRefusal(undefined);
      setWarning([]);
      const answer = await command.run({ path: '/actions', schema: actionAnswerSchema, body: action });
      if (answer === undefined) return false;
      const view = answer.view as ShownView;
      if (view.warning !== undefined) {
        setWarning(view.warning);
        return false;
      }
      const notice = noticeOf(view) ?? missedSurvey(view, action.verb);
      if (notice !== undefined) {
        setRefusal({ code: 'not-ready', message: t(notice) });
        // The step may be gone before its own words are read.
        announce(t(notice));
        return false;
      }
      announce(t(done));
      return true;
    },
  };
}

/** What the page needs of the card that is true now. */
interface ShownView {
  readonly card?: string;
  readonly notice?: string;
  readonly state?: string;
  readonly warning?: readonly CommentWarning[];
}

/** What a survey, or the needs poll, is after a press that did what it says. */
const doneAs: Partial<Record<Verb, string>> = {
  'needs-poll/answer': 'sent',
  'survey/answer': 'answered',
  'survey/save': 'open',
  'survey/skip': 'skipped',
};

/** Why a press on questions changed nothing: they have closed, or were answered or skipped elsewhere. */
function missedSurvey({ card, state }: ShownView, verb: Verb): TextKey | undefined {
  if ((card !== 'survey' && card !== 'needs-poll') || doneAs[verb] === undefined || doneAs[verb] === state)
    return undefined;
  return state === 'closed' || state === 'ending' ? 'step.notice.survey-closed' : 'step.notice.out-of-date';
}

function noticeOf({ card, notice }: ShownView): TextKey | undefined {
  if (card !== 'notice') return undefined;
  const known = (Object.keys(notices) as Notice[]).find((name) => name === notice);
  return known === undefined ? 'step.notice.not-saved' : notices[known];
}
