import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A path inside the project. */
export const at = (...parts) => join(ROOT, ...parts);

/** Says what goes on. Never on stdout: that belongs to the program being started. */
export const say = (text) => process.stderr.write(`${text}\n`);

export const sha256 = (content) => createHash('sha256').update(content).digest('hex');

export function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Settings that a person keeps in `.env`; what the environment has already goes first. */
export function readDotEnv() {
  if (existsSync(at('.env'))) process.loadEnvFile(at('.env'));
}

/** Ends the program with a sentence instead of a stack trace. */
export class Refusal extends Error {}

export async function main(work) {
  try {
    const code = await work();
    if (code) process.exitCode = code;
  } catch (error) {
    say(error instanceof Refusal ? error.message : error.stack);
    process.exitCode = 1;
  }
}

/**
 * Runs a Node program of ours or of a package to its end. Its stdout goes to our stderr unless `output` says
 * otherwise: 'inherit', or 'collect' to get both streams back as text.
 * A signal given to us is passed on, so that nothing stays behind. With a `niceness` it runs behind what has none.
 */
export function runNode(args, { env = {}, output = 'stderr', niceness = 0 } = {}) {
  const stdout = { stderr: 2, inherit: 1, collect: 'pipe' }[output];
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', stdout, output === 'collect' ? 'pipe' : 2],
  });
  if (niceness > 0 && child.pid) setPriority(child.pid, niceness);
  const pass = (signal) => child.kill(signal);
  process.on('SIGTERM', pass).on('SIGINT', pass);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (text += chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      process.off('SIGTERM', pass).off('SIGINT', pass);
      if (signal) process.exit(128 + constants.signals[signal]);
      resolve({ code, text: process.stderr.isTTY ? text : stripVTControlCharacters(text) });
    });
  });
}
