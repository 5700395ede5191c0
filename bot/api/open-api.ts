import { z } from 'zod';
import { problemSchema } from '../../src/dispatch/problem-api-contract';
import { routes, type RouteRule } from '../../src/dispatch/routes';
import type { Endpoint } from './endpoint';

type Json = Readonly<Record<string, unknown>>;

const problem = {
  description: 'Refused, with a code and words.',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** The OpenAPI 3.1 description of the API, made from the schemas that check the requests. */
export function describeApi(endpoints: readonly Endpoint[]): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of endpoints) {
    const { method, path }: RouteRule = routes[route.name];
    (paths[path] ??= {})[method.toLowerCase()] = operation(route);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Passerelle',
      version: '1',
      description: 'The API of the Passerelle tab. Words come in the language of Accept-Language (fr or en).',
    },
    servers: [{ url: '/api/v1' }],
    security: [{ entra: [] }],
    paths,
    components: {
      schemas: { Problem: schemaOf(problemSchema, 'output') },
      securitySchemes: {
        entra: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'Microsoft Entra access token of the tab, scope access_as_user.',
        },
      },
    },
  };
}

function operation(route: Endpoint): Json {
  const rule: RouteRule = routes[route.name];
  const names = [...rule.path.matchAll(/\{(\w+)\}/g)].flatMap((match) => match[1] ?? []);
  const parameters = [
    ...names.map((name) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string', minLength: 1, maxLength: 200 },
    })),
    ...Object.entries<z.core.$ZodType>(route.query?.shape ?? {}).map(([name, schema]) => ({
      name,
      in: 'query',
      required: false,
      schema: schemaOf(schema, 'input'),
    })),
  ];
  const good =
    route.answer === undefined
      ? fileContent(route.fileType)
      : { 'application/json': { schema: schemaOf(route.answer, 'output') } };
  return {
    operationId: route.name,
    summary: route.summary,
    ...(rule.who === 'open' ? { security: [] } : {}),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(route.body === undefined
      ? {}
      : {
          requestBody: { required: true, content: { 'application/json': { schema: schemaOf(route.body, 'input') } } },
        }),
    responses: { '200': { description: 'Done.', content: good }, default: problem },
  };
}

/** Bytes have no schema of their own in OpenAPI 3.1. */
function fileContent(type: string | undefined): Json {
  return type === undefined ? { 'text/csv': { schema: { type: 'string' } } } : { [type]: {} };
}

function schemaOf(schema: z.core.$ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...described } = z.toJSONSchema(schema, { io, target: 'draft-2020-12' });
  return described;
}
