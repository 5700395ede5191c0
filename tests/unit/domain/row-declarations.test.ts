import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  answerCatalogue,
  keyCatalogue,
  pairCatalogue,
  personCatalogue,
  programmeCatalogue,
  tenantCatalogue,
} from '../../../bot/storage/row-catalogues';
import { exportBoard } from '../../../src/board/export-board';
import { pairRowDeclarations } from '../../../src/domain/pair-row-declarations';
import { participantRowDeclarations } from '../../../src/domain/participant-row-declarations';
import type { RowDeclaration, Whose } from '../../../src/domain/row-declaration';
import { rowDeclarations } from '../../../src/domain/row-declarations';
import { workRowDeclarations } from '../../../src/domain/work-row-declarations';
import { previewImport } from '../../../src/people-file/preview-import';
import { aParticipant } from '../../helpers/factories/participant';
import { asked, hr, lastHour, lastHours, programmeId, say } from '../../helpers/finished-pair';
import { memoryPorts } from '../../helpers/memory-ports';

type Table = keyof typeof rowDeclarations;
type AnyDeclaration = RowDeclaration<Record<string, unknown>>;
interface AnyRow {
  readonly kind: string;
  readonly key: string;
  readonly value: unknown;
}

const declarationsOf = (table: Table) => rowDeclarations[table] as unknown as Readonly<Record<string, AnyDeclaration>>;
const catalogues = {
  programmes: programmeCatalogue,
  people: personCatalogue,
  tenants: tenantCatalogue,
  answers: answerCatalogue,
  keys: keyCatalogue,
  pairs: pairCatalogue,
};
const tables = Object.keys(catalogues) as Table[];
const everyKind = tables.flatMap((table) =>
  Object.entries(declarationsOf(table)).map(([kind, declared]) => ({ table, kind, ...declared })),
);

/** Rows as the product writes them while the pairs of a programme finish. */
let written: readonly (AnyRow & { readonly table: Table })[];
const golden = tables.flatMap((table) => {
  const folder = join(__dirname, '..', '..', 'integration', 'storage', 'golden', table);
  return readdirSync(folder).map((file) => ({
    table,
    ...(JSON.parse(readFileSync(join(folder, file), 'utf8')) as AnyRow),
  }));
});

beforeAll(async () => {
  const ports = memoryPorts();
  const stage = await asked({ ports, closing: true });
  await say(stage, 'M1', 'again', 'another');
  const file = { fileName: 'f.csv', inputHash: 'h', people: [aParticipant({ id: 'N1' }).profile], rejected: 0 };
  await previewImport(ports, programmeId, { ...file, reportingLines: new Map([['X1', 'X2']]) }, hr, stage.context);
  await exportBoard(ports, programmeId, hr, stage.context);
  written = tables.flatMap((table) => ports[table].dump().map((row) => ({ table, ...row })));
});

describe('Every kind of row', () => {
  it.each(tables)('of %s is declared, once', (table) => {
    expect(Object.keys(declarationsOf(table)).toSorted()).toEqual(Object.keys(catalogues[table]).toSorted());
    const parts = [participantRowDeclarations, pairRowDeclarations, workRowDeclarations];
    if (table === 'programmes')
      expect(parts.flatMap((part) => Object.keys(part))).toHaveLength(Object.keys(programmeCatalogue).length);
  });

  it('is written under the key that is declared', () => {
    const rows = [...written, ...golden];
    // Otherwise the play has become too short to show anything.
    expect(new Set(written.map(({ kind }) => kind)).size).toBeGreaterThan(20);
    expect(new Set(rows.map(({ table, kind }) => `${table} ${kind}`)).size).toBe(everyKind.length);
    expect(rows.filter((row) => !fitsKey(row, declarationsOf(row.table)[row.kind])).map(nameOf)).toEqual([]);
  });

  it('that holds the id or the name of a person is declared as one that tells of somebody', () => {
    const telling = [...written, ...golden].filter(({ key, value }) =>
      /"(?:p[12389]|[MSN]1|directory-[^"]*|0{8}-[^"]*)"|\bM1\b|\bp1\b|Inès|Marc/.test(JSON.stringify([key, value])),
    );
    const silent = telling.filter(({ table, kind }) => tellsOfNobody(declarationsOf(table)[kind]));
    expect([...new Set(silent.map(nameOf))]).toEqual([]);
  });

  it('whose key holds the id of a participant is declared as theirs', () => {
    const named = everyKind.filter(({ key }) => [key].flat().some((shape) => shape.includes('{participantId}')));
    expect(named.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['person-pairs', 'diversity', 'status', 'asked', 'taken']),
    );
    for (const { kind, whose } of named)
      expect([kind, whose.some((one) => one.of === 'person' && one.by === 'people-file')]).toEqual([kind, true]);
  });

  it('is said to lie under a part of the key that is there', () => {
    const inKeys = everyKind.flatMap(({ kind, key, whose }) =>
      whose.flatMap((one) =>
        'in' in one && String(one.in).startsWith('{') ? [{ kind, key, part: String(one.in) }] : [],
      ),
    );
    expect(inKeys.length).toBeGreaterThan(0);
    for (const { kind, key, part } of inKeys)
      expect([kind, [key].flat().every((shape) => shape.includes(part))]).toEqual([kind, true]);
  });

  it('tells of nobody in all that is declared of it, or in nothing', () => {
    const contradictions = everyKind.filter((declared) => {
      const silent = tellsOfNobody(declared);
      const nothing = declared.erased === 'tells-of-nobody';
      // What the answers of all add up to is changed when one of them goes.
      return declared.kind !== 'diversity-tally' && (silent !== nothing || silent !== (declared.myData === 'nobody-s'));
    });
    expect(contradictions.map(({ kind }) => kind)).toEqual([]);
  });
});

it('HR’s file of the board reads the kinds that are declared for it, and no others', async () => {
  const stage = await lastHours();
  await stage.advance(lastHour);
  const read = new Set<string>();
  const { programmes } = stage.ports;
  const watched: typeof programmes = {
    ...programmes,
    get: (partition, kind, key) => {
      read.add(kind);
      return programmes.get(partition, kind, key);
    },
    range: (partition, kind, query) => {
      read.add(kind);
      return programmes.range(partition, kind, query);
    },
  };
  const taken = await exportBoard({ ...stage.ports, programmes: watched }, programmeId, hr, stage.context);
  expect(taken.ok).toBe(true);
  const declared = everyKind.filter(({ hrExport }) => hrExport === 'board').map(({ kind }) => kind);
  expect([...read].toSorted()).toEqual(declared.toSorted());
});

const nameOf = ({ table, kind, key }: AnyRow & { readonly table: Table }): string => `${table} ${kind} ${key}`;

const silentWhose: ReadonlySet<Whose<unknown>['of']> = new Set(['nobody', 'programme']);

function tellsOfNobody(declared: AnyDeclaration | undefined): boolean {
  return declared?.whose.every(({ of }) => silentWhose.has(of)) ?? false;
}

const spelled = new Map([
  ['number of four digits', String.raw`\d{4}`],
  ['number of two digits', String.raw`\d{2}`],
  ['two hex digits', '[0-9a-f]{2}'],
]);

function fitsKey({ key, value }: AnyRow, declared: AnyDeclaration | undefined): boolean {
  const fields = value as Readonly<Record<string, unknown>>;
  return [declared?.key ?? []].flat().some((shape) => {
    const pattern = shape.split(/(\{[^}]*\})/).map((piece) => {
      if (!piece.startsWith('{')) return literally(piece);
      const name = piece.slice(1, -1);
      const field = fields[name];
      return typeof field === 'string' ? literally(field) : (spelled.get(name) ?? '.+');
    });
    return new RegExp(`^${pattern.join('')}$`).test(key);
  });
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
