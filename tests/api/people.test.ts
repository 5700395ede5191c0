import type { JWTPayload } from 'jose';
import { peopleListSchema } from '../../src/enrolment/api-contract';
import { peopleCheckSchema } from '../../src/people-file/api-contract';
import { call, people, tokenFor } from '../helpers/api-server';
import { aParticipant } from '../helpers/factories/participant';
import { useApiStage } from '../helpers/api-stage';
import { seedMembership, seedProgramme } from '../helpers/test-ports';

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
    expect(check).toMatchObject({ rows: 3, accepted: 2, added: 1, missing: 1, findingsMore: 0 });
    expect(check.findings.filter(({ kind }) => kind === 'refused')).toEqual([
      {
        kind: 'refused',
        row: 4,
        column: 'role',
        reason: 'role-unknown',
        message: { fr: expect.stringContaining('patron'), en: expect.stringContaining('patron') },
        count: 1,
        examples: [{ row: 4, id: 'p8', name: 'Zoé Petit', value: 'patron' }],
      },
    ]);
    expect(check.findings[0]).toMatchObject({ reason: 'no-managers', protects: true, count: 0 });
  });

  it('is told as one finding for all the rows it holds for, the first fifty by name, with the column that would settle it', async () => {
    const rows = Array.from(
      { length: 60 },
      (_, n) => `e${n};Person ${n};${n < 55 ? 'patron' : 'mentor'};e${(n + 1) % 60}`,
    );
    const answer = await post('/people/check', file(['id;name;role;Suit', ...rows, ''].join('\n')));
    const { findings } = peopleCheckSchema.parse(answer.body);
    expect(findings[0]).toMatchObject({
      reason: 'no-managers',
      fix: { field: 'managerId', column: 'Suit', matches: 60, of: 60 },
    });
    const [refused, ...others] = findings.filter(({ kind }) => kind === 'refused');
    expect(others).toEqual([]);
    expect([refused?.count, refused?.examples.length, refused?.examples[1]]).toEqual([
      55,
      50,
      { row: 3, id: 'e1', name: 'Person 1', value: 'patron' },
    ]);
    const mapped = await post('/people/check', {
      ...file(['id;name;role;Suit', ...rows, ''].join('\n')),
      map: { managerId: 'Suit' },
    });
    expect(JSON.stringify(mapped.body)).not.toContain('no-managers');
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
    const odd = file('Réf;Petit nom;Libellé;Profil;Niveau;Race\n9;Ana;Lô;1;Bac + 5;x\n10;Bob;Mo;2;;y\n');
    const first = peopleCheckSchema.parse((await post('/people/check', odd)).body);
    expect(first).toMatchObject({ accepted: 0, columns: { missing: ['person-id', 'name', 'role'] } });
    expect(first.columns.headers).toEqual(['Réf', 'Petit nom', 'Libellé', 'Profil', 'Niveau']);
    const map = {
      id: 'Réf',
      name: { columns: ['Petit nom', 'Libellé'] },
      role: { column: 'Profil', values: { '1': 'mentor', '2': 'mentee' } },
    };
    const told = peopleCheckSchema.parse((await post('/people/check', { ...odd, map })).body);
    expect(told.columns.fields.find(({ field }) => field === 'role')?.values).toEqual([
      { value: '1', meaning: 'mentor' },
      { value: '2', meaning: 'mentee' },
    ]);
    expect(told.accepted).toBe(2);
    expect(told.findings.find(({ reason }) => reason === 'level-unreadable')).toMatchObject({ row: 2, count: 1 });
    const without = await post('/people/check', { ...odd, map, leaveOut: ['level'] });
    expect(without.body).toMatchObject({ accepted: 2 });
    const left = peopleCheckSchema.parse(without.body).findings;
    expect(left.some(({ reason }) => reason === 'level-unreadable')).toBe(false);
    const part = await stage.ports.programmes.range('passages', 'import-part', { limit: 9 });
    expect(part.rows.flatMap(({ value }) => value.people.map(({ name }) => name))).toContain('Ana Lô');
  });

  it('can be the same for everybody, and leave rows out by the values of a column', async () => {
    const zones = file('id,name,role,Contract\n9,Ana,mentor,Permanent\n10,Bob,mentee,Intern\n');
    const map = { timeZone: { constant: 'Europe/Paris' }, leaveOut: { Contract: ['intern'] } };
    const told = peopleCheckSchema.parse((await post('/people/check', { ...zones, map })).body);
    expect(told).toMatchObject({ rows: 2, accepted: 1 });
    expect(told.columns.fields.find(({ field }) => field === 'timeZone')).toEqual({
      field: 'timeZone',
      columns: [],
      constant: 'Europe/Paris',
    });
    const left = told.findings.find(({ reason }) => reason === 'map-left-out');
    expect(left?.message).toMatchObject({ en: 'One row is left out, as you said of “Contract”.' });
    expect(told.findings.some(({ reason }) => reason === 'zone-not-stated')).toBe(false);
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
    const { invitedAt: _never, ...imported } = aParticipant({
      id: 'p3',
      state: 'imported',
      reach: 'not-linked',
      profile: { email: 'x@example.com', gender: 'f', consentDiversity: true },
    });
    await seedProgramme(stage.ports, 'passages', { participant: { p3: imported } });
    const answer = await call(stage.api, 'GET', '/programmes/passages/people', {
      token: stage.hr,
      headers: { 'accept-language': 'en' },
    });
    expect(peopleListSchema.parse(answer.body).people[2]).toEqual({
      id: 'p3',
      name: 'Inès Belkacem',
      role: 'mentor',
      email: 'x@example.com',
      level: 2,
      site: 'Paris',
      timeZone: 'Europe/Paris',
      language: 'fr',
      pairs: 0,
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

  it('are looked up again as long work', async () => {
    const answer = await post('/reach');
    expect(stage.ports.sent).toEqual([{ programmeId: 'passages', jobId: answer.body.jobId }]);
  });

  it('are looked up once, however often that is asked for before its turn comes', async () => {
    const first = await post('/reach');
    const others = [await post('/reach'), await post('/reach')];
    expect(others.map(({ body }) => body)).toEqual([first.body, first.body]);
    expect(stage.ports.sent).toHaveLength(1);
  });
});

describe('F77: a link by hand', () => {
  const { stranger, hr, otherHr, mentor } = people;
  const by = async (who: string, path: string, body?: unknown) => {
    const token = await tokenFor(stage.issuer, who);
    const answer = await call(stage.api, 'POST', `/programmes/passages/people/p3${path}`, { token, body });
    return answer.status === 200 ? 'done' : (answer.body as { code: string }).code;
  };
  const ask = (directoryId: string, who: string = hr) => by(who, '/link', { directoryId });
  const confirm = (who: string, directoryId: string) => by(who, '/link/confirm', { directoryId });
  const p3 = async () => (await stage.ports.programmes.get('passages', 'participant', 'p3'))?.value;
  const audited = async () =>
    (await stage.ports.programmes.range('passages', 'audit', { limit: 9 })).rows.map(({ value }) => [
      value.what,
      value.about,
      value.by,
    ]);
  const waiting = async (who: string) => {
    const token = await tokenFor(stage.issuer, who);
    const { body } = await call(stage.api, 'GET', '/programmes/passages/people', { token });
    return peopleListSchema.parse(body).people.find(({ id }) => id === 'p3')?.linkAsked;
  };

  beforeEach(async () => {
    await seedProgramme(stage.ports, 'passages', {
      participant: { p3: aParticipant({ id: 'p3', state: 'imported', reach: 'not-linked' }) },
    });
    await seedMembership(stage.ports, otherHr, {
      programmeId: 'passages',
      contacts: [{ id: 'administrator-2', role: 'administrator' }],
    });
  });

  it('ties nobody to anything before a second administrator has said yes, and both stay in the audit', async () => {
    expect(await ask(stranger)).toBe('done');
    expect(await ask(stranger)).toBe('done');
    expect(await p3()).toMatchObject({ reach: 'not-linked', linkAsked: { directoryId: stranger, by: hr } });
    expect((await p3())?.directoryId).toBeUndefined();
    expect([await waiting(hr), await waiting(otherHr)]).toEqual([
      { directoryId: stranger, byYou: true },
      { directoryId: stranger, byYou: false },
    ]);
    expect(await confirm(hr, stranger)).toBe('second-needed');
    expect(await confirm(otherHr, stranger)).toBe('done');
    expect(await confirm(otherHr, stranger)).toBe('done');
    expect(await p3()).toMatchObject({ directoryId: stranger, linkedBy: 'by-hand', reach: 'app-missing' });
    expect(await waiting(hr)).toBeUndefined();
    expect(await audited()).toEqual([
      ['link-asked', 'p3', hr],
      ['link-confirmed', 'p3', otherHr],
    ]);
  });

  it('is taken back by who asked, or refused by the other; then there is nothing to confirm', async () => {
    for (const who of [hr, otherHr]) {
      await ask(stranger);
      expect(await by(who, '/link/withdraw')).toBe('done');
      expect(await by(who, '/link/withdraw')).toBe('done');
      expect(await confirm(otherHr, stranger)).toBe('version-stale');
    }
    expect((await audited()).filter(([what]) => what === 'link-withdrawn')).toEqual([
      ['link-withdrawn', 'p3', hr],
      ['link-withdrawn', 'p3', otherHr],
    ]);
  });

  it('that was asked for another account meanwhile is not confirmed unread', async () => {
    await ask(people.operator);
    await ask(stranger);
    expect(await confirm(otherHr, people.operator)).toBe('version-stale');
    expect((await p3())?.directoryId).toBeUndefined();
  });

  it('is never to an administrator’s account: not the own one, not another’s, not one that became so meanwhile', async () => {
    expect([await ask(hr), await ask(otherHr)]).toEqual(['administrators-account', 'administrators-account']);
    const ofTheTenant = await tokenFor(stage.issuer, people.operator, { roles: ['Programme.Admin'] });
    const own = { token: ofTheTenant, body: { directoryId: people.operator } };
    const answer = await call(stage.api, 'POST', '/programmes/passages/people/p3/link', own);
    expect([answer.status, answer.body.code]).toEqual([409, 'administrators-account']);
    await ask(stranger);
    await seedMembership(stage.ports, stranger, {
      programmeId: 'passages',
      contacts: [{ id: 'administrator-3', role: 'administrator' }],
    });
    expect(await confirm(otherHr, stranger)).toBe('administrators-account');
    expect(await ask(otherHr, stranger)).toBe('administrators-account');
    expect((await p3())?.directoryId).toBeUndefined();
  });

  it.each(['team-roster', 'directory'] as const)('does not take the place of one by the %s', async (linkedBy) => {
    await ask(stranger);
    const row = await stage.ports.programmes.get('passages', 'participant', 'p3');
    if (row === undefined) throw new Error('nobody');
    const value = { ...row.value, directoryId: people.operator, linkedBy };
    await stage.ports.programmes.commit('passages', [
      { op: 'replace', kind: 'participant', key: 'p3', value, etag: row.etag },
    ]);
    expect(await confirm(otherHr, stranger)).toBe('linked-already');
    expect(await ask(people.assistant)).toBe('linked-already');
    expect((await p3())?.directoryId).toBe(people.operator);
  });

  it('is to one account each, before the person is invited', async () => {
    expect(await ask(mentor)).toBe('already-linked');
    await ask(stranger);
    const row = await stage.ports.programmes.get('passages', 'participant', 'p3');
    if (row === undefined) throw new Error('nobody');
    await stage.ports.programmes.commit('passages', [
      { op: 'replace', kind: 'participant', key: 'p3', value: { ...row.value, state: 'invited' }, etag: row.etag },
    ]);
    expect(await confirm(otherHr, stranger)).toBe('link-fixed');
    expect((await post('/people/p3/link', { directoryId: 'someone@example.com' })).status).toBe(400);
    for (const step of ['link', 'link/confirm'])
      expect((await post(`/people/nobody/${step}`, { directoryId: stranger })).status).toBe(404);
    expect((await post('/people/nobody/link/withdraw')).status).toBe(404);
  });
});

describe('F77: the account that is asked for', () => {
  const { stranger, hr, otherHr, mentor, assistant } = people;
  const ask = async (directoryId: string) => post('/people/p3/link', { directoryId });
  const answer = async (who: string, verb: 'link/yes' | 'link/no', more: object = {}, claims: JWTPayload = {}) => {
    const token = await tokenFor(stage.issuer, who, { name: 'BELKACEM Ines (Ext.)', ...claims });
    const body = { verb, programmeId: 'passages', participantId: 'p3', ...more };
    const { view, changed } = (await call(stage.api, 'POST', '/actions', { token, body })).body;
    return [view.state ?? view.notice, changed] as const;
  };
  const p3 = async () => (await stage.ports.programmes.get('passages', 'participant', 'p3'))?.value;
  const ofHr = async () => {
    const { body } = await call(stage.api, 'GET', '/programmes/passages/people', { token: stage.hr });
    return peopleListSchema.parse(body).people.find(({ id }) => id === 'p3');
  };
  const audited = async () =>
    (await stage.ports.programmes.range('passages', 'audit', { limit: 9 })).rows.map(({ value }) => [
      value.what,
      value.by,
    ]);

  beforeEach(() =>
    seedProgramme(stage.ports, 'passages', {
      participant: { p3: aParticipant({ id: 'p3', state: 'imported', reach: 'not-linked' }) },
    }),
  );

  it('is asked in its own chat, at a decent hour, and says yes: then the link holds, and the audit names whose word it was', async () => {
    await ask(stranger);
    await ask(stranger);
    const queued = (await stage.ports.programmes.range('passages', 'queued', { limit: 9 })).rows;
    expect(queued.map(({ value }) => [value.kind, value.recipient, value.subject])).toEqual([
      ['link-question', { to: 'account', id: stranger }, { participantId: 'p3' }],
    ]);
    expect(await answer(stranger, 'link/yes')).toEqual(['linked', true]);
    expect(await p3()).toMatchObject({ directoryId: stranger, linkedBy: 'by-hand' });
    expect((await p3())?.linkAsked).toBeUndefined();
    expect(await audited()).toEqual([
      ['link-asked', hr],
      ['link-confirmed', stranger],
    ]);
  });

  it.each([['Claire Fontaine (test)'], ['Inès'], ['']])(
    'says yes under another name than the file’s, %j: nothing is linked before a second administrator, who reads that name, says yes too',
    async (name) => {
      await ask(stranger);
      expect(await answer(stranger, 'link/yes', {}, { name })).toEqual(['said-yes', true]);
      expect(await answer(stranger, 'link/yes', {}, { name })).toEqual(['said-yes', false]);
      expect((await p3())?.directoryId).toBeUndefined();
      expect((await ofHr())?.linkAsked).toEqual({ directoryId: stranger, byYou: true, saidYesAs: name });
      const confirm = async (who: string) => {
        const token = await tokenFor(stage.issuer, who);
        const body = { directoryId: stranger };
        return (await call(stage.api, 'POST', '/programmes/passages/people/p3/link/confirm', { token, body })).status;
      };
      expect(await confirm(hr)).toBe(409);
      await seedMembership(stage.ports, otherHr, {
        programmeId: 'passages',
        contacts: [{ id: 'administrator-2', role: 'administrator' }],
      });
      expect(await confirm(otherHr)).toBe(200);
      expect(await p3()).toMatchObject({ directoryId: stranger, linkedBy: 'by-hand' });
      expect(await audited()).toEqual([
        ['link-asked', hr],
        ['link-yes-waits', stranger],
        ['link-confirmed', otherHr],
      ]);
    },
  );

  it('says no: nothing is linked, nothing waits, and HR reads that it says so until it is asked for again', async () => {
    await ask(stranger);
    expect(await answer(stranger, 'link/no')).toEqual(['not-me', true]);
    expect((await p3())?.directoryId).toBeUndefined();
    expect(await ofHr()).toMatchObject({ linkDenied: { directoryId: stranger } });
    expect((await ofHr())?.linkAsked).toBeUndefined();
    expect(await audited()).toEqual([
      ['link-asked', hr],
      ['link-denied', stranger],
    ]);
    await ask(assistant);
    expect((await ofHr())?.linkDenied).toBeUndefined();
  });

  it('alone may answer: to everybody else there is nothing, whatever they are in the programme', async () => {
    await ask(stranger);
    for (const who of [hr, otherHr, mentor, assistant, people.operator])
      for (const verb of ['link/yes', 'link/no'] as const)
        expect(await answer(who, verb)).toEqual(['not-found', false]);
    expect(await answer(stranger, 'link/yes', { participantId: 'p1' })).toEqual(['not-found', false]);
    expect(await answer(stranger, 'link/yes', { participantId: 'nobody' })).toEqual(['not-found', false]);
    expect(await answer(stranger, 'link/yes', { programmeId: 'another' })).toEqual(['not-found', false]);
    expect((await p3())?.linkAsked).toMatchObject({ directoryId: stranger });
  });

  it('is one person: of two participants it says yes to at the same instant, it is one', async () => {
    await seedProgramme(stage.ports, 'passages', {
      participant: { p4: aParticipant({ id: 'p4', state: 'imported', reach: 'not-linked' }) },
    });
    await ask(stranger);
    await post('/people/p4/link', { directoryId: stranger });
    const both = await Promise.all([
      answer(stranger, 'link/yes'),
      answer(stranger, 'link/yes', { participantId: 'p4' }),
    ]);
    expect(both.map(([state]) => state).sort()).toEqual(['linked', 'over']);
    const p4 = (await stage.ports.programmes.get('passages', 'participant', 'p4'))?.value;
    expect([(await p3())?.directoryId, p4?.directoryId].filter((id) => id !== undefined)).toEqual([stranger]);
  });

  it('may not, once it is an administrator’s, of the programme or of the whole tenant', async () => {
    await ask(stranger);
    expect(await answer(stranger, 'link/yes', {}, { roles: ['Programme.Admin'] })).toEqual(['over', false]);
    await seedMembership(stage.ports, stranger, {
      programmeId: 'passages',
      contacts: [{ id: 'administrator-3', role: 'administrator' }],
    });
    expect(await answer(stranger, 'link/yes')).toEqual(['over', false]);
    expect((await p3())?.directoryId).toBeUndefined();
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
