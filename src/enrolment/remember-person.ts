import type { Language } from '../language/languages';
import type { UseCaseContext, Ports, Saving } from '../domain/ports';
import type { ConversationReference } from '../domain/rows';
import { setReach } from './set-reach';

export interface SeenPerson {
  readonly directoryId: string;
  readonly name: string;
  readonly reference: ConversationReference;
  /** Language of their Teams, as their activity tells. */
  readonly language?: Language;
}

/**
 * Keeps where Teams reaches a person, from their newest activity, and marks them reachable in their programmes. The newest reference
 * wins, so that a region that moved is followed. The language of their Teams is kept once, for words said before anything better is
 * known. An activity that says nothing new writes nothing.
 */
export async function rememberPerson(
  ports: Ports<Saving | 'people' | 'holidayFrom'>,
  seen: SeenPerson,
  context: UseCaseContext,
): Promise<void> {
  const [person, reference] = await Promise.all([
    ports.people.get(seen.directoryId, 'person', 'person'),
    ports.people.get(seen.directoryId, 'reference', 'reference'),
  ]);
  const { directoryId, name, language } = seen;
  const known = person?.value;
  const seenLanguage = known?.seenLanguage ?? (known?.language === undefined ? language : undefined);
  if (known === undefined || known.seenLanguage !== seenLanguage) {
    const value = { ...(known ?? { directoryId, name }), ...(seenLanguage === undefined ? {} : { seenLanguage }) };
    await ports.people.commit(directoryId, [
      person === undefined
        ? { op: 'insert', kind: 'person', key: 'person', value }
        : { op: 'replace', kind: 'person', key: 'person', value, etag: person.etag },
    ]);
  }
  const before = reference?.value;
  const same =
    before?.conversationId === seen.reference.conversationId &&
    before?.serviceUrl === seen.reference.serviceUrl &&
    before.via === seen.reference.via &&
    before.teamsUserId === seen.reference.teamsUserId;
  if (same) return;
  await ports.people.commit(seen.directoryId, [
    reference === undefined
      ? { op: 'insert', kind: 'reference', key: 'reference', value: seen.reference }
      : { op: 'replace', kind: 'reference', key: 'reference', value: seen.reference, etag: reference.etag },
  ]);
  await setReach(ports, seen.directoryId, 'reachable', context);
}
