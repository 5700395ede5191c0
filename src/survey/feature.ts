import { surveyActions } from './actions';
import { surveyMessages } from './messages';
import { surveyDue } from './due';
import { surveyText } from './text/survey-text';

/** Surveys. What it declares, for `src/dispatch`. */
export const surveyFeature = {
  name: 'survey',
  actions: surveyActions,
  messages: surveyMessages,
  due: surveyDue,
  text: surveyText,
} as const;
