import cluster from 'node:cluster';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { relayQuestions } from './peers';
import type { Fork, Part } from './supervisor';

/** What a process is told by its arguments, beside its number: that it is the first. */
const FIRST = 'first';

/** Begins processes of the program itself that serve one port together. */
export function forking(): Fork {
  const exec = ['.', '..'].map((folder) => join(import.meta.dirname, folder, 'main.js')).find(existsSync);
  relayQuestions();
  return ({ number, isFirst }) => {
    cluster.setupPrimary({
      ...(exec !== undefined && { exec }),
      args: [String(number), ...(isFirst ? [FIRST] : [])],
      execArgv: ['--enable-source-maps'],
    });
    return cluster.fork();
  };
}

/** Which of them this one is; one that serves alone is the first. */
export function ownPart(): Part {
  if (!cluster.isWorker) return { number: 1, isFirst: true };
  const [number, mark] = process.argv.slice(2);
  return { number: Number(number), isFirst: mark === FIRST };
}
