/**
 * How large a test is that gets better with size: `small` in `npm test`, `full` in `npm run soak`, which runs the files that use this one.
 * The variable is read here and nowhere else.
 */
export function bySize<T>(sizes: { readonly small: T; readonly full: T }): T {
  const size = process.env['PASSERELLE_TEST_SIZE'] ?? 'small';
  if (size !== 'small' && size !== 'full') throw new Error(`PASSERELLE_TEST_SIZE is small or full, not ${size}`);
  return sizes[size];
}
