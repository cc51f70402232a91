import { describe, expect, it } from 'vitest';
import { isWebAddress } from './web-address';

describe(isWebAddress.name, () => {
  it.each([
    'https://vonk.example/over?q=1#top',
    'HTTP://vonk.example:8080',
    'www.vonk.example',
    'vonk.example:8080/pad',
    'https://één.example/b%20c',
    'https://[::1]:3000/',
    'localhost',
  ])('takes %s', (text) => {
    expect(isWebAddress(text)).toBe(true);
  });

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'javascript://vonk.example/%0aalert(1)',
    'data:text/html,x',
    'mailto:anna@vonk.example',
    'ftp://vonk.example',
    'https://',
    'https:///pad',
    'http:vonk.example',
    '//vonk.example',
    'vonk.example/"onclick=',
    'vonk example',
    'https://vonk.example:99999999',
    '?',
    'anna@vonk.example',
  ])('refuses %s', (text) => {
    expect(isWebAddress(text)).toBe(false);
  });
});
