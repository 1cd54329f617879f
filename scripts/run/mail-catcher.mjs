import { createServer } from 'node:http';
import { SMTPServer } from 'smtp-server';
import { readMail } from './mail-text.mjs';

const kept = 200;
const largest = 10 * 1024 * 1024;

/**
 * Takes every mail Vacatur sends and delivers none. They are held in memory only (they contain sign-in links) and
 * shown on a page of this machine. Resolves to the addresses and a stop function.
 */
export async function catchMail({ pagePort }) {
  const caught = [];
  const smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: largest,
    onData(stream, _session, done) {
      const chunks = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('end', () => {
        caught.unshift({ at: new Date(), ...readMail(Buffer.concat(chunks).toString('latin1')) });
        caught.length = Math.min(caught.length, kept);
        done();
      });
    },
  });
  smtp.on('error', () => undefined);
  await new Promise((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  const page = createServer((request, response) => show(request, response, caught));
  const port = await listen(page, pagePort);
  return {
    smtpUrl: `smtp://127.0.0.1:${smtp.server.address().port}`,
    pageUrl: `http://localhost:${port}`,
    stop: () =>
      Promise.all([new Promise((done) => smtp.close(done)), new Promise((done) => closeNow(page, done))]),
  };
}

/** The wished-for port, so that the address stays the same from day to day, or any other. */
function listen(server, port) {
  return new Promise((resolve) => {
    server.once('error', () => server.listen(0, '127.0.0.1'));
    server.once('listening', () => resolve(server.address().port));
    server.listen(port, '127.0.0.1');
  });
}

function closeNow(server, done) {
  server.close(done);
  server.closeAllConnections();
}

function show(request, response, caught) {
  // A page elsewhere may point its own name at this machine to read along; only our own names are answered.
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  if (host !== 'localhost' && host !== '127.0.0.1') return response.writeHead(421).end();
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(pageOf(caught));
}

const style =
  'body{font:16px/1.5 system-ui;max-width:46rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}' +
  'article{border:1px solid #8886;border-radius:8px;padding:0 1rem;margin:1rem 0}pre{white-space:pre-wrap;overflow-wrap:anywhere}';

function pageOf(caught) {
  const none = '<p>Nothing yet. Reload this page after an invitation or a password reset.</p>';
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Caught mail</title><style>${style}</style><h1>Caught mail</h1>
<p>Vacatur sent these to nobody: this is a trial installation.</p>${caught.map(articleOf).join('') || none}</html>`;
}

const articleOf = ({ at, from, to, subject, text }) =>
  `<article><h2>${escape(subject)}</h2><p>To ${escape(to)}, from ${escape(from)}, ${escape(at.toLocaleString('en-US'))}</p>` +
  `<pre>${linked(escape(text))}</pre></article>`;

const linked = (text) => text.replace(/https?:\/\/[^\s<>"]+/g, (url) => `<a href="${url}">${url}</a>`);

const escape = (text) =>
  String(text).replace(
    /[&<>"']/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign],
  );
