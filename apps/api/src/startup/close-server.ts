import type { Server } from 'node:http';

/** Less than the minute after which an operator's tools kill what was asked to end. */
const LONGEST_MS = 45_000;

/**
 * Has a server end: it takes no connection more, answers what is under way, and ends each connection with its next answer.
 * A program that keeps its connection and goes on asking would else be served for ever. What lasts longer is cut off.
 * @returns what stops the waiting, once the server has ended
 */
export function lastAnswers(server: Server, longestMs = LONGEST_MS): () => void {
  // Before anything else, so that the header is there whatever answers, and when.
  server.prependListener('request', (_request, response) => {
    response.setHeader('Connection', 'close');
  });
  server.close();
  const cutOff = setTimeout(() => server.closeAllConnections(), longestMs);
  return () => clearTimeout(cutOff);
}
