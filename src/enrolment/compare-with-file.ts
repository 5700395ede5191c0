import type { Participant } from '../domain/participant';

/** How many of these people take part, and who of them a file names neither by id nor by e-mail address. `named` in lower case. */
export function compareWithFile(
  people: readonly Participant[],
  named: ReadonlySet<string>,
): { readonly present: number; readonly missing: readonly Participant[] } {
  const isNamed = ({ id, profile }: Participant): boolean =>
    named.has(id.toLowerCase()) || (profile.email !== undefined && named.has(profile.email.toLowerCase()));
  const present = people.filter(({ state }) => state !== 'withdrawn');
  return { present: present.length, missing: present.filter((person) => !isNamed(person)) };
}

/** Whether so many people leave at once that HR says it once more: more than a fifth of those who take part. */
export function asksAgain(leaving: number, present: number): boolean {
  return leaving * 5 > present;
}
