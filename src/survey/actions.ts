import { declareAction } from '../member/declare-action';
import { answerSurvey } from './answer-survey';
import {
  answerSurveyPress,
  deleteCommentPress,
  editSurveyPress,
  saveSurveyPress,
  showCommentPress,
  skipSurveyPress,
} from './contract';
import { deleteComment } from './delete-comment';
import { editSurvey } from './edit-survey';
import { saveSurvey } from './save-survey';
import { showComment } from './show-comment';
import { skipSurvey } from './skip-survey';

/** What people can press about a survey. */
export const surveyActions = [
  declareAction(answerSurveyPress, ['participant'], answerSurvey),
  declareAction(saveSurveyPress, ['participant'], saveSurvey),
  declareAction(skipSurveyPress, ['participant'], skipSurvey),
  declareAction(editSurveyPress, ['participant'], editSurvey),
  declareAction(showCommentPress, ['participant'], showComment),
  declareAction(deleteCommentPress, ['participant'], deleteComment),
] as const;
