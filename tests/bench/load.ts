import { Agent, request } from 'node:http';

export const CONNECTIONS = 16;

/** Who answers, and how it is asked for the same things. */
export interface Target {
  port: number;
  headers: Record<string, string>;
  path: (turn: number) => string;
}

export async function ask(target: Target, turn: number, agent?: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const { port, headers } = target;
    const asked = request(
      { port, host: '127.0.0.1', path: target.path(turn), headers, agent },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const body = Buffer.concat(chunks).toString();
          if (response.statusCode === 200) resolve(body);
          else reject(new Error(`${target.path(turn)} answered ${response.statusCode}: ${body}`));
        });
      },
    );
    asked.on('error', reject).end();
  });
}

/** Asks on 16 connections at once for a while; answers how many answers came a second. */
export async function rateOf(target: Target, milliseconds: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const start = performance.now();
  let turn = 0;
  const worker = async (): Promise<void> => {
    while (performance.now() - start < milliseconds) await ask(target, (turn += 1), agent);
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  return turn / seconds;
}
