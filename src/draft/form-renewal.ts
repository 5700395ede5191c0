import type { DraftPair } from '../domain/draft';
import type { UseCaseContext, Ports, Saving } from '../domain/ports';
import { conflict, UnitOfWork } from '../domain/unit-of-work';
import { formPair } from '../pair/form-pair';
import { stopLooking } from '../pair/stop-looking';
import { checkRenewal } from './check-renewal';
import { renewedPairId } from '../domain/renewal-rules';

/**
 * Forms the pair in which two people go on, at once, since both have said yes. True where it is there. `left-out` where one of them is not in the programme any more,
 * where a rule forbids it by now or a place is taken: which of these, nobody is told.
 */
export async function formRenewal(
  ports: Ports<Saving | 'secrets' | 'holidayFrom'>,
  programmeId: string,
  drafted: DraftPair,
  context: UseCaseContext,
): Promise<true | 'left-out' | typeof conflict> {
  if (drafted.renews === undefined) return 'left-out';
  const id = renewedPairId((text) => ports.secrets.sha256(text), programmeId, drafted.renews.pairId);
  const [programme, there, before, mentor, mentee] = await Promise.all([
    ports.programmes.get(programmeId, 'programme', 'programme'),
    ports.programmes.get(programmeId, 'pair', id),
    ports.programmes.get(programmeId, 'pair', drafted.renews.pairId),
    ports.programmes.get(programmeId, 'participant', drafted.mentorId),
    ports.programmes.get(programmeId, 'participant', drafted.menteeId),
  ]);
  if (there !== undefined) return true;
  if (programme === undefined || before === undefined) return 'left-out';
  if (mentor?.value.state !== 'enrolled' || mentee?.value.state !== 'enrolled') return 'left-out';
  const { proposalId } = before.value;
  const topics = await checkRenewal(ports, programmeId, before.value, mentor.value.profile, mentee.value.profile);
  if (topics === undefined) return 'left-out';
  const unit = new UnitOfWork(ports, programmeId, context, 'system');
  stopLooking(unit, [mentor, mentee]);
  const formed = await formPair(
    ports,
    unit,
    programme.value,
    { id, proposalId, topics, renews: drafted.renews },
    mentor.value,
    mentee.value,
    context,
  );
  if (formed === undefined) return 'left-out';
  return (await unit.commit()) ? true : conflict;
}
