import { Temporal } from 'temporal-polyfill';
import { cardAbout } from '../domain/card';
import type { CharterAcceptance } from '../domain/charter';
import { acceptCharterAs, hasAcceptedCharter } from '../domain/charter-rules';
import { isOverFor } from '../domain/pair-ending-rules';
import { vaultOf, type PairVault } from '../domain/pair-vault';
import type { Saving } from '../domain/ports';
import { conflict } from '../domain/unit-of-work';
import { noticed } from '../member/action-outcome';
import { current, notFound, unitOf, type Press, type PressAnswer } from '../member/press';
import { savePress } from '../member/save-press';
import { readCharter } from '../pair/read-charter';
import { loadOwnPair } from '../pair-ending/load-own-pair';
import { charterVersion, charterWords } from './charter-words';
import { charterView } from './show-charter';

export interface AcceptCharterInput {
  readonly pairId: string;
  /** Version of the words that the card showed. */
  readonly version: number;
}

/**
 * A person's yes to the charter of their pair. The words go into the vault first, then that this side has accepted into the programme; of
 * a press that ended in between a repeat completes the rest, and keeps words and day. Nothing is
 * counted: who has accepted is for the two alone. A repeat, an earlier version's card and a pair that is over change nothing.
 */
export async function acceptCharter(
  press: Press<Saving | 'people', PairVault>,
  { pairId, version }: AcceptCharterInput,
): Promise<PressAnswer> {
  const { ports, member, context } = press;
  const programme = member.programme.value;
  const it = await loadOwnPair(press, pairId);
  if (it === undefined) return notFound(press);
  if (programme.state === 'closed') return noticed('programme-closed', member.reader);
  const before = it.pair.value;
  const charter = await readCharter(ports, programme.id, before, it.side);
  const isOver = isOverFor(it.side, it, it.ending?.value);
  if (isOver || charter.accepted !== undefined || version !== charterVersion)
    return current(press, await charterView(press, it, before, charter));
  const { timeZone } = it.me.value.profile;
  const kept = await keepInVault(ports, vaultOf(programme.id, pairId), {
    participantId: it.me.key,
    side: it.side,
    version,
    words: charterWords(member.reader.language),
    acceptedOn: Temporal.Instant.from(context.now).toZonedDateTimeISO(timeZone).toPlainDate().toString(),
  });
  if (kept === conflict) return conflict;
  const after = hasAcceptedCharter(before, it.side) ? before : acceptCharterAs(before, it.side);
  const unit = unitOf(press, 'pair').replace('pair', it.pair, after);
  // It stands on the introduction and is spoken of on the cards of the first session.
  for (const about of [cardAbout.pair(pairId), cardAbout.session(pairId, 1)])
    unit.editCards({ to: 'participant', id: it.me.key }, about);
  return savePress(press, unit, await charterView(press, it, after, { ...charter, accepted: kept }));
}

/** The acceptance as it lies in the vault from now on: one of the same words that is there already stays as it is. */
async function keepInVault(
  { pairs }: PairVault,
  vault: string,
  acceptance: CharterAcceptance,
): Promise<CharterAcceptance | typeof conflict> {
  const { participantId: key, version } = acceptance;
  const there = await pairs.get(vault, 'charter', key);
  if (there?.value.version === version) return there.value;
  const write = { kind: 'charter', key, value: acceptance } as const;
  const written = await pairs.commit(vault, [
    there === undefined ? { op: 'insert', ...write } : { op: 'replace', ...write, etag: there.etag },
  ]);
  return written.ok ? acceptance : conflict;
}
