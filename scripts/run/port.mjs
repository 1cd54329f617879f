import { createServer } from 'node:net';
import { Problem } from '../embedded/problem.mjs';

/** The port to serve on; throws a Problem when it is not a port, is taken or may not be used. */
export async function requirePort() {
  const port = readPort(process.env.PORT || '3000');
  const refusal = await tryPort(port, process.env.HOST || '127.0.0.1');
  if (!refusal) return port;
  const other = `Choose another one: PORT=${port === 65535 ? port - 1 : port + 1} npm start`;
  if (refusal === 'EADDRINUSE') throw new Problem(`Port ${port} is used by another program. ${other}`);
  if (refusal === 'EACCES') throw new Problem(`This user may not serve on port ${port}. ${other}`);
  throw new Problem(
    `Vacatur cannot serve on port ${port} of ${process.env.HOST || '127.0.0.1'} (${refusal}). ${other}`,
  );
}

function readPort(text) {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return port;
  throw new Problem(`PORT must be a number from 1 to 65535, not "${text}".`);
}

function tryPort(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(error.code));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}
