import { homeView } from './home-view';
import type { ActionOutcome } from '../member/action-outcome';
import type { Language } from '../language/languages';
import type { Actor, UseCaseContext, Ports } from '../domain/ports';
import { retryOnConflict, conflict } from '../domain/unit-of-work';

/** The language the person wants to read, in every programme; answered in that language. */
export async function setLanguage(
  ports: Ports<'programmes' | 'people'>,
  actor: Actor,
  language: Language,
  context: UseCaseContext,
): Promise<ActionOutcome> {
  const changed = await retryOnConflict(async () => {
    const person = await ports.people.get(actor.directoryId, 'person', 'person');
    if (person?.value.language === language) return false;
    const value = { ...(person?.value ?? { directoryId: actor.directoryId, name: actor.name }), language };
    const result = await ports.people.commit(actor.directoryId, [
      person === undefined
        ? { op: 'insert', kind: 'person', key: 'person', value }
        : { op: 'replace', kind: 'person', key: 'person', value, etag: person.etag },
    ]);
    return result.ok ? true : conflict;
  });
  return { ...(await homeView(ports, actor, 'language', context)), changed };
}
