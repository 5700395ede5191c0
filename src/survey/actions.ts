import { declareAction } from '../member/declare-action';
import { answerSurvey } from './answer-survey';
import { answerSurveyPress, editSurveyPress, saveSurveyPress, skipSurveyPress } from './contract';
import { editSurvey } from './edit-survey';
import { saveSurvey } from './save-survey';
import { skipSurvey } from './skip-survey';

/** What people can press about a survey. */
export const surveyActions = [
  declareAction(answerSurveyPress, ['participant'], answerSurvey),
  declareAction(saveSurveyPress, ['participant'], saveSurvey),
  declareAction(skipSurveyPress, ['participant'], skipSurvey),
  declareAction(editSurveyPress, ['participant'], editSurvey),
] as const;
