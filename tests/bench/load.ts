import { request } from 'node:http';
import { median } from './compare';
import type { ProcessorTime } from './processor-time';
import { Wire } from './wire';

export const CONNECTIONS = 16;
const ROUND_MS = 2_000;
const WARM_UP_MS = 1_000;

/** Who answers, and how it is asked for the same things. */
export interface Target {
  port: number;
  headers: Record<string, string>;
  path: (turn: number) => string;
  /** What is posted; without it the path is got. */
  body?: () => object;
}

/** How many answers came a second, from the register and from the reference. */
export interface Rates {
  rate: number;
  referenceRate: number;
  /** The median of the rounds' own ratios: what else the machine did counts for both sides of a round. */
  ratio: number;
  /** What each answer of the register takes of the processor. */
  costs: ProcessorTime;
}

export const ratesLines = (
  { rate, referenceRate, ratio, costs }: Rates,
  beside: string,
  aim: string,
): string[] => [
  `  ${rate.toFixed(0)} a second at ${CONNECTIONS} connections; ${beside}: ${referenceRate.toFixed(0)}`,
  `  ratio ${ratio.toFixed(2)} (aim: ${aim})`,
  `  each takes ${costs.program.toFixed(2)} ms of a core in the program and ${costs.postgres.toFixed(2)} in PostgreSQL`,
];

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

/**
 * Asks both in turn, round by round.
 * @param taken what the register has taken of the processor so far
 */
export async function ratesOf(
  target: Target,
  reference: Target,
  rounds: number,
  taken: () => Promise<ProcessorTime>,
): Promise<Rates> {
  await answersOf(target, WARM_UP_MS);
  await answersOf(reference, WARM_UP_MS);
  const measured: Rates[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const before = await taken();
    const mine = await answersOf(target, ROUND_MS);
    const after = await taken();
    const theirs = await answersOf(reference, ROUND_MS);
    const [rate, referenceRate] = [mine, theirs].map(({ answers, seconds }) => answers / seconds) as [
      number,
      number,
    ];
    measured.push({
      ...{ rate, referenceRate, ratio: rate / referenceRate },
      costs: {
        program: (after.program - before.program) / mine.answers,
        postgres: (after.postgres - before.postgres) / mine.answers,
      },
    });
  }
  const middle = (read: (one: Rates) => number): number => median(measured.map(read));
  return {
    rate: middle(({ rate }) => rate),
    referenceRate: middle(({ referenceRate }) => referenceRate),
    ratio: middle(({ ratio }) => ratio),
    costs: {
      program: middle(({ costs }) => costs.program),
      postgres: middle(({ costs }) => costs.postgres),
    },
  };
}

/** Asks on 16 connections at once for a while; answers how many answers came, and in what time. */
async function answersOf(
  { port, headers, path, body }: Target,
  milliseconds: number,
): Promise<{ answers: number; seconds: number }> {
  const wires = await Promise.all(Array.from({ length: CONNECTIONS }, () => Wire.to(port)));
  const start = performance.now();
  let turn = 0;
  const worker = async (wire: Wire): Promise<void> => {
    while (performance.now() - start < milliseconds) await wire.ask(path((turn += 1)), headers, body?.());
  };
  await Promise.all(wires.map(worker));
  const seconds = (performance.now() - start) / 1000;
  for (const wire of wires) wire.close();
  return { answers: turn, seconds };
}
