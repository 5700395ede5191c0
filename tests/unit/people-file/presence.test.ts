import fc from 'fast-check';
import { groupFindings } from '../../../src/people-file/group-findings';
import { mapPeople, type MappedPeople } from '../../../src/people-file/map-people';
import type { PeopleMap } from '../../../src/people-file/participant-contract';
import { accountKindOf, presenceOf } from '../../../src/people-file/tell-presence';
import { daysFirst, readDay } from '../../../src/people-file/read-day';
import { peopleTable } from './people-table-factory';

const today = '2026-11-23';
const ada = { id: 'E1', name: 'Ada Lô', role: 'mentor' };
const bo = { id: 'E2', name: 'Bo Ek', role: 'mentee' };

function read(rows: readonly Readonly<Record<string, string>>[], map?: PeopleMap): MappedPeople {
  return mapPeople(peopleTable(...rows), map, [], today);
}

const ids = ({ people }: MappedPeople): readonly string[] => people.map(({ id }) => id);
const told = ({ warnings }: MappedPeople, reason: string): unknown =>
  warnings.filter((warning) => warning.reason === reason).map(({ column, rows }) => [column, rows]);

describe('who is not there any more, or not yet', () => {
  it.each([
    ['Statut', 'Actif', 'Sorti'],
    ['Employment Status', 'Active', 'Terminated for Cause'],
    ['Employee Status', 'Active', 'Voluntarily Terminated'],
    ['Mitarbeiterstatus', 'Aktiv', 'Ausgeschieden'],
    ['Estado', 'Alta', 'Baja'],
    ['Stato', 'In forza', 'Cessato'],
    ['Status', 'In dienst', 'Uit dienst'],
    ['Situação', 'Ativo', 'Desligado'],
    ['在籍状況', '在籍中', '退職'],
    ['Status [READ ONLY]', 'Active', 'Suspended'],
    ['Status', 'active', 'inactive'],
    ['Date de départ', '', '31/12/2024'],
    ['DateofTermination', '', '9/14/2012'],
    ['Termination Date', '', '2026-11-22'],
    ['Austrittsdatum', '', '31.10.2026'],
    ['Fecha de baja', '', '31 de octubre de 2026'],
    ['Data di cessazione', '', '31/10/2026'],
    ['Datum uit dienst', '', '31-10-2026'],
    ['Data de desligamento', '', '31/10/2026'],
    ['退職日', '', '2026年10月31日'],
    ['accountEnabled', 'True', 'False'],
    ['Block credential', 'False', 'True'],
    ['userAccountControl', '512', '514'],
    ['userAccountControl', '66048', '66050'],
    ['Termd', '0', '1'],
    ['Compte actif', 'oui', 'non'],
    ['Active', 'Yes', 'No'],
    ['Activo', 'VERDADERO', 'FALSO'],
    ['Aktiv', 'WAHR', 'FALSCH'],
    ['Attivo', 'VERO', 'FALSO'],
    ['Actief', 'WAAR', 'ONWAAR'],
    ['Ativo', 'VERDADEIRO', 'FALSO'],
    ['Actif', 'VRAI', 'FAUX'],
    ['有効', '○', '×'],
    ['アカウント有効', '〇', '✕'],
    ['Bloqueado', 'FALSO', 'VERDADERO'],
  ])('leaves out who has gone by « %s », with the column and the row', (header, here, gone) => {
    const mapped = read([
      { ...ada, [header]: here },
      { ...bo, [header]: gone },
    ]);
    expect(ids(mapped)).toEqual(['E1']);
    expect(mapped.rejected).toEqual([]);
    const leftOut = mapped.warnings.filter(({ reason }) => reason.endsWith('left-out'));
    expect(leftOut).toMatchObject([{ column: header, rows: [3] }]);
    expect(mapped.named.has('e2')).toBe(false);
  });

  it.each([
    ['Start Date', '2026-12-01'],
    ["Date d'entrée", '25/12/2026'],
    ['Eintrittsdatum', '15.12.2026'],
    ['入社日', '2026/12/01'],
    ['Worker Status', 'Future Hire'],
    ['雇用ステータス', '入社予定'],
  ])('leaves out who has not come yet by « %s »', (header, value) => {
    const mapped = read([
      { ...ada, [header]: /tatus|ステータス/u.test(header) ? 'Active' : '2020-01-01' },
      { ...bo, [header]: value },
    ]);
    expect(ids(mapped)).toEqual(['E1']);
    expect(told(mapped, 'not-yet-left-out')).toEqual([[header, [3]]]);
    expect(mapped.named.has('e2')).toBe(true);
  });

  it.each([
    ['31-Aug-26', '01-Mar-27'],
    ['31-août-26', '01-mars-27'],
    ['31. Mrz. 2026', '1. Dez. 2026'],
    ['31-ago-2026', '01-ene-27'],
    ['20260831', '20270301'],
    ['46265', '46447'],
    ['46265.5', '46447,0'],
    ['2026-08', '2027-03'],
    ['08/2026', '03/2027'],
    ['Aug 2026', 'March 2027'],
    ['2026年8月', '2027年3月'],
    ['R8.8.31', 'R9.4.1'],
    ['令和8年8月31日', '令和９年４月１日'],
    ['平成30年8月31日', 'R09/04/01'],
    ['Monday, 31 August 2026', 'lundi 1er mars 2027'],
    ['mar. 1 septembre 2026', 'Mar 1st, 2027'],
    ['31/08/2026, 00:00', '2027-03-01T00:00:00Z'],
  ])('reads who has gone by « %s », and who has not come yet by « %s »', (gone, later) => {
    const rows = [ada, { ...bo, 'End Date': gone }, { ...bo, id: 'E3', 'Start Date': later }];
    const mapped = read([...rows, { ...ada, id: 'E4', 'End Date': '2030-01-31', 'Start Date': '2020-01-31' }]);
    expect(ids(mapped)).toEqual(['E1', 'E4']);
    expect(told(mapped, 'ended-left-out')).toEqual([['End Date', [3]]]);
    expect(told(mapped, 'not-yet-left-out')).toEqual([['Start Date', [4]]]);
  });

  it('tells among what protects people each day that cannot be read, and takes the people', () => {
    const rows = ['2030-01-31', 'end of August', 'soon', '31/02/2026', '99999', '', 'unbefristet', '00000000'].map(
      (day, place) => ({ ...(place === 0 ? ada : bo), id: `E${String(place)}`, 'End Date': day }),
    );
    const mapped = read(rows);
    expect(ids(mapped)).toHaveLength(rows.length);
    const findings = groupFindings(mapped, (row) => mapped.owners.get(row), 5);
    const [first] = findings.filter(({ reason }) => reason === 'date-unreadable');
    expect(first).toMatchObject({ protects: true, column: 'End Date', count: 4 });
    expect(first?.examples.map(({ value }) => value)).toEqual(['end of August', 'soon', '31/02/2026', '99999']);
    const alone = read([ada, { ...bo, 'End Date': 'end of August' }, { ...bo, id: 'E3', 'End Date': '2030-01-31' }]);
    const [said] = groupFindings(alone, () => undefined, 5).filter(({ reason }) => reason === 'date-unreadable');
    expect(said?.message.en).toMatch(/^“end of August” of “End Date” cannot be read as a day: the person is taken/u);
  });

  it.each([
    ['Active', 'P1', 'P2'],
    ['Actif', 'à voir', 'zeta'],
    ['Gesperrt', 'zeta', 'eta'],
    ['End date', 'soon', 'later'],
    ["Date d'entrée", 'bientôt', 'zeta'],
    ['Worker status', 'Z1', 'Z2'],
  ])('tells among what protects people that no value of « %s » is understood', (header, one, other) => {
    const mapped = read([
      { ...ada, [header]: one },
      { ...bo, [header]: other },
    ]);
    expect(ids(mapped)).toEqual(['E1', 'E2']);
    const findings = groupFindings(mapped, () => undefined, 5);
    expect(findings.find(({ reason }) => reason === 'presence-unread')).toMatchObject({
      protects: true,
      column: header,
    });
    expect(told(mapped, 'column-not-read')).toEqual([]);
  });

  it('tells each word of an account that is not understood, and nothing of a « Statut » of something else', () => {
    const mapped = read([
      { ...ada, Activo: 'VERDADERO', Statut: 'Cadre' },
      { ...bo, Activo: 'zeta', Statut: 'Non cadre' },
    ]);
    expect(ids(mapped)).toEqual(['E1', 'E2']);
    expect(told(mapped, 'status-unknown')).toEqual([['Activo', [3]]]);
    expect(told(mapped, 'presence-unread')).toEqual([]);
  });

  it.each([
    ['On Leave', 'Yes', 'No'],
    ['Currently on leave', 'TRUE', 'FALSE'],
    ['Leave status', 'On leave', 'Active'],
    ['En congé', 'oui', 'non'],
    ['Beurlaubt', 'WAHR', 'FALSCH'],
    ['En excedencia', 'sí', 'no'],
    ['In aspettativa', 'sì', 'no'],
    ['Met verlof', 'ja', 'nee'],
    ['Em licença', 'sim', 'não'],
    ['休職中', '○', '×'],
    ['休職中', 'はい', ''],
  ])('leaves out whoever is on leave by « %s », whatever the status says, and tells it', (header, away, here) => {
    const mapped = read([
      { ...ada, Status: 'Active', [header]: away },
      { ...bo, Status: 'Active', [header]: here },
    ]);
    expect(ids(mapped)).toEqual(['E2']);
    expect(told(mapped, 'leave-left-out')).toEqual([[header, [2]]]);
    expect(told(mapped, 'column-not-read')).toEqual([]);
    // Somebody who is away for a while has not left: a complete file names them.
    expect(mapped.named.has('e1')).toBe(true);
    const taken = read(
      [
        { ...ada, [header]: away },
        { ...bo, [header]: here },
      ],
      { status: { column: header, values: { [away]: 'here' } } },
    );
    expect(ids(taken)).toEqual(['E1', 'E2']);
  });

  it('tells among what protects people that nothing is understood of who is on leave', () => {
    const rows = (one: string, other: string) => [
      { ...ada, 'On Leave': one },
      { ...bo, 'On Leave': other },
    ];
    const reasons = (mapped: MappedPeople) =>
      groupFindings(mapped, () => undefined, 5).flatMap(({ reason, protects }) => (protects ? [reason] : []));
    expect(reasons(read(rows('zeta', 'eta')))).toContain('presence-unread');
    expect(reasons(read(rows('yes', 'eta')))).toContain('status-unknown');
  });

  it.each([
    ['Status', 'Notice period'],
    ['Statut', 'En préavis'],
    ['Mitarbeiterstatus', 'Gekündigt'],
    ['Employment Status', 'Pending termination'],
    ['Stato', 'In preavviso'],
    ['在籍状況', '退職予定'],
  ])('takes who is about to leave by « %s » of « %s », and tells it', (header, words) => {
    const mapped = read([
      { ...ada, [header]: words },
      { ...bo, [header]: '' },
    ]);
    expect(ids(mapped)).toEqual(['E1', 'E2']);
    expect(told(mapped, 'leaving-by-status')).toEqual([[header, [2]]]);
  });

  it('says how many people leave within a programme, and on which day where there is one', () => {
    const end = (...days: readonly string[]) =>
      groupFindings(
        read(days.map((day, place) => ({ ...ada, id: `E${String(place)}`, 'End Date': day }))),
        () => undefined,
        5,
      ).find(({ reason }) => reason === 'leaving-soon');
    expect(end('05/12/2026', '2027-12-31', '31/12/2030')?.message).toEqual({
      en: 'One person leaves on Saturday 5 December, by “End Date”, and is taken all the same.',
      fr: 'Une personne part le samedi 5 décembre d’après « End Date », et est prise en compte quand même.',
    });
    expect(end('2026-12-05', '2027-03-01')).toMatchObject({
      count: 2,
      message: { en: expect.stringMatching(/^2 people leave within six months, by “End Date”/u) },
    });
    expect(end('2027-08-01', '9999-12-31')).toBeUndefined();
  });

  it('takes who leaves within this month when only the month is known, and tells it', () => {
    const mapped = read([ada, { ...bo, 'End Date': 'Nov 2026' }]);
    expect(ids(mapped)).toEqual(['E1', 'E2']);
    expect(told(mapped, 'date-ambiguous')).toEqual([['End Date', [3]]]);
  });

  it('leaves out whoever is on leave, and says of how many rows that holds without saying why they are away', () => {
    const mapped = read([
      { ...ada, Statut: 'Congé maternité' },
      { ...bo, Statut: 'Actif' },
    ]);
    expect(ids(mapped)).toEqual(['E2']);
    expect(told(mapped, 'leave-left-out')).toEqual([['Statut', [2]]]);
    expect(JSON.stringify(mapped.warnings)).not.toMatch(/maternit/u);
    const rows = [
      { ...ada, Statut: 'Congé maternité' },
      { ...bo, Statut: 'Actif' },
    ];
    expect(ids(read(rows, { status: { column: 'Statut', values: { 'Congé maternité': 'here' } } }))).toEqual([
      'E1',
      'E2',
    ]);
  });

  it('names the words of a status that nobody understands, and takes who is asked about', () => {
    const rows = ['P1', 'Left?', 'P1', 'Active'].map((Status, place) => ({ ...bo, id: `E${String(place)}`, Status }));
    const mapped = read(rows);
    expect(ids(mapped)).toHaveLength(4);
    const said = groupFindings(mapped, () => undefined, 5, 'map').find(({ reason }) => reason === 'status-unknown');
    expect(said).toMatchObject({
      count: 3,
      message: {
        en: '2 values of “Status” may mean anything (P1, Left?): the people are taken. A map says what they mean: here, gone, leave or not-yet.',
        fr: expect.stringMatching(/^2 valeurs de «\u00a0Status\u00a0» ne se comprennent pas \(P1, Left\?\)/u),
      },
    });
  });

  it('takes who has an end date in the past and a status that says they are there, and tells it', () => {
    const mapped = read([
      { ...ada, Statut: 'Actif', 'Date de départ': '31/12/2024' },
      { ...bo, Statut: 'Sorti' },
    ]);
    expect(ids(mapped)).toEqual(['E1']);
    expect(told(mapped, 'end-contradicted')).toEqual([['Date de départ', [2]]]);
  });

  it('takes who left and came again, and who leaves later', () => {
    const mapped = read([
      { ...ada, 'End Date': '2020-01-31', 'Start Date': '2023-02-01' },
      { ...bo, 'End Date': '9999-12-31', 'Start Date': '2019-02-01' },
      { ...bo, id: 'E3', 'End Date': '1900-01-01', 'Start Date': '2019-02-01' },
    ]);
    expect(ids(mapped)).toEqual(['E1', 'E2', 'E3']);
  });

  it('lets a map say what a status means, leave rows out by any column, and take a column away', () => {
    const rows = [
      { ...ada, Statut: 'Sorti', Contrat: 'CDI' },
      { ...bo, Statut: 'Congé', Contrat: 'Stage' },
      { ...bo, id: 'E3', Statut: 'Actif', Contrat: 'CDI' },
    ];
    expect(ids(read(rows, { status: { column: 'Statut', values: { Sorti: 'here', Congé: 'gone' } } }))).toEqual([
      'E1',
      'E3',
    ]);
    expect(ids(read(rows, { status: { constant: '' } }))).toEqual(['E1', 'E2', 'E3']);
    const without = read(rows, { status: { constant: 'here' }, leaveOut: { contrat: ['stage'] } });
    expect(ids(without)).toEqual(['E1', 'E3']);
    expect(told(without, 'map-left-out')).toEqual([['Contrat', [3]]]);
    expect(read(rows, { leaveOut: { Pays: ['FR'] } }).rejected).toMatchObject([
      { column: 'Pays', reason: 'mapped-column-missing' },
    ]);
  });

  it('keeps the manager’s place of somebody who has gone', () => {
    const mapped = read([
      { ...ada, managerId: 'E2', Status: 'Active' },
      { ...bo, managerId: 'E9', Status: 'Terminated' },
    ]);
    expect(mapped.reportingLines.get('E2')).toBe('e9');
  });

  it('says that a value of the status is not understood, and takes the person', () => {
    const mapped = read([
      { ...ada, Status: 'Active' },
      { ...bo, Status: 'Zeta' },
    ]);
    expect(ids(mapped)).toEqual(['E1', 'E2']);
    expect(told(mapped, 'status-unknown')).toEqual([['Status', [3]]]);
  });

  it('does not take a type of contract or a state of a country for a status', () => {
    const mapped = read([
      { ...ada, Type: 'CDI', State: 'MA', 'Is manager': 'Yes' },
      { ...bo, Type: 'CDD', State: 'NY', 'Is manager': 'No' },
    ]);
    expect(ids(mapped)).toEqual(['E1', 'E2']);
    expect(mapped.warnings.filter(({ reason }) => reason === 'column-not-read').map(({ column }) => column)).toEqual([
      'Type',
      'State',
      'Is manager',
    ]);
  });
});

describe('guests and accounts that are nobody’s', () => {
  it.each([
    ['userType', 'Member', 'Guest'],
    ['User type', 'Membre', 'Invité'],
    ['Worker Type', 'Employee', 'Contingent Worker'],
    ['Benutzertyp', 'Mitglied', 'Gast'],
    ['Tipo de usuario', 'Miembro', 'Invitado'],
    ['Tipo utente', 'Membro', 'Ospite'],
    ['ユーザーの種類', 'メンバー', 'ゲスト'],
    ['User principal name', 'ada@acme.example', 'bo_x.example#EXT#@acme.example'],
  ])('counts who is a guest by « %s » as a guest', (header, member, guest) => {
    const mapped = read([
      { ...ada, [header]: member },
      { ...bo, [header]: guest },
    ]);
    expect(mapped.people.map((person) => person.guest)).toEqual([false, true]);
    expect(told(mapped, 'guest-by-sign')).toEqual([[header, [3]]]);
  });

  it.each([
    ['recipientTypeDetails', 'UserMailbox', 'SharedMailbox'],
    ['sAMAccountName', 'ada', 'backup$'],
    ['distinguishedName', 'CN=Ada,OU=Staff,DC=x', 'CN=Backup,OU=Service Accounts,DC=x'],
  ])('leaves out an account that is nobody’s by « %s »', (header, person, service) => {
    const mapped = read([
      { ...ada, [header]: person },
      { ...bo, [header]: service },
    ]);
    expect(ids(mapped)).toEqual(['E1']);
    expect(told(mapped, 'service-left-out')).toEqual([[header, [3]]]);
  });

  it('refuses no row for a kind of worker that says nothing of guests', () => {
    const mapped = read([
      { ...ada, 'Employee Type': 'Full-time' },
      { ...bo, 'Employee Type': 'Zeta' },
      { ...bo, id: 'E3', 'Employee Type': 'Contractor' },
    ]);
    expect(mapped.rejected).toEqual([]);
    expect(mapped.people.map((person) => person.guest)).toEqual([false, false, true]);
  });
});

describe('words and days', () => {
  it('finds nobody gone where the words say two things, or say no', () => {
    expect(['Inactive (on leave)', 'Not terminated', 'Pending termination', 'Baja médica'].map(presenceOf)).toEqual([
      undefined,
      'here',
      'here',
      'leave',
    ]);
    expect(presenceOf('退職予定')).toBe('here');
    expect(accountKindOf('Guest user')).toBe('guest');
  });

  it('reads a day that two numbers leave open as both, until the column says which comes first', () => {
    expect(readDay('03/04/2026')).toEqual({ earliest: '2026-03-04', latest: '2026-04-03' });
    expect(daysFirst(['03/04/2026', '25/04/2026'])).toBe(true);
    expect(readDay('03/04/2026', true)).toEqual({ earliest: '2026-04-03', latest: '2026-04-03' });
    expect(readDay('31/02/2026')).toBeUndefined();
  });

  it('reads every day in every way it may be written', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1960-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString().slice(0, 10);
          const [year = '', month = '', day = ''] = iso.split('-');
          for (const [text, first] of [
            [iso, undefined],
            [`${day}/${month}/${year}`, true],
            [`${month}/${day}/${year}`, false],
            [`${day}.${month}.${year}`, undefined],
            [`${year}年${month}月${day}日`, undefined],
          ] as const)
            expect(readDay(text, first)).toEqual({ earliest: iso, latest: iso });
        },
      ),
    );
  });

  it('changes nobody’s presence with the order of the rows', () => {
    const status = fc.constantFrom('Active', 'Terminated', 'On leave', 'Future Hire', '');
    fc.assert(
      fc.property(fc.array(status, { minLength: 1, maxLength: 8 }), (all) => {
        const rows = all.map((Status, n) => ({ ...ada, id: `E${String(n)}`, Status }));
        expect(new Set(ids(read([...rows].reverse())))).toEqual(new Set(ids(read(rows))));
      }),
      { numRuns: 20 },
    );
  });
});
