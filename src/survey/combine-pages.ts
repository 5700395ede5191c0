import { asGiven } from './find-own-sheet';
import type { OwnSurvey } from './load-own-survey';

/** What a form of answers was. */
export interface AnsweredPage {
  /** From 1; absent where the answers are all there are. */
  readonly page?: number | undefined;
  /** The form showed what was answered before. */
  readonly filled?: 1 | undefined;
}

/**
 * The answers of one page together with those that were given on the others; what is left open on this page is taken back, where the form showed it. An older card knows
 * nothing of answers given elsewhere and takes none back. Without a page the answers are all there are.
 */
export function withOtherPages(
  { pages, found }: Pick<OwnSurvey, 'pages' | 'found'>,
  { page, filled }: AnsweredPage,
  answers: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  if (page === undefined || found.content === undefined) return answers;
  const onPage = new Set<string>((pages[page - 1] ?? []).map(({ id }) => id));
  const asked = new Set<string>(pages.flat().map(({ id }) => id));
  // Whoever answered before their first pair may have answered from the other side.
  const isKept = (id: string): boolean => asked.has(id) && (filled === undefined || !onPage.has(id));
  const others = Object.entries(asGiven(found.content).given).filter(([id]) => isKept(id));
  return { ...Object.fromEntries(others), ...answers };
}
