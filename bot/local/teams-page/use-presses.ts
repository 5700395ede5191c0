import { useState } from 'react';
import {
  serviceClient,
  type PageMessage,
  type PressAnswer,
  type PressedAction,
  type TaskDialog,
} from './service-client';

export interface Presses {
  readonly busyWith?: string;
  readonly dialog?: TaskDialog;
  /** What the client says about the last press beyond what the card shows. */
  readonly problem?: string;
  /** Shown in the dialog in place of its card: the bot's last word. */
  readonly lastWord?: string;
  readonly press: (message: PageMessage, action: PressedAction, inputs: Record<string, unknown>) => void;
  readonly submit: (action: PressedAction, inputs: Record<string, unknown>) => void;
  readonly closeDialog: () => void;
  readonly report: (problem: string | undefined) => void;
}

interface State {
  readonly busyWith?: string;
  readonly dialog?: TaskDialog;
  readonly problem?: string;
  readonly lastWord?: string;
}

/** Passes presses of one person on and keeps the dialog they open. */
export function usePresses(directoryId: string, incompleteText: string): Presses {
  const [state, setState] = useState<State>({});
  const settle = (answer: PressAnswer, inDialog: boolean): State => {
    if (answer.outcome === 'dialog') return { dialog: answer.dialog };
    if (answer.outcome === 'incomplete') return { problem: incompleteText };
    if (answer.outcome === 'error') return inDialog ? { problem: answer.text } : {};
    return answer.outcome === 'message' && inDialog ? { lastWord: answer.text } : {};
  };
  const run = (busyWith: string, before: State, work: Promise<PressAnswer>, inDialog: boolean): void => {
    setState({ ...before, busyWith });
    work.then(
      (answer) => {
        const next = settle(answer, inDialog);
        const keepsDialog = next.problem !== undefined || next.lastWord !== undefined;
        setState({ ...(keepsDialog && before.dialog ? { dialog: before.dialog } : {}), ...next });
      },
      (error: unknown) => {
        setState({ ...before, problem: error instanceof Error ? error.message : String(error) });
      },
    );
  };
  return {
    ...state,
    press(message, action, inputs) {
      run(message.id, {}, serviceClient.press(directoryId, message.id, action, inputs), false);
    },
    submit(action, inputs) {
      const { dialog } = state;
      if (dialog) run(dialog.dialogId, { dialog }, serviceClient.submitDialog(dialog.dialogId, action, inputs), true);
    },
    closeDialog() {
      if (state.dialog && state.lastWord === undefined) void serviceClient.closeDialog(state.dialog.dialogId);
      setState({});
    },
    report(problem) {
      setState(problem === undefined ? {} : { problem });
    },
  };
}
