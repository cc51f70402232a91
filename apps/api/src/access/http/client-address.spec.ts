import type { Request } from 'express';
import { describe, expect, it } from 'vitest';
import { clientAddress, clientNetwork } from './client-address';

const from = (ip: string): Request => Object.create(null, { ip: { value: ip } }) as Request;

describe('where a request comes from', () => {
  it.each([
    ['192.0.2.17', '192.0.2.17', '192.0.2.0/24'],
    ['::ffff:192.0.2.17', '192.0.2.17', '192.0.2.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2', '2001:db8:1::/48'],
    ['2001:db8::17', '2001:db8:0:0', '2001:db8:0::/48'],
    ['::1', '0:0:0:0', '0:0:0::/48'],
  ])('%s is counted as %s and shown as %s', (ip, address, network) => {
    expect(clientAddress(from(ip))).toBe(address);
    expect(clientNetwork(from(ip))).toBe(network);
  });
});
