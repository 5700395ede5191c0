import { bySize } from '../helpers/size';
import { walkSurveyRound } from './survey-round';

// Every word of a survey and of its results is looked at in both languages one level below.
walkSurveyRound(bySize({ small: 'fr', full: 'en' }));
