import type { AnswerStore, KeyStore } from './rows';

/** Survey answers, under pseudonyms. Lint keeps this port inside `survey`; `dispatch` hands it through. */
export interface SurveyAnswers {
  readonly answers: AnswerStore;
}

/** The key from which pseudonyms of answers are made; with it they are people's again. Kept as the answers are. */
export interface SurveyKeys {
  readonly keys: KeyStore;
}
