import { aimWords } from '../../../bot/cli/aim-words';
import { json, run, type CommandRun } from './command-runner';

const header = 'id,name,role,function,site,department,gender,consentDiversity,managerId\n';
/** Two mentors and two mentees: one way to pair them is across sites, the other across functions, none is both. */
const square = `${header}m1,Ada,mentor,Law,Lyon,North,,,elsewhere\nm2,Bo,mentor,Finance,Metz,North,,,\ne1,Cy,mentee,Law,Metz,South,,,\ne2,Di,mentee,Finance,Lyon,South,,,\n`;
const one = `${header}m1,Ada,mentor,Law,Lyon,North,,,elsewhere\ne1,Cy,mentee,Law,Lyon,South,,,\n`;
const across = (by: string, percent: unknown): object => ({ kind: 'across', by, percent });
const atMost = (department: string, pairs: unknown = 0, side = 'mentor'): object => ({
  kind: 'at-most',
  side,
  department,
  pairs,
});
const pairWith = (policy: unknown, words: readonly string[] = [], people = square): Promise<CommandRun> =>
  run(['pair', '--people', 'f.csv', '--policy', 'p.json', ...words], {
    'f.csv': people,
    'p.json': typeof policy === 'string' ? policy : JSON.stringify(policy),
  });
const lastLine = (text: string): string | undefined => text.trimEnd().split('\n').at(-1);

/** Without what is said of rows, which stands a little to the right under its headings. */
const saidOfAims = ({ err }: { readonly err: string }): string => err.replace(/^(?: {2}.*|.*:)\n/gmu, '');

describe('what passerelle pair says of the aims of a policy', () => {
  it('says in words why an aim plays no part', async () => {
    const policy = { aims: [{ kind: 'mixed', by: 'gender', percent: 50 }] };
    const { code, out } = await pairWith(policy);
    expect(code).toBe(0);
    expect(out).toContain('Aim 1: it played no part, since too few answers were given');
    expect(out).not.toContain('too-few');
    const french = await pairWith(policy, ['--lang', 'fr']);
    expect(french.out).toContain('Objectif 1\u00a0: il n’a pas joué de rôle, faute de réponses');
  });

  it('says of an aim that cannot be met by itself that it cannot, alone and among others', async () => {
    const only = await pairWith({ aims: [across('site', 100)] }, [], one);
    expect(only.out).toContain(
      'Aim 1: not met; no pair counts, at least 1 asked for. It costs no points. As many pairs cannot meet it, even without another aim.',
    );
    const several = await pairWith({ aims: [across('function', 100), atMost('North')] }, ['--lang', 'fr']);
    expect(several.out).toContain(
      'Objectif 2\u00a0: non atteint\u202f; 2 binômes y répondent, au plus 0 demandé. Il ne coûte aucun point. Autant de binômes ne peuvent pas l’atteindre, même sans un autre objectif.',
    );
  });

  it('names the aims that fight, from both sides', async () => {
    const policy = { aims: [across('site', 100), across('function', 100)] };
    const { code, out } = await pairWith(policy);
    expect(code).toBe(0);
    expect(out).toMatch(/^Aim 1: .*It cannot be met together with aim 2\.$/mu);
    expect(out).toMatch(/^Aim 2: .*It cannot be met together with aim 1\.$/mu);
    expect(json(await pairWith(policy, ['--json'])).aims).toMatchObject([{ fights: [1] }, { fights: [0] }]);
  });

  it('tells what an aim costs, and what at most where that is not known for certain', () => {
    const result = { met: true, reached: 3, asked: 2, cost: 1 };
    expect(aimWords(result, 'across', 0, 'en')).toBe(
      'Aim 1: met; 3 pairs count, at least 2 asked for. It costs 1 point.',
    );
    expect(aimWords({ ...result, costAtMost: 40 }, 'at-most', 0, 'en')).toBe(
      'Aim 1: met; 3 pairs count, at most 2 asked for. It costs 1 to 40 points.',
    );
    expect(aimWords({ ...result, costAtMost: 40 }, 'across', 1, 'fr')).toBe(
      'Objectif 2\u00a0: atteint\u202f; 3 binômes y répondent, au moins 2 demandés. Il coûte de 1 à 40 points.',
    );
    const mixed = { ...result, reached: 62, asked: 50, whole: 25 };
    expect(aimWords(mixed, 'mixed', 0, 'en')).toContain('about 2.5 mixed pairs are to be expected, at least 2 asked');
  });

  it('names every other aim of a fight', () => {
    const result = { met: false, reached: 0, asked: 2, cost: 0, fights: [0, 2] };
    expect(aimWords(result, 'across', 1, 'en')).toMatch(/It cannot be met together with aims 1 and 3\.$/u);
    expect(aimWords(result, 'across', 1, 'fr')).toMatch(/en même temps que les objectifs 1 et 3\.$/u);
  });

  it('counts one pair, one point and one person as one, in both languages', async () => {
    const bare = { weights: { otherSite: 1 } };
    const three = `${one}m2,Bo,mentor,Law,Metz,North,,,\n`;
    expect(lastLine((await pairWith(bare, [], three)).out)).toBe(
      '1 pair, 1 point (bound 1, optimal); 1 person without a pair.',
    );
    expect(lastLine((await pairWith(bare, ['--lang', 'fr'], three)).out)).toBe(
      '1 binôme, 1 point (borne 1, optimal)\u202f; 1 personne sans binôme.',
    );
    expect(lastLine((await pairWith({}, [], square)).out)).toMatch(/^2 pairs, .*; nobody without a pair\.$/u);
  });

  it('says that nobody is in the department of a limit, and pairs all the same', async () => {
    const policy = { aims: [across('site', 50), atMost('Nroth')] };
    const text = await pairWith(policy);
    expect(text.code).toBe(0);
    expect(saidOfAims(text)).toBe(
      'Aim 2: no mentor of the file is in the department “Nroth”. Check how it is written.\n',
    );
    const document = await pairWith(policy, ['--json', '--lang', 'fr']);
    expect(saidOfAims(document)).toBe(
      'Objectif 2\u00a0: personne, parmi les mentors du fichier, n’est de la direction «\u00a0Nroth\u00a0». Vérifiez comment elle est écrite.\n',
    );
    expect(json(document).warnings).toEqual([
      {
        aim: 1,
        reason: 'nobody-in-department',
        message: {
          fr: saidOfAims(document).trimEnd(),
          en: saidOfAims(text).trimEnd(),
        },
      },
    ]);
  });

  it('looks for the department on the side of the limit, however it is spelled', async () => {
    expect(saidOfAims(await pairWith({ aims: [atMost('  nörth')] }))).toBe('');
    expect((await pairWith({ aims: [atMost('South')] })).err).toContain('no mentor of the file is in the department');
    expect(saidOfAims(await pairWith({ aims: [atMost('South', 5, 'mentee')] }))).toBe('');
  });
});

describe('a policy that is not one', () => {
  it.each([
    ['a share of 0', { aims: [across('site', 0)] }, 'aims.0.percent: '],
    ['a share of 101', { aims: [across('site', 50), across('function', 101)] }, 'aims.1.percent: '],
    ['a share below 0', { aims: [across('site', -1)] }, 'aims.0.percent: '],
    ['half a per cent', { aims: [across('site', 0.5)] }, 'aims.0.percent: '],
    ['a share in words', { aims: [across('site', '50')] }, 'aims.0.percent: '],
    ['a share that is no number', `{"aims":[{"kind":"across","by":"site","percent":NaN}]}`, 'is not a JSON document'],
    ['a share that JSON writes as null', { aims: [across('site', Number.NaN)] }, 'aims.0.percent: '],
    ['a limit below 0', { aims: [atMost('North', -1)] }, 'aims.0.pairs: '],
    ['a limit for no department', { aims: [atMost('   ')] }, 'aims.0.department: '],
    ['the same aim twice', { aims: [across('site', 50), across('site', 60)] }, 'aims.1: Another aim'],
    ['the same department twice', { aims: [atMost('North'), atMost(' NORTH ', 3)] }, 'aims.1: Another aim'],
    ['five aims', { aims: Array.from({ length: 5 }, (_, index) => atMost(`D${String(index)}`)) }, 'aims: '],
    ['an unknown kind', { aims: [{ kind: 'origin', percent: 5 }] }, 'aims.0.kind: '],
    ['a share by age', { aims: [across('age', 5)] }, 'aims.0.by: '],
    [
      'an unknown field of an aim',
      { aims: [{ ...across('site', 5), points: 3 }] },
      'aims.0: Unrecognized key: "points"',
    ],
    ['an unknown field', { aim: [] }, '(document): Unrecognized key: "aim"'],
    ['aims that are no list', { aims: across('site', 5) }, 'aims: '],
  ])('is refused with its field: %s', async (_what, policy, field) => {
    const { code, out, err } = await pairWith(policy, ['--json']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(field);
  });

  it('is refused in the language asked for', async () => {
    const { code, err } = await pairWith({ aims: [across('site', 50), across('site', 60)], aim: 1 }, ['--lang', 'fr']);
    expect(code).toBe(2);
    expect(err).toContain('p.json ne suit pas `passerelle schema policy`\u00a0:');
    expect(err).toContain(
      'aims.1\u00a0: Un autre objectif porte sur la même chose\u00a0: gardez le plus strict des deux.',
    );
    expect(err).toContain('(document)\u00a0: Clé non reconnue');
    const broken = await pairWith('{', ['--lang', 'fr']);
    expect(broken.err).toContain('p.json n’est pas un document JSON');
  });

  it('is refused in the language asked for where it is the map of the people file', async () => {
    const words = ['pair', '--people', 'f.csv', '--map', 'm.json', '--lang', 'fr'];
    const { code, err } = await run(words, { 'f.csv': square, 'm.json': '{"nom":"x"}' });
    expect(code).toBe(2);
    expect(err).toContain('m.json ne suit pas `passerelle schema map`\u00a0:');
  });
});
