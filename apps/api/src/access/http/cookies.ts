import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ACCESS_OPTIONS, isHttps, type AccessOptions } from '../access-options';

const PREFIX = '__Host-';

/**
 * Our cookies: out of reach of scripts and of other sites' requests. Over TLS the browser is told (by the prefix) to
 * take them from this very host only, so that a neighbouring site cannot plant one.
 */
@Injectable()
export class Cookies {
  private readonly isHttps: boolean;

  constructor(@Inject(ACCESS_OPTIONS) options: AccessOptions) {
    this.isHttps = isHttps(options);
  }

  read(request: Request, name: string): string | undefined {
    const wanted = `${this.fullName(name)}=`;
    const pair = request.headers.cookie
      ?.split(';')
      .map((part) => part.trim())
      .find((part) => part.startsWith(wanted));
    return pair?.slice(wanted.length);
  }

  write(response: Response, name: string, value: string, maxAgeMs: number): void {
    response.cookie(this.fullName(name), value, { ...this.attributes(response), maxAge: maxAgeMs });
  }

  clear(response: Response, name: string): void {
    response.clearCookie(this.fullName(name), this.attributes(response));
  }

  private attributes(response: Response) {
    const secure = this.isHttps || response.req.secure;
    return { httpOnly: true, sameSite: 'lax', secure, path: '/' } as const;
  }

  private fullName(name: string): string {
    return this.isHttps ? PREFIX + name : name;
  }
}
