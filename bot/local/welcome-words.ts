import type { PersonSeed } from './teams-service/service-options';

export interface Welcome {
  readonly server: string;
  /** Absent without Local Teams. */
  readonly teams?: string;
  /** Whether the sample was loaded just now. */
  readonly fresh?: boolean;
  readonly people?: readonly PersonSeed[];
}

/** What `npm start` prints when all is up: addresses, and what to try, in both languages. */
export function welcomeWords(welcome: Welcome): string {
  const { server, teams } = welcome;
  if (teams === undefined)
    return `\nPasserelle: ${server}  (/healthz, /readyz)\nCtrl-C ends it.\nCtrl-C arrête le serveur.\n`;
  const names = namesOf(welcome.people ?? []);
  return [
    '',
    `  Local Teams   ${teams}`,
    `  Server        ${server}   (tab: ${server}/tab/ · ${server}/healthz · ${server}/readyz)`,
    '',
    ...english(names, welcome.fresh === true),
    '',
    ...french(names, welcome.fresh === true),
    '',
  ].join('\n');
}

interface Names {
  readonly sponsor: string;
  readonly hr: string;
  readonly junior: string;
  readonly senior: string;
}

function namesOf(people: readonly PersonSeed[]): Names {
  const first = (role: string): string => people.find((person) => person.personaRole === role)?.name ?? role;
  return { sponsor: first('sponsor'), hr: first('hr'), junior: first('junior'), senior: first('senior') };
}

function english({ sponsor, hr, junior, senior }: Names, fresh: boolean): readonly string[] {
  return [
    fresh ? '  What to try:' : '  It goes on where it ended (npm start -- --reset begins anew). What to try:',
    `   1. As ${sponsor}, press the pledge in the chat.`,
    `   2. As ${hr}, open the tab: see what is ready, open enrolment, later draft the pairs and publish them.`,
    `   3. As ${junior} and ${senior}, answer your cards. Move the clock on to the next thing due.`,
    '  Ctrl-C ends everything.',
  ];
}

function french({ sponsor, hr, junior, senior }: Names, fresh: boolean): readonly string[] {
  return [
    fresh
      ? '  À essayer\u00a0:'
      : '  Tout reprend où vous en étiez (npm start -- --reset recommence à zéro). À essayer\u00a0:',
    `   1. En tant que ${sponsor}, appuyez sur l’engagement dans la conversation.`,
    `   2. En tant que ${hr}, ouvrez l’onglet\u00a0: voyez ce qui est prêt, ouvrez les inscriptions, puis préparez et publiez les binômes.`,
    `   3. En tant que ${junior} et ${senior}, répondez à vos cartes. Avancez l’horloge jusqu’à la prochaine échéance.`,
    '  Ctrl-C arrête tout.',
  ];
}
