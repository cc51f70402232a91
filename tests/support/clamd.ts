import { createServer, type AddressInfo, type Socket } from 'node:net';

/** What every scanner knows, and no virus: see eicar.org. Put together here, so that this file is not one. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
export const SIGNATURE = 'Eicar-Test-Signature';

export interface Clamd {
  port: number;
  /** The bytes of every file that it was sent. */
  scanned: number[];
  /** Answers this from now on. */
  says: (answer: string | undefined) => void;
  close(): Promise<void>;
}

/** A server that speaks clamd's protocol: zINSTREAM, chunks behind their lengths, and one of no length at the end. */
export async function startClamd(): Promise<Clamd> {
  const scanned: number[] = [];
  let answer: string | undefined;
  const server = createServer((socket) => {
    void serve(socket).then((content) => {
      scanned.push(content.length);
      const verdict = content.includes(EICAR) ? `${SIGNATURE} FOUND` : 'OK';
      socket.end(`${answer ?? `stream: ${verdict}`}\0`);
    });
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    scanned,
    says: (next) => {
      answer = next;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function serve(socket: Socket): Promise<Buffer> {
  const command = 'zINSTREAM\0';
  let received = Buffer.alloc(0);
  return new Promise((resolve) => {
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      const content = contentOf(received.subarray(command.length));
      if (received.toString('latin1', 0, command.length) === command && content) resolve(content);
    });
  });
}

/** Undefined until the last chunk is there. */
function contentOf(stream: Buffer): Buffer | undefined {
  const chunks: Buffer[] = [];
  for (let at = 0; at + 4 <= stream.length;) {
    const length = stream.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(stream.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
