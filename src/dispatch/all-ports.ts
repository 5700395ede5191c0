import type { Capability, Ports } from '../domain/ports';
import type { SurveyAnswers, SurveyKeys } from '../domain/survey-ports';

/** Everything that any use case names. Only `dispatch` holds it: it hands each of them what they ask for. */
export type AllPorts = Ports<Capability> & SurveyAnswers & SurveyKeys;

/** What is handed to every feature but surveys: no answers, and no keys that tell whose they are. */
export function everydayPorts({ answers: _answers, keys: _keys, ...ports }: AllPorts): Ports<Capability> {
  return ports;
}
