import { request } from 'node:http';
import { median } from './compare';
import { Wire } from './wire';

export const CONNECTIONS = 16;
const ROUND_MS = 4_000;
const WARM_UP_MS = 2_000;

/** Who answers, and how it is asked for the same things. */
export interface Target {
  port: number;
  headers: Record<string, string>;
  path: (turn: number) => string;
}

/** How many answers came a second, from the register and from the reference. */
export interface Rates {
  rate: number;
  referenceRate: number;
  /** The median of the rounds' own ratios: what else the machine did counts for both sides of a round. */
  ratio: number;
}

export async function ask({ port, headers, path }: Target, turn: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { port, host: '127.0.0.1', path: path(turn), headers, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const body = Buffer.concat(chunks).toString();
          if (response.statusCode === 200) resolve(body);
          else reject(new Error(`${path(turn)} answered ${response.statusCode}: ${body}`));
        });
      },
    );
    asked.on('error', reject).end();
  });
}

/** Asks both in turn, round by round. */
export async function ratesOf(target: Target, reference: Target, rounds: number): Promise<Rates> {
  await rateOf(target, WARM_UP_MS);
  await rateOf(reference, WARM_UP_MS);
  const measured: { mine: number; theirs: number }[] = [];
  for (let round = 0; round < rounds; round += 1)
    measured.push({ mine: await rateOf(target, ROUND_MS), theirs: await rateOf(reference, ROUND_MS) });
  return {
    rate: median(measured.map(({ mine }) => mine)),
    referenceRate: median(measured.map(({ theirs }) => theirs)),
    ratio: median(measured.map(({ mine, theirs }) => mine / theirs)),
  };
}

/** Asks on 16 connections at once for a while; answers how many answers came a second. */
async function rateOf({ port, headers, path }: Target, milliseconds: number): Promise<number> {
  const wires = await Promise.all(Array.from({ length: CONNECTIONS }, () => Wire.to(port)));
  const start = performance.now();
  let turn = 0;
  const worker = async (wire: Wire): Promise<void> => {
    while (performance.now() - start < milliseconds) await wire.ask(path((turn += 1)), headers);
  };
  await Promise.all(wires.map(worker));
  const seconds = (performance.now() - start) / 1000;
  for (const wire of wires) wire.close();
  return turn / seconds;
}
