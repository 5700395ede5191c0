import { identifyPeople } from '../../../src/people-file/identify-people';

const rows = [
  { id: '00123', name: 'Claire Dupont', email: 'claire.dupont@x.example' },
  { id: '456', name: 'Jean-Marc Léger' },
  { id: 'E7', name: 'Marie Martin' },
  { id: 'E8', name: 'MARTIN Marie' },
];

describe('telling whom a cell means', () => {
  const identify = identifyPeople(rows);

  it.each([
    ['00123', ['00123']],
    ['123', ['00123']],
    ['456.0', ['456']],
    ['e7', ['E7']],
    ['Claire.Dupont@X.example', ['00123']],
    ['Dupont, Claire', ['00123']],
    ['Claire Dupont (123)', ['00123']],
    ['Claire Dupont [Lyon]', ['00123']],
    ['CN=Claire Dupont,OU=Lyon,DC=x,DC=example', ['00123']],
    ['CN=Leger\\, Jean-Marc,OU=Lyon', ['456']],
    ['Marie Martin', ['E7', 'E8']],
    ['Marie Martin (E8)', ['E8']],
    ['Paul Nobody', []],
    ['', []],
    ['0', []],
  ])('reads “%s”', (text, ids) => {
    expect(identify(text)).toEqual(ids);
  });

  it('does not choose between two ids that a spreadsheet would make one number of', () => {
    expect(identifyPeople([{ id: '01' }, { id: '001' }])('1')).toEqual([]);
  });
});
