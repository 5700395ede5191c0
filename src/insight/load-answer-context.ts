import type { AnswerContext } from '../domain/figures';
import type { Participant } from '../domain/participant';
import type { Ports } from '../domain/ports';
import type { ProgrammePlan } from '../domain/programme-contract';
import type { SurveyKeys } from '../domain/survey-ports';
import { readWhole } from '../kernel/read-all';
import { joinPartners } from './group-partners';
import { peopleAskedWaiting } from '../survey/list-waiting';
import { loadPersonKeys } from '../survey/load-person-keys';

/**
 * Who shares a partner, who has which value of the attribute that the plan declares, and who waited, by the keys under which answers are joined: in memory
 * alone. Undefined once the programme's key is destroyed.
 */
export async function loadAnswerContext(
  ports: Ports<'programmes' | 'secrets'> & SurveyKeys,
  programmeId: string,
): Promise<AnswerContext | undefined> {
  const [programme, baseline, closing, keyOf] = await Promise.all([
    ports.programmes.get(programmeId, 'programme', 'programme'),
    ports.programmes.get(programmeId, 'survey-round', 'baseline'),
    ports.programmes.get(programmeId, 'survey-round', 'closing'),
    loadPersonKeys(ports, programmeId),
  ]);
  const attributeOf = new Map<string, string>();
  if (keyOf === undefined) return undefined;
  const waiting = new Set<string>();
  if (baseline?.value.asksWaiting === true)
    for (const id of await peopleAskedWaiting(ports, programmeId)) waiting.add(keyOf(id));
  const late = new Set<string>();
  const pairs: (readonly [string, string])[] = [];
  for await (const { value } of readWhole(ports.programmes, programmeId, 'pair')) {
    const two = [keyOf(value.mentorId), keyOf(value.menteeId)] as const;
    pairs.push(two);
    // Settled with the baseline, so that what was told of it stays about the same people.
    if (baseline !== undefined && value.startedAt < baseline.value.closesAt)
      for (const person of two) waiting.delete(person);
    else if (closing !== undefined && value.startedAt < closing.value.opensAt)
      for (const person of two) late.add(person);
  }
  for (const person of late) if (!waiting.has(person)) late.delete(person);
  const clusterOf = joinPartners(pairs);
  const attribute = programme?.value.plan.surveys?.cut;
  if (attribute !== undefined)
    for await (const { key, value } of readWhole(ports.programmes, programmeId, 'participant')) {
      const own = valueOf(value, attribute);
      if (own !== undefined) attributeOf.set(keyOf(key), own);
    }
  return { clusterOf, attributeOf, waiting, late };
}

function valueOf({ profile }: Participant, attribute: Attribute): string | undefined {
  const value = profile[attribute]?.trim();
  return value === '' ? undefined : value;
}

type Attribute = NonNullable<NonNullable<ProgrammePlan['surveys']>['cut']>;
