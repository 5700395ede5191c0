import { pairingPolicySchema } from '../../../src/pairing/contract';
import { policyTemplates, presetPolicy } from '../../../src/pairing/policy';

describe('the policy a template begins with', () => {
  it('gives each of the six templates weights of a thousand points in all', () => {
    expect(policyTemplates).toHaveLength(6);
    for (const template of policyTemplates) {
      const { weights } = presetPolicy(template);
      expect([template, Object.values(weights).reduce((sum, points) => sum + points, 0)]).toEqual([template, 1000]);
    }
  });

  it('is the default for a name without one, an inherited one among them', () => {
    expect(presetPolicy('toString')).toEqual(pairingPolicySchema.parse({}));
    expect(presetPolicy('bank-and-university').allowGuests).toBe(true);
  });
});
