import type { PilotRule } from '../../../src/domain/pilot-contract';
import type { PilotAnswer } from '../../../src/hr-page/pilot-api-contract';
import { pilotWords } from '../../../src/hr-page/pilot-words';
import { weighPilot, type PilotFacts } from '../../../src/hr-page/weigh-pilot';
import type { Language } from '../../../src/language/languages';
import { someProgress } from './progress';
import { closedResults } from './results';

/** A rule with a condition of each kind. */
export const aRule: PilotRule = {
  goesOnIf: [
    { by: 'answers', measure: 'useful', side: 'mentor', atLeast: 4 },
    { by: 'answers', measure: 'tool-use', side: 'mentee', atLeast: 70 },
    { by: 'change', measure: 'understanding', side: 'mentee', atLeast: 0.3 },
    { by: 'hours', atLeast: 75 },
    { by: 'pairs', atLeast: 80 },
  ],
};

/** A programme that is over: of 68 hours planned 61 were held, 17 of 20 pairs finished. */
export function pilotFacts(overrides: Partial<PilotFacts> = {}): PilotFacts {
  return { state: 'closed', awaits: false, results: closedResults(), progress: someProgress(), ...overrides };
}

/** The rule as a page is told it, in the reader's language. */
export function somePilot(language: Language, overrides: Partial<PilotFacts> = {}): PilotAnswer {
  return { pilot: pilotWords(weighPilot(aRule, pilotFacts(overrides)), language) };
}
