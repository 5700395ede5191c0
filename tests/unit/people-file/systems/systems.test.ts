import { readExport } from './read-export';

/**
 * Exports as each system writes their headers, about the same four invented people: Noor Abara works for Tomas Ruiz, Ida Keller for Lena Vogt. HR has added
 * the column of the roles.
 */
const exports: Readonly<Record<string, string>> = {
  'Workday, a report of workers': `Company Active Workers
Run: 2026-03-02,,,,,,,,
Employee ID,Worker,Worker's Manager,Manager ID,Supervisory Organization,Management Level,Location,Email - Primary Work,Mentoring Role
21001,Noor Abara,Tomas Ruiz,21002,Finance (Tomas Ruiz),8 Individual Contributor,Lyon,noor.abara@acme.example,Mentor
21002,Tomas Ruiz,Mara Lind (21009),21009,Finance (Tomas Ruiz),4 Director,Paris,tomas.ruiz@acme.example,Mentee
21003,Ida Keller,Lena Vogt (On Leave),21004,IT (Lena Vogt),8 Individual Contributor,Lyon,ida.keller@acme.example,Mentor
21004,Lena Vogt,Mara Lind (21009),21009,IT (Lena Vogt),4 Director,Paris,lena.vogt@acme.example,Mentee`,
  'AFAS in Dutch, with particles, initials and who has left': `Medewerkernummer;Voorletters;Roepnaam;Voorvoegsel;Geslachtsnaam;E-mail werk;Soort medewerker;Dienstbetrekking;Manager;Hoofd afdeling;Rol
101;N.;Noor;;Abara;noor.abara@acme.example;Medewerker;In dienst;Ruiz, T.;;mentor
102;T.A.;Tomas;;Ruiz;tomas.ruiz@acme.example;Medewerker;In dienst;;Ruiz, T.;mentee
103;I.;Ida;;Keller;ida.keller@acme.example;Medewerker;In dienst;L. Vogt;;mentor
104;L.;Lena;;Vogt;lena.vogt@acme.example;Medewerker;In dienst;;;mentee`,
  'SAP in German, with kinds of employment and the head of the division': `Pers.-Nr.;Nachname;Vorname;Beschäftigungsart;Status;Vorgesetzter;Bereichsleiter;Rolle
1;Abara;Noor;Tarif;aktiv;Ruiz, T.;;Mentor
2;Ruiz;Tomas;AT;aktiv;;;Mentee
3;Keller;Ida;Werkstudent;aktiv;Fr. Vogt;;Mentor
4;Vogt;Lena;AT;aktiv;;;Mentee`,
  'Workday, preferred names beside the legal ones, kinds of workers and direct reports': `Employee ID,Legal First Name,Legal Last Name,Preferred First Name,Worker Type,Worker Sub-Type,Employment Status,Reports To,Direct Reports,HRBP,Programme role
21001,Noor,Abara,Nono,Employee,Regular,Active,Tommy Ruiz,,,Mentor
21002,Tomas,Ruiz,Tommy,Employee,Regular,Active,,Nono Abara,,Mentee
21003,Ida,Keller,,Employee,Regular,Active,Lena V.,,,Mentor
21004,Lena,Vogt,,Employee,Regular,Active,,Ida Keller,,Mentee`,
  'Workday, the levels of the management chain beside the manager': `Employee ID,Worker,Management Level,Manager - Level 01,Manager - Level 02,Manager - Level 03,Level 02 from the Top,Supervisory Organization - Level 03,Management Chain - Level 01,Worker's Manager,Mentoring Role
21001,Noor Abara,Individual Contributor,Mara Lind (21009),Tomas Ruiz (21002),,Tomas Ruiz (21002),Finance (Tomas Ruiz),Mara Lind (21009),Tomas Ruiz (21002),Mentor
21002,Tomas Ruiz,Director,Mara Lind (21009),,,,Finance (Tomas Ruiz),Mara Lind (21009),Mara Lind (21009),Mentee
21003,Ida Keller,Individual Contributor,Mara Lind (21009),Lena Vogt (21004),,Lena Vogt (21004),IT (Lena Vogt),Mara Lind (21009),Lena Vogt (21004),Mentor
21004,Lena Vogt,Director,Mara Lind (21009),,,,IT (Lena Vogt),Mara Lind (21009),Mara Lind (21009),Mentee`,
  'Workday, names in two parts and no ID of the manager': `Employee ID,Legal Name - First Name,Legal Name - Last Name,Manager - First Name,Manager - Last Name,Role
21001,Noor,Abara,Tomas,Ruiz,Mentor
21002,Tomas,Ruiz,,,Mentee
21003,Ida,Keller,Lena,Vogt,Mentor
21004,Lena,Vogt,,,Mentee`,
  'SAP SuccessFactors, system keys above the labels': `STATUS,USERID,USERNAME,FIRSTNAME,LASTNAME,MI,GENDER,EMAIL,MANAGER,HR,DEPARTMENT,JOBCODE,LOCATION,TIMEZONE,ROLE
STATUS,USERID,Username,First Name,Last Name,Middle Name,Gender,Email,Manager,Human Resource,Department,Job Code,Location,Time Zone,Role
active,10017,nabara,Noor,Abara,,,noor.abara@acme.example,10018,10020,Finance,A1,Lyon,Europe/Paris,mentor
active,10018,truiz,Tomas,Ruiz,,,tomas.ruiz@acme.example,NO_MANAGER,10017,Finance,A9,Paris,Europe/Paris,mentee
active,10019,ikeller,Ida,Keller,,,ida.keller@acme.example,10020,10018,IT,A1,Lyon,Europe/Paris,mentor
active,10020,lvogt,Lena,Vogt,,,lena.vogt@acme.example,NO_MANAGER,10018,IT,A9,Paris,Europe/Paris,mentee`,
  'SAP SuccessFactors Employee Central': `user-id,person-id-external,First Name,Last Name,Supervisor User ID,Department,Cost Center,Programme role
nabara,10017,Noor,Abara,truiz,Finance,7100,mentor
truiz,10018,Tomas,Ruiz,NO_MANAGER,Finance,7100,mentee
ikeller,10019,Ida,Keller,lvogt,IT,7200,mentor
lvogt,10020,Lena,Vogt,NO_MANAGER,IT,7200,mentee`,
  'Oracle HCM': `Person Number,Display Name,Work Email,Manager Person Number,Manager Name,Business Unit,Grade,Assignment Status,Role
300000012,Noor Abara,noor.abara@acme.example,300000013,"Ruiz, Tomas",Finance BU,IC2,Active,Mentor
300000013,Tomas Ruiz,tomas.ruiz@acme.example,,,Finance BU,M5,Active,Mentee
300000014,Ida Keller,ida.keller@acme.example,300000015,"Vogt, Lena",IT BU,IC2,Active,Mentor
300000015,Lena Vogt,lena.vogt@acme.example,,,IT BU,M5,Active,Mentee`,
  ADP: `Company Code,Associate ID,Position ID,Payroll Name,Position Status,Job Title Description,Home Department Description,Location Description,Reports To Position ID,Reports To Name,Management Position,Work Contact: Work Email,Personal Contact: Personal Email,Role
8KX,G3GMA28TB2SVJ2TF,8KX000101,"Abara, Noor",Active,Analyst,Finance,Lyon,8KX000102,"Ruiz, Tomas",No,noor.abara@acme.example,noor@home.example,Mentor
8KX,G3GMA28TB2SVJ2TG,8KX000102,"Ruiz, Tomas",Active,Director,Finance,Paris,,,Yes,tomas.ruiz@acme.example,tomas@home.example,Mentee
8KX,G3GMA28TB2SVJ2TH,8KX000103,"Keller, Ida",Active,Analyst,IT,Lyon,8KX000104,"Vogt, Lena",No,ida.keller@acme.example,ida@home.example,Mentor
8KX,G3GMA28TB2SVJ2TJ,8KX000104,"Vogt, Lena",Active,Director,IT,Paris,,,Yes,lena.vogt@acme.example,lena@home.example,Mentee`,
  'ADP, the manager’s associate ID': `Associate ID,Legal First Name,Legal Last Name,Reports To Associate ID,Work Email,Role
G3A,Noor,Abara,G3B,noor.abara@acme.example,Mentor
G3B,Tomas,Ruiz,,tomas.ruiz@acme.example,Mentee
G3C,Ida,Keller,G3D,ida.keller@acme.example,Mentor
G3D,Lena,Vogt,,lena.vogt@acme.example,Mentee`,
  BambooHR: `Employee #,"Last name, First name",Job Title,Reporting to,Department,Division,Location,Status,Work Email,Mentoring role
101,"Abara, Noor",Analyst,"Ruiz, Tomas",Finance,EMEA,Lyon,Active,noor.abara@acme.example,mentor
102,"Ruiz, Tomas",Director,,Finance,EMEA,Paris,Active,tomas.ruiz@acme.example,mentee
103,"Keller, Ida",Analyst,"Vogt, Lena",IT,EMEA,Lyon,Active,ida.keller@acme.example,mentor
104,"Vogt, Lena",Director,,IT,EMEA,Paris,Active,lena.vogt@acme.example,mentee`,
  'BambooHR, by the number of the supervisor': `EEID,First Name,Last Name,Supervisor EID,Supervisor Email,Home Email,Role
101,Noor,Abara,102,tomas.ruiz@acme.example,n@home.example,mentor
102,Tomas,Ruiz,,,t@home.example,mentee
103,Ida,Keller,104,lena.vogt@acme.example,i@home.example,mentor
104,Lena,Vogt,,,l@home.example,mentee`,
  'Personio in German': `Vorname;Nachname;E-Mail;Personalnummer;Abteilung;Team;Büro;Vorgesetzte/r;Status;Nationalität;Geburtsdatum;Rolle
Noor;Abara;noor.abara@acme.example;P-1;Finanzen;FP&A;Lyon;Tomas Ruiz;Aktiv;x;01.02.1990;Mentor
Tomas;Ruiz;tomas.ruiz@acme.example;P-2;Finanzen;Leitung;Paris;;Aktiv;x;01.02.1970;Mentee
Ida;Keller;ida.keller@acme.example;P-3;IT;Web;Lyon;Lena Vogt;Aktiv;x;01.02.1991;Mentor
Lena;Vogt;lena.vogt@acme.example;P-4;IT;Leitung;Paris;;Aktiv;x;01.02.1971;Mentee`,
  'Lucca in French': `Matricule;Nom;Prénom;Adresse e-mail;Département;Établissement;Responsable hiérarchique;Matricule du responsable hiérarchique;Date d'arrivée;Date de naissance;Rôle
L1;ABARA;Noor;noor.abara@acme.example;Finance;Lyon;RUIZ Tomas;L2;01/02/2020;01/02/1990;Mentor
L2;RUIZ;Tomas;tomas.ruiz@acme.example;Finance;Paris;;;01/02/2010;01/02/1970;Mentoré
L3;KELLER;Ida;ida.keller@acme.example;IT;Lyon;VOGT Lena;L4;01/02/2020;01/02/1991;Mentor
L4;VOGT;Lena;lena.vogt@acme.example;IT;Paris;;;01/02/2010;01/02/1971;Mentoré`,
  HiBob: `Employee ID,Display name,Email,Site,Department,Team,Reports to,Reports to email,Second level manager,Is manager,Lifecycle status,Role
B1,Noor Abara,noor.abara@acme.example,Lyon,Finance,FP&A,Tomas Ruiz,tomas.ruiz@acme.example,Vera Stern,No,Employed,Mentor
B2,Tomas Ruiz,tomas.ruiz@acme.example,Paris,Finance,Leads,,,,Yes,Employed,Mentee
B3,Ida Keller,ida.keller@acme.example,Lyon,IT,Web,Lena Vogt,lena.vogt@acme.example,,No,Employed,Mentor
B4,Lena Vogt,lena.vogt@acme.example,Paris,IT,Leads,,,,Yes,Employed,Mentee`,
  'Entra, users from the portal joined with their managers': `userPrincipalName,displayName,surname,mail,givenName,id,userType,jobTitle,department,accountEnabled,usageLocation,country,officeLocation,city,ageGroup,managerUserPrincipalName,role
noor.abara@acme.example,Noor Abara,Abara,noor.abara@acme.example,Noor,0f1a-1,Member,Analyst,Finance,True,FR,France,Lyon,Lyon,,tomas.ruiz@acme.example,mentor
tomas.ruiz@acme.example,Tomas Ruiz,Ruiz,tomas.ruiz@acme.example,Tomas,0f1a-2,Member,Director,Finance,True,FR,France,Paris,Paris,,,mentee
ida.keller@acme.example,Ida Keller,Keller,ida.keller@acme.example,Ida,0f1a-3,Member,Analyst,IT,True,FR,France,Lyon,Lyon,,lena.vogt@acme.example,mentor
lena.vogt@acme.example,Lena Vogt,Vogt,lena.vogt@acme.example,Lena,0f1a-4,Member,Director,IT,True,FR,France,Paris,Paris,,,mentee`,
  'Entra, the bulk template with its version': `version:v1.0,,,,,
Name [displayName] Required,User name [userPrincipalName] Required,First name [givenName],Last name [surname],Manager [manager],Role
Noor Abara,noor.abara@acme.example,,,tomas.ruiz@acme.example,mentor
Tomas Ruiz,tomas.ruiz@acme.example,,,,mentee
Ida Keller,ida.keller@acme.example,,,lena.vogt@acme.example,mentor
Lena Vogt,lena.vogt@acme.example,,,,mentee`,
  'Microsoft Graph': `id,displayName,userPrincipalName,employeeId,department,officeLocation,manager/id,manager/displayName,role
0f1a-1,Noor Abara,noor.abara@acme.example,E1,Finance,Lyon,0f1a-2,Tomas Ruiz,mentor
0f1a-2,Tomas Ruiz,tomas.ruiz@acme.example,E2,Finance,Paris,,,mentee
0f1a-3,Ida Keller,ida.keller@acme.example,E3,IT,Lyon,0f1a-4,Lena Vogt,mentor
0f1a-4,Lena Vogt,lena.vogt@acme.example,E4,IT,Paris,,,mentee`,
  'Active Directory by csvde': `DN,objectClass,cn,sn,title,physicalDeliveryOfficeName,givenName,displayName,department,userAccountControl,countryCode,c,co,employeeID,sAMAccountName,userPrincipalName,mail,manager,role
"CN=abaran,OU=Users,DC=acme,DC=example",user,abaran,Abara,Analyst,Lyon,Noor,Noor Abara,Finance,512,250,FR,France,,abaran,noor.abara@acme.example,noor.abara@acme.example,"CN=ruizt,OU=Users,DC=acme,DC=example",mentor
"CN=ruizt,OU=Users,DC=acme,DC=example",user,ruizt,Ruiz,Director,Paris,Tomas,Tomas Ruiz,Finance,512,250,FR,France,,ruizt,tomas.ruiz@acme.example,tomas.ruiz@acme.example,,mentee
"CN=kelleri,OU=Users,DC=acme,DC=example",user,kelleri,Keller,Analyst,Lyon,Ida,Ida Keller,IT,512,0,FR,France,,kelleri,ida.keller@acme.example,ida.keller@acme.example,"CN=vogtl,OU=Users,DC=acme,DC=example",mentor
"CN=vogtl,OU=Users,DC=acme,DC=example",user,vogtl,Vogt,Director,Paris,Lena,Lena Vogt,IT,512,250,FR,France,,vogtl,lena.vogt@acme.example,lena.vogt@acme.example,,mentee`,
  'Google Workspace': `First Name [Required],Last Name [Required],Email Address [Required],Password [Required],Org Unit Path [Required],New Primary Email [UPLOAD ONLY],Recovery Email,Employee ID,Employee Title,Manager Email,Department,Building ID,Status [READ ONLY],Role
Noor,Abara,noor.abara@acme.example,****,/Finance,,n@home.example,,Analyst,tomas.ruiz@acme.example,Finance,LYO,Active,mentor
Tomas,Ruiz,tomas.ruiz@acme.example,****,/Finance,,t@home.example,,Director,,Finance,PAR,Active,mentee
Ida,Keller,ida.keller@acme.example,****,/IT,,i@home.example,,Analyst,lena.vogt@acme.example,IT,LYO,Active,mentor
Lena,Vogt,lena.vogt@acme.example,****,/IT,,l@home.example,,Director,,IT,PAR,Active,mentee`,
  Moodle: `username,firstname,lastname,email,idnumber,institution,department,city,country,lang,auth,profile_field_manager,role
nabara,Noor,Abara,noor.abara@acme.example,,Acme,Finance,Lyon,FR,fr,ldap,truiz,mentor
truiz,Tomas,Ruiz,tomas.ruiz@acme.example,,Acme,Finance,Paris,FR,fr,ldap,,mentee
ikeller,Ida,Keller,ida.keller@acme.example,,Acme,IT,Lyon,FR,fr,ldap,lvogt,mentor
lvogt,Lena,Vogt,lena.vogt@acme.example,,Acme,IT,Paris,FR,fr,ldap,,mentee`,
  'Odoo, names of the fields': `id,name,work_email,department_id,job_title,parent_id/id,parent_id,coach_id,tz,x_role
hr.employee_1,Noor Abara,noor.abara@acme.example,Finance,Analyst,hr.employee_2,Tomas Ruiz,Lena Vogt,Europe/Paris,mentor
hr.employee_2,Tomas Ruiz,tomas.ruiz@acme.example,Finance,Director,,,,Europe/Paris,mentee
hr.employee_3,Ida Keller,ida.keller@acme.example,IT,Analyst,hr.employee_4,Lena Vogt,,Europe/Paris,mentor
hr.employee_4,Lena Vogt,lena.vogt@acme.example,IT,Director,,,,Europe/Paris,mentee`,
  'Odoo, labels': `External ID,Employee Name,Work Email,Department,Job Position,Manager,Coach,Timezone,Nationality (Country),Role
hr.employee_1,Noor Abara,noor.abara@acme.example,Finance,Analyst,Tomas Ruiz,Tomas Ruiz,Europe/Paris,x,mentor
hr.employee_2,Tomas Ruiz,tomas.ruiz@acme.example,Finance,Director,,,Europe/Paris,x,mentee
hr.employee_3,Ida Keller,ida.keller@acme.example,IT,Analyst,Lena Vogt,Lena Vogt,Europe/Paris,x,mentor
hr.employee_4,Lena Vogt,lena.vogt@acme.example,IT,Director,,,Europe/Paris,x,mentee`,
  OrangeHRM: `Id,First (& Middle) Name,Last Name,Job Title,Employment Status,Sub Unit,Supervisor,Role
0001,Noor,Abara,Analyst,Full-Time,Finance,Tomas Ruiz,mentor
0002,Tomas,Ruiz,Director,Full-Time,Finance,,mentee
0003,Ida,Keller,Analyst,Full-Time,IT,Lena Vogt,mentor
0004,Lena,Vogt,Director,Full-Time,IT,,mentee`,
  'Microsoft Forms, whole questions, answers without a name': `ID,Start time,Completion time,Email,Name,What is your full name?,What is your work email address?,Would you like to be a mentor or a mentee?,Who is your manager?,Which topics could you share?,What would you like to learn?,Which languages do you speak?
1,10/12/2026 7:30,10/12/2026 7:38,anonymous,,Noor Abara,noor.abara@acme.example,Mentor,Tomas Ruiz,AI,Negotiation,French;English
2,10/12/2026 7:30,10/12/2026 7:38,anonymous,,Tomas Ruiz,tomas.ruiz@acme.example,Mentee,,Negotiation,AI,French
3,10/12/2026 7:30,10/12/2026 7:38,anonymous,,Ida Keller,ida.keller@acme.example,Mentor,Lena Vogt,AI,Negotiation,French
4,10/12/2026 7:30,10/12/2026 7:38,anonymous,,Lena Vogt,lena.vogt@acme.example,Mentee,,Negotiation,AI,French`,
  'Microsoft Forms in French': `ID;Heure de début;Heure de fin;Adresse de messagerie;Nom;Souhaitez-vous être mentor ou mentoré ?;Quel est le nom de votre responsable hiérarchique ?;Quels sujets pourriez-vous partager ?;Que souhaitez-vous apprendre ?
1;10/12/2026 07:30;10/12/2026 07:38;noor.abara@acme.example;Noor Abara;Mentor;Tomas Ruiz;IA;Négociation
2;10/12/2026 07:30;10/12/2026 07:38;tomas.ruiz@acme.example;Tomas Ruiz;Mentoré;;Négociation;IA
3;10/12/2026 07:30;10/12/2026 07:38;ida.keller@acme.example;Ida Keller;Mentor;Lena Vogt;IA;Négociation
4;10/12/2026 07:30;10/12/2026 07:38;lena.vogt@acme.example;Lena Vogt;Mentoré;;Négociation;IA`,
  'a Spanish list': `Nº de empleado;Nombre;Apellidos;Correo electrónico;Departamento;Centro de trabajo;Jefe directo;Nacionalidad;Rol
1001;Noor;Abara;noor.abara@acme.example;Finanzas;Lyon;1002;x;mentor
1002;Tomas;Ruiz;tomas.ruiz@acme.example;Finanzas;París;;x;mentee
1003;Ida;Keller;ida.keller@acme.example;IT;Lyon;1004;x;mentor
1004;Lena;Vogt;lena.vogt@acme.example;IT;París;;x;mentee`,
  'an Italian list': `Matricola;Cognome;Nome;Indirizzo e-mail;Reparto;Sede di lavoro;Responsabile;Cittadinanza;Ruolo
1001;Abara;Noor;noor.abara@acme.example;Finanza;Lione;Ruiz Tomas;x;mentor
1002;Ruiz;Tomas;tomas.ruiz@acme.example;Finanza;Parigi;;x;mentee
1003;Keller;Ida;ida.keller@acme.example;IT;Lione;Vogt Lena;x;mentor
1004;Vogt;Lena;lena.vogt@acme.example;IT;Parigi;;x;mentee`,
  'a Dutch list': `Personeelsnummer;Voornaam;Achternaam;E-mailadres;Afdeling;Vestiging;Direct leidinggevende;Geboortedatum;Rol
1001;Noor;Abara;noor.abara@acme.example;Financiën;Lyon;Tomas Ruiz;x;mentor
1002;Tomas;Ruiz;tomas.ruiz@acme.example;Financiën;Parijs;;x;mentee
1003;Ida;Keller;ida.keller@acme.example;IT;Lyon;Lena Vogt;x;mentor
1004;Lena;Vogt;lena.vogt@acme.example;IT;Parijs;;x;mentee`,
  'a Portuguese list': `Matrícula;Nome completo;E-mail profissional;Departamento;Local de trabalho;Gestor imediato;Matrícula do gestor;Naturalidade;Papel
1001;Noor Abara;noor.abara@acme.example;Finanças;Lyon;Tomas Ruiz;1002;x;mentor
1002;Tomas Ruiz;tomas.ruiz@acme.example;Finanças;Paris;;;x;mentee
1003;Ida Keller;ida.keller@acme.example;TI;Lyon;Lena Vogt;1004;x;mentor
1004;Lena Vogt;lena.vogt@acme.example;TI;Paris;;;x;mentee`,
  'a Japanese list': `社員番号,氏名,メールアドレス,部署,勤務地,直属の上司,国籍,役割
1001,Noor Abara,noor.abara@acme.example,経理部,リヨン,Tomas Ruiz,x,mentor
1002,Tomas Ruiz,tomas.ruiz@acme.example,経理部,パリ,,x,mentee
1003,Ida Keller,ida.keller@acme.example,情報部,リヨン,Lena Vogt,x,mentor
1004,Lena Vogt,lena.vogt@acme.example,情報部,パリ,,x,mentee`,
};

describe('an export with the headers of its system', () => {
  it.each(Object.entries(exports))(
    'of %s: everybody is taken, and nobody is paired with their own manager',
    async (_name, text) => {
      const read = await readExport(text);
      expect(read.rejected).toEqual([]);
      const names = read.people.map(({ name }) => name.toLowerCase().replace(',', '').split(' ').sort().join(' '));
      expect(names.sort()).toEqual(['abara noor', 'ida keller', 'lena vogt', 'ruiz tomas']);
      const boss = Object.fromEntries(
        Object.entries(read.managers).map(([one, manager]) => [
          /noor|tomas|ida|lena/iu.exec(one)?.[0].toLowerCase(),
          /noor|tomas|ida|lena/iu.exec(manager)?.[0].toLowerCase(),
        ]),
      );
      expect(boss).toMatchObject({ noor: 'tomas', ida: 'lena' });
      const pairs = read.pairs.map((pair) => (pair.match(/noor|tomas|ida|lena/giu) ?? []).join(' ').toLowerCase());
      expect(pairs.sort()).toEqual(['ida tomas', 'noor lena']);
      expect(JSON.stringify(read.people)).not.toMatch(/"x"|1990|home\.example/u);
      if (text.includes('@acme'))
        expect(read.people.every(({ email }) => /@acme\.example$/u.test(email ?? ''))).toBe(!/Home Email/u.test(text));
    },
  );

  it('of a form that nobody signed takes the columns that the form asked for, and says so', async () => {
    const { people, told } = await readExport(
      `ID,Email,Name,First name,Last name,Email address,Role\n1,anonymous,,Noor,Abara,noor.abara@acme.example,mentor\n2,anonymous,,Tomas,Ruiz,tomas.ruiz@acme.example,mentee`,
    );
    expect(people).toMatchObject([{ name: 'Noor Abara', email: 'noor.abara@acme.example' }, { name: 'Tomas Ruiz' }]);
    expect([...told]).toEqual(expect.arrayContaining(['column-gave-way Email', 'column-gave-way Name']));
  });

  it('of a form that asked for no name and no address is taken by its numbers, and says so', async () => {
    const { people, told } = await readExport(`ID,Email,Name,Role\n1,anonymous,,mentor\n2,anonymous,,mentee`);
    expect(people.map(({ id, name }) => [id, name])).toEqual([
      ['1', '1'],
      ['2', '2'],
    ]);
    expect([...told]).toEqual(expect.arrayContaining(['no-addresses Email', 'names-unknown Name']));
  });
});

describe('what stands in the cells', () => {
  it.each([
    [
      'Name;Personalnummer;Rolle;Gast;Land;Sprachen\nNoor Abara;1;Mentorin;ja;Deutschland;Deutsch, Französisch',
      'DE',
      ['de', 'fr'],
    ],
    [
      'Nombre completo;Matrícula;Rol;Invitado;País;Idiomas\nNoor Abara;1;mentora;sí;Alemania;alemán, francés',
      'DE',
      ['de', 'fr'],
    ],
    [
      'Nominativo;Matricola;Ruolo;Ospite;Paese;Lingue\nNoor Abara;1;mentor;si;Germania;tedesco, francese',
      'DE',
      ['de', 'fr'],
    ],
    ['Naam;Personeelsnummer;Rol;Gast;Land;Talen\nNoor Abara;1;mentor;ja;Duitsland;Duits, Frans', 'DE', ['de', 'fr']],
    [
      'Nome completo;Matrícula;Papel;Convidado;País;Idiomas\nNoor Abara;1;mentor;sim;Alemanha;alemão, francês',
      'DE',
      ['de', 'fr'],
    ],
    ['氏名;社員番号;役割;ゲスト;国;言語\nNoor Abara;1;メンター;はい;ドイツ;ドイツ語, フランス語', 'DE', ['de', 'fr']],
  ])('is read in the language of its headers: %s', async (text, country, languages) => {
    const { people, rejected } = await readExport(text);
    expect(rejected).toEqual([]);
    expect(people).toMatchObject([{ name: 'Noor Abara', id: '1', role: 'mentor', guest: true, country, languages }]);
  });
});
