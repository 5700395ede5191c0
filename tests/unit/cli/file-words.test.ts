import { run } from './command-runner';

describe('a file that cannot be taken', () => {
  it.each([
    ['en', 'Cannot read none.csv: there is no such file.\n'],
    ['fr', 'Lecture impossible de none.csv\u00a0: ce fichier n’existe pas.\n'],
  ])('is refused in the language asked for: %s', async (language, words) => {
    const told = await run(['people', 'check', 'none.csv', '--lang', language], {});
    expect(told).toMatchObject({ code: 2, out: '', err: words });
  });

  it('that is no JSON is refused in French too, with the parser’s own words', async () => {
    const told = await run(['pair', '--people', 'people.csv', '--policy', 'policy.json', '--lang', 'fr'], {
      'people.csv': 'id,name,role\na,A,mentor\nb,B,mentee\n',
      'policy.json': '{',
    });
    expect(told.code).toBe(2);
    expect(told.err).toMatch(/^policy\.json n’est pas un document JSON\u00a0: /u);
  });
});
