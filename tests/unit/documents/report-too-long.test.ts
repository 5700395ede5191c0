import { problemBody, problemOfError, statusOfProblem } from '../../../bot/api/problem';
import { CodedError } from '../../../src/kernel/coded-error';

test.each([
  ['report-too-long', 'report-too-long', 409],
  ['document-failed', 'internal', 500],
] as const)('a file that is not written for %s is refused as %s', (thrown, code, status) => {
  expect(problemOfError(new CodedError(thrown, 'No file'))).toBe(code);
  expect(statusOfProblem(code)).toBe(status);
});

test('whoever asked for a report that is too long reads why, and where the same figures are', () => {
  const about = { language: 'en', correlationId: 'c' } as const;
  expect(problemBody('report-too-long', about).message).toContain('The workbook has the same figures');
});
