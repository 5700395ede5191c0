import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Language, Parser, type Node } from 'web-tree-sitter';

const infra = resolve(__dirname, '../../../infra');

/** What Azure itself says of the resources that the templates make. */
export interface AzureAnswers {
  /** For a placeholder of `parameters.json`, what the deployer's environment holds. */
  readonly placeholder: (name: string) => string | undefined;
  /** Parameters that a deployer gives besides. */
  readonly parameters?: Readonly<Record<string, string>>;
  readonly clientId: string;
}

type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };
type Look = (name: string) => Value | Resource | Module | undefined;

class Resource {
  constructor(
    readonly type: string,
    readonly name: () => Value,
  ) {}
}

class Module {
  constructor(readonly output: (name: string) => Value) {}
}

/**
 * The environment of the server that `infra/main.bicep` describes with `infra/parameters.json`, evaluated as Resource Manager would: a
 * setting that is added to the templates is in it. Throws for an expression or a property of Azure that it does not know.
 */
export async function settingsOfBicep(answers: AzureAnswers): Promise<Readonly<Record<string, string>>> {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(readFileSync(require.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm'))));
  const given = parametersOf(answers);
  const scopes = new Map<string, Look>();
  const main = scopeOf(parser, 'main.bicep', (name) => given[name], answers, scopes);
  const [, module] = declarationsIn(parser, 'main.bicep').find(
    ([name, node]) => node.type === 'module_declaration' && textOf(node.namedChild(1)!) === 'web-app.bicep' && name,
  )!;
  const scope = moduleScope(parser, module, main, answers, scopes);
  const settings = found(declarationsIn(parser, 'web-app.bicep'), 'appSettings').map((node) =>
    evaluate(node, scope, answers),
  );
  const pairs = settings.flat() as unknown as readonly { readonly name: string; readonly value: string }[];
  const secrets = secretsKept(parser, scopes, answers);
  return Object.fromEntries(pairs.map(({ name, value }) => [name, inPlaceOfReference(value, secrets)]));
}

/** What the templates put into a key vault, by the name of the secret. */
function secretsKept(
  parser: Parser,
  scopes: ReadonlyMap<string, Look>,
  answers: AzureAnswers,
): ReadonlyMap<string, string> {
  const kept = [...scopes].flatMap(([file, look]) =>
    declarationsIn(parser, file)
      .filter(([, node]) => node.type === 'resource_declaration' && node.text.includes('/vaults/secrets@'))
      .map((declared): [string, string] => {
        const [name, value] = ['name', 'value'].map((property) => known(found([declared], property)[0], property));
        return [plain(evaluate(name!, look, answers)), plain(evaluate(value!, look, answers))];
      }),
  );
  return new Map(kept);
}

/** App Service gives the server what the vault holds where a setting refers to it. */
function inPlaceOfReference(value: string, secrets: ReadonlyMap<string, string>): string {
  const name = /^@Microsoft\.KeyVault\(SecretUri=https:\/\/[^/]+\/secrets\/([^/)]+)\/?\)$/u.exec(value)?.[1];
  return name === undefined ? value : known(secrets.get(name), value);
}

function parametersOf({ placeholder, parameters = {} }: AzureAnswers): Record<string, Value> {
  const file = JSON.parse(readFileSync(join(infra, 'parameters.json'), 'utf8')) as {
    readonly parameters: Readonly<Record<string, { readonly value: Value }>>;
  };
  const filled = Object.entries(file.parameters).map(([name, { value }]) => {
    if (typeof value !== 'string') return [name, value] as const;
    return [name, value.replace(/\$\{\{(\w+)\}\}/gu, (_all, key: string) => known(placeholder(key), key))] as const;
  });
  return { ...Object.fromEntries(filled), ...parameters };
}

function known<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The test does not know what the templates ask for: ${what}`);
  return value;
}

function declarationsIn(parser: Parser, file: string): readonly (readonly [string, Node])[] {
  const tree = known(parser.parse(readFileSync(join(infra, file), 'utf8')) ?? undefined, file);
  return children(tree.rootNode)
    .filter((node) => node.type.endsWith('_declaration') || node.type === 'output_declaration')
    .map((node) => [node.namedChild(0)!.text, node]);
}

const children = (node: Node): readonly Node[] =>
  node.namedChildren.flatMap((child) => (child === null || child.type === 'comment' ? [] : [child]));

function textOf(node: Node): string {
  return children(node)
    .map((child) => child.text)
    .join('');
}

/** What the names of a file mean, with the parameters given to it. */
function scopeOf(
  parser: Parser,
  file: string,
  given: (name: string) => Value | undefined,
  answers: AzureAnswers,
  scopes: Map<string, Look>,
): Look {
  const declarations = declarationsIn(parser, file);
  const look: Look = (name) => {
    const node = declarations.find(([declared, { type }]) => declared === name && type !== 'output_declaration')?.[1];
    if (node === undefined) return undefined;
    switch (node.type) {
      case 'parameter_declaration': {
        const value = given(name);
        if (value !== undefined) return value;
        return evaluate(known(node.namedChild(2) ?? undefined, `parameter ${name} of ${file}`), look, answers);
      }
      case 'variable_declaration':
        return evaluate(node.namedChild(1)!, look, answers);
      case 'resource_declaration':
        return new Resource(textOf(node.namedChild(1)!).split('@')[0]!, () =>
          evaluate(known(found([[name, node]], 'name')[0], `name of ${name}`), look, answers),
        );
      default: {
        const inner = moduleScope(parser, node, look, answers, scopes);
        const outputs = declarationsIn(parser, textOf(node.namedChild(1)!));
        return new Module((output) => {
          const declared = outputs.find(([one, { type }]) => one === output && type === 'output_declaration');
          const value = known(declared, `output ${output} of ${name}`)[1];
          return evaluate(children(value).at(-1)!, inner, answers);
        });
      }
    }
  };
  return look;
}

function moduleScope(parser: Parser, node: Node, outer: Look, answers: AzureAnswers, scopes: Map<string, Look>): Look {
  const file = textOf(node.namedChild(1)!);
  const known = scopes.get(file);
  if (known !== undefined) return known;
  const params = found([[file, node]], 'params').flatMap((object) => properties(object));
  const scope = scopeOf(
    parser,
    file,
    (name) => {
      const value = params.find(([param]) => param === name)?.[1];
      return value === undefined ? undefined : evaluate(value, outer, answers);
    },
    answers,
    scopes,
  );
  scopes.set(file, scope);
  return scope;
}

/** The values of all properties of a name, wherever they stand below the declarations. */
function found(declarations: readonly (readonly [string, Node])[], name: string): readonly Node[] {
  const below = (node: Node): readonly Node[] => [
    ...(node.type === 'object_property' && node.namedChild(0)?.text === name ? [node.namedChild(1)!] : []),
    ...children(node).flatMap(below),
  ];
  return declarations.flatMap(([, node]) => below(node));
}

const properties = (object: Node): readonly (readonly [string, Node])[] =>
  children(object)
    .filter((child) => child.type === 'object_property')
    .map((child) => [child.namedChild(0)!.text, child.namedChild(1)!]);

function evaluate(node: Node, look: Look, answers: AzureAnswers): Value {
  const value = (child: Node): Value => evaluate(child, look, answers);
  const inner = children(node);
  switch (node.type) {
    case 'string':
      return inner
        .map((part) => (part.type === 'interpolation' ? plain(value(part.namedChild(0)!)) : part.text))
        .join('');
    case 'number':
      return Number(node.text);
    case 'boolean':
      return node.text === 'true';
    case 'null':
      return null;
    case 'parenthesized_expression':
      return value(inner[0]!);
    case 'array':
      return inner.map(value);
    case 'object':
      return Object.fromEntries(properties(node).map(([name, child]) => [name, value(child)]));
    case 'ternary_expression':
      return value(inner[0]!) === true ? value(inner[1]!) : value(inner[2]!);
    case 'identifier':
      return known(look(node.text), node.text) as Value;
    case 'member_expression':
      return memberOf(node, look, answers);
    case 'call_expression':
      return call(inner[0]!.text, inner[1] === undefined ? [] : children(inner[1]).map(value));
    default:
      throw new Error(`The test cannot evaluate a ${node.type}: ${node.text}`);
  }
}

/** A value as text, where it is one. */
function plain(value: Value | undefined): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  throw new Error('The templates make text of something that is none');
}

function memberOf(node: Node, look: Look, answers: AzureAnswers): Value {
  const path: string[] = [];
  let root = node;
  while (root.type === 'member_expression') {
    path.unshift(root.namedChild(1)!.text);
    root = root.namedChild(0)!;
  }
  const from = root.type === 'identifier' ? known(look(root.text), root.text) : evaluate(root, look, answers);
  if (from instanceof Module && path[0] === 'outputs') return from.output(path[1] ?? '');
  if (from instanceof Resource) return ofAzure(from, path.join('.'), answers);
  return path.reduce<Value>((value, name) => known((value as Record<string, Value>)[name], node.text), from as Value);
}

/** What Azure answers of a resource that exists. */
function ofAzure({ type, name }: Resource, path: string, { clientId }: AzureAnswers): Value {
  const host = (service: string) => `https://${plain(name())}.${service}/`;
  const said: Readonly<Record<string, () => Value>> = {
    id: () => `/subscriptions/test/resourceGroups/test/providers/${type}/${plain(name())}`,
    name,
    'properties.clientId': () => clientId,
    'properties.principalId': () => clientId,
    'properties.primaryEndpoints.table': () => host('table.core.windows.net'),
    'properties.primaryEndpoints.queue': () => host('queue.core.windows.net'),
    'properties.vaultUri': () => host('vault.azure.net'),
  };
  return known(said[path], `${path} of a ${type}`)();
}

function call(name: string, given: readonly Value[]): Value {
  const [first, second] = given;
  switch (name) {
    case 'empty':
      return first === '' || first === null || (Array.isArray(first) && first.length === 0);
    case 'take':
      return plain(first).slice(0, Number(second));
    case 'toLower':
      return plain(first).toLowerCase();
    case 'uniqueString':
      return 'abcdefghijklm';
    case 'resourceGroup':
      return { id: '/subscriptions/test/resourceGroups/test', location: 'francecentral' };
    case 'subscription':
      return { id: '/subscriptions/test', tenantId: 'not-given' };
    default:
      throw new Error(`The test does not know the function ${name} of Bicep`);
  }
}
