import type { DraftPair } from '../draft/model';
import type { Occasion, Ports } from '../programme/ports';
import { lostRace, UnitOfWork } from '../programme/unit-of-work';
import { formPair } from '../proposal/form-pair';
import { stopLooking } from '../proposal/stop-looking';
import { checkRenewal } from './check-renewal';
import { renewedPairId } from './rules';

/**
 * Forms the pair in which two people go on, at once, since both have said yes. Nothing where it is there, where one of them is not in the
 * programme any more, where a rule forbids it by now or a place is taken.
 */
export async function formRenewal(
  ports: Ports,
  programmeId: string,
  drafted: DraftPair,
  occasion: Occasion,
): Promise<true | typeof lostRace> {
  if (drafted.renews === undefined) return true;
  const id = renewedPairId((text) => ports.secrets.sha256(text), programmeId, drafted.renews.pairId);
  const [programme, there, before, mentor, mentee] = await Promise.all([
    ports.programmes.get(programmeId, 'programme', 'programme'),
    ports.programmes.get(programmeId, 'pair', id),
    ports.programmes.get(programmeId, 'pair', drafted.renews.pairId),
    ports.programmes.get(programmeId, 'participant', drafted.mentorId),
    ports.programmes.get(programmeId, 'participant', drafted.menteeId),
  ]);
  if (programme === undefined || there !== undefined || before === undefined) return true;
  if (mentor?.value.state !== 'enrolled' || mentee?.value.state !== 'enrolled') return true;
  const { proposalId } = before.value;
  const topics = await checkRenewal(ports, programmeId, before.value, mentor.value.profile, mentee.value.profile);
  if (topics === undefined) return true;
  const unit = new UnitOfWork(ports, programmeId, occasion, 'system');
  stopLooking(unit, [mentor, mentee]);
  const formed = await formPair(
    ports,
    unit,
    programme.value,
    { id, proposalId, topics, renews: drafted.renews },
    mentor.value,
    mentee.value,
    occasion,
  );
  if (!formed) return true;
  return (await unit.commit()) ? true : lostRace;
}
