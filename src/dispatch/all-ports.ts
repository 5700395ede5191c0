import type { FigureMaker } from '../domain/figures';
import type { PairVault } from '../domain/pair-vault';
import type { Capability, Ports } from '../domain/ports';
import type { SurveyAnswers, SurveyKeys } from '../domain/survey-ports';

/** Everything that any use case names. Only `dispatch` holds it: it hands each of them what they ask for. */
export type AllPorts = Ports<Capability> & SurveyAnswers & SurveyKeys & PairVault & FigureMaker;

/** What is handed to every feature but those below: no answers, no keys that tell whose they are, and nothing of a pair's own. */
export function everydayPorts({
  answers: _answers,
  keys: _keys,
  wrappingSecret: _wrappingSecret,
  pairs: _pairs,
  makeFigures: _makeFigures,
  ...ports
}: AllPorts): Ports<Capability> {
  return ports;
}

/** What is handed to surveys. */
export function surveyPorts({
  pairs: _pairs,
  makeFigures: _makeFigures,
  ...ports
}: AllPorts): Ports<Capability> & SurveyAnswers & SurveyKeys {
  return ports;
}

/** What is handed to whoever makes figures of answers. */
export function figurePorts({
  pairs: _pairs,
  ...ports
}: AllPorts): Ports<Capability> & SurveyAnswers & SurveyKeys & FigureMaker {
  return ports;
}

/** What is handed to the features of a pair. */
export function pairPorts({
  answers: _answers,
  keys: _keys,
  wrappingSecret: _wrappingSecret,
  makeFigures: _makeFigures,
  ...ports
}: AllPorts): Ports<Capability> & PairVault {
  return ports;
}
