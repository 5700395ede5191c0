import type { RuleCode } from '../domain/pairing';
import type { Occasion, Ports } from '../domain/ports';
import type { UnitOfWork } from '../domain/unit-of-work';
import type { PairPeople } from '../pair/load-pair';
import { dropParting, startParting, tellingMoments } from './start-parting';

/**
 * Adds to a transaction that a running pair ends because of a rule, with the words and the hour of any end, and that HR reads which rule.
 * Whoever has left is part of the transaction, so that a return at the same instant comes before or after. Nothing where a rule ends it already;
 * but a rule of the organisation outlasts that somebody has left, who may come back.
 */
export async function endByRule(
  ports: Ports,
  unit: UnitOfWork,
  people: PairPeople,
  rule: RuleCode,
  occasion: Occasion,
): Promise<void> {
  const { key: pairId, value } = people.pair;
  const [parting, known] = await Promise.all([
    ports.programmes.get(unit.programmeId, 'parting', pairId),
    ports.programmes.get(unit.programmeId, 'rule-end', pairId),
  ]);
  if (known !== undefined) {
    if (known.value.rule === 'withdrawn' && rule !== 'withdrawn')
      unit.replace('rule-end', known, { ...known.value, rule });
    return;
  }
  for (const person of [people.mentor, people.mentee])
    if (person.value.state === 'withdrawn') unit.hold('participant', person);
  const { mentorId, menteeId } = value;
  // Told to HR whether or not somebody has asked already, or its absence would tell that somebody had.
  unit.insert('rule-end', pairId, { pairId, mentorId, menteeId, rule, at: occasion.now });
  if (parting === undefined)
    startParting(unit, { pairId, tellAt: tellingMoments(ports, people, occasion.now), told: [], asked: {} });
  // A wish that is taken back at the same instant comes before or after, or the rule would be left with no hour at which it is told.
  else unit.hold('parting', parting);
}

/** Adds that a pair goes on whose end had no other cause than that one of the two had left, both being back; nothing once somebody has heard. */
export async function takeBackEnd(ports: Ports, unit: UnitOfWork, people: PairPeople): Promise<void> {
  const both = [people.mentor, people.mentee];
  if (people.pair.value.state !== 'active' || both.some(({ value }) => value.state === 'withdrawn')) return;
  const [parting, known] = await Promise.all([
    ports.programmes.get(unit.programmeId, 'parting', people.pair.key),
    ports.programmes.get(unit.programmeId, 'rule-end', people.pair.key),
  ]);
  if (known?.value.rule !== 'withdrawn' || (parting?.value.told.length ?? 0) > 0) return;
  for (const person of both) unit.hold('participant', person);
  unit.remove('rule-end', known);
  if (parting === undefined) return;
  if (Object.keys(parting.value.asked).length === 0) await dropParting(ports, unit, parting);
  else unit.hold('parting', parting);
}
