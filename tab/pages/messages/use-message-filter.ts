import { useSearchParams } from 'wouter';
import { messageStateSchema, type MessageDto } from '../../../src/hr-page/messaging-api-contract';

export interface MessageFilter {
  readonly state?: MessageDto['state'];
  readonly kind?: string;
  /** `participant`, `contact` or `account`, with `person`. */
  readonly to?: string;
  readonly person?: string;
}

/** What of the messages is asked for, as it stands in the address: it stays on a reload and can be sent to a colleague. */
export function useMessageFilter(): readonly [MessageFilter, (filter: MessageFilter) => void] {
  const [params, setParams] = useSearchParams();
  const state = messageStateSchema.options.find((known) => known === params.get('state'));
  const [kind, to, person] = [params.get('kind'), params.get('to'), params.get('person')];
  const filter = {
    ...(state === undefined ? {} : { state }),
    ...(kind === null ? {} : { kind }),
    ...(to === null || person === null ? {} : { to, person }),
  };
  return [
    filter,
    (next) => {
      setParams({ ...next }, { replace: true });
    },
  ];
}

/** The filter as the API is asked. */
export function queryOf(filter: MessageFilter): string {
  const query = new URLSearchParams({ ...filter }).toString();
  return query === '' ? '' : `?${query}`;
}
