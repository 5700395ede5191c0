import type { RuleCode } from '../domain/pairing';
import type { UseCaseContext, Ports } from '../domain/ports';
import type { UnitOfWork } from '../domain/unit-of-work';
import type { PairPeople } from '../pair/load-pair';
import { dropPairEnding, startPairEnding, tellingMoments } from './start-pair-ending';

/**
 * Adds to a transaction that a running pair ends because of a rule, with the words and the hour of any end, and that HR reads which rule.
 * Whoever has left is part of the transaction, so that a return at the same instant comes before or after. Nothing where a rule ends it already;
 * but a rule of the organisation outlasts that somebody has left, who may come back.
 */
export async function endByRule(
  ports: Ports<'programmes' | 'holidayFrom'>,
  unit: UnitOfWork,
  people: PairPeople,
  rule: RuleCode,
  context: UseCaseContext,
): Promise<void> {
  const { key: pairId, value } = people.pair;
  const [ending, known] = await Promise.all([
    ports.programmes.get(unit.programmeId, 'pair-ending', pairId),
    ports.programmes.get(unit.programmeId, 'rule-end', pairId),
  ]);
  if (known !== undefined) {
    if (known.value.rule === 'withdrawn' && rule !== 'withdrawn')
      unit.replace('rule-end', known, { ...known.value, rule });
    return;
  }
  for (const person of [people.mentor, people.mentee])
    if (person.value.state === 'withdrawn') unit.requireUnchanged('participant', person);
  const { mentorId, menteeId } = value;
  // Told to HR whether or not somebody has asked already, or its absence would tell that somebody had.
  unit.insert('rule-end', pairId, { pairId, mentorId, menteeId, rule, at: context.now });
  if (ending === undefined)
    startPairEnding(unit, { pairId, tellAt: tellingMoments(ports, people, context.now), told: [], asked: {} });
  // A wish that is taken back at the same instant comes before or after, or the rule would be left with no hour at which it is told.
  else unit.requireUnchanged('pair-ending', ending);
}

/** Adds that a pair goes on whose end had no other cause than that one of the two had left, both being back; nothing once somebody has heard. */
export async function takeBackEnd(ports: Ports<'programmes'>, unit: UnitOfWork, people: PairPeople): Promise<void> {
  const both = [people.mentor, people.mentee];
  if (people.pair.value.state !== 'active' || both.some(({ value }) => value.state === 'withdrawn')) return;
  const [ending, known] = await Promise.all([
    ports.programmes.get(unit.programmeId, 'pair-ending', people.pair.key),
    ports.programmes.get(unit.programmeId, 'rule-end', people.pair.key),
  ]);
  if (known?.value.rule !== 'withdrawn' || (ending?.value.told.length ?? 0) > 0) return;
  for (const person of both) unit.requireUnchanged('participant', person);
  unit.remove('rule-end', known);
  if (ending === undefined) return;
  if (Object.keys(ending.value.asked).length === 0) await dropPairEnding(ports, unit, ending);
  else unit.requireUnchanged('pair-ending', ending);
}
