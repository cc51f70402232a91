import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

type Direction = 'to-server' | 'to-client';
/** How bytes go: all of them, each piece so many milliseconds later, or those of one direction, or of both, not at all. */
export type Fault = 'none' | { delayMs: number } | { dropped: Direction | 'both' };

/** A way to a server on this machine that can be made to fail, as a network does. */
export class FaultyWay {
  private fault: Fault = 'none';
  private readonly sockets = new Set<Socket>();
  /** Ends of connections that lost something. */
  private readonly torn = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly target: number,
  ) {
    server.on('connection', (client) => this.join(client));
  }

  static async to(target: number): Promise<FaultyWay> {
    const server = createServer({ allowHalfOpen: true });
    const way = new FaultyWay(server, target);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return way;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** The same address, by this way. */
  of(url: string): string {
    const address = new URL(url);
    address.port = String(this.port);
    return address.href;
  }

  /** A connection that lost something is ended: TCP carries everything in its order, or breaks. */
  become(fault: Fault): void {
    this.fault = fault;
    for (const socket of this.torn) socket.resetAndDestroy();
    this.torn.clear();
  }

  async close(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  private join(client: Socket): void {
    const server = connect(this.target, '127.0.0.1');
    this.carry(client, server, 'to-server');
    this.carry(server, client, 'to-client');
  }

  private carry(from: Socket, to: Socket, direction: Direction): void {
    this.sockets.add(from);
    const pass = (then: () => void): void => {
      if (this.fault === 'none') then();
      else if ('delayMs' in this.fault) setTimeout(then, this.fault.delayMs);
      else if (![direction, 'both'].includes(this.fault.dropped)) then();
      else this.torn.add(from).add(to);
    };
    from.on('data', (bytes: Buffer) => pass(() => to.write(bytes)));
    from.on('end', () => pass(() => to.end()));
    from.on('error', () => to.destroy());
    from.on('close', () => {
      this.sockets.delete(from);
      pass(() => to.destroySoon());
    });
  }
}
