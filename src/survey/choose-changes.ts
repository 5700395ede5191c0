import type { AskedPerson } from './load-sheets';
import { saysTheSame, type SheetContent } from './seal-sheet';
import { commentsOf, withoutComments } from './read-sheet-comments';

/**
 * The sheets that a night seals of those that wait: all of them, or those of nobody. New are they of at least `least` people, skipped ones too, and at least
 * `least` people's answers differ from what is sealed, so that neither who has answered since nor whose answer changed is one of fewer. What was begun
 * is left.
 */
export function chooseChanges(asked: readonly AskedPerson[], least: number): readonly SheetContent[] {
  const fresh: SheetContent[] = [];
  const edited: SheetContent[] = [];
  for (const { waiting, sealed } of asked) {
    if (waiting === undefined || waiting.content.state === 'begun') continue;
    if (sealed === undefined) fresh.push(waiting.content);
    else if (sealed.state === 'answered' && !saysTheSame(sealed, waiting.content)) edited.push(waiting.content);
  }
  const taken = countPeople(fresh) >= least ? fresh : [];
  const answers = [...taken.filter(({ state }) => state === 'answered'), ...edited];
  // At the very end, when fewer than so many may be sealed, those who skipped are told of as well.
  return countPeople(answers) >= least || least === 1 ? [...taken, ...edited] : [];
}

/** Of a round that is frozen: the sealed sheets whose authors took words of theirs away since, without these. Nothing else changes any more. */
export function chooseWithdrawn(asked: readonly AskedPerson[]): readonly SheetContent[] {
  return asked.flatMap(({ waiting, sealed }) => {
    if (waiting === undefined || sealed === undefined) return [];
    const left = commentsOf(waiting.content.sheet);
    const gone = Object.keys(commentsOf(sealed.sheet)).filter((id) => left[id] === undefined);
    return gone.length === 0 ? [] : [withoutComments(sealed, gone)];
  });
}

function countPeople(contents: readonly SheetContent[]): number {
  return new Set(contents.map(({ owner }) => owner.person)).size;
}
