import fc from 'fast-check';
import type { PersonProfile } from '../../../../src/domain/participant';
import { evaluatePair } from '../../../../src/pairing/scoring/evaluate-pair';
import { personalCode, personalWords } from '../../../../src/pairing/explanation/explain-left-over';
import { personalCodes, ruleCodes, type LeftOver, type LeftOverReason } from '../../../../src/domain/pairing';
import { preparePairing } from '../../../../src/pairing/scoring/prepare-pairing';
import { languages } from '../../../../src/language/languages';
import { pairingText } from '../../../../src/pairing/text/pairing-text';
import { draft, mentee, mentor, person, policyWith } from '../person-factory';
import { randomOptions, randomPeople } from '../random-people';
import { bySize } from '../../../helpers/size';

const outcome = (a: Partial<PersonProfile>, b: Partial<PersonProfile>, policy = {}, options = {}): string => {
  const pairing = preparePairing([mentor('a', a), mentee('b', b)], { policy: policyWith(policy), seed: 1, ...options });
  const evaluated = evaluatePair(pairing, 'a', 'b');
  return evaluated.allowed ? 'allowed' : evaluated.why.code;
};

describe('rules that forbid', () => {
  it('never pair anybody against a rule, in random organisations', () => {
    fc.assert(
      fc.property(randomPeople, randomOptions, (people, options) => {
        const byId = new Map(people.map((one) => [one.id, one]));
        const isAbove = (high: string, low: string): boolean => {
          let at = byId.get(low)?.managerId;
          for (let step = 0; step < 50 && at !== undefined; step++) {
            if (at === high) return true;
            at = byId.get(at)?.managerId;
          }
          return false;
        };
        for (const { mentorId, menteeId, score, unknown = [] } of draft(people, options).pairs) {
          const [one, other] = [byId.get(mentorId)!, byId.get(menteeId)!];
          const { policy } = options;
          expect(isAbove(mentorId, menteeId) || isAbove(menteeId, mentorId)).toBe(false);
          expect(one.managerId !== undefined && one.managerId === other.managerId).toBe(false);
          expect(one.appraisedBy?.includes(menteeId) ?? false).toBe(false);
          expect(one.exclude.includes(menteeId) || other.exclude.includes(mentorId)).toBe(false);
          expect(options.absent!.has(mentorId) || options.absent!.has(menteeId)).toBe(false);
          expect(options.asked!.some(([a, b]) => a === mentorId && b === menteeId)).toBe(false);
          expect(
            options.apart!.some(([a, b]) => [a, b].includes(mentorId) && [a, b].includes(menteeId) && a !== b),
          ).toBe(false);
          if (!policy.allowSameTeam && one.team !== undefined)
            expect(one.team.toLowerCase()).not.toBe(other.team?.toLowerCase());
          if (!policy.allowGuests)
            expect(one.guest || other.guest || one.partnerOrganisation !== undefined).toBe(false);
          expect(other.partnerOrganisation).toBeUndefined();
          expect(one.partnerOrganisation !== undefined && other.guest).toBe(false);
          if (one.level !== undefined && other.level !== undefined)
            expect(other.level - one.level).toBeGreaterThanOrEqual(policy.minLevelsAbove);
          // What nobody said forbids nothing, and is told.
          const areSaid = [one, other].every(({ notStated = [] }) => !notStated.includes('languages'));
          const share = one.languages.some((language) => other.languages.includes(language));
          expect([areSaid && !share, unknown.includes('language')]).toEqual([false, !areSaid]);
          expect(score).toBeGreaterThanOrEqual(policy.minScore);
        }
      }),
      { numRuns: bySize({ small: 60, full: 200 }), seed: 3 },
    );
  });

  it.each<[string, Partial<PersonProfile>, Partial<PersonProfile>, object]>([
    ['appraisal', { appraisedBy: ['b'] }, {}, {}],
    ['appraisal', {}, { appraisedBy: ['a'] }, {}],
    ['guest', { partnerOrganisation: 'University' }, {}, {}],
    ['allowed', { partnerOrganisation: 'University' }, {}, { allowGuests: true }],
    ['partner', {}, { partnerOrganisation: 'University' }, { allowGuests: true }],
    ['partner', { partnerOrganisation: 'University' }, { guest: true }, { allowGuests: true }],
    ['allowed', { guest: true }, { guest: true }, { allowGuests: true }],
    ['level', { level: 4 }, { level: 5 }, { minLevelsAbove: 2 }],
    ['hours', {}, { availability: [{ day: 'mon', from: '09:00', to: '10:00' }] }, { minCommonHours: 2 }],
  ])('say %s', (code, ofMentor, ofMentee, policy) => {
    expect(outcome(ofMentor, ofMentee, policy)).toBe(code);
  });

  it('keep a former pair apart for the set number of months, in either direction', () => {
    const formerPairs = [['b', 'a', '2025-01-31T10:00:00.000Z']];
    const at = (now: string, monthsApart = 24): string => outcome({}, {}, { monthsApart }, { formerPairs, now });
    expect(at('2027-01-31T09:59:59.000Z')).toBe('set-apart');
    expect(at('2027-01-31T10:00:00.000Z')).toBe('allowed');
    expect(at('2025-02-01T00:00:00.000Z', 0)).toBe('allowed');
    expect(outcome({}, {}, {}, { formerPairs })).toBe('set-apart');
  });

  it('say of people who take no part why, and of others only that some do not', () => {
    const absent = new Map([['b', 'paused' as const]]);
    const result = draft([mentor('a'), mentee('b')], { absent });
    expect(result.unpaired.map((one) => one.reasons.map(({ code }) => code))).toEqual([['absent'], ['paused']]);
  });

  it('tell the same of an earlier proposal, a former pair and HR’s wish, whether or not somebody excludes', () => {
    const told = (people: readonly PersonProfile[], options = {}): unknown => draft(people, options).unpaired;
    const free = [mentor('a'), mentee('b')];
    const one = told(free, { asked: [['a', 'b']] });
    expect(told(free, { apart: [['b', 'a']] })).toEqual(one);
    expect(told(free, { formerPairs: [['a', 'b', '2026-01-01T00:00:00.000Z']] })).toEqual(one);
    expect(told([mentor('a', { exclude: ['b'] }), mentee('b')], { asked: [['a', 'b']] })).toEqual(one);
  });

  it('tell somebody with exclusions only what those read whose others are in pairs already', () => {
    const inPairs = draft([mentor('a'), mentor('c'), mentee('b')]).unpaired[0]!;
    const excluding = [
      [mentor('a', { exclude: ['b'] }), mentee('b')],
      [mentor('a'), mentee('b', { exclude: ['a'] })],
    ];
    // That there are more of them than places follows from counts alone, whoever excludes whom.
    const told = ({ reasons }: LeftOver): readonly LeftOverReason[] => reasons.filter(({ code }) => code !== 'surplus');
    for (const left of excluding.flatMap((people) => draft(people).unpaired)) {
      expect(told(left)).toEqual(told(inPairs));
      expect(personalCode(left)).toBe(personalCode(inPairs));
    }
    expect(inPairs.reasons.map(({ code }) => code)).toEqual(['surplus', 'none']);
  });

  it('tell whoever is left over the same words whatever anybody excludes, in random organisations', () => {
    const excludes = fc.array(fc.subarray(Array.from({ length: 13 }, (_, index) => `p${index}`)), {
      minLength: 12,
      maxLength: 12,
    });
    fc.assert(
      fc.property(randomPeople, randomOptions, excludes, (people, options, lists) => {
        const wordsById = (exclude: (index: number) => readonly string[]): ReadonlyMap<string, string> => {
          const asked = people.map((one, index) => ({ ...one, exclude: exclude(index) }));
          return new Map(
            draft(asked, options).unpaired.map((left) => [
              left.participantId,
              JSON.stringify([left.reasons, personalCode(left)]),
            ]),
          );
        };
        const without = wordsById(() => []);
        for (const [id, words] of wordsById((index) => lists[index] ?? []))
          if (without.has(id)) expect(words).toBe(without.get(id));
      }),
      { numRuns: bySize({ small: 80, full: 300 }), seed: 11 },
    );
  });

  it('tell nothing of an exclusion where another rule forbids the pair as well', () => {
    expect(outcome({ exclude: ['b'], level: 5 }, { level: 5 })).toBe('level');
    expect(outcome({ exclude: ['b'] }, {}, { minScore: 900 })).toBe('floor');
  });

  it('tell no numbers, and keep one order however many people a reason concerns', () => {
    const reasonsWith = (german: number, team: number): unknown => {
      const policy = policyWith({ allowSameTeam: false });
      const group = (size: number, name: string, of: Partial<PersonProfile>): PersonProfile[] =>
        Array.from({ length: size }, (_, index) => mentee(`${name}${index}`, of));
      const people = [
        mentor('a', { team: 'Web' }),
        ...group(german, 'g', { languages: ['de'] }),
        ...group(team, 't', { team: 'Web' }),
      ];
      return draft(people, { policy }).unpaired[0]!.reasons;
    };
    expect(reasonsWith(1, 3)).toMatchObject([
      { code: 'same-team', count: 0, en: 'Some possible partners are in the same team.' },
      { code: 'language', count: 0, fr: 'Des partenaires possibles n’ont pas de langue de travail en commun.' },
    ]);
    expect(reasonsWith(3, 1)).toEqual(reasonsWith(1, 3));
  });

  it('have words in both languages, for HR and for the person', () => {
    for (const code of [...ruleCodes, 'unavailable']) {
      expect(pairingText.has(`rule.${code}`)).toBe(true);
    }
    const told = [...ruleCodes, 'absent', 'full', 'nobody', 'none'] as const;
    for (const code of told.filter((one) => one !== 'same-person'))
      for (const language of languages)
        for (const all of ['yes', 'no'])
          expect(pairingText(language, `left-over.${code}`, { all })).toMatch(/^[^\d{}]{20,}\.$/u);
    for (const code of personalCodes)
      for (const words of Object.values(personalWords(code))) expect(words).toMatch(/^[^\d{}]{20,}\.$/u);
  });

  it('tell the person whom nobody but one asked before is left for the same as somebody nobody ever asked', () => {
    const asked = draft([mentor('a'), mentee('b')], { asked: [['a', 'b']] }).unpaired;
    const placeless = draft([mentor('a'), mentor('c'), mentee('b')]).unpaired;
    expect([...asked, ...placeless].map(personalCode)).toEqual(['none', 'none', 'none']);
    expect(personalCode(draft([person('x')]).unpaired[0]!)).toBe('nobody');
    expect(personalCode(draft([mentor('a'), mentee('b', { languages: ['de'] })]).unpaired[0]!)).toBe('language');
  });
});
