import type { Capability, Ports } from '../domain/ports';
import type { SurveyAnswers, SurveyKeys } from '../domain/survey-ports';

/** Everything that any use case names. Only `dispatch` holds it: it hands each of them what they ask for. */
export type AllPorts = Ports<Capability> & SurveyAnswers & SurveyKeys;
