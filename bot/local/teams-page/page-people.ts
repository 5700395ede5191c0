import type { PageConfig, PagePerson } from './service-client';

/** The person of this directory id, if there is one. */
export function findPerson(config: PageConfig, directoryId: string | undefined): PagePerson | undefined {
  return config.people.find((person) => person.directoryId === directoryId);
}

/** Who is shown at first: a junior where there is one. */
export function firstPerson(config: PageConfig): PagePerson {
  const first = config.people.find((person) => person.personaRole === 'junior') ?? config.people[0];
  if (!first) throw new Error('The tenant has nobody in it.');
  return first;
}

/** Who is shown beside at first: someone of the other role. */
export function otherPerson(config: PageConfig, person: PagePerson): PagePerson {
  const wanted = person.personaRole === 'senior' ? 'junior' : 'senior';
  return (
    config.people.find((each) => each.personaRole === wanted) ?? config.people.find((each) => each !== person) ?? person
  );
}
