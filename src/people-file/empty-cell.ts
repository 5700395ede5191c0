import type { PeopleField } from './participant-contract';
import { foldText } from '../kernel/fold-text';

/** What systems and spreadsheets write into a cell without a value. Nobody's name is looked for among them: Null is one. */
const empty =
  /^(?:[-–—_.?/]+|#?n\/[ad]\.?|#(?:ref|value|valeur|name|nom|null|nul|num|nombre|div\/0|nv|wert|bezug)[!?]?|null|nan|undefined|nil|<na>|\(?(?:blank|empty|vide|leer)\)?)$/iu;
/** The same in words, where a text is expected. In a number or a time they could mean something. */
const none = new Set(
  'none|no manager|no hr|no matrix manager|not applicable|non applicable|sans objet|s o|neant|aucun|aucune|personne|rien|nothing|nobody|no one|keine|keiner|ohne|a definir|tbd|tba|a completer|non renseigne|non renseignee|unknown|inconnu|inconnue'.split(
    '|',
  ),
);
const inWords: ReadonlySet<PeopleField> = new Set([
  'site',
  'function',
  'department',
  'team',
  'managerId',
  'expertise',
  'goals',
  'exclude',
  'appraisedBy',
  'partner',
]);

/** Whether a cell is as good as empty: `-`, `N/A`, `#REF!`, `NULL`; « aucun » or `NO_MANAGER` where a text is expected. */
export function isEmptyCell(field: PeopleField, text: string): boolean {
  if (field === 'name') return false;
  return empty.test(text) || (inWords.has(field) && none.has(foldText(text)));
}
