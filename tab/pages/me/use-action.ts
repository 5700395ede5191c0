import { useState } from 'react';
import { actionAnswerSchema } from '../../../src/hr-page/action-api-contract';
import type { Action } from '../../../src/dispatch/actions';
import type { Notice } from '../../../src/domain/view';
import type { ShownProblem } from '../../api/api-client';
import { useCommand } from '../../api/use-command';
import { useAnnounce } from '../../components/announcer';
import type { TextKey } from '../../lib/translate';
import { useWords } from '../../lib/words-context';

/** An action of the reader's: whether it is under way, and why the last one was refused. */
export interface Doing {
  readonly busy: boolean;
  readonly problem: ShownProblem | undefined;
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
  return {
    busy: command.busy,
    problem: command.problem ?? refusal,
    async send(action, done) {
      setRefusal(undefined);
      const answer = await command.run({ path: '/actions', schema: actionAnswerSchema, body: action });
      if (answer === undefined) return false;
      const notice = noticeOf(answer.view);
      if (notice !== undefined) {
        setRefusal({ code: 'not-ready', message: t(notice) });
        return false;
      }
      announce(t(done));
      return true;
    },
  };
}

function noticeOf(view: Readonly<Record<string, unknown>>): TextKey | undefined {
  if (view['card'] !== 'notice') return undefined;
  const notice = view['notice'];
  const known = (Object.keys(notices) as Notice[]).find((name) => name === notice);
  return known === undefined ? 'step.notice.not-saved' : notices[known];
}
