import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A way to a server that can be closed and opened again, as when a database restarts. */
export interface Gate {
  /** The server's address by way of the gate. */
  url(direct: string): string;
  /** Breaks every connection and lets nobody in. */
  shut(): void;
  open(): void;
  stop(): Promise<void>;
}

/** A gate in front of the server of this address. */
export async function gateTo(serverUrl: string): Promise<Gate> {
  const { hostname, port } = new URL(serverUrl);
  const sockets = new Set<Socket>();
  let isOpen = true;
  const gate = createServer((visitor) => {
    if (!isOpen) return void visitor.destroy();
    const server = connect(Number(port || 5432), hostname);
    for (const [from, to] of [
      [visitor, server],
      [server, visitor],
    ]) {
      sockets.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  });
  await new Promise<void>((resolve) => gate.listen(0, '127.0.0.1', resolve));
  const shut = (): void => {
    isOpen = false;
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: (direct) => {
      const url = new URL(direct);
      url.hostname = '127.0.0.1';
      url.port = String((gate.address() as AddressInfo).port);
      return url.toString();
    },
    shut,
    open: () => {
      isOpen = true;
    },
    stop: async () => {
      shut();
      await new Promise((resolve) => gate.close(resolve));
    },
  };
}
