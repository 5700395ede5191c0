import type { Occasion, Ports } from '../programme/ports';
import type { ConversationReference } from '../programme/rows';
import { setReach } from './set-reach';

export interface SeenPerson {
  readonly directoryId: string;
  readonly name: string;
  readonly reference: ConversationReference;
}

/**
 * Keeps where Teams reaches a person, from their newest activity, and marks them reachable in their programmes. The newest reference
 * wins, so that a region that moved is followed. An activity that says nothing new writes nothing.
 */
export async function rememberPerson(ports: Ports, seen: SeenPerson, occasion: Occasion): Promise<void> {
  const [person, reference] = await Promise.all([
    ports.people.get(seen.directoryId, 'person', 'person'),
    ports.people.get(seen.directoryId, 'reference', 'reference'),
  ]);
  if (person === undefined) {
    await ports.people.commit(seen.directoryId, [
      { op: 'insert', kind: 'person', key: 'person', value: { directoryId: seen.directoryId, name: seen.name } },
    ]);
  }
  const before = reference?.value;
  const same =
    before?.conversationId === seen.reference.conversationId &&
    before?.serviceUrl === seen.reference.serviceUrl &&
    before?.via === seen.reference.via &&
    before?.teamsUserId === seen.reference.teamsUserId;
  if (same) return;
  await ports.people.commit(seen.directoryId, [
    reference === undefined
      ? { op: 'insert', kind: 'reference', key: 'reference', value: seen.reference }
      : { op: 'replace', kind: 'reference', key: 'reference', value: seen.reference, etag: reference.etag },
  ]);
  await setReach(ports, seen.directoryId, 'reachable', occasion);
}
