import { peopleListSchema } from '../../src/enrolment/api-contract';
import { peopleCheckSchema } from '../../src/people-file/api-contract';
import { call, people } from '../helpers/api-server';
import { aParticipant } from '../helpers/factories/participant';
import { useApiStage } from '../helpers/api-stage';
import { seedProgramme } from '../helpers/test-ports';

const stage = useApiStage();

const post = (path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}) =>
  call(stage.api, 'POST', `/programmes/passages${path}`, { token: stage.hr, body, headers });
const base64 = (text: string) => Buffer.from(text).toString('base64');
const file = (text: string) => ({ fileName: 'personnes.csv', contentBase64: base64(text) });

describe('A people file', () => {
  const csv = 'id;name;role\np1;Inès Belkacem;mentor\np7;Léo Martin;mentor\np8;Zoé Petit;patron\n';

  it('is checked: what is accepted, what is not and why in both languages, what would change', async () => {
    const answer = await post('/people/check', file(csv));
    const check = peopleCheckSchema.parse(answer.body);
    expect(check).toMatchObject({ rows: 3, accepted: 2, added: 1, missing: 1, rejectedMore: 0 });
    expect(check.rejected).toEqual([
      {
        row: 4,
        column: 'role',
        reason: { fr: expect.stringContaining('patron'), en: expect.stringContaining('patron') },
      },
    ]);
    expect(check.warnings.length).toBeGreaterThan(0);
  });

  it('adds nobody before it is confirmed, and is confirmed once', async () => {
    const { importId } = (await post('/people/check', file(csv))).body as { importId: string };
    expect(await stage.ports.programmes.get('passages', 'participant', 'p7')).toBeUndefined();
    const confirmed = await post(`/people/imports/${importId}/confirm`);
    expect(stage.ports.sent).toEqual([{ programmeId: 'passages', jobId: confirmed.body.jobId }]);
    const again = await post(`/people/imports/${importId}/confirm`);
    expect([again.status, again.body.code]).toEqual([409, 'already-applied']);
    expect((await post('/people/imports/no-such/confirm')).status).toBe(404);
  });

  it('can have any column names through a map', async () => {
    const map = {
      id: 'Matricule',
      name: 'Nom complet',
      role: { column: 'Niveau', values: { '1': 'mentor', '5': 'mentee' } },
    };
    const answer = await post('/people/check', { ...file('Matricule,Nom complet,Niveau\n9,Ana,1\n10,Bob,5\n'), map });
    expect(answer.body).toMatchObject({ rows: 2, accepted: 2, added: 2 });
    expect((await post('/people/check', { ...file(csv), map: { boss: 'x' } })).status).toBe(400);
  });

  it('says how its columns were read; they can be chosen, joined, explained and left out', async () => {
    const odd = file('Réf;Petit nom;Patronyme;Profil;Niveau;Race\n9;Ana;Lô;1;Bac + 5;x\n10;Bob;Mo;2;;y\n');
    const first = peopleCheckSchema.parse((await post('/people/check', odd)).body);
    expect(first).toMatchObject({ accepted: 0, columns: { missing: ['person-id', 'name', 'role'] } });
    expect(first.columns.headers).toEqual(['Réf', 'Petit nom', 'Patronyme', 'Profil', 'Niveau']);
    const map = {
      id: 'Réf',
      name: { columns: ['Petit nom', 'Patronyme'] },
      role: { column: 'Profil', values: { '1': 'mentor', '2': 'mentee' } },
    };
    const told = peopleCheckSchema.parse((await post('/people/check', { ...odd, map })).body);
    expect(told.columns.fields.find(({ field }) => field === 'role')?.values).toEqual([
      { value: '1', meaning: 'mentor' },
      { value: '2', meaning: 'mentee' },
    ]);
    expect(told).toMatchObject({ accepted: 1, rejected: [{ row: 2, column: 'Niveau' }] });
    const without = await post('/people/check', { ...odd, map, leaveOut: ['level'] });
    expect(without.body).toMatchObject({ accepted: 2, rejected: [] });
    const part = await stage.ports.programmes.range('passages', 'import-part', { limit: 9 });
    expect(part.rows.flatMap(({ value }) => value.people.map(({ name }) => name))).toContain('Ana Lô');
  });

  it('with no row to take cannot be confirmed', async () => {
    const answer = await post('/people/check', file('a,b\n1,2\n'));
    expect(answer.body).toMatchObject({ accepted: 0 });
    expect(answer.body.importId).toBeUndefined();
  });

  it.each([
    ['no file at all', {}, 400, 'invalid-body'],
    ['not base64', { fileName: 'a.csv', contentBase64: '???' }, 400, 'invalid-body'],
    ['another field', { ...{ fileName: 'a.csv', contentBase64: base64(csv) }, state: 'applied' }, 400, 'invalid-body'],
    ['a picture', { fileName: 'a.xlsx', contentBase64: base64('GIF89a') }, 400, 'file-unreadable'],
    ['empty', { fileName: 'a.csv', contentBase64: '' }, 400, 'file-unreadable'],
    ['over 5 MB', { fileName: 'a.csv', contentBase64: base64('x'.repeat(5 * 1024 * 1024 + 1)) }, 413, 'body-too-large'],
    ['far over', { fileName: 'a.csv', contentBase64: base64('x'.repeat(8_000_000)) }, 413, 'body-too-large'],
  ])('that is %s is refused', async (_name, body, status, code) => {
    const answer = await post('/people/check', body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await stage.ports.programmes.range('passages', 'import', { limit: 1 })).toEqual({ rows: [] });
  });
});

describe('The people of a programme', () => {
  it('show whether the bot reaches them, or the remedy, and no private field', async () => {
    await seedProgramme(stage.ports, 'passages', {
      participant: {
        p3: aParticipant({
          id: 'p3',
          state: 'imported',
          reach: 'not-linked',
          profile: { email: 'x@example.com', gender: 'f', consentDiversity: true },
        }),
      },
    });
    const answer = await call(stage.api, 'GET', '/programmes/passages/people', {
      token: stage.hr,
      headers: { 'accept-language': 'en' },
    });
    expect(peopleListSchema.parse(answer.body).people[2]).toEqual({
      id: 'p3',
      name: 'Inès Belkacem',
      role: 'mentor',
      state: 'imported',
      linked: false,
      reach: 'not-linked',
      remedy: expect.stringContaining('link them by hand'),
    });
  });

  it('come page by page, each once', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 450 }, (_, index) => [
        `q${String(index).padStart(4, '0')}`,
        aParticipant({ id: `q${String(index).padStart(4, '0')}` }),
      ]),
    );
    await seedProgramme(stage.ports, 'passages', { participant: many });
    const ids: string[] = [];
    let next: string | undefined = '';
    while (next !== undefined) {
      const answer = await call(
        stage.api,
        'GET',
        `/programmes/passages/people${next === '' ? '' : `?cursor=${encodeURIComponent(next)}`}`,
        { token: stage.hr },
      );
      ids.push(...answer.body.people.map((person: { id: string }) => person.id));
      next = answer.body.next;
    }
    expect(ids).toEqual(['p1', 'p2', ...Object.keys(many)]);
  });

  it('are linked by hand to one account each', async () => {
    await seedProgramme(stage.ports, 'passages', {
      participant: { p3: aParticipant({ id: 'p3', state: 'imported', reach: 'not-linked' }) },
    });
    expect((await post('/people/p3/link', { directoryId: people.stranger })).body).toEqual({ done: true });
    expect((await stage.ports.programmes.get('passages', 'participant', 'p3'))?.value).toMatchObject({
      directoryId: people.stranger,
      linkedBy: 'by-hand',
      reach: 'app-missing',
    });
    expect((await post('/people/p3/link', { directoryId: people.mentor })).body.code).toBe('already-linked');
    expect((await post('/people/p1/link', { directoryId: people.stranger })).body.code).toBe('link-fixed');
    expect((await post('/people/p3/link', { directoryId: 'someone@example.com' })).status).toBe(400);
    expect((await post('/people/nobody/link', { directoryId: people.stranger })).status).toBe(404);
  });

  it('are looked up again as long work', async () => {
    const answer = await post('/reach');
    expect(stage.ports.sent).toEqual([{ programmeId: 'passages', jobId: answer.body.jobId }]);
  });
});

describe('A person who has left', () => {
  const departure = (id: string) =>
    call(stage.api, 'GET', `/programmes/passages/people/${id}/departure`, { token: stage.hr });
  const stateOf = async (id: string) => (await stage.ports.programmes.get('passages', 'participant', id))?.value.state;
  const audited = async () =>
    (await stage.ports.programmes.range('passages', 'audit', { limit: 9 })).rows.map(({ value }) => value);

  it('is taken out after HR has read what follows, kept with who did it, and can come back', async () => {
    expect((await departure('p1')).body).toEqual({ pairs: expect.any(Number) as number });
    expect((await post('/people/p1/withdraw')).body).toEqual({ done: true });
    expect(await stateOf('p1')).toBe('withdrawn');
    expect((await post('/people/p1/withdraw')).body).toEqual({ done: true });
    expect((await post('/people/p1/return')).body).toEqual({ done: true });
    expect(await stateOf('p1')).not.toBe('withdrawn');
    expect(await audited()).toMatchObject([
      { what: 'person-withdrawn', about: 'p1', by: people.hr },
      { what: 'person-returned', about: 'p1', by: people.hr },
    ]);
  });

  it('has to be one of the programme, and no field travels with it', async () => {
    for (const step of ['withdraw', 'return']) expect((await post(`/people/nobody/${step}`)).status).toBe(404);
    expect((await departure('nobody')).status).toBe(404);
    expect((await post('/people/p1/withdraw', { state: 'enrolled' })).status).toBe(400);
  });

  it('leaves by a file that lists everybody, once HR has said how many', async () => {
    const csv = 'id;name;role\np1;Inès Belkacem;mentor\n';
    const check = peopleCheckSchema.parse((await post('/people/check', { ...file(csv), complete: true })).body);
    expect(check.leaving).toEqual({
      count: 1,
      people: [{ id: 'p2', name: expect.any(String) as string }],
      asksAgain: true,
    });
    const path = `/people/imports/${check.importId ?? ''}/confirm`;
    for (const body of [undefined, { leaving: 2 }]) {
      const refused = await post(path, body);
      expect([refused.status, refused.body.code]).toEqual([409, 'leaving-unconfirmed']);
    }
    expect((await post(path, { leaving: -1 })).status).toBe(400);
    expect(stage.ports.sent).toEqual([]);
    const confirmed = await post(path, { leaving: 1 });
    expect(stage.ports.sent).toEqual([{ programmeId: 'passages', jobId: confirmed.body.jobId }]);
    expect(await audited()).toMatchObject([{ what: 'absent-withdrawn', about: check.importId, by: people.hr }]);
  });
});
