import { Refused, type RefusalCode } from './refusal';

export const FILE_KINDS = ['pdf', 'jpeg', 'png', 'docx', 'text'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** Bytes that are looked at to tell what a file is. */
export const HEAD = 4096;

export const MEDIA_TYPES: Record<FileKind, string> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  text: 'text/plain; charset=utf-8',
};

export const ENDINGS: Record<FileKind, string> = {
  pdf: 'pdf',
  jpeg: 'jpg',
  png: 'png',
  docx: 'docx',
  text: 'txt',
};

const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');

const TAKEN: [FileKind, Buffer][] = [
  ['pdf', Buffer.from('%PDF-')],
  ['jpeg', bytes('ffd8ff')],
  ['png', bytes('89504e470d0a1a0a')],
  // Whether a zip is a Word file shows its inside; see the reader.
  ['docx', bytes('504b0304')],
];

const NOT_TAKEN: [RefusalCode, Buffer][] = [
  ['old_office', bytes('d0cf11e0a1b11ae1')],
  ['other_picture', Buffer.from('GIF8')],
  ['other_picture', bytes('49492a00')],
  ['other_picture', bytes('4d4d002a')],
  ['other_picture', Buffer.from('BM')],
  ['archive', bytes('504b0506')],
  ['archive', bytes('1f8b')],
  ['archive', Buffer.from('Rar!')],
  ['archive', bytes('377abcaf271c')],
  ['program', Buffer.from('MZ')],
  ['program', bytes('7f454c46')],
  ['program', Buffer.from('#!')],
  ['unknown', Buffer.from('{\\rtf')],
];

const MARKUP = /<(?:!doctype|html|head|body|script|svg|iframe|img|\?xml|xml)\b|<\?(?:xml|php)/i;

/**
 * What a file is, from its first bytes alone: its name and the type a browser claims for it count for nothing.
 * @param head the first `HEAD` bytes, or all of a shorter file
 * @throws Refused with the reason when it is nothing that is taken
 */
export function sniff(head: Buffer): FileKind {
  if (head.length === 0) throw new Refused('empty');
  const starts = (mark: Buffer): boolean => head.subarray(0, mark.length).equals(mark);
  const taken = TAKEN.find(([, mark]) => starts(mark));
  if (taken) return taken[0];
  const refused = NOT_TAKEN.find(([, mark]) => starts(mark));
  if (refused) throw new Refused(refused[0]);
  refuseMedia(head);
  if (MARKUP.test(head.toString('latin1'))) throw new Refused('html');
  return textOrNothing(head);
}

function refuseMedia(head: Buffer): void {
  const brand = head.toString('latin1', 4, 12);
  if (/^ftyp(?:heic|heix|hevc|heim|heis|mif1|msf1|avif)$/.test(brand)) throw new Refused('heic');
  if (head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP')
    throw new Refused('other_picture');
}

function textOrNothing(head: Buffer): FileKind {
  if (head.includes(0)) throw new Refused('unknown');
  try {
    // A head may end inside a character, which is no fault of the file.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    // eslint-disable-next-line no-control-regex
    if (/[\u0001-\u0008\u000e-\u001a\u001c-\u001f]/.test(text)) throw new Refused('unknown');
    return 'text';
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('unknown');
  }
}
