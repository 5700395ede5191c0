import { declareAction } from '../member/declare-action';
import { answerSurvey } from './answer-survey';
import { answerSurveyPress, skipSurveyPress } from './contract';

/** What people can press about a survey. */
export const surveyActions = [
  declareAction(answerSurveyPress, ['participant'], answerSurvey),
  declareAction(skipSurveyPress, ['participant'], answerSurvey),
] as const;
