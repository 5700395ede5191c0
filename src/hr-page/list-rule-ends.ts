import { pairingText } from '../pairing/text/pairing-text';
import { plusDays, type Instant } from '../kernel/clock';
import { fewAtOnce } from '../kernel/few-at-once';
import type { Language } from '../language/languages';
import type { Ports } from '../domain/ports';

const mostShown = 50;
/** Days for which HR is told. */
const daysShown = 30;
const mostRead = 1000;

/** A pair that ended, or is about to, because of a change of the organisation: for HR alone. */
export interface RuleEndWords {
  readonly pairId: string;
  readonly mentor: string;
  readonly mentee: string;
  readonly rule: string;
  readonly at: string;
}

/** Pairs of the last 30 days, at most 50 and the newest first, that a change of the organisation ended, each with the rule in words. One range of at most 1,000 and one point read for each person, few at once. */
export async function listRuleEnds(
  ports: Ports<'programmes'>,
  programmeId: string,
  { language, now }: { readonly language: Language; readonly now: Instant },
): Promise<readonly RuleEndWords[]> {
  const { rows } = await ports.programmes.range(programmeId, 'rule-end', { limit: mostRead });
  const since = plusDays(now, -daysShown);
  const newest = rows
    .map(({ value }) => value)
    .filter(({ at }) => at >= since)
    .sort((a, b) => b.at.localeCompare(a.at));
  const shown = newest.slice(0, mostShown);
  const ids = [...new Set(shown.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]))];
  const people = await fewAtOnce(ids, (id) => ports.programmes.get(programmeId, 'participant', id));
  const names = new Map(ids.map((id, index) => [id, people[index]?.value.profile.name ?? '']));
  return shown.map(({ pairId, mentorId, menteeId, rule, at }) => ({
    pairId,
    mentor: names.get(mentorId) ?? '',
    mentee: names.get(menteeId) ?? '',
    rule: pairingText(language, `rule.${rule}`),
    at,
  }));
}
