import { cellsText } from './cell-text';
import { foldText } from '../kernel/fold-text';
import { identifyPeople, type Identify } from './identify-people';
import { isEmptyCell } from './empty-cell';
import { otherNames } from './read-other-names';
import type { PeopleTable } from './people-table';
import type { RatedField } from './rate-header';
import { readEmail } from './read-email';
import { readHeader } from './read-header';
import { peopleIn } from './separate-people';

/** Whom the cells of a table name, told by the columns that say who a row is about. */
export interface RowsNamed {
  /** The row, by its place in the table, that a cell names; undefined where it names none, or several. */
  readonly rowOf: (text: string) => number | undefined;
  /** Whether a cell of a row names another row, or several in a list; with `byPart` also by a part of a name, whomever it fits. */
  readonly namesOther: (text: string, place: number, byPart?: boolean) => boolean;
  /** The part of the filled cells of a column that name another row, from 0 to 1; cells that are not `meant` name none. */
  readonly share: (indexes: readonly number[], meant?: (text: string) => boolean) => number;
}

/** Rows looked at for a share. */
const sample = 400;
const names: readonly RatedField[] = ['name', 'firstName', 'lastName'];
const identifying: readonly RatedField[] = ['id', 'email', 'name', 'firstName', 'lastName'];

/** Under it a header has words that nobody knows: it may say who somebody else is. */
const leastRate = 85;

/**
 * The columns that say in one way or another who a row is about, by their headers; none in which a row holds what identifies another one, which is a reference to
 * that row.
 */
export function identityColumns(
  table: PeopleTable,
  rates: readonly ReadonlyMap<RatedField, number>[],
  isFree: (index: number) => boolean,
): readonly number[] {
  const found = rates.flatMap((rate, index) =>
    isFree(index) &&
    !rate.has('managerId') &&
    (isOtherName(table.headers[index] ?? '') ||
      identifying.some((field) => (rate.get(field) ?? 0) >= leastRate) ||
      isLogin(table.headers[index] ?? ''))
      ? [index]
      : [],
  );
  const rateOf = (index: number): number => Math.max(...identifying.map((field) => rates[index]?.get(field) ?? 0));
  const rows = new Map<string, number>();
  return [...found]
    .sort((a, b) => rateOf(b) - rateOf(a))
    .filter((index) => {
      const values = table.rows.map((row) => cellsText(row, [index]).toLowerCase());
      // Two people may have one first name; no two have one number, address or login.
      const isOwn = isNameColumn(table.headers[index] ?? '', rates[index]);
      const named = values.filter((value, place) => value !== '' && (rows.get(value) ?? place) !== place).length;
      if (!isOwn && named * 2 > values.filter((value) => value !== '').length) return false;
      if (!isOwn)
        values.forEach((value, place) => {
          if (value !== '' && !rows.has(value)) rows.set(value, place);
        });
      return true;
    });
}

function isLogin(header: string): boolean {
  const { subjects, unknown } = readHeader(header);
  return unknown === 0 && (subjects.has('dn') || (subjects.has('user') && !subjects.has('manager')));
}

/** Whether a header is of a name that stands beside the full one: `Known as`, « Rufname », `Nickname`. */
function isOtherName(header: string): boolean {
  const { subjects, unknown } = readHeader(header);
  return unknown === 0 && subjects.has('otherName') && !subjects.has('manager');
}

/** Reads whom cells name. The index of the rows is made when it is first asked for. */
export function rowsNamed(
  table: PeopleTable,
  rates: readonly ReadonlyMap<RatedField, number>[],
  identities: readonly number[],
): RowsNamed {
  let identify: Identify | undefined;
  const best = (field: RatedField): number | undefined =>
    identities
      .filter((index) => rates[index]?.has(field))
      .sort((a, b) => (rates[b]?.get(field) ?? 0) - (rates[a]?.get(field) ?? 0))[0];
  const make = (): Identify => {
    const halves = [best('firstName'), best('lastName')].filter((index) => index !== undefined);
    const infixes = table.headers.flatMap((header, index) => {
      const { subjects } = readHeader(header);
      return subjects.has('infix') && !subjects.has('manager') ? [index] : [];
    });
    const whole = best('name');
    const others = identities.filter((index) => isNameColumn(table.headers[index] ?? '', rates[index]));
    const codes = identities.filter((index) => !isNameColumn(table.headers[index] ?? '', rates[index]));
    return identifyPeople(
      table.rows.map((row, place) => {
        const part =
          halves.length === 0
            ? ''
            : cellsText(row, halves.length === 2 ? [...halves.slice(0, 1), ...infixes, ...halves.slice(1)] : halves);
        const full = halves.length === 2 || whole === undefined ? '' : cellsText(row, [whole]);
        // « Nom » beside « Prénom » is a half too.
        const name = part === '' || foldText(full).includes(foldText(part)) ? full : `${part} ${full}`.trim();
        const names = otherNames(row, name, others);
        const also = codes.map((index) => cellsText(row, [index])).filter((text) => text !== '');
        const email = also.map(readEmail).find((address) => address !== undefined);
        return { id: `\u0000${String(place)}`, name, names, also, ...(email === undefined ? {} : { email }) };
      }),
    );
  };
  const rowOf = (text: string): number | undefined => {
    if (text === '') return undefined;
    identify ??= make();
    const [only, ...others] = identify(text);
    return only === undefined || others.length > 0 ? undefined : Number(only.slice(1));
  };
  return {
    rowOf,
    namesOther: (text, place, part = false) => {
      const isOther = (ids: readonly string[]): boolean => ids.some((id) => Number(id.slice(1)) !== place);
      const all = (identify ??= make());
      if (part) return peopleIn(text, (one) => all(one, true)).some(({ found }) => isOther(found));
      const only = rowOf(text);
      if (only !== undefined) return only !== place;
      return /[;,|/\n、&+]/u.test(text) && peopleIn(text, all).some(({ found }) => isOther(found));
    },
    share: (indexes, meant = () => true) => {
      let [filled, others] = [0, 0];
      for (const [place, row] of table.rows.entries()) {
        if (filled >= sample) break;
        const text = cellsText(row, indexes);
        if (text === '' || isEmptyCell('managerId', text)) continue;
        filled += 1;
        const found = meant(text) ? rowOf(text) : undefined;
        if (found !== undefined && found !== place) others += 1;
      }
      return filled === 0 ? 0 : others / filled;
    },
  };
}

/** Whether a column holds a name or a half of one, which several people may have. */
export function isNameColumn(header: string, rate: ReadonlyMap<RatedField, number> | undefined): boolean {
  return (
    isOtherName(header) ||
    names.some((field) => (rate?.get(field) ?? 0) > Math.max(rate?.get('id') ?? 0, rate?.get('email') ?? 0))
  );
}
