import { plusMilliseconds, type Instant } from '../../../src/kernel/clock';
import { pressableActions } from '../../local/teams-service/card-actions';
import type { TeamsService } from '../../local/teams-service/teams-service';
import type { Chance } from './chance';
import { react, type Reaction } from './simulated-person';

const hour = 3_600_000;
const adaptiveCard = 'application/vnd.microsoft.card.adaptive';

interface Intention extends Reaction {
  readonly at: Instant;
  readonly directoryId: string;
  readonly activityId: string;
}

/** People who look at the cards they get and press them, late, early, or never. */
export class SimulatedPeople {
  private readonly intentions: Intention[] = [];
  private readonly seen = new Map<string, number>();
  private read = 0;
  /** Presses the bot did not answer as a person would expect. */
  readonly complaints: string[] = [];

  constructor(
    private readonly teams: TeamsService,
    private readonly chance: Chance,
  ) {}

  /** When somebody next wants to press something. */
  next(): Instant | undefined {
    return this.intentions.reduce<Instant | undefined>(
      (first, { at }) => (first === undefined || at < first ? at : first),
      undefined,
    );
  }

  /** Looks at what came since the last look and decides about each new card. */
  look(now: Instant): void {
    const news = this.teams.journal(this.read);
    this.read += news.length;
    for (const entry of news) {
      if (entry.kind !== 'send' || entry.personDirectoryId === undefined || entry.activityId === undefined) continue;
      const cards = (entry.activity?.attachments ?? []).filter((attachment) => attachment.contentType === adaptiveCard);
      for (const card of cards) this.consider(entry.personDirectoryId, entry.activityId, card.content, now);
    }
  }

  /**
   * Presses everything that is due, one after the other so that who comes first is the seed's, and returns how much that was; a card that
   * has changed meanwhile is left alone, as a person would.
   */
  async act(now: Instant): Promise<number> {
    const due = this.intentions
      .filter(({ at }) => at <= now)
      .sort((a, b) => (a.at === b.at ? this.order(a, b) : a.at < b.at ? -1 : 1));
    for (const intention of due) this.intentions.splice(this.intentions.indexOf(intention), 1);
    for (const intention of due) await this.press(intention, now);
    return due.length;
  }

  /** Nobody is always the first of those who act at one moment; a person's own cards are pressed in the order they came. */
  private order(a: Intention, b: Intention): number {
    if (a.directoryId === b.directoryId) return a.activityId < b.activityId ? -1 : 1;
    const turn = ({ at, directoryId }: Intention): number => this.chance.draw('turn', at, directoryId);
    return turn(a) - turn(b);
  }

  private async press({ directoryId, activityId, verb, inputs }: Intention, now: Instant): Promise<void> {
    const message = this.teams.conversation(directoryId).find((shown) => shown.id === activityId);
    const offered = (message?.cards ?? []).flatMap((card) => pressableActions(card, '1.5'));
    if (!offered.some((action) => action.verb === verb)) return;
    const result = await this.teams.press(directoryId, activityId, verb, inputs);
    if (result.outcome === 'card') this.consider(directoryId, activityId, result.card, now, verb);
    else this.complaints.push(`${verb}: ${result.outcome}`);
  }

  private consider(directoryId: string, activityId: string, card: unknown, now: Instant, afterVerb?: string): void {
    const actions = pressableActions(card, '1.5').filter((action) => action.verb !== undefined);
    const verbs = actions.map((action) => action.verb ?? '');
    const [main] = verbs;
    if (main === undefined) return;
    const key = `${directoryId}|${main}`;
    const occurrence = (this.seen.get(key) ?? 0) + 1;
    this.seen.set(key, occurrence);
    const { pairId, number, surveyRound } = actions[0]?.data ?? {};
    const meeting = typeof pairId === 'string' ? { meeting: `${pairId}|${String(number)}` } : {};
    const reaction = react(
      directoryId,
      {
        verbs,
        inputs: inputsOf(card),
        occurrence,
        ...meeting,
        ...(typeof surveyRound === 'string' ? { surveyRound } : {}),
        ...(afterVerb === undefined ? {} : { afterVerb }),
      },
      this.chance,
    );
    if (reaction === undefined) return;
    this.intentions.push({
      ...reaction,
      directoryId,
      activityId,
      at: atAMoment(now, afterVerb === undefined ? reaction.afterHours : 1),
    });
  }
}

/** People act every sixth hour, so that a rehearsal has few moments. */
function atAMoment(now: Instant, hours: number): Instant {
  const moment = 6 * hour;
  return new Date(Math.ceil(Date.parse(plusMilliseconds(now, hours * hour)) / moment) * moment).toISOString();
}

/** Ids and choices of the inputs anywhere in the card; a scale of numbers offers its numbers. */
function inputsOf(card: unknown): readonly { readonly id: string; readonly choices: readonly string[] }[] {
  if (Array.isArray(card)) return card.flatMap(inputsOf);
  if (typeof card !== 'object' || card === null) return [];
  const node = card as Record<string, unknown>;
  const inside = Object.values(node).flatMap(inputsOf);
  if (typeof node['type'] !== 'string' || !node['type'].startsWith('Input.') || typeof node['id'] !== 'string')
    return inside;
  const choices = Array.isArray(node['choices']) ? node['choices'] : [];
  return [
    {
      id: node['id'],
      choices: choices.flatMap((choice: { value?: unknown }) =>
        typeof choice.value === 'string' ? [choice.value] : [],
      ),
    },
    ...inside,
  ];
}
