import type { PersonalRecipient } from '../domain/message';
import type { ReachState } from '../domain/participant';
import type { Ports } from '../domain/ports';

/** Somebody a message is for, as HR knows them. */
export interface KnownRecipient {
  readonly name: string;
  readonly reach: ReachState;
  /** Takes no part any more. */
  readonly hasLeft: boolean;
}

/**
 * The participant, contact or account that a message is for, a point read or two; undefined where there is none any more, or nothing is known
 * of the account but its id.
 */
export async function findRecipient(
  ports: Ports<'programmes' | 'people'>,
  programmeId: string,
  recipient: PersonalRecipient,
): Promise<KnownRecipient | undefined> {
  switch (recipient.to) {
    case 'participant': {
      const person = (await ports.programmes.get(programmeId, 'participant', recipient.id))?.value;
      return person && { name: person.profile.name, reach: person.reach, hasLeft: person.state === 'withdrawn' };
    }
    case 'contact': {
      const contact = (await ports.programmes.get(programmeId, 'contact', recipient.id))?.value;
      return contact && { name: contact.name, reach: contact.reach, hasLeft: false };
    }
    case 'account': {
      const [person, reference] = await Promise.all([
        ports.people.get(recipient.id, 'person', 'person'),
        ports.people.get(recipient.id, 'reference', 'reference'),
      ]);
      const reach = reference === undefined ? 'app-missing' : 'reachable';
      return person && { name: person.value.name, reach, hasLeft: false };
    }
  }
}
