import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

const HEAD_ENDS = Buffer.from('\r\n\r\n');
const STATUS_AT = 'HTTP/1.1 '.length;
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

  /** @throws Error for any answer but a 200 that says its length */
  async ask(path: string, headers: Readonly<Record<string, string>>): Promise<void> {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    this.socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${lines.join('')}\r\n`);
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
    if (status !== '200' || at < 0) throw new Error(`${path} answered ${head}`);
    const length = Number.parseInt(head.slice(at + LENGTH.length), 10);
    return this.received.length >= end + HEAD_ENDS.length + length;
  }
}
