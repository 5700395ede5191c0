import type { DraftsDto } from '../../../src/draft/api-contract';
import type { Formats } from '../../lib/formats';
import type { Translate } from '../../lib/translate';

type Draft = DraftsDto['drafts'][number];

/** A draft in a list of drafts: when it was asked for, and what came of it. */
export function draftName(draft: Draft, { t, format }: { readonly t: Translate; readonly format: Formats }): string {
  const when = format.moment(draft.createdAt);
  if (draft.renewal === true && draft.state === 'ready')
    return t('studio.draft-renewal', { when, count: draft.pairCount });
  if (draft.state === 'ready') return t('studio.draft-name', { when, count: draft.pairCount, points: draft.total });
  if (draft.state === 'published') return t('studio.draft-published', { when, count: draft.pairCount });
  return t('studio.draft-state', { when, state: draft.state });
}
