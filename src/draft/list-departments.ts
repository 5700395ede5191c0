import { foldText } from '../kernel/fold-text';
import type { PersonProfile } from '../domain/participant';

const mostDepartments = 60;

/** The departments of the volunteers as the people file writes them, the largest first and 60 at most; spellings that a limit counts as one are one. */
export function listDepartments(people: readonly PersonProfile[]): readonly string[] {
  const found = new Map<string, { readonly name: string; readonly volunteers: number }>();
  for (const { department = '' } of people) {
    const name = department.trim();
    if (name === '') continue;
    const there = found.get(foldText(name));
    found.set(foldText(name), { name: there?.name ?? name, volunteers: (there?.volunteers ?? 0) + 1 });
  }
  return [...found]
    .sort(([keyA, a], [keyB, b]) => b.volunteers - a.volunteers || (keyA < keyB ? -1 : 1))
    .slice(0, mostDepartments)
    .map(([, { name }]) => name);
}
