import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port';
import { programAt } from './program-at';

/** Undefined where it is not installed. */
export const haproxyProgram = (): string | undefined => programAt('haproxy');

export interface Proxy {
  url: string;
  stop(): Promise<void>;
}

/** What the proxy itself cannot answer otherwise is a refusal for now, which says when to try again. */
const TRY_AGAIN = [
  'HTTP/1.1 503 Service Unavailable',
  'Retry-After: 1',
  'Content-Type: text/plain',
  'Content-Length: 0',
  'Connection: close',
  '\r\n',
].join('\r\n');

/** Each in turn, of those that say that they are ready; another is tried where a connection is refused. */
export async function startHaproxy(program: string, ports: readonly number[]): Promise<Proxy> {
  const folder = await mkdtemp(join(tmpdir(), 'fieldlab-haproxy-'));
  const [port, file, answer] = [await freePort(), join(folder, 'haproxy.cfg'), join(folder, '503.http')];
  await writeFile(answer, TRY_AGAIN);
  const servers = ports.map((one, index) => `  server p${index + 1} 127.0.0.1:${one} check`);
  await writeFile(
    file,
    `defaults
  mode http
  timeout connect 2s
  timeout client 60s
  timeout server 60s
  option redispatch 1
  retries 3
  retry-on conn-failure
  ${[500, 502, 503, 504].map((status) => `errorfile ${status} ${answer}`).join('\n  ')}
frontend register
  bind 127.0.0.1:${port}
  default_backend processes
backend processes
  balance roundrobin
  option httpchk GET /health/ready
  default-server inter 500ms fall 2 rise 1
${servers.join('\n')}
`,
  );
  const child = spawn(program, ['-db', '-q', '-f', file], { stdio: 'ignore' });
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      const ended = once(child, 'close');
      child.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
