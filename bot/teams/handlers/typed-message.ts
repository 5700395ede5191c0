import type { Language } from '../../../src/language/languages';
import { errorFields } from '../../log';
import type { RenderedCard } from '../cards/render-card';
import { rememberSender, type PersonTurn, type Turn, type TurnTools } from '../turn';
import { hasActor } from './answer-press';

type Asked =
  | { readonly want: 'home'; readonly because: 'hello' | 'unclear' }
  | { readonly want: 'language'; readonly language: Language };

const greetings = new Set([
  'bonjour',
  'salut',
  'coucou',
  'bonsoir',
  'hello',
  'hi',
  'hey',
  'help',
  'aide',
  'accueil',
  'home',
  'menu',
  'start',
]);
const languages: Readonly<Record<string, Language>> = {
  francais: 'fr',
  'en francais': 'fr',
  french: 'fr',
  english: 'en',
  'in english': 'en',
  anglais: 'en',
};

/** Answers what somebody wrote. In a channel too the answer goes to their own chat: nobody else reads it. */
export async function answerTyped(turn: Turn, tools: TurnTools): Promise<void> {
  if (!hasActor(turn)) {
    await tools.connector.sendToConversation(turn.place, await tools.notice(turn, 'no-identity'));
    return;
  }
  const reached = await rememberSender(turn, tools);
  await renewTeam(turn, tools);
  const rendered = reached
    ? await cardFor(turn, wishIn(turn.activity.text ?? ''), tools)
    : await tools.notice(turn, 'not-saved');
  if (turn.personal) await tools.connector.sendToConversation(turn.place, rendered);
  else await tools.connector.sendToPerson({ directoryId: turn.actor.directoryId, reference: newChat(turn) }, rendered);
}

/** A team is reached at the address it last wrote from. A store that is down does not stop the turn: the next message tells again. */
async function renewTeam({ activity, personal, place, context }: PersonTurn, tools: TurnTools): Promise<void> {
  const teamId = activity.channelData?.team?.id;
  if (personal || teamId === undefined) return;
  try {
    await tools.useCases.renewTeamAddress(tools.ports, teamId, place.serviceUrl, context);
  } catch (error) {
    tools.log.warn(
      { event: 'team-not-renewed', correlationId: context.correlationId, ...errorFields(error) },
      'Where a team is reached was not kept.',
    );
  }
}

/** What a short text asks for, word by word; anything else is unclear. Teams writes `&nbsp;` after a mention, and some clients write other letters so. */
export function wishIn(text: string): Asked {
  const words = decodeEntities(text.replace(/<at>[^<]*<\/at>/giu, ' '))
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[.!?,;:…\u00bf\u00a1]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const language = Object.hasOwn(languages, words) ? languages[words] : undefined;
  if (language !== undefined) return { want: 'language', language };
  return { want: 'home', because: words === '' || greetings.has(words) ? 'hello' : 'unclear' };
}

/** The letters that stand for entities of XML and HTML; an entity with another name is a gap between words. */
function decodeEntities(text: string): string {
  return text.replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,10});/giu, (_whole, entity: string) => {
    const word = entity.toLowerCase();
    if (!word.startsWith('#')) return named[word] ?? ' ';
    const code = word.startsWith('#x') ? Number.parseInt(word.slice(2), 16) : Number(word.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
  });
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\u2019' };

async function cardFor(turn: PersonTurn, wish: Asked, tools: TurnTools): Promise<RenderedCard> {
  try {
    const shown =
      wish.want === 'language'
        ? await tools.useCases
            .openPress(turn.actor, { verb: 'language/set', language: wish.language }, turn.context)
            .perform()
        : await tools.useCases.homeView(tools.ports, turn.actor, wish.because, turn.context);
    return tools.render(shown.view, shown.reader);
  } catch (error) {
    tools.log.error(
      { event: 'message-failed', correlationId: turn.context.correlationId, ...errorFields(error) },
      'A typed message was not answered as asked.',
    );
    return tools.notice(turn, 'not-saved');
  }
}

function newChat({
  activity,
  place,
  context,
}: PersonTurn): Parameters<TurnTools['connector']['sendToPerson']>[0]['reference'] {
  return { serviceUrl: place.serviceUrl, teamsUserId: activity.from.id, updatedAt: context.now, via: 'team' };
}
