import { parentPort, workerData } from 'node:worker_threads';

/** In a thread: does the work that the thread was started with and tells the answer. A failure ends the thread, which whoever started it hears. */
export function answerInThread(perform: (work: never) => Promise<unknown>): void {
  void perform(workerData as never).then((answer) => {
    parentPort?.postMessage(answer);
  });
}
