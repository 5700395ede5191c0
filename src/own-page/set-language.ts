import { homeView } from './home-view';
import type { ActionOutcome } from '../member/outcome';
import type { Language } from '../language/languages';
import type { Actor, Occasion, Ports } from '../domain/ports';
import { decide, lostRace } from '../domain/unit-of-work';

/** The language the person wants to read, in every programme; answered in that language. */
export async function setLanguage(
  ports: Ports,
  actor: Actor,
  language: Language,
  occasion: Occasion,
): Promise<ActionOutcome> {
  const changed = await decide(async () => {
    const person = await ports.people.get(actor.directoryId, 'person', 'person');
    if (person?.value.language === language) return false;
    const value = { ...(person?.value ?? { directoryId: actor.directoryId, name: actor.name }), language };
    const result = await ports.people.commit(actor.directoryId, [
      person === undefined
        ? { op: 'insert', kind: 'person', key: 'person', value }
        : { op: 'replace', kind: 'person', key: 'person', value, etag: person.etag },
    ]);
    return result.ok ? true : lostRace;
  });
  return { ...(await homeView(ports, actor, 'language', occasion)), changed };
}
