import { cellText } from './cell-text';
import { foldText } from '../kernel/fold-text';
import type { PeopleRow, PeopleTable } from './people-table';

const totals = new Set(
  'total,totals,grand total,subtotal,sub total,sous total,total general,totaux,somme,effectif total,summe,gesamt,gesamtsumme,insgesamt,totale,totale generale,suma,total geral,soma,totaal,count,row count,record count,nombre,anzahl,合計,総計,件数'.split(
    ',',
  ),
);

/** Whether a row only adds up the others: a word for a sum, and nothing but numbers beside it. */
export function isTotal(row: PeopleRow): boolean {
  let first = '';
  for (const cell of row.cells) {
    const text = cellText(cell);
    if (text === '') continue;
    if (first === '') first = text;
    else if (!/^[\d.,%\s]+$/u.test(text)) return false;
  }
  return totals.has(foldText(first.slice(0, 60)).split(/ (?=\d)/u)[0] ?? '');
}

/** Rows that end before the last column, though most rows go on to it: what is missing is taken to be empty. */
export function findShortRows(table: PeopleTable, rows: readonly PeopleRow[]): ReadonlySet<PeopleRow> {
  const width = table.headers.length;
  const whole = rows.filter(({ cells }) => cells.length >= width).length;
  return new Set(whole * 2 < rows.length ? [] : rows.filter(({ cells }) => cells.length < width));
}

/** Of these, two that follow one another and were one: a line end within a cell cut it, and neither half is a person. */
export function findCutRows(
  table: PeopleTable,
  rows: readonly PeopleRow[],
  short: ReadonlySet<PeopleRow>,
): ReadonlySet<PeopleRow> {
  const cut = new Set<PeopleRow>();
  rows.forEach((row, place) => {
    const next = rows[place + 1];
    if (next === undefined || !short.has(row) || !short.has(next) || cut.has(row)) return;
    if (row.cells.length + next.cells.length === table.headers.length + 1) cut.add(row).add(next);
  });
  return cut;
}
