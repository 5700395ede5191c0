import { useRef, useState } from 'react';
import type { Answer, Call, ShownProblem } from './api-client';
import { useApi } from './api-context';

export interface Command {
  readonly busy: boolean;
  readonly problem: ShownProblem | undefined;
  /** Sends once at a time; undefined when it was refused, and then `problem` says why. */
  run<T>(call: Call<T>): Promise<T | undefined>;
  forget(): void;
}

/** One thing the reader can do: is it under way, was it refused. Refreshes `touches` when it is done. */
export function useCommand(touches: string): Command {
  const { client, store } = useApi();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ShownProblem>();
  const underWay = useRef(false);

  async function run<T>(call: Call<T>): Promise<T | undefined> {
    if (underWay.current) return undefined;
    underWay.current = true;
    setBusy(true);
    setProblem(undefined);
    const answer: Answer<T> = await client.send({ method: 'POST', ...call });
    underWay.current = false;
    setBusy(false);
    if (answer.kind === 'value') {
      store.refresh(touches);
      return answer.value;
    }
    if (answer.kind === 'problem') {
      setProblem(answer.problem);
      store.refresh(touches);
    }
    return undefined;
  }

  return {
    busy,
    problem,
    run,
    forget: () => {
      setProblem(undefined);
    },
  };
}
