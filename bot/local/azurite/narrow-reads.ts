/* Only what these lines touch of LokiJS 1.5, Azurite's own store in memory, and of Azurite's table store. */
interface Collection {
  data: readonly unknown[];
  chain(): { find(query: object): unknown };
  calculateRange(operator: '$eq' | '$between', property: string, value: string | string[]): [number, number];
  findOne: (this: Collection, query: Record<string, unknown> | undefined) => unknown;
}
interface Loki {
  readonly Collection: { readonly prototype: Collection };
}
interface TableStore {
  getEntityCollection(account: string, table: string, context: unknown): Collection;
  queryTableEntities: (
    this: TableStore,
    context: unknown,
    account: string,
    table: string,
    options: { readonly filter?: string },
    ...next: (string | undefined)[]
  ) => Promise<unknown>;
}

/**
 * Lets Azurite find rows by the narrower of the two indexes that it keeps: by itself it reads every row of a partition for a point read, and
 * every row of the table, through its interpreter of filters, for a range. A played programme spent two thirds of its time there.
 *
 * What is found stays Azurite's decision: its own filter and order run over what the index leaves. Its source is handed to Azurite's process as
 * text, so that it may use nothing from outside but `load`, which is `require` there. What rewrites code on the way in, as a tool for coverage
 * does, must leave this file alone.
 */
export function narrowReads(load: (module: string) => unknown): void {
  const { Collection } = load('lokijs') as Loki;
  const { default: Store } = load('azurite/dist/src/table/persistence/LokiTableMetadataStore.js') as {
    default: { readonly prototype: TableStore };
  };
  const findOne = Collection.prototype.findOne;
  const queryTableEntities = Store.prototype.queryTableEntities;
  const sizeOf = ([first, last]: [number, number]) => last - first + 1;
  // The order of the index is that of text where neither side reads as a number: both ends begin with the same small letter.
  const rangeFilter = /^PartitionKey eq '((?:[^']|'')*)' and RowKey ge '(([a-z])[^']*)' and RowKey lt '(\3[^']*)'$/;

  // The first of the conditions is the one that is looked for by index.
  Collection.prototype.findOne = function (query) {
    const { PartitionKey, RowKey, ...others } = query ?? {};
    if (this.data.length === 0 || typeof PartitionKey !== 'string' || typeof RowKey !== 'string')
      return findOne.call(this, query);
    const rows = sizeOf(this.calculateRange('$eq', 'RowKey', RowKey));
    const inPartition = sizeOf(this.calculateRange('$eq', 'PartitionKey', PartitionKey));
    const keys = rows < inPartition ? { RowKey, PartitionKey } : { PartitionKey, RowKey };
    return findOne.call(this, { ...keys, ...others });
  };

  Store.prototype.queryTableEntities = function (context, account, table, options, ...next) {
    const [, partition, from, , to] = rangeFilter.exec(options.filter ?? '') ?? [];
    const rows = this.getEntityCollection(account, table, context);
    if (partition === undefined || from === undefined || to === undefined || rows.data.length === 0)
      return queryTableEntities.call(this, context, account, table, options, ...next);
    const partitionKey = partition.replaceAll("''", "'");
    const inRange = sizeOf(rows.calculateRange('$between', 'RowKey', [from, to]));
    const inPartition = sizeOf(rows.calculateRange('$eq', 'PartitionKey', partitionKey));
    const query = inRange < inPartition ? { RowKey: { $between: [from, to] } } : { PartitionKey: partitionKey };
    const narrowed = Object.create(this, {
      getEntityCollection: { value: () => ({ chain: () => rows.chain().find(query) }) },
    }) as TableStore;
    return queryTableEntities.call(narrowed, context, account, table, options, ...next);
  };
}
