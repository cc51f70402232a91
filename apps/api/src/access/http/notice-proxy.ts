import { Logger } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import type { AccessOptions } from '../access-options';

/**
 * Behind a proxy that is not trusted everybody comes from the proxy's address: one person who mistypes locks out
 * others, and sessions show the wrong network. The first request that a proxy sent along says so in the log, once.
 */
export function noticeProxy({ trustProxy }: Pick<AccessOptions, 'trustProxy'>, logger = new Logger('Proxy')) {
  let isSaid = trustProxy !== false;
  return (request: Request, _response: Response, next: NextFunction): void => {
    const isForwarded = request.headers['x-forwarded-for'] ?? request.headers.forwarded;
    if (!isSaid && isForwarded !== undefined) {
      isSaid = true;
      logger.warn(
        'A request came through a proxy (X-Forwarded-For), and TRUST_PROXY is not set: everybody seems to come from ' +
          'the address of the proxy. Set TRUST_PROXY to the number of proxies in front of this program, such as 1.',
      );
    }
    next();
  };
}
