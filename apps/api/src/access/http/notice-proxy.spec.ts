import type { Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { describe, expect, it, vi } from 'vitest';
import { noticeProxy } from './notice-proxy';

describe(noticeProxy.name, () => {
  function said(trustProxy: false | number | string, requests: readonly Record<string, string>[]): string[] {
    const warn = vi.fn<(message: string) => void>();
    const notice = noticeProxy({ trustProxy }, { warn } as unknown as Logger);
    const next = vi.fn();
    for (const headers of requests) notice({ headers } as unknown as Request, {} as Response, next);
    expect(next).toHaveBeenCalledTimes(requests.length);
    return warn.mock.calls.map(([message]) => message);
  }

  it.each([{ 'x-forwarded-for': '192.0.2.7' }, { forwarded: 'for=192.0.2.7' }])(
    'says once that a proxy sends %o along and is not trusted, without the address',
    (headers) => {
      const [message = '', ...more] = said(false, [{}, headers, headers]);
      expect(message).toContain('TRUST_PROXY');
      expect(message).not.toContain('192.0.2.7');
      expect(more).toEqual([]);
    },
  );

  it('has nothing to say without a proxy, or of one that is trusted', () => {
    expect(said(false, [{}])).toEqual([]);
    expect(said(1, [{ 'x-forwarded-for': '192.0.2.7' }])).toEqual([]);
  });
});
