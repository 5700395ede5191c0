import type { Actor, Ports } from '../domain/ports';
import type { ProgrammePlan } from '../domain/programme-contract';
import { sameAddress } from './keep-link';

/** Why administrators may not be taken out of a plan so. */
export type AdministratorProblem = 'last-administrator' | 'leaves-yourself';

/**
 * Whether the plan may go on with these administrators. A programme that has one never has none: nobody could run it. Whoever takes
 * themselves out says that they know it (`leaving`). One point read, and only where somebody is taken out.
 */
export async function keepAdministrators(
  ports: Ports<'people'>,
  plans: { readonly before: ProgrammePlan; readonly after: ProgrammePlan },
  actor: Actor,
  leaving: boolean,
): Promise<AdministratorProblem | undefined> {
  const { before, after } = plans;
  const stays = (email: string): boolean => after.administrators.some((one) => sameAddress(one.email, email));
  const removed = before.administrators.flatMap(({ email }, index) =>
    stays(email) ? [] : [`administrator-${String(index + 1)}`],
  );
  if (removed.length === 0) return undefined;
  if (after.administrators.length === 0) return 'last-administrator';
  if (leaving) return undefined;
  const own = (await ports.people.get(actor.directoryId, 'membership', before.id))?.value.contacts ?? [];
  return own.some(({ id }) => removed.includes(id)) ? 'leaves-yourself' : undefined;
}
