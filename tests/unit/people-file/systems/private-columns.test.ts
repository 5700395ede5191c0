import { readExport } from './read-export';

const origins =
  'Nationality|Citizenship status|CountryOfBirth|Date of birth|Ethnicity (US)|RaceDesc|HispanicLatino|Religion|Visa type|Work permit|Disability status|Minority group|Pays de naissance|Nationalité|Origine ethnique|Confession|Titre de séjour|RQTH|Handicap|Staatsangehörigkeit|Geburtsort|Geburtsdatum|Herkunft|Migrationshintergrund|Aufenthaltstitel|Schwerbehinderung|Konfession|Nacionalidad|Lugar de nacimiento|Raza|Religión|Discapacidad|Permiso de residencia|Nazionalità|Cittadinanza|Luogo di nascita|Permesso di soggiorno|Disabilità|Nationaliteit|Geboorteplaats|Geloofsovertuiging|Verblijfsvergunning|Arbeidsbeperking|Nacionalidade|Naturalidade|Raça/Cor|Deficiência|国籍|出身地|生年月日|宗教|在留資格|障害者手帳'.split(
    '|',
  );
const intimate =
  'Marital status|Salary|Monthly Income|Union membership|Pregnancy|Medical leave|Situation familiale|Salaire brut|Syndicat|Grossesse|Familienstand|Gehalt|Gewerkschaft|Schwangerschaft|Krankenkasse|Estado civil|Sueldo|Embarazo|Stato civile|Stipendio|Gravidanza|Burgerlijke staat|Salaris|Vakbond|Salário|Gravidez|婚姻|給与|妊娠|健康診断'.split(
    '|',
  );
const file = (header: string): string =>
  `id;name;role;${header}\n1;Noor Abara;mentor;Utopia\n2;Tomas Ruiz;mentee;Utopia\n`;

describe('a column about what nobody is chosen by', () => {
  it.each(origins)('is never read under “%s”, whatever a map says, and that is said once', async (header) => {
    for (const map of [undefined, { site: header }, { team: header }]) {
      const { people, warnings } = await readExport(file(header), 'people.csv', map);
      expect(people).toHaveLength(2);
      expect(JSON.stringify(people)).not.toContain('Utopia');
      expect(warnings.filter(({ column }) => column === header).map(({ reason }) => reason)).toEqual([
        'origin-not-read',
      ]);
    }
  });

  it.each(intimate)('is not read under “%s”, and a map that names it is refused', async (header) => {
    const { people, told } = await readExport(file(header));
    expect(JSON.stringify(people)).not.toContain('Utopia');
    expect(told).toContain(`intimate-not-read ${header}`);
    const mapped = await readExport(file(header), 'people.csv', { site: header });
    expect(mapped.people).toEqual([]);
    expect(mapped.rejected).toMatchObject([{ column: header, reason: 'mapped-column-private' }]);
  });

  it.each(['Original hire date', 'Pay grade', 'Payroll Name', 'Country', 'Organisation', 'Grace period', 'Community'])(
    'is not “%s”',
    async (header) => {
      const { told } = await readExport(file(header));
      expect([...told].filter((one) => /^(?:origin|intimate)/u.test(one))).toEqual([]);
    },
  );
});
