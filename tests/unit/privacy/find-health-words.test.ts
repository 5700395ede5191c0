import healthWords from '../../../src/privacy/health-words.json';
import { hasHealthWord } from '../../../src/privacy/find-health-words';
import { foldWord } from '../../../src/privacy/read-words';

describe('A word on somebody’s health', () => {
  it.each([
    'Mon mentor était en arrêt maladie.',
    'MALADIE',
    'depression',
    'Dépression,',
    'She is pregnant',
    'on burn-out leave',
    'burn out',
    'un mi-temps thérapeutique',
    'his stroke',
    'R.Q.T.H. non, RQTH oui',
  ])('is found: %s', (text) => {
    expect(hasHealthWord(text)).toBe(true);
  });

  it.each([
    'Une séance sur le pain et les maladresses',
    'I’ll be brief; it aids us',
    'We opened the cancerous-free budget',
    'le traitement des données, le diagnostic du marché, une opération',
    'arrêt du projet, maladif',
    '',
  ])('is not seen in %s', (text) => {
    expect(hasHealthWord(text)).toBe(false);
  });

  it('is listed without accents and hyphens, each once', () => {
    expect(healthWords.map((phrase) => phrase.split(' ').map(foldWord).join(' '))).toEqual(healthWords);
    expect(new Set(healthWords).size).toBe(healthWords.length);
  });
});
