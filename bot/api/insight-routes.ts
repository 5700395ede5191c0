import { readResults } from '../../src/insight/read-results';
import { resultsSchema } from '../../src/insight/results-contract';
import type { ApiDeps } from './api-deps';
import { answered, endpoint, refuse, type Endpoint } from './endpoint';

/** What is told of all answers of a programme. */
export function insightRoutes({ ports }: ApiDeps): readonly Endpoint[] {
  return [
    endpoint({
      name: 'results-read',
      summary:
        'The frozen figures of every round that has closed, and what can be expected before. What is hidden is left out, without a cause.',
      answer: resultsSchema,
      handle: async ({ params }) => {
        const results = await readResults(ports, params['id'] ?? '');
        return results.ok ? answered(results.value) : refuse(results.reason);
      },
    }),
  ];
}
