import { groupFindings } from '../../../src/people-file/group-findings';
import { mapPeople, type MappedPeople } from '../../../src/people-file/map-people';
import type { PeopleMap } from '../../../src/people-file/participant-contract';
import { accountKindOf } from '../../../src/people-file/tell-presence';
import { peopleTable } from './people-table-factory';

const today = '2026-11-23';
const ada = { id: 'E1', name: 'Ada Lô', role: 'mentor' };
const bo = { id: 'E2', name: 'Bo Ek', role: 'mentee' };
const cy = { id: 'E3', name: 'Cy Ohm', role: 'mentee' };

function read(rows: readonly Readonly<Record<string, string>>[], map?: PeopleMap): MappedPeople {
  return mapPeople(peopleTable(...rows), map, [], today);
}

const guests = ({ people }: MappedPeople): readonly string[] => people.filter(({ guest }) => guest).map(({ id }) => id);
const told = ({ warnings }: MappedPeople, reason: string): unknown =>
  warnings.filter((warning) => warning.reason === reason).map(({ column, rows }) => [column, rows]);

describe('Who is from outside', () => {
  it('is so by any of the signs: no column wins over another one', () => {
    const mapped = read([
      { ...ada, userType: 'Member', employeeType: 'Employee', Externe: 'non' },
      { ...bo, userType: 'Member', employeeType: 'Vendor', Externe: 'non' },
      { ...cy, userType: 'Guest', employeeType: 'Employee', Externe: '' },
      { ...cy, id: 'E4', name: 'Di Ux', userType: 'Member', employeeType: 'Employee', Externe: 'oui' },
    ]);
    expect(mapped.rejected).toEqual([]);
    expect(guests(mapped)).toEqual(['E2', 'E3', 'E4']);
    expect(told(mapped, 'guest-by-sign')).toEqual(
      expect.arrayContaining([
        ['employeeType', [3]],
        ['userType', [4]],
        ['Externe', [5]],
      ]),
    );
  });

  it.each([
    ['employeeType', 'Employee', 'Contractor'],
    ['Employment Status', 'Active', 'Contractor'],
    ['Employment Type', 'Regular', 'Freelancer'],
    ['Contract type', 'Permanent', 'Agency worker'],
    ['Worker Sub-Type', 'Employee', 'Contingent Worker'],
    ['Type de contrat', 'CDI', 'Prestataire'],
    ['Nature du contrat', 'CDD', 'Intérim'],
    ['Statut', 'Salarié', 'Sous-traitant'],
    ['Catégorie de personnel', 'Interne', 'Externe'],
    ['Beschäftigungsart', 'Intern', 'Extern'],
    ['Mitarbeitergruppe', 'Angestellte', 'Leiharbeitnehmer'],
    ['Vertragsart', 'Unbefristet', 'Freier Mitarbeiter'],
    ['Beschäftigungsverhältnis', 'Festanstellung', 'Zeitarbeit'],
    ['Tipo de contrato', 'Indefinido', 'Autónomo'],
    ['Relación laboral', 'Empleado', 'Subcontrata'],
    ['Tipo di contratto', 'Tempo indeterminato', 'Partita IVA'],
    ['Rapporto di lavoro', 'Dipendente', 'Somministrato'],
    ['Dienstverband', 'Vast', 'Inhuur'],
    ['Soort contract', 'Onbepaalde tijd', 'ZZP’er'],
    ['Arbeidsrelatie', 'In loondienst', 'Gedetacheerd'],
    ['Tipo de vínculo', 'CLT', 'PJ'],
    ['Vínculo', 'Efetivo', 'Terceirizado'],
    ['雇用形態', '正社員', '業務委託'],
    ['契約形態', '契約社員', '派遣社員'],
    ['Zorg', 'Employee', 'Vendor'],
    ['区分け', '社員', '外注'],
  ])('is so by « %s », where « %s » is not and « %s » is', (header, member, guest) => {
    const mapped = read([
      { ...ada, [header]: member },
      { ...bo, [header]: guest },
      { ...cy, [header]: member },
    ]);
    expect(mapped.people.map(({ guest: is }) => is)).toEqual([false, true, false]);
    expect(told(mapped, 'guest-by-sign')).toEqual([[header, [3]]]);
    expect(told(mapped, 'status-unknown')).toEqual([]);
    expect(told(mapped, 'presence-unread')).toEqual([]);
  });

  it('is nobody by a column of something else, or a word that says no', () => {
    const mapped = read([
      { ...ada, 'Job title': 'Consultant', Department: 'External affairs', 'Contract manager': 'Vendor' },
      { ...bo, 'Job title': 'Intern', Department: 'Partner', Type: 'Non externe' },
    ]);
    expect(guests(mapped)).toEqual([]);
    expect(accountKindOf('Non-employee')).toBe('guest');
    expect(accountKindOf('Nicht extern')).toBe('member');
  });

  it('is nobody by a value that a map calls a member’s, and by no column where it says so of everybody', () => {
    const rows = [
      { ...ada, userType: 'Member', employeeType: 'Vendor' },
      { ...bo, userType: 'Guest', employeeType: 'Employee' },
    ];
    expect(guests(read(rows, { guest: 'userType' }))).toEqual(['E1', 'E2']);
    expect(guests(read(rows, { guest: { column: 'employeeType', values: { Vendor: 'no' } } }))).toEqual(['E2']);
    expect(guests(read(rows, { guest: { constant: 'no' } }))).toEqual([]);
  });

  it('is told among what protects people where nobody can understand the column', () => {
    const mapped = read([
      { ...ada, Prestataire: '' },
      { ...bo, Prestataire: 'Zeta SARL' },
    ]);
    const [finding] = groupFindings(mapped, () => undefined, 5).filter(({ reason }) => reason === 'guests-unread');
    expect(finding).toMatchObject({ protects: true, column: 'Prestataire' });
  });

  it('leaves out a shared mailbox though the user type beside it says Member', () => {
    const mapped = read([
      { ...ada, userType: 'Member', recipientTypeDetails: 'UserMailbox' },
      { ...bo, userType: 'Member', recipientTypeDetails: 'SharedMailbox' },
    ]);
    expect(mapped.people.map(({ id }) => id)).toEqual(['E1']);
    expect(told(mapped, 'service-left-out')).toEqual([['recipientTypeDetails', [3]]]);
  });
});

describe('Who may not be there', () => {
  it.each([
    ['Dienstbetrekking', 'In dienst', 'Uit dienst'],
    ['Arbeitsverhältnis', 'Aktiv', 'Beendet'],
    ['Situation', 'En poste', 'Sorti'],
    ['Situación laboral', 'Alta', 'Baja'],
    ['Rapporto di lavoro', 'In forza', 'Cessato'],
    ['Vínculo', 'Ativo', 'Desligado'],
    ['在職状況', '在職中', '退職済み'],
    ['Employed', 'Yes', 'No'],
    ['In dienst', 'ja', 'nee'],
    ['Sorti', 'non', 'oui'],
  ])('is left out by « %s »', (header, here, gone) => {
    const mapped = read([
      { ...ada, [header]: here },
      { ...bo, [header]: gone },
    ]);
    expect(mapped.people.map(({ id }) => id)).toEqual(['E1']);
  });

  it('is told by a column that nobody knows and whose cells say so, with the way to leave them out', () => {
    const rows = [
      { ...ada, Zorg: 'In dienst' },
      { ...bo, Zorg: 'Uit dienst' },
      { ...cy, Zorg: 'In dienst' },
    ];
    const mapped = read(rows);
    expect(mapped.people).toHaveLength(3);
    const [finding] = groupFindings(mapped, () => undefined, 5).filter(({ reason }) => reason === 'presence-doubtful');
    expect(finding).toMatchObject({ protects: true, column: 'Zorg', fix: { field: 'status', matches: 1, of: 3 } });
    expect(read(rows, { status: 'Zorg' }).people).toHaveLength(2);
  });

  it('is told where a second column says that somebody has gone whom the first one says is there', () => {
    const mapped = read([
      { ...ada, Status: 'Active', 'HR state': 'Active' },
      { ...bo, Status: 'Active', 'HR state': 'Terminated' },
    ]);
    expect(told(mapped, 'presence-doubtful')).toEqual([['HR state', [1]]]);
  });
});

describe('Values by which a map leaves rows out', () => {
  const unmatched = (mapped: MappedPeople): unknown =>
    groupFindings(mapped, () => undefined, 5)
      .filter(({ reason }) => reason === 'map-value-unmatched')
      .map(({ column, protects, message }) => [column, protects, message.en]);
  const rows = [
    { ...ada, Contract: 'Intern', Zorg: 'A' },
    { ...bo, Contract: 'CDI', Zorg: 'B' },
  ];

  it('are told where no row has them', () => {
    expect(unmatched(read(rows, { leaveOut: { Contract: ['Intern', 'Stagiaire'] } }))).toEqual([
      ['Contract', true, 'No row has the value “Stagiaire” in “Contract”, which you gave: nobody is left out by it.'],
    ]);
    expect(unmatched(read(rows, { status: { column: 'Zorg', values: { A: 'here', C: 'gone' } } }))).toMatchObject([
      ['Zorg', true, expect.stringContaining('“C”')],
    ]);
  });

  it('are not told where a row has them, in whatever case', () => {
    expect(unmatched(read(rows, { leaveOut: { contract: ['INTERN'] } }))).toEqual([]);
  });
});
