import { createTokenSource } from '../../tab/api/token-source';
import { tokenUntil } from './stage/teams-host-page';

describe('the token of a call', () => {
  const start = 1_000_000_000_000;

  it('is kept until five minutes before its end', async () => {
    let now = start;
    const request = jest.fn(() => Promise.resolve(tokenUntil(start / 1000 + 3600)));
    const token = createTokenSource(request, () => now);
    await token();
    now = start + 3_299_000;
    await token();
    expect(request).toHaveBeenCalledTimes(1);
    now = start + 3_301_000;
    await token();
    expect(request).toHaveBeenCalledTimes(2);
  });

  it('is asked for once by calls that start together', async () => {
    const request = jest.fn(() => Promise.resolve(tokenUntil(start / 1000 + 3600)));
    const token = createTokenSource(request, () => start);
    await Promise.all([token(), token(), token()]);
    expect(request).toHaveBeenCalledTimes(1);
  });

  it('is asked for anew when the server found it too old', async () => {
    const request = jest.fn(() => Promise.resolve(tokenUntil(start / 1000 + 3600)));
    const token = createTokenSource(request, () => start);
    await token();
    await token(true);
    expect(request.mock.calls).toEqual([[], [start / 1000 - 300]]);
  });

  it('is asked for anew though an earlier call still waits for the kept one, and once for all who want it', async () => {
    const request = jest.fn((issuedAfter?: number) => Promise.resolve(issuedAfter === undefined ? 'kept' : 'young'));
    const token = createTokenSource(request, () => start);
    expect(await Promise.all([token(), token(true), token(), token(true)])).toEqual(['kept', 'young', 'kept', 'young']);
    expect(request).toHaveBeenCalledTimes(2);
  });

  it('is not kept when its end cannot be read, and asked for again after a refusal', async () => {
    const request = jest.fn(() => Promise.resolve('not-a-token'));
    const token = createTokenSource(request, () => start);
    await token();
    await token();
    expect(request).toHaveBeenCalledTimes(2);
    request.mockRejectedValueOnce(new Error('no consent'));
    await expect(token()).rejects.toThrow('no consent');
    await expect(token()).resolves.toBe('not-a-token');
  });
});
