import { CodedError } from '../../src/kernel/coded-error';
import { languages, type Language } from '../../src/language/languages';
import { neutralCulture } from '../../src/member/reader';
import type { CardView, Notice, Reader } from '../../src/domain/view';
import type { Actor, UseCaseContext, Ports } from '../../src/domain/ports';
import { errorFields } from '../log';
import { noticeWords } from './cards/notice-words';
import { renderCard, type RenderedCard } from './cards/render-card';
import { speakerFor } from './cards/speaker';
import type { ConversationPlace } from './connector/create-connector';
import type { EdgeDeps } from './edge-deps';
import type { InboundActivity } from './guard/check-request';
import type { TeamsUseCases } from './use-cases';
import { withinDeadline } from './within-deadline';

/** Milliseconds after which a notice speaks the language of the client: it has to be said in time, above all when the store is slow. */
const languageWithin = 300;

/** Milliseconds after which a store that has not answered counts as down for this turn; a person hears of it within three seconds. */
const storeWithin = 2_200;

/** One authenticated activity, read once. */
export interface Turn {
  readonly activity: InboundActivity;
  /** Who acts, as the activity proves; absent for bots and connectors. */
  readonly actor: Actor | undefined;
  readonly context: UseCaseContext;
  readonly personal: boolean;
  readonly place: ConversationPlace;
}

/** A turn with somebody in it. */
export type PersonTurn = Turn & { readonly actor: Actor };

/** A notice as a card and as one plain text. */
export type RenderedNotice = RenderedCard & { readonly words: string };

/** What handlers work with. */
export interface TurnTools extends EdgeDeps {
  readonly useCases: TeamsUseCases;
  render(view: CardView, reader: Reader): RenderedCard;
  /** The notice in the language of whoever sent the activity, whatever state the store is in. */
  notice(turn: Turn, notice: Notice): Promise<RenderedNotice>;
  /** Lets work go on after the answer; shutting down waits for it. */
  later(work: Promise<unknown>): void;
}

/** Reads the turn out of an activity. */
export function readTurn(activity: InboundActivity, deps: EdgeDeps): Turn {
  const directoryId = activity.from.aadObjectId?.toLowerCase();
  return {
    activity,
    actor: directoryId === undefined ? undefined : { directoryId, appRoles: [], name: activity.from.name ?? '' },
    context: {
      now: deps.programmeClock.now(),
      correlationId: deps.ids.next(),
      ...(activity.replyToId === undefined ? {} : { pressedOn: activity.replyToId }),
    },
    personal:
      activity.conversation.conversationType === 'personal' || activity.conversation.conversationType === undefined,
    place: { serviceUrl: activity.serviceUrl, conversationId: activity.conversation.id },
  };
}

/** The tools of one edge. */
export function turnTools(deps: EdgeDeps, later: (work: Promise<unknown>) => void): TurnTools {
  const render = (view: CardView, reader: Reader) => renderCard(view, reader, deps.links);
  return {
    ...deps,
    render,
    notice: async (turn, notice) => {
      const reader = await readerOf(turn, deps.ports);
      return { ...render({ card: 'notice', notice }, reader), words: noticeWords(notice, speakerFor(reader)) };
    },
    later,
  };
}

/**
 * Keeps where this person is reached; the next activity tells again where it could not. False where the store is down or too slow to say:
 * the person is told so now, rather than after as many tries again.
 */
export async function rememberSender(
  turn: PersonTurn,
  tools: TurnTools,
  stores: Ports<'people' | 'programmes'> = tools.ports,
): Promise<boolean> {
  if (!turn.personal) return true;
  const work = remember(turn, tools, stores);
  const inTime = await withinDeadline(work, tools.storeWithinMilliseconds ?? storeWithin);
  if (inTime === undefined) tools.later(work);
  return inTime ?? false;
}

async function remember(turn: PersonTurn, tools: TurnTools, stores: Ports<'people' | 'programmes'>): Promise<boolean> {
  const reference = {
    conversationId: turn.place.conversationId,
    serviceUrl: turn.place.serviceUrl,
    teamsUserId: turn.activity.from.id,
    updatedAt: turn.context.now,
    via: 'personal' as const,
  };
  try {
    await tools.useCases.rememberPerson(
      { ...tools.ports, people: stores.people, programmes: stores.programmes },
      {
        directoryId: turn.actor.directoryId,
        name: turn.actor.name,
        reference,
        ...(typeof turn.activity.locale === 'string' ? { language: localeLanguage(turn.activity) } : {}),
      },
      turn.context,
    );
    return true;
  } catch (error) {
    tools.log.warn(
      { event: 'sender-not-remembered', correlationId: turn.context.correlationId, ...errorFields(error) },
      'Where a person is reached was not kept.',
    );
    return !(error instanceof CodedError && error.code === 'storage-unavailable');
  }
}

/** Language of the activity's client where the product speaks it, else English. */
export function localeLanguage(activity: InboundActivity): Language {
  const locale = activity.locale?.toLowerCase() ?? '';
  return languages.find((language) => locale.startsWith(language)) ?? 'en';
}

async function readerOf(turn: Turn, ports: Ports<'people'>): Promise<Reader> {
  const person =
    turn.actor === undefined
      ? undefined
      : await withinDeadline(
          ports.people.get(turn.actor.directoryId, 'person', 'person').catch(() => undefined),
          languageWithin,
        );
  return {
    language: person?.value.language ?? localeLanguage(turn.activity),
    timeZone: person?.value.timeZone ?? 'UTC',
    culture: neutralCulture,
  };
}
