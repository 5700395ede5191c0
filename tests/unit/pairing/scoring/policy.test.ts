import { pairingPolicySchema } from '../../../../src/domain/pairing-contract';
import { presetPolicy } from '../../../../src/pairing/scoring/policy';

describe('the policy a template begins with', () => {
  const own = ['top-executives', 'digital-and-careers', 'bank-and-university', 'sustainability', 'strong-hierarchy'];

  it.each([...own, 'blank'])('has weights of a thousand points in all: %s', (template) => {
    const { weights } = presetPolicy(template);
    expect(Object.values(weights).reduce((sum, points) => sum + points, 0)).toBe(1000);
  });

  it.each(own)('is not the default: %s', (template) => {
    expect(presetPolicy(template)).not.toEqual(pairingPolicySchema.parse({}));
  });

  it('is the default for a name without one, an inherited one among them', () => {
    expect(presetPolicy('toString')).toEqual(pairingPolicySchema.parse({}));
    expect(presetPolicy('bank-and-university').allowGuests).toBe(true);
  });
});

describe('the aims of a policy', () => {
  const across = (by: string, percent = 50) => ({ kind: 'across', by, percent });
  const atMost = (department: string, pairs = 3, side = 'mentor') => ({ kind: 'at-most', side, department, pairs });
  const accepts = (...aims: object[]) => pairingPolicySchema.safeParse({ aims }).success;

  it('are four at most, each about something else', () => {
    expect(accepts(across('function'), across('site'), across('country'), atMost('Finance'))).toBe(true);
    expect(accepts(atMost('Finance'), atMost('Finance', 3, 'mentee'), atMost('Legal'))).toBe(true);
    expect(accepts(across('function'), across('site'), across('country'), atMost('Finance'), atMost('Legal'))).toBe(
      false,
    );
  });

  it('are refused where two are about the same, whatever they ask for, with the place of the second', () => {
    const refused = pairingPolicySchema.safeParse({ aims: [across('site', 30), atMost('Legal'), across('site', 60)] });
    expect(refused.error?.issues).toMatchObject([{ path: ['aims', 2] }]);
    expect(accepts(across('site'), across('site'))).toBe(false);
    expect(accepts(atMost('Génie civil', 3), atMost(' genie  civil', 5))).toBe(false);
  });
});
