import type { RoleName } from '../member/roles';

/**
 * What a route asks of the caller. `open`: no token (it tells nothing about anybody). `signed-in`: any person of the tenant; the use
 * case answers with what belongs to them. A list: one of these roles in the programme of the path.
 */
export type RouteAudience = 'open' | 'signed-in' | readonly RoleName[];

export interface RouteRule {
  readonly method: 'GET' | 'PUT' | 'POST';
  /** Below `/api/v1`; parameters in braces. */
  readonly path: string;
  readonly who: RouteAudience;
}

const administrator: readonly RoleName[] = ['administrator'];

/** Every route of the tab's API. What is not listed here does not exist and cannot be allowed. */
export const routes = {
  'openapi-read': { method: 'GET', path: '/openapi.json', who: 'open' },
  'me-read': { method: 'GET', path: '/me', who: 'signed-in' },
  'action-perform': { method: 'POST', path: '/actions', who: 'signed-in' },
  'programmes-list': { method: 'GET', path: '/programmes', who: 'signed-in' },
  'programme-read': { method: 'GET', path: '/programmes/{id}', who: administrator },
  'plan-read': { method: 'GET', path: '/programmes/{id}/plan', who: administrator },
  'plan-save': { method: 'PUT', path: '/programmes/{id}/plan', who: administrator },
  'questions-read': { method: 'GET', path: '/programmes/{id}/questions', who: administrator },
  'questions-save': { method: 'PUT', path: '/programmes/{id}/questions', who: administrator },
  'needs-poll-read': { method: 'GET', path: '/programmes/{id}/needs-poll', who: administrator },
  'needs-poll-open': { method: 'POST', path: '/programmes/{id}/needs-poll', who: administrator },
  'needs-poll-objective': { method: 'POST', path: '/programmes/{id}/needs-poll/objectives', who: administrator },
  'needs-poll-csv': { method: 'GET', path: '/programmes/{id}/needs-poll.csv', who: administrator },
  'pledge-request': { method: 'POST', path: '/programmes/{id}/pledge-request', who: administrator },
  'enrolment-open': { method: 'POST', path: '/programmes/{id}/open', who: administrator },
  'people-check': { method: 'POST', path: '/programmes/{id}/people/check', who: administrator },
  'people-confirm': {
    method: 'POST',
    path: '/programmes/{id}/people/imports/{importId}/confirm',
    who: administrator,
  },
  'people-list': { method: 'GET', path: '/programmes/{id}/people', who: administrator },
  'person-link': {
    method: 'POST',
    path: '/programmes/{id}/people/{personId}/link',
    who: administrator,
  },
  'link-confirm': {
    method: 'POST',
    path: '/programmes/{id}/people/{personId}/link/confirm',
    who: administrator,
  },
  'link-withdraw': {
    method: 'POST',
    path: '/programmes/{id}/people/{personId}/link/withdraw',
    who: administrator,
  },
  'departure-read': { method: 'GET', path: '/programmes/{id}/people/{personId}/departure', who: administrator },
  'person-withdraw': {
    method: 'POST',
    path: '/programmes/{id}/people/{personId}/withdraw',
    who: administrator,
  },
  'person-return': {
    method: 'POST',
    path: '/programmes/{id}/people/{personId}/return',
    who: administrator,
  },
  'reach-start': { method: 'POST', path: '/programmes/{id}/reach', who: administrator },
  'draft-start': { method: 'POST', path: '/programmes/{id}/drafts', who: administrator },
  'drafts-list': { method: 'GET', path: '/programmes/{id}/drafts', who: administrator },
  'draft-latest': { method: 'GET', path: '/programmes/{id}/drafts/latest', who: administrator },
  'draft-read': { method: 'GET', path: '/programmes/{id}/drafts/{draftId}', who: administrator },
  'draft-list': { method: 'GET', path: '/programmes/{id}/drafts/{draftId}/list', who: administrator },
  'draft-choices': {
    method: 'PUT',
    path: '/programmes/{id}/drafts/{draftId}/choices',
    who: administrator,
  },
  'draft-change': {
    method: 'POST',
    path: '/programmes/{id}/drafts/{draftId}/changes',
    who: administrator,
  },
  'draft-partners': { method: 'GET', path: '/programmes/{id}/drafts/{draftId}/partners', who: administrator },
  'draft-suggestions': {
    method: 'POST',
    path: '/programmes/{id}/drafts/{draftId}/suggestions',
    who: administrator,
  },
  'draft-publish': {
    method: 'POST',
    path: '/programmes/{id}/drafts/{draftId}/publish',
    who: administrator,
  },
  'proposal-withdraw': {
    method: 'POST',
    path: '/programmes/{id}/proposals/withdraw',
    who: administrator,
  },
  'board-read': { method: 'GET', path: '/programmes/{id}/board', who: administrator },
  'board-page-read': { method: 'GET', path: '/programmes/{id}/board/pages/{pageId}', who: administrator },
  'board-csv': { method: 'GET', path: '/programmes/{id}/board.csv', who: administrator },
  'messages-list': { method: 'GET', path: '/programmes/{id}/messages', who: administrator },
  'messages-count': { method: 'GET', path: '/programmes/{id}/messages/totals', who: administrator },
  'message-days': { method: 'GET', path: '/programmes/{id}/messages/days', who: administrator },
  'messages-unreached': { method: 'GET', path: '/programmes/{id}/messages/unreached', who: administrator },
  'unreached-retry': {
    method: 'POST',
    path: '/programmes/{id}/messages/unreached/{to}/{personId}/retry',
    who: administrator,
  },
  'message-retry': {
    method: 'POST',
    path: '/programmes/{id}/messages/{messageId}/retry',
    who: administrator,
  },
  'jobs-list': { method: 'GET', path: '/programmes/{id}/jobs', who: administrator },
  'job-read': { method: 'GET', path: '/programmes/{id}/jobs/{jobId}', who: administrator },
  'job-retry': { method: 'POST', path: '/programmes/{id}/jobs/{jobId}/retry', who: administrator },
  'job-cancel': { method: 'POST', path: '/programmes/{id}/jobs/{jobId}/cancel', who: administrator },
  'my-page': { method: 'GET', path: '/programmes/{id}/me', who: ['participant', 'delegate'] },
  'my-plan': { method: 'GET', path: '/programmes/{id}/me/pairs/{pairId}/plan', who: ['participant'] },
  'my-comments': { method: 'GET', path: '/programmes/{id}/me/comments', who: ['participant'] },
  'comments-read': { method: 'GET', path: '/programmes/{id}/comments', who: administrator },
  'results-read': { method: 'GET', path: '/programmes/{id}/results', who: ['sponsor', 'administrator'] },
  'results-csv': { method: 'GET', path: '/programmes/{id}/results.csv', who: ['sponsor', 'administrator'] },
  'results-xlsx': { method: 'GET', path: '/programmes/{id}/results.xlsx', who: ['sponsor', 'administrator'] },
  'board-report': { method: 'GET', path: '/programmes/{id}/board-report.pdf', who: ['sponsor', 'administrator'] },
  'progress-read': { method: 'GET', path: '/programmes/{id}/progress', who: ['sponsor', 'administrator'] },
  'pilot-read': { method: 'GET', path: '/programmes/{id}/pilot', who: ['sponsor', 'administrator'] },
  'moves-read': { method: 'GET', path: '/programmes/{id}/moves', who: ['sponsor', 'administrator'] },
  'moves-save': { method: 'PUT', path: '/programmes/{id}/moves/{months}', who: administrator },
  'progress-csv': { method: 'GET', path: '/programmes/{id}/progress.csv', who: ['sponsor', 'administrator'] },
  'steering-read': { method: 'GET', path: '/programmes/{id}/steering', who: administrator },
  'steering-report': { method: 'GET', path: '/programmes/{id}/steering.pdf', who: administrator },
  'sponsor-page': { method: 'GET', path: '/programmes/{id}/sponsor', who: ['sponsor', 'administrator'] },
} as const satisfies Readonly<Record<string, RouteRule>>;

export type RouteName = keyof typeof routes;
