import type { AnswerStore, KeyStore } from './rows';

/** Survey answers, under pseudonyms. `dispatch` hands this port to `survey` alone, and lint keeps others from naming it. */
export interface SurveyAnswers {
  readonly answers: AnswerStore;
}

/** The key from which pseudonyms of answers are made; with it they are people's again. Kept as the answers are. */
export interface SurveyKeys {
  readonly keys: KeyStore;
  /** What the keys are wrapped under. It is kept outside the storage account, so that whoever has every table has no key. */
  readonly wrappingSecret: () => string;
}
