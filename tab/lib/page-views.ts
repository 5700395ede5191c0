import type { ProgrammeEntryDto } from '../../src/hr-page/me-api-contract';

/** What a person can look at: a programme as HR, as its sponsor, or their own part in it. */
export interface PageView {
  readonly kind: 'hr' | 'me' | 'sponsor';
  readonly programme: ProgrammeEntryDto;
  readonly path: string;
}

/** The pages a person has by their roles, HR's first, their own next. */
export function pageViews(programmes: readonly ProgrammeEntryDto[]): readonly PageView[] {
  const hr = programmes.filter(({ roles }) => roles.includes('administrator'));
  const own = programmes.filter(({ roles }) => roles.includes('participant') || roles.includes('delegate'));
  const sponsored = programmes.filter(({ roles }) => roles.includes('sponsor'));
  return [
    ...hr.map((programme): PageView => ({ kind: 'hr', programme, path: `/programmes/${programme.id}` })),
    ...own.map((programme): PageView => ({ kind: 'me', programme, path: `/me/${programme.id}` })),
    ...sponsored.map((programme): PageView => ({ kind: 'sponsor', programme, path: `/sponsor/${programme.id}` })),
  ];
}
