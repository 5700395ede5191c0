import { languages, localeOf, type Language } from '../../../src/language/languages';

export type PageLanguage = Language;

const en = {
  product: 'Local Teams',
  people: 'People',
  search: 'Search everyone',
  nobody: 'Nobody of that name',
  everyone: 'Everyone else',
  junior: 'Juniors',
  senior: 'Seniors',
  hr: 'HR',
  sponsor: 'Sponsors',
  assistant: 'Assistants',
  chat: 'Chat',
  channel: 'Channel',
  tab: 'Tab',
  write: 'Write to {bot}',
  writeChannel: 'Write in {channel}, to {bot}',
  send: 'Send',
  emptyChat: 'No message yet. Say hello, or move the clock on.',
  emptyChannel: 'Nothing in this channel yet.',
  noChannel: 'This person is in no team.',
  notInstalled: '{name} has not added the app: the bot cannot write here.',
  viaTeam: 'The app is not added personally; the bot reaches {name} through a team.',
  addApp: 'Add the app',
  removeApp: 'Remove the app',
  block: 'Block the bot',
  unblock: 'Unblock the bot',
  blocked: '{name} has blocked the bot.',
  more: 'What {name} can do',
  display: 'Display',
  theme: 'Theme',
  light: 'Light',
  dark: 'Dark',
  contrast: 'High contrast',
  width: 'Width',
  wide: 'Wide',
  phone: 'Phone (360 px)',
  cards: 'Cards',
  cardsNew: 'Current (1.5)',
  cardsOld: 'Old phone (1.2, no Action.Execute)',
  beside: 'Second person beside',
  besideWho: 'Person shown beside',
  closeBeside: 'Close this side',
  unread: 'new messages',
  edited: 'Edited',
  deleted: 'This message was deleted.',
  typing: '{bot} is typing…',
  close: 'Close',
  noTab: 'The server has not said where its tab is.',
  clock: 'Programme time',
  nextDue: 'Next thing due',
  day: 'One day on',
  month: 'One month on',
  moving: 'Time is moving…',
  nothingDue: 'Nothing is due any more.',
  notIdle: 'The server still has work at this moment. Move on once more.',
  othersAnswer: 'Let the others answer',
  othersAnswering: 'The others are answering…',
  othersAnswered: 'Cards answered by the others: {count}',
  othersNothing: 'The others have nothing to answer now. Move the clock on.',
  nextAt: 'Next due: {at}',
  botFailed: 'The bot answered with an error ({status}).',
  opensChat: 'In Teams this opens a chat with {who}.',
  loading: 'Loading…',
  incomplete: 'Some fields are still needed.',
};

export type TextKey = keyof typeof en;

const fr: Record<TextKey, string> = {
  product: 'Local Teams',
  people: 'Personnes',
  search: 'Chercher une personne',
  nobody: 'Personne de ce nom',
  everyone: 'Toutes les autres',
  junior: 'Juniors',
  senior: 'Seniors',
  hr: 'RH',
  sponsor: 'Sponsors',
  assistant: 'Assistants',
  chat: 'Conversation',
  channel: 'Canal',
  tab: 'Onglet',
  write: 'Écrire à {bot}',
  writeChannel: 'Écrire à {bot} dans {channel}',
  send: 'Envoyer',
  emptyChat: 'Pas encore de message. Dites bonjour, ou avancez l’horloge.',
  emptyChannel: 'Rien encore dans ce canal.',
  noChannel: 'Cette personne ne fait partie d’aucune équipe.',
  notInstalled: '{name} n’a pas ajouté l’application\u00a0: le bot ne peut pas lui écrire.',
  viaTeam: 'L’application n’est pas ajoutée personnellement\u00a0; le bot joint {name} par une équipe.',
  addApp: 'Ajouter l’application',
  removeApp: 'Retirer l’application',
  block: 'Bloquer le bot',
  unblock: 'Débloquer le bot',
  blocked: '{name} a bloqué le bot.',
  more: 'Ce que {name} peut faire',
  display: 'Affichage',
  theme: 'Thème',
  light: 'Clair',
  dark: 'Sombre',
  contrast: 'Contraste élevé',
  width: 'Largeur',
  wide: 'Large',
  phone: 'Téléphone (360 px)',
  cards: 'Cartes',
  cardsNew: 'Actuelles (1.5)',
  cardsOld: 'Ancien téléphone (1.2, sans Action.Execute)',
  beside: 'Une seconde personne à côté',
  besideWho: 'Personne affichée à côté',
  closeBeside: 'Fermer ce côté',
  unread: 'nouveaux messages',
  edited: 'Modifié',
  deleted: 'Ce message a été supprimé.',
  typing: '{bot} écrit…',
  close: 'Fermer',
  noTab: 'Le serveur n’a pas indiqué l’adresse de son onglet.',
  clock: 'Heure du programme',
  nextDue: 'Prochaine échéance',
  day: 'Un jour plus tard',
  month: 'Un mois plus tard',
  moving: 'Le temps avance…',
  nothingDue: 'Plus aucune échéance.',
  notIdle: 'Le serveur a encore du travail à cet instant. Avancez encore une fois.',
  othersAnswer: 'Laisser répondre les autres',
  othersAnswering: 'Les autres répondent…',
  othersAnswered: 'Cartes auxquelles les autres ont répondu\u00a0: {count}',
  othersNothing: 'Les autres n’ont rien à répondre pour l’instant. Avancez l’horloge.',
  nextAt: 'Prochaine échéance\u00a0: {at}',
  botFailed: 'Le bot a répondu par une erreur ({status}).',
  opensChat: 'Dans Teams, ceci ouvre une conversation avec {who}.',
  loading: 'Chargement…',
  incomplete: 'Il manque encore des réponses.',
};

const texts: Record<PageLanguage, Record<TextKey, string>> = { en, fr };

/** The language of a speaker where the product speaks it, else English. */
export function pageLanguageOf(language: string | undefined): PageLanguage {
  const tag = language?.toLowerCase() ?? '';
  return languages.find((known) => tag.startsWith(known)) ?? 'en';
}

/** The text with its places filled. */
export function pageText(language: PageLanguage, key: TextKey, places: Readonly<Record<string, string>> = {}): string {
  return texts[language][key].replace(/\{(\w+)\}/gu, (whole, name: string) => places[name] ?? whole);
}

/** Day and time in the person's language and zone. */
export function pageTime(
  language: PageLanguage,
  instant: string,
  timeZone: string | undefined,
  style: 'full' | 'short',
): string {
  const options: Intl.DateTimeFormatOptions =
    style === 'full'
      ? { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }
      : { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' };
  const written = new Intl.DateTimeFormat(localeOf[language], {
    ...options,
    timeZone: timeZone ?? 'Europe/Paris',
  }).format(new Date(instant));
  return language === 'fr' ? written.replace(/(\d{2}):(\d{2})$/u, '$1\u00a0h\u00a0$2') : written;
}
