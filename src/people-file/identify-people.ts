import { foldText } from '../kernel/fold-text';

/** What a row says of who it is about. */
export interface NamedRow {
  readonly id?: string;
  readonly email?: string;
  readonly name?: string;
}

/**
 * Tells the ids of the file that a cell may mean (none, one, or several people of one name). Reads a cell such
 * as a manager's in the ways in which systems write it: the id or the email in any case, the number that a
 * spreadsheet made of the id (`123` or `123.0` for `00123`), the id in brackets after a name, a directory's `CN=…`, or the full name
 * where only one person has it.
 */
export function identifyPeople(rows: readonly NamedRow[]): (text: string) => readonly string[] {
  const ids = new Map<string, string>();
  const numbers = new Map<string, Set<string>>();
  const names = new Map<string, Set<string>>();
  for (const { id, email, name } of rows) {
    if (id === undefined) continue;
    ids.set(id.toLowerCase(), id);
    if (email !== undefined && !ids.has(email)) ids.set(email, id);
    addTo(numbers, numberForm(id), id);
    if (name !== undefined) addTo(names, nameForm(name), id);
  }
  const known = (text: string): string | undefined => {
    const numbered = numbers.get(numberForm(text) ?? '');
    return ids.get(text.toLowerCase()) ?? (numbered?.size === 1 ? [...numbered][0] : undefined);
  };
  return (text) => {
    const bracketed = /[([]([^()[\]]+)[)\]]$/u.exec(text)?.[1]?.trim() ?? '';
    const person = /^cn=((?:[^,\\]|\\.)+)/iu.exec(text)?.[1]?.replaceAll('\\', '') ?? text;
    const id = known(text) ?? known(bracketed) ?? known(person);
    if (id !== undefined) return [id];
    return [...(names.get(nameForm(person)) ?? names.get(nameForm(person.replace(/[([][^()[\]]*[)\]]$/u, ''))) ?? [])];
  };
}

/** The digits of an id that is a number, without what a spreadsheet adds or takes away; undefined for any other id. */
function numberForm(text: string): string | undefined {
  return /^(\d+)(?:[.,]0+)?$/u.exec(text)?.[1]?.replace(/^0+(?=\d)/u, '');
}

/** The words of a name in whatever order: « DUPONT Claire », "Dupont, Claire". */
function nameForm(name: string): string {
  return foldText(name).split(' ').sort().join(' ');
}

function addTo(groups: Map<string, Set<string>>, key: string | undefined, id: string): void {
  if (key === undefined || key === '') return;
  groups.set(key, (groups.get(key) ?? new Set()).add(id));
}
