import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FaultyWay } from './faulty-way';

describe(FaultyWay.name, () => {
  let server: Server;
  let served: Promise<Socket>;
  let way: FaultyWay;
  let client: Socket;
  beforeEach(async () => {
    server = createServer();
    served = once(server, 'connection').then(([socket]) => socket as Socket);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    way = await FaultyWay.to((server.address() as AddressInfo).port);
    client = connect(way.port, '127.0.0.1');
    client.on('error', () => undefined);
    await once(client, 'connect');
  });
  afterEach(async () => {
    client.destroy();
    await way.close();
    server.close();
  });

  it('ends a connection that lost something, rather than go on after the gap', async () => {
    const other = await served;
    other.on('error', () => undefined);
    let heard = '';
    client.on('data', (bytes: Buffer) => (heard += bytes.toString()));
    other.write('one ');
    await once(client, 'data');
    way.become({ dropped: 'to-client' });
    other.write('two ');
    client.write('told'); // the other direction goes on, and comes after what was lost
    await once(other, 'data');
    const ends = [client, other];
    const ended = Promise.all(ends.map((end) => new Promise((resolve) => end.once('close', resolve))));
    way.become('none');
    other.write('three');
    await ended;
    expect(heard).toBe('one ');
  });

  it('goes on where nothing was lost', async () => {
    const other = await served;
    way.become({ dropped: 'both' });
    way.become('none');
    other.write('one');
    expect(String((await once(client, 'data'))[0])).toBe('one');
  });
});
