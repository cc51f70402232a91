import cluster, { type Worker } from 'node:cluster';
import { randomUUID } from 'node:crypto';

/** One that does not answer in time, because it computes, is left out. */
const PATIENCE_MS = 1_000;

/** Between the processes that serve one port, by way of the one that began them; all on this machine, all ours. */
type Message =
  | { kind: 'question' | 'request'; id: string }
  | { kind: 'answer'; id: string; answer: unknown }
  | { kind: 'answers'; id: string; answers: unknown[] };

const isMessage = (value: unknown): value is Message =>
  typeof value === 'object' && value !== null && 'kind' in value && 'id' in value;

/** In the process that began them: asks all that serve what one of them wants to know. */
export function relayQuestions(): void {
  const serving = new Set<Worker>();
  const open = new Map<string, (answer: unknown) => void>();
  cluster.on('listening', (worker) => serving.add(worker));
  cluster.on('exit', (worker) => serving.delete(worker));
  cluster.on('message', (from, message: unknown) => {
    if (!isMessage(message)) return;
    if (message.kind === 'answer') open.get(message.id)?.(message.answer);
    if (message.kind !== 'question') return;
    const { id } = message;
    const asked = [...serving].filter((worker) => worker.isConnected());
    const answers: unknown[] = [];
    const end = (): void => {
      clearTimeout(late);
      open.delete(id);
      if (from.isConnected()) from.send({ kind: 'answers', id, answers } satisfies Message);
    };
    const late = setTimeout(end, PATIENCE_MS);
    open.set(id, (answer) => {
      if (answers.push(answer) === asked.length) end();
    });
    for (const worker of asked) worker.send({ kind: 'request', id } satisfies Message);
  });
}

/**
 * In a process that serves: answers the others what `own` says of this one.
 * @returns what all say, this one among them
 */
export function askingPeers<T>(own: () => Promise<T>): () => Promise<T[]> {
  const waiting = new Map<string, (answers: T[]) => void>();
  const tell = (message: Message): void => void process.send?.(message);
  process.on('message', (message: unknown) => {
    if (!isMessage(message)) return;
    const { id } = message;
    if (message.kind === 'request') void own().then((answer) => tell({ kind: 'answer', id, answer }));
    if (message.kind === 'answers') waiting.get(id)?.(message.answers as T[]);
  });
  return () =>
    new Promise((resolve) => {
      const id = randomUUID();
      waiting.set(id, (answers) => {
        waiting.delete(id);
        resolve(answers);
      });
      tell({ kind: 'question', id });
    });
}
