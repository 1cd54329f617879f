import type { Deadline } from '../../api/types';
import { readDates } from './dates';
import { ownWarnings, runsOf } from './trace';

/** The part of a sheet that both A4 and Letter have inside the margins of the printed page, in millimetres. */
const HEIGHT = 250;
const COLUMN = 148;
const MM_PER_PT = 0.3528;
/** Of the type size: the mean width of a letter of a broad book face, and the distance of lines. */
const LETTER = 0.49;
const LINE = 1.26;
const LARGEST = 10;
const SMALLEST = 6;

/** Lines of text with the white around them, in millimetres. */
interface Block {
  texts: string[];
  around: number;
}

const block = (around: number, ...texts: string[]): Block => ({ texts, around });
const some = (text: string, title: string): Block[] => (text ? [block(4, text), block(0, title)] : []);

function blocksOf(deadline: Deadline): Block[] {
  const { trace, history, triggeredBy } = deadline;
  return [
    // Head: title, client, two large dates.
    block(12, deadline.title, '', '', ''),
    ...ownWarnings(deadline).map((warning) => block(3.5, `      ${warning}`)),
    ...(deadline.verified ? [] : [block(3.5, 'x'.repeat(110))]),
    block(4, ...triggeredBy.map(() => '')),
    ...runsOf(trace).map(({ steps }) => block(1.4, ...steps.map(({ text }) => text))),
    block(8, deadline.citation, ''),
    block(4, ...readDates(deadline).map(({ label }) => `${'x'.repeat(50)}${label ?? ''}`)),
    ...some(deadline.consequence, ''),
    ...some(deadline.cure, ''),
    ...some(deadline.stays, ''),
    ...(deadline.printed ? [block(4, '', '', deadline.printed.note ?? '')] : []),
    block(6, '', '', ...history.map(({ note }) => `${'x'.repeat(110)}${note ?? ''}`)),
    // Foot.
    block(6, 'x'.repeat(120)),
  ];
}

function heightAt(size: number, blocks: readonly Block[]): number {
  const letters = COLUMN / (size * MM_PER_PT * LETTER);
  const linesOf = (text: string): number => Math.max(1, Math.ceil(text.length / letters));
  return blocks.reduce((height, { texts, around }) => {
    const lines = texts.reduce((sum, text) => sum + linesOf(text), 0);
    return height + around + lines * size * MM_PER_PT * LINE;
  }, 0);
}

/** The largest type size, in points, at which the whole account of a date stays on one sheet of A4 or Letter. */
export function printSize(deadline: Deadline): number {
  const blocks = blocksOf(deadline);
  let size = LARGEST;
  while (size > SMALLEST && heightAt(size, blocks) > HEIGHT) size -= 0.25;
  return size;
}
