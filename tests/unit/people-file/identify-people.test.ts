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

  it.each([
    ['山田・太郎', ['1']],
    ['太郎 山田', ['1']],
    ['La De', ['2']],
    ['O’Brien, Ada', ['3']],
    ['OBrien Ada', ['3']],
    ['Ada Stranger', []],
  ])('finds “%s” however the words of the name are parted', (text, ids) => {
    const people = [
      { id: '1', name: '山田太郎' },
      { id: '2', name: 'De La' },
      { id: '3', name: 'Ada O’Brien' },
    ];
    expect(identifyPeople(people)(text)).toEqual(ids);
  });

  it('does not choose between two ids that a spreadsheet would make one number of', () => {
    expect(identifyPeople([{ id: '01' }, { id: '001' }])('1')).toEqual([]);
  });
});
