import type { HostileRequest } from './hostile-requests';

/** A machine that does other work too answers slower than people would wait. */
const SLOW_MS = 8000;
/** What only a stack trace or PostgreSQL says. */
const TELLTALE =
  /\n {1,8}at |\\n {1,8}at |node_modules|syntax error at|relation "|column "|violates|PrismaClient|ECONN/;

/** What is wrong with the answer to a hostile request: a failure of ours, a refusal without its form, too much told. */
export async function faultsOfAnswer(
  url: string,
  { method, path, headers, body }: HostileRequest,
  credentials: Record<string, string>,
): Promise<string[]> {
  const started = performance.now();
  const answer = await fetch(url + path, {
    ...{ method, redirect: 'manual', headers: { ...headers, ...credentials } },
    ...(body === undefined ? {} : { body }),
  });
  const text = await answer.text();
  const faults: string[] = [];
  if (answer.status >= 500) faults.push(`answered ${answer.status}: ${text}`);
  if (answer.status >= 400 && !answer.headers.get('Content-Type')?.startsWith('application/problem+json'))
    faults.push(`answered ${answer.status} as ${answer.headers.get('Content-Type') ?? 'nothing'}`);
  if (answer.status >= 400 && TELLTALE.test(text)) faults.push(`told too much: ${text.slice(0, 500)}`);
  if (performance.now() - started > SLOW_MS) faults.push('took too long');
  return faults.map(
    (fault) =>
      `${method} ${path.slice(0, 300)} ${JSON.stringify(headers)} ${body?.slice(0, 300) ?? ''} ${fault}`,
  );
}
