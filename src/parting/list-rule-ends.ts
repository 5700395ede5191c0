import { translate } from '../i18n/translate';
import type { Language } from '../programme/contract';
import type { Ports } from '../programme/ports';

const mostShown = 50;
const mostRead = 1000;

/** A pair that ended, or is about to, because of a change of the organisation: for HR alone. */
export interface RuleEndWords {
  readonly pairId: string;
  readonly mentor: string;
  readonly mentee: string;
  readonly rule: string;
  readonly at: string;
}

/** Pairs, at most 50 and the newest first, that a change of the organisation ended, each with the rule in words. One range of at most 1,000 and two point reads each. */
export async function listRuleEnds(
  ports: Ports,
  programmeId: string,
  language: Language,
): Promise<readonly RuleEndWords[]> {
  const { rows } = await ports.programmes.range(programmeId, 'rule-end', { limit: mostRead });
  const newest = rows.map(({ value }) => value).sort((a, b) => b.at.localeCompare(a.at));
  return Promise.all(
    newest.slice(0, mostShown).map(async (value) => {
      const [mentor, mentee] = await Promise.all(
        [value.mentorId, value.menteeId].map((id) => ports.programmes.get(programmeId, 'participant', id)),
      );
      return {
        pairId: value.pairId,
        mentor: mentor?.value.profile.name ?? '',
        mentee: mentee?.value.profile.name ?? '',
        rule: translate(language, `pairing.rule.${value.rule}`),
        at: value.at,
      };
    }),
  );
}
