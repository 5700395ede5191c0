/* global jest */
// A real browser on a busy machine can miss a moment; what fails is printed, and tried once more before it counts.
jest.retryTimes(1, { logErrorsBeforeRetry: true });
