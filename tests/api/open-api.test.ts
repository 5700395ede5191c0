import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { routes } from '../../src/dispatch/routes';
import { call } from '../helpers/api-server';
import { nothing, useApiStage } from '../helpers/api-stage';
import { expectGolden, expectNoOrphans } from '../helpers/compare-golden';

const stage = useApiStage({ once: true, seed: nothing });

/** The validator is an ES module, which jest does not load: it runs beside. */
const validator = `
  import { Validator } from '@seriousme/openapi-schema-validator';
  let text = '';
  for await (const chunk of process.stdin) text += chunk;
  console.log(JSON.stringify(await new Validator().validate(JSON.parse(text))));`;

function validate(description: unknown): { valid: boolean; errors?: unknown } {
  const out = execFileSync(process.execPath, ['--input-type=module', '-e', validator], {
    input: JSON.stringify(description),
    cwd: join(__dirname, '..', '..'),
  });
  return JSON.parse(out.toString()) as { valid: boolean };
}

describe('The description of the API', () => {
  it('is valid OpenAPI 3.1, and read without a token', async () => {
    const answer = await call(stage.api, 'GET', '/openapi.json');
    expect(answer.status).toBe(200);
    expect(answer.body.openapi).toBe('3.1.0');
    expect(validate(answer.body)).toEqual({ valid: true });
    expect(validate({ ...answer.body, paths: { x: 1 } }).valid).toBe(false);
  });

  it('has every route that is in the closed list, and no other', async () => {
    const { paths } = (await call(stage.api, 'GET', '/openapi.json')).body as {
      paths: Record<string, Record<string, { operationId: string }>>;
    };
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => `${operationId} ${method.toUpperCase()} ${path}`),
    );
    expect(described.sort()).toEqual(
      Object.entries(routes)
        .map(([name, rule]) => `${name} ${rule.method} ${rule.path}`)
        .sort(),
    );
  });

  it('is the golden one, so that whoever calls the API sees every change of it', async () => {
    const { body } = await call(stage.api, 'GET', '/openapi.json');
    expectGolden('tests/api/golden/openapi.json', `${JSON.stringify(body, null, 2)}\n`);
    expectNoOrphans('tests/api/golden', ['my-page-steps.txt', 'openapi.json']);
  });

  it('says what a plan may hold, field by field', async () => {
    const { paths } = (await call(stage.api, 'GET', '/openapi.json')).body;
    const plan = paths['/programmes/{id}/plan'].put.requestBody.content['application/json'].schema;
    expect(plan.additionalProperties).toBe(false);
    expect(plan.required.sort()).toEqual(['id', 'name', 'startsOn']);
    expect(plan.properties.months).toMatchObject({ minimum: 3, maximum: 6 });
  });
});
