import type { PeopleField } from './participant-contract';
import { foldText } from '../kernel/fold-text';

/** What systems and spreadsheets write into a cell without a value. Nobody's name is looked for among them: Null is one. */
const empty = /^(?:[-–—_.?/]+|n\/[ad]\.?|null|nan|undefined|nil|<na>|\(?(?:blank|empty|vide|leer)\)?)$/iu;
/** What spreadsheets of the languages we read write where a formula found nothing. */
const failed =
  /^#[¡¿]?(?:n\/[adbv]\.?|na|nv|ref|bezug|rif|verw|value|valeur|wert|valor|valore|waarde|name|nom|nome|nombre|naam|null|nul|nulo|nullo|num|zahl|getal|div\/0|deel\/0|spill|calc|field|blocked|busy|unknown)[!?]?$/iu;
/** The same in words, where a text is expected. In a number or a time they could mean something. */
const none = new Set(
  'none|no manager|no mgr|no hr|no matrix manager|not applicable|non applicable|sans objet|s o|neant|aucun|aucune|personne|rien|nothing|nobody|no one|keine|keiner|ohne|a definir|tbd|tba|a completer|non renseigne|non renseignee|unknown|inconnu|inconnue'.split(
    '|',
  ),
);
/** Longer than any of them, with signs around it. */
const longestNone = 40;
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

/** What a form writes for whoever did not sign in. */
const unsigned = new Set(['anonymous', 'anonyme', 'anonym', 'anonimo', 'anoniem', '匿名']);

/** Whether a cell is as good as empty: `-`, `N/A`, `#REF!`, `NULL`; « aucun » or `NO_MANAGER` where a text is expected. */
export function isEmptyCell(field: PeopleField, text: string): boolean {
  if (field === 'name') return false;
  if (field === 'email' && isUnsigned(text)) return true;
  return (
    empty.test(text) ||
    isFailedLookUp(text) ||
    (inWords.has(field) && text.length <= longestNone && none.has(foldText(text)))
  );
}

/** Whether a form writes so in place of the address of whoever did not sign in. */
export function isUnsigned(text: string): boolean {
  return unsigned.has(foldText(text));
}

/** Whether a formula of a spreadsheet found nothing: `#N/A`, `#BEZUG!`. */
export function isFailedLookUp(text: string): boolean {
  return failed.test(text);
}
