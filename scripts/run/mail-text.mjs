/** Just enough MIME to read what Vacatur itself sends: headers, one text part, the two usual encodings. */
export function readMail(raw) {
  const { headers, body } = split(raw);
  return {
    from: words(headers.from),
    to: words(headers.to),
    subject: words(headers.subject) || '(no subject)',
    text: textOf(headers, body),
  };
}

function split(raw) {
  const gap = /\r?\n\r?\n/.exec(raw);
  const head = gap ? raw.slice(0, gap.index) : raw;
  const headers = {};
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers[line.slice(0, colon).toLowerCase()] ??= line.slice(colon + 1).trim();
  }
  return { headers, body: gap ? raw.slice(gap.index + gap[0].length) : '' };
}

function textOf(headers, body) {
  const type = headers['content-type'] ?? 'text/plain';
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (!boundary) return decoded(headers['content-transfer-encoding'], body);
  const parts = body
    .split(`--${boundary}`)
    .slice(1)
    .filter((part) => !part.startsWith('--'));
  const read = parts.map((part) => split(part.replace(/^\r?\n/, '')));
  const chosen =
    read.find((part) => /text\/plain|multipart\//i.test(part.headers['content-type'] ?? 'text/plain')) ??
    read[0];
  return chosen ? textOf(chosen.headers, chosen.body) : '';
}

function decoded(encoding, body) {
  if (/base64/i.test(encoding)) return Buffer.from(body, 'base64').toString('utf8');
  if (/quoted-printable/i.test(encoding)) return unquoted(body.replace(/=\r?\n/g, ''));
  return utf8(body);
}

/** Mail arrives as bytes; they were read one character each. */
const utf8 = (bytes) => Buffer.from(bytes, 'latin1').toString('utf8');

const unquoted = (text) =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_all, hex) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

/** RFC 2047 words in a header line. */
const words = (line = '') =>
  utf8(line)
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?(q|b)\?([^?]*)\?=/gi, (_all, kind, text) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString('utf8')
        : unquoted(text.replaceAll('_', ' ')),
    );
