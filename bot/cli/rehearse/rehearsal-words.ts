import { instruments } from '../../../src/domain/survey';
/** The words of the rehearsal page, in both languages side by side. */
export const rehearsalWords = {
  en: {
    title: (name: string) => `${name}: the whole programme, rehearsed`,
    lead: (r: { participants: number; pairs: number; held: number; planned: number; missed: number }) =>
      `${r.participants} people said yes, ${r.pairs} pairs formed, and ${r.held} of ${r.planned} monthly hours were held.`,
    how: (seed: number, seconds: string) =>
      `Played with simulated people (seed ${seed}) through the real server, storage and queue and a simulated Teams, in ${seconds} s. The people are invented; the programme's rules, messages and dates are not.`,
    funnel: (enrolled: number, inFile: number) => `From the file to the pairs: ${enrolled} of ${inFile} enrolled`,
    steps: ['In the file', 'Reachable', 'Invited', 'Said yes', 'In a pair'],
    months: (best: number) => `Month by month: ${best} hours in the fullest month`,
    monthColumns: ['Month', 'Proposed', 'Held', 'Missed', 'Messages to people', 'Channel posts'],
    surveys: (share: string) => `Surveys: ${share} of the asked answered`,
    surveyRound: (id: string) =>
      roundName(id, {
        baseline: 'At the start',
        pulse: 'After session',
        midpoint: 'Half-way',
        closing: 'At the end',
        waiting: 'At the end, without a pair',
        'follow-up': 'Three months on',
      }),
    surveyColumns: ['Round', 'Asked', 'Answered', 'Skipped'],
    messages: (sent: number, most: number) => `Messages: ${sent} sent, at most ${most} to one person in one month`,
    fates: ['Sent', 'No longer needed', 'Too late', 'Not reachable', 'Fate unknown', 'Failed', 'Waiting', 'Given up'],
    fateColumns: ['What became of it', 'Messages'],
    story: 'How it went',
    month: 'Month',
  },
  fr: {
    title: (name: string) => `${name}\u00a0: tout le programme, en répétition`,
    lead: (r: { participants: number; pairs: number; held: number; planned: number; missed: number }) =>
      `${r.participants} personnes ont dit oui, ${r.pairs} binômes se sont formés, et ${r.held} des ${r.planned} heures mensuelles ont eu lieu.`,
    how: (seed: number, seconds: string) =>
      `Joué avec des personnes simulées (graine ${seed}) sur le vrai serveur, le vrai stockage, la vraie file et un Teams simulé, en ${seconds} s. Les personnes sont inventées ; les règles, les messages et les dates du programme ne le sont pas.`,
    funnel: (enrolled: number, inFile: number) => `Du fichier aux binômes : ${enrolled} inscriptions sur ${inFile}`,
    steps: ['Dans le fichier', 'Joignables', 'Invitées', 'Ont dit oui', 'En binôme'],
    months: (best: number) => `Mois par mois : ${best} heures le mois le plus plein`,
    monthColumns: ['Mois', 'Proposées', 'Tenues', 'Manquées', 'Messages aux personnes', 'Messages au canal'],
    surveys: (share: string) => `Questionnaires : ${share} de réponses`,
    surveyRound: (id: string) =>
      roundName(id, {
        baseline: 'Au départ',
        pulse: 'Après la séance',
        midpoint: 'À mi-parcours',
        closing: 'À la fin',
        waiting: 'À la fin, sans binôme',
        'follow-up': 'Trois mois après',
      }),
    surveyColumns: ['Questionnaire', 'Sollicitées', 'Réponses', 'Passées'],
    messages: (sent: number, most: number) =>
      `Messages : ${sent} envoyés, au plus ${most} à une même personne en un mois`,
    fates: [
      'Envoyés',
      'Devenus inutiles',
      'Trop tard',
      'Personne injoignable',
      'Sort inconnu',
      'En échec',
      'En attente',
      'Abandonnés',
    ],
    fateColumns: ['Ce qu’il en est advenu', 'Messages'],
    story: 'Comment cela s’est passé',
    month: 'Mois',
  },
} as const;

interface RoundWords {
  readonly baseline: string;
  readonly pulse: string;
  readonly midpoint: string;
  readonly closing: string;
  readonly waiting: string;
  readonly 'follow-up': string;
}

/** `pulse-3` is the pulse after session 3; a round of no known kind keeps its id. */
function roundName(id: string, words: RoundWords): string {
  const [, kind = '', number = ''] = /^(.*?)(?:-(\d+))?$/u.exec(id) ?? [];
  const known = instruments.find((instrument) => instrument === kind);
  return known === undefined ? id : `${words[known]} ${number}`.trim();
}
