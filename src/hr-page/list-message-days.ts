import { localDay } from '../calendar/local-day';
import type { Instant } from '../kernel/clock';
import type { MessageDay } from '../domain/message';
import type { Ports } from '../domain/ports';
import type { Language } from '../language/languages';
import { fewestTold } from '../privacy/small-groups';
import { kindWords, type DeclaredMessages } from './message-words';
import type { MessageDayDto, MessageDays } from './messaging-api-contract';

const perPage = 60;

/**
 * One page of the days of the programme on which messages went out that are not listed one by one, the newest first: at least how many of
 * each kind, in steps of five (`docs/decisions/silence.md`). Of the day that it is nothing is told: its numbers still move, and tell when. A
 * point read and a range; a page may be short, or empty, while more follows.
 */
export async function listMessageDays(
  ports: Ports<'programmes'>,
  declared: DeclaredMessages,
  programmeId: string,
  from: string | undefined,
  { language, now }: { readonly language: Language; readonly now: Instant },
): Promise<MessageDays> {
  const [programme, page] = await Promise.all([
    ports.programmes.get(programmeId, 'programme', 'programme'),
    ports.programmes.range(programmeId, 'message-day', { ...(from === undefined ? {} : { from }), limit: perPage }),
  ]);
  const today = localDay(now, programme?.value.plan.timeZone ?? 'UTC');
  const days = page.rows
    .filter(({ value }) => value.day < today)
    .map(({ value }) => toDto(declared, value, language))
    .filter(({ kinds }) => kinds.length > 0);
  return { days, ...(page.next === undefined ? {} : { next: page.next }) };
}

function toDto(declared: DeclaredMessages, { day, sent }: MessageDay, language: Language): MessageDayDto {
  const kinds = Object.entries(sent).flatMap(([kind, count]) => {
    const words = kindWords(declared, kind, language);
    const atLeast = Math.floor(count / fewestTold) * fewestTold;
    return words === undefined || atLeast === 0 ? [] : [{ kind, words, atLeast }];
  });
  return { day, kinds: kinds.sort((one, other) => (one.kind < other.kind ? -1 : 1)) };
}
