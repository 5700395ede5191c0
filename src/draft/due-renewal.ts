import type { Stored } from '../kernel/row-store';
import type { Participant } from '../domain/participant';
import type { UseCaseContext, Ports, Saving } from '../domain/ports';
import { UnitOfWork } from '../domain/unit-of-work';
import { loadPair, type PairPeople } from '../pair/load-pair';
import type { DueWork } from '../domain/due-work';
import { addRenewal } from './add-renewal';
import { checkRenewal } from './check-renewal';
import type { Renewal, RenewalChoice, RenewalWish } from '../domain/renewal';
import { mutualWishes, renewedPairId } from '../domain/renewal-rules';

/**
 * The reply date. Where both said yes to the same, and no rule forbids it by now, the two are put before HR in a draft. Whatever came of
 * it, nobody is told anything, and each stands as before until HR's days are over: whoever stood elsewhere sooner, and were proposed to
 * somebody, would know that their yes was alone. Returns false when another change came first.
 */
export async function settleRenewal(
  ports: Ports<Saving | 'secrets' | 'holidayFrom'>,
  programmeId: string,
  due: Stored<DueWork>,
  context: UseCaseContext,
): Promise<boolean> {
  const unit = new UnitOfWork(ports, programmeId, context, 'system').remove('due', due);
  const [people, renewal] = await Promise.all([
    loadPair(ports, programmeId, due.value.ref),
    ports.programmes.get(programmeId, 'renewal', due.value.ref),
  ]);
  if (people === undefined || renewal === undefined || renewal.value.settledAt !== undefined) return unit.commit();
  const found = await findMutual(ports, programmeId, people, renewal.value);
  const until = renewal.value.hearsBy;
  const settled = { ...renewal.value, settledAt: context.now };
  unit
    .replace('renewal', renewal, found === undefined ? settled : { ...settled, mutual: found.wish })
    .schedule({ kind: 'renewal-lapse', at: until, ref: renewal.key, occurrence: '' });
  if (found !== undefined)
    await addRenewal(ports, unit, { ...people, ...found, replyBy: renewal.value.replyBy, until }, context);
  return unit.commit();
}

/** The first of what both said yes to that no rule forbids by now. */
async function findMutual(
  ports: Ports<'programmes'>,
  programmeId: string,
  { pair, mentor, mentee }: PairPeople,
  renewal: Renewal,
): Promise<{ readonly wish: RenewalWish; readonly topics: readonly string[] } | undefined> {
  if (mentor.value.state !== 'enrolled' || mentee.value.state !== 'enrolled') return undefined;
  for (const wish of mutualWishes(renewal.choices)) {
    const [first, second] = wish === 'again' ? [mentor, mentee] : [mentee, mentor];
    const topics = await checkRenewal(ports, programmeId, pair.value, first.value.profile, second.value.profile);
    if (topics !== undefined) return { wish, topics };
  }
  return undefined;
}

/**
 * HR's days are over: where the two did not come together again, each stands where their own words put them, whatever the other said.
 * Returns false when another change came first.
 */
export async function lapseRenewal(
  ports: Ports<Saving | 'secrets'>,
  programmeId: string,
  due: Stored<DueWork>,
  context: UseCaseContext,
): Promise<boolean> {
  const unit = new UnitOfWork(ports, programmeId, context, 'system').remove('due', due);
  const again = renewedPairId((text) => ports.secrets.sha256(text), programmeId, due.value.ref);
  const [people, renewal, renewed] = await Promise.all([
    loadPair(ports, programmeId, due.value.ref),
    ports.programmes.get(programmeId, 'renewal', due.value.ref),
    ports.programmes.get(programmeId, 'pair', again),
  ]);
  if (people !== undefined && renewal !== undefined && renewed === undefined)
    setWishes(unit, people, renewal.value, context.now);
  return unit.commit();
}

/** Each waits for somebody else, or for nobody, as they said; silence is as "enough". Whoever found a partner is left alone. */
function setWishes(unit: UnitOfWork, people: PairPeople, { choices }: Renewal, now: string): void {
  for (const side of ['mentor', 'mentee'] as const) setWish(unit, people[side], choices[side]?.otherwise, now);
}

function setWish(
  unit: UnitOfWork,
  person: Stored<Participant>,
  said: RenewalChoice['otherwise'] | undefined,
  now: string,
): void {
  const before = person.value.rematch?.wish;
  const wish = said ?? (before === 'unsaid' ? 'enough' : before);
  if (before === undefined || wish === undefined || wish === before || person.value.state !== 'enrolled') return;
  unit.replace('participant', person, {
    ...person.value,
    rematch: { wish, since: now },
    revision: person.value.revision + 1,
  });
}
