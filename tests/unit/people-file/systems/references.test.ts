import { readExport } from './read-export';

const people = (reference: string, exclusion = ''): string =>
  [
    'Employee number,User name,Work email,Full name,Role,Manager,Not to be paired with',
    `="00123",nabara,noor.abara@acme.example,"Abara, Noor Maria",mentor,"${reference.replaceAll('"', '""')}","${exclusion.replaceAll('"', '""')}"`,
    '="00077",truiz,tomas.ruiz@acme.example,Tomas Ruiz,mentee,,',
    '="00078",lvogt,lena.vogt@acme.example,Lena Vogt,mentee,,',
  ].join('\n');

/** How systems and people write that Tomas is meant. */
const tomas = [
  '00077',
  '="00077"',
  "'00077",
  '77',
  '77.0',
  '77,00',
  '7.7E+1',
  'truiz',
  'TRUIZ',
  'tomas.ruiz@acme.example',
  'mailto:Tomas.Ruiz@ACME.example',
  'tomas.ruiz',
  'Tomas Ruiz',
  'Ruiz, Tomas',
  'RUIZ Tomas',
  'Dr. Tomas Ruiz',
  'Tomas Alejandro Ruiz',
  'Tomas Ruiz (00077)',
  'Tomas Ruiz [truiz]',
  'Tomas Ruiz <tomas.ruiz@acme.example>',
  '00077 - Tomas Ruiz',
  'Tomas Ruiz | 77',
  'Tomas Ruiz (On Leave)',
  'CN=Tomas Ruiz,OU=Users,DC=acme,DC=example',
  'CN=Ruiz\\, Tomas,OU=Users,DC=acme,DC=example',
  'CN=truiz,OU=Users,DC=acme,DC=example',
];

describe('whom a cell means', () => {
  it.each(tomas)('is the manager in “%s”, and they are not paired', async (reference) => {
    const { managers, pairs } = await readExport(people(reference));
    expect(managers).toEqual({ 'Abara, Noor Maria': 'Tomas Ruiz' });
    expect(pairs).toEqual(['Abara, Noor Maria → Lena Vogt']);
  });

  it.each(tomas)('is somebody to be kept apart in “%s”', async (reference) => {
    const { pairs } = await readExport(people('', reference));
    expect(pairs).toEqual(['Abara, Noor Maria → Lena Vogt']);
  });

  it.each(['Ruiz, Tomas; Vogt, Lena', 'Ruiz, Tomas, Vogt, Lena', '77, 78', 'truiz et lvogt', 'Tomas Ruiz\nLena Vogt'])(
    'are two people in “%s”, as managers and as exclusions',
    async (reference) => {
      expect((await readExport(people(reference))).pairs).toEqual([]);
      expect((await readExport(people('', reference))).pairs).toEqual([]);
    },
  );

  it('is everybody of a name that two people have, and that is told', async () => {
    const { pairs, told } = await readExport(
      'id;name;role;manager\n1;Noor Abara;mentor;Tomas Ruiz\n2;Tomas Ruiz;mentee;\n3;Tomas RUIZ;mentee;\n',
    );
    expect(pairs).toEqual([]);
    expect(told).toContain('manager-ambiguous manager');
  });

  it('is nobody else who only shares two first names', async () => {
    const { managers } = await readExport(
      'id;name;role;manager\n1;Noor Abara;mentor;Jean Marc Durand\n2;Jean Marc Léger;mentee;\n',
    );
    expect(managers).toEqual({ 'Noor Abara': 'jean marc durand' });
  });

  it('is found in a column whose header says nothing, where managers are named by it, and that is said', async () => {
    const { managers, told } = await readExport(
      'id;name;role;Réf. interne;Manager\n1;Noor Abara;mentor;ZX-1;ZX-2\n2;Tomas Ruiz;mentee;ZX-2;\n',
    );
    expect(managers).toEqual({ 'Noor Abara': 'Tomas Ruiz' });
    expect(told).toContain('column-identifies Réf. interne');
  });
});
