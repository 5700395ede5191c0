import type { AssistantStepDto, StepDto } from '../../../src/own-page/step-contract';

/** Whether somebody waits for the reader: a session may be moved and a programme come back to, but nobody asks for either. */
export function waitsForAnswer(step: StepDto | AssistantStepDto): boolean {
  switch (step.step) {
    case 'move':
    case 'return':
    // Nobody knows whether they have answered, and nobody is told that they have not.
    case 'needs-poll':
      return false;
    case 'renewal':
      return !step.answered;
    case 'survey':
      return step.state !== 'answered';
    case 'invitation':
    case 'proposal':
    case 'slots':
    case 'met':
    case 'charter':
      return true;
  }
}
