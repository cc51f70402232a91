import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Response } from 'express';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inPieces, type Pieces } from './in-pieces';

/** Answers under way, in the order in which they were asked. */
const underWay: { pieces: Pieces; response: Response }[] = [];
const server = createServer(
  express().get(
    '/',
    (request, response) => void underWay.push({ pieces: inPieces(request, response), response }),
  ),
);
beforeAll(() => once(server.listen(0, '127.0.0.1'), 'listening'));
afterAll(() => server.close());

const ask = async (encoding: string, signal?: AbortSignal) => {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const count = underWay.length;
  const answer = fetch(url, { headers: { 'Accept-Encoding': encoding }, ...(signal && { signal }) });
  await expect.poll(() => underWay.length).toBe(count + 1);
  const begun = underWay[count];
  if (!begun) throw new Error('Nobody answers');
  return { answer, ...begun };
};

it.each(['gzip', 'identity'])('sends each piece before the next is there: %s', async (encoding) => {
  const { answer, pieces } = await ask(encoding);
  pieces.write('one ');
  const reader = (await answer).body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toBe('one ');
  pieces.end('two');
  expect((await reader?.read())?.value).toBe('two');
});

it.each(['gzip', 'identity'])('takes no harm where the reader went away: %s', async (encoding) => {
  const leaving = new AbortController();
  const { answer, pieces, response } = await ask(encoding, leaving.signal);
  pieces.write('one ');
  await answer;
  leaving.abort();
  await expect.poll(() => response.closed).toBe(true);
  pieces.write('two ');
  pieces.end('three');
  const other = await ask(encoding);
  other.pieces.end('still here');
  expect(await (await other.answer).text()).toBe('still here');
});
