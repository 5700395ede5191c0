/** Answers by their question, in the order in which questions come. */
export function groupByQuestion<T extends { readonly question: string }>(
  answers: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const answer of answers) {
    const own = groups.get(answer.question);
    if (own === undefined) groups.set(answer.question, [answer]);
    else own.push(answer);
  }
  return groups;
}
