import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

const HEAD_ENDS = Buffer.from('\r\n\r\n');
const STATUS_AT = 'HTTP/1.1 '.length;
const FINE = ['200', '201'];
const LENGTH = '\r\ncontent-length: ';

/**
 * One kept connection that asks the next thing when it has its answer. Asking shares two cores with who answers, so it
 * costs next to nothing: an answer is found by its length and not looked into.
 */
export class Wire {
  private received: Buffer = Buffer.alloc(0);

  private constructor(private readonly socket: Socket) {}

  static async to(port: number): Promise<Wire> {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    await once(socket, 'connect');
    return new Wire(socket);
  }

  /**
   * @param sent what is posted; without it the path is got
   * @throws Error for any answer but a 200 or 201 that says its length
   */
  async ask(path: string, headers: Readonly<Record<string, string>>, sent?: object): Promise<void> {
    const body = sent === undefined ? '' : JSON.stringify(sent);
    const all = sent === undefined ? headers : { ...headers, ...headersOf(body) };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    const method = sent === undefined ? 'GET' : 'POST';
    this.socket.write(`${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${lines.join('')}\r\n${body}`);
    while (!this.isAnswered(path)) {
      const [chunk] = (await once(this.socket, 'data')) as [Buffer];
      this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    }
    this.received = Buffer.alloc(0);
  }

  close(): void {
    this.socket.destroy();
  }

  private isAnswered(path: string): boolean {
    const end = this.received.indexOf(HEAD_ENDS);
    if (end < 0) return false;
    const head = this.received.toString('latin1', 0, end).toLowerCase();
    const status = head.slice(STATUS_AT, STATUS_AT + 3);
    const at = head.indexOf(LENGTH);
    if (!FINE.includes(status) || at < 0) throw new Error(`${path} answered ${head}`);
    const length = Number.parseInt(head.slice(at + LENGTH.length), 10);
    return this.received.length >= end + HEAD_ENDS.length + length;
  }
}

const headersOf = (body: string): Record<string, string> => ({
  'Content-Type': 'application/json',
  'Content-Length': String(Buffer.byteLength(body)),
});
