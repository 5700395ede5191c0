import type { Actor } from '../domain/ports';
import type { Instant } from '../kernel/clock';
import { ok, refused, type Result } from '../kernel/result';
import type { Language } from '../language/languages';
import { loadMember } from '../member/load-member';
import type { MyPage } from '../own-page/api-contract';
import { drawMyPage } from '../own-page/my-page';
import { pairPorts, type AllPorts } from './all-ports';
import { bindOwnSheet } from './own-sheets';

/** The own page of whoever asks, with their own sheets of surveys; to whoever has no part in the programme it does not exist. */
export async function readMyPage(
  all: AllPorts,
  actor: Actor,
  programmeId: string,
  now: Instant,
  language: Language = 'en',
): Promise<Result<MyPage, 'not-found'>> {
  const ports = pairPorts(all);
  const member = await loadMember(ports, actor, programmeId);
  if (member === undefined) return refused('not-found');
  const ownSheet = bindOwnSheet(all, programmeId, member.participant?.key);
  return ok(await drawMyPage(ports, { member, ownSheet }, now, language));
}

/** The same with its ports already given: what the edge of the tab receives. */
export type ReadMyPage = (
  actor: Actor,
  programmeId: string,
  now: Instant,
  language?: Language,
) => ReturnType<typeof readMyPage>;
