import { people, startApi, startIssuer, tokenFor, type TestApi, type TestIssuer } from './api-server';
import { seedSample } from './sample-programme';
import { useTestPorts, type TestPorts } from './test-ports';

/** What a suite of the API works with; made anew before each test, or once before all. */
export interface ApiStage {
  issuer: TestIssuer;
  ports: TestPorts;
  api: TestApi;
  /** A token of HR. */
  hr: string;
  /** Begins again over empty ports, seeded as before. */
  renew(): Promise<void>;
}

/**
 * The API over empty ports for the suite that calls this at its top level, with the sample programme in it unless another seed is given.
 * `once` makes it before all tests, for suites that write nothing.
 */
export function useApiStage({
  seed = (ports) => seedSample(ports),
  once = false,
}: {
  readonly seed?: (ports: TestPorts) => Promise<unknown>;
  readonly once?: boolean;
} = {}): ApiStage {
  const newPorts = useTestPorts();
  const begin = async (): Promise<void> => {
    stage.ports = await newPorts();
    await seed(stage.ports);
    stage.api = await startApi(stage.ports, stage.issuer);
  };
  const renew = async (): Promise<void> => {
    await stage.api.stop();
    await begin();
  };
  const stage = { renew } as ApiStage;
  beforeAll(async () => {
    stage.issuer = await startIssuer();
    stage.hr = await tokenFor(stage.issuer, people.hr);
  });
  (once ? beforeAll : beforeEach)(begin);
  (once ? afterAll : afterEach)(() => stage.api.stop());
  afterAll(() => stage.issuer.stop());
  return stage;
}

/** The seed of a suite that begins with nothing. */
export const nothing = (): Promise<void> => Promise.resolve();
