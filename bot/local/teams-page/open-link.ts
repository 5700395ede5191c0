/** What a link of Teams leads to, as far as Local Teams can go there itself. */
export type LinkTarget =
  { readonly kind: 'chat'; readonly who: string } | { readonly kind: 'tab'; readonly subPage?: string };

type LinkListener = (target: LinkTarget) => void;

let listener: LinkListener | undefined;

/** Says who takes links into Teams; returns how to stop. */
export function takeTeamsLinks(take: LinkListener): () => void {
  listener = take;
  return () => {
    if (listener === take) listener = undefined;
  };
}

/** Opens a link as Teams does: its own links inside, all others in a new window. */
export function openLink(url: string): void {
  const target = readTeamsLink(url);
  if (target && listener) listener(target);
  else window.open(url, '_blank', 'noopener');
}

/** Reads a deep link to a chat (`/l/chat/0/0?users=`) or to our tab (`/l/entity/...`). */
export function readTeamsLink(url: string): LinkTarget | undefined {
  let link: URL;
  try {
    link = new URL(url);
  } catch {
    return undefined;
  }
  if (link.hostname !== 'teams.microsoft.com' && link.hostname !== 'teams.cloud.microsoft') return undefined;
  if (link.pathname.startsWith('/l/chat/')) return { kind: 'chat', who: link.searchParams.get('users') ?? '' };
  if (!link.pathname.startsWith('/l/entity/')) return undefined;
  const subPage = subPageOf(link.searchParams.get('context'));
  return subPage === undefined ? { kind: 'tab' } : { kind: 'tab', subPage };
}

function subPageOf(context: string | null): string | undefined {
  if (context === null) return undefined;
  try {
    const { subEntityId, subPageId } = JSON.parse(context) as { subEntityId?: unknown; subPageId?: unknown };
    const id = subPageId ?? subEntityId;
    return typeof id === 'string' ? id : undefined;
  } catch {
    return undefined;
  }
}
