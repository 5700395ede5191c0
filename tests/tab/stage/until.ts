/** How long a test waits at most; the machine may be busy. */
const patience = 30_000;

/** Asks until it is so: for what is outside the page, or has no locator to wait for. Fails by itself where it never becomes so. */
export async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + patience;
  while (!(await done())) {
    if (performance.now() > end) throw new Error(`It did not happen: ${done.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
