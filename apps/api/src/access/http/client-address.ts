import { isIPv6 } from 'node:net';
import type { Request } from 'express';

const MAPPED = '::ffff:';
const ONE_HOUSEHOLD = 4; // groups of an IPv6 address: a /64, which is what one customer gets
const ONE_SITE = 3; // a /48

/** Who a request is counted under: the address, or for IPv6 the network that one customer holds. */
export function clientAddress(request: Request): string {
  const address = plain(request.ip ?? '');
  return isIPv6(address) ? groups(address, ONE_HOUSEHOLD) : address;
}

/** Enough of the address for a person to recognise a sign-in by, and no more. */
export function clientNetwork(request: Request): string {
  const address = plain(request.ip ?? '');
  if (isIPv6(address)) return `${groups(address, ONE_SITE)}::/48`;
  return address.replace(/\.\d+$/, '.0/24');
}

const plain = (ip: string): string => (ip.startsWith(MAPPED) ? ip.slice(MAPPED.length) : ip);

function groups(address: string, count: number): string {
  const [head = '', tail] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...zeros, ...after].slice(0, count).join(':');
}
