import { foldText } from '../kernel/fold-text';

/**
 * Whether a header is of one level of a hierarchy, as Workday exports it (`Manager - Level 01`, `Level 02 from the Top`, `Management Chain - Level 03`) and others
 * in their language: counted from the top, everybody's first one is the same person.
 */
export function isLevelHeader(header: string): boolean {
  return /(?:^| )(?:level|lvl|niveau|ebene|stufe|nivel|livello)s? ?\d+(?: |$)|(?:^| )\d+(?:st|nd|rd|th|e|eme|er)? (?:level|niveau|ebene|nivel|livello)(?: |$)|(?:レベル|階層) ?\d+/u.test(
    foldText(header),
  );
}
