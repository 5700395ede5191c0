import type { StepDto } from '../../../src/own-page/step-contract';

/** What tells the steps of one page apart. */
export function stepKey(step: StepDto): string {
  switch (step.step) {
    case 'invitation':
    case 'return':
    case 'needs-poll':
      return step.step;
    case 'proposal':
      return `${step.step} ${step.actions[0].proposalId}`;
    case 'slots':
    case 'move':
    case 'met':
      return `${step.step} ${step.pairId} ${step.number}`;
    case 'survey':
      return `${step.step} ${step.surveyRound} ${step.pairId ?? ''}`;
    case 'renewal':
    case 'charter':
      return `${step.step} ${step.pairId}`;
  }
}
