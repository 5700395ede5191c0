import { fewAtOnce } from '../kernel/few-at-once';
import type { Stored } from '../kernel/row-store';
import { localDay } from '../calendar/local-day';
import { findRecipient } from '../delivery/find-recipient';
import { mayReach } from '../delivery/retry-unreached';
import type { UnreachedPerson } from '../domain/message';
import type { Ports } from '../domain/ports';
import type { Language } from '../language/languages';
import { endWords } from './message-words';
import type { UnreachedDto, UnreachedList } from './messaging-api-contract';

const perPage = 100;

/**
 * One page of the people whom a message did not reach that is not listed one by one: why, and on which day of the programme's zone, never
 * which message. A point read and a range, and a point read for each of them; who has left is not told any more, so that a page may be
 * short while more follows.
 */
export async function listUnreached(
  ports: Ports<'programmes' | 'people'>,
  programmeId: string,
  from: string | undefined,
  language: Language,
): Promise<UnreachedList> {
  const [programme, page] = await Promise.all([
    ports.programmes.get(programmeId, 'programme', 'programme'),
    ports.programmes.range(programmeId, 'unreached', { ...(from === undefined ? {} : { from }), limit: perPage }),
  ]);
  const reader = { language, timeZone: programme?.value.plan.timeZone ?? 'UTC' };
  const people = await fewAtOnce(page.rows, (row) => toDto(ports, programmeId, row, reader));
  return {
    people: people.filter((person) => person !== undefined),
    ...(page.next === undefined ? {} : { next: page.next }),
  };
}

async function toDto(
  ports: Ports<'programmes' | 'people'>,
  programmeId: string,
  { key, value }: Stored<UnreachedPerson>,
  reader: { readonly language: Language; readonly timeZone: string },
): Promise<UnreachedDto | undefined> {
  const { to: kind, id } = value.recipient;
  const person = await findRecipient(ports, programmeId, value.recipient);
  if (person === undefined || person.hasLeft) return undefined;
  return {
    id: key,
    to: { kind, id, name: person.name },
    state: value.state,
    ...endWords(value, reader.language),
    on: localDay(value.at, reader.timeZone),
    canRetry: mayReach(person),
  };
}
